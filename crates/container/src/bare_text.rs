//! Carrier: text with records in it, alone or among other text, plain or encoded. It takes whatever no
//! other carrier recognises, and so comes last.

use eichrecht_model::{Declared, Detection, FormatId, KeyText, LimitName, Note, NoteKind, ReadErrorKind, Record};

use crate::carrier::{Carrier, CarrierInfo};
use crate::content::Content;
use crate::encodings::{ALPHABETS, decode};
use crate::job::Job;
use crate::link::link;
use crate::notes::shorten_bytes;
use crate::scan::{Stretch, detect};
use crate::search::{Found, Hit, search, search_in};

pub(crate) struct BareText;

impl Carrier for BareText {
    fn info(&self) -> CarrierInfo {
        CarrierInfo {
            id: "text",
            title: "Bare text, also in hex, Base64, Base32, JSON strings or HTML entities",
            recognised_by: "a record of any format in it",
        }
    }

    fn recognises(&self, content: &Content<'_>, job: &Job<'_>) -> bool {
        content.text.is_some() || matches!(detect(job.formats, content.bytes), Some((_, Detection::Yes)))
    }

    fn open(&self, content: &Content<'_>, job: &mut Job<'_>) {
        let mark = job.mark();
        if open_encoded_xml(content, job) {
            return;
        }
        read(content, content.bytes, 0, Stray::Noted, job);
        if job.anything_since(mark) {
            return;
        }
        match content.text.and_then(|text| link(text, job.limits)) {
            Some(address) => job.error(ReadErrorKind::LinkOnly, content.location.clone(), None, address),
            None => job.error(ReadErrorKind::NothingFound, content.location.clone(), None, ""),
        }
    }
}

/// The format of content that is one record from its first byte to its last, on one line that begins with a letter. It is
/// no other carrier, which spares asking them all: those have other signs in front or several lines, or are keys, which no
/// format claims.
pub(crate) fn one_record(content: &Content<'_>, job: &Job<'_>) -> Option<FormatId> {
    let one_line = |text: &&str| text.starts_with(|first: char| first.is_ascii_alphabetic()) && !text.contains('\n');
    content.text.filter(one_line)?;
    let format = job.formats.iter().find(|format| format.detect(content.bytes) == Detection::Yes)?;
    let found = format.find(content.bytes, 2);
    matches!(found.as_slice(), [one] if *one == (0..content.bytes.len())).then(|| format.info().id)
}

/// Takes the record that the content is.
pub(crate) fn open_one_record(content: &Content<'_>, format: FormatId, job: &mut Job<'_>) {
    let found = search_in(job.formats, job.limits, content.bytes, Stretch { range: 0..content.bytes.len(), format });
    take(found, content, 0, Stray::Noted, job);
}

/// Opens an XML document that is encoded as a whole: its records have to be taken by the rules of XML.
fn open_encoded_xml(content: &Content<'_>, job: &mut Job<'_>) -> bool {
    for encoding in ALPHABETS {
        let Some(inner) = decode(encoding, content.bytes) else { continue };
        if inner.trim_ascii_start().starts_with(b"<") {
            let opened = job.open_inner(content.location.inside(encoding.as_str()), &inner);
            if opened {
                job.note(Note::new(NoteKind::WrappingRemoved, "").found(encoding.as_str()));
            }
            return opened;
        }
    }
    false
}

/// What becomes of text that belongs to no record.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stray {
    Noted,
    /// It is markup of a broken document, which is an error already.
    Expected,
}

/// Takes the records and keys in `text`, which begins at `start` of the content.
pub(crate) fn read(content: &Content<'_>, text: &[u8], start: usize, stray: Stray, job: &mut Job<'_>) {
    take(search(job.formats, job.limits, text), content, start, stray, job);
}

/// Takes what was found in a text that begins at `start` of the content.
fn take(found: Found<'_>, content: &Content<'_>, start: usize, stray: Stray, job: &mut Job<'_>) {
    if found.too_many_layers {
        job.error(ReadErrorKind::Limit(LimitName::Wrappings), content.location.clone(), None, "");
    }
    if found.hits.is_empty() {
        return;
    }
    for (index, hit) in found.hits.into_iter().enumerate() {
        let number = index + 1;
        let shift = content.base.map(|base| base + start);
        let record = Record {
            location: content.location.inside(format!("record[{number}]")),
            span: hit.span.clone().zip(shift).map(|(span, shift)| span.start + shift..span.end + shift),
            declared: Declared::default(),
            key: None,
            notes: wrapping_notes(&hit),
            bytes: hit.bytes,
        };
        if !job.record(record) {
            return;
        }
    }
    if found.too_many_records {
        job.error(ReadErrorKind::Limit(LimitName::Records), content.location.clone(), None, "");
    }
    for piece in found.between {
        between(content, &piece, stray, job);
    }
}

/// One note for each encoding taken off, outermost first.
pub(crate) fn wrapping_notes(hit: &Hit) -> Vec<Note> {
    hit.layers.iter().map(|layer| Note::new(NoteKind::WrappingRemoved, "").found(layer.as_str())).collect()
}

/// Text between records: keys on lines of their own are taken, the rest is noted.
fn between(content: &Content<'_>, piece: &[u8], stray: Stray, job: &mut Job<'_>) {
    if take_key(content, piece, job) {
        return;
    }
    let keys = job.mark().keys;
    let mut other: Option<&[u8]> = None;
    // Angle brackets end a line as well: in a broken document keys stand between tags.
    for line in pem_blocks_and_lines(piece) {
        if !line.is_empty() && !is_quotes(line) && !take_key(content, line, job) {
            other = other.or(Some(line));
        }
    }
    if let (Some(other), Stray::Noted) = (other, stray) {
        let told = if job.mark().keys == keys { piece } else { other };
        job.note(Note::new(NoteKind::StrayText, "").found(shorten_bytes(told)));
    }
}

/// Whether a line is nothing but the quotation marks of a record that stood in a string.
fn is_quotes(line: &[u8]) -> bool {
    line.iter().all(|byte| matches!(byte, b'"' | b'\'' | b'\\'))
}

fn take_key(content: &Content<'_>, bytes: &[u8], job: &mut Job<'_>) -> bool {
    if !job.is_key(bytes) {
        return false;
    }
    let number = job.mark().keys + 1;
    let location = content.location.inside(format!("key[{number}]"));
    job.key(KeyText { bytes: bytes.to_vec(), declared_encoding: None, location });
    true
}

/// Splits text into lines, but keeps what stands between the armour lines of PEM together.
fn pem_blocks_and_lines(piece: &[u8]) -> Vec<&[u8]> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut armoured = false;
    let ends = piece.iter().enumerate().filter(|(_, byte)| matches!(byte, b'\n' | b'\r' | b'<' | b'>')).map(|(end, _)| end);
    let mut line_start = 0;
    for end in ends.chain([piece.len()]) {
        let line = piece.get(line_start..end).unwrap_or_default().trim_ascii();
        if line.starts_with(b"-----BEGIN ") {
            // A block that never ended: what stood before is given as it is.
            if armoured {
                lines.push(piece.get(start..line_start).unwrap_or_default().trim_ascii());
            }
            armoured = true;
            start = line_start;
        }
        line_start = end + 1;
        if armoured && !line.starts_with(b"-----END ") {
            continue;
        }
        lines.push(piece.get(start..end).unwrap_or_default().trim_ascii());
        armoured = false;
        start = line_start;
    }
    if armoured {
        lines.push(piece.get(start..).unwrap_or_default().trim_ascii());
    }
    lines
}
