//! Prices in a tariff text, by the convention of the Bonner Eichrechtstage (BET).
//!
//! | Form | Meaning |
//! |---|---|
//! | `001;EUR;W;X;Y;Z` | W ct to start, X ct a kWh, Y ct a minute from minute Z of the session on |
//! | `002;EUR;W;X;Y` | W ct to start, X ct a kWh, Y ct a minute after charging has ended |
//! | `003;EUR;W;X` | W ct to start, X ct a minute from the start |

use eichrecht_model::{Decimal, MinutesRun, TariffPrices, TariffText};

/// Keeps the text; reads prices where it follows the convention to the letter.
pub(crate) fn read(text: String) -> TariffText {
    let prices = prices(&text);
    TariffText { text, prices }
}

fn prices(text: &str) -> Option<TariffPrices> {
    let parts: Vec<&str> = text.split(';').take(7).collect();
    match parts.as_slice() {
        ["001", "EUR", start, kwh, minute, from] => Some(TariffPrices {
            start_fee: decimal(start)?,
            per_kwh: Some(decimal(kwh)?),
            per_minute: Some(decimal(minute)?),
            minutes_run: MinutesRun::FromMinute(decimal(from)?),
        }),
        ["002", "EUR", start, kwh, minute] => Some(TariffPrices {
            start_fee: decimal(start)?,
            per_kwh: Some(decimal(kwh)?),
            per_minute: Some(decimal(minute)?),
            minutes_run: MinutesRun::AfterCharging,
        }),
        ["003", "EUR", start, minute] => Some(TariffPrices {
            start_fee: decimal(start)?,
            per_kwh: None,
            per_minute: Some(decimal(minute)?),
            minutes_run: MinutesRun::FromStart,
        }),
        _ => None,
    }
}

/// Digits without leading zeros, and digits behind a point if there is one.
fn decimal(text: &str) -> Option<Decimal> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let leading_zero = whole.len() > 1 && whole.starts_with('0');
    if is_number(whole) && is_number(fraction) && !leading_zero { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dec(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn the_three_forms() {
        let with_minutes = read("001;EUR;50;39.9;10;240".to_owned()).prices.unwrap();
        assert_eq!(
            (with_minutes.start_fee, with_minutes.per_kwh, with_minutes.per_minute),
            (dec("50"), Some(dec("39.9")), Some(dec("10")))
        );
        assert_eq!(with_minutes.minutes_run, MinutesRun::FromMinute(dec("240")));
        let after = read("002;EUR;0;35;5".to_owned()).prices.unwrap();
        assert_eq!((after.per_kwh, after.per_minute, after.minutes_run), (Some(dec("35")), Some(dec("5")), MinutesRun::AfterCharging));
        let by_time = read("003;EUR;0;0.5".to_owned()).prices.unwrap();
        assert_eq!((by_time.per_kwh, by_time.per_minute, by_time.minutes_run), (None, Some(dec("0.5")), MinutesRun::FromStart));
    }

    #[test]
    fn anything_else_is_a_label() {
        for text in [
            "39 ct/kWh",
            "001;EUR;50;39.9;10",
            "001;EUR;50;39.9;10;240;",
            "002;EUR;0;35;5;7",
            "003;EUR;0",
            "004;EUR;0;1",
            "001;USD;50;39.9;10;240",
            "002;EUR;0;35,0;5",
            "002;EUR;00;35;5",
            "002;EUR;0;035;5",
            "002;EUR;0;.5;5",
            "002;EUR;0;5.;5",
            "002;EUR;0;-5;5",
            "002;EUR;0;+5;5",
            "002;EUR;0; 5;5",
            "002;EUR;0;1e1;5",
            "002;EUR;0;;5",
            " 002;EUR;0;35;5",
            "002;eur;0;35;5",
        ] {
            assert_eq!(read(text.to_owned()), TariffText { text: text.to_owned(), prices: None }, "{text}");
        }
    }
}
