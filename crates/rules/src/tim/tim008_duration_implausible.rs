//! TIM008: a session of more than two days, or energy in no time.

use eichrecht_model::{Decimal, NotEvaluated, Severity};

use crate::facts::{complete, deciding_pairs, duration_seconds};
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// 48 hours, the longest time for which known meters vouch for the clock within a session.
const LONGEST_SECONDS: i64 = 48 * 3600;

/// Charging for days is possible but rare; more often the clock jumped, or begin and end of different sessions were
/// put together. Energy without any time is a clock that stood still.
pub(crate) static RULE: Rule = Rule {
    code: "TIM008",
    name: "duration-implausible",
    severity: Severity::Warn,
    basis: &[Basis::Own("known DC meters limit a session to 48 hours, and energy takes time")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for transaction in complete(facts, sink) {
        for pair in deciding_pairs(transaction, facts.assessment, sink) {
            let Some(seconds) = duration_seconds(&pair, facts.assessment) else {
                sink.not_evaluated(NotEvaluated::ValuesMissing);
                continue;
            };
            sink.looked();
            let amount = transaction.stated_energy.as_ref().map(|energy| energy.value);
            let some_energy = amount.is_some_and(|amount| amount > Decimal::ZERO);
            let problem = match seconds {
                0 if some_energy => "none",
                seconds if seconds > LONGEST_SECONDS => "long",
                _ => continue,
            };
            let hours = (seconds / 3600).to_string();
            sink.transaction(transaction.id, vec![("problem", problem.to_owned()), ("hours", hours)]);
            break;
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{Outcome, TimeSync};

    use super::*;
    use crate::testing::*;

    fn lasting(end: &str, value: &str) -> eichrecht_model::Assessment {
        let time = Some(meter_time(end, TimeSync::Synchronised));
        let record = whole("1", value).with(|record| record.parsed.measurements[1].time = time);
        Scene::new().record(record).transaction(&[1]).build()
    }

    #[test]
    fn more_than_two_days() {
        assert_eq!(run(&RULE, &lasting("2024-05-03T12:00:00Z", "2")).1, Outcome::Passed);
        let found = findings(&RULE, &lasting("2024-05-03T12:00:01Z", "2"));
        assert_eq!((found.len(), fact(&found[0], "problem"), fact(&found[0], "hours")), (1, "long", "48"));
    }

    #[test]
    fn energy_in_no_time() {
        assert_eq!(fact(&findings(&RULE, &lasting("2024-05-01T12:00:00Z", "2"))[0], "problem"), "none");
        assert_eq!(run(&RULE, &lasting("2024-05-01T12:00:00Z", "1")).1, Outcome::Passed, "no energy in no time");
        assert_eq!(run(&RULE, &lasting("2024-05-01T12:00:01Z", "2")).1, Outcome::Passed);
    }

    #[test]
    fn a_missing_time_is_no_pass() {
        let record = whole("1", "2").with(|record| record.parsed.measurements[1].time = None);
        let outcome = run(&RULE, &Scene::new().record(record).transaction(&[1]).build()).1;
        assert_eq!(outcome, Outcome::NotEvaluated(NotEvaluated::ValuesMissing));
    }
}
