//! BIL001: the bill asks for more energy than is proven.

use eichrecht_model::{Compared, Severity};

use crate::facts::amount;
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// Compared within the bill's own rounding: half a unit of its last place, and never more than 0.05 kWh upwards.
pub(crate) static RULE: Rule = Rule {
    code: "BIL001",
    name: "billed-energy-too-high",
    severity: Severity::Fail,
    basis: &[Basis::Law("MessEG", "§ 33 (1)")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    let Some(bill) = &facts.assessment.bill else { return };
    let Some(energy) = &bill.energy else { return };
    let (Some(proven), Some(difference)) = (&energy.proven, &energy.difference) else { return };
    sink.looked();
    if energy.outcome == Compared::Higher {
        let shown = |value| amount(Some(value), Some(&energy.billed.unit));
        sink.bill(vec![
            ("billed", shown(&energy.billed.value)),
            ("proven", shown(&proven.value)),
            ("difference", shown(&difference.abs())),
            ("unit", if energy.unit_suspected { "suspected" } else { "fine" }.to_owned()),
        ]);
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::*;

    use super::*;
    use crate::bil::testing::*;
    use crate::testing::{fact, findings, run};

    fn of(outcome: Compared, suspected: bool) -> Assessment {
        with(|bill| bill.energy = Some(EnergyCheck { outcome, unit_suspected: suspected, ..energy("5.70", "5.60") }))
    }

    #[test]
    fn told_with_both_amounts() {
        let found = findings(&RULE, &of(Compared::Higher, false));
        assert_eq!((fact(&found[0], "billed"), fact(&found[0], "proven")), ("5.70 kWh", "5.60 kWh"));
        assert_eq!((fact(&found[0], "difference"), fact(&found[0], "unit")), ("0.10 kWh", "fine"));
        assert_eq!(fact(&findings(&RULE, &of(Compared::Higher, true))[0], "unit"), "suspected");
    }

    #[test]
    fn quiet_otherwise() {
        for outcome in [Compared::Agrees, Compared::RoundedDown, Compared::Lower] {
            assert_eq!(run(&RULE, &of(outcome, false)).1, Outcome::Passed);
        }
        assert_eq!(run(&RULE, &with(|bill| bill.energy = None)).1, Outcome::NotApplicable);
        assert_eq!(run(&RULE, &without_bill()).1, Outcome::NotApplicable);
    }
}
