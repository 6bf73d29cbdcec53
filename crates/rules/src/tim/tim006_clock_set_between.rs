//! TIM006: the clock was set between begin and end.

use eichrecht_model::{MeasurementRef, NotEvaluated, Severity, TimeSync};

use crate::facts::{complete, deciding_pairs};
use crate::registry::ocmf;
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// One side was taken by a clock that was never set, the other by one that was, or the meter counted that its clock was
/// set in between. The two times come from different scales, and their difference means nothing.
pub(crate) static RULE: Rule = Rule {
    code: "TIM006",
    name: "clock-set-between",
    severity: Severity::Warn,
    basis: &[ocmf("field TM"), Basis::Own("a difference of times needs one clock")],
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
            let told = |unset: &str| vec![("unset", unset.to_owned()), ("begin", begin.raw.clone()), ("end", end.raw.clone())];
            let sets = |at: MeasurementRef| facts.assessment.record(at.record)?.content.as_ref().ok()?.content().clock_sets;
            if sets(pair.begin_at).zip(sets(pair.end_at)).is_some_and(|(begin, end)| begin != end) {
                sink.transaction(transaction.id, told("neither"));
                break;
            }
            let was_set = |sync| matches!(sync, TimeSync::Informative | TimeSync::Synchronised);
            let unset_begin = begin.sync == TimeSync::Unknown && was_set(end.sync);
            let unset_end = end.sync == TimeSync::Unknown && was_set(begin.sync);
            if unset_begin || unset_end {
                sink.transaction(transaction.id, told(if unset_begin { "begin" } else { "end" }));
                break;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{Outcome, ReadingReason};

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
    fn set_or_lost_on_the_way() {
        assert_eq!(fact(&findings(&RULE, &clocks(TimeSync::Unknown, TimeSync::Synchronised))[0], "unset"), "begin");
        assert_eq!(fact(&findings(&RULE, &clocks(TimeSync::Informative, TimeSync::Unknown))[0], "unset"), "end");
    }

    #[test]
    fn the_meter_counted_that_it_was_set() {
        let of = |reason, value, sets| one_reading(reason, value).with(|record| record.parsed.clock_sets = sets);
        let counted = |begin, end| {
            let records = [of(ReadingReason::Begin, "1", begin), of(ReadingReason::End, "2", end)];
            records.into_iter().fold(Scene::new(), Scene::record).transaction(&[1, 2]).build()
        };
        assert_eq!(fact(&findings(&RULE, &counted(Some(110), Some(111)))[0], "unset"), "neither");
        for (begin, end) in [(Some(110), Some(110)), (None, Some(1)), (Some(1), None)] {
            assert_eq!(run(&RULE, &counted(begin, end)).1, Outcome::Passed);
        }
    }

    #[test]
    fn quiet_on_one_scale() {
        assert_eq!(run(&RULE, &clocks(TimeSync::Unknown, TimeSync::Unknown)).1, Outcome::Passed);
        assert_eq!(run(&RULE, &clocks(TimeSync::Informative, TimeSync::Synchronised)).1, Outcome::Passed);
    }

    #[test]
    fn a_clock_never_set_may_still_count_the_duration() {
        assert_eq!(run(&RULE, &clocks(TimeSync::Unknown, TimeSync::Relative)).1, Outcome::Passed);
    }
}
