//! Steps 1 to 3: unwrap each input, recognise each record's format, parse it.

use std::collections::HashMap;
use std::ops::ControlFlow;

use eichrecht_container::{ContainerError, SIGNATURE_ENDING, Unwrapped, unwrap, unwrap_signed};
use eichrecht_crypto::looks_like_key;
use eichrecht_model::{
    Detection, Format, FormatId, InputRole, KeyText, Limits, Location, Note, ParsedRecord, ReadError, ReadErrorKind, Record, SessionClaim,
    UnreadRecord,
};
use sha2::{Digest, Sha256};

use crate::Input;

/// One input, read.
pub(crate) struct ReadInput {
    pub(crate) name: String,
    pub(crate) sha256: Option<String>,
    pub(crate) size: u64,
    pub(crate) role: InputRole,
    pub(crate) notes: Vec<Note>,
    pub(crate) keys: Vec<KeyText>,
    pub(crate) claims: Vec<SessionClaim>,
    pub(crate) records: Vec<ReadRecord>,
    pub(crate) errors: Vec<ReadError>,
}

impl ReadInput {
    /// One with nothing in it.
    fn empty(name: String, sha256: Option<String>, size: u64) -> Self {
        Self {
            name,
            sha256,
            size,
            role: InputRole::Data,
            notes: Vec::new(),
            keys: Vec::new(),
            claims: Vec::new(),
            records: Vec::new(),
            errors: Vec::new(),
        }
    }
}

/// One record, read as far as possible.
pub(crate) struct ReadRecord {
    pub(crate) source: Record,
    pub(crate) format: Option<FormatId>,
    pub(crate) content: Result<Box<ParsedRecord>, UnreadRecord>,
}

/// Reads all inputs. A record and its signature may be two of them: `x` and `x.sign`, each given once. `watch` is told
/// before each input how many there are behind, and may end it.
pub(crate) fn read_all<B>(
    inputs: Vec<Input>,
    formats: &[&'static dyn Format],
    limits: &Limits,
    mut watch: impl FnMut(usize) -> ControlFlow<B>,
) -> ControlFlow<B, Vec<ReadInput>> {
    let mut signatures = signatures(&inputs);
    let mut used = Vec::new();
    let mut all: Vec<ReadInput> = Vec::with_capacity(inputs.len());
    for (index, input) in inputs.into_iter().enumerate() {
        watch(index)?;
        let signature = signatures.remove(&index);
        let signed = signature.as_ref().and_then(|signature| signed_apart(&input, &signature.bytes, formats, limits));
        if signed.is_some() {
            used.extend(signature.map(|signature| signature.input));
        }
        all.push(read(index, input, signed, formats, limits));
    }
    for index in used {
        if let Some(input) = all.get_mut(index) {
            // Whatever else it may have looked like: it was the signature of the input beside it.
            *input = ReadInput {
                role: InputRole::Signature,
                ..ReadInput::empty(std::mem::take(&mut input.name), input.sha256.take(), input.size)
            };
        }
    }
    ControlFlow::Continue(all)
}

/// An input that may be the signature of another.
struct Beside {
    input: usize,
    bytes: Vec<u8>,
}

/// For each input that has one: its signature among the others.
fn signatures(inputs: &[Input]) -> HashMap<usize, Beside> {
    if !inputs.iter().any(|input| input.name.ends_with(SIGNATURE_ENDING)) {
        return HashMap::new();
    }
    let name = |input: &'_ Input| input.name.trim_start_matches("./").to_owned();
    let mut places: HashMap<String, Option<usize>> = HashMap::new();
    for (index, input) in inputs.iter().enumerate() {
        places.entry(name(input)).and_modify(|place| *place = None).or_insert(Some(index));
    }
    let mut found = HashMap::new();
    for (index, input) in inputs.iter().enumerate() {
        let (own, Ok(bytes)) = (name(input), &input.bytes) else { continue };
        let Some(data) = own.strip_suffix(SIGNATURE_ENDING) else { continue };
        if let (Some(Some(data)), Some(Some(_))) = (places.get(data), places.get(&own)) {
            found.insert(*data, Beside { input: index, bytes: bytes.clone() });
        }
    }
    found
}

fn signed_apart(input: &Input, signature: &[u8], formats: &[&'static dyn Format], limits: &Limits) -> Option<Unwrapped> {
    unwrap_signed(&input.name, input.bytes.as_ref().ok()?, signature, formats, &looks_like_key, limits)
}

/// Reads one input; `signed` is what it is if its signature came beside it. Whatever is wrong becomes an error in the
/// result.
fn read(index: usize, input: Input, signed: Option<Unwrapped>, formats: &[&'static dyn Format], limits: &Limits) -> ReadInput {
    let bytes = match input.bytes {
        Ok(bytes) => bytes,
        Err(refused) => {
            let error = ReadError {
                input: index,
                kind: refused.kind,
                location: Location::input(&input.name),
                offset: None,
                detail: refused.detail,
            };
            return ReadInput { errors: vec![error], ..ReadInput::empty(input.name, None, refused.size) };
        }
    };
    let Unwrapped { records, keys, notes, claims, errors } =
        signed.unwrap_or_else(|| unwrap(&input.name, &bytes, formats, &looks_like_key, limits));
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    let sha256 = Some(hex::encode(Sha256::digest(&bytes)));
    drop(bytes);

    let mut errors: Vec<ReadError> = errors.into_iter().map(|error| container_error(index, error)).collect();
    let records = read_records(index, records, formats, limits, &mut errors);
    let nothing_told = records.is_empty() && claims.is_empty() && errors.is_empty();
    let role = if nothing_told && !keys.is_empty() { InputRole::Key } else { InputRole::Data };
    ReadInput { name: input.name, sha256, size, role, notes, keys, claims, records, errors }
}

fn container_error(input: usize, error: ContainerError) -> ReadError {
    ReadError { input, kind: error.kind, location: error.location, offset: error.offset, detail: error.detail }
}

pub(crate) fn read_records(
    input: usize,
    records: Vec<Record>,
    formats: &[&'static dyn Format],
    limits: &Limits,
    errors: &mut Vec<ReadError>,
) -> Vec<ReadRecord> {
    let records = one_per_signature(records, formats);
    let mut read = Vec::with_capacity(records.len());
    for source in records {
        let (format, content) = match recognise(&source, formats) {
            // Opened as soon as the keys of all inputs are known.
            Ok(format) if format.seal().is_some() => (Some(format.info().id), Err(UnreadRecord::Sealed)),
            Ok(format) => {
                let parsed = format.parse(&source, limits).map(Box::new).map_err(UnreadRecord::Unreadable);
                (Some(format.info().id), parsed)
            }
            Err(unread) => (None, Err(unread)),
        };
        if let Some(kind) = content.as_ref().err().and_then(unread_kind) {
            errors.push(ReadError {
                input,
                kind,
                location: source.location.clone(),
                offset: None,
                detail: source.declared.format.clone().unwrap_or_default(),
            });
        }
        read.push(ReadRecord { source, format, content });
    }
    read
}

/// Records whose format has several signatures in one, as often as it has.
fn one_per_signature(records: Vec<Record>, formats: &[&'static dyn Format]) -> Vec<Record> {
    let several: Vec<&dyn Format> = formats.iter().copied().filter(|format| format.signatures() > 1).collect();
    let parts = |record: Record| match several.iter().find(|format| format.detect(&record.bytes) == Detection::Yes) {
        None => vec![record],
        Some(format) => (0..format.signatures())
            .map(|part| {
                let mut record = record.clone();
                record.declared.part = Some(part);
                record.location = record.location.inside(format!("signature[{}]", part + 1));
                record
            })
            .collect(),
    };
    records.into_iter().flat_map(parts).collect()
}

/// The error an unread record is; a seal is none before somebody tried to open it.
fn unread_kind(unread: &UnreadRecord) -> Option<ReadErrorKind> {
    match unread {
        UnreadRecord::FormatUnknown => Some(ReadErrorKind::FormatUnknown),
        UnreadRecord::FormatAmbiguous(_) => Some(ReadErrorKind::FormatAmbiguous),
        UnreadRecord::Unreadable(error) => Some(ReadErrorKind::RecordUnreadable(error.clone())),
        UnreadRecord::Sealed => None,
    }
}

/// The one format that claims the record. Where several do, the name in the container decides if it is
/// one of theirs; otherwise nothing is guessed.
pub(crate) fn recognise(record: &Record, formats: &[&'static dyn Format]) -> Result<&'static dyn Format, UnreadRecord> {
    for wanted in [Detection::Yes, Detection::Maybe] {
        let claims: Vec<&'static dyn Format> = formats.iter().copied().filter(|format| format.detect(&record.bytes) == wanted).collect();
        match claims.as_slice() {
            [] => {}
            [one] => return Ok(*one),
            several => {
                let label = record.declared.format.as_deref().unwrap_or_default().trim().to_ascii_uppercase();
                let named = several.iter().find(|format| format.info().labels.contains(&label.as_str()));
                return named
                    .copied()
                    .ok_or_else(|| UnreadRecord::FormatAmbiguous(several.iter().map(|format| format.info().id).collect()));
            }
        }
    }
    Err(UnreadRecord::FormatUnknown)
}
