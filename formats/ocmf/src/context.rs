//! What reading a record gathers beside the typed fields, and the ways to read a field.

use eichrecht_json::{Node, Object, Value};
use eichrecht_model::{Note, NoteKind};
use smallvec::SmallVec;

use crate::version::Version;

/// Most notes of one kind kept for a record: a record with thousands of oddities of one kind is no
/// better known by listing the rest.
const NOTES_PER_KIND: usize = 100;
/// Most characters of the sender's text shown in a note.
const SHOWN_CHARS: usize = 60;

/// The payload text and everything gathered about it.
pub(crate) struct Context<'a> {
    /// Text of the JSON being read; spans of nodes point into it.
    text: &'a str,
    /// Version of the record, if it states a readable one.
    pub(crate) version: Option<Version>,
    /// Facts noted.
    pub(crate) notes: Vec<Note>,
    /// Signed fields without a typed place.
    pub(crate) extensions: Vec<(String, String)>,
}

/// The fields of one object.
pub(crate) struct Fields<'o, 'a> {
    object: &'o Object<'a>,
    /// The keys of the members in their order, as far as they have two letters, as nearly all have.
    codes: SmallVec<[u16; 32]>,
    /// What stands before a key in the path of a field: `RD[1].`.
    prefix: String,
    /// The reading the object is, or is part of.
    measurement: Option<usize>,
}

/// What an object holds under a key.
pub(crate) enum Lookup<'o, 'a> {
    /// Nothing.
    Absent,
    /// Several values; none of them counts.
    Duplicate,
    /// A value.
    One(&'o Node<'a>),
}

/// What stands for all keys that do not have two bytes.
const OTHER: u16 = 0;

/// A key of two bytes as a number.
fn code(key: &str) -> u16 {
    key.as_bytes().try_into().map_or(OTHER, u16::from_be_bytes)
}

impl<'o, 'a> Fields<'o, 'a> {
    pub(crate) fn new(object: &'o Object<'a>, prefix: impl Into<String>, measurement: Option<usize>) -> Self {
        let codes = object.members.iter().map(|member| code(&member.key)).collect();
        Self { object, codes, prefix: prefix.into(), measurement }
    }

    pub(crate) fn get(&self, key: &str) -> Option<&'o Node<'a>> {
        if let Lookup::One(node) = self.lookup(key) { Some(node) } else { None }
    }

    pub(crate) fn lookup(&self, key: &str) -> Lookup<'o, 'a> {
        // Every object is asked for dozens of keys: two bytes are compared before texts are.
        let wanted = code(key);
        let codes = self.codes.as_slice();
        let Some(first) = codes.iter().position(|code| *code == wanted) else { return Lookup::Absent };
        let members = self.object.members.get(first..).unwrap_or_default();
        if let [only, ..] = members
            && wanted != OTHER
            && !codes.get(first + 1..).unwrap_or_default().contains(&wanted)
        {
            return Lookup::One(&only.value);
        }
        let mut found = members.iter().filter(|member| member.key == key);
        match (found.next(), found.next()) {
            (Some(only), None) => Lookup::One(&only.value),
            (Some(_), Some(_)) => Lookup::Duplicate,
            (None, _) => Lookup::Absent,
        }
    }

    /// Whether the key is there at all, be it several times.
    pub(crate) fn has(&self, key: &str) -> bool {
        !matches!(self.lookup(key), Lookup::Absent)
    }

    pub(crate) fn path(&self, key: &str) -> String {
        [self.prefix.as_str(), key].concat()
    }

    /// A note about one of the fields.
    pub(crate) fn note(&self, kind: NoteKind, key: &str) -> Note {
        Note { measurement: self.measurement, ..Note::new(kind, self.path(key)) }
    }
}

impl<'a> Context<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self { text, version: None, notes: Vec::new(), extensions: Vec::new() }
    }

    pub(crate) fn note(&mut self, note: Note) {
        if self.notes.iter().filter(|other| other.kind == note.kind).count() < NOTES_PER_KIND {
            self.notes.push(note);
        }
    }

    /// The text of a value as received.
    pub(crate) fn raw(&self, node: &Node<'_>) -> &'a str {
        self.text.get(node.span.clone()).unwrap_or_default()
    }

    /// Keeps a signed value as received, because no typed field holds it (completely).
    pub(crate) fn keep(&mut self, path: String, node: &Node<'_>) {
        let raw = self.raw(node).to_owned();
        self.extensions.push((path, raw));
    }

    /// Notes that a value is of the wrong type.
    pub(crate) fn wrong_type(&mut self, fields: &Fields<'_, '_>, key: &str, node: &Node<'_>, expected: &str) {
        let found = shorten(self.raw(node));
        self.note(fields.note(NoteKind::WrongType, key).found(found).expected(expected));
    }

    /// Notes that a value is none of its table.
    pub(crate) fn code_unknown(&mut self, fields: &Fields<'_, '_>, key: &str, found: &str, expected: &str) {
        self.note(fields.note(NoteKind::CodeUnknown, key).found(shorten(found)).expected(expected));
    }

    /// Notes a field that came with a later version than the record states.
    pub(crate) fn since(&mut self, version: Version, fields: &Fields<'_, '_>, key: &str, expected: &str) {
        if fields.has(key) && self.version.is_some_and(|stated| stated < version) {
            self.note(fields.note(NoteKind::FieldNewerThanVersion, key).expected(expected));
        }
    }

    /// Reads a text. A number is taken by its spelling, with a note. Empty and blank texts count as absent.
    pub(crate) fn text(&mut self, fields: &Fields<'_, '_>, key: &str) -> Option<String> {
        let node = fields.get(key)?;
        let text = match &node.value {
            Value::String(text) => text.as_ref(),
            Value::Number(spelling) => {
                self.wrong_type(fields, key, node, "text");
                spelling
            }
            _ => {
                self.wrong_type(fields, key, node, "text");
                self.keep(fields.path(key), node);
                return None;
            }
        };
        (!text.trim().is_empty()).then(|| text.to_owned())
    }

    /// As [`Self::text`], with a greatest number of characters.
    pub(crate) fn text_up_to(&mut self, length: usize, fields: &Fields<'_, '_>, key: &str) -> Option<String> {
        let text = self.text(fields, key)?;
        let found = text.chars().count();
        if found > length {
            self.note(fields.note(NoteKind::TextTooLong, key).found(found.to_string()).expected(length.to_string()));
        }
        Some(text)
    }

    /// Keeps what the known keys leave over: extensions (first letter U to Z), fields nobody knows, and
    /// the values of keys that stand several times.
    pub(crate) fn leftovers(&mut self, fields: &Fields<'_, '_>, is_known: impl Fn(&str) -> bool) {
        for member in &fields.object.members {
            let key = member.key.as_ref();
            if is_known(key) {
                if fields.get(key).is_none() {
                    self.keep(fields.path(key), &member.value);
                }
                continue;
            }
            if !key.starts_with(['U', 'V', 'W', 'X', 'Y', 'Z']) {
                self.note(fields.note(NoteKind::FieldUnknown, key));
            }
            self.keep(fields.path(key), &member.value);
        }
    }
}

/// The begin of a text of the sender, for a note.
pub(crate) fn shorten(text: &str) -> String {
    match text.char_indices().nth(SHOWN_CHARS) {
        Some((end, _)) => text.get(..end).unwrap_or_default().to_owned() + "…",
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_notes_are_short() {
        assert_eq!(shorten("größe"), "größe");
        assert_eq!(shorten(&"ö".repeat(60)), "ö".repeat(60));
        assert_eq!(shorten(&"ö".repeat(61)), "ö".repeat(60) + "…");
    }

    #[test]
    fn notes_of_one_kind_are_bounded() {
        let mut context = Context::new("");
        for field in 0..1000 {
            context.note(Note::new(NoteKind::FieldUnknown, field.to_string()));
        }
        context.note(Note::new(NoteKind::WrongType, "a"));
        assert_eq!(context.notes.len(), NOTES_PER_KIND + 1);
    }
}
