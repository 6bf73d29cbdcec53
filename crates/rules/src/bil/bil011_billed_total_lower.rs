//! BIL011: the total is lower than its tariff gives.

use eichrecht_model::{Compared, Decimal, Severity};

use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// To the customer's advantage; a discount perhaps, or another tariff than the one given.
pub(crate) static RULE: Rule = Rule {
    code: "BIL011",
    name: "billed-total-lower",
    severity: Severity::Warn,
    basis: &[Basis::Own("a total is its quantities times the prices agreed on")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    let Some(bill) = &facts.assessment.bill else { return };
    let Some(price) = &bill.price else { return };
    let (Ok(computed), Some(billed), Some(difference)) = (&price.computed, &price.billed, &price.difference) else { return };
    sink.looked();
    if price.outcome == Compared::Lower {
        let shown = |value: &Decimal| format!("{} {}", value.trimmed(2), computed.currency);
        sink.bill(vec![
            ("billed", shown(billed)),
            ("computed", shown(&computed.total)),
            ("difference", shown(&difference.abs())),
            ("tax", if price.gross { "with" } else { "without" }.to_owned()),
        ]);
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::*;

    use super::*;
    use crate::bil::testing::*;
    use crate::testing::{fact, findings, run};

    fn of(outcome: Compared) -> Assessment {
        with(|bill| bill.price = Some(PriceCheck { outcome, ..price("2.08", "2.18") }))
    }

    #[test]
    fn told_with_both_totals() {
        let found = findings(&RULE, &of(Compared::Lower));
        assert_eq!((fact(&found[0], "billed"), fact(&found[0], "computed")), ("2.08 EUR", "2.18 EUR"));
        assert_eq!((fact(&found[0], "difference"), fact(&found[0], "tax")), ("0.10 EUR", "with"));
    }

    #[test]
    fn quiet_otherwise() {
        for outcome in [Compared::Agrees, Compared::Higher, Compared::NotChecked] {
            assert_eq!(run(&RULE, &of(outcome)).1, Outcome::Passed);
        }
        let none = with(|bill| bill.price = Some(PriceCheck { computed: Err(PriceGap::NoTariff), ..price("2.08", "2.18") }));
        assert_eq!(run(&RULE, &none).1, Outcome::NotApplicable);
    }
}
