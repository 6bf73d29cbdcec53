//! Where lines stand in a text.

use std::ops::Range;

use eichrecht_model::Detection;

use crate::base32::is_blank;

/// Bytes of the header: `AP;0;3;`.
pub(crate) const HEADER: usize = 7;

/// Letters of a signature without padding: 48 bytes.
const SIGNATURE_LETTERS: usize = 77;

/// The header is a mark nobody sets by chance, so there is no "maybe".
pub(crate) fn detect(bytes: &[u8]) -> Detection {
    if header_at(bytes, skip_lead_in(bytes)) { Detection::Yes } else { Detection::No }
}

/// Position of the first byte that is neither byte order mark, white space nor an opening quotation mark.
pub(crate) fn skip_lead_in(bytes: &[u8]) -> usize {
    let mut at = 0;
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        if rest.starts_with(b"\xEF\xBB\xBF") {
            at += 3;
        } else if rest.first().is_some_and(|byte| is_blank(*byte)) {
            at += 1;
        } else {
            return if rest.first() == Some(&b'"') { at + 1 } else { at };
        }
    }
}

/// Whether a line begins here: the tag, and type and version of one character each. A letter or digit in front of the
/// tag makes it the end of a longer word, unless it is the escape of a line end.
pub(crate) fn header_at(text: &[u8], at: usize) -> bool {
    let field = |byte: &u8| byte.is_ascii_graphic() && *byte != b';';
    let before = text.get(..at).unwrap_or_default();
    let word_before = match before {
        [.., b'\\', b'n' | b'r' | b't'] => false,
        [.., b'\\', b'u', a, b, c, d] if [a, b, c, d].into_iter().all(u8::is_ascii_hexdigit) => false,
        _ => before.last().is_some_and(u8::is_ascii_alphanumeric),
    };
    match text.get(at..).unwrap_or_default() {
        [b'A', b'P', b';', kind, b';', version, b';', ..] => field(kind) && field(version) && !word_before,
        _ => false,
    }
}

/// All lines of a text, broken ones up to the end of what could belong to them.
pub(crate) fn find(text: &[u8], most: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut next = next_header(text, 0);
    while let Some(start) = next.filter(|_| found.len() < most) {
        next = next_header(text, start + HEADER);
        let room = text.get(..next.unwrap_or(text.len())).unwrap_or_default();
        found.push(start..line_end(room, start + HEADER));
    }
    found
}

fn next_header(text: &[u8], from: usize) -> Option<usize> {
    let tags = text.get(from..)?.windows(3).enumerate().filter(|(_, window)| *window == b"AP;");
    tags.map(|(at, _)| from + at).find(|at| header_at(text, *at))
}

/// End of the line whose fields begin at `start`. Fields may be wrapped, so white space belongs to them; what follows
/// the signature is told apart from it by its length.
fn line_end(text: &[u8], start: usize) -> usize {
    let mut at = start;
    for _ in ["key", "data set"] {
        let end = position(text, at, |byte| !is_field(byte));
        if text.get(end) != Some(&b';') {
            return trimmed(text, start, end);
        }
        at = end + 1;
    }
    let mut letters = 0;
    let mut gap = false;
    let mut end = at;
    while let Some(byte) = text.get(end).filter(|byte| is_field(**byte)) {
        let letter = byte.is_ascii_alphanumeric();
        if letter && gap && letters >= SIGNATURE_LETTERS {
            return trimmed(text, start, end);
        }
        gap = !letter;
        letters += usize::from(letter);
        end += 1;
    }
    match position(text, end, |byte| byte != b';') {
        behind if behind > end => behind,
        _ => trimmed(text, start, end),
    }
}

fn is_field(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'=' || is_blank(byte)
}

fn position(text: &[u8], from: usize, wanted: impl Fn(u8) -> bool) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    from + rest.iter().position(|byte| wanted(*byte)).unwrap_or(rest.len())
}

/// `end` without the white space before it, but not before `start`.
fn trimmed(text: &[u8], start: usize, end: usize) -> usize {
    let piece = text.get(start..end).unwrap_or_default();
    start + piece.iter().rposition(|byte| !is_blank(*byte)).map_or(0, |last| last + 1)
}

#[cfg(test)]
#[allow(clippy::string_slice, reason = "a test")]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        find(text.as_bytes(), usize::MAX).into_iter().map(|range| &text[range]).collect()
    }

    fn line(signature: usize) -> String {
        format!("AP;0;3;KEY;DATA;{}", "S".repeat(signature))
    }

    #[test]
    fn the_header_decides() {
        for text in ["AP;0;3;", "AP;9;x;", " \r\n\"AP;0;3;K", "\u{feff}AP;0;3;"] {
            assert_eq!(detect(text.as_bytes()), Detection::Yes, "{text:?}");
        }
        for text in ["", "AP", "AP;", "AP;0;3", "AP;;3;", "AP;0;;", "AP;00;3;", "ap;0;3;", "x AP;0;3;", "MAP;0;3;", "AP;0; ;"] {
            assert_eq!(detect(text.as_bytes()), Detection::No, "{text:?}");
        }
    }

    #[test]
    fn lines_end_where_their_signature_ends() {
        let full = line(77);
        for behind in ["", ";", "===", "===;", "=\n==;", ";;;"] {
            let record = format!("{full}{behind}");
            for (around, text) in [
                ("text", format!("before {record} behind")),
                ("two", format!("{record}\n{record}")),
                ("quotes", format!("\"{record}\"")),
                ("escaped", format!("{record}\\n{record}\\n")),
                ("escaped", format!("{record}\\u000a{record}\\u000D")),
                ("markup", format!("<v>{record}</v>")),
            ] {
                let expected = vec![record.as_str(); if around == "two" || around == "escaped" { 2 } else { 1 }];
                assert_eq!(found(&text), expected, "{around} {behind:?}");
            }
        }
    }

    #[test]
    fn wrapped_lines_stay_whole() {
        let wrapped = format!("AP;0;3;K\r\nEY;DA\n TA;{}\n{};", "S".repeat(40), "S".repeat(37));
        assert_eq!(found(&format!("{wrapped}\nand more")), [wrapped.as_str()]);
    }

    #[test]
    fn broken_lines_are_not_lost() {
        assert_eq!(found("AP;0;3;KEY"), ["AP;0;3;KEY"]);
        assert_eq!(found("AP;0;3; \n"), ["AP;0;3;"]);
        assert_eq!(found("AP;0;3;KEY;DA-TA;SIG;"), ["AP;0;3;KEY;DA"]);
        assert_eq!(found("AP;0;3;KEY;DATA;SIG\nAP;1;3;KEY;DATA;SIG"), ["AP;0;3;KEY;DATA;SIG", "AP;1;3;KEY;DATA;SIG"]);
        assert_eq!(found(&format!("{}x", line(77))), [format!("{}x", line(77))]);
    }

    #[test]
    fn lines_joined_without_a_break() {
        assert_eq!(found(&format!("{0};{0}===;{0}===", line(77))).len(), 3);
    }

    #[test]
    fn no_more_than_asked_for() {
        assert_eq!(find("AP;0;3;K;".repeat(9).as_bytes(), 4).len(), 4);
    }
}
