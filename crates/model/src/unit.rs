//! Units of register values.

use std::fmt;

use crate::Decimal;

/// Unit of a value, as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Unit {
    /// Watt hour.
    WattHour,
    /// Kilowatt hour, 1,000 Wh.
    KilowattHour,
    /// Second; seen as `s` and `sec` on duration readings.
    Second,
    /// Ohm.
    Ohm,
    /// Thousandth of an ohm.
    MilliOhm,
    /// Millionth of an ohm.
    MicroOhm,
    /// Anything else, as received.
    Other(String),
}

impl Unit {
    /// Reads a unit. Upper and lower case are not told apart, as stations do not agree on them.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        match text.trim().to_ascii_lowercase().as_str() {
            "wh" => Self::WattHour,
            "kwh" => Self::KilowattHour,
            "s" | "sec" => Self::Second,
            "ohm" => Self::Ohm,
            "mohm" | "mω" => Self::MilliOhm,
            "uohm" | "µω" => Self::MicroOhm,
            _ => Self::Other(text.to_owned()),
        }
    }

    /// Whether values of this unit are amounts of energy.
    #[must_use]
    pub fn is_energy(&self) -> bool {
        matches!(self, Self::WattHour | Self::KilowattHour)
    }

    /// The same amount in another unit; `None` when the units measure different things or on overflow.
    #[must_use]
    pub fn convert(&self, value: &Decimal, to: &Self) -> Option<Decimal> {
        if self == to {
            return Some(*value);
        }
        match (self, to) {
            (Self::KilowattHour, Self::WattHour) => value.shift(3),
            (Self::WattHour, Self::KilowattHour) => value.shift(-3),
            _ => None,
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::WattHour => "Wh",
            Self::KilowattHour => "kWh",
            Self::Second => "s",
            Self::Ohm => "Ohm",
            Self::MilliOhm => "mOhm",
            Self::MicroOhm => "uOhm",
            Self::Other(text) => text,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn converts_energy_exactly_and_nothing_else() {
        let value: Decimal = "0.2600".parse().unwrap();
        assert_eq!(Unit::KilowattHour.convert(&value, &Unit::WattHour).unwrap().to_string(), "260.0");
        assert_eq!(Unit::WattHour.convert(&value, &Unit::KilowattHour).unwrap().to_string(), "0.0002600");
        assert_eq!(Unit::WattHour.convert(&value, &Unit::Second), None);
    }
}
