//! How `r` and `s` are packed.
//!
//! ECDSA signatures are meant to be DER, `SEQUENCE { INTEGER r, INTEGER s }`. Meters deviate: an INTEGER whose
//! first bit is set, so that it counts as negative; superfluous zero bytes; bare bytes without DER. None of this
//! weakens a signature, as the two numbers are what is checked. So they are read, and each deviation is noted.

use eichrecht_model::{Note, NoteKind};

use crate::ecdsa::Numbers;

const SEQUENCE: u8 = 0x30;
const INTEGER: u8 = 0x02;

/// Reads DER with INTEGERs taken as unsigned; a note for each deviation. `None` when it is not even that.
///
/// Tolerated: top bit set, superfluous zeros, lengths written longer than need be, bytes behind the end.
pub(crate) fn from_der(bytes: &[u8]) -> Option<(Numbers<'_>, Vec<Note>)> {
    let mut notes = Vec::new();
    let (content, behind) = element(bytes, SEQUENCE, "sequence", &mut notes)?;
    let (r, rest) = element(content, INTEGER, "r", &mut notes)?;
    let (s, rest) = element(rest, INTEGER, "s", &mut notes)?;
    if !rest.is_empty() || r.is_empty() || s.is_empty() {
        return None;
    }
    sign(r, "r", &mut notes);
    sign(s, "s", &mut notes);
    if !behind.is_empty() {
        notes.push(lax("sequence", "trailing-bytes"));
    }
    Some((Numbers { r, s }, notes))
}

/// Splits bare bytes in the middle. `None` when they are not `2 * order_bytes` long.
pub(crate) fn from_raw(bytes: &[u8], order_bytes: usize) -> Option<Numbers<'_>> {
    if bytes.len() != 2 * order_bytes {
        return None;
    }
    let (r, s) = bytes.split_at_checked(order_bytes)?;
    Some(Numbers { r, s })
}

/// The note for a signature read as bare bytes although DER was due.
pub(crate) fn raw_note() -> Note {
    Note::new(NoteKind::RawSignature, "").found("raw").expected("der")
}

fn lax(part: &str, deviation: &str) -> Note {
    Note::new(NoteKind::LaxDer, part).found(deviation)
}

/// Content of the element at the start and what follows it.
fn element<'a>(bytes: &'a [u8], tag: u8, part: &str, notes: &mut Vec<Note>) -> Option<(&'a [u8], &'a [u8])> {
    let (first, rest) = bytes.split_first()?;
    if *first != tag {
        return None;
    }
    let (length, rest) = length(rest, part, notes)?;
    rest.split_at_checked(length)
}

/// A definite length, in the short or the long form.
fn length<'a>(bytes: &'a [u8], part: &str, notes: &mut Vec<Note>) -> Option<(usize, &'a [u8])> {
    let (first, rest) = bytes.split_first()?;
    if *first < 0x80 {
        return Some((usize::from(*first), rest));
    }
    let (digits, rest) = rest.split_at_checked(usize::from(*first & 0x7f))?;
    let zeros = digits.iter().take_while(|digit| **digit == 0).count();
    let digits_used = digits.get(zeros..)?;
    // A signature has no more than some hundred bytes. No digits at all is the indefinite form, which DER does not know.
    if digits.is_empty() || digits_used.len() > 3 {
        return None;
    }
    let value = digits_used.iter().fold(0, |value: usize, digit| (value << 8) | usize::from(*digit));
    if zeros > 0 || value < 0x80 {
        notes.push(lax(part, "long-form-length"));
    }
    Some((value, rest))
}

/// Notes whether an INTEGER is negative or has superfluous zeros in front.
fn sign(content: &[u8], part: &str, notes: &mut Vec<Note>) {
    match content {
        [0x80..=0xff, ..] => notes.push(lax(part, "negative-integer")),
        [0x00, 0x00..=0x7f, ..] => notes.push(lax(part, "leading-zeros")),
        _ => {}
    }
}
