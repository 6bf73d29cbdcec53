//! A signed text that a container holds in an element of its own, with what the container claims about it.

use eichrecht_model::{Declared, FormatId, KeyText, LimitName, Location, Note, NoteKind, ReadErrorKind, Record};

use crate::bare_text::wrapping_notes;
use crate::encodings::{ALPHABETS, Encoding, decode};
use crate::job::Job;
use crate::notes::{Notes, shorten, shorten_bytes};
use crate::search::{Hit, search, trimmed};

/// What the container calls the parts of the element, for notes.
#[derive(Clone, Copy)]
pub(crate) struct Names {
    pub(crate) data: &'static str,
    pub(crate) format: &'static str,
    pub(crate) encoding: &'static str,
}

/// The text and everything around it.
pub(crate) struct SignedText<'t> {
    pub(crate) text: &'t [u8],
    /// Offset of the text in the input, if it stands there as it is.
    pub(crate) base: Option<usize>,
    /// Offset of the element in the input.
    pub(crate) at: Option<u64>,
    pub(crate) location: Location,
    pub(crate) declared: Declared,
    pub(crate) key: Option<KeyText>,
    /// Facts about the element as a whole.
    pub(crate) notes: Notes,
    pub(crate) names: Names,
}

/// Whether more may follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HandedOver {
    Taken,
    /// No more records are taken.
    Full,
}

impl SignedText<'_> {
    /// Hands the records in the text to the job, with encodings around them taken off.
    pub(crate) fn hand_over(mut self, job: &mut Job<'_>) -> HandedOver {
        let found = search(job.formats, job.limits, self.text);
        if found.too_many_layers {
            job.error(ReadErrorKind::Limit(LimitName::Wrappings), self.location.clone(), self.at, "");
        }
        for stray in &found.between {
            self.notes.push(Note::new(NoteKind::StrayText, self.names.data).found(shorten_bytes(stray)));
        }
        if found.hits.is_empty() {
            self.undecodable(job);
        }
        // Facts about the element as a whole stand on its first record.
        let mut common = self.notes.finish();
        let single = found.hits.len() <= 1;
        if found.hits.is_empty() {
            // What no format recognises is kept all the same: it has to show up as not checked.
            let range = trimmed(self.text);
            let record = Record {
                bytes: self.text.get(range.clone()).unwrap_or_default().to_vec(),
                location: self.location,
                span: self.base.map(|base| range.start + base..range.end + base),
                declared: self.declared,
                key: self.key,
                notes: common,
            };
            return if job.record(record) { HandedOver::Taken } else { HandedOver::Full };
        }
        for (index, hit) in found.hits.into_iter().enumerate() {
            let mut notes = wrapping_notes(&hit);
            notes.append(&mut common);
            notes.extend(format_note(&self.declared, hit.format, self.names.format, job));
            notes.extend(encoding_note(&self.declared, &hit, self.names.encoding));
            let record = Record {
                location: if single { self.location.clone() } else { self.location.inside(format!("record[{}]", index + 1)) },
                span: hit.span.zip(self.base).map(|(span, base)| span.start + base..span.end + base),
                declared: self.declared.clone(),
                key: self.key.clone(),
                notes,
                bytes: hit.bytes,
            };
            if !job.record(record) {
                return HandedOver::Full;
            }
        }
        if found.too_many_records {
            job.error(ReadErrorKind::Limit(LimitName::Records), self.location, None, "");
            return HandedOver::Full;
        }
        HandedOver::Taken
    }

    /// Judges the declared encoding of data that no format recognises.
    fn undecodable(&mut self, job: &mut Job<'_>) {
        let Some(label) = self.declared.encoding.as_deref() else { return };
        if !is_known_label(label) {
            self.notes.push(Note::new(NoteKind::EncodingLabelDiffers, self.names.encoding).found(shorten(label)));
        } else if let Some(encoding) = alphabet(label)
            && decode(encoding, self.text).is_none()
        {
            job.error(ReadErrorKind::NotDecodable, self.location.clone(), self.at, shorten(label));
        }
    }
}

/// Compares the format declared with the one recognised.
fn format_note(declared: &Declared, recognised: FormatId, field: &str, job: &Job<'_>) -> Option<Note> {
    let info = job.formats.iter().map(|format| format.info()).find(|info| info.id == recognised)?;
    let label = declared.format.as_deref().map(str::trim).filter(|label| !label.is_empty());
    match label {
        None => Some(Note::new(NoteKind::FormatGuessed, field).found(recognised.as_str())),
        Some(label) if info.labels.iter().any(|known| known.eq_ignore_ascii_case(label)) => None,
        Some(label) => {
            let expected = info.labels.first().copied().unwrap_or(recognised.as_str());
            Some(Note::new(NoteKind::FormatLabelDiffers, field).found(shorten(label)).expected(expected))
        }
    }
}

/// Compares the encoding declared with the one found. White space around a label does not count.
fn encoding_note(declared: &Declared, hit: &Hit, field: &str) -> Option<Note> {
    let label = declared.encoding.as_deref()?;
    let actual = hit.layers.first().map_or("plain", |layer| layer.as_str());
    let label_is = |name: &str| label.trim().eq_ignore_ascii_case(name);
    // Bytes that are no text cannot stand in XML. The plainest form they have is hex, and senders call it plain.
    let plain_bytes = label_is("plain") && hit.layers == [Encoding::Hex] && std::str::from_utf8(&hit.bytes).is_err();
    let fits = label.trim().is_empty() || label_is(actual) || plain_bytes;
    (!fits).then(|| Note::new(NoteKind::EncodingLabelDiffers, field).found(shorten(label)).expected(actual))
}

pub(crate) fn is_known_label(label: &str) -> bool {
    let label = label.trim();
    label.is_empty() || label.eq_ignore_ascii_case("plain") || alphabet(label).is_some()
}

fn alphabet(label: &str) -> Option<Encoding> {
    ALPHABETS.into_iter().find(|encoding| encoding.as_str().eq_ignore_ascii_case(label.trim()))
}
