//! Time of a reading: OCMF 1.4.1, field `TM`, `2026-01-10T08:00:00,000+0100 S`.

use eichrecht_model::{MeterTime, TimeSync};
use jiff::civil::DateTime;
use jiff::tz::Offset;

/// No zone of the world is farther from UTC.
const GREATEST_OFFSET_MINUTES: i16 = 14 * 60;

/// How a text deviates from the form required: part, and what should stand there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Deviation {
    /// Full stop instead of the comma.
    Point,
    /// Other than three digits behind the comma.
    Fraction,
    /// `Z` instead of a zone in digits.
    Zulu,
    /// A colon in the zone.
    ZoneColon,
    /// Other than one blank before the status.
    Blank,
    /// No status.
    NoStatus,
    /// A status letter that is none of the table.
    UnknownStatus,
    /// Second 60.
    LeapSecond,
}

impl Deviation {
    /// What the specification asks for in its place.
    pub(crate) fn expected(self) -> &'static str {
        match self {
            Self::Point | Self::Fraction => ",mmm",
            Self::Zulu | Self::ZoneColon => "±hhmm",
            Self::Blank | Self::NoStatus | Self::UnknownStatus => " U, I, S, R",
            Self::LeapSecond => "00 - 59",
        }
    }
}

/// Reads a time. `None` when it is no time, or none that exists.
pub(crate) fn read(text: &str) -> Option<(MeterTime, Vec<Deviation>)> {
    let mut deviations = Vec::new();
    let mut rest = text.as_bytes();
    let year = digits(&mut rest, 4)?;
    sign(&mut rest, b"-")?;
    let month = small(&mut rest)?;
    sign(&mut rest, b"-")?;
    let day = small(&mut rest)?;
    sign(&mut rest, b"T")?;
    let hour = small(&mut rest)?;
    sign(&mut rest, b":")?;
    let minute = small(&mut rest)?;
    sign(&mut rest, b":")?;
    let second = small(&mut rest)?;
    let nanosecond = fraction(&mut rest, &mut deviations)?;
    let offset_minutes = zone(&mut rest, &mut deviations)?;
    let sync = status(rest, &mut deviations)?;
    // A leap second is taken for the last instant of the second before.
    let (second, nanosecond) = if second == 60 {
        deviations.push(Deviation::LeapSecond);
        (59, 999_000_000)
    } else {
        (second, nanosecond)
    };

    let local = DateTime::new(year, month, day, hour, minute, second, nanosecond).ok()?;
    let instant = Offset::from_seconds(i32::from(offset_minutes) * 60).ok()?.to_timestamp(local).ok()?;
    Some((MeterTime { local, offset_minutes: Some(offset_minutes), instant, sync, raw: text.to_owned() }, deviations))
}

/// Takes `count` decimal digits off the front.
fn digits(rest: &mut &[u8], count: usize) -> Option<i16> {
    let (front, behind) = rest.split_at_checked(count)?;
    let value = front.iter().try_fold(0i16, |value, byte| {
        let digit = byte.is_ascii_digit().then(|| byte - b'0')?;
        value.checked_mul(10)?.checked_add(i16::from(digit))
    })?;
    *rest = behind;
    Some(value)
}

fn small(rest: &mut &[u8]) -> Option<i8> {
    i8::try_from(digits(rest, 2)?).ok()
}

/// Takes one of the signs off the front.
fn sign(rest: &mut &[u8], signs: &[u8]) -> Option<u8> {
    let (first, behind) = rest.split_first()?;
    *rest = behind;
    signs.contains(first).then_some(*first)
}

/// Reads `,mmm` as nanoseconds.
fn fraction(rest: &mut &[u8], deviations: &mut Vec<Deviation>) -> Option<i32> {
    match rest.first() {
        Some(b',') => {}
        Some(b'.') => deviations.push(Deviation::Point),
        _ => {
            deviations.push(Deviation::Fraction);
            return Some(0);
        }
    }
    sign(rest, b",.")?;
    let count = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if count != 3 {
        deviations.push(Deviation::Fraction);
    }
    let (front, behind) = rest.split_at_checked(count)?;
    *rest = behind;
    // Nine digits are nanoseconds, finer ones cannot be held.
    let padded = front.iter().map(|byte| i32::from(byte - b'0')).chain(std::iter::repeat(0)).take(9);
    (count > 0).then(|| padded.fold(0, |value, digit| value * 10 + digit))
}

/// Reads the zone as minutes east of UTC.
fn zone(rest: &mut &[u8], deviations: &mut Vec<Deviation>) -> Option<i16> {
    let direction = match sign(rest, b"+-Z")? {
        b'Z' => {
            deviations.push(Deviation::Zulu);
            return Some(0);
        }
        b'-' => -1,
        _ => 1,
    };
    let hours = digits(rest, 2)?;
    if rest.first() == Some(&b':') {
        deviations.push(Deviation::ZoneColon);
        sign(rest, b":")?;
    }
    let minutes = digits(rest, 2)?;
    let total = hours * 60 + minutes;
    (minutes < 60 && total <= GREATEST_OFFSET_MINUTES).then_some(direction * total)
}

/// Reads what stands behind the zone: a blank and a letter.
fn status(rest: &[u8], deviations: &mut Vec<Deviation>) -> Option<TimeSync> {
    let letter = rest.trim_ascii();
    if letter.is_empty() {
        deviations.push(Deviation::NoStatus);
        return Some(TimeSync::Unknown);
    }
    if rest.first() != Some(&b' ') || rest.len() != 2 {
        deviations.push(Deviation::Blank);
    }
    match letter {
        b"U" => Some(TimeSync::Unknown),
        b"I" => Some(TimeSync::Informative),
        b"S" => Some(TimeSync::Synchronised),
        b"R" => Some(TimeSync::Relative),
        [byte] if byte.is_ascii_alphabetic() => {
            deviations.push(Deviation::UnknownStatus);
            Some(TimeSync::Unknown)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn deviations(text: &str) -> Vec<Deviation> {
        read(text).expect(text).1
    }

    fn instant(text: &str) -> String {
        read(text).expect(text).0.instant.to_string()
    }

    #[test]
    fn the_form_of_the_specification() {
        let (time, deviations) = read("2018-07-24T13:22:04,001+0200 S").unwrap();
        assert!(deviations.is_empty());
        assert_eq!(time.local.to_string(), "2018-07-24T13:22:04.001");
        assert_eq!(time.offset_minutes, Some(120));
        assert_eq!(time.instant.to_string(), "2018-07-24T11:22:04.001Z");
        assert_eq!(time.sync, TimeSync::Synchronised);
        assert_eq!(time.raw, "2018-07-24T13:22:04,001+0200 S");
        for (letter, sync) in
            [("U", TimeSync::Unknown), ("I", TimeSync::Informative), ("S", TimeSync::Synchronised), ("R", TimeSync::Relative)]
        {
            assert_eq!(read(&format!("1970-01-01T01:01:49,000+0100 {letter}")).unwrap().0.sync, sync);
        }
    }

    /// From one reading to the next the clock may change to summer time.
    #[test]
    fn instants_respect_the_zone() {
        assert_eq!(instant("2026-03-29T01:58:00,000+0100 S"), "2026-03-29T00:58:00Z");
        assert_eq!(instant("2026-03-29T03:10:00,000+0200 S"), "2026-03-29T01:10:00Z");
        assert_eq!(instant("2026-01-01T00:00:00,000-0330 S"), "2026-01-01T03:30:00Z");
        assert_eq!(instant("2026-01-01T00:00:00,000+1400 S"), "2025-12-31T10:00:00Z");
    }

    #[test]
    fn deviations_are_read_and_named() {
        for (text, expected, time) in [
            ("2026-01-10T08:00:00.250+0100 S", &[Deviation::Point][..], "2026-01-10T07:00:00.25Z"),
            ("2026-01-10T08:00:00+0100 S", &[Deviation::Fraction], "2026-01-10T07:00:00Z"),
            ("2026-01-10T08:00:00,1234567891+0100 S", &[Deviation::Fraction], "2026-01-10T07:00:00.123456789Z"),
            ("2026-01-10T08:00:00,000Z S", &[Deviation::Zulu], "2026-01-10T08:00:00Z"),
            ("2026-01-10T08:00:00,000-01:30 S", &[Deviation::ZoneColon], "2026-01-10T09:30:00Z"),
            ("2026-01-10T08:00:00,000+0100", &[Deviation::NoStatus], "2026-01-10T07:00:00Z"),
            ("2026-01-10T08:00:00,000+0100S", &[Deviation::Blank], "2026-01-10T07:00:00Z"),
            ("2026-01-10T08:00:00,000+0100  S", &[Deviation::Blank], "2026-01-10T07:00:00Z"),
            ("2026-01-10T08:00:00,000+0100 Q", &[Deviation::UnknownStatus], "2026-01-10T07:00:00Z"),
            ("2016-12-31T23:59:60,500+0000 S", &[Deviation::LeapSecond], "2016-12-31T23:59:59.999Z"),
            (
                "2026-01-10T08:00:00.5Z",
                &[Deviation::Point, Deviation::Fraction, Deviation::Zulu, Deviation::NoStatus],
                "2026-01-10T08:00:00.5Z",
            ),
        ] {
            assert_eq!(deviations(text), expected, "{text}");
            assert_eq!(instant(text), time, "{text}");
        }
        for text in ["2026-01-10T08:00:00,000+0100", "2026-01-10T08:00:00,000+0100 s"] {
            assert_eq!(read(text).unwrap().0.sync, TimeSync::Unknown);
        }
    }

    #[test]
    fn what_is_no_time() {
        for text in [
            "",
            "U",
            "2026-02-29T08:00:00,000+0100 S",
            "2026-13-01T08:00:00,000+0100 S",
            "2026-01-10T24:00:00,000+0100 S",
            "2026-01-10T08:60:00,000+0100 S",
            "2026-01-10T08:00:61,000+0100 S",
            "2026-01-10T08:00:00,000+1401 S",
            "2026-01-10T08:00:00,000+0160 S",
            "2026-01-10T08:00:00,000 S",
            "2026-01-10T08:00:00,+0100 S",
            "2026-01-10 08:00:00,000+0100 S",
            "26-01-10T08:00:00,000+0100 S",
            "2026-01-10T08:00:00,000+0100 SS",
            "2026-01-10T08:00:00,000+0100 S x",
            "2026-01-10T8:00:00,000+0100 S",
            "-026-01-10T08:00:00,000+0100 S",
            "２０２６-01-10T08:00:00,000+0100 S",
            "2026-01-10T08:00:00,000+01 S",
            "9999-12-31T23:59:59,999-1400 S",
        ] {
            assert!(read(text).is_none(), "{text}");
        }
    }
}
