//! Text to tree, in one strict pass.
//!
//! What this pass refuses is given to `serde_json` as well, which tells where the grammar is broken. `serde_json`
//! unescapes the texts, too. The tests hold both against each other: what one takes for JSON the other does.

use std::borrow::Cow;
use std::fmt;

use serde::de::IgnoredAny;

use crate::{Member, Node, Object, Value};

/// Greatest depth ever read, whatever [`JsonLimits::depth`] says: the tree is walked by recursion.
pub const MAX_DEPTH: usize = 128;

/// Bounds for hostile texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JsonLimits {
    /// Objects and lists around one another. At most [`MAX_DEPTH`] count.
    pub depth: usize,
    /// Fields of objects and elements of lists, all levels together.
    pub fields: usize,
}

/// Why a text was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JsonError {
    /// What is wrong.
    pub kind: JsonErrorKind,
    /// Where: byte offset in the text, at or directly behind the culprit.
    pub offset: usize,
}

/// Kinds of [`JsonError`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum JsonErrorKind {
    /// Not JSON: broken grammar, unpaired surrogate, control character in a text, text behind the value.
    Syntax,
    /// More levels than [`JsonLimits::depth`].
    TooDeep,
    /// More values than [`JsonLimits::fields`].
    TooManyFields,
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.kind {
            JsonErrorKind::Syntax => "not valid JSON",
            JsonErrorKind::TooDeep => "JSON nested too deeply",
            JsonErrorKind::TooManyFields => "too many fields in JSON",
        };
        write!(f, "{what} at byte {}", self.offset)
    }
}

impl std::error::Error for JsonError {}

/// Reads a text that holds one JSON value.
///
/// # Errors
/// [`JsonErrorKind::Syntax`] when the text is not JSON, the other two kinds when a limit is reached.
pub fn parse(text: &str, limits: JsonLimits) -> Result<Node<'_>, JsonError> {
    let mut walk = Walk { text, at: 0, depth: limits.depth.min(MAX_DEPTH), fields_left: limits.fields };
    // Broken grammar comes before a limit, wherever in the text it is.
    walk.document().map_err(|own| match serde_json::from_str::<IgnoredAny>(text) {
        Err(error) => syntax(text, 0, &error),
        Ok(_) => own,
    })
}

/// `serde_json` counts lines, and bytes in the line; we count bytes from the begin of the text.
fn syntax(piece: &str, start: usize, error: &serde_json::Error) -> JsonError {
    let lines_before = error.line().saturating_sub(1);
    let line_start: usize = piece.split_inclusive('\n').take(lines_before).map(str::len).sum();
    let in_piece = line_start + error.column().saturating_sub(1);
    JsonError { kind: JsonErrorKind::Syntax, offset: start + in_piece.min(piece.len()) }
}

/// A place in a text.
struct Walk<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
    fields_left: usize,
}

impl<'a> Walk<'a> {
    /// Reads the one value of a text.
    fn document(&mut self) -> Result<Node<'a>, JsonError> {
        let node = self.value(0)?;
        match self.next_mark() {
            None => Ok(node),
            Some(_) => Err(self.error(JsonErrorKind::Syntax)),
        }
    }

    /// Reads the value that comes next, with `levels` lists and objects around it.
    fn value(&mut self, levels: usize) -> Result<Node<'a>, JsonError> {
        let first = self.next_mark();
        let start = self.at;
        let value = match first {
            Some(b'{' | b'[') if levels >= self.depth => return Err(self.error(JsonErrorKind::TooDeep)),
            Some(b'{') => Value::Object(self.object(levels + 1)?),
            Some(b'[') => Value::Array(self.array(levels + 1)?),
            Some(b'"') => Value::String(self.string()?),
            _ => match self.word() {
                "true" => Value::Bool(true),
                "false" => Value::Bool(false),
                "null" => Value::Null,
                number if is_number(number) => Value::Number(number),
                _ => return Err(self.error(JsonErrorKind::Syntax)),
            },
        };
        Ok(Node { span: start..self.at, value })
    }

    fn object(&mut self, levels: usize) -> Result<Object<'a>, JsonError> {
        let mut members = Vec::new();
        self.at += 1;
        if self.ends_with(b'}') {
            return Ok(Object { members });
        }
        loop {
            if self.next_mark() != Some(b'"') {
                return Err(self.error(JsonErrorKind::Syntax));
            }
            let key = self.string()?;
            if self.next_mark() != Some(b':') {
                return Err(self.error(JsonErrorKind::Syntax));
            }
            self.at += 1;
            self.count()?;
            members.push(Member { key, value: self.value(levels)? });
            if !self.goes_on(b'}')? {
                return Ok(Object { members });
            }
        }
    }

    fn array(&mut self, levels: usize) -> Result<Vec<Node<'a>>, JsonError> {
        let mut elements = Vec::new();
        self.at += 1;
        if self.ends_with(b']') {
            return Ok(elements);
        }
        loop {
            self.count()?;
            elements.push(self.value(levels)?);
            if !self.goes_on(b']')? {
                return Ok(elements);
            }
        }
    }

    /// Goes over the bracket that closes, if it comes next.
    fn ends_with(&mut self, closing: u8) -> bool {
        let ends = self.next_mark() == Some(closing);
        self.at += usize::from(ends);
        ends
    }

    /// Behind a value: goes over the comma, or over the bracket that closes, and says whether it was a comma.
    fn goes_on(&mut self, closing: u8) -> Result<bool, JsonError> {
        match self.next_mark() {
            Some(mark) if mark == b',' || mark == closing => {
                self.at += 1;
                Ok(mark == b',')
            }
            _ => Err(self.error(JsonErrorKind::Syntax)),
        }
    }

    /// Reads a text, from its opening to its closing quotation mark.
    fn string(&mut self) -> Result<Cow<'a, str>, JsonError> {
        let bytes = self.text.as_bytes();
        let (start, mut end, mut escapes) = (self.at, self.at + 1, false);
        loop {
            match bytes.get(end) {
                Some(b'"') => break,
                Some(b'\\') => {
                    escapes = true;
                    end += 2;
                }
                Some(0..=0x1f) | None => return Err(self.error(JsonErrorKind::Syntax)),
                Some(_) => end += 1,
            }
        }
        self.at = end + 1;
        if !escapes {
            return Ok(Cow::Borrowed(self.text.get(start + 1..end).unwrap_or_default()));
        }
        // Escapes that are none come to light here, and unpaired surrogates.
        let quoted = self.text.get(start..self.at).unwrap_or_default();
        serde_json::from_str(quoted).map(Cow::Owned).map_err(|error| syntax(quoted, start, &error))
    }

    /// Reads a number or one of the three words.
    fn word(&mut self) -> &'a str {
        let rest = self.rest();
        let length = rest.bytes().position(|byte| !matches!(byte, b'0'..=b'9' | b'a'..=b'z' | b'E' | b'+' | b'-' | b'.'));
        let word = rest.get(..length.unwrap_or(rest.len())).unwrap_or_default();
        self.at += word.len();
        word
    }

    /// Goes over white space and shows what comes then.
    fn next_mark(&mut self) -> Option<u8> {
        let bytes = self.text.as_bytes();
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = bytes.get(self.at) {
            self.at += 1;
        }
        bytes.get(self.at).copied()
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn count(&mut self) -> Result<(), JsonError> {
        self.fields_left = self.fields_left.checked_sub(1).ok_or_else(|| self.error(JsonErrorKind::TooManyFields))?;
        Ok(())
    }

    fn error(&self, kind: JsonErrorKind) -> JsonError {
        JsonError { kind, offset: self.at }
    }
}

/// RFC 8259 section 6: an optional minus, digits without leading zeros, an optional fraction and exponent.
fn is_number(word: &str) -> bool {
    fn digits(text: &[u8]) -> (usize, &[u8]) {
        let count = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
        (count, text.get(count..).unwrap_or_default())
    }
    let whole = word.as_bytes();
    let whole = whole.strip_prefix(b"-").unwrap_or(whole);
    let (count, mut rest) = digits(whole);
    if count == 0 || (count > 1 && whole.starts_with(b"0")) {
        return false;
    }
    if let Some(fraction) = rest.strip_prefix(b".") {
        let (count, behind) = digits(fraction);
        if count == 0 {
            return false;
        }
        rest = behind;
    }
    if let [b'e' | b'E', exponent @ ..] = rest {
        let exponent = if let [b'+' | b'-', behind @ ..] = exponent { behind } else { exponent };
        let (count, behind) = digits(exponent);
        return count > 0 && behind.is_empty();
    }
    rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: JsonLimits = JsonLimits { depth: 32, fields: 1000 };

    fn refused(text: &str) -> JsonError {
        parse(text, LIMITS).expect_err(text)
    }

    #[test]
    fn number_spellings_are_kept() {
        for text in ["0.2600", "-0", "1e999", "1.606848E+7", "123456789012345678901234567890.10"] {
            assert_eq!(parse(text, LIMITS).unwrap().value, Value::Number(text));
        }
    }

    /// RFC 8259, section 6 and 3: nothing but its own grammar.
    #[test]
    fn what_is_not_json_is_refused() {
        for text in [
            "",
            " ",
            "NaN",
            "Infinity",
            "-Infinity",
            "+1",
            "01",
            "1.",
            ".5",
            "0x10",
            "1,5",
            "'a'",
            "{a:1}",
            "[1,]",
            "{\"a\":1,}",
            "[1 2]",
            "{\"a\" 1}",
            "nul",
            "True",
            "// c\n1",
            "\u{feff}1",
            "1 2",
            "{} x",
            "\"a\nb\"",
            "\"\u{0}\"",
            "\"\\x41\"",
            "\"\\u12G4\"",
            "\"a",
            "[1",
            "{\"a\":",
            "{1:2}",
            "]",
            "\u{a0}1",
        ] {
            assert_eq!(refused(text).kind, JsonErrorKind::Syntax, "{text:?}");
        }
    }

    #[test]
    fn unpaired_surrogates_are_refused_in_values_and_keys() {
        for text in [r#""\ud800""#, r#""\udc00""#, r#""\ud800\u0041""#, r#"{"\ud800":1}"#, r#"[{"a":["\udfff\ud800"]}]"#] {
            assert_eq!(refused(text).kind, JsonErrorKind::Syntax, "{text}");
        }
        assert_eq!(parse(r#""\ud83d\ude00""#, LIMITS).unwrap().as_str(), Some("😀"));
    }

    #[test]
    fn errors_name_the_byte() {
        assert_eq!(refused("{\"a\":1,\n \"b\":NaN}").offset, 13);
        assert_eq!(refused("[1] x").offset, 4);
        let deep = r#"{"a":[1,"\ud800"]}"#;
        assert!((8..deep.len()).contains(&refused(deep).offset));
    }

    #[test]
    fn a_million_brackets_do_no_harm() {
        for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
            let closed = open.repeat(1_000_000) + "1" + &close.repeat(1_000_000);
            assert_eq!(refused(&closed).kind, JsonErrorKind::TooDeep);
            assert_eq!(refused(&open.repeat(1_000_000)).kind, JsonErrorKind::Syntax);
            // A caller that asks for any depth gets the greatest that is safe.
            let all = JsonLimits { depth: usize::MAX, fields: usize::MAX };
            assert_eq!(parse(&closed, all).unwrap_err().kind, JsonErrorKind::TooDeep);
        }
    }

    #[test]
    fn depth_is_counted_from_one() {
        let limits = JsonLimits { depth: 2, fields: 10 };
        assert!(parse("[[1]]", limits).is_ok());
        assert_eq!(parse("[[[]]]", limits), Err(JsonError { kind: JsonErrorKind::TooDeep, offset: 2 }));
        assert!(parse("7", JsonLimits { depth: 0, fields: 0 }).is_ok());
        let greatest = "[".repeat(MAX_DEPTH) + &"]".repeat(MAX_DEPTH);
        assert!(parse(&greatest, JsonLimits { depth: usize::MAX, fields: MAX_DEPTH }).is_ok());
    }

    #[test]
    fn fields_of_all_levels_count_together() {
        let limits = JsonLimits { depth: 4, fields: 4 };
        assert!(parse(r#"{"a":[1,2],"b":3}"#, limits).is_ok());
        assert_eq!(parse(r#"{"a":[1,2],"b":[3]}"#, limits).unwrap_err(), JsonError { kind: JsonErrorKind::TooManyFields, offset: 16 });
    }

    #[test]
    fn texts_without_escapes_are_borrowed() {
        let node = parse(r#"{"k":"v","\u006b2":"\tv"}"#, LIMITS).unwrap();
        let members = &node.as_object().unwrap().members;
        assert!(matches!(members[0].key, Cow::Borrowed("k")));
        assert!(matches!(members[0].value.value, Value::String(Cow::Borrowed("v"))));
        assert_eq!(members[1].key, "k2");
        assert_eq!(members[1].value.as_str(), Some("\tv"));
    }
}
