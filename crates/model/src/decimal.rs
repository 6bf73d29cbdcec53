//! Exact decimals: a register value never passes through a binary float.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// Most significant digits a [`Decimal`] may have. A meter register shows at most 12.
pub const DECIMAL_MAX_DIGITS: usize = 30;
/// The first whole number with more digits than that.
const FIRST_TOO_LONG: u128 = 10u128.pow(30);
/// Largest number of decimal places, and largest power of ten, a [`Decimal`] may have.
pub const DECIMAL_MAX_EXPONENT: u32 = 30;

/// An exact decimal number that keeps its number of decimal places: `0.2600` stays `0.2600`.
///
/// Equality and order look at the value (`1.0 == 1.00`); the places are kept for display only.
#[derive(Clone, Copy, Debug)]
pub struct Decimal {
    /// The number without its point. At most 38 digits after arithmetic.
    digits: i128,
    /// Number of digits behind the point.
    scale: u32,
}

/// What becomes of digits that have no place left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rounding {
    /// To the nearest, a half away from zero: how amounts of money are rounded.
    HalfUp,
    /// Towards zero: cut off.
    Down,
    /// Away from zero.
    Up,
}

/// Why a text is no [`Decimal`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DecimalError {
    /// Nothing but blanks.
    Empty,
    /// A character that does not belong there: letters, hex, comma, `NaN`, `Infinity`.
    NotANumber,
    /// More than [`DECIMAL_MAX_DIGITS`] significant digits.
    TooManyDigits,
    /// An exponent or number of places beyond [`DECIMAL_MAX_EXPONENT`].
    ExponentTooLarge,
}

impl Decimal {
    /// Zero without decimal places.
    pub const ZERO: Self = Self { digits: 0, scale: 0 };

    /// The number `digits` · 10^-`scale`. `None` when `scale` exceeds [`DECIMAL_MAX_EXPONENT`].
    #[must_use]
    pub fn new(digits: i128, scale: u32) -> Option<Self> {
        (scale <= DECIMAL_MAX_EXPONENT).then_some(Self { digits, scale })
    }

    /// Number of digits behind the point.
    #[must_use]
    pub fn scale(&self) -> u32 {
        self.scale
    }

    /// Whether the value is below zero. `-0` is not.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        self.digits < 0
    }

    /// Whether the value is zero.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.digits == 0
    }

    /// One unit of the last displayed digit, the smallest step this spelling can show.
    #[must_use]
    pub fn last_digit_unit(&self) -> Self {
        Self { digits: 1, scale: self.scale }
    }

    /// Difference with the places of the more exact operand. `None` on overflow.
    #[must_use]
    pub fn checked_sub(&self, other: &Self) -> Option<Self> {
        let (a, b, scale) = align(self, other)?;
        Some(Self { digits: a.checked_sub(b)?, scale })
    }

    /// Sum with the places of the more exact operand. `None` on overflow.
    #[must_use]
    pub fn checked_add(&self, other: &Self) -> Option<Self> {
        let (a, b, scale) = align(self, other)?;
        Some(Self { digits: a.checked_add(b)?, scale })
    }

    /// Exact product. `None` on overflow or when the places exceed [`DECIMAL_MAX_EXPONENT`].
    #[must_use]
    pub fn checked_mul(&self, other: &Self) -> Option<Self> {
        Self::new(self.digits.checked_mul(other.digits)?, self.scale.checked_add(other.scale)?)
    }

    /// The value moved by a power of ten, exactly: `shift(3)` turns kWh into Wh. `None` on overflow.
    #[must_use]
    pub fn shift(&self, power: i32) -> Option<Self> {
        let places = i64::from(self.scale) - i64::from(power);
        if places >= 0 {
            Self::new(self.digits, u32::try_from(places).ok()?)
        } else {
            let factor = 10i128.checked_pow(u32::try_from(-places).ok()?)?;
            Some(Self { digits: self.digits.checked_mul(factor)?, scale: 0 })
        }
    }

    /// The value with this many places: zeros added, or digits rounded away. `None` on overflow.
    #[must_use]
    pub fn rounded(&self, places: u32, rounding: Rounding) -> Option<Self> {
        self.divided(1, places, rounding)
    }

    /// The value divided by a whole number above zero, rounded to this many places. `None` on overflow and for a
    /// divisor that is not above zero.
    #[must_use]
    pub fn divided(&self, divisor: i128, places: u32, rounding: Rounding) -> Option<Self> {
        if divisor <= 0 || places > DECIMAL_MAX_EXPONENT {
            return None;
        }
        // digits / (divisor * 10^scale) * 10^places, with the powers of ten cancelled.
        let up = 10i128.checked_pow(places.saturating_sub(self.scale))?;
        let down = 10i128.checked_pow(self.scale.saturating_sub(places))?;
        let (numerator, denominator) = (self.digits.checked_mul(up)?, divisor.checked_mul(down)?);
        let (whole, rest) = (numerator.div_euclid(denominator), numerator.rem_euclid(denominator));
        let up = match rounding {
            Rounding::Down => rest != 0 && self.is_negative(),
            Rounding::Up => rest != 0 && !self.is_negative(),
            // The rest counts from below also for negative values: a half goes away from zero.
            Rounding::HalfUp => match rest.cmp(&(denominator - rest)) {
                Ordering::Less => false,
                Ordering::Equal => !self.is_negative(),
                Ordering::Greater => true,
            },
        };
        Some(Self { digits: whole.checked_add(i128::from(up))?, scale: places })
    }

    /// The smallest multiple of `step` that is not below the value; the value itself where `step` is not above
    /// zero. `None` on overflow.
    #[must_use]
    pub fn up_to_multiple_of(&self, step: &Self) -> Option<Self> {
        if step.digits <= 0 {
            return Some(*self);
        }
        let (value, step, scale) = align(self, step)?;
        let rest = value.rem_euclid(step);
        let missing = if rest == 0 { 0 } else { step - rest };
        Some(Self { digits: value.checked_add(missing)?, scale })
    }

    /// The value without zeros at the end behind the point, but with at least this many places.
    #[must_use]
    pub fn trimmed(&self, places: u32) -> Self {
        let mut short = *self;
        while short.scale > places && short.digits % 10 == 0 {
            short = Self { digits: short.digits / 10, scale: short.scale - 1 };
        }
        match short.rounded(places.max(short.scale), Rounding::HalfUp) {
            Some(padded) => padded,
            None => short,
        }
    }

    /// The absolute value.
    #[must_use]
    pub fn abs(&self) -> Self {
        Self { digits: self.digits.saturating_abs(), scale: self.scale }
    }
}

fn align(a: &Decimal, b: &Decimal) -> Option<(i128, i128, u32)> {
    let scale = a.scale.max(b.scale);
    let lift = |d: &Decimal| d.digits.checked_mul(10i128.checked_pow(scale - d.scale)?);
    Some((lift(a)?, lift(b)?, scale))
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        match align(self, other) {
            Some((a, b, _)) => a.cmp(&b),
            // Only numbers of very different size overflow the alignment: compare without it.
            None => self.digits.signum().cmp(&other.digits.signum()).then_with(|| {
                let magnitude = |d: &Decimal| i64::from(d.digits.unsigned_abs().checked_ilog10().unwrap_or(0)) - i64::from(d.scale);
                let order = magnitude(self).cmp(&magnitude(other));
                if self.is_negative() { order.reverse() } else { order }
            }),
        }
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimal {}

impl FromStr for Decimal {
    type Err = DecimalError;

    /// Reads an optional sign, digits with an optional point, and an optional decimal exponent.
    /// Leading zeros are allowed (Isabellenhütte meters send them), surrounding blanks are not: trim first.
    fn from_str(text: &str) -> Result<Self, DecimalError> {
        let (negative, rest) = match text.as_bytes() {
            [] => return Err(DecimalError::Empty),
            [b'-', rest @ ..] => (true, rest),
            [b'+', rest @ ..] => (false, rest),
            rest => (false, rest),
        };
        let mantissa_length = rest.iter().position(|b| matches!(b, b'e' | b'E')).unwrap_or(rest.len());
        let (mantissa, exponent) = rest.split_at(mantissa_length);
        let exponent = match exponent {
            [] => 0,
            [_, digits @ ..] => exponent_value(digits)?,
        };
        let mut digits: i128 = 0;
        let mut significant = 0usize;
        let mut any = false;
        let mut places: Option<i64> = None;
        for &byte in mantissa {
            match byte {
                b'.' if places.is_none() => places = Some(0),
                b'0'..=b'9' => {
                    any = true;
                    if significant > 0 || byte != b'0' {
                        significant += 1;
                    }
                    if significant > DECIMAL_MAX_DIGITS {
                        return Err(DecimalError::TooManyDigits);
                    }
                    digits = digits * 10 + i128::from(byte - b'0');
                    places = places.map(|p| p + 1);
                }
                _ => return Err(DecimalError::NotANumber),
            }
        }
        if !any {
            return Err(if mantissa.is_empty() { DecimalError::Empty } else { DecimalError::NotANumber });
        }
        if negative {
            digits = -digits;
        }
        let places = u32::try_from(places.unwrap_or(0)).map_err(|_| DecimalError::ExponentTooLarge)?;
        if places > DECIMAL_MAX_EXPONENT {
            return Err(DecimalError::ExponentTooLarge);
        }
        let number = Self { digits, scale: places }.shift(exponent).ok_or(DecimalError::ExponentTooLarge)?;
        // An exponent stands for zeros: written out, the number must be readable as well.
        if number.digits.unsigned_abs() >= FIRST_TOO_LONG {
            return Err(DecimalError::TooManyDigits);
        }
        Ok(number)
    }
}

fn exponent_value(text: &[u8]) -> Result<i32, DecimalError> {
    let (negative, digits) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        rest => (false, rest),
    };
    if digits.is_empty() {
        return Err(DecimalError::NotANumber);
    }
    let mut value: i32 = 0;
    for &byte in digits {
        if !byte.is_ascii_digit() {
            return Err(DecimalError::NotANumber);
        }
        value = value * 10 + i32::from(byte - b'0');
        if value.unsigned_abs() > DECIMAL_MAX_EXPONENT {
            return Err(DecimalError::ExponentTooLarge);
        }
    }
    Ok(if negative { -value } else { value })
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.digits < 0 { "-" } else { "" };
        let places = usize::try_from(self.scale).unwrap_or(0);
        let digits = format!("{:0>width$}", self.digits.unsigned_abs(), width = places + 1);
        let (whole, fraction) = digits.split_at(digits.len() - places);
        if fraction.is_empty() { write!(f, "{sign}{whole}") } else { write!(f, "{sign}{whole}.{fraction}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn dec(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn keeps_the_places_of_the_spelling() {
        for (text, shown) in [
            ("0.2600", "0.2600"),
            ("2850685", "2850685"),
            ("00000000.000", "0.000"),
            ("1.606848e7", "16068480"),
            ("-0.5", "-0.5"),
            ("15E-3", "0.015"),
            (".5", "0.5"),
            ("5.", "5"),
        ] {
            assert_eq!(dec(text).to_string(), shown, "{text}");
        }
    }

    #[test]
    fn refuses_what_is_no_number() {
        use DecimalError::*;
        for (text, error) in [
            ("", Empty),
            ("NaN", NotANumber),
            ("Infinity", NotANumber),
            ("0x10", NotANumber),
            ("1,5", NotANumber),
            ("1.2.3", NotANumber),
            ("1e", NotANumber),
            (".", NotANumber),
            (" 1", NotANumber),
            ("1e999", ExponentTooLarge),
            ("1e-31", ExponentTooLarge),
            ("1234567890123456789012345678901", TooManyDigits),
            ("7e30", TooManyDigits),
            ("12e29", TooManyDigits),
        ] {
            assert_eq!(text.parse::<Decimal>(), Err(error), "{text}");
        }
    }

    #[test]
    fn subtracts_exactly() {
        assert_eq!(dec("0.2597").checked_sub(&dec("0.2596")).unwrap().to_string(), "0.0001");
        assert_eq!(dec("58.685").checked_sub(&dec("57.584")).unwrap().to_string(), "1.101");
        assert_eq!(dec("1e-30").checked_sub(&dec("1e29")), None);
    }

    #[test]
    fn numbers_of_very_different_size_have_an_order() {
        assert!(dec("1e29") > dec("123456789e-30"));
        assert!(dec("-1e29") < dec("123456789e-30"));
        assert_eq!(dec("0"), dec("0.000"));
    }

    #[test]
    fn rounds_as_named() {
        for (text, places, half_up, down, up) in [
            ("12.345", 2, "12.35", "12.34", "12.35"),
            ("12.344", 2, "12.34", "12.34", "12.35"),
            ("-12.345", 2, "-12.35", "-12.34", "-12.35"),
            ("-12.344", 2, "-12.34", "-12.34", "-12.35"),
            ("12.3", 2, "12.30", "12.30", "12.30"),
            ("0.005", 2, "0.01", "0.00", "0.01"),
            ("7", 0, "7", "7", "7"),
        ] {
            let round = |rounding| dec(text).rounded(places, rounding).unwrap().to_string();
            assert_eq!([round(Rounding::HalfUp), round(Rounding::Down), round(Rounding::Up)], [half_up, down, up], "{text}");
        }
        assert_eq!(dec("1e29").rounded(30, Rounding::Down), None);
    }

    #[test]
    fn divides_and_rounds_once() {
        let third = |places, rounding| dec("1").divided(3, places, rounding).unwrap().to_string();
        assert_eq!([third(4, Rounding::HalfUp), third(4, Rounding::Up)], ["0.3333", "0.3334"]);
        assert_eq!(dec("1627.0").divided(3600, 6, Rounding::HalfUp).unwrap().to_string(), "0.451944");
        assert_eq!(dec("-1").divided(8, 2, Rounding::HalfUp).unwrap().to_string(), "-0.13");
        assert_eq!(dec("1").divided(0, 2, Rounding::HalfUp), None);
        assert_eq!(dec("1").divided(-1, 2, Rounding::HalfUp), None);
    }

    #[test]
    fn steps_and_trimming() {
        let step = |value: &str, step: &str| dec(value).up_to_multiple_of(&dec(step)).unwrap().to_string();
        assert_eq!([step("361", "300"), step("600", "300"), step("5.6001", "0.5"), step("7", "0")], ["600", "600", "6.0000", "7"]);
        let trim = |value: &str| dec(value).trimmed(2).to_string();
        assert_eq!(
            [trim("1.23000"), trim("1.2"), trim("1.2345"), trim("100"), trim("0.000")],
            ["1.23", "1.20", "1.2345", "100.00", "0.00"]
        );
    }

    proptest! {
        #[test]
        fn rounding_stays_within_its_bound(digits in -(10i128.pow(20))..10i128.pow(20), scale in 0u32..=12, places in 0u32..=12) {
            let number = Decimal::new(digits, scale).unwrap();
            let unit = Decimal::new(1, places).unwrap();
            let off = |rounding| number.rounded(places, rounding).unwrap().checked_sub(&number).unwrap();
            prop_assert!(off(Rounding::HalfUp).abs().checked_add(&off(Rounding::HalfUp).abs()).unwrap() <= unit);
            prop_assert!(number.rounded(places, Rounding::Down).unwrap().abs() <= number.abs());
            prop_assert!(number.rounded(places, Rounding::Up).unwrap().abs() >= number.abs());
            prop_assert!(off(Rounding::Down).abs() < unit && off(Rounding::Up).abs() < unit);
        }

        #[test]
        fn shown_and_read_again_is_the_same(digits in -(10i128.pow(29))..10i128.pow(29), scale in 0u32..=30) {
            let number = Decimal::new(digits, scale).unwrap();
            let again: Decimal = number.to_string().parse().unwrap();
            prop_assert_eq!(number, again);
            prop_assert_eq!(number.scale(), again.scale());
        }

        #[test]
        fn any_text_is_read_or_refused(text in ".{0,60}") {
            let _ = text.parse::<Decimal>();
        }
    }
}
