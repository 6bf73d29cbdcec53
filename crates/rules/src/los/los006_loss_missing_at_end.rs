//! LOS006: a cable loss is stated on the way and not at the end.

use eichrecht_model::Severity;

use crate::facts::{has, register_name, transactions};
use crate::registry::ocmf;
use crate::{Facts, Formats, Rule, Sink, Status};

/// The loss of the whole session is the one at its end. If it is missing there, the energy stays as signed, as the loss
/// is already taken off it, but nobody can tell how much that was.
pub(crate) static RULE: Rule = Rule {
    code: "LOS006",
    name: "loss-missing-at-end",
    severity: Severity::Warn,
    basis: &[ocmf("field CL")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for transaction in transactions(facts, sink) {
        for run in transaction.registers.iter().filter(|run| !run.ends.is_empty()) {
            let has_loss = |at: &_| facts.assessment.measurement(*at).is_some_and(|reading| reading.cumulated_loss.is_some());
            if !run.begins.iter().chain(&run.inner).any(has_loss) {
                continue;
            }
            sink.looked();
            if let Some(end) = run.ends.iter().find(|at| !has_loss(at)) {
                let register = register_name(run);
                sink.measurement(*end, vec![has(&register), ("register", register)]);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{Decimal, Outcome};

    use super::*;
    use crate::testing::*;

    fn losses(begin: bool, end: bool) -> eichrecht_model::Assessment {
        let record = whole("1", "2").with(|record| {
            record.parsed.measurements[0].cumulated_loss = begin.then_some(Decimal::ZERO);
            record.parsed.measurements[1].cumulated_loss = end.then_some(Decimal::ZERO);
        });
        Scene::new().record(record).transaction(&[1]).build()
    }

    #[test]
    fn gone_at_the_end() {
        let found = findings(&RULE, &losses(true, false));
        assert_eq!((found.len(), fact(&found[0], "register")), (1, "1-0:1.8.0"));
    }

    #[test]
    fn quiet_when_it_is_there() {
        assert_eq!(run(&RULE, &losses(true, true)).1, Outcome::Passed);
    }

    #[test]
    fn without_a_loss_there_is_nothing_to_miss() {
        assert_eq!(run(&RULE, &losses(false, false)).1, Outcome::NotApplicable);
        assert_eq!(run(&RULE, &losses(false, true)).1, Outcome::NotApplicable);
    }
}
