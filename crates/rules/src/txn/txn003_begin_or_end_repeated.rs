//! TXN003: the register of the bill has more than one begin or end in a session.

use eichrecht_model::Severity;

use crate::facts::{counts_energy, deciding_runs, has, register_name, transactions};
use crate::registry::ocmf;
use crate::{Facts, Formats, Rule, Sink, Status};

/// With two begins or two ends of one register the amount depends on which of them is taken, so none is.
/// Other registers may repeat what they like: a duration register inherits the reason of the reading before it.
pub(crate) static RULE: Rule = Rule {
    code: "TXN003",
    name: "begin-or-end-repeated",
    severity: Severity::Fail,
    basis: &[ocmf("field TX")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for transaction in transactions(facts, sink) {
        sink.looked();
        for run in deciding_runs(transaction) {
            let repeated = run.begins.len() > 1 || run.ends.len() > 1;
            if repeated && counts_energy(run, facts.assessment) {
                let register = register_name(run);
                let words = vec![
                    has(&register),
                    ("register", register),
                    ("begins", run.begins.len().to_string()),
                    ("ends", run.ends.len().to_string()),
                ];
                sink.transaction(transaction.id, words);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{ObisCode, Outcome, ReadingReason, Unit};

    use super::*;
    use crate::testing::*;

    #[test]
    fn two_ends_of_the_billing_register() {
        let record = whole("1", "2").reading(reading(ReadingReason::End, "3", "2024-05-01T14:00:00Z"));
        let found = findings(&RULE, &Scene::new().record(record).transaction(&[1]).build());
        assert_eq!(found.len(), 1);
        assert_eq!((fact(&found[0], "begins"), fact(&found[0], "ends"), fact(&found[0], "register")), ("1", "2", "1-0:1.8.0"));
    }

    #[test]
    fn quiet_on_one_of_each() {
        assert_eq!(run(&RULE, &Scene::new().record(whole("1", "2")).transaction(&[1]).build()).1, Outcome::Passed);
    }

    #[test]
    fn another_register_may_repeat_its_end() {
        let mut duration = reading(ReadingReason::End, "3600", "2024-05-01T13:00:00Z");
        duration.obis = Some(ObisCode::new("1-0:0.8.6"));
        duration.unit = Some(Unit::Second);
        let record = whole("1", "2").reading(duration.clone()).reading(duration);
        let mut assessment = Scene::new().record(record).transaction(&[1]).build();
        assert_eq!(run(&RULE, &assessment).1, Outcome::Passed);
        assessment.transactions[0].billing = None;
        assert_eq!(run(&RULE, &assessment).1, Outcome::Passed);
    }
}
