//! TIM005: a duration that was counted from the begin is not counted any more at the end.

use eichrecht_model::{NotEvaluated, Severity, TimeSync};

use crate::facts::{complete, deciding_pairs};
use crate::registry::ocmf;
use crate::{Facts, Formats, Rule, Sink, Status};

/// Status `R` at the begin says that the duration is counted from here on. An end with another status comes from
/// another time base; the two do not belong to one count. Other programs refuse this as well.
pub(crate) static RULE: Rule = Rule {
    code: "TIM005",
    name: "relative-time-not-kept",
    severity: Severity::Fail,
    basis: &[ocmf("field TM")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for transaction in complete(facts, sink) {
        for pair in deciding_pairs(transaction, facts.assessment, sink) {
            let (Some(begin), Some(end)) = (&pair.begin.time, &pair.end.time) else {
                sink.not_evaluated(NotEvaluated::ValuesMissing);
                continue;
            };
            sink.looked();
            if begin.sync == TimeSync::Relative && end.sync != TimeSync::Relative {
                sink.transaction(transaction.id, vec![("end", end.raw.clone())]);
                break;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::Outcome;

    use super::*;
    use crate::testing::*;

    fn clocks(begin: TimeSync, end: TimeSync) -> eichrecht_model::Assessment {
        let record = whole("1", "2").with(|record| {
            record.parsed.measurements[0].time.as_mut().unwrap().sync = begin;
            record.parsed.measurements[1].time.as_mut().unwrap().sync = end;
        });
        Scene::new().record(record).transaction(&[1]).build()
    }

    #[test]
    fn begun_relative_and_ended_otherwise() {
        for end in [TimeSync::Unknown, TimeSync::Informative, TimeSync::Synchronised] {
            assert_eq!(findings(&RULE, &clocks(TimeSync::Relative, end)).len(), 1);
        }
    }

    #[test]
    fn relative_throughout_or_only_at_the_end_is_fine() {
        assert_eq!(run(&RULE, &clocks(TimeSync::Relative, TimeSync::Relative)).1, Outcome::Passed);
        assert_eq!(run(&RULE, &clocks(TimeSync::Informative, TimeSync::Relative)).1, Outcome::Passed);
    }

    #[test]
    fn a_missing_time_is_no_pass() {
        let record = whole("1", "2").with(|record| record.parsed.measurements[1].time = None);
        let outcome = run(&RULE, &Scene::new().record(record).transaction(&[1]).build()).1;
        assert_eq!(outcome, Outcome::NotEvaluated(NotEvaluated::ValuesMissing));
    }
}
