//! One record, from bytes to fields.

use data_encoding::{BASE32_NOPAD, HEXUPPER};
use eichrecht_model::{
    Algorithm, AlgorithmClaim, Curve, Decimal, ErrorFlags, Hash, KeyText, LimitName, Limits, Measurement, MeterTime, Note, NoteKind,
    ObisCode, Pagination, PaginationContext, ParseError, ParseErrorKind, ParsedRecord, Provenance, ReadingReason, Record, SignatureData,
    SignatureEncoding, SignatureProblem, SignedBytes, SignedBytesReading, SignedBytesSource, TimeSync, Unit,
};

use crate::base32::{self, is_blank};
use crate::data_set::{self, DataSet};
use crate::device_id::{self, Number};
use crate::status::Status;
use crate::{ID, scan};

/// The version all known lines state.
const VERSION: &str = "3";
/// Code of the watt hour in DLMS.
const WATT_HOUR: u8 = 0x1E;

/// Reads one record. White space, a byte order mark and a pair of quotation marks may stand around it, nothing else.
pub(crate) fn parse(record: &Record, limits: &Limits) -> Result<ParsedRecord, ParseError> {
    let bytes = record.bytes.as_slice();
    if bytes.len() > limits.record_bytes {
        return Err(ParseError::new(ParseErrorKind::Limit(LimitName::RecordBytes)).at(limits.record_bytes));
    }
    let line = Line::cut(bytes)?;
    let data = base32::decode(line.data).ok_or_else(|| ParseError::new(ParseErrorKind::Syntax).at(line.data_at).field("dataSet"))?;
    let Some(fields) = DataSet::read(&data) else {
        let kind = if data.len() < data_set::LENGTH { ParseErrorKind::Truncated } else { ParseErrorKind::Syntax };
        return Err(ParseError::new(kind).at(line.data_at).field("dataSet"));
    };
    let signed = SignedBytes { reading: SignedBytesReading::Exact, source: SignedBytesSource::Built(data) };
    let algorithm = AlgorithmClaim::Known(Algorithm::Ecdsa(Curve::Secp192r1, Hash::Sha256));
    let mut parsed = ParsedRecord::empty(ID, vec![signed], algorithm, signature(line.signature));
    parsed.version = Some(line.version.to_string());
    parsed.carried_key = carried_key(line.key, record);
    read_fields(&fields, &mut parsed);
    read_claims(&line, &mut parsed);
    Ok(parsed)
}

/// The fields of a line, as received.
struct Line<'a> {
    kind: char,
    version: char,
    key: &'a [u8],
    data: &'a [u8],
    data_at: usize,
    signature: &'a [u8],
}

impl<'a> Line<'a> {
    fn cut(bytes: &'a [u8]) -> Result<Self, ParseError> {
        let start = scan::skip_lead_in(bytes);
        if !scan::header_at(bytes, start) {
            return Err(ParseError::new(ParseErrorKind::HeaderMissing).at(start));
        }
        let quoted = start.checked_sub(1).and_then(|before| bytes.get(before)) == Some(&b'"');
        let mut end = bytes.len() - bytes.iter().rev().take_while(|byte| is_blank(**byte)).count();
        if quoted && bytes.get(..end).is_some_and(|text| text.ends_with(b"\"")) {
            end -= 1;
        }
        let field = |at: usize| bytes.get(at).map_or('?', |byte| char::from(*byte));
        let (kind, version) = (field(start + 3), field(start + 5));
        let from = start + scan::HEADER;
        let mut parts = bytes.get(from..end).unwrap_or_default().split(|byte| *byte == b';');
        let (Some(key), Some(data), Some(signature)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(ParseError::new(ParseErrorKind::Truncated).at(end));
        };
        let mut behind = from + key.len() + data.len() + signature.len() + 2;
        for part in parts {
            behind += 1;
            if !part.iter().all(|byte| is_blank(*byte)) {
                return Err(ParseError::new(ParseErrorKind::Syntax).at(behind));
            }
            behind += part.len();
        }
        Ok(Self { kind, version, key, data, data_at: from + key.len() + 1, signature })
    }
}

fn signature(field: &[u8]) -> SignatureData {
    match base32::decode(field) {
        None => SignatureData::Unreadable(SignatureProblem::NotDecodable),
        Some(bytes) if bytes.is_empty() => SignatureData::Unreadable(SignatureProblem::Missing),
        Some(bytes) => SignatureData::Bytes(bytes, SignatureEncoding::Raw),
    }
}

/// The key of the line: without the breaks and small letters of a line that was typed in; as received if it does not
/// decode.
fn carried_key(field: &[u8], record: &Record) -> Option<KeyText> {
    if field.iter().all(|byte| is_blank(*byte)) {
        return None;
    }
    let bytes = base32::decode(field).map_or_else(|| field.to_vec(), |key| BASE32_NOPAD.encode(&key).into_bytes());
    Some(KeyText { bytes, declared_encoding: Some("base32".to_owned()), location: record.location.inside("publicKey") })
}

fn read_fields(fields: &DataSet, parsed: &mut ParsedRecord) {
    let status = Status(fields.status);
    parsed.gateway.serial = Some(device_id::text(fields.adapter_id, Number::Binary));
    parsed.gateway.version = Some(printable(&fields.firmware).unwrap_or_else(|| HEXUPPER.encode(&fields.firmware)));
    parsed.meter.serial = Some(device_id::text(fields.meter_id, Number::Decimal));
    parsed.pagination = Some(Pagination { context: PaginationContext::Only, number: u64::from(fields.paging) });
    parsed.session = Some(fields.session.to_string());
    parsed.seconds_index = Some(u64::from(fields.second_index));
    read_user(&fields.uid, parsed);
    for (name, bytes) in
        [("adapterId", &fields.adapter_id[..]), ("adapterFirmwareChecksum", &fields.firmware_checksum), ("meterId", &fields.meter_id)]
    {
        parsed.extensions.push((name.to_owned(), HEXUPPER.encode(bytes)));
    }
    let faults = status.faults().join(" ");
    let words = if faults.is_empty() { faults } else { format!(" {faults}") };
    parsed.extensions.push(("status".to_owned(), format!("0x{:08X}{words}", fields.status)));

    let value = Decimal::new(i128::from(fields.value), 0).and_then(|value| value.shift(i32::from(fields.scaler)));
    if value.is_none() {
        parsed.notes.push(Note::new(NoteKind::ValueUnreadable, "value").found(format!("{} · 10^{}", fields.value, fields.scaler)).at(0));
    }
    let unit = if fields.unit == WATT_HOUR { Unit::WattHour } else { Unit::Other(format!("DLMS {}", fields.unit)) };
    if fields.unit != WATT_HOUR {
        parsed.notes.push(Note::new(NoteKind::UnitUnknown, "unit").found(unit.to_string()).expected("Wh").at(0));
    }
    let [a, b, c, d, e, f] = fields.obis;
    let reason = reason(fields.status, parsed);
    parsed.measurements.push(Measurement {
        time: time(fields.timestamp, status),
        reason,
        value,
        unit: Some(unit),
        obis: Some(ObisCode::new(&format!("{a:X}-{b:X}:{c:X}.{d:X}.{e:X}*{f:03}"))),
        error_flags: Some(ErrorFlags { energy: false, time: status.clock_bad() }),
        status: Some(status.meter()),
        provenance: Provenance::Signed,
        ..Measurement::default()
    });
    for word in status.reports() {
        parsed.notes.push(Note::new(NoteKind::DeviceReport, "status").found(word).at(0));
    }
    if status.moved() {
        parsed.notes.push(Note::new(NoteKind::RegisterMovedReported, "status").at(0));
    }
}

/// The signed role. Several commands at once are no role.
fn reason(word: u32, parsed: &mut ParsedRecord) -> Option<ReadingReason> {
    let mut commands = Status(word).commands();
    if commands.len() > 1 {
        let found = format!("0x{word:08X}");
        parsed.notes.push(Note::new(NoteKind::FieldMalformed, "status").found(found.clone()).at(0));
        return Some(ReadingReason::Other(found));
    }
    commands.pop()
}

/// The clock is good for information only; with its error bit it is none at all.
fn time(seconds: u32, status: Status) -> Option<MeterTime> {
    let instant = jiff::Timestamp::from_second(i64::from(seconds)).ok()?;
    let local = jiff::tz::Offset::UTC.to_datetime(instant);
    let sync = if status.clock_bad() { TimeSync::Unknown } else { TimeSync::Informative };
    Some(MeterTime { local, offset_minutes: Some(0), instant, sync, raw: seconds.to_string() })
}

/// The identification of the user up to the first zero byte. What is no plain text is given in hex.
fn read_user(uid: &[u8; 20], parsed: &mut ParsedRecord) {
    let length = uid.iter().position(|byte| *byte == 0).unwrap_or(uid.len());
    let (id, rest) = uid.split_at_checked(length).unwrap_or((uid, &[]));
    if rest.iter().any(|byte| *byte != 0) {
        parsed.extensions.push(("uid[rest]".to_owned(), HEXUPPER.encode(rest)));
    }
    if id.is_empty() {
        return;
    }
    parsed.user.id = Some(printable(id).unwrap_or_else(|| {
        let hex = HEXUPPER.encode(id);
        parsed.notes.push(Note::new(NoteKind::IdForm, "uid").found(hex.clone()).expected("ASCII"));
        hex
    }));
}

fn printable(bytes: &[u8]) -> Option<String> {
    let plain = bytes.iter().all(|byte| byte.is_ascii_graphic() || *byte == b' ');
    plain.then(|| bytes.iter().map(|byte| char::from(*byte)).collect())
}

/// Type and version stand beside the signed bytes: claims.
fn read_claims(line: &Line<'_>, parsed: &mut ParsedRecord) {
    parsed.unsigned.push(("type".to_owned(), line.kind.to_string()));
    parsed.unsigned.push(("version".to_owned(), line.version.to_string()));
    if line.version.to_string() != VERSION {
        parsed.notes.push(Note::new(NoteKind::VersionUnknown, "version").found(line.version).expected(VERSION));
    }
    let claimed = match line.kind {
        '0' => "begin",
        '1' => "end",
        '2' => "between",
        other => {
            parsed.notes.push(Note::new(NoteKind::CodeUnknown, "type").found(other).expected("0, 1, 2"));
            return;
        }
    };
    let signed = match parsed.measurements.first().and_then(|reading| reading.reason.as_ref()) {
        Some(ReadingReason::Begin) => "begin",
        Some(ReadingReason::End) => "end",
        Some(ReadingReason::Charging) => "between",
        _ => return,
    };
    if claimed != signed {
        parsed.notes.push(Note::new(NoteKind::RoleLabelDiffers, "type").found(claimed).expected(signed));
    }
}
