//! JSON reports of this program as inputs: their verdict is taken over as what it is, a word without proof.

use std::cell::Cell;
use std::collections::HashMap;
use std::io::{self, Read};
use std::rc::Rc;
use std::sync::Arc;

use eichrecht_model::{
    Claim, Decimal, DeclaredRole, EvidenceSource, KeyOrigin, KeyedMeter, Numbering, ObisCode, Pagination, PaginationContext, PastReading,
    PastRecord, PastRole, PastTime, Software, TimeSync, Unit, UnprovenRecord,
};
use jiff::civil::DateTime;
use jiff::tz::Offset;
use serde::Deserialize;

use crate::LedgerError;
use crate::gather::text;
use crate::submission::{Evidence, Source, Submission};

const SCHEMA: &str = "eichrecht-report/1";

/// Whether bytes begin like a JSON report of this program, or a stream of them.
#[must_use]
pub fn is_report(bytes: &[u8]) -> bool {
    let head = bytes.get(..200).unwrap_or(bytes);
    let mark = SCHEMA.as_bytes();
    head.trim_ascii_start().first() == Some(&b'{') && head.windows(mark.len()).any(|window| window == mark)
}

/// Reports one after another: a single JSON document, or one a line (NDJSON). Only one is held in memory at a time.
pub struct Reports<R: Read> {
    stream: serde_json::StreamDeserializer<'static, serde_json::de::IoRead<Bounded<R>>, Report>,
    left: Rc<Cell<usize>>,
    most: usize,
    number: usize,
}

impl<R: Read> Reports<R> {
    /// Reads reports of at most `most` bytes each.
    pub fn new(reader: R, most: usize) -> Self {
        let left = Rc::new(Cell::new(most));
        let bounded = Bounded { reader: io::BufReader::new(reader), left: left.clone() };
        Self { stream: serde_json::Deserializer::from_reader(bounded).into_iter(), left, most, number: 0 }
    }

    pub(crate) fn take(&mut self) -> Result<Option<(usize, Report)>, LedgerError> {
        self.left.set(self.most);
        let Some(next) = self.stream.next() else { return Ok(None) };
        self.number += 1;
        let broken = |reason: String| LedgerError::Report { number: self.number, reason };
        let report = next.map_err(|error| broken(error.to_string()))?;
        if report.schema != SCHEMA {
            return Err(broken(format!("it is no {SCHEMA}")));
        }
        Ok(Some((self.number, report)))
    }
}

/// A reader that gives no more than a report may have.
struct Bounded<R: Read> {
    reader: io::BufReader<R>,
    left: Rc<Cell<usize>>,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.reader.read(buffer)?;
        match self.left.get().checked_sub(read) {
            Some(left) => self.left.set(left),
            None => return Err(io::Error::new(io::ErrorKind::FileTooLarge, "a report is longer than the limit input-bytes")),
        }
        Ok(read)
    }
}

/// The parts of a report that a ledger needs.
#[derive(Deserialize)]
pub(crate) struct Report {
    schema: String,
    #[serde(default)]
    inputs: Vec<Input>,
}

#[derive(Deserialize)]
struct Input {
    path: String,
    sha256: Option<String>,
    size: u64,
    role: String,
    records: Vec<RecordIn>,
    transactions: Vec<TransactionIn>,
}

#[derive(Deserialize)]
struct RecordIn {
    id: usize,
    format: Option<String>,
    /// Absent in reports before the ledger was there.
    signed_sha256: Option<String>,
    duplicate_of: Option<usize>,
    signature: SignatureIn,
    key: KeyIn,
    #[serde(default)]
    meter: MeterIn,
    #[serde(default)]
    gateway: GatewayIn,
    pagination: Option<String>,
    session: Option<String>,
    #[serde(default)]
    begin_retold: bool,
    seconds_index: Option<u64>,
    #[serde(default)]
    charge_point: PointIn,
    #[serde(default)]
    measurements: Vec<ReadingIn>,
    #[serde(default)]
    unsigned: UnsignedIn,
}

#[derive(Deserialize)]
struct SignatureIn {
    verdict: String,
}

#[derive(Deserialize)]
struct KeyIn {
    origin: String,
    fingerprint: Option<String>,
}

#[derive(Default, Deserialize)]
struct MeterIn {
    serial: Option<String>,
    manufacturer: Option<String>,
    model: Option<String>,
    firmware: Option<String>,
}

#[derive(Default, Deserialize)]
struct GatewayIn {
    serial: Option<String>,
    version: Option<String>,
    controller_firmware: Option<String>,
}

#[derive(Default, Deserialize)]
struct PointIn {
    id: Option<String>,
}

#[derive(Deserialize)]
struct ReadingIn {
    obis_raw: Option<String>,
    value: Option<String>,
    unit: Option<String>,
    time: Option<String>,
    time_sync: Option<String>,
    reason: Option<String>,
    status: Option<String>,
    error_flags: Option<FlagsIn>,
    signed: bool,
}

#[derive(Clone, Copy, Default, Deserialize)]
struct FlagsIn {
    #[serde(default)]
    energy: bool,
    #[serde(default)]
    time: bool,
}

#[derive(Default, Deserialize)]
struct UnsignedIn {
    context: Option<String>,
    role: Option<String>,
    transaction_id: Option<String>,
    numbering: Option<String>,
}

#[derive(Deserialize)]
struct TransactionIn {
    records: Vec<usize>,
    shape: String,
}

/// What a report tells about each of its inputs; the reason when a part is missing.
pub(crate) fn submissions(report: &Report) -> Result<Vec<Submission>, String> {
    let data = report.inputs.iter().filter(|input| input.role == "data");
    data.filter_map(|input| submission(input).transpose()).collect()
}

fn submission(input: &Input) -> Result<Option<Submission>, String> {
    // What was not read has no records either.
    let Some(sha256) = &input.sha256 else { return Ok(None) };
    hash(sha256).ok_or("the hash of an input is none")?;
    let source = Source { sha256: sha256.to_ascii_lowercase(), name: input.path.clone(), size: input.size };
    let mut submission = Submission { source, evidence: Vec::new(), unproven: Vec::new() };
    let by_id: HashMap<usize, &RecordIn> = input.records.iter().map(|record| (record.id, record)).collect();
    let mut pairs: HashMap<usize, (String, String)> = HashMap::new();
    for transaction in input.transactions.iter().filter(|transaction| transaction.shape == "separate-records") {
        let (Some(first), Some(last)) = (transaction.records.first(), transaction.records.last()) else { continue };
        // A record of another input is not in the list.
        let (Some(begin), Some(end)) = (by_id.get(first), by_id.get(last)) else { continue };
        let pair = (short(begin)?, short(end)?);
        pairs.extend([(*first, pair.clone()), (*last, pair)]);
    }
    for record in &input.records {
        take(record, &pairs, &mut submission)?;
    }
    Ok(Some(submission))
}

fn signed_hash(record: &RecordIn) -> Result<[u8; 32], String> {
    let text = record.signed_sha256.as_deref().ok_or("its records have no signed_sha256; make the report anew with this version")?;
    hash(text).ok_or_else(|| "signed_sha256 is no hash".to_owned())
}

fn hash(text: &str) -> Option<[u8; 32]> {
    hex::decode(text).ok()?.try_into().ok()
}

fn short(record: &RecordIn) -> Result<String, String> {
    let mut text = hex::encode(signed_hash(record)?);
    text.truncate(16);
    Ok(text)
}

fn take(record: &RecordIn, pairs: &HashMap<usize, (String, String)>, submission: &mut Submission) -> Result<(), String> {
    let signed_sha256 = signed_hash(record)?;
    let pagination = record.pagination.as_deref().map(pagination).transpose()?;
    let valid = record.signature.verdict == "valid";
    let (Some(format), Some(key), true) = (&record.format, &record.key.fingerprint, valid) else {
        submission.unproven.push(UnprovenRecord {
            sha256: signed_sha256,
            format: record.format.clone().unwrap_or_default(),
            invalid: record.signature.verdict == "invalid",
            serial: text(record.meter.serial.as_ref()).unwrap_or_default(),
            pagination,
            input: submission.source.name.clone(),
        });
        return Ok(());
    };
    hash(key).ok_or("the fingerprint of a key is none")?;
    let meter = KeyedMeter {
        serial: text(record.meter.serial.as_ref()),
        manufacturer: text(record.meter.manufacturer.as_ref()),
        model: text(record.meter.model.as_ref()),
        gateway: text(record.gateway.serial.as_ref()),
        key: key.to_ascii_lowercase(),
    };
    let readings = record.measurements.iter().filter(|reading| reading.signed);
    let record = PastRecord {
        signed_sha256,
        format: Arc::from(format.as_str()),
        evidence: EvidenceSource::Report,
        key_origin: origin(&record.key.origin)?,
        pagination,
        seconds_index: record.seconds_index,
        session: text(record.session.as_ref()),
        software: Software {
            meter: text(record.meter.firmware.as_ref()),
            gateway: text(record.gateway.version.as_ref()),
            controller: text(record.gateway.controller_firmware.as_ref()),
        },
        charge_point: text(record.charge_point.id.as_ref()),
        begin_retold: record.begin_retold,
        readings: readings.map(reading).collect::<Result<_, _>>()?,
        claims: claims(record, pairs, submission.source.short()),
    };
    submission.evidence.push(Evidence { meter, record });
    Ok(())
}

fn pagination(text: &str) -> Result<Pagination, String> {
    let (context, digits) = match text.as_bytes().first() {
        Some(b'T') => (PaginationContext::Transaction, text.get(1..)),
        Some(b'F') => (PaginationContext::Fiscal, text.get(1..)),
        _ => (PaginationContext::Only, Some(text)),
    };
    let number = digits.and_then(|digits| digits.parse().ok()).ok_or("a pagination is no number")?;
    Ok(Pagination { context, number })
}

fn origin(text: &str) -> Result<KeyOrigin, String> {
    let all = [KeyOrigin::Record, KeyOrigin::Container, KeyOrigin::User, KeyOrigin::Register];
    all.into_iter().find(|origin| origin.as_str() == text).ok_or_else(|| "the origin of a key is not known".to_owned())
}

fn claims(record: &RecordIn, pairs: &HashMap<usize, (String, String)>, input: &str) -> Vec<Claim> {
    let input: Arc<str> = Arc::from(input);
    let mut claims = Vec::new();
    if let Some(id) = text(record.unsigned.transaction_id.as_ref()) {
        let word = record.unsigned.numbering.as_deref().unwrap_or_default();
        let numbering = Numbering::ALL.into_iter().find(|known| known.as_str() == word).unwrap_or_default();
        let role = match (record.unsigned.role.as_deref(), record.unsigned.context.as_deref().map(str::trim)) {
            (Some("begin"), _) | (None, Some("Transaction.Begin")) => Some(DeclaredRole::Begin),
            (Some("end"), _) | (None, Some("Transaction.End")) => Some(DeclaredRole::End),
            _ => None,
        };
        claims.push(Claim::Number { numbering, id, role, input: input.clone() });
    }
    if let Some((begin, end)) = pairs.get(&record.duplicate_of.unwrap_or(record.id)).cloned() {
        claims.push(Claim::Session { begin, end, input });
    }
    claims
}

fn reading(reading: &ReadingIn) -> Result<PastReading, String> {
    let flags = reading.error_flags.unwrap_or_default();
    let role = match reading.reason.as_deref() {
        None => PastRole::None,
        Some("begin") => PastRole::Begin,
        Some("end") => PastRole::End,
        Some(_) => PastRole::Between,
    };
    let value = reading.value.as_deref().map(str::parse::<Decimal>).transpose().map_err(|_| "a value is no number")?;
    let sync = match reading.time_sync.as_deref() {
        Some("synchronised") => TimeSync::Synchronised,
        Some("informative") => TimeSync::Informative,
        Some("relative") => TimeSync::Relative,
        _ => TimeSync::Unknown,
    };
    let sync = if flags.time { TimeSync::Unknown } else { sync };
    Ok(PastReading {
        role,
        register: reading.obis_raw.as_deref().map(ObisCode::new),
        value,
        unit: reading.unit.as_deref().map(Unit::from_text),
        time: reading.time.as_deref().map(|text| time(text, sync)).transpose()?,
        usable: !flags.energy && reading.status.as_deref().is_none_or(|status| status == "ok"),
    })
}

/// `2026-03-29T01:58:00+01:00`, or without an offset where none was signed.
fn time(text: &str, sync: TimeSync) -> Result<PastTime, String> {
    let wrong = || "a time is none".to_owned();
    let zone = text.char_indices().skip_while(|(_, character)| *character != 'T').find(|(_, character)| matches!(character, '+' | '-'));
    let (local, offset) = text.split_at(zone.map_or(text.len(), |(at, _)| at));
    let offset_minutes = if offset.is_empty() {
        None
    } else {
        let (hours, minutes) = offset.get(1..).and_then(|rest| rest.split_once(':')).ok_or_else(wrong)?;
        let sum = hours.parse::<i16>().ok().zip(minutes.parse::<i16>().ok()).and_then(|(h, m)| h.checked_mul(60)?.checked_add(m));
        let sum = sum.ok_or_else(wrong)?;
        Some(if offset.starts_with('-') { -sum } else { sum })
    };
    let local: DateTime = local.parse().map_err(|_| wrong())?;
    let seconds = i64::from(offset_minutes.unwrap_or(0)) * 60;
    let utc = Offset::UTC.to_timestamp(local).map_err(|_| wrong())?;
    let instant = utc.checked_sub(jiff::SignedDuration::from_secs(seconds)).map_err(|_| wrong())?;
    Ok(PastTime { instant, offset_minutes, sync })
}
