//! One session, as it is stated.

use eichrecht_json::{Node, Object, Value};
use eichrecht_model::{
    AlgorithmClaim, Decimal, LimitName, Limits, Measurement, MeterTime, NotCheckedReason, Note, NoteKind, ObisCode, ParseError,
    ParseErrorKind, ParsedRecord, Provenance, ReadingReason, Record, SignatureData, SignedBytes, SignedBytesReading, SignedBytesSource,
    TimeSync, Unit,
};
use jiff::Timestamp;
use jiff::fmt::temporal::Pieces;

use crate::ID;

/// Number of the unit watt hour, IEC 62056-62.
const WATT_HOUR: i64 = 30;

pub(crate) fn parse(record: &Record, limits: &Limits) -> Result<ParsedRecord, ParseError> {
    let node = eichrecht_json::parse_record(&record.bytes, limits)?;
    let session = node.as_object().ok_or_else(|| ParseError::new(ParseErrorKind::Syntax))?;
    // Which bytes are signed is not known; the whole record stands for them, so that a copy is known as one.
    let whole = SignedBytes { reading: SignedBytesReading::Exact, source: SignedBytesSource::Range(0..record.bytes.len()) };
    let signature = SignatureData::NotTested(NotCheckedReason::RecipeUnproven);
    let mut parsed = ParsedRecord::empty(ID, vec![whole], AlgorithmClaim::Unknown("unproven".to_owned()), signature);
    parsed.notes.extend(node.all_duplicates().into_iter().map(|field| Note::new(NoteKind::DuplicateField, field)));
    let text = |way: &[&str]| session.at(way).and_then(Node::as_str).map(str::to_owned);
    parsed.session = text(&["@id"]);
    parsed.charge_point.id = text(&["EVSEId"]);
    parsed.user.id = text(&["authorizationStart", "@id"]);
    for measurement in session.get("measurements").and_then(Node::as_array).unwrap_or_default().iter().filter_map(Node::as_object) {
        if parsed.meter.serial.is_none() {
            parsed.meter.serial = measurement.get("energyMeterId").and_then(Node::as_str).map(str::to_owned);
        }
        let values = measurement.get("values").and_then(Node::as_array).unwrap_or_default();
        if parsed.measurements.len().saturating_add(values.len()) > limits.readings {
            return Err(ParseError::new(ParseErrorKind::Limit(LimitName::Readings)));
        }
        for (index, value) in values.iter().enumerate() {
            let reason = match index {
                0 => ReadingReason::Begin,
                _ if index + 1 == values.len() => ReadingReason::End,
                _ => ReadingReason::Charging,
            };
            let reading = reading(&mut parsed, measurement, value.as_object(), reason);
            parsed.measurements.push(reading);
        }
    }
    Ok(parsed)
}

fn reading(record: &mut ParsedRecord, measurement: &Object<'_>, value: Option<&Object<'_>>, reason: ReadingReason) -> Measurement {
    let at = record.measurements.len();
    let amount = value.and_then(|value| amount(value.get("value")?, measurement.get("scale")));
    if amount.is_none() {
        record.notes.push(Note::new(NoteKind::ValueUnreadable, "value").at(at));
    }
    let stated = value.and_then(|value| value.get("timestamp")).and_then(Node::as_str);
    let time = stated.and_then(time);
    if let (Some(raw), None) = (stated, &time) {
        record.notes.push(Note::new(NoteKind::TimeUnreadable, "timestamp").found(raw).at(at));
    }
    Measurement {
        time,
        reason: Some(reason),
        value: amount,
        unit: unit(measurement),
        obis: measurement.get("obis").and_then(Node::as_str).map(|code| ObisCode::new(&dotted(code))),
        provenance: Provenance::Unsigned,
        ..Measurement::default()
    }
}

/// The digits as they stand, times a power of ten.
fn amount(value: &Node<'_>, scale: Option<&Node<'_>>) -> Option<Decimal> {
    let digits = match &value.value {
        Value::Number(digits) => *digits,
        Value::String(text) => text,
        _ => return None,
    };
    let power = match scale {
        Some(scale) => i32::try_from(scale.as_integer()?).ok()?,
        None => 0,
    };
    digits.parse::<Decimal>().ok()?.shift(power)
}

fn unit(measurement: &Object<'_>) -> Option<Unit> {
    let word = measurement.get("unit").and_then(Node::as_str);
    match (measurement.get("unitEncoded").and_then(Node::as_integer), word) {
        (Some(WATT_HOUR), _) | (None, Some("WATT_HOUR")) => Some(Unit::WattHour),
        (Some(number), _) => Some(Unit::Other(number.to_string())),
        (None, Some(word)) => Some(Unit::from_text(word)),
        (None, None) => None,
    }
}

/// `0100011100FF` as `1-0:1.17.0*255`; anything else as it is.
fn dotted(code: &str) -> String {
    let plain = code.len() == 12 && code.bytes().all(|byte| byte.is_ascii_hexdigit());
    let group = |at: usize| u8::from_str_radix(code.get(at..at + 2)?, 16).ok();
    let groups = || Some(format!("{}-{}:{}.{}.{}*{}", group(0)?, group(2)?, group(4)?, group(6)?, group(8)?, group(10)?));
    if plain { groups() } else { None }.unwrap_or_else(|| code.to_owned())
}

/// An instant with the offset it is written with.
fn time(raw: &str) -> Option<MeterTime> {
    let instant: Timestamp = raw.parse().ok()?;
    let offset = Pieces::parse(raw).ok()?.to_numeric_offset()?;
    let minutes = i16::try_from(offset.seconds() / 60).ok()?;
    let local = offset.to_datetime(instant);
    Some(MeterTime { local, offset_minutes: Some(minutes), instant, sync: TimeSync::Unknown, raw: raw.to_owned() })
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{Format, Location};

    use super::*;
    use crate::FORMAT;

    const SESSION: &str = r#"{"@id":"7","@context":"https://open.charging.cloud/contexts/SessionSignatureFormats/GDFCrypt01+json",
        "EVSEId":"DE*TST*E1","authorizationStart":{"@id":"1a2b"},"measurements":[{"energyMeterId":"0901TEST","obis":"0100011100FF",
        "unitEncoded":30,"scale":-1,"values":[
            {"timestamp":"2026-05-29T08:00:00+02:00","value":"110281","signatures":[{"r":"00","s":"00"}]},
            {"timestamp":"2026-05-29T06:30:00Z","value":116765}]}]}"#;

    fn read(text: &str) -> Result<ParsedRecord, ParseError> {
        let record = Record {
            bytes: text.as_bytes().to_vec(),
            location: Location::input("in"),
            span: None,
            declared: eichrecht_model::Declared::default(),
            key: None,
            notes: Vec::new(),
        };
        FORMAT.parse(&record, &Limits::default())
    }

    #[test]
    fn a_session_is_shown_as_stated_and_never_tested() {
        let record = read(SESSION).unwrap();
        assert_eq!(record.signature, SignatureData::NotTested(NotCheckedReason::RecipeUnproven));
        let shown: Vec<_> =
            record.measurements.iter().map(|m| (m.value.unwrap().to_string(), m.time.clone().unwrap().local.to_string())).collect();
        assert_eq!(
            shown,
            [("11028.1".to_owned(), "2026-05-29T08:00:00".to_owned()), ("11676.5".to_owned(), "2026-05-29T06:30:00".to_owned())]
        );
        assert!(record.measurements.iter().all(|m| m.provenance == Provenance::Unsigned && m.unit == Some(Unit::WattHour)));
        assert_eq!(record.measurements[0].obis.as_ref().unwrap().normalised(), ObisCode::new("1-0:1.17.0*255").normalised());
        assert!(record.has_begin() && record.has_end());
        assert_eq!((record.meter.serial.as_deref(), record.user.id.as_deref()), (Some("0901TEST"), Some("1a2b")));
    }

    #[test]
    fn what_cannot_be_read_is_noted() {
        let record = read(&SESSION.replace("\"110281\"", "{}").replace("2026-05-29T06", "2026-13-29T06")).unwrap();
        let notes: Vec<_> = record.notes.iter().map(|note| note.kind).collect();
        assert_eq!(notes, [NoteKind::ValueUnreadable, NoteKind::TimeUnreadable]);
        assert!(read("{").is_err());
    }
}
