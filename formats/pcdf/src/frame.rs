//! What may lie around a record and is not signed: byte order mark, white space, quotation marks, and the frame of the
//! meter's wire, STX and ETX.

use std::ops::Range;

/// What every record begins with, up to the first group.
pub(crate) const PREFIX: &[u8] = b"128.8.0";
/// Begin of the frame: as a byte, and as JSON spells it.
pub(crate) const OPENINGS: [&[u8]; 2] = [b"\x02", b"\\u0002"];
/// End of the frame.
pub(crate) const CLOSINGS: [&[u8]; 2] = [b"\x03", b"\\u0003"];

/// Whether a record begins here.
pub(crate) fn prefix_at(text: &[u8], at: usize) -> bool {
    text.get(at..).and_then(|rest| rest.strip_prefix(PREFIX)).is_some_and(|rest| rest.first() == Some(&b'('))
}

/// The range of the record itself in bytes that may have everything around it.
pub(crate) fn content(bytes: &[u8]) -> Range<usize> {
    let mut range = 0..bytes.len();
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        range.start = 3;
    }
    trim(bytes, &mut range);
    if part(bytes, &range).len() > 1 && part(bytes, &range).starts_with(b"\"") && part(bytes, &range).ends_with(b"\"") {
        range = range.start + 1..range.end - 1;
        trim(bytes, &mut range);
    }
    if let Some(opening) = OPENINGS.iter().find(|mark| part(bytes, &range).starts_with(mark)) {
        range.start += opening.len();
    }
    if let Some(closing) = CLOSINGS.iter().find(|mark| part(bytes, &range).ends_with(mark)) {
        range.end -= closing.len();
    }
    trim(bytes, &mut range);
    range
}

fn part<'a>(bytes: &'a [u8], range: &Range<usize>) -> &'a [u8] {
    bytes.get(range.clone()).unwrap_or_default()
}

fn trim(bytes: &[u8], range: &mut Range<usize>) {
    let text = part(bytes, range);
    range.start += text.len() - text.trim_ascii_start().len();
    range.end = range.start + text.trim_ascii().len();
}

#[cfg(test)]
#[allow(clippy::string_slice, reason = "a test")]
mod tests {
    use super::*;

    #[test]
    fn wrappers_come_off_in_their_order() {
        for text in [
            "128.8.0(A:1)",
            " \"128.8.0(A:1)\"\n",
            "\u{feff}\u{2}128.8.0(A:1)\u{3}\n",
            "\"\\u0002128.8.0(A:1)\\u0003\"",
            "\u{2}\n128.8.0(A:1)\r\n\u{3}",
        ] {
            assert_eq!(&text[content(text.as_bytes())], "128.8.0(A:1)", "{text:?}");
        }
        for text in ["", "\"", "\u{2}", "\u{2}\u{3}", "\u{feff}", "\"\""] {
            assert!(content(text.as_bytes()).len() <= 1, "{text:?}");
        }
    }
}
