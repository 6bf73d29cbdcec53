//! From an assessment to what the ledger keeps.

use std::collections::HashMap;
use std::sync::Arc;

use eichrecht_model::{
    Assessment, CheckedRecord, Claim, EvidenceSource, InputRole, KeyedMeter, Measurement, MeterStatus, ParsedRecord, PastReading,
    PastRecord, PastRole, PastTime, Provenance, ReadingReason, RecordEntry, RecordId, SignatureVerdict, Software, TimeSync,
    TransactionShape, UnprovenRecord,
};
use sha2::{Digest, Sha256};

use crate::submission::{Evidence, Source, Submission};

pub(crate) fn submissions(assessment: &Assessment) -> Vec<Submission> {
    let pairs = pairs(assessment);
    let inputs = assessment.inputs.iter().enumerate().filter(|(_, input)| input.role == InputRole::Data);
    inputs
        .filter_map(|(number, input)| {
            let source = Source { sha256: input.sha256.clone()?, name: input.name.clone(), size: input.size };
            let mut submission = Submission { source, evidence: Vec::new(), unproven: Vec::new() };
            for entry in assessment.records_of(number) {
                take(entry, &pairs, &mut submission);
            }
            Some(submission)
        })
        .collect()
}

/// Sessions of two records within one input, by each of their records.
fn pairs(assessment: &Assessment) -> HashMap<RecordId, (String, String)> {
    let mut pairs = HashMap::new();
    for transaction in assessment.transactions.iter().filter(|t| t.shape == TransactionShape::SeparateRecords) {
        let (Some(first), Some(last)) = (transaction.records.first(), transaction.records.last()) else { continue };
        let (Some(begin), Some(end)) = (assessment.record(*first), assessment.record(*last)) else { continue };
        if begin.input == end.input {
            let pair = (short(begin), short(end));
            pairs.extend([(*first, pair.clone()), (*last, pair)]);
        }
    }
    pairs
}

fn short(entry: &RecordEntry) -> String {
    let mut text = hex::encode(Sha256::digest(entry.signed_bytes()));
    text.truncate(16);
    text
}

fn take(entry: &RecordEntry, pairs: &HashMap<RecordId, (String, String)>, submission: &mut Submission) {
    let signed_sha256 = Sha256::digest(entry.signed_bytes()).into();
    if let Ok(checked) = &entry.content
        && *checked.signature() == SignatureVerdict::Valid
        && let Some(meter) = meter(checked)
    {
        let record = record(entry, checked, signed_sha256, claims(entry, pairs, submission.source.short()));
        submission.evidence.extend(record.map(|record| Evidence { meter, record }));
        return;
    }
    let content = entry.content.as_ref().ok().map(CheckedRecord::content);
    let invalid = entry.content.as_ref().is_ok_and(|record| matches!(record.signature(), SignatureVerdict::Invalid(_)));
    submission.unproven.push(UnprovenRecord {
        sha256: signed_sha256,
        format: entry.format.map(|format| format.to_string()).unwrap_or_default(),
        invalid,
        serial: content.and_then(|content| text(content.meter.serial.as_ref())).unwrap_or_default(),
        pagination: content.and_then(|content| content.pagination),
        input: submission.source.name.clone(),
    });
}

/// A text without blanks around it; `None` when nothing remains.
pub(crate) fn text(field: Option<&String>) -> Option<String> {
    field.map(|text| text.trim()).filter(|text| !text.is_empty()).map(str::to_owned)
}

fn meter(record: &CheckedRecord) -> Option<KeyedMeter> {
    let content = record.content();
    Some(KeyedMeter {
        serial: text(content.meter.serial.as_ref()),
        manufacturer: text(content.meter.manufacturer.as_ref()),
        model: text(content.meter.model.as_ref()),
        gateway: text(content.gateway.serial.as_ref()),
        key: record.keys().used.as_ref()?.fingerprint.clone(),
    })
}

fn record(entry: &RecordEntry, checked: &CheckedRecord, signed_sha256: [u8; 32], claims: Vec<Claim>) -> Option<PastRecord> {
    let content = checked.content();
    Some(PastRecord {
        signed_sha256,
        format: Arc::from(entry.format?.as_str()),
        evidence: EvidenceSource::Checked,
        key_origin: checked.keys().used.as_ref()?.origin,
        pagination: content.pagination,
        seconds_index: content.seconds_index,
        session: text(content.session.as_ref()),
        software: software(content),
        charge_point: text(content.charge_point.id.as_ref()),
        begin_retold: content.begin_retold,
        readings: content.measurements.iter().filter(|reading| reading.provenance == Provenance::Signed).map(reading).collect(),
        claims,
    })
}

fn software(content: &ParsedRecord) -> Software {
    Software {
        meter: text(content.meter.firmware.as_ref()),
        gateway: text(content.gateway.version.as_ref()),
        controller: text(content.gateway.controller_firmware.as_ref()),
    }
}

fn claims(entry: &RecordEntry, pairs: &HashMap<RecordId, (String, String)>, input: &str) -> Vec<Claim> {
    let input: Arc<str> = Arc::from(input);
    let declared = &entry.source.declared;
    let mut claims = Vec::new();
    if let Some(id) = text(declared.transaction_id.as_ref()) {
        let own = entry.content.as_ref().ok().and_then(|record| record.content().claimed_role);
        claims.push(Claim::Number { numbering: declared.numbering, id, role: own.or(declared.role()), input: input.clone() });
    }
    // Of a record that stands twice in its input the first one has the place in the session.
    if let Some((begin, end)) = pairs.get(&entry.duplicate_of.unwrap_or(entry.id)).cloned() {
        claims.push(Claim::Session { begin, end, input });
    }
    claims
}

fn reading(reading: &Measurement) -> PastReading {
    let flags = reading.error_flags.unwrap_or_default();
    let role = match &reading.reason {
        None => PastRole::None,
        Some(ReadingReason::Begin) => PastRole::Begin,
        Some(reason) if reason.is_end() => PastRole::End,
        Some(_) => PastRole::Between,
    };
    PastReading {
        role,
        register: reading.obis.clone(),
        value: reading.value,
        unit: reading.unit.clone(),
        time: reading.time.as_ref().map(|time| PastTime {
            instant: time.instant,
            offset_minutes: time.offset_minutes,
            // A time the meter itself calls unusable is no better than that of a clock that was never set.
            sync: if flags.time { TimeSync::Unknown } else { time.sync },
        }),
        usable: !flags.energy && reading.status.as_ref().is_none_or(MeterStatus::is_ok),
    }
}
