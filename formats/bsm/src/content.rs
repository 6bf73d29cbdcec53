//! What the signed data points say.

use eichrecht_model::{
    Decimal, Measurement, MeterStatus, MeterTime, Note, NoteKind, ObisCode, Pagination, PaginationContext, ParsedRecord, ReadingReason,
    TimeSync, Unit,
};
use jiff::Timestamp;
use jiff::tz::Offset;

use crate::points::{Kind, Points, Signed, WATT_HOUR};
use crate::tags::{self, TEXTS, Tag, contract, tag};

/// Events after which the meter no longer vouches for what it signs: fault of the measuring or the communication module,
/// altered firmware, development mode.
const FATAL: i64 = 0b1111 << 16;

/// Fills a record.
pub(crate) fn fill(record: &mut ParsedRecord, points: &Points<'_, '_>) {
    let unsigned = |name: &str| u64::try_from(points.number(name).0).unwrap_or_default();
    record.meter.serial = Some(points.text("MA1").to_owned()).filter(|serial| !serial.is_empty());
    record.pagination = Some(Pagination { context: PaginationContext::Only, number: unsigned("RCnt") });
    record.seconds_index = Some(unsigned("OS"));
    record.clock_sets = Some(unsigned("EpochSetCnt"));
    texts(record, points);
    assigned(record, points);
    let (events, _) = points.number("Evt");
    if events & !FATAL != 0 {
        record.notes.push(Note::new(NoteKind::DeviceReport, "Evt").found(format!("{events:08x}")));
    }
    // The session register comes first: it is what the display of the meter shows.
    for name in ["RCR", "TotWhImp"] {
        let reading = reading(record, points, name);
        record.measurements.push(reading);
    }
    units(record, points);
    let others = ["W", "EpochSetCnt", "EpochSetOS", "DI", "DO", "Evt"].into_iter();
    record.extensions.extend(others.map(|name| {
        let (value, scale) = points.number(name);
        let shown = if scale == 0 { value.to_string() } else { format!("{value} * 10^{scale}") };
        (name.to_owned(), shown)
    }));
}

/// Why the snapshot was taken.
pub(crate) fn reason(kind: i64) -> ReadingReason {
    match kind {
        0 => ReadingReason::Charging,
        1 | 3 => ReadingReason::Begin,
        2 | 4 => ReadingReason::End,
        other => ReadingReason::Other(other.to_string()),
    }
}

fn reading(record: &mut ParsedRecord, points: &Points<'_, '_>, name: &str) -> Measurement {
    let index = record.measurements.len();
    let point = points.get(name);
    let (value, scale) = points.number(name);
    let scaled = Decimal::new(i128::from(value), 0).and_then(|value| value.shift(i32::from(scale)));
    if scaled.is_none() {
        record.notes.push(Note::new(NoteKind::ValueUnreadable, name).found(format!("{value} * 10^{scale}")).at(index));
    }
    let unit = match point.map(|point| &point.signed) {
        Some(Signed::Number { unit: WATT_HOUR, .. }) => Unit::WattHour,
        Some(Signed::Number { unit, .. }) => {
            record.notes.push(Note::new(NoteKind::UnitUnknown, name).found(unit.to_string()).expected(WATT_HOUR.to_string()).at(index));
            Unit::Other(unit.to_string())
        }
        _ => Unit::Other(String::new()),
    };
    let fatal = points.number("Evt").0 & FATAL != 0;
    Measurement {
        time: time(record, points, index),
        reason: Some(reason(points.number("Typ").0)),
        value: scaled,
        unit: Some(unit),
        obis: point.and_then(|point| point.definition.obis).map(ObisCode::new),
        status: Some(if fatal { MeterStatus::OtherError } else { MeterStatus::Ok }),
        ..Measurement::default()
    }
}

/// Instant and offset are signed. The clock is set by the station, so its time is for information; that seconds passed is
/// proven by the count of operating seconds.
fn time(record: &mut ParsedRecord, points: &Points<'_, '_>, index: usize) -> Option<MeterTime> {
    let (epoch, minutes) = (points.number("Epoch").0, points.number("TZO").0);
    let set = points.number("EpochSetCnt").0 > 0 && points.number("EpochSetOS").0 <= points.number("OS").0;
    let sync = if set { TimeSync::Informative } else { TimeSync::Unknown };
    let time = instant(epoch, minutes).map(|time| MeterTime { sync, ..time });
    if time.is_none() {
        record.notes.push(Note::new(NoteKind::TimeUnreadable, "Epoch").found(format!("{epoch} {minutes:+}")).at(index));
    }
    time
}

/// Seconds since 1970 and minutes east of UTC as a time of an unknown clock.
pub(crate) fn instant(epoch: i64, minutes: i64) -> Option<MeterTime> {
    let instant = Timestamp::from_second(epoch).ok()?;
    let offset_minutes = i16::try_from(minutes).ok()?;
    let offset = Offset::from_seconds(i32::from(offset_minutes).checked_mul(60)?).ok()?;
    let raw = format!("{epoch} {minutes:+}");
    Some(MeterTime { local: offset.to_datetime(instant), offset_minutes: Some(offset_minutes), instant, sync: TimeSync::Unknown, raw })
}

/// Units of the registers are told with their readings.
fn units(record: &mut ParsedRecord, points: &Points<'_, '_>) {
    for point in points.0.iter().filter(|point| point.definition.unit != WATT_HOUR) {
        if let Signed::Number { unit, .. } = point.signed
            && unit != point.definition.unit
        {
            let note = Note::new(NoteKind::FieldMalformed, format!("{}.unitEncoded", point.definition.name));
            record.notes.push(note.found(unit.to_string()).expected(point.definition.unit.to_string()));
        }
    }
}

fn texts(record: &mut ParsedRecord, points: &Points<'_, '_>) {
    for point in &points.0 {
        let (Signed::Text(text), Kind::Text(most)) = (&point.signed, point.definition.kind) else { continue };
        if text.chars().any(char::is_control) {
            record.notes.push(Note::new(NoteKind::HiddenCharacters, point.definition.name).found(text.as_str()));
        }
        if point.bytes.len().saturating_sub(4) > most {
            let note = Note::new(NoteKind::TextTooLong, point.definition.name);
            record.notes.push(note.found(text.chars().count().to_string()).expected(most.to_string()));
        }
        if TEXTS.contains(&point.definition.name) && !text.is_empty() {
            record.extensions.push((point.definition.name.to_owned(), text.clone()));
        }
    }
}

/// Customer, charging point and software of the station, where the station had them signed.
fn assigned(record: &mut ParsedRecord, points: &Points<'_, '_>) {
    for name in [tags::CONTRACT, tags::EVSE, tags::SOFTWARE] {
        if tag(points, name) == Tag::Repeated {
            record.notes.push(Note::new(NoteKind::DuplicateField, name));
        }
    }
    if let Tag::Once(content) = tag(points, tags::CONTRACT) {
        let (kind, id) = contract(content);
        record.user.kind = kind.map(str::to_owned);
        record.user.id = Some(id.to_owned());
    }
    if let Some(point) = tag(points, tags::EVSE).known() {
        record.charge_point.scheme = Some("EVSEID".to_owned());
        record.charge_point.id = Some(point.to_owned());
    }
    record.gateway.version = tag(points, tags::SOFTWARE).known().map(str::to_owned);
}
