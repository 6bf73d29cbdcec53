//! VAL010: more energy than any vehicle takes.

use eichrecht_model::{Decimal, NotEvaluated, Severity};

use crate::facts::{amount, complete, wh};
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// One megawatt hour in watt hours: beyond the batteries of the largest electric lorries.
const MOST_WATT_HOURS: i128 = 1_000_000;

/// The amount of one session is compared with what the largest batteries on the road hold. A valid signature does not
/// make an amount beyond that likely.
pub(crate) static RULE: Rule = Rule {
    code: "VAL010",
    name: "energy-implausible",
    severity: Severity::Warn,
    basis: &[Basis::Own("no vehicle on the road has a battery of more than 1,000 kWh")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for transaction in complete(facts, sink) {
        let Some(energy) = transaction.stated_energy.as_ref() else {
            sink.not_evaluated(NotEvaluated::ValuesMissing);
            continue;
        };
        sink.looked();
        let most = Decimal::new(MOST_WATT_HOURS, 0);
        // An amount too large to be converted is too large altogether.
        if wh(&energy.value, &energy.unit).zip(most).is_none_or(|(amount, most)| amount > most) {
            sink.transaction(transaction.id, vec![("energy", amount(Some(&energy.value), Some(&energy.unit)))]);
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::Outcome;

    use super::*;
    use crate::testing::*;

    fn scene(end: &str) -> eichrecht_model::Assessment {
        Scene::new().record(whole("0.000", end)).transaction(&[1]).build()
    }

    #[test]
    fn a_megawatt_hour_passes_a_watt_hour_more_does_not() {
        assert_eq!(run(&RULE, &scene("1000.000")).1, Outcome::Passed);
        let found = findings(&RULE, &scene("1000.001"));
        assert_eq!((found.len(), fact(&found[0], "energy")), (1, "1000.001 kWh"));
    }

    #[test]
    fn no_amount_is_no_pass() {
        let record = whole("1", "2").with(|record| record.parsed.measurements[1].value = None);
        let outcome = run(&RULE, &Scene::new().record(record).transaction(&[1]).build()).1;
        assert_eq!(outcome, Outcome::NotEvaluated(NotEvaluated::ValuesMissing));
    }
}
