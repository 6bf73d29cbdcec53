//! LED010: the count of seconds of a meter fell.

use eichrecht_model::Severity;

use crate::history::{Course, HistorySink, Order, moment, page_of, time_of};
use crate::registry::only_in_a_history;
use crate::{Basis, Formats, HistoryRule, Rule, Status};

/// It begins anew only when the device was reset or another one took its place. Durations across it cannot be taken from
/// the count.
pub(crate) static RULE: HistoryRule = HistoryRule {
    rule: Rule {
        code: "LED010",
        name: "seconds-count-falls",
        severity: Severity::Warn,
        basis: &[Basis::Own("the count of seconds runs from the making of the device on and is never set back")],
        formats: Formats::All,
        status: Status::Stable { since: "0.1.0" },
        check: only_in_a_history,
    },
    judge,
};

fn judge(course: &Course<'_>, sink: &mut HistorySink) {
    for book in course.books.iter().filter(|book| book.order == Order::Pages) {
        for (_, before, after, _) in book.neighbours() {
            let (Some(earlier), Some(later)) = (before.seconds_index, after.seconds_index) else { continue };
            if later < earlier {
                let facts = vec![
                    ("from", page_of(before)),
                    ("to", page_of(after)),
                    ("previous", earlier.to_string()),
                    ("next", later.to_string()),
                    ("when", moment(time_of(after))),
                ];
                sink.found([before, after], facts);
            }
        }
    }
}
