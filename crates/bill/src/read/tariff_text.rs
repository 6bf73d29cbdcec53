//! Tariffs as one line of text.
//!
//! | Form | Meaning |
//! |---|---|
//! | `001;EUR;W;X;Y;Z` | W ct to start, X ct a kWh, Y ct a minute from minute Z of the session on |
//! | `002;EUR;W;X;Y` | W ct to start, X ct a kWh, Y ct a minute after charging has ended |
//! | `003;EUR;W;X` | W ct to start, X ct a minute from the start |
//! | `0.45 EUR/kWh`, `45 ct/kWh` | a price of a kWh, as a person writes it |
//!
//! The first three are the convention of the Bonner Eichrechtstage (BET). Prices include tax; begun minutes count in full.

use eichrecht_model::{ComponentKind, Decimal, Limits, PriceComponent, Restrictions, Tariff, TariffElement, TariffKind, Taxes};

use crate::number;

pub(super) fn read(text: &str, limits: &Limits) -> Option<Tariff> {
    let text = text.trim();
    convention(text, limits).or_else(|| plain(text, limits))
}

/// A text by the convention, to the letter.
pub(super) fn convention(text: &str, limits: &Limits) -> Option<Tariff> {
    let parts: Vec<&str> = text.split(';').take(7).collect();
    let cents = |text: &str| -> Option<Decimal> {
        let leading_zero = text.len() > 1 && text.starts_with('0') && !text.starts_with("0.");
        let edges = text.starts_with('.') || text.ends_with('.');
        let digits = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        if leading_zero || edges || !digits { None } else { number::exact(text, limits).ok() }
    };
    let euros = |text: &str| cents(text)?.shift(-2);
    // Cents a minute become euros an hour: 0.6 times as many.
    let per_hour = |text: &str| cents(text)?.checked_mul(&Decimal::new(6, 1)?);
    let elements = match parts.as_slice() {
        ["001", "EUR", start, kwh, minute, from] => {
            let from = cents(from)?.checked_mul(&Decimal::new(60, 0)?)?.trimmed(0).to_string().parse().ok()?;
            let restrictions = Restrictions { min_seconds: Some(from), ..Restrictions::default() };
            vec![
                once(euros(start)?),
                of(ComponentKind::Energy, euros(kwh)?, 0),
                TariffElement { restrictions, ..of(ComponentKind::Session, per_hour(minute)?, 60) },
            ]
        }
        ["002", "EUR", start, kwh, minute] => {
            vec![once(euros(start)?), of(ComponentKind::Energy, euros(kwh)?, 0), of(ComponentKind::Parking, per_hour(minute)?, 60)]
        }
        ["003", "EUR", start, minute] => vec![once(euros(start)?), of(ComponentKind::Session, per_hour(minute)?, 60)],
        _ => return None,
    };
    Some(tariff(text, TariffKind::Text, "EUR", elements))
}

fn plain(text: &str, limits: &Limits) -> Option<Tariff> {
    let (price, per) = text.split_once('/')?;
    if !per.trim().eq_ignore_ascii_case("kwh") {
        return None;
    }
    let price = price.trim();
    let of_cents = price.strip_suffix("ct").or_else(|| price.strip_suffix("Cent")).or_else(|| price.strip_suffix("cent"));
    let (value, currency) = match of_cents {
        Some(cents) => (number::human(cents, limits).ok()?.shift(-2)?, None),
        None => crate::figures::money(price, limits).ok()?,
    };
    if value.is_negative() {
        return None;
    }
    let currency = currency.unwrap_or_else(|| "EUR".to_owned());
    Some(tariff(text, TariffKind::Plain, &currency, vec![of(ComponentKind::Energy, value, 0)]))
}

fn tariff(text: &str, kind: TariffKind, currency: &str, elements: Vec<TariffElement>) -> Tariff {
    Tariff {
        id: text.to_owned(),
        kind,
        currency: currency.to_owned(),
        taxes: Taxes::Included,
        min_price: None,
        max_price: None,
        from: None,
        until: None,
        elements,
    }
}

fn once(price: Decimal) -> TariffElement {
    of(ComponentKind::Flat, price, 0)
}

fn of(kind: ComponentKind, price: Decimal, step: u32) -> TariffElement {
    TariffElement { components: vec![PriceComponent { kind, price, vat: None, step }], restrictions: Restrictions::default() }
}
