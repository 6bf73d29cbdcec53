//! TIM012: the clock and the seconds the device counted disagree about the duration.

use eichrecht_model::{NotEvaluated, Severity};

use crate::facts::{complete, counted_seconds, deciding_pairs};
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// Seconds the two may differ, and the part of the duration on top: an hour of a clock that is one second in a thousand
/// off, and some for the moment of reading.
const TOLERATED: i64 = 3;
const TOLERATED_PART: i64 = 1000;

/// Some devices sign seconds they count beside the clock: an index that goes on when the clock is lost, or the duration
/// itself. The count is the better witness for the duration; where the clock says otherwise it was set or lost.
pub(crate) static RULE: Rule = Rule {
    code: "TIM012",
    name: "clock-against-count",
    severity: Severity::Warn,
    basis: &[Basis::Own("two signed measures of one duration have to agree")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for transaction in complete(facts, sink) {
        for pair in deciding_pairs(transaction, facts.assessment, sink) {
            let Some(counted) = counted_seconds(&pair, facts.assessment) else { continue };
            let Some(clock) = pair.seconds() else {
                sink.not_evaluated(NotEvaluated::ValuesMissing);
                continue;
            };
            sink.looked();
            let problem = if counted < 0 {
                "falls"
            } else if clock.abs_diff(counted) > (TOLERATED + counted / TOLERATED_PART).unsigned_abs() {
                "differs"
            } else {
                continue;
            };
            let facts = [("problem", problem.to_owned()), ("clock", clock.to_string()), ("counted", counted.to_string())];
            sink.transaction(transaction.id, facts.to_vec());
            break;
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{Outcome, ReadingReason};

    use super::*;
    use crate::testing::*;

    /// An hour by the clock.
    fn indexed(begin: u64, end: u64) -> eichrecht_model::Assessment {
        let of = |reason, value, index| one_reading(reason, value).with(|record| record.parsed.seconds_index = Some(index));
        Scene::new().record(of(ReadingReason::Begin, "1", begin)).record(of(ReadingReason::End, "2", end)).transaction(&[1, 2]).build()
    }

    fn counted(seconds: Option<u64>) -> eichrecht_model::Assessment {
        Scene::new().record(whole("1", "2").with(|record| record.parsed.counted_seconds = seconds)).transaction(&[1]).build()
    }

    #[test]
    fn the_index_says_otherwise() {
        let found = findings(&RULE, &indexed(1000, 4607));
        assert_eq!((found.len(), fact(&found[0], "problem"), fact(&found[0], "counted")), (1, "differs", "3607"));
        assert_eq!(fact(&findings(&RULE, &indexed(4600, 1000))[0], "problem"), "falls");
    }

    #[test]
    fn the_duration_says_otherwise() {
        assert_eq!(fact(&findings(&RULE, &counted(Some(137)))[0], "clock"), "3600");
    }

    #[test]
    fn a_few_seconds_are_nothing() {
        assert_eq!(run(&RULE, &indexed(1000, 4606)).1, Outcome::Passed);
        assert_eq!(run(&RULE, &indexed(1000, 4594)).1, Outcome::Passed);
        assert_eq!(run(&RULE, &counted(Some(3600))).1, Outcome::Passed);
    }

    #[test]
    fn without_a_count_there_is_nothing_to_look_at() {
        assert_eq!(run(&RULE, &counted(None)).1, Outcome::NotApplicable);
    }
}
