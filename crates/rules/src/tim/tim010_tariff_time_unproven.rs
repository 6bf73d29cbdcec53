//! TIM010: the signed tariff has a price by the minute, and the minutes are not proven.

use eichrecht_model::{Decimal, Severity};

use crate::facts::{complete, records_of};
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// A price by time needs a duration that was measured legally: both ends by a synchronised clock, or a duration
/// counted from the begin. Only tariffs that stand in the signed data are known here; a tariff in a contract may have
/// a price by time as well.
pub(crate) static RULE: Rule = Rule {
    code: "TIM010",
    name: "tariff-time-unproven",
    severity: Severity::Fail,
    basis: &[Basis::Law("MessEG", "§ 33 (1)"), Basis::Specification("Bonner Eichrechtstage, tariff text convention", "forms 001 to 003")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for transaction in complete(facts, sink) {
        let mut per_minute = records_of(transaction, facts.assessment)
            .filter_map(|(_, record)| record.content().tariff.as_ref()?.prices.as_ref()?.per_minute)
            .filter(|price| *price > Decimal::ZERO);
        let Some(price) = per_minute.next() else { continue };
        sink.looked();
        if !transaction.time_quality.proves_duration() {
            sink.transaction(transaction.id, vec![("price", format!("{price} ct/min"))]);
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{MinutesRun, Outcome, TariffPrices, TariffText, TimeQuality};

    use super::*;
    use crate::testing::*;

    fn priced(per_minute: Option<&str>, quality: TimeQuality) -> eichrecht_model::Assessment {
        let per_minute = per_minute.map(|price| price.parse().unwrap());
        let prices = TariffPrices { start_fee: Decimal::ZERO, per_kwh: None, per_minute, minutes_run: MinutesRun::FromStart };
        let tariff = TariffText { text: String::new(), prices: Some(prices) };
        let record = whole("1", "2").with(|record| record.parsed.tariff = Some(tariff));
        let mut assessment = Scene::new().record(record).transaction(&[1]).build();
        assessment.transactions[0].time_quality = quality;
        assessment
    }

    #[test]
    fn minutes_without_proof() {
        let found = findings(&RULE, &priced(Some("10"), TimeQuality::Informative));
        assert_eq!((found.len(), fact(&found[0], "price")), (1, "10 ct/min"));
        assert_eq!(findings(&RULE, &priced(Some("0.5"), TimeQuality::Unusable)).len(), 1);
    }

    #[test]
    fn quiet_when_the_duration_counts() {
        assert_eq!(run(&RULE, &priced(Some("10"), TimeQuality::DurationOnly)).1, Outcome::Passed);
    }

    #[test]
    fn without_a_price_by_the_minute_there_is_nothing_to_prove() {
        assert_eq!(run(&RULE, &priced(Some("0"), TimeQuality::Informative)).1, Outcome::NotApplicable);
        assert_eq!(run(&RULE, &priced(None, TimeQuality::Informative)).1, Outcome::NotApplicable);
    }
}
