//! OBI001: begin and end of a session were read from different registers.

use eichrecht_model::{RegisterRun, Severity};

use crate::facts::{complete, counts_energy, has_of, register_name};
use crate::registry::ocmf;
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// Only two readings of one register have a difference that is an amount. Registers that count no energy are left out:
/// that a duration has both ends is no help.
pub(crate) static RULE: Rule = Rule {
    code: "OBI001",
    name: "register-changes",
    severity: Severity::Fail,
    basis: &[ocmf("field RI"), Basis::Law("MessEG", "§ 33 (1)")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for transaction in complete(facts, sink) {
        sink.looked();
        let energy: Vec<&RegisterRun> = transaction.registers.iter().filter(|run| counts_energy(run, facts.assessment)).collect();
        let both = energy.iter().any(|run| !run.begins.is_empty() && !run.ends.is_empty());
        if both {
            continue;
        }
        let (begins, ends) = (names(&energy, |run| !run.begins.is_empty()), names(&energy, |run| !run.ends.is_empty()));
        if let (Some(begin), Some(end)) = (begins, ends) {
            sink.transaction(transaction.id, vec![has_of(&begin, &end), ("begin", begin), ("end", end)]);
        }
    }
}

/// Names of the registers that are chosen, at most ten; `None` when there is not one.
fn names(runs: &[&RegisterRun], chosen: impl Fn(&RegisterRun) -> bool) -> Option<String> {
    let names: Vec<String> = runs.iter().filter(|run| chosen(run)).take(10).map(|run| register_name(run)).collect();
    (!names.is_empty()).then(|| names.into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{NotEvaluated, ObisCode, Outcome, ReadingReason, Unit};

    use super::*;
    use crate::testing::*;

    fn registers(begin: &str, end: &str) -> TestRecord {
        whole("1", "2").with(|record| {
            record.parsed.measurements[0].obis = Some(ObisCode::new(begin));
            record.parsed.measurements[1].obis = Some(ObisCode::new(end));
        })
    }

    #[test]
    fn begin_and_end_of_different_registers() {
        let mut duration = reading(ReadingReason::Begin, "0", "2024-05-01T12:00:00Z");
        duration.obis = Some(ObisCode::new("1-0:0.8.6"));
        duration.unit = Some(Unit::Second);
        let duration_end = eichrecht_model::Measurement { reason: Some(ReadingReason::End), ..duration.clone() };
        let record = registers("1-0:1.8.0", "1-0:2.8.0").reading(duration).reading(duration_end);
        let found = findings(&RULE, &Scene::new().record(record).transaction(&[1]).build());
        assert_eq!((found.len(), fact(&found[0], "begin"), fact(&found[0], "end")), (1, "1-0:1.8.0", "1-0:2.8.0"));
    }

    #[test]
    fn spellings_of_one_register_are_no_change() {
        let scene = Scene::new().record(registers("1-0:1.8.0", "01-00:01.08.00*FF")).transaction(&[1]);
        assert_eq!(run(&RULE, &scene.build()).1, Outcome::Passed);
    }

    #[test]
    fn a_further_register_at_the_end_is_fine() {
        let mut extra = reading(ReadingReason::End, "0", "2024-05-01T13:00:00Z");
        extra.obis = Some(ObisCode::new("1-b:1.9.0"));
        let scene = Scene::new().record(whole("1", "2").reading(extra)).transaction(&[1]);
        assert_eq!(run(&RULE, &scene.build()).1, Outcome::Passed);
        let lone = Scene::new().record(one_reading(ReadingReason::Begin, "1")).transaction(&[1]);
        assert_eq!(run(&RULE, &lone.build()).1, Outcome::NotEvaluated(NotEvaluated::NoCompleteTransaction));
    }
}
