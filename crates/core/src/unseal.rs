//! Between the steps 2 and 3: opens seals and reads on with what was inside.
//!
//! A seal is made with a private RSA key, and whoever has the public one can look inside. Three crates share the work,
//! and this is the one place where they meet: the format knows the layout ([`Seal::task`], [`Seal::content`]), the
//! crypto crate the arithmetic ([`open_seal`]), and this module finds keys, keeps to the limits and takes the
//! opened content for what it is: one record, found at a place one step further in.
//!
//! **A seal is no signature.** The record inside is judged by its own signature with its own key, as if it had come
//! without a seal. Where it has none, it is marked so that none can ever be looked for, and stays not checked. A seal that
//! does not open stays a record that is not checked, and the error says why.

use eichrecht_crypto::{RsaKey, decode_seal_key, open_seal};
use eichrecht_model::{
    AlgorithmClaim, Declared, Detection, Format, KeyText, LimitName, Limits, NotCheckedReason, Note, NoteKind, ReadError, ReadErrorKind,
    Record, Seal, SealProblem, SealTask, SignatureData, SignatureProblem, UnreadRecord,
};

use crate::keys::OfferedKey;
use crate::read::{ReadInput, ReadRecord, read_records, recognise};

/// Opens all seals, each replaced by what was in it. Returns the key texts that opened one: they are no keys for
/// signatures.
pub(crate) fn open_seals(inputs: &mut [ReadInput], given: &[OfferedKey], formats: &[&'static dyn Format], limits: &Limits) -> Vec<Vec<u8>> {
    if !inputs.iter().flat_map(|input| &input.records).any(is_sealed) {
        return Vec::new();
    }
    let loose = |input: &ReadInput| input.keys.iter().filter_map(|text| rsa(text, limits).ok()).collect::<Vec<_>>();
    let loose: Vec<RsaOffer> = inputs.iter().flat_map(loose).collect();
    let given: Vec<RsaOffer> = given.iter().filter_map(|key| rsa(&key.text, limits).ok()).collect();
    let mut opener = Opener { given, loose, formats, limits, used: Vec::new() };
    for (index, input) in inputs.iter_mut().enumerate() {
        let mut spent = 0;
        for record in std::mem::take(&mut input.records) {
            if is_sealed(&record) {
                let opened = opener.open(index, record, &mut spent, &mut input.errors);
                input.records.extend(opened);
            } else {
                input.records.push(record);
            }
        }
    }
    opener.used
}

fn is_sealed(record: &ReadRecord) -> bool {
    matches!(record.content, Err(UnreadRecord::Sealed))
}

/// A key that opens seals, with the text it was read from.
#[derive(Clone)]
struct RsaOffer {
    key: RsaKey,
    text: Vec<u8>,
}

fn rsa(text: &KeyText, limits: &Limits) -> Result<RsaOffer, SealProblem> {
    match decode_seal_key(&text.bytes, text.declared_encoding.as_deref(), limits) {
        Ok(key) => Ok(RsaOffer { key, text: text.bytes.clone() }),
        Err(_) => Err(SealProblem::KeyUnusable),
    }
}

struct Opener<'a> {
    given: Vec<RsaOffer>,
    loose: Vec<RsaOffer>,
    formats: &'a [&'static dyn Format],
    limits: &'a Limits,
    used: Vec<Vec<u8>>,
}

impl Opener<'_> {
    /// The records in a seal, or the seal itself with an error that says why it was not opened. `spent` are the bytes
    /// that came out of seals of this input so far.
    fn open(&mut self, input: usize, sealed: ReadRecord, spent: &mut usize, errors: &mut Vec<ReadError>) -> Vec<ReadRecord> {
        match self.content(&sealed.source, spent) {
            Ok(inner) => {
                let mut records = read_records(input, vec![inner], self.formats, self.limits, errors);
                records.iter_mut().for_each(withhold);
                records
            }
            Err(problem) => {
                let detail = if let SealProblem::Structure(part) = problem { part.to_owned() } else { String::new() };
                let kind =
                    if let SealProblem::Limit(limit) = problem { ReadErrorKind::Limit(limit) } else { ReadErrorKind::Sealed(problem) };
                errors.push(ReadError { input, kind, location: sealed.source.location.clone(), offset: None, detail });
                vec![sealed]
            }
        }
    }

    fn content(&mut self, sealed: &Record, spent: &mut usize) -> Result<Record, SealProblem> {
        let seal = recognise(sealed, self.formats).ok().and_then(Format::seal).ok_or(SealProblem::FormatId)?;
        let task = seal.task(&sealed.bytes)?;
        let (content, offer) = self.try_keys(seal, &task, sealed)?;
        *spent = spent.saturating_add(content.len());
        if *spent > self.limits.unpacked_bytes {
            return Err(SealProblem::Limit(LimitName::UnpackedBytes));
        }
        let mut notes = sealed.notes.clone();
        let key = format!("RSA {}, SHA-256 {}", offer.key.bits(), offer.key.fingerprint());
        notes.push(Note::new(NoteKind::SealOpened, "").found(key));
        let record = inner(sealed, content, notes, self.formats)?;
        if !self.used.contains(&offer.text) {
            self.used.push(offer.text);
        }
        Ok(record)
    }

    /// Keys given apart from the data come first, as for signatures. The first one that fits decides; where none does, the
    /// first problem is the one to tell.
    fn try_keys(&self, seal: &dyn Seal, task: &SealTask, sealed: &Record) -> Result<(Vec<u8>, RsaOffer), SealProblem> {
        let carried = sealed.key.as_ref().map(|text| rsa(text, self.limits)).transpose();
        let loose: &[RsaOffer] = if sealed.key.is_none() { &self.loose } else { &[] };
        let mut first_problem = carried.as_ref().err().cloned();
        let carried = carried.ok().flatten();
        for offer in self.given.iter().chain(&carried).chain(loose).take(self.limits.keys_per_record) {
            let content = open_seal(task, &sealed.bytes, &offer.key).and_then(|opened| seal.content(&sealed.bytes, &opened, self.limits));
            match content {
                Ok(content) => return Ok((content, offer.clone())),
                Err(problem) => first_problem = first_problem.or(Some(problem)),
            }
        }
        Err(first_problem.unwrap_or(SealProblem::KeyMissing))
    }
}

/// The one record the content is: text without control characters, of the format declared, with nothing around it.
fn inner(sealed: &Record, content: Vec<u8>, mut notes: Vec<Note>, formats: &[&'static dyn Format]) -> Result<Record, SealProblem> {
    let text = std::str::from_utf8(&content).map_err(|_| SealProblem::Content)?;
    if text.chars().any(|character| character.is_control() && !matches!(character, '\t' | '\n' | '\r')) {
        return Err(SealProblem::Content);
    }
    let bytes = text.trim_ascii().as_bytes().to_vec();
    let declared = Declared { encoding: None, ..sealed.declared.clone() };
    let label = declared.format.clone().unwrap_or_default();
    let record = Record { bytes, location: sealed.location.inside("seal"), span: None, declared, key: None, notes: Vec::new() };
    let format = recognise(&record, formats).map_err(|_| SealProblem::Content)?;
    let info = format.info();
    let fits = label.trim().is_empty() || info.labels.iter().any(|known| known.eq_ignore_ascii_case(label.trim()));
    let whole = format.detect(&record.bytes) == Detection::Yes
        && matches!(format.find(&record.bytes, 2).as_slice(), [one] if *one == (0..record.bytes.len()));
    if !fits || !whole {
        return Err(SealProblem::Content);
    }
    if label.trim().is_empty() {
        notes.push(Note::new(NoteKind::FormatGuessed, "encodedData/@format").found(info.id.as_str()));
    }
    Ok(Record { notes, ..record })
}

/// Marks a record from a seal that has no signature of its own: that it was sealed must never stand in for one.
fn withhold(record: &mut ReadRecord) {
    if let Ok(parsed) = &mut record.content
        && parsed.signature == SignatureData::Unreadable(SignatureProblem::Missing)
    {
        parsed.signature = SignatureData::NotTested(NotCheckedReason::SealOnly);
        // Without a signature there is no algorithm either, whatever the format takes for granted.
        parsed.algorithm = AlgorithmClaim::Unknown("none".to_owned());
        parsed.notes.retain(|note| note.kind != NoteKind::AlgorithmDefaulted);
    }
}
