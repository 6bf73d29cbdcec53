//! LED009: between two records the clock went on otherwise than the seconds the meter counted.

use eichrecht_model::{PastRecord, Severity};

use crate::history::{Course, HistorySink, moment, page_of, time_of};
use crate::registry::only_in_a_history;
use crate::{Basis, Formats, HistoryRule, Rule, Status};

/// The count of seconds goes on when the clock is set or lost, so it shows by how much the clock was changed. A minute and
/// one part in a thousand of the span are allowed. A clock that went back is told by LED008.
pub(crate) static RULE: HistoryRule = HistoryRule {
    rule: Rule {
        code: "LED009",
        name: "clock-jumps-against-seconds",
        severity: Severity::Warn,
        basis: &[Basis::Own("two signed measures of one span of time have to agree")],
        formats: Formats::All,
        status: Status::Stable { since: "0.1.0" },
        check: only_in_a_history,
    },
    judge,
};

/// Seconds that the setting of a clock may differ, and the part of the span on top.
const ORDINARY: i64 = 60;
const ORDINARY_PART: i64 = 1000;

fn judge(course: &Course<'_>, sink: &mut HistorySink) {
    for book in course.books.iter().filter(|book| book.is_counted()) {
        for (_, before, after, _) in book.neighbours() {
            let (Some(first), Some(last)) = (before.last_instant(), after.last_instant()) else { continue };
            let counted = seconds(before).zip(seconds(after)).map(|(before, after)| after - before).filter(|counted| *counted >= 0);
            let Some(counted) = counted else { continue };
            let clock = last.as_second() - first.as_second();
            if clock < -ORDINARY || clock.abs_diff(counted) <= (ORDINARY + counted / ORDINARY_PART).unsigned_abs() {
                continue;
            }
            let facts = vec![
                ("from", page_of(before)),
                ("to", page_of(after)),
                ("since", moment(time_of(before))),
                ("until", moment(time_of(after))),
                ("clock", clock.to_string()),
                ("counted", counted.to_string()),
                ("seconds", clock.abs_diff(counted).to_string()),
                ("direction", if clock > counted { "forward" } else { "back" }.to_owned()),
            ];
            sink.found([before, after], facts);
        }
    }
}

/// The count of seconds; what is beyond any life of a meter is none.
fn seconds(record: &PastRecord) -> Option<i64> {
    i64::try_from(record.seconds_index?).ok().filter(|seconds| *seconds < i64::MAX / 4)
}
