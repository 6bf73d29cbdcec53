//! TXN005: a session was aborted or ended by a power failure.

use eichrecht_model::{ReadingReason, Severity};

use crate::facts::{deciding_runs, transactions};
use crate::registry::ocmf;
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// The amount is signed and counts; the driver should know that the session did not end in the ordinary way.
pub(crate) static RULE: Rule = Rule {
    code: "TXN005",
    name: "abnormal-end",
    severity: Severity::Warn,
    basis: &[ocmf("field TX"), Basis::Own("whoever checks a bill wants to know why a session broke off")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for transaction in transactions(facts, sink) {
        let mut ends = deciding_runs(transaction).iter().flat_map(|run| &run.ends).peekable();
        if ends.peek().is_some() {
            sink.looked();
        }
        let reason = |at: &_| facts.assessment.measurement(*at)?.reason.as_ref().filter(|reason| reason.is_abnormal_end());
        if let Some(reason) = ends.find_map(reason) {
            let word = if *reason == ReadingReason::EndPowerFailure { "power-failure" } else { "abort" };
            sink.transaction(transaction.id, vec![("reason", word.to_owned())]);
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::Outcome;

    use super::*;
    use crate::testing::*;

    fn ended(reason: ReadingReason) -> eichrecht_model::Assessment {
        let record = whole("1", "2").with(|record| record.parsed.measurements[1].reason = Some(reason));
        Scene::new().record(record).transaction(&[1]).build()
    }

    #[test]
    fn abort_and_power_failure() {
        assert_eq!(fact(&findings(&RULE, &ended(ReadingReason::EndAbort))[0], "reason"), "abort");
        assert_eq!(fact(&findings(&RULE, &ended(ReadingReason::EndPowerFailure))[0], "reason"), "power-failure");
    }

    #[test]
    fn ordinary_ends_are_quiet() {
        for reason in [ReadingReason::End, ReadingReason::EndLocal, ReadingReason::EndRemote] {
            assert_eq!(run(&RULE, &ended(reason)).1, Outcome::Passed);
        }
    }

    #[test]
    fn without_an_end_there_is_nothing_to_look_at() {
        let scene = Scene::new().record(one_reading(ReadingReason::Begin, "1")).transaction(&[1]);
        assert_eq!(run(&RULE, &scene.build()).1, Outcome::NotApplicable);
    }
}
