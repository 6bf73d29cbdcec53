//! The work on one input: what may be spent, and what was found so far.

use std::borrow::Cow;

use eichrecht_model::{ClaimId, Format, KeyText, LimitName, Limits, Location, Note, ReadErrorKind, Record, SessionClaim};
use eichrecht_pictures::Spent;

use crate::archive::Budget;
use crate::bare_text;
use crate::carrier::CARRIERS;
use crate::content::{Content, decode};
use crate::notes::Notes;
use crate::{ContainerError, Unwrapped};

/// Everything a carrier needs besides the content.
pub(crate) struct Job<'a> {
    pub(crate) formats: &'a [&'a dyn Format],
    pub(crate) limits: &'a Limits,
    is_key: &'a dyn Fn(&[u8]) -> bool,
    found: Unwrapped,
    notes: Notes,
    /// Contents that were opened inside one another to get here.
    depth: usize,
    /// What archives have cost so far.
    pub(crate) budget: Budget,
    /// What pictures have cost so far.
    pub(crate) pictures: Spent,
    /// Bytes of keys and claims that were copied to records so far.
    surroundings: usize,
}

/// How much was found up to some moment.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark {
    records: usize,
    pub(crate) keys: usize,
    errors: usize,
    claims: usize,
}

impl<'a> Job<'a> {
    pub(crate) fn new(formats: &'a [&'a dyn Format], is_key: &'a dyn Fn(&[u8]) -> bool, limits: &'a Limits) -> Self {
        Self {
            formats,
            limits,
            is_key,
            found: Unwrapped::default(),
            notes: Notes::default(),
            depth: 0,
            budget: Budget::default(),
            pictures: Spent::default(),
            surroundings: 0,
        }
    }

    /// Opens an input.
    pub(crate) fn open(&mut self, location: Location, bytes: &[u8]) {
        if bytes.len() > self.limits.input_bytes {
            return self.error(ReadErrorKind::Limit(LimitName::InputBytes), location, None, "");
        }
        if is_blank(bytes) {
            return self.error(ReadErrorKind::Empty, location, None, "");
        }
        // A key in DER is no text, so keys and binary formats are asked before the bytes are read as text.
        let decoded = decode(bytes);
        // Only what stands in the input itself has a place in it.
        let outermost = self.depth == 0;
        let content = match &decoded {
            Ok(decoded) => {
                Content { bytes: decoded.text.as_bytes(), text: Some(&decoded.text), location, base: decoded.base.filter(|_| outermost) }
            }
            Err(_) => Content { bytes, text: None, location, base: Some(0).filter(|_| outermost) },
        };
        if let Ok(decoded) = &decoded {
            if is_blank(content.bytes) {
                return self.error(ReadErrorKind::Empty, content.location, None, "");
            }
            if let Some(note) = &decoded.note {
                self.note(note.clone());
            }
        }
        if let Some(format) = bare_text::one_record(&content, self) {
            return bare_text::open_one_record(&content, format, self);
        }
        let carrier = CARRIERS.iter().find(|carrier| carrier.recognises(&content, self));
        match (carrier, &decoded) {
            (Some(carrier), _) => carrier.open(&content, self),
            (None, Err((kind, offset, detail))) => {
                let offset = offset.and_then(|at| content.offset(at));
                self.error(kind.clone(), content.location, offset, detail.as_str());
            }
            (None, Ok(_)) => self.error(ReadErrorKind::UnknownContent, content.location, None, ""),
        }
    }

    /// Opens what another content holds. `false`, and nothing is opened, when the nesting is too deep.
    pub(crate) fn open_inner(&mut self, location: Location, bytes: &[u8]) -> bool {
        if self.depth >= self.limits.wrappings {
            return false;
        }
        self.depth += 1;
        self.open(location, bytes);
        self.depth -= 1;
        true
    }

    /// Opens a file that was packed in another one. What lies around one another in it counts anew.
    pub(crate) fn open_apart(&mut self, location: Location, bytes: &[u8]) {
        let depth = std::mem::replace(&mut self.depth, 1);
        self.open(location, bytes);
        self.depth = depth;
    }

    /// Whether bytes are a key as a whole.
    pub(crate) fn is_key(&self, bytes: &[u8]) -> bool {
        bytes.len() <= self.limits.key_bytes && (self.is_key)(bytes)
    }

    /// Takes a record. `false` when a limit forbids more of them; the limit is then among the errors.
    pub(crate) fn record(&mut self, record: Record) -> bool {
        if record.bytes.len() > self.limits.record_bytes {
            let offset = record.span.as_ref().and_then(|span| u64::try_from(span.start).ok());
            self.error(ReadErrorKind::Limit(LimitName::RecordBytes), record.location, offset, record.bytes.len().to_string());
            return true;
        }
        // One key may be copied to many records of its element: that must not multiply the size of the input.
        self.surroundings = self.surroundings.saturating_add(size_of_claims(&record));
        if self.found.records.len() >= self.limits.records || self.surroundings > self.limits.input_bytes {
            self.error(ReadErrorKind::Limit(LimitName::Records), record.location, None, "");
            return false;
        }
        self.found.records.push(record);
        true
    }

    /// Records taken so far.
    pub(crate) fn records(&self) -> usize {
        self.found.records.len()
    }

    /// The records from this number on.
    pub(crate) fn records_from(&mut self, start: usize) -> &mut [Record] {
        self.found.records.get_mut(start..).unwrap_or_default()
    }

    /// Takes a claim about a session and gives it its number. `None` when a limit forbids more of them; the limit is
    /// then among the errors.
    pub(crate) fn claim(&mut self, claim: SessionClaim) -> Option<ClaimId> {
        if self.found.claims.len() >= self.limits.claims {
            self.error(ReadErrorKind::Limit(LimitName::Claims), claim.location, None, "");
            return None;
        }
        let id = ClaimId(self.found.claims.len() + 1);
        self.found.claims.push(SessionClaim { id, ..claim });
        Some(id)
    }

    pub(crate) fn key(&mut self, key: KeyText) {
        self.found.keys.push(key);
    }

    pub(crate) fn note(&mut self, note: Note) {
        self.notes.push(note);
    }

    pub(crate) fn error<'t>(&mut self, kind: ReadErrorKind, location: Location, offset: Option<u64>, detail: impl Into<Cow<'t, str>>) {
        let detail = crate::notes::shorten(&detail.into());
        self.found.errors.push(ContainerError { kind, location, offset, detail });
    }

    /// How far it has come; for [`Self::forget`].
    pub(crate) fn mark(&self) -> Mark {
        Mark {
            records: self.found.records.len(),
            keys: self.found.keys.len(),
            errors: self.found.errors.len(),
            claims: self.found.claims.len(),
        }
    }

    /// The error since the mark, if nothing but this one came up and it is about this place.
    pub(crate) fn only_error_since(&self, mark: Mark, location: &Location) -> Option<ReadErrorKind> {
        let nothing_else = Mark { errors: mark.errors, ..self.mark() } == mark;
        match self.found.errors.get(mark.errors..) {
            Some([error]) if nothing_else && error.location == *location => Some(error.kind.clone()),
            _ => None,
        }
    }

    /// Drops what was found since the mark.
    pub(crate) fn forget(&mut self, mark: Mark) {
        self.found.records.truncate(mark.records);
        self.found.keys.truncate(mark.keys);
        self.found.errors.truncate(mark.errors);
        self.found.claims.truncate(mark.claims);
    }

    /// Whether anything was found or refused since the mark.
    pub(crate) fn anything_since(&self, mark: Mark) -> bool {
        self.mark() != mark
    }

    pub(crate) fn finish(mut self) -> Unwrapped {
        self.found.notes = self.notes.finish();
        self.found
    }
}

fn size_of_claims(record: &Record) -> usize {
    let declared = &record.declared;
    let texts = [&declared.format, &declared.encoding, &declared.context, &declared.transaction_id, &declared.charge_point];
    let claims: usize = texts.into_iter().flatten().map(String::len).sum();
    let signature = record.declared.detached_signature.as_ref().map_or(0, Vec::len);
    claims.saturating_add(signature).saturating_add(record.key.as_ref().map_or(0, |key| key.bytes.len()))
}

/// Nothing but white space and byte order marks.
fn is_blank(bytes: &[u8]) -> bool {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).iter().all(u8::is_ascii_whitespace)
}
