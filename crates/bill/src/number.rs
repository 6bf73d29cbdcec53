//! Numbers as people and programs write them.

use eichrecht_model::{Decimal, LimitName, Limits};

/// Why a text is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BadNumber {
    /// It is none.
    NotANumber,
    /// It has more digits than a bill may have.
    Limit(LimitName),
}

/// A number in German or English form: `12.34`, `12,34`, `1.234,5`, `1,234.5`, `1.234.567`.
///
/// A single separator is the decimal sign, whichever it is: `1.234` is a bit more than one. Of two kinds the last one
/// is. The same sign several times parts thousands.
pub(crate) fn human(text: &str, limits: &Limits) -> Result<Decimal, BadNumber> {
    let text = text.trim();
    let plain = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b'-' | b'+'));
    if !plain || text.len() > 60 {
        return Err(BadNumber::NotANumber);
    }
    let count = |sign| text.matches(sign).count();
    let decimal_sign = match (count('.'), count(',')) {
        (0, 0) => None,
        (1, 0) => Some('.'),
        (0, 1) => Some(','),
        (_, 0) | (0, _) => None,
        _ => text.rfind(['.', ',']).and_then(|at| text.get(at..)?.chars().next()),
    };
    let (whole, fraction) = match decimal_sign.and_then(|sign| text.rsplit_once(sign)) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    let groups: Vec<&str> = whole.split(['.', ',']).collect();
    let grouped = groups.len() > 1;
    let well_grouped = groups.iter().skip(1).all(|group| group.len() == 3) && groups.first().is_some_and(|first| !first.is_empty());
    let one_kind = whole.contains('.') != whole.contains(',');
    if grouped && !(well_grouped && one_kind) {
        return Err(BadNumber::NotANumber);
    }
    let mut digits = groups.concat();
    if let Some(fraction) = fraction {
        digits.push('.');
        digits.push_str(fraction);
    }
    exact(&digits, limits)
}

/// A number in the one form of JSON.
pub(crate) fn exact(text: &str, limits: &Limits) -> Result<Decimal, BadNumber> {
    let value: Decimal = text.parse().map_err(|_| BadNumber::NotANumber)?;
    let digits = value.abs().to_string().bytes().filter(u8::is_ascii_digit).count();
    if digits > limits.bill_digits { Err(BadNumber::Limit(LimitName::BillDigits)) } else { Ok(value) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, BadNumber> {
        human(text, &Limits::default()).map(|value| value.to_string())
    }

    #[test]
    fn german_and_english() {
        for (text, value) in [
            ("12.34", "12.34"),
            ("12,34", "12.34"),
            ("1.234,5", "1234.5"),
            ("1,234.5", "1234.5"),
            ("1.234.567", "1234567"),
            ("1.234", "1.234"),
            ("7", "7"),
            (" 0,50 ", "0.50"),
            ("-3,2", "-3.2"),
        ] {
            assert_eq!(read(text).as_deref(), Ok(value), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in ["", "x", "1 2", "1.23.4", "1,23.4,5", ".123.456", "1e3", "--1", "1,2,3", "NaN", "1.2345,6", "1,234,567.8.9"] {
            assert_eq!(read(text), Err(BadNumber::NotANumber), "{text}");
        }
    }

    #[test]
    fn too_many_digits_name_the_limit() {
        assert_eq!(read("1234567890123"), Err(BadNumber::Limit(LimitName::BillDigits)));
        assert_eq!(read("123456789.012").as_deref(), Ok("123456789.012"));
        assert_eq!(exact("0.0000000000001", &Limits::default()), Err(BadNumber::Limit(LimitName::BillDigits)));
    }
}
