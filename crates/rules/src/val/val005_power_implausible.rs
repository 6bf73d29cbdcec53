//! VAL005: more energy than any charging point could have delivered in the time.

use eichrecht_model::{Decimal, NotEvaluated, Severity};

use crate::facts::{amount, complete, deciding_pairs, duration_seconds, wh};
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// Highest power of the Megawatt Charging System, in watts: 1,250 V at 3,000 A.
const MOST_WATTS: i64 = 3_750_000;

/// Energy through duration is compared with the highest power any charging system is made for. What is above cannot
/// have been charged in that time: the clock or the register is wrong.
pub(crate) static RULE: Rule = Rule {
    code: "VAL005",
    name: "power-implausible",
    severity: Severity::Warn,
    basis: &[Basis::Own("no charging system delivers more than 3.75 MW, the ceiling of the Megawatt Charging System")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for transaction in complete(facts, sink) {
        let pairs = deciding_pairs(transaction, facts.assessment, sink);
        let energy = transaction.stated_energy.as_ref();
        let watt_hours = energy.and_then(|energy| wh(&energy.value, &energy.unit));
        // Without a register for the bill there is no amount, and one pair or none makes no difference.
        let (Some(energy), Some(watt_hours), Some(seconds)) =
            (energy, watt_hours, pairs.first().and_then(|pair| duration_seconds(pair, facts.assessment)))
        else {
            sink.not_evaluated(NotEvaluated::ValuesMissing);
            continue;
        };
        // A duration of nothing is left to TIM008, an end before the begin to TIM003.
        if seconds <= 0 {
            continue;
        }
        sink.looked();
        match too_much(&watt_hours, seconds) {
            Some(false) => {}
            Some(true) => {
                let shown = amount(Some(&energy.value), Some(&energy.unit));
                sink.transaction(transaction.id, vec![("energy", shown), ("seconds", seconds.to_string())]);
            }
            None => sink.not_evaluated(NotEvaluated::ValuesMissing),
        }
    }
}

/// Whether energy · 3,600 s/h exceeds the power limit · duration; `None` on overflow.
fn too_much(watt_hours: &Decimal, seconds: i64) -> Option<bool> {
    let watt_seconds = watt_hours.checked_mul(&Decimal::new(3600, 0)?)?;
    Some(watt_seconds > Decimal::new(i128::from(MOST_WATTS) * i128::from(seconds), 0)?)
}

#[cfg(test)]
mod tests {
    use eichrecht_model::Outcome;

    use super::*;
    use crate::testing::*;

    #[test]
    fn an_hour_at_the_ceiling_passes_a_watt_hour_more_does_not() {
        let scene = |end: &str| Scene::new().record(whole("0.000", end)).transaction(&[1]).build();
        assert_eq!(run(&RULE, &scene("3750.000")).1, Outcome::Passed);
        let found = findings(&RULE, &scene("3750.001"));
        assert_eq!((found.len(), fact(&found[0], "energy"), fact(&found[0], "seconds")), (1, "3750.001 kWh", "3600"));
    }

    #[test]
    fn a_missing_time_is_no_pass() {
        let record = whole("0", "1").with(|record| record.parsed.measurements[0].time = None);
        let outcome = run(&RULE, &Scene::new().record(record).transaction(&[1]).build()).1;
        assert_eq!(outcome, Outcome::NotEvaluated(NotEvaluated::ValuesMissing));
    }

    #[test]
    fn no_duration_is_the_matter_of_others() {
        let record = whole("0", "1").with(|record| record.parsed.measurements[1].time = record.parsed.measurements[0].time.clone());
        assert_eq!(run(&RULE, &Scene::new().record(record).transaction(&[1]).build()).1, Outcome::NotApplicable);
    }
}
