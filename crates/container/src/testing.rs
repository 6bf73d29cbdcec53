//! Two tiny formats for the tests of this crate.

use std::ops::Range;

use eichrecht_model::{Detection, Format, FormatId, FormatInfo, Limits, ParseError, ParseErrorKind, ParsedRecord, Record};

use crate::{Unwrapped, unwrap};

/// Records from one star to the next: `*…*`. A last star without partner runs to the end. As text formats
/// do, it finds nothing in what is no text.
pub(crate) struct Star;

/// Records in square brackets: `[…]`.
pub(crate) struct Bracket;

/// Shaped like OCMF: `J|{…}|{…}` with JSON objects, strings respected.
pub(crate) struct Json;

fn info(id: &'static str, label: &'static [&'static str]) -> FormatInfo {
    FormatInfo { id: FormatId(id), title: id, versions: "1", algorithms: "", labels: label, carries_key: false, carriers: &[] }
}

fn no_parser() -> Result<ParsedRecord, ParseError> {
    Err(ParseError::new(ParseErrorKind::Syntax))
}

fn yes(condition: bool) -> Detection {
    if condition { Detection::Yes } else { Detection::No }
}

impl Format for Star {
    fn info(&self) -> FormatInfo {
        info("star", &["STAR"])
    }

    fn detect(&self, bytes: &[u8]) -> Detection {
        yes(bytes.len() > 1 && bytes.starts_with(b"*") && bytes.ends_with(b"*"))
    }

    fn signed_apart(&self) -> bool {
        true
    }

    fn find(&self, text: &[u8], _: usize) -> Vec<Range<usize>> {
        if std::str::from_utf8(text).is_err() {
            return Vec::new();
        }
        let stars: Vec<usize> = (0..text.len()).filter(|at| text[*at] == b'*').collect();
        stars.chunks(2).map(|pair| pair[0]..pair.get(1).map_or(text.len(), |end| end + 1)).collect()
    }

    fn parse(&self, _: &Record, _: &Limits) -> Result<ParsedRecord, ParseError> {
        no_parser()
    }
}

impl Format for Bracket {
    fn info(&self) -> FormatInfo {
        info("bracket", &["BRACKET", "SQUARE"])
    }

    fn detect(&self, bytes: &[u8]) -> Detection {
        yes(bytes.starts_with(b"["))
    }

    fn find(&self, text: &[u8], _: usize) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        if std::str::from_utf8(text).is_err() {
            return found;
        }
        let mut open = None;
        for (at, byte) in text.iter().enumerate() {
            match (byte, open) {
                (b'[', None) => open = Some(at),
                (b']', Some(start)) => {
                    found.push(start..at + 1);
                    open = None;
                }
                _ => {}
            }
        }
        found
    }

    fn parse(&self, _: &Record, _: &Limits) -> Result<ParsedRecord, ParseError> {
        no_parser()
    }
}

impl Format for Json {
    fn info(&self) -> FormatInfo {
        info("json", &["JSON"])
    }

    fn detect(&self, bytes: &[u8]) -> Detection {
        yes(bytes.starts_with(b"J|"))
    }

    fn find(&self, text: &[u8], _: usize) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < text.len() {
            if !text[at..].starts_with(b"J|{") {
                at += 1;
                continue;
            }
            let start = at;
            let mut objects = 0;
            let mut depth = 0;
            let mut quoted = false;
            at += 2;
            while at < text.len() && objects < 2 {
                match text[at] {
                    b'\\' if quoted => at += 1,
                    b'"' => quoted = !quoted,
                    b'{' if !quoted => depth += 1,
                    b'}' if !quoted && depth > 0 => {
                        depth -= 1;
                        objects += usize::from(depth == 0);
                    }
                    _ => {}
                }
                at += 1;
            }
            at = at.min(text.len());
            found.push(start..at);
        }
        found
    }

    fn parse(&self, _: &Record, _: &Limits) -> Result<ParsedRecord, ParseError> {
        no_parser()
    }
}

/// A "key" begins with `KEY` and holds no blank.
pub(crate) fn is_key(bytes: &[u8]) -> bool {
    let bytes = bytes.trim_ascii();
    let armoured = bytes.starts_with(b"-----BEGIN KEY") && bytes.ends_with(b"-----END KEY-----");
    armoured || (bytes.starts_with(b"KEY") && !bytes.contains(&b' ') && !bytes.contains(&b'\n'))
}

/// Unwraps with the three formats and default limits.
pub(crate) fn open(bytes: impl AsRef<[u8]>) -> Unwrapped {
    open_with(bytes, &Limits::default())
}

/// Unwraps with the three formats.
pub(crate) fn open_with(bytes: impl AsRef<[u8]>, limits: &Limits) -> Unwrapped {
    unwrap("in", bytes.as_ref(), &[&Star, &Bracket, &Json], &is_key, limits)
}

/// The records as text.
pub(crate) fn texts(unwrapped: &Unwrapped) -> Vec<&str> {
    unwrapped.records.iter().map(|record| std::str::from_utf8(&record.bytes).unwrap()).collect()
}

/// Names of the errors with the last part of their location.
pub(crate) fn errors(unwrapped: &Unwrapped) -> Vec<(&'static str, &str)> {
    unwrapped.errors.iter().map(|error| (error.kind.as_str(), error.location.parts().last().unwrap().as_str())).collect()
}

/// The records of an input as text.
pub(crate) fn found(bytes: impl AsRef<[u8]>) -> Vec<String> {
    texts(&open(bytes)).into_iter().map(str::to_owned).collect()
}
