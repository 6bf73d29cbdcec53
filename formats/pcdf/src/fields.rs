//! The attributes of a record and what becomes of them.

use eichrecht_model::{
    Decimal, ErrorFlags, KeyText, Measurement, MeterTime, Note, NoteKind, ObisCode, ParsedRecord, Provenance, ReadingReason, Record,
    TimeSync, Unit,
};
use jiff::tz::TimeZone;

use crate::groups::{Groups, ORDER};
use crate::syntax;

/// The register code every record begins with; only the reading at the end is signed under it.
const REGISTER: &str = "128.8.0";
/// Position of the derived begin and of the end among the readings.
const BEGIN: usize = 0;
const END: usize = 1;

/// Kinds of identification, by their digit.
const USER_KINDS: [(&str, &str); 5] = [("1", "RFID"), ("2", "eMAID"), ("3", "credit card"), ("4", "remote"), ("5", "NFC")];

/// Reads the attributes into the record.
pub(crate) fn read(groups: &Groups<'_>, record: &Record, parsed: &mut ParsedRecord) {
    whole(groups, parsed);
    let session = groups.get("CSC");
    demand(parsed, "CSC", session, "0 - 9", syntax::is_number);
    parsed.session = session.map(str::to_owned);
    let checksum = groups.get("CS");
    demand(parsed, "CS", checksum, "8 hex digits", |text| text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_hexdigit()));
    parsed.extensions.extend(checksum.map(|text| ("CS".to_owned(), text.to_owned())));
    read_meter(groups, parsed);
    read_user(groups, parsed);
    if let Some(key) = groups.get("PK") {
        let location = record.location.inside("PK");
        parsed.carried_key = Some(KeyText { bytes: key.as_bytes().to_vec(), declared_encoding: Some("hex".to_owned()), location });
    }
    let duration = groups.get("CD");
    demand(parsed, "CD", duration, "hhmmss", |text| syntax::duration(text).is_some());
    parsed.counted_seconds = duration.and_then(syntax::duration);
    read_readings(groups, parsed);
}

/// What concerns the groups as such.
fn whole(groups: &Groups<'_>, parsed: &mut ParsedRecord) {
    for name in groups.doubled() {
        parsed.notes.push(Note::new(NoteKind::DuplicateField, name));
    }
    for (name, value) in groups.unknown() {
        parsed.notes.push(Note::new(NoteKind::FieldUnknown, *name).found(*value));
        parsed.extensions.push(((*name).to_owned(), (*value).to_owned()));
    }
    if !groups.in_order() {
        let names: Vec<&str> = groups.all.iter().map(|(name, _)| *name).collect();
        parsed.notes.push(Note::new(NoteKind::FieldMalformed, "").found(names.join(" ")).expected(ORDER.join(" ")));
    }
    for (name, value) in groups.all.iter().filter(|(_, value)| syntax::hidden(value)) {
        parsed.notes.push(Note::new(NoteKind::HiddenCharacters, *name).found(*value));
    }
}

/// Notes a value that is not of its form. One that stands twice is noted as such.
fn demand(parsed: &mut ParsedRecord, name: &str, value: Option<&str>, form: &str, holds: impl Fn(&str) -> bool) {
    if let Some(value) = value.filter(|value| !holds(value)) {
        parsed.notes.push(Note::new(NoteKind::FieldMalformed, name).found(value).expected(form));
    }
}

fn read_meter(groups: &Groups<'_>, parsed: &mut ParsedRecord) {
    let serial = groups.get("HW");
    demand(parsed, "HW", serial, "11 characters", |text| text.chars().count() == 11);
    parsed.meter.serial = serial.map(str::to_owned);
    let kind = groups.get("DT");
    demand(parsed, "DT", kind, "0 - 9", syntax::is_number);
    // Other numbers are in use and nobody has published what they mean.
    parsed.meter.model = kind.map(|kind| if kind == "0" { "PES DCMeter EU".to_owned() } else { format!("DT {kind}") });
}

/// `<identification>*<kind>*<transaction>`.
fn read_user(groups: &Groups<'_>, parsed: &mut ParsedRecord) {
    let Some(text) = groups.get("SI") else { return };
    let parts: Vec<&str> = text.split('*').collect();
    let fits = |part: &str| (1..=36).contains(&part.chars().count());
    let (id, kind, transaction) = match parts.as_slice() {
        [id, kind, transaction] if fits(id) && fits(transaction) && syntax::digits(kind, 1) => (*id, *kind, *transaction),
        _ => {
            parsed.notes.push(Note::new(NoteKind::FieldMalformed, "SI").found(text).expected("id*kind*transaction"));
            return;
        }
    };
    let known = USER_KINDS.iter().find(|(digit, _)| *digit == kind);
    if known.is_none() {
        parsed.notes.push(Note::new(NoteKind::CodeUnknown, "SI").found(kind).expected("1 - 5"));
    }
    parsed.user.kind = Some(known.map_or(kind, |(_, word)| word).to_owned());
    parsed.user.id = Some(id.to_owned());
    parsed.extensions.push(("SI[3]".to_owned(), transaction.to_owned()));
}

/// Begin and end of the session. The begin is derived: the energy counts from the begin on, so it was zero there.
fn read_readings(groups: &Groups<'_>, parsed: &mut ParsedRecord) {
    let flag = |parsed: &mut ParsedRecord, name: &str| {
        let value = groups.get(name);
        demand(parsed, name, value, "0, 1", |text| matches!(text, "0" | "1"));
        value
    };
    let time_valid = flag(parsed, "TV") == Some("1");
    let billable = flag(parsed, "BV") == Some("1");
    let reason = match flag(parsed, "SP") {
        Some("1") => ReadingReason::End,
        Some("0") => ReadingReason::Charging,
        other => ReadingReason::Other(other.unwrap_or_default().to_owned()),
    };
    // Anything but a plain yes leaves the quantity unusable.
    let reading = Measurement {
        unit: Some(Unit::KilowattHour),
        obis: Some(ObisCode::new(REGISTER)),
        error_flags: Some(ErrorFlags { energy: !billable, time: !time_valid }),
        ..Measurement::default()
    };
    // The clock is not set by law, but the meter vouches for it during the session.
    let (begin_sync, end_sync) =
        if time_valid { (TimeSync::Informative, TimeSync::Relative) } else { (TimeSync::Unknown, TimeSync::Unknown) };
    let begin = Measurement {
        time: time(groups, "ST", begin_sync, BEGIN, parsed),
        reason: Some(ReadingReason::Begin),
        value: Decimal::new(0, 3),
        provenance: Provenance::Derived,
        ..reading.clone()
    };
    let end = Measurement {
        time: time(groups, "CT", end_sync, END, parsed),
        reason: Some(reason),
        value: energy(groups, parsed),
        provenance: Provenance::Signed,
        ..reading
    };
    parsed.measurements = vec![begin, end];
}

fn time(groups: &Groups<'_>, name: &str, sync: TimeSync, at: usize, parsed: &mut ParsedRecord) -> Option<MeterTime> {
    let text = groups.get(name)?;
    let read = syntax::time(text).and_then(|local| Some((local, local.to_zoned(TimeZone::UTC).ok()?.timestamp())));
    if read.is_none() {
        parsed.notes.push(Note::new(NoteKind::TimeUnreadable, name).found(text).expected("YYMMDDhhmmss").at(at));
    }
    let (local, instant) = read?;
    Some(MeterTime { local, offset_minutes: None, instant, sync, raw: text.to_owned() })
}

fn energy(groups: &Groups<'_>, parsed: &mut ParsedRecord) -> Option<Decimal> {
    let text = groups.get("RV")?;
    let value = syntax::energy(text);
    if value.is_none() {
        parsed.notes.push(Note::new(NoteKind::ValueUnreadable, "RV").found(text).expected("dddd.ddd*kWh").at(END));
    }
    value
}
