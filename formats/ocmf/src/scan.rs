//! Where the sections of a record stand, and where records stand in a text.
//!
//! Pipes, braces and whole headers may stand inside JSON strings (tariff texts do hold them), so a section
//! ends where its braces close outside strings, not at the next pipe.
//!
//! A text full of headers must not cost more than its length. What guarantees it: outside a string,
//! neither a header nor a backslash may stand. Two scans that begin at different headers and are both
//! still going are therefore always of opposite opinion about what is inside a string, so a third one
//! cannot get under way before one of them has given up: no byte is looked at more than three times.

use std::ops::Range;

use eichrecht_model::{ParseError, ParseErrorKind};

const MARK: &[u8] = b"OCMF";
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// A record cut up. All ranges are byte ranges of the text it was found in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sections {
    /// Everything between the first and the second pipe.
    pub(crate) payload: Range<usize>,
    /// The payload's object, from `{` to `}`.
    pub(crate) payload_object: Range<usize>,
    /// The object of the signature section.
    pub(crate) signature_object: Range<usize>,
    /// What stands behind a third pipe, without white space around it.
    pub(crate) extra: Option<Range<usize>>,
    /// Where the record ends.
    pub(crate) end: usize,
}

/// Cuts up the record whose header begins at `start`.
pub(crate) fn sections(text: &[u8], start: usize) -> Result<Sections, ParseError> {
    let payload_start = header_end(text, start).ok_or_else(|| ParseError::new(ParseErrorKind::HeaderMissing).at(start))?;
    let payload_object = object(text, payload_start, "payload")?;
    let pipe = skip_blanks(text, payload_object.end);
    match text.get(pipe) {
        Some(b'|') => {}
        Some(_) => return Err(ParseError::new(ParseErrorKind::Syntax).at(pipe)),
        None => return Err(ParseError::new(ParseErrorKind::Truncated).at(pipe)),
    }
    let signature_object = object(text, pipe + 1, "signature")?;
    let extra = extra_section(text, signature_object.end);
    let end = extra.as_ref().map_or(signature_object.end, |extra| extra.end);
    Ok(Sections { payload: payload_start..pipe, payload_object, signature_object, extra, end })
}

/// The ranges of all records in a text. One that is broken reaches to the next header or the end of the
/// text, so that it is reported and not lost. The search ends with record number `most`.
pub(crate) fn find(text: &[u8], most: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut next = next_header(text, 0);
    while let Some(start) = next.filter(|_| found.len() < most) {
        match sections(text, start) {
            Ok(sections) => {
                found.push(start..sections.end);
                next = next_header(text, sections.end);
            }
            Err(_) => {
                next = next_header(text, start + MARK.len());
                found.push(start..trim_end(text, start..next.unwrap_or(text.len())));
            }
        }
    }
    found
}

/// Where a header that begins at `start` ends: behind its pipe.
pub(crate) fn header_end(text: &[u8], start: usize) -> Option<usize> {
    if !text.get(start..)?.starts_with(MARK) {
        return None;
    }
    let pipe = skip_blanks(text, start + MARK.len());
    (text.get(pipe) == Some(&b'|')).then_some(pipe + 1)
}

/// Skips white space and byte order marks, which some files have before the header.
pub(crate) fn skip_lead_in(text: &[u8]) -> usize {
    let mut at = skip_blanks(text, 0);
    while text.get(at..).is_some_and(|rest| rest.starts_with(BYTE_ORDER_MARK)) {
        at = skip_blanks(text, at + BYTE_ORDER_MARK.len());
    }
    at
}

/// Skips what JSON calls white space.
pub(crate) fn skip_blanks(text: &[u8], from: usize) -> usize {
    let blanks = text.iter().skip(from).take_while(|byte| is_blank(**byte)).count();
    (from + blanks).min(text.len())
}

pub(crate) fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

fn next_header(text: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += text.get(at..)?.iter().position(|byte| *byte == b'O')?;
        if header_end(text, at).is_some() {
            return Some(at);
        }
        at += 1;
    }
}

/// The range of the object that begins behind white space at `from`.
fn object(text: &[u8], from: usize, section: &'static str) -> Result<Range<usize>, ParseError> {
    let start = skip_blanks(text, from);
    match text.get(start) {
        Some(b'{') => Ok(start..object_end(text, start)?),
        Some(_) => Err(ParseError::new(ParseErrorKind::PartMissing).at(start).field(section)),
        None => Err(ParseError::new(ParseErrorKind::Truncated).at(start)),
    }
}

/// Behind the brace that closes the one at `start`.
fn object_end(text: &[u8], start: usize) -> Result<usize, ParseError> {
    let mut depth = 0usize;
    let mut at = start;
    while let Some(byte) = text.get(at) {
        match byte {
            b'"' => at = string_end(text, at + 1),
            b'{' => depth += 1,
            b'}' => {
                depth -= 1;
                if depth == 0 {
                    return Ok(at + 1);
                }
            }
            b'\\' => return Err(ParseError::new(ParseErrorKind::Syntax).at(at)),
            b'O' if header_end(text, at).is_some() => return Err(ParseError::new(ParseErrorKind::Syntax).at(at)),
            _ => {}
        }
        at += 1;
    }
    Err(ParseError::new(ParseErrorKind::Truncated).at(text.len()))
}

/// The quotation mark that ends a string; the end of the text where there is none.
fn string_end(text: &[u8], from: usize) -> usize {
    let mut at = from;
    loop {
        match text.get(at) {
            Some(b'"') | None => return at,
            Some(b'\\') => at += 2,
            Some(_) => at += 1,
        }
    }
}

/// The fourth section that OCMF 1.0 knew: letters, digits and signs of a key text behind a third pipe.
fn extra_section(text: &[u8], from: usize) -> Option<Range<usize>> {
    let pipe = skip_blanks(text, from);
    if text.get(pipe) != Some(&b'|') {
        return None;
    }
    let start = skip_blanks(text, pipe + 1);
    let is_key = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=' | b'_' | b'-') || is_blank(byte);
    let length = text.iter().enumerate().skip(start).take_while(|(at, byte)| is_key(**byte) && header_end(text, *at).is_none()).count();
    // Without any content the section ends right behind its pipe.
    if length == 0 { Some(pipe + 1..pipe + 1) } else { Some(start..trim_end(text, start..start + length)) }
}

/// The end of a range without the white space at its end.
fn trim_end(text: &[u8], range: Range<usize>) -> usize {
    let blanks = text.get(range.clone()).unwrap_or_default().iter().rev().take_while(|byte| is_blank(**byte)).count();
    range.end - blanks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        find(text.as_bytes(), usize::MAX).into_iter().map(|range| text.get(range).unwrap()).collect()
    }

    fn cut(text: &str) -> Sections {
        sections(text.as_bytes(), 0).unwrap()
    }

    fn broken(text: &str) -> (ParseErrorKind, Option<usize>) {
        let error = sections(text.as_bytes(), 0).unwrap_err();
        (error.kind, error.offset)
    }

    #[test]
    fn sections_of_a_plain_record() {
        let sections = cut(r#"OCMF|{"a":1}|{"SD":"00"}"#);
        assert_eq!(sections.payload, 5..12);
        assert_eq!(sections.payload_object, 5..12);
        assert_eq!(sections.signature_object, 13..24);
        assert_eq!(sections.extra, None);
    }

    #[test]
    fn white_space_between_pipes_and_braces() {
        let sections = cut("OCMF |\n{}\t|\r\n{} \n");
        assert_eq!(sections.payload, 6..10);
        assert_eq!(sections.payload_object, 7..9);
        assert_eq!(sections.signature_object, 13..15);
        assert_eq!(sections.end, 15);
    }

    /// Pipes, braces, quotes and headers inside strings are text.
    #[test]
    fn strings_are_respected() {
        for payload in [r#"{"TT":"day|night {7 ct"}"#, r#"{"TT":"}|{\"\\"}"#, r#"{"TT":"OCMF|{}|{}"}"#, r#"{"a":{"b":"\\\"{"}}"#] {
            let text = format!(r#"OCMF|{payload}|{{"SD":"|}}"}}"#);
            assert_eq!(text.get(cut(&text).payload_object), Some(payload));
            assert_eq!(found(&text), [&text]);
        }
    }

    #[test]
    fn the_old_fourth_section() {
        let text = "OCMF|{}|{}| 3059 AB+/=_-\n \nOCMF|{}|{}|OCMF|{}|{}|";
        assert_eq!(found(text), ["OCMF|{}|{}| 3059 AB+/=_-", "OCMF|{}|{}|", "OCMF|{}|{}|"]);
        assert_eq!(cut(text).extra, Some(12..24));
        assert_eq!(found("OCMF|{}|{}|key</signedData>"), ["OCMF|{}|{}|key"]);
    }

    #[test]
    fn broken_records_say_where() {
        assert_eq!(broken("OCM|{}|{}"), (ParseErrorKind::HeaderMissing, Some(0)));
        assert_eq!(broken("OCMF|"), (ParseErrorKind::Truncated, Some(5)));
        assert_eq!(broken("OCMF|x|{}"), (ParseErrorKind::PartMissing, Some(5)));
        assert_eq!(broken("OCMF|[]|{}"), (ParseErrorKind::PartMissing, Some(5)));
        assert_eq!(broken("OCMF|{\"a\":\"|{}"), (ParseErrorKind::Truncated, Some(14)));
        assert_eq!(broken("OCMF|{}{}"), (ParseErrorKind::Syntax, Some(7)));
        assert_eq!(broken("OCMF|{}"), (ParseErrorKind::Truncated, Some(7)));
        assert_eq!(broken("OCMF|{}|key"), (ParseErrorKind::PartMissing, Some(8)));
        assert_eq!(broken("OCMF|{\\\"a\\\":1}|{}"), (ParseErrorKind::Syntax, Some(6)));
        assert_eq!(broken("OCMF|{OCMF|{}|{}"), (ParseErrorKind::Syntax, Some(6)));
    }

    /// A record too bad to read does not take its neighbours along.
    #[test]
    fn broken_records_are_found_one_by_one() {
        assert_eq!(
            found("a OCMF|{ \nOCMF|{}|{} b OCMF|{\"x OCMF|{}|{}\nOCMF | OCMF|{}|{"),
            ["OCMF|{", "OCMF|{}|{}", "OCMF|{\"x", "OCMF|{}|{}", "OCMF |", "OCMF|{}|{"]
        );
        assert!(find(b"OCMF OCMF{} ocmf|{}|{}", usize::MAX).is_empty());
    }

    #[test]
    fn the_search_ends_with_the_record_asked_for() {
        let text = b"OCMF|{ OCMF|{}|{} OCMF|{}|{}";
        for most in 0..5 {
            assert_eq!(find(text, most), find(text, usize::MAX).into_iter().take(most).collect::<Vec<_>>());
        }
    }

    /// Two million bytes each, in the time of a blink: quadratic work would take hours.
    #[test]
    fn hostile_texts_cost_their_length() {
        for unit in [
            "OCMF|{",
            "OCMF|{\"",
            "OCMF|{\\\"",
            "OCMF|{\"\\\"",
            "OCMF|{}|{",
            "OCMF|{}|{}|",
            "OCMF|{}|",
            "OCMF ",
            "OCMF|",
            "OCMF   |  ",
            "O",
            "OCMF|{\":\"",
            "OCMF|{\"a\":\"OCMF|{\"\"\"",
            "OCMF|{}|{\"",
        ] {
            let text = unit.repeat(2_000_000 / unit.len());
            let records = find(text.as_bytes(), usize::MAX);
            assert!(records.windows(2).all(|pair| pair[0].end <= pair[1].start), "{unit}");
        }
    }

    /// Bytes looked at by all scans of a text together: each goes from its header to where it ends or gives up.
    fn cost(text: &str) -> usize {
        let scanned = |start: usize| match sections(text.as_bytes(), start) {
            Ok(sections) => sections.end - start,
            Err(error) => error.offset.unwrap() - start,
        };
        find(text.as_bytes(), usize::MAX).into_iter().map(|record| scanned(record.start)).sum()
    }

    proptest::proptest! {
        #![proptest_config(proptest::test_runner::Config { failure_persistence: None, ..proptest::test_runner::Config::with_cases(3000) })]

        /// The promise at the top of this file, on texts made to break it.
        #[test]
        fn no_byte_is_looked_at_more_than_three_times(
            units in proptest::collection::vec(
                (proptest::sample::select(vec!["OCMF|{", "OCMF|{\"", "\"", "\\", "\\\"", "{", "}", "|", "}|{", ":", "OCMF|{}|{"]), 1usize..4), 1..30),
            repeat in 1usize..20,
        ) {
            let unit: String = units.iter().map(|(piece, count)| piece.repeat(*count)).collect();
            let text = unit.repeat(repeat);
            proptest::prop_assert!(cost(&text) <= 3 * text.len(), "{text}");
        }
    }
}
