//! Where records stand in a text.

use std::ops::Range;

use eichrecht_model::Detection;

use crate::frame::{CLOSINGS, OPENINGS, PREFIX, content, prefix_at};

/// The prefix with the bracket behind it is a mark nobody sets by chance, so there is no "maybe".
pub(crate) fn detect(bytes: &[u8]) -> Detection {
    if prefix_at(bytes, content(bytes).start) { Detection::Yes } else { Detection::No }
}

/// All records of a text with their frames, broken ones up to the end of what could belong to them. Half a frame is
/// left outside.
pub(crate) fn find(text: &[u8], most: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut next = next_prefix(text, 0);
    while let Some(start) = next.filter(|_| found.len() < most) {
        let groups = start + PREFIX.len();
        next = next_prefix(text, groups);
        let room = text.get(..next.map_or(text.len(), |next| frame_start(text, next))).unwrap_or_default();
        let end = groups_end(room, groups);
        let opening = frame_start(text, start);
        let closing = CLOSINGS.iter().find(|mark| text.get(end..).is_some_and(|behind| behind.starts_with(mark)));
        found.push(match closing {
            Some(closing) if opening < start => opening..end + closing.len(),
            _ => start..end,
        });
    }
    found
}

/// Begin of the frame of a record, or of the record where there is none.
fn frame_start(text: &[u8], record: usize) -> usize {
    let before = text.get(..record).unwrap_or_default();
    record - OPENINGS.iter().find(|mark| before.ends_with(mark)).map_or(0, |mark| mark.len())
}

fn next_prefix(text: &[u8], from: usize) -> Option<usize> {
    let windows = text.get(from..)?.windows(PREFIX.len()).enumerate();
    windows.filter(|(_, window)| *window == PREFIX).map(|(at, _)| from + at).find(|at| {
        let before = text.get(..*at).unwrap_or_default();
        let longer_number = before.last().is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'.');
        prefix_at(text, *at) && (!longer_number || ends_with_escape(before))
    })
}

/// Whether a text ends with a character as JSON spells it: its last letter or digit belongs to no word.
fn ends_with_escape(text: &[u8]) -> bool {
    match text {
        [.., b'\\', b'n' | b'r' | b't'] => true,
        [.., b'\\', b'u', a, b, c, d] => [a, b, c, d].into_iter().all(u8::is_ascii_hexdigit),
        _ => false,
    }
}

/// End of the groups that begin at `start`. Line ends may stand between and within them, until the signature has come.
fn groups_end(text: &[u8], start: usize) -> usize {
    let mut at = start;
    let mut last = start;
    while text.get(at) == Some(&b'(') {
        let inner = text.get(at + 1..).unwrap_or_default();
        let Some(length) = inner.iter().position(|byte| matches!(byte, b'(' | b')')) else {
            // The group never ends: it is given up to the end of its line.
            return at + 1 + inner.iter().position(|byte| matches!(byte, b'\r' | b'\n')).unwrap_or(inner.len());
        };
        let signature = inner.starts_with(b"SG:");
        at += 1 + length;
        if text.get(at) == Some(&b'(') {
            continue;
        }
        at += 1;
        last = at;
        if !signature {
            let rest = text.get(at..).unwrap_or_default();
            at += rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        }
    }
    last
}

#[cfg(test)]
#[allow(clippy::string_slice, reason = "a test")]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        find(text.as_bytes(), usize::MAX).into_iter().map(|range| &text[range]).collect()
    }

    const RECORD: &str = "128.8.0(ST:1)(SG:00)";

    #[test]
    fn the_prefix_decides() {
        for text in [RECORD, "128.8.0(", "\u{2}128.8.0(", " \"128.8.0(A:1)\"", "\u{feff}\\u0002128.8.0("] {
            assert_eq!(detect(text.as_bytes()), Detection::Yes, "{text:?}");
        }
        for text in ["", "128.8.0", "128.8.0 (", "x128.8.0(", "1128.8.0(", "128a8.0("] {
            assert_eq!(detect(text.as_bytes()), Detection::No, "{text:?}");
        }
    }

    #[test]
    fn records_among_other_text() {
        for (before, behind) in [("", ""), ("text ", " (see above)"), ("<v>", "</v>"), ("\"", "\""), ("\u{2}", ""), ("", "\u{3}")] {
            assert_eq!(found(&format!("{before}{RECORD}{behind}")), [RECORD], "{before} {behind}");
        }
        assert_eq!(found(&format!("{RECORD}{RECORD}\r\n{RECORD}")), [RECORD; 3]);
        assert_eq!(found(&format!("{RECORD}\\n{RECORD}\\n")), [RECORD; 2]);
        assert_eq!(found("1.128.8.0(ST:1)"), [""; 0]);
    }

    #[test]
    fn frames_belong_to_the_record() {
        for framed in [format!("\u{2}{RECORD}\u{3}"), format!("\\u0002{RECORD}\\u0003")] {
            assert_eq!(found(&format!("x{framed}{framed}\n")), [framed.as_str(), framed.as_str()]);
        }
    }

    #[test]
    fn nothing_of_the_next_record_is_taken() {
        let framed = format!("\u{2}{RECORD}\u{3}");
        assert_eq!(found(&format!("128.8.0({framed}")), ["128.8.0(", &framed]);
        assert_eq!(found(&format!("\\u0002{RECORD}\\u0003{RECORD}")), [&format!("\\u0002{RECORD}\\u0003"), RECORD]);
    }

    #[test]
    fn the_prefix_may_stand_in_a_value() {
        assert_eq!(found("128.8.0(SI:128.8.0*1*x)(SG:00)"), ["128.8.0(SI:128.8.0*1*x)(SG:00)"]);
    }

    #[test]
    fn line_ends_inside_belong_to_the_record() {
        let wrapped = "128.8.0(ST:\r\n1)\r\n(CT:2)(S\nG:00)";
        assert_eq!(found(&format!("{wrapped}\nbehind")), [wrapped]);
    }

    #[test]
    fn broken_records_are_not_lost() {
        assert_eq!(found("128.8.0(ST:1)(CT"), ["128.8.0(ST:1)(CT"]);
        assert_eq!(found("128.8.0(ST:1)(CT:2\nbehind"), ["128.8.0(ST:1)(CT:2"]);
        assert_eq!(found("128.8.0(ST:(1)(SG:0)"), ["128.8.0(ST:(1)(SG:0)"]);
        assert_eq!(found("128.8.0(ST:1)x(SG:00)"), ["128.8.0(ST:1)"]);
    }
}
