//! A bill given as single figures, in German or English form.

use std::fmt;

use eichrecht_model::{Bill, BillKind, BillZone, Decimal, Energy, LimitName, Limits, Unit, ZoneKnown};

use crate::number::{self, BadNumber};
use crate::time;

/// Figures as somebody typed them from a bill. What is absent is not on the bill.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures<'a> {
    /// `12,34 kWh`, `12.34kWh`, `12340 Wh`; kilowatt hours where no unit is written.
    pub energy: Option<&'a str>,
    /// Begin: `2026-03-29 01:58`, `29.03.2026 01:58 Uhr`, `2026-03-29T01:58:00+01:00`.
    pub begin: Option<&'a str>,
    /// End, in the same forms.
    pub end: Option<&'a str>,
    /// Total with tax: `7,89 EUR`, `7.89`.
    pub total: Option<&'a str>,
    /// The charge point.
    pub evse: Option<&'a str>,
    /// Zone of times without one; German time when absent.
    pub zone: Option<BillZone>,
}

/// Names of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Figure {
    /// [`Figures::energy`].
    Energy,
    /// [`Figures::begin`].
    Begin,
    /// [`Figures::end`].
    End,
    /// [`Figures::total`].
    Total,
}

/// A figure that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadFigure {
    /// Which one.
    pub figure: Figure,
    /// As given.
    pub text: String,
    /// The limit it exceeds, if that is why.
    pub limit: Option<LimitName>,
}

impl fmt::Display for BadFigure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (what, like) = match self.figure {
            Figure::Energy => ("an amount of energy", "12.34 kWh"),
            Figure::Begin | Figure::End => ("a date with a time", "2026-03-29 01:58"),
            Figure::Total => ("an amount of money", "7.89 EUR"),
        };
        match self.limit {
            Some(limit) => write!(f, "`{}` has too many digits (limit {})", self.text, limit.as_str()),
            None => write!(f, "`{}` is not {what} like `{like}`", self.text),
        }
    }
}

impl std::error::Error for BadFigure {}

/// Reads single figures.
///
/// # Errors
/// [`BadFigure`] for the first figure that cannot be read: what was typed wrongly must not be left out silently.
pub fn read_figures(figures: &Figures<'_>, limits: &Limits) -> Result<Bill, BadFigure> {
    let mut bill = Bill { kind: BillKind::Figures, ..Bill::default() };
    set_figures(&mut bill, figures, limits)?;
    Ok(bill)
}

/// Puts figures in the place of what a bill says.
///
/// # Errors
/// [`BadFigure`] for the first figure that cannot be read; those before it are set.
pub fn set_figures(bill: &mut Bill, figures: &Figures<'_>, limits: &Limits) -> Result<(), BadFigure> {
    let bad = |figure, text: &str, limit| BadFigure { figure, text: text.chars().take(60).collect(), limit };
    let of_number = |figure, text, error| match error {
        BadNumber::NotANumber => bad(figure, text, None),
        BadNumber::Limit(limit) => bad(figure, text, Some(limit)),
    };
    let assumed = match figures.zone {
        Some(zone) => (zone, ZoneKnown::Given),
        None => (BillZone::German, ZoneKnown::AssumedGerman),
    };
    if let Some(zone) = figures.zone {
        bill.zone = zone;
    }
    if let Some(text) = figures.energy {
        bill.energy = Some(energy(text, limits).map_err(|error| of_number(Figure::Energy, text, error))?);
    }
    if let Some(text) = figures.total {
        let (total, currency) = money(text, limits).map_err(|error| of_number(Figure::Total, text, error))?;
        bill.gross = Some(total);
        bill.net = None;
        bill.currency = currency.or(bill.currency.take());
    }
    for (figure, text) in [(Figure::Begin, figures.begin), (Figure::End, figures.end)] {
        let Some(text) = text else { continue };
        let time = time::read(text, assumed).ok_or_else(|| bad(figure, text, None))?;
        if figure == Figure::Begin { bill.begin = Some(time) } else { bill.end = Some(time) }
    }
    if let Some(evse) = figures.evse {
        bill.evse = Some(evse.to_owned());
    }
    Ok(())
}

/// A zone: `CET` (German time, also as `Europe/Berlin`), `UTC`, `+02:00`. `None` for anything else.
#[must_use]
pub fn read_zone(text: &str) -> Option<BillZone> {
    match text.to_ascii_lowercase().as_str() {
        "cet" | "europe/berlin" | "europe/vienna" | "europe/zurich" => return Some(BillZone::German),
        "utc" | "z" => return Some(BillZone::Fixed(0)),
        _ => {}
    }
    // The same spelling as behind a time.
    let example = time::read(&format!("2000-01-01T00:00:00{text}"), (BillZone::Fixed(0), ZoneKnown::Given))?;
    let ahead = example.local.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp().as_second() - example.instants.first()?.as_second();
    (example.zone == ZoneKnown::Written).then(|| i16::try_from(ahead / 60).ok().map(BillZone::Fixed)).flatten()
}

/// An amount of energy with its unit.
pub(crate) fn energy(text: &str, limits: &Limits) -> Result<Energy, BadNumber> {
    let text = text.trim();
    let at = text.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(text.len());
    let (digits, unit) = text.split_at_checked(at).ok_or(BadNumber::NotANumber)?;
    let unit = match Unit::from_text(unit) {
        Unit::Other(rest) if rest.is_empty() => Unit::KilowattHour,
        unit if unit.is_energy() => unit,
        _ => return Err(BadNumber::NotANumber),
    };
    let value = number::human(digits, limits)?;
    if value.is_negative() { Err(BadNumber::NotANumber) } else { Ok(Energy { value, unit }) }
}

/// An amount of money with its currency, which may stand on either side.
pub(crate) fn money(text: &str, limits: &Limits) -> Result<(Decimal, Option<String>), BadNumber> {
    let text = text.trim();
    let is_amount = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '+');
    let (Some(first), Some(last)) = (text.find(is_amount), text.rfind(is_amount)) else { return Err(BadNumber::NotANumber) };
    // What stands between the first and the last digit has to be the number alone.
    let digits = text.get(first..=last).ok_or(BadNumber::NotANumber)?;
    let sides = (text.get(..first).unwrap_or_default().trim(), text.get(last + 1..).unwrap_or_default().trim());
    let currency = match sides {
        (currency, "") | ("", currency) => currency,
        _ => return Err(BadNumber::NotANumber),
    };
    let currency = match currency.to_uppercase().as_str() {
        "" => None,
        "€" | "EURO" => Some("EUR".to_owned()),
        code if code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase()) => Some(code.to_owned()),
        _ => return Err(BadNumber::NotANumber),
    };
    Ok((number::human(digits, limits)?, currency))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limits() -> Limits {
        Limits::default()
    }

    #[test]
    fn energies() {
        for (text, shown) in
            [("12,34 kWh", "12.34 kWh"), ("12.34kWh", "12.34 kWh"), ("12340 Wh", "12340 Wh"), ("12.34", "12.34 kWh"), ("5,6KWH", "5.6 kWh")]
        {
            let energy = energy(text, &limits()).unwrap();
            assert_eq!(format!("{} {}", energy.value, energy.unit), shown, "{text}");
        }
        for text in ["", "kWh", "12 MWh", "12,34 kWh 5", "-1 kWh", "12 s", "zwölf kWh"] {
            assert!(energy(text, &limits()).is_err(), "{text}");
        }
    }

    #[test]
    fn amounts_of_money() {
        for (text, amount, currency) in [
            ("7,89 EUR", "7.89", Some("EUR")),
            ("7.89", "7.89", None),
            ("€ 7,89", "7.89", Some("EUR")),
            ("1.234,50 €", "1234.50", Some("EUR")),
            ("7.89 CHF", "7.89", Some("CHF")),
            ("-7,89 EUR", "-7.89", Some("EUR")),
        ] {
            let (value, found) = money(text, &limits()).unwrap();
            assert_eq!((value.to_string().as_str(), found.as_deref()), (amount, currency), "{text}");
        }
        for text in ["", "EUR", "7,89 EURO PLUS", "siebzig", "7 89 EUR", "EUR 7 EUR", "7,89 EUR 2"] {
            assert!(money(text, &limits()).is_err(), "{text}");
        }
    }

    #[test]
    fn zones() {
        assert_eq!(read_zone("CET"), Some(BillZone::German));
        assert_eq!(read_zone("Europe/Berlin"), Some(BillZone::German));
        assert_eq!(read_zone("utc"), Some(BillZone::Fixed(0)));
        assert_eq!(read_zone("+02:00"), Some(BillZone::Fixed(120)));
        assert_eq!(read_zone("-0330"), Some(BillZone::Fixed(-210)));
        assert_eq!(read_zone("Mars"), None);
        assert_eq!(read_zone(""), None);
    }

    #[test]
    fn a_wrong_figure_is_named() {
        let figures = Figures { energy: Some("12.34"), begin: Some("gestern"), ..Figures::default() };
        let bad = read_figures(&figures, &limits()).unwrap_err();
        assert_eq!((bad.figure, bad.text.as_str()), (Figure::Begin, "gestern"));
        let figures = Figures { energy: Some("1234567890123 Wh"), ..Figures::default() };
        assert_eq!(read_figures(&figures, &limits()).unwrap_err().limit, Some(LimitName::BillDigits));
    }
}
