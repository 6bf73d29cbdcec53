//! One element `value`: a signed text with what the sender claims about it.

use std::ops::Range;

use eichrecht_model::{Declared, FormatId, KeyText, LimitName, Location, Note, NoteKind, ReadErrorKind, Record};

use super::attributes::Attribute;
use super::document::unexpected;
use crate::bare_text::wrapping_notes;
use crate::content::Content;
use crate::encodings::{ALPHABETS, Encoding, decode};
use crate::job::Job;
use crate::notes::{Notes, shorten, shorten_bytes};
use crate::search::{Hit, search, trimmed};

/// The children a value may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ChildKind {
    PublicKey,
    SignedData,
    EncodedData,
}

impl ChildKind {
    pub(super) fn of(name: &str) -> Option<Self> {
        [Self::PublicKey, Self::SignedData, Self::EncodedData].into_iter().find(|kind| kind.as_str() == name)
    }

    fn as_str(self) -> &'static str {
        match self {
            Self::PublicKey => "publicKey",
            Self::SignedData => "signedData",
            Self::EncodedData => "encodedData",
        }
    }
}

/// A child as found.
pub(super) struct Child {
    kind: ChildKind,
    format: Option<String>,
    encoding: Option<String>,
    text: String,
    /// Where the text stands in the document, if it is one piece without references.
    span: Option<Range<usize>>,
    pieces: usize,
}

impl Child {
    pub(super) fn new(kind: ChildKind) -> Self {
        Self { kind, format: None, encoding: None, text: String::new(), span: None, pieces: 0 }
    }
}

/// What became of a value.
pub(super) enum Outcome {
    /// Its records or its error were handed over.
    Taken,
    /// There is no data in it.
    Nothing,
    /// No more records are taken.
    Full,
}

pub(super) struct Value {
    /// Counted from 1.
    pub(super) number: usize,
    pub(super) notes: Notes,
    context: Option<String>,
    transaction_id: Option<String>,
    children: Vec<Child>,
    duplicate: Option<ChildKind>,
    split: Option<String>,
    at: usize,
}

impl Value {
    pub(super) fn new(number: usize, attributes: Vec<Attribute>, at: usize) -> Self {
        let mut notes = Notes::default();
        let (mut context, mut transaction_id) = (None, None);
        for attribute in attributes {
            match attribute.name.as_str() {
                "context" => context = Some(attribute.value),
                "transactionId" => transaction_id = Some(attribute.value),
                _ => notes.push(unexpected(format!("value/@{}", attribute.name), &attribute.value)),
            }
        }
        Self { number, notes, context, transaction_id, children: Vec::new(), duplicate: None, split: None, at }
    }

    pub(super) fn open_child(&mut self, mut child: Child, attributes: Vec<Attribute>) {
        let is_data = child.kind != ChildKind::PublicKey;
        for attribute in attributes {
            match attribute.name.as_str() {
                "encoding" => child.encoding = Some(attribute.value),
                "format" if is_data => child.format = Some(attribute.value),
                _ => self.notes.push(unexpected(format!("{}/@{}", child.kind.as_str(), attribute.name), &attribute.value)),
            }
        }
        if self.children.iter().any(|known| known.kind == child.kind) {
            self.duplicate = Some(child.kind);
            // A value with doubled children is refused, so one of each kind is enough to remember.
            self.children.retain(|known| known.kind != child.kind);
        }
        self.children.push(child);
    }

    pub(super) fn push_text(&mut self, text: &str, span: Option<Range<usize>>) {
        if let Some(child) = self.children.last_mut() {
            child.pieces += 1;
            // A text that the reader changed (line ends) is no longer the piece of the document.
            child.span = span.filter(|span| child.pieces == 1 && span.len() == text.len());
            child.text.push_str(text);
        }
    }

    pub(super) fn close_child(&mut self) {
        if let Some(child) = self.children.last_mut() {
            child.text.shrink_to_fit();
        }
    }

    pub(super) fn split(&mut self, by: &str) {
        if self.split.is_none() {
            self.split = Some(by.to_owned());
        }
    }

    /// Hands over the records of the value, or its error.
    pub(super) fn finish(mut self, content: &Content<'_>, job: &mut Job<'_>) -> Outcome {
        let location = content.location.inside(format!("values/value[{}]", self.number));
        let at = content.offset(self.at);
        if let Some(kind) = self.duplicate {
            job.error(ReadErrorKind::DuplicateElement, location, at, kind.as_str());
            return Outcome::Taken;
        }
        if let Some(by) = self.split.take() {
            job.error(ReadErrorKind::SplitText, location, at, by);
            return Outcome::Taken;
        }
        let key = self.take(ChildKind::PublicKey).filter(|key| !key.text.trim().is_empty());
        let sealed = self.take(ChildKind::EncodedData);
        let signed = self.take(ChildKind::SignedData);
        match (signed, sealed) {
            (Some(_), Some(_)) => job.error(ReadErrorKind::ValuePayload, location, at, "signedData, encodedData"),
            (None, Some(sealed)) if !sealed.text.trim().is_empty() => job.error(ReadErrorKind::Sealed, location, at, "encodedData"),
            (Some(signed), None) if !signed.text.trim().is_empty() => return self.records(signed, key, &location, content, job),
            _ => return Outcome::Nothing,
        }
        Outcome::Taken
    }

    fn take(&mut self, kind: ChildKind) -> Option<Child> {
        let index = self.children.iter().position(|child| child.kind == kind)?;
        Some(self.children.swap_remove(index))
    }

    fn records(mut self, signed: Child, key: Option<Child>, location: &Location, content: &Content<'_>, job: &mut Job<'_>) -> Outcome {
        let text = signed.text.as_bytes();
        let found = search(job.formats, job.limits, text);
        let declared = Declared {
            format: signed.format,
            encoding: signed.encoding,
            context: self.context.take(),
            transaction_id: self.transaction_id.take(),
            ..Declared::default()
        };
        if found.too_many_layers {
            job.error(ReadErrorKind::Limit(LimitName::Wrappings), location.clone(), content.offset(self.at), "");
        }
        for stray in &found.between {
            self.notes.push(Note::new(NoteKind::StrayText, "signedData").found(shorten_bytes(stray)));
        }
        if declared.transaction_id.as_deref().is_some_and(|id| id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_digit())) {
            let id = declared.transaction_id.as_deref().unwrap_or_default();
            self.notes.push(Note::new(NoteKind::TransactionIdOdd, "value/@transactionId").found(shorten(id)));
        }
        let key = self.key(key, location, content, job);
        if found.hits.is_empty() {
            self.undecodable(&declared, text, location, content, job);
        }
        // Facts about the value as a whole stand on its first record.
        let mut common = self.notes.finish();
        let base = content.base.zip(signed.span).map(|(base, span)| base + span.start);
        let single = found.hits.len() <= 1;
        if found.hits.is_empty() {
            // What no format recognises is kept all the same: it has to show up as not checked.
            let range = trimmed(text);
            let record = Record {
                bytes: text.get(range.clone()).unwrap_or_default().to_vec(),
                location: location.clone(),
                span: base.map(|base| range.start + base..range.end + base),
                declared,
                key,
                notes: common,
            };
            return if job.record(record) { Outcome::Taken } else { Outcome::Full };
        }
        for (index, hit) in found.hits.into_iter().enumerate() {
            let mut notes = wrapping_notes(&hit);
            notes.append(&mut common);
            notes.extend(format_note(&declared, hit.format, job));
            notes.extend(encoding_note(&declared, &hit));
            let record = Record {
                location: if single { location.clone() } else { location.inside(format!("record[{}]", index + 1)) },
                span: hit.span.zip(base).map(|(span, base)| span.start + base..span.end + base),
                declared: declared.clone(),
                key: key.clone(),
                notes,
                bytes: hit.bytes,
            };
            if !job.record(record) {
                return Outcome::Full;
            }
        }
        if found.too_many_records {
            job.error(ReadErrorKind::Limit(LimitName::Records), location.clone(), None, "");
            return Outcome::Full;
        }
        Outcome::Taken
    }

    /// The key as it stands, white space and all.
    fn key(&mut self, key: Option<Child>, location: &Location, content: &Content<'_>, job: &mut Job<'_>) -> Option<KeyText> {
        let key = key?;
        let location = location.inside("publicKey");
        if key.text.len() > job.limits.key_bytes {
            job.error(ReadErrorKind::Limit(LimitName::KeyBytes), location, content.offset(self.at), "");
            return None;
        }
        // Which of the known encodings fits a key can only be told by reading it.
        if let Some(label) = key.encoding.as_deref().filter(|label| !is_known_label(label)) {
            self.notes.push(Note::new(NoteKind::EncodingLabelDiffers, "publicKey/@encoding").found(shorten(label)));
        }
        Some(KeyText { bytes: key.text.into_bytes(), declared_encoding: key.encoding, location })
    }

    /// Judges the declared encoding of data that no format recognises.
    fn undecodable(&mut self, declared: &Declared, text: &[u8], location: &Location, content: &Content<'_>, job: &mut Job<'_>) {
        let Some(label) = declared.encoding.as_deref() else { return };
        if !is_known_label(label) {
            self.notes.push(Note::new(NoteKind::EncodingLabelDiffers, "signedData/@encoding").found(shorten(label)));
        } else if let Some(encoding) = alphabet(label)
            && decode(encoding, text).is_none()
        {
            job.error(ReadErrorKind::NotDecodable, location.clone(), content.offset(self.at), shorten(label));
        }
    }
}

/// Compares the format declared with the one recognised.
fn format_note(declared: &Declared, recognised: FormatId, job: &Job<'_>) -> Option<Note> {
    let info = job.formats.iter().map(|format| format.info()).find(|info| info.id == recognised)?;
    let label = declared.format.as_deref().map(str::trim).filter(|label| !label.is_empty());
    match label {
        None => Some(Note::new(NoteKind::FormatGuessed, "signedData/@format").found(recognised.as_str())),
        Some(label) if info.labels.iter().any(|known| known.eq_ignore_ascii_case(label)) => None,
        Some(label) => {
            let expected = info.labels.first().copied().unwrap_or(recognised.as_str());
            Some(Note::new(NoteKind::FormatLabelDiffers, "signedData/@format").found(shorten(label)).expected(expected))
        }
    }
}

/// Compares the encoding declared with the one found. White space around a label does not count.
fn encoding_note(declared: &Declared, hit: &Hit) -> Option<Note> {
    let label = declared.encoding.as_deref()?;
    let actual = hit.layers.first().map_or("plain", |layer| layer.as_str());
    let label_is = |name: &str| label.trim().eq_ignore_ascii_case(name);
    // Bytes that are no text cannot stand in XML. The plainest form they have is hex, and senders call it plain.
    let plain_bytes = label_is("plain") && hit.layers == [Encoding::Hex] && std::str::from_utf8(&hit.bytes).is_err();
    let fits = label.trim().is_empty() || label_is(actual) || plain_bytes;
    (!fits).then(|| Note::new(NoteKind::EncodingLabelDiffers, "signedData/@encoding").found(shorten(label)).expected(actual))
}

fn is_known_label(label: &str) -> bool {
    let label = label.trim();
    label.is_empty() || label.eq_ignore_ascii_case("plain") || alphabet(label).is_some()
}

fn alphabet(label: &str) -> Option<Encoding> {
    ALPHABETS.into_iter().find(|encoding| encoding.as_str().eq_ignore_ascii_case(label.trim()))
}
