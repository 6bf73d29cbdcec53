//! The forms of values.

use eichrecht_model::Decimal;
use jiff::civil::DateTime;

/// Exactly so many decimal digits.
pub(crate) fn digits(text: &str, count: usize) -> bool {
    text.len() == count && is_number(text)
}

/// One or more decimal digits.
pub(crate) fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `YYMMDDhhmmss`, years from 2000 on. `None` when it is no date or none that exists.
pub(crate) fn time(text: &str) -> Option<DateTime> {
    let [year, month, day, hour, minute, second] = pairs(text)?;
    DateTime::new(2000 + i16::from(year), month, day, hour, minute, second, 0).ok()
}

/// `hhmmss` with up to 99 hours, in seconds.
pub(crate) fn duration(text: &str) -> Option<u64> {
    let [hours, minutes, seconds] = pairs(text)?.map(|pair| u64::try_from(pair).unwrap_or_default());
    (minutes < 60 && seconds < 60).then_some(hours * 3600 + minutes * 60 + seconds)
}

/// `N` numbers of two digits.
fn pairs<const N: usize>(text: &str) -> Option<[i8; N]> {
    if !digits(text, 2 * N) {
        return None;
    }
    let mut numbers = [0; N];
    for (number, pair) in numbers.iter_mut().zip(text.as_bytes().chunks(2)) {
        *number = std::str::from_utf8(pair).ok()?.parse().ok()?;
    }
    Some(numbers)
}

/// `dddd.ddd*kWh`, in kilowatt hours. Nothing else: no sign, no exponent, no other unit.
pub(crate) fn energy(text: &str) -> Option<Decimal> {
    let number = text.strip_suffix("*kWh")?;
    let (whole, fraction) = number.split_once('.')?;
    if digits(whole, 4) && digits(fraction, 3) { number.parse().ok() } else { None }
}

/// Characters nobody sees, or that turn the reading direction.
pub(crate) fn hidden(text: &str) -> bool {
    text.chars()
        .any(|c| c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times() {
        assert_eq!(time("240229235959").unwrap().to_string(), "2024-02-29T23:59:59");
        for text in [
            "",
            "24022923595",
            "2402292359590",
            "250229120000",
            "240132120000",
            "241301120000",
            "240101240000",
            "240101126000",
            "24010112000x",
            "+40101120000",
        ] {
            assert_eq!(time(text), None, "{text}");
        }
    }

    #[test]
    fn durations() {
        assert_eq!(duration("002700"), Some(1620));
        assert_eq!(duration("995959"), Some(359_999));
        for text in ["", "0027", "006000", "000060", "00270a", "-02700"] {
            assert_eq!(duration(text), None, "{text}");
        }
    }

    #[test]
    fn energies_have_one_form() {
        assert_eq!(energy("0003.276*kWh").unwrap().to_string(), "3.276");
        assert_eq!(energy("0000.000*kWh").unwrap().to_string(), "0.000");
        for text in [
            "3.276*kWh",
            "0003.276",
            "0003.276*Wh",
            "0003,276*kWh",
            "-003.276*kWh",
            "+003.276*kWh",
            "001.2e+3*kWh",
            "0003.2760*kWh",
            "0003.276*kWh*",
            "0003.276*KWH",
        ] {
            assert_eq!(energy(text), None, "{text}");
        }
    }

    #[test]
    fn characters_nobody_sees() {
        assert!(hidden("a\u{202e}b") && hidden("a\u{1}") && hidden("\u{feff}"));
        assert!(!hidden("RFID-4711 ä"));
    }
}
