//! Objects of a certain kind in text that need not be JSON as a whole.

use std::ops::Range;

/// Objects around one another that are remembered; of deeper ones the outermost is forgotten.
const OPEN: usize = 64;
/// Longest key or text that is looked at.
const LONGEST: usize = 256;

/// Fields of one object as far as they were seen: the key, and the value if that is a text. Both as they stand between
/// their quotes, escapes and all.
pub type SeenFields<'t> = [(&'t str, Option<&'t str>)];

struct Open<'t> {
    start: usize,
    fields: Vec<(&'t str, Option<&'t str>)>,
}

/// The ranges of objects that `wanted` recognises by their own fields. They ascend and do not overlap: of objects inside
/// one another the outer one stays. One that never ends reaches to the end of the text.
///
/// The search ends with object number `most`. Nothing is checked but braces and quotes; a line break ends a text, as
/// JSON does not allow one there.
#[must_use]
pub fn find_objects(text: &str, most: usize, wanted: &dyn Fn(&SeenFields<'_>) -> bool) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open: Vec<Open<'_>> = Vec::new();
    let mut last: Option<&str> = None;
    let mut key: Option<&str> = None;
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'{' => {
                if open.is_empty() && found.len() >= most {
                    break;
                }
                if open.len() >= OPEN {
                    open.remove(0);
                }
                note_field(&mut open, &mut key, None);
                open.push(Open { start: at, fields: Vec::new() });
                last = None;
            }
            b'}' => {
                note_field(&mut open, &mut key, None);
                if let Some(closed) = open.pop().filter(|closed| wanted(&closed.fields)) {
                    keep(&mut found, closed.start..at + 1);
                }
                last = None;
            }
            b'"' if !open.is_empty() => {
                let end = end_of_string(bytes, at + 1);
                let inner = text.get(at + 1..end).filter(|inner| inner.len() <= LONGEST);
                if key.is_some() {
                    note_field(&mut open, &mut key, inner);
                } else {
                    last = inner;
                }
                at = end;
            }
            b':' => key = last.take(),
            b',' => {
                note_field(&mut open, &mut key, None);
                last = None;
            }
            _ => {}
        }
        at += 1;
    }
    if let Some(broken) = open.iter().find(|open| wanted(&open.fields)) {
        keep(&mut found, broken.start..text.trim_ascii_end().len());
    }
    found.truncate(most);
    found
}

fn note_field<'t>(open: &mut [Open<'t>], key: &mut Option<&'t str>, value: Option<&'t str>) {
    if let (Some(key), Some(object)) = (key.take(), open.last_mut()) {
        object.fields.push((key, value));
    }
}

/// Adds an object and drops those inside it.
fn keep(found: &mut Vec<Range<usize>>, range: Range<usize>) {
    while found.last().is_some_and(|inner| inner.start > range.start) {
        found.pop();
    }
    found.push(range);
}

/// Where the quote stands that ends a text, or what breaks it off.
fn end_of_string(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 1,
            b'"' | b'\n' => break,
            _ => {}
        }
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(fields: &SeenFields<'_>) -> bool {
        fields.iter().any(|(key, value)| *key == "kind" && *value == Some("x"))
    }

    fn found(text: &str) -> Vec<&str> {
        find_objects(text, 9, &marked).into_iter().map(|range| text.get(range).unwrap()).collect()
    }

    #[test]
    fn objects_are_found_by_their_own_fields() {
        assert_eq!(
            found(r#"see [{"kind":"x"}, {"a":{"kind":"x","b":"}"}}, {"kind":"y"}]"#),
            [r#"{"kind":"x"}"#, r#"{"kind":"x","b":"}"}"#]
        );
        assert_eq!(found(r#"{"b":"kind","c":"x"}{"kind":1}{"kind":{"kind":"y"}}"#), [""; 0]);
    }

    #[test]
    fn the_outer_one_stays() {
        assert_eq!(found(r#"{"a":{"kind":"x"},"kind":"x"}"#).len(), 1);
        assert_eq!(found(r#"{"kind":"x"}{"a":{"kind":"x"},"b":{"kind":"x"},"kind":"x"}"#).len(), 2);
    }

    #[test]
    fn what_never_ends_reaches_to_the_end() {
        assert_eq!(found("{\"kind\":\"x\",\"a\":[1, "), ["{\"kind\":\"x\",\"a\":[1,"]);
        assert_eq!(found("{ note: {{ \"kind\": \"x\" }"), ["{ \"kind\": \"x\" }"]);
    }

    #[test]
    fn no_more_than_asked_for_and_deep_nesting_is_no_burden() {
        let text = r#"{"kind":"x"} "#.repeat(20);
        assert_eq!(find_objects(&text, 3, &marked).len(), 3);
        let deep = "{".repeat(100_000) + r#""kind":"x"}"#;
        assert_eq!(find_objects(&deep, 3, &marked).len(), 1);
    }
}
