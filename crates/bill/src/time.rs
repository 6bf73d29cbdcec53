//! Times as people and programs write them, and the zones they may be in.

use eichrecht_model::{BillTime, BillZone, ZoneKnown};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};

/// Central European Time as a rule, so that no table of zones is needed: summer time from the last Sunday of March,
/// 02:00, to the last Sunday of October, 03:00. In force since 1996, before anything here was signed.
const GERMAN: &str = "CET-1CEST,M3.5.0,M10.5.0/3";

/// The zone as a rule; UTC should the rule ever be refused.
pub(crate) fn zone(zone: BillZone) -> TimeZone {
    match zone {
        BillZone::German => TimeZone::posix(GERMAN).unwrap_or(TimeZone::UTC),
        BillZone::Fixed(minutes) => TimeZone::fixed(offset(minutes)),
    }
}

fn offset(minutes: i16) -> Offset {
    Offset::from_seconds(i32::from(minutes) * 60).unwrap_or(Offset::UTC)
}

/// A time in any of the forms that occur: `2026-03-29T01:58:00+01:00`, `2026-03-29 01:58`, `29.03.2026 01:58 Uhr`. One
/// without a zone is taken in `assumed`.
pub(crate) fn read(text: &str, assumed: (BillZone, ZoneKnown)) -> Option<BillTime> {
    let trimmed = text.trim();
    if trimmed.len() > 60 {
        return None;
    }
    let bare = trimmed.strip_suffix("Uhr").unwrap_or(trimmed).trim_end();
    let (bare, written) = split_zone(bare)?;
    let (date, time) = bare.split_once(['T', 't', ' ']).map(|(date, time)| (date.trim_end_matches(','), time.trim()))?;
    let (time, seconds_written) = read_time(time)?;
    let local = read_date(date)?.to_datetime(time);
    let (instants, known) = match written {
        Some(minutes) => (vec![TimeZone::fixed(offset(minutes)).to_timestamp(local).ok()?], ZoneKnown::Written),
        None => (instants(local, assumed.0)?, assumed.1),
    };
    Some(BillTime { raw: text.to_owned(), local, zone: known, instants, open_s: if seconds_written { 0 } else { 59 } })
}

/// The instants a clock in this zone showed that time: one, two in the hour it shows twice, and for one it never
/// showed the one after the gap.
fn instants(local: DateTime, within: BillZone) -> Option<Vec<Timestamp>> {
    let ambiguous = zone(within).to_ambiguous_timestamp(local);
    let earlier = ambiguous.earlier().ok()?;
    let later = ambiguous.later().ok()?;
    let twice = matches!(ambiguous.offset(), AmbiguousOffset::Fold { .. });
    Some(if twice { vec![earlier, later] } else { vec![later] })
}

fn split_zone(text: &str) -> Option<(&str, Option<i16>)> {
    if let Some(bare) = text.strip_suffix(['Z', 'z']) {
        return Some((bare.trim_end(), Some(0)));
    }
    // A sign behind the date's own dashes, in the last six characters.
    let at = text.rfind(['+', '-']).filter(|at| text.get(*at..).is_some_and(|rest| rest.contains(':') || rest.len() == 5) && *at > 10);
    let Some(at) = at else { return Some((text, None)) };
    let (bare, zone) = text.split_at_checked(at)?;
    let digits: String = zone.chars().skip(1).filter(|c| *c != ':').collect();
    let well_formed = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !well_formed {
        return None;
    }
    let (hours, minutes): (i16, i16) = (digits.get(..2)?.parse().ok()?, digits.get(2..)?.parse().ok()?);
    if hours > 14 || minutes > 59 {
        return None;
    }
    let total = hours * 60 + minutes;
    Some((bare.trim_end(), Some(if zone.starts_with('-') { -total } else { total })))
}

fn read_date(text: &str) -> Option<Date> {
    let (parts, year_first): (Vec<&str>, bool) =
        if text.contains('.') { (text.split('.').collect(), false) } else { (text.split('-').collect(), true) };
    let [first, month, last] = parts.as_slice() else { return None };
    let (year, day) = if year_first { (*first, *last) } else { (*last, *first) };
    let number = |part: &str, longest: usize| -> Option<i16> {
        let digits = !part.is_empty() && part.len() <= longest && part.bytes().all(|byte| byte.is_ascii_digit());
        if digits { part.parse().ok() } else { None }
    };
    if year.len() != 4 {
        return None;
    }
    Date::new(number(year, 4)?, i8::try_from(number(month, 2)?).ok()?, i8::try_from(number(day, 2)?).ok()?).ok()
}

/// Time of day, and whether its seconds are written.
fn read_time(text: &str) -> Option<(Time, bool)> {
    let (clock, fraction) = match text.split_once(['.', ',']) {
        Some((clock, fraction)) => (clock, Some(fraction)),
        None => (text, None),
    };
    let parts: Vec<&str> = clock.split(':').collect();
    let number = |part: &str| -> Option<i8> {
        let digits = (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        if digits { part.parse().ok() } else { None }
    };
    let (hour, minute, second) = match parts.as_slice() {
        [hour, minute] if fraction.is_none() => (number(hour)?, number(minute)?, None),
        [hour, minute, second] => (number(hour)?, number(minute)?, Some(number(second)?)),
        _ => return None,
    };
    if fraction.is_some_and(|digits| digits.is_empty() || digits.len() > 9 || !digits.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    let nanos = fraction.map_or(Some(0), |digits| format!("{digits:0<9}").parse().ok())?;
    Some((Time::new(hour, minute, second.unwrap_or(0), nanos).ok()?, second.is_some()))
}

/// A time of day of a tariff: `HH:MM`.
pub(crate) fn time_of_day(text: &str) -> Option<Time> {
    read_time(text).map(|(time, _)| time)
}

/// A date of a tariff: `YYYY-MM-DD`.
pub(crate) fn date(text: &str) -> Option<Date> {
    if text.contains('-') { read_date(text) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ASSUMED: (BillZone, ZoneKnown) = (BillZone::German, ZoneKnown::AssumedGerman);

    fn instants_of(text: &str) -> Vec<String> {
        read(text, ASSUMED).unwrap_or_else(|| panic!("{text}")).instants.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn forms_with_and_without_zone() {
        for (text, instant) in [
            ("2026-03-29T01:58:00+01:00", "2026-03-29T00:58:00Z"),
            ("2026-03-29T01:58:00+0100", "2026-03-29T00:58:00Z"),
            ("2026-03-29T00:58:00Z", "2026-03-29T00:58:00Z"),
            ("2026-03-29T00:58:00.250Z", "2026-03-29T00:58:00.25Z"),
            ("2026-03-29 01:58", "2026-03-29T00:58:00Z"),
            ("29.03.2026 01:58", "2026-03-29T00:58:00Z"),
            ("29.3.2026, 03:25 Uhr", "2026-03-29T01:25:00Z"),
            ("2026-07-01T12:00:00", "2026-07-01T10:00:00Z"),
            ("2026-01-01 12:00:30 -05:00", "2026-01-01T17:00:30Z"),
        ] {
            assert_eq!(instants_of(text), [instant], "{text}");
        }
    }

    #[test]
    fn the_hour_that_comes_twice_means_both() {
        assert_eq!(instants_of("2026-10-25 02:30"), ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"]);
        assert_eq!(instants_of("2026-10-25 03:00"), ["2026-10-25T02:00:00Z"]);
        assert_eq!(instants_of("2026-10-25T02:30:00+01:00"), ["2026-10-25T01:30:00Z"]);
    }

    #[test]
    fn an_hour_that_never_was_is_the_one_behind() {
        assert_eq!(instants_of("2026-03-29 02:30"), ["2026-03-29T01:30:00Z"]);
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for text in
            ["", "2026", "2026-03-29", "12:00", "2026-13-01 10:00", "29.02.2026 10:00", "2026-03-29 25:00", "2026-03-29T10:00+99:00"]
        {
            assert_eq!(read(text, ASSUMED), None, "{text}");
        }
        for text in ["2026-03-29T10:00:0x", "26-03-29 10:00", "2026-03-29 10:00.5", "29-03-2026 10:00", "2026-03-29 10:00 Uhr Uhr"] {
            assert_eq!(read(text, ASSUMED), None, "{text}");
        }
    }

    #[test]
    fn seconds_left_out_stay_open() {
        assert_eq!(read("2026-03-29 01:58", ASSUMED).unwrap().open_s, 59);
        assert_eq!(read("2026-03-29 01:58:00", ASSUMED).unwrap().open_s, 0);
    }
}
