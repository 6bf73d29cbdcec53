//! The pipeline from inputs to the assessment.

use std::borrow::Cow;
use std::collections::HashMap;
use std::convert::Infallible;
use std::fmt;
use std::ops::ControlFlow;
use std::sync::Arc;

use eichrecht_model::{
    AlgorithmClaim, Assessment, BillRequest, CheckedRecord, ClaimId, DirectoryError, Format, FormatId, InputAssessment, InputRole,
    KeyDirectory, KeyOrigin, KeyProblem, KeyText, LimitName, Limits, Location, Note, NoteKind, ReadError, ReadErrorKind, RecordEntry,
    RecordId, SessionClaim, UnreadRecord, Verdict,
};
use eichrecht_rules::{Facts, judge, judge_bill};
use jiff::Timestamp;

use crate::check::{Pending, check_all};
use crate::key_cache::KeyCache;
use crate::keys::{KeyReader, Offer, OfferedKey};
use crate::read::{ReadInput, ReadRecord, read_all};
use crate::registered::Register;
use crate::unseal::open_seals;
use crate::{Input, assemble, formats, verdict};

/// How far the work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is done at present.
    pub step: Step,
    /// Inputs this step has behind it.
    pub done: usize,
    /// Inputs there are.
    pub of: usize,
}

/// Steps of the work, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// Inputs are unwrapped and parsed.
    Read,
    /// Signatures are checked.
    Check,
    /// Sessions are put together and judged, all inputs in one go.
    Judge,
}

/// Verifies inputs. Set it up once, use it for any number of calls.
#[derive(Clone)]
pub struct Verifier {
    formats: Vec<&'static dyn Format>,
    given: Vec<OfferedKey>,
    register: Option<Register>,
    required_origin: KeyOrigin,
    now: Option<Timestamp>,
    limits: Limits,
    bill: Option<BillRequest>,
    cache: Option<KeyCache>,
}

impl fmt::Debug for Verifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let formats: Vec<FormatId> = self.formats.iter().map(|format| format.info().id).collect();
        f.debug_struct("Verifier")
            .field("formats", &formats)
            .field("given", &self.given)
            .field("required_origin", &self.required_origin)
            .field("now", &self.now)
            .field("limits", &self.limits)
            .field("bill", &self.bill)
            .finish()
    }
}

impl Default for Verifier {
    fn default() -> Self {
        Self::new()
    }
}

impl Verifier {
    /// No keys given, any origin of a key accepted, no present, default limits.
    #[must_use]
    pub fn new() -> Self {
        Self {
            formats: formats().to_vec(),
            given: Vec::new(),
            register: None,
            required_origin: KeyOrigin::Record,
            now: None,
            limits: Limits::default(),
            bill: None,
            cache: None,
        }
    }

    /// Adds a format to [`formats`]: one that is being written, or that is nobody else's business.
    #[must_use]
    pub fn format(mut self, format: &'static dyn Format) -> Self {
        self.formats.push(format);
        self
    }

    /// Adds a key that came apart from the data: text or file content in any encoding, with its origin and
    /// a name to show. A key that cannot be read is reported with the first record it would be tried on.
    #[must_use]
    pub fn key(mut self, origin: KeyOrigin, name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        let text = KeyText { bytes: bytes.into(), declared_encoding: None, location: Location::input(name) };
        self.given.push(OfferedKey { origin, text });
        self
    }

    /// A directory of registered keys to ask about every record: by what the record says of itself, at the date of
    /// its session. Clones of the verifier share it, in any number of threads.
    #[must_use]
    pub fn key_directory(mut self, directory: Arc<dyn KeyDirectory>) -> Self {
        self.register = Some(Register::new(directory));
        self
    }

    /// The least origin of a key that may count as verified. Default: [`KeyOrigin::Record`], any.
    #[must_use]
    pub fn require_origin(mut self, origin: KeyOrigin) -> Self {
        self.required_origin = origin;
        self
    }

    /// The present, so that times in the future can be told. Nothing here reads a clock.
    #[must_use]
    pub fn now(mut self, now: Timestamp) -> Self {
        self.now = Some(now);
        self
    }

    /// Other limits than the defaults.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        // What a key text holds may depend on the limits.
        self.cache = self.cache.map(|cache| cache.emptied());
        self
    }

    /// Remembers keys from call to call, so that each is decoded once: those of the last `capacity` key texts and
    /// up to as many more. A clone remembers together with the one it was made from, also in other threads.
    #[must_use]
    pub fn remember_keys(mut self, capacity: usize) -> Self {
        self.cache = Some(KeyCache::new(capacity));
        self
    }

    /// A bill to compare with what is proven. It has part in the verdict: a bill that asks for more than is proven
    /// fails, one that could not be checked is not checked.
    #[must_use]
    pub fn bill(mut self, bill: BillRequest) -> Self {
        self.bill = Some(bill);
        self
    }

    /// Reads, checks, assembles and judges. Never fails: what cannot be done is in the result.
    ///
    /// A key file among the inputs serves all of them, as a key that came with the data.
    #[must_use]
    pub fn verify(&self, inputs: Vec<Input>) -> Assessment {
        let ControlFlow::Continue(assessment) = self.verify_while(inputs, |_| ControlFlow::<Infallible>::Continue(()));
        assessment
    }

    /// As [`Self::verify`], for people who wait: `watch` is told before each input how far the work is, and may end it.
    /// There is no assessment of half the work.
    pub fn verify_while<B>(&self, mut inputs: Vec<Input>, mut watch: impl FnMut(Progress) -> ControlFlow<B>) -> ControlFlow<B, Assessment> {
        let of = inputs.len();
        let along: Vec<Vec<OfferedKey>> = inputs.iter_mut().map(|input| std::mem::take(&mut input.keys)).collect();
        let mut read = read_all(inputs, &self.formats, &self.limits, |done| watch(Progress { step: Step::Read, done, of }))?;
        let mut given = self.given.clone();
        for (input, keys) in read.iter_mut().zip(along) {
            let (apart, with_data): (Vec<_>, Vec<_>) = keys.into_iter().partition(|key| key.origin >= KeyOrigin::User);
            given.extend(apart);
            input.keys.extend(with_data.into_iter().map(|key| key.text));
        }
        let seal_keys = open_seals(&mut read, &given, &self.formats, &self.limits);
        let mut assessment = self.gather(read, &given, &seal_keys, &mut watch)?;
        watch(Progress { step: Step::Judge, done: 0, of })?;
        assessment.transactions = assemble::assemble(&assessment.records, &assessment.inputs);
        assessment.link_claims();
        report_unsigned(&mut assessment);
        let judgement = judge(Facts { assessment: &assessment, now: self.now });
        assessment.findings = judgement.findings;
        assessment.outcomes = judgement.outcomes;
        verdict::decide(&mut assessment);
        if let Some(bill) = &self.bill {
            self.check_bill(&mut assessment, bill.clone());
        }
        ControlFlow::Continue(assessment)
    }

    /// Compares a bill with an assessment, whose proofs stand: what is found about the bill changes the verdict on the
    /// whole and on the bill, never that on an input.
    fn check_bill(&self, assessment: &mut Assessment, bill: BillRequest) {
        assessment.bill = Some(eichrecht_bill::check(assessment, bill));
        let judgement = judge_bill(Facts { assessment: &*assessment, now: self.now });
        for (code, outcome) in judgement.outcomes {
            if let Some(known) = assessment.outcomes.iter_mut().find(|(known, _)| *known == code) {
                known.1 = outcome;
            }
        }
        assessment.findings.extend(judgement.findings);
        verdict::decide_bill(assessment);
    }

    /// Checks the signatures and lays everything read out in one assessment. Keys that opened seals have done their
    /// work and are no keys for signatures.
    fn gather<B>(
        &self,
        mut read: Vec<ReadInput>,
        given: &[OfferedKey],
        seal_keys: &[Vec<u8>],
        watch: &mut impl FnMut(Progress) -> ControlFlow<B>,
    ) -> ControlFlow<B, Assessment> {
        let of = read.len();
        let mut reader = KeyReader::new(&self.limits, self.cache.as_ref());
        read.iter_mut().for_each(|input| set_private_keys_aside(input, &mut reader));
        let offer = |text: &KeyText| OfferedKey { origin: KeyOrigin::Container, text: text.clone() };
        let signs = |key: &OfferedKey| !seal_keys.contains(&key.text.bytes);
        let loose: Vec<OfferedKey> = read.iter().flat_map(|input| input.keys.iter().map(offer)).filter(signs).collect();
        let given = match seal_keys {
            [] => Cow::Borrowed(given),
            _ => Cow::Owned(given.iter().filter(|key| signs(key)).cloned().collect()),
        };
        let mut assessment = Assessment::empty(self.required_origin);
        for (index, input) in read.into_iter().enumerate() {
            watch(Progress { step: Step::Check, done: index, of })?;
            let ReadInput { name, sha256, size, role, notes, keys, claims, mut records, mut errors } = input;
            number_claims(index, claims, &mut records, &mut assessment.claims);
            let first = assessment.records.len();
            let checked = self.check(index, records, Offers { loose: &loose, given: &given }, &mut reader, &mut errors);
            let place = |(position, (record, content)): (usize, (Found, Result<CheckedRecord, UnreadRecord>))| RecordEntry {
                id: RecordId(first + position + 1),
                input: index,
                source: record.source,
                format: record.format,
                duplicate_of: None,
                content,
                verdict: Verdict::NotChecked,
            };
            let mut entries: Vec<RecordEntry> = checked.into_iter().enumerate().map(place).collect();
            mark_duplicates(&mut entries);
            assessment.records.append(&mut entries);
            if role == InputRole::Key {
                errors.extend(keys.iter().filter(|text| !seal_keys.contains(&text.bytes)).filter_map(|text| {
                    let problem = reader.read(text, None).err()?;
                    // Bare points of an ambiguous curve become clear with the record they belong to.
                    let serious = !matches!(problem, eichrecht_model::KeyProblem::AmbiguousCurve(_));
                    serious.then(|| ReadError {
                        input: index,
                        kind: ReadErrorKind::KeyUnreadable(problem),
                        location: text.location.clone(),
                        offset: None,
                        detail: String::new(),
                    })
                }));
            }
            let records = first..assessment.records.len();
            assessment.errors.append(&mut errors);
            assessment.inputs.push(InputAssessment { name, sha256, size, role, notes, records, verdict: Verdict::NotChecked });
        }
        ControlFlow::Continue(assessment)
    }

    fn check(
        &self,
        input: usize,
        records: Vec<ReadRecord>,
        offers: Offers<'_>,
        reader: &mut KeyReader<'_>,
        errors: &mut Vec<ReadError>,
    ) -> Vec<(Found, Result<CheckedRecord, UnreadRecord>)> {
        let (found, contents): (Vec<Found>, Vec<_>) = records.into_iter().map(Found::split).unzip();
        let mut pending = Vec::new();
        let mut unread = Vec::new();
        for (found, content) in found.iter().zip(contents) {
            match content {
                Ok(parsed) => {
                    let hint = match &parsed.algorithm {
                        AlgorithmClaim::Known(algorithm) => Some(algorithm.key_kind()),
                        AlgorithmClaim::ByKey(_) | AlgorithmClaim::Unknown(_) => None,
                    };
                    let in_record = parsed.carried_key.iter().map(|text| (KeyOrigin::Record, text));
                    let beside = found.source.key.iter().map(|text| (KeyOrigin::Container, text));
                    let carried: Vec<Offer<'_>> = in_record.chain(beside).map(|(origin, text)| Offer { origin, text }).collect();
                    let mut candidates = reader.candidates(hint, &carried, offers.loose, offers.given, &found.source.location);
                    let consulted = self.register.as_ref().and_then(|register| {
                        let answer = register.consult(&parsed, &found.source.declared);
                        answer.map_err(|error| errors.push(unanswered(input, found, &error))).ok()
                    });
                    if let (Some(register), Some(consulted)) = (&self.register, &consulted) {
                        reader.add_registered(register, hint, &consulted.keys(), &mut candidates);
                    }
                    if candidates.too_many {
                        errors.push(ReadError {
                            input,
                            kind: ReadErrorKind::Limit(LimitName::KeysPerRecord),
                            location: found.source.location.clone(),
                            offset: None,
                            detail: String::new(),
                        });
                    }
                    pending.push(Pending { bytes: &found.source.bytes, parsed, candidates, consulted });
                    unread.push(None);
                }
                Err(reason) => unread.push(Some(reason)),
            }
        }
        let mut checked = check_all(pending, self.register.as_ref()).into_iter();
        let contents: Vec<Result<CheckedRecord, UnreadRecord>> = unread
            .into_iter()
            .zip(&found)
            .map(|(reason, found)| match reason {
                Some(reason) => Err(reason),
                None => {
                    let (record, failure) = checked.next().ok_or(UnreadRecord::FormatUnknown)?;
                    errors.extend(failure.map(|error| unanswered(input, found, &error)));
                    Ok(record)
                }
            })
            .collect();
        found.into_iter().zip(contents).collect()
    }
}

/// Takes private keys out of what came with the data, and notes that they are there.
fn set_private_keys_aside(input: &mut ReadInput, reader: &mut KeyReader<'_>) {
    let ReadInput { keys, notes, .. } = input;
    keys.retain(|text| {
        let private = matches!(reader.read(text, None), Err(KeyProblem::PrivateKey));
        if private {
            notes.push(Note::new(NoteKind::PrivateKeyPresent, text.location.to_string()));
        }
        !private
    });
}

/// Keys that did not come with one record.
#[derive(Clone, Copy)]
struct Offers<'a> {
    loose: &'a [OfferedKey],
    given: &'a [OfferedKey],
}

/// Gives the claims of an input their numbers among all, in its records as well.
fn number_claims(input: usize, claims: Vec<SessionClaim>, records: &mut [ReadRecord], all: &mut Vec<SessionClaim>) {
    let before = all.len();
    for record in records {
        if let Some(claim) = &mut record.source.declared.claim {
            claim.0 += before;
        }
    }
    all.extend(claims.into_iter().map(|claim| SessionClaim { id: ClaimId(claim.id.0 + before), input, ..claim }));
}

/// Tells of each session that is claimed and that not one record came with: it must never pass for checked.
fn report_unsigned(assessment: &mut Assessment) {
    let unsigned = assessment.claims.iter().filter(|claim| claim.records.is_empty());
    let errors: Vec<ReadError> = unsigned
        .map(|claim| ReadError {
            input: claim.input,
            kind: ReadErrorKind::SessionUnsigned,
            location: claim.location.clone(),
            offset: None,
            detail: claim.session.clone().unwrap_or_default(),
        })
        .collect();
    assessment.errors.extend(errors);
}

/// That the register could not be asked about a record: whatever it would have said is missing from the result.
fn unanswered(input: usize, found: &Found, error: &DirectoryError) -> ReadError {
    ReadError {
        input,
        kind: ReadErrorKind::KeyStoreUnreadable,
        location: found.source.location.clone(),
        offset: None,
        detail: error.detail.clone(),
    }
}

/// Marks the records of one input that were there before. What counts is what was signed: a copy with
/// another spelling of the signature, or with other words beside it, is the same record and must not
/// count twice.
fn mark_duplicates(entries: &mut [RecordEntry]) {
    let mut first_seen: HashMap<Identity<'_>, RecordId> = HashMap::with_capacity(entries.len());
    let duplicates: Vec<Option<RecordId>> = entries
        .iter()
        .map(|entry| {
            let first = *first_seen.entry(identity(entry)).or_insert(entry.id);
            (first != entry.id).then_some(first)
        })
        .collect();
    for (entry, duplicate_of) in entries.iter_mut().zip(duplicates) {
        entry.duplicate_of = duplicate_of;
    }
}

/// Format, part of the record where it is unread, and the signed bytes.
type Identity<'a> = (Option<FormatId>, Option<usize>, &'a [u8]);

fn identity(entry: &RecordEntry) -> Identity<'_> {
    let part = if entry.content.is_ok() { None } else { entry.source.declared.part };
    (entry.format, part, entry.signed_bytes())
}

/// A record without its content.
struct Found {
    source: eichrecht_model::Record,
    format: Option<eichrecht_model::FormatId>,
}

impl Found {
    fn split(record: ReadRecord) -> (Self, Result<Box<eichrecht_model::ParsedRecord>, UnreadRecord>) {
        let ReadRecord { source, format, content } = record;
        (Self { source, format }, content)
    }
}
