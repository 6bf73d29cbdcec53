//! TIM004: readings of a register are not in the order of their times.

use eichrecht_model::{NotEvaluated, Severity};

use crate::facts::{Lookup, deciding_runs, in_signed_order, pair, positions, transactions};
use crate::registry::ocmf;
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// Each register is looked at by itself, as some meters list all readings of one register before those of the next.
/// Reported is the first reading of a register that lies before its predecessor; begin and end alone are left to
/// TIM003.
pub(crate) static RULE: Rule = Rule {
    code: "TIM004",
    name: "time-not-ascending",
    severity: Severity::Warn,
    basis: &[ocmf("fields RD and TM"), Basis::Own("a clock that runs backwards was set during the session")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for transaction in transactions(facts, sink) {
        let positions = positions(transaction);
        let alone = deciding_runs(transaction).iter().filter(|run| run.inner.is_empty());
        let pairs = alone.filter_map(|run| pair(run, facts.assessment));
        let left_to_tim003 = Lookup::of(pairs.map(|pair| (pair.begin_at, pair.end_at)));
        for run in &transaction.registers {
            let order = in_signed_order(run, &positions);
            let alone = matches!(order.as_slice(), &[begin, end] if left_to_tim003.contains(&(begin, end)));
            if order.len() < 2 || alone {
                continue;
            }
            sink.looked();
            let timed: Vec<_> = order.iter().filter_map(|at| Some((*at, facts.assessment.measurement(*at)?.time.as_ref()?))).collect();
            if timed.len() < order.len() {
                sink.not_evaluated(NotEvaluated::ValuesMissing);
            }
            let backwards = timed.iter().zip(timed.iter().skip(1)).find(|((_, before), (_, time))| time.instant < before.instant);
            if let Some(((_, before), (at, time))) = backwards {
                sink.measurement(*at, vec![("before", before.raw.clone()), ("time", time.raw.clone())]);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{ObisCode, Outcome, ReadingReason};

    use super::*;
    use crate::testing::*;

    fn course(times: &[&str]) -> eichrecht_model::Assessment {
        let mut record = record().reading(reading(ReadingReason::Begin, "1", "2024-05-01T12:00:00Z"));
        for time in times {
            record = record.reading(reading(ReadingReason::Charging, "1", time));
        }
        let record = record.reading(reading(ReadingReason::End, "2", "2024-05-01T13:00:00Z"));
        Scene::new().record(record).transaction(&[1]).build()
    }

    #[test]
    fn one_step_back() {
        let found = findings(&RULE, &course(&["2024-05-01T12:30:00Z", "2024-05-01T12:29:00Z"]));
        assert_eq!(found.len(), 1);
        assert_eq!((fact(&found[0], "before"), fact(&found[0], "time")), ("2024-05-01T12:30:00Z", "2024-05-01T12:29:00Z"));
        assert_eq!(findings(&RULE, &course(&["2024-05-01T13:30:00Z"])).len(), 1, "the end lies before it");
    }

    #[test]
    fn quiet_on_equal_times() {
        assert_eq!(run(&RULE, &course(&["2024-05-01T12:30:00Z", "2024-05-01T12:30:00Z"])).1, Outcome::Passed);
    }

    #[test]
    fn registers_listed_one_after_the_other_are_in_order() {
        let mut record = whole("1", "2");
        for (reason, time) in [(ReadingReason::Begin, "2024-05-01T12:00:00Z"), (ReadingReason::End, "2024-05-01T13:00:00Z")] {
            let mut other = reading(reason, "0", time);
            other.obis = Some(ObisCode::new("1-0:2.8.0"));
            record = record.reading(other);
        }
        assert_eq!(run(&RULE, &Scene::new().record(record).transaction(&[1]).build()).1, Outcome::Passed);
    }

    #[test]
    fn begin_and_end_alone_are_left_to_tim003() {
        let record = record().reading(reading(ReadingReason::Begin, "1", "2024-05-01T13:00:00Z")).reading(reading(
            ReadingReason::End,
            "2",
            "2024-05-01T12:00:00Z",
        ));
        assert_eq!(run(&RULE, &Scene::new().record(record).transaction(&[1]).build()).1, Outcome::NotApplicable);
    }
}
