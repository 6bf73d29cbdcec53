//! One element `value`: a signed text with what the sender claims about it.

use std::ops::Range;

use eichrecht_model::{Declared, Detection, KeyText, LimitName, Location, Note, NoteKind, Numbering, ReadErrorKind, Record, SealProblem};

use super::attributes::Attribute;
use super::document::unexpected;
use crate::content::Content;
use crate::encodings::{Encoding, decode};
use crate::job::Job;
use crate::notes::{Notes, shorten};
use crate::signed_text::{HandedOver, Names, SignedText, is_known_label};

/// What the parts are called in notes.
const NAMES: Names = Names { data: "signedData", format: "signedData/@format", encoding: "signedData/@encoding" };

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
            child.span = span.filter(|_| child.pieces == 1);
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
            (None, Some(sealed)) if !sealed.text.trim().is_empty() => return self.sealed(sealed, key, location, content, job),
            (Some(signed), None) if !signed.text.trim().is_empty() => return self.records(signed, key, &location, content, job),
            _ => return Outcome::Nothing,
        }
        Outcome::Taken
    }

    fn take(&mut self, kind: ChildKind) -> Option<Child> {
        let index = self.children.iter().position(|child| child.kind == kind)?;
        Some(self.children.swap_remove(index))
    }

    /// What the value claims about its data.
    fn declared(&mut self, format: Option<String>, encoding: Option<String>) -> Declared {
        let declared = Declared {
            format,
            encoding,
            context: self.context.take(),
            transaction_id: self.transaction_id.take(),
            numbering: Numbering::Transaction,
            ..Declared::default()
        };
        if declared.transaction_id.as_deref().is_some_and(|id| id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_digit())) {
            let id = declared.transaction_id.as_deref().unwrap_or_default();
            self.notes.push(Note::new(NoteKind::TransactionIdOdd, "value/@transactionId").found(shorten(id)));
        }
        declared
    }

    /// Hands on a seal as it is. The format declared is that of the content, and the encoding is always hex. Whatever
    /// else stands here is no record: who wants it read may call it signed.
    fn sealed(mut self, sealed: Child, key: Option<Child>, location: Location, content: &Content<'_>, job: &mut Job<'_>) -> Outcome {
        let at = content.offset(self.at);
        let Some(bytes) = decode(Encoding::Hex, sealed.text.as_bytes()) else {
            job.error(ReadErrorKind::Sealed(SealProblem::NotHex), location, at, "encodedData");
            return Outcome::Taken;
        };
        if !job.formats.iter().any(|format| format.seal().is_some() && format.detect(&bytes) != Detection::No) {
            job.error(ReadErrorKind::Sealed(SealProblem::FormatId), location, at, "encodedData");
            return Outcome::Taken;
        }
        if sealed.text.trim().contains(|character: char| character.is_ascii_whitespace()) {
            self.notes.push(Note::new(NoteKind::SealedTextBroken, "encodedData"));
        }
        if let Some(label) = sealed.encoding.as_deref().filter(|label| !label.trim().eq_ignore_ascii_case("hex")) {
            self.notes.push(Note::new(NoteKind::EncodingLabelDiffers, "encodedData/@encoding").found(shorten(label)).expected("hex"));
        }
        let declared = self.declared(sealed.format, sealed.encoding);
        let key = self.key(key, &location, content, job);
        let record = Record { bytes, location, span: None, declared, key, notes: self.notes.finish() };
        if job.record(record) { Outcome::Taken } else { Outcome::Full }
    }

    fn records(mut self, signed: Child, key: Option<Child>, location: &Location, content: &Content<'_>, job: &mut Job<'_>) -> Outcome {
        let declared = self.declared(signed.format, signed.encoding);
        let key = self.key(key, location, content, job);
        let text = SignedText {
            text: signed.text.as_bytes(),
            base: content.base.zip(signed.span).map(|(base, span)| base + span.start),
            at: content.offset(self.at),
            location: location.clone(),
            declared,
            key,
            notes: self.notes,
            names: NAMES,
        };
        match text.hand_over(job) {
            HandedOver::Taken => Outcome::Taken,
            HandedOver::Full => Outcome::Full,
        }
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
}
