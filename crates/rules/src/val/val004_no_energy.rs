//! VAL004: a session without energy.

use eichrecht_model::{NotEvaluated, Severity};

use crate::facts::{amount, complete};
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// Begin and end are the same: nothing was charged. That is no fault, but whoever holds a bill for energy should look
/// twice.
pub(crate) static RULE: Rule = Rule {
    code: "VAL004",
    name: "no-energy",
    severity: Severity::Warn,
    basis: &[Basis::Own("a session without energy is worth a look before anybody pays for one")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for transaction in complete(facts, sink) {
        match &transaction.stated_energy {
            None => sink.not_evaluated(NotEvaluated::ValuesMissing),
            Some(energy) if energy.value.is_zero() => {
                sink.transaction(transaction.id, vec![("energy", amount(Some(&energy.value), Some(&energy.unit)))]);
            }
            Some(_) => sink.looked(),
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::Outcome;

    use super::*;
    use crate::testing::*;

    #[test]
    fn nothing_charged() {
        let found = findings(&RULE, &Scene::new().record(whole("5.000", "5.000")).transaction(&[1]).build());
        assert_eq!((found.len(), fact(&found[0], "energy")), (1, "0.000 kWh"));
    }

    #[test]
    fn quiet_on_the_smallest_amount() {
        assert_eq!(run(&RULE, &Scene::new().record(whole("5.000", "5.001")).transaction(&[1]).build()).1, Outcome::Passed);
    }

    #[test]
    fn no_amount_is_no_pass() {
        let mut assessment = Scene::new().record(whole("5", "5")).transaction(&[1]).build();
        assessment.transactions[0].stated_energy = None;
        assert_eq!(run(&RULE, &assessment).1, Outcome::NotEvaluated(NotEvaluated::ValuesMissing));
    }
}
