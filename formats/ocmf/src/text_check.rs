//! What is looked at in every object and text of the payload, whatever field it is.

use eichrecht_json::{Node, Value};
use eichrecht_model::{Note, NoteKind};

use crate::context::{Context, shorten};

/// Which of the checks to make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// The payload: keys that stand twice, hidden characters, separators.
    Payload,
    /// The signature section, where texts are claims only: keys that stand twice.
    SignatureSection,
}

/// Notes what is odd anywhere in a section.
pub(crate) fn check(context: &mut Context<'_>, section: &Node<'_>, scope: Scope) {
    walk(context, section, scope, &mut Vec::new());
}

/// One step of the way from the section to a value.
#[derive(Clone, Copy)]
enum Step<'a> {
    Key(&'a str),
    Index(usize),
}

/// The depth of the tree is bounded where it is read.
fn walk<'n>(context: &mut Context<'_>, node: &'n Node<'_>, scope: Scope, path: &mut Vec<Step<'n>>) {
    match &node.value {
        Value::String(text) => check_text(context, text, scope, path),
        Value::Array(elements) => {
            for (index, element) in elements.iter().enumerate() {
                path.push(Step::Index(index));
                walk(context, element, scope, path);
                path.pop();
            }
        }
        Value::Object(object) => {
            for key in object.duplicates() {
                path.push(Step::Key(key));
                context.note(note(NoteKind::DuplicateField, path));
                path.pop();
            }
            for member in &object.members {
                path.push(Step::Key(&member.key));
                check_text(context, &member.key, scope, path);
                walk(context, &member.value, scope, path);
                path.pop();
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn check_text(context: &mut Context<'_>, text: &str, scope: Scope, path: &[Step<'_>]) {
    if scope == Scope::SignatureSection {
        return;
    }
    // Most texts are plain, and there are many.
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~') && byte != b'|') {
        return;
    }
    if text.contains('|') {
        context.note(note(NoteKind::SeparatorInPayload, path).found(shorten(text)));
    }
    if text.chars().any(is_hidden) {
        context.note(note(NoteKind::HiddenCharacters, path).found(shorten(&escaped(text))));
    }
}

/// Control characters, and characters without a picture that change how text around them is shown.
fn is_hidden(c: char) -> bool {
    (c.is_control() && !matches!(c, '\t' | '\n' | '\r'))
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// The text with its hidden characters written out.
fn escaped(text: &str) -> String {
    text.chars().map(|c| if is_hidden(c) { c.escape_unicode().to_string() } else { c.to_string() }).collect()
}

/// A note about the value at the end of the path, tied to its reading where it lies in one.
fn note(kind: NoteKind, path: &[Step<'_>]) -> Note {
    let mut field = String::new();
    for step in path {
        match step {
            Step::Key(key) if field.is_empty() => field.push_str(key),
            Step::Key(key) => field.extend([".", *key]),
            Step::Index(index) => field.push_str(&format!("[{index}]")),
        }
    }
    let note = Note::new(kind, field);
    match path {
        [Step::Key("RD"), Step::Index(index), ..] => note.at(*index),
        _ => note,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use eichrecht_json::{JsonLimits, parse};

    fn notes(text: &str) -> Vec<(NoteKind, String, String, Option<usize>)> {
        let mut context = Context::new(text);
        check(&mut context, &parse(text, JsonLimits { depth: 32, fields: 1000 }).unwrap(), Scope::Payload);
        context.notes.into_iter().map(|note| (note.kind, note.field, note.found, note.measurement)).collect()
    }

    #[test]
    fn duplicates_on_every_level() {
        let found = notes(r#"{"PG":"T1","RD":[{"RV":1},{"RV":1,"\u0052V":2}],"PG":"T2","U":[{"a":{"b":1,"b":1}}]}"#);
        assert_eq!(
            found.into_iter().map(|note| (note.0, note.1, note.3)).collect::<Vec<_>>(),
            [
                (NoteKind::DuplicateField, "PG".to_owned(), None),
                (NoteKind::DuplicateField, "RD[1].RV".to_owned(), Some(1)),
                (NoteKind::DuplicateField, "U[0].a.b".to_owned(), None),
            ]
        );
    }

    #[test]
    fn hidden_characters_in_texts_and_keys() {
        for (text, shown) in [
            (r"a\u0000b", r"a\u{0}b"),
            (r"\u007f", r"\u{7f}"),
            (r"\u0085", r"\u{85}"),
            ("x\u{202e}y", r"x\u{202e}y"),
            ("\u{2066}\u{2069}", r"\u{2066}\u{2069}"),
            ("\u{200f}", r"\u{200f}"),
            ("\u{feff}7", r"\u{feff}7"),
        ] {
            assert_eq!(notes(&format!(r#"{{"ID":"{text}"}}"#)), [(NoteKind::HiddenCharacters, "ID".to_owned(), shown.to_owned(), None)]);
            assert_eq!(notes(&format!(r#"{{"{text}":[1]}}"#))[0].0, NoteKind::HiddenCharacters);
        }
        assert!(notes(r#"{"ID":"zwei\r\n\tZeilen, größer als 7 €, 漢字, \u200b"}"#).is_empty());
    }

    #[test]
    fn separators_in_texts() {
        assert_eq!(
            notes(r#"{"TT":"day|night {7 ct"}"#),
            [(NoteKind::SeparatorInPayload, "TT".to_owned(), "day|night {7 ct".to_owned(), None)]
        );
        assert_eq!(notes(r#"{"RD":[{"TX":"\u007c"}]}"#), [(NoteKind::SeparatorInPayload, "RD[0].TX".to_owned(), "|".to_owned(), Some(0))]);
    }
}
