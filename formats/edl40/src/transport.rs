//! The transport of SML, version 1: start, escaped payload, fill bytes, end, checksum.

use std::ops::Range;

use eichrecht_model::{ParseError, ParseErrorKind};

use crate::crc::crc16;

/// Four of these escape; twice four stand for four in the payload.
const ESCAPE: [u8; 4] = [0x1B; 4];
/// What follows the escape at the start of a frame.
const VERSION_1: [u8; 4] = [0x01; 4];
/// Bytes of the start: escape and version.
const START: usize = 8;
/// Bytes of the end: escape, mark, number of fill bytes, checksum.
const END: usize = 8;
/// What follows the escape at the end of a frame.
const END_MARK: u8 = 0x1A;

/// Whether bytes begin as a frame does.
pub(crate) fn begins_frame(bytes: &[u8]) -> bool {
    bytes.strip_prefix(&ESCAPE).is_some_and(|rest| rest.starts_with(&VERSION_1))
}

/// Where frames that are `wanted` stand among other bytes, at most `most` of them. One that does not end goes to
/// the next start or to the end.
pub(crate) fn frames(bytes: &[u8], most: usize, wanted: impl Fn(&[u8]) -> bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = next_start(bytes, at).filter(|_| found.len() < most) {
        let end = start + frame_length(bytes.get(start..).unwrap_or_default());
        if bytes.get(start..end).is_some_and(&wanted) {
            found.push(start..end);
        }
        at = end;
    }
    found
}

fn next_start(bytes: &[u8], from: usize) -> Option<usize> {
    let rest = bytes.get(from..)?;
    rest.windows(START).position(begins_frame).map(|at| from + at)
}

/// Length of the frame that `bytes` begin with, its end included if it has one.
fn frame_length(bytes: &[u8]) -> usize {
    let mut at = START;
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        if !rest.starts_with(&ESCAPE) {
            at += 1;
        } else if rest.get(4) == Some(&END_MARK) {
            return bytes.len().min(at + END);
        } else if begins_frame(rest) {
            return at;
        } else {
            at += 8;
        }
    }
    bytes.len()
}

/// Takes the payload out of one frame and checks its checksum.
///
/// The payload is given without fill bytes, escapes resolved.
///
/// # Errors
/// When the frame is broken, does not end, goes on behind its end, or its checksum does not fit.
pub(crate) fn payload(frame: &[u8]) -> Result<Vec<u8>, ParseError> {
    if !begins_frame(frame) {
        return Err(ParseError::new(ParseErrorKind::HeaderMissing).at(0));
    }
    let mut payload = Vec::with_capacity(frame.len());
    let mut at = START;
    loop {
        let rest = frame.get(at..).unwrap_or_default();
        match rest {
            [] => return Err(ParseError::new(ParseErrorKind::Truncated).at(frame.len())),
            [0x1B, 0x1B, 0x1B, 0x1B, 0x1B, 0x1B, 0x1B, 0x1B, ..] => {
                payload.extend_from_slice(&ESCAPE);
                at += 8;
            }
            [0x1B, 0x1B, 0x1B, 0x1B, END_MARK, fill, low, high, after @ ..] => {
                if !after.is_empty() {
                    return Err(ParseError::new(ParseErrorKind::Syntax).at(at + END).field("end"));
                }
                let covered = frame.get(..at + END - 2).unwrap_or_default();
                if crc16(covered) != u16::from_le_bytes([*low, *high]) {
                    return Err(ParseError::new(ParseErrorKind::Checksum).at(at + END - 2).field("frame"));
                }
                return without_fill(payload, *fill).ok_or_else(|| ParseError::new(ParseErrorKind::Syntax).at(at).field("fill"));
            }
            [0x1B, 0x1B, 0x1B, 0x1B, tail @ ..] if tail.len() < 4 => {
                return Err(ParseError::new(ParseErrorKind::Truncated).at(frame.len()));
            }
            [0x1B, 0x1B, 0x1B, 0x1B, ..] => return Err(ParseError::new(ParseErrorKind::Syntax).at(at).field("escape")),
            [byte, ..] => {
                payload.push(*byte);
                at += 1;
            }
        }
    }
}

fn without_fill(mut payload: Vec<u8>, fill: u8) -> Option<Vec<u8>> {
    let length = payload.len().checked_sub(usize::from(fill)).filter(|_| fill <= 3)?;
    if payload.get(length..)?.iter().any(|byte| *byte != 0) {
        return None;
    }
    payload.truncate(length);
    Some(payload)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A payload with an escaped run and three fill bytes.
    const ESCAPED: &str = "1b1b1b1b01010101051b1b1b1b1b1b1b1b0000001b1b1b1b1a03a629";

    fn bytes(digits: &str) -> Vec<u8> {
        hex::decode(digits).unwrap()
    }

    #[test]
    fn escapes_and_fill_bytes_are_taken_off() {
        assert_eq!(payload(&bytes(ESCAPED)).unwrap(), [5, 0x1B, 0x1B, 0x1B, 0x1B]);
    }

    #[test]
    fn each_byte_counts_for_the_checksum() {
        let good = bytes(ESCAPED);
        for at in 0..good.len() {
            let mut bad = good.clone();
            bad[at] ^= 0x40;
            assert!(payload(&bad).is_err(), "byte {at}");
        }
    }

    #[test]
    fn whatever_is_cut_off_shows() {
        let good = bytes(ESCAPED);
        for length in 0..good.len() {
            assert!(payload(&good[..length]).is_err(), "{length} bytes");
        }
        assert!(payload(&[good.clone(), vec![0]].concat()).is_err());
    }

    #[test]
    fn fill_bytes_are_zeros_and_at_most_three() {
        for (fill, tail) in [(3u8, [0, 1, 0]), (4, [0, 0, 0])] {
            let mut frame = bytes("1b1b1b1b0101010105");
            frame.extend(tail);
            frame.extend([0x1B, 0x1B, 0x1B, 0x1B, 0x1A, fill]);
            frame.extend(crc16(&frame).to_le_bytes());
            assert_eq!(payload(&frame).unwrap_err().field, "fill");
        }
    }

    #[test]
    fn frames_are_found_among_other_bytes() {
        let one = bytes(ESCAPED);
        let text = [b"ab".as_slice(), &one, &one, b"c", &one[..9], &one].concat();
        assert_eq!(frames(&text, 9, |_| true), [2..30, 30..58, 59..68, 68..96]);
        assert_eq!(frames(&one[..20], 9, |_| true).first(), Some(&(0..20)));
        assert_eq!(frames(&text, 2, |_| true).len(), 2);
        assert!(frames(&text, 9, |_| false).is_empty());
    }
}
