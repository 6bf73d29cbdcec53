//! Facts for texts.

use eichrecht_model::{PastReading, PastRecord, PastTime, Unit};

use super::Move;

/// What a record is called: its number, or the beginning of the hash of what it signed.
pub(crate) fn page_of(record: &PastRecord) -> String {
    record.pagination.map_or_else(|| format!("#{}", record.short_id()), |page| page.to_string())
}

/// A time for display, on the clock of the meter; empty where there is none.
pub(crate) fn moment(time: Option<PastTime>) -> String {
    let Some(time) = time else { return String::new() };
    let minutes = time.offset_minutes.unwrap_or(0);
    let offset = jiff::tz::Offset::from_seconds(i32::from(minutes) * 60).unwrap_or(jiff::tz::Offset::UTC);
    let local = offset.to_datetime(time.instant);
    let zone = match time.offset_minutes {
        None => String::new(),
        Some(minutes) => {
            let sign = if minutes < 0 { '-' } else { '+' };
            format!(" {sign}{:02}:{:02}", minutes.unsigned_abs() / 60, minutes.unsigned_abs() % 60)
        }
    };
    format!("{} {:02}:{:02}:{:02}{zone}", local.date(), local.hour(), local.minute(), local.second())
}

/// The latest time a record tells.
pub(crate) fn time_of(record: &PastRecord) -> Option<PastTime> {
    record.readings.iter().rev().find_map(|reading| reading.time)
}

/// A value as signed, with its unit.
pub(crate) fn shown(reading: &PastReading) -> String {
    let unit = reading.unit.as_ref().map_or_else(|| "?".to_owned(), Unit::to_string);
    reading.value.map(|value| format!("{value} {unit}")).unwrap_or_default()
}

/// The facts of a move: `register`, `previous`, `next`, `energy` (without sign), `others`.
pub(crate) fn move_words(one: &Move<'_>) -> Vec<(&'static str, String)> {
    vec![
        ("register", one.after.register.as_ref().map(eichrecht_model::ObisCode::normalised).unwrap_or_default()),
        ("previous", shown(one.before)),
        ("next", shown(one.after)),
        ("energy", difference(one.before, one.after)),
        ("others", one.others.to_string()),
    ]
}

/// How far apart two readings are, in the unit of the later one, exactly.
pub(crate) fn difference(before: &PastReading, after: &PastReading) -> String {
    let exact = || {
        let unit = after.unit.as_ref()?;
        let before = before.unit.as_ref()?.convert(before.value.as_ref()?, unit)?;
        Some(format!("{} {unit}", after.value?.checked_sub(&before)?.abs()))
    };
    exact().unwrap_or_default()
}

/// The beginning of a key's fingerprint.
pub(crate) fn short_key(key: &str) -> String {
    key.chars().take(16).collect()
}
