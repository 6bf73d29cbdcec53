//! TIM003: a session ends before it begins.

use eichrecht_model::{NotEvaluated, Severity};

use crate::facts::{complete, counted_seconds, deciding_pairs};
use crate::registry::ocmf;
use crate::{Facts, Formats, Rule, Sink, Status};

/// Instants are compared, not texts: a session over the change from summer to winter time may end at an earlier hour
/// by the clock on the wall. Where the instants themselves run backwards, begin and end do not belong together or the
/// clock was put back. Where the device counts seconds beside its clock and these ascend from record to record, the order
/// is certain and the clock alone is wrong: TIM012 tells.
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
            let order_is_counted = counted_seconds(&pair, facts.assessment).is_some_and(|seconds| seconds >= 0);
            let one_record = pair.begin_at.record == pair.end_at.record;
            if end.instant < begin.instant && (one_record || !order_is_counted) {
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
    fn seconds_counted_beside_the_clock_tell_the_order() {
        let of =
            |reason, value, index| one_reading(reason, value).with(|record: &mut TestRecord| record.parsed.seconds_index = Some(index));
        let lost = Some(meter_time("1970-01-01T00:00:18Z", TimeSync::Unknown));
        let scene = |index| {
            let end = of(eichrecht_model::ReadingReason::End, "2", index).with(|record| record.parsed.measurements[0].time = lost.clone());
            Scene::new().record(of(eichrecht_model::ReadingReason::Begin, "1", 100)).record(end).transaction(&[1, 2]).build()
        };
        assert_eq!(run(&RULE, &scene(3700)).1, Outcome::Passed);
        assert_eq!(findings(&RULE, &scene(99)).len(), 1);
    }

    #[test]
    fn a_missing_time_is_no_pass() {
        assert_eq!(run(&RULE, &ending(None)).1, Outcome::NotEvaluated(NotEvaluated::ValuesMissing));
    }
}
