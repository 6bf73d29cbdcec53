//! BIL016: the meter signed another tariff than the one the total was computed from.

use eichrecht_model::{Decimal, Severity};

use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// A signed tariff text is the only statement on prices that a meter vouches for. A contract may name another price
/// than the station shows; then this needs an explanation.
pub(crate) static RULE: Rule = Rule {
    code: "BIL016",
    name: "signed-tariff-differs",
    severity: Severity::Warn,
    basis: &[Basis::Specification("Bonner Eichrechtstage, tariff text convention", "forms 001 to 003")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    let Some(bill) = &facts.assessment.bill else { return };
    let Some(price) = &bill.price else { return };
    let (Ok(computed), Some(signed)) = (&price.computed, &price.by_signed_tariff) else { return };
    sink.looked();
    // Without tax on the bill the two are different amounts, not different tariffs.
    if price.gross && *signed != computed.total {
        let shown = |value: &Decimal| format!("{} {}", value.trimmed(2), computed.currency);
        sink.bill(vec![("computed", shown(&computed.total)), ("signed", shown(signed))]);
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::*;

    use super::*;
    use crate::bil::testing::*;
    use crate::testing::{fact, findings, run};

    fn of(signed: Option<&str>) -> Assessment {
        let by_signed_tariff = signed.map(|total| total.parse().unwrap());
        with(|bill| bill.price = Some(PriceCheck { by_signed_tariff, ..price("2.18", "2.18") }))
    }

    #[test]
    fn told_with_both_totals() {
        let found = findings(&RULE, &of(Some("1.96")));
        assert_eq!((fact(&found[0], "computed"), fact(&found[0], "signed")), ("2.18 EUR", "1.96 EUR"));
    }

    #[test]
    fn quiet_when_the_same_or_none() {
        assert_eq!(run(&RULE, &of(Some("2.180"))).1, Outcome::Passed);
        assert_eq!(run(&RULE, &of(None)).1, Outcome::NotApplicable);
    }
}
