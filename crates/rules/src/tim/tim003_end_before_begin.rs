//! TIM003: a session ends before it begins.

use eichrecht_model::{NotEvaluated, Severity};

use crate::facts::{complete, deciding_pairs};
use crate::registry::ocmf;
use crate::{Facts, Formats, Rule, Sink, Status};

/// Instants are compared, not texts: a session over the change from summer to winter time may end at an earlier hour
/// by the clock on the wall. Where the instants themselves run backwards, begin and end do not belong together or the
/// clock was put back.
pub(crate) static RULE: Rule = Rule {
    code: "TIM003",
    name: "end-before-begin",
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
            if end.instant < begin.instant {
                sink.transaction(transaction.id, vec![("begin", begin.raw.clone()), ("end", end.raw.clone())]);
                break;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{Outcome, TimeSync};

    use super::*;
    use crate::testing::*;

    fn ending(end: Option<&str>) -> eichrecht_model::Assessment {
        let end = end.map(|end| meter_time(end, TimeSync::Synchronised));
        let record = whole("1", "2").with(|record| record.parsed.measurements[1].time = end);
        Scene::new().record(record).transaction(&[1]).build()
    }

    #[test]
    fn a_millisecond_is_enough() {
        let found = findings(&RULE, &ending(Some("2024-05-01T11:59:59.999Z")));
        assert_eq!((found.len(), fact(&found[0], "end")), (1, "2024-05-01T11:59:59.999Z"));
    }

    #[test]
    fn quiet_on_the_same_instant() {
        assert_eq!(run(&RULE, &ending(Some("2024-05-01T12:00:00Z"))).1, Outcome::Passed);
    }

    #[test]
    fn a_missing_time_is_no_pass() {
        assert_eq!(run(&RULE, &ending(None)).1, Outcome::NotEvaluated(NotEvaluated::ValuesMissing));
    }
}
