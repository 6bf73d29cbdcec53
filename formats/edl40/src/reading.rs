//! One signed reading, from its numbers in the block.

use eichrecht_model::{Decimal, Measurement, MeterTime, Note, NoteKind, ObisCode, TimeSync, Unit};
use jiff::Timestamp;

use crate::{status, text};

/// Number of the unit watt hour, IEC 62056-62.
pub(crate) const WATT_HOUR: u64 = 30;
/// What clocks that were never set show.
const NEVER_SET: u64 = 0xFFFF_FFFF;

/// The numbers of a reading.
pub(crate) struct Raw<'a> {
    pub(crate) obis: ObisCode,
    /// Seconds on the meter's own clock.
    pub(crate) time: u64,
    pub(crate) status: u64,
    pub(crate) unit: u64,
    pub(crate) scaler: i8,
    pub(crate) value: i64,
    pub(crate) logbook: &'a [u8],
}

/// The reading with what is to be noted about it. `index` is its place in the record.
pub(crate) fn read(raw: &Raw<'_>, index: usize) -> (Measurement, Vec<Note>) {
    let mut notes = Vec::new();
    let mut note = |note: Note| notes.push(note.at(index));
    let unit = if raw.unit == WATT_HOUR { Unit::WattHour } else { Unit::Other(raw.unit.to_string()) };
    if raw.unit != WATT_HOUR {
        note(Note::new(NoteKind::UnitUnknown, "unit").found(raw.unit.to_string()).expected(WATT_HOUR.to_string()));
    }
    let scaled = Decimal::new(i128::from(raw.value), 0).and_then(|value| value.shift(i32::from(raw.scaler)));
    let value = scaled.filter(|value| !value.is_negative());
    if value.is_none() {
        note(Note::new(NoteKind::ValueUnreadable, "value").found(format!("{} * 10^{}", raw.value, raw.scaler)));
    }
    if status::flows_back(raw.status) {
        note(Note::new(NoteKind::EnergyFlowsBack, "status").found(format!("{:02x}", raw.status)));
    }
    let time = time(raw.time, status::clock(raw.status));
    let reading = Measurement {
        time,
        value,
        unit: Some(unit),
        obis: Some(raw.obis.clone()),
        status: Some(status::state(raw.status)),
        event_counter: Some(text::hex(raw.logbook)),
        ..Measurement::default()
    };
    (reading, notes)
}

/// A time on the meter's own clock. Its offset from UTC is not signed, so there is none.
fn time(seconds: u64, clock: TimeSync) -> Option<MeterTime> {
    let instant = Timestamp::from_second(i64::try_from(seconds).ok()?).ok()?;
    let sync = if seconds == NEVER_SET { TimeSync::Unknown } else { clock };
    let local = jiff::tz::Offset::UTC.to_datetime(instant);
    Some(MeterTime { local, offset_minutes: None, instant, sync, raw: seconds.to_string() })
}

/// A time on the meter's own clock as text.
pub(crate) fn time_text(seconds: u64) -> String {
    time(seconds, TimeSync::Unknown).map_or_else(|| seconds.to_string(), |time| time.local.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raw() -> Raw<'static> {
        let obis = text::obis(&[1, 0, 1, 0x11, 0, 0xFF]);
        Raw { obis, time: 0x5EBB_B858, status: 8, unit: 30, scaler: -1, value: 125_396, logbook: &[1, 0x10] }
    }

    #[test]
    fn values_are_exact_and_times_local() {
        let (reading, notes) = read(&raw(), 0);
        assert_eq!(reading.value.unwrap().to_string(), "12539.6");
        let time = reading.time.unwrap();
        assert_eq!((time.local.to_string().as_str(), time.offset_minutes), ("2020-05-13T09:05:28", None));
        assert_eq!((time.sync, reading.event_counter.as_deref()), (TimeSync::Informative, Some("0110")));
        assert_eq!(notes, []);
    }

    #[test]
    fn scalers_beyond_reason_give_no_value() {
        for (scaler, value) in [(3, Some("7000")), (-30, Some("0.000000000000000000000000000007")), (-31, None), (127, None), (-128, None)]
        {
            let found = read(&Raw { scaler, value: 7, ..raw() }, 0).0.value.map(|value| value.to_string());
            assert_eq!(found.as_deref(), value, "{scaler}");
        }
        assert_eq!(read(&Raw { value: -1, ..raw() }, 0).1[0].kind, NoteKind::ValueUnreadable);
    }

    #[test]
    fn oddities_are_noted() {
        let kinds = |raw: Raw<'_>| read(&raw, 0).1.iter().map(|note| note.kind).collect::<Vec<_>>();
        assert_eq!(kinds(Raw { unit: 27, ..raw() }), [NoteKind::UnitUnknown]);
        assert_eq!(kinds(Raw { status: 0x20, ..raw() }), [NoteKind::EnergyFlowsBack]);
        let unset = read(&Raw { time: NEVER_SET, ..raw() }, 0).0.time.unwrap();
        assert_eq!(unset.sync, TimeSync::Unknown);
    }
}
