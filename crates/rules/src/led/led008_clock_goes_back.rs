//! LED008: the clock of a meter went back between two records.

use std::collections::HashSet;

use eichrecht_model::{PastRecord, PastTime, Severity};

use crate::history::{Course, HistorySink, moment, page_of, time_of};
use crate::registry::{ocmf, only_in_a_history};
use crate::{Basis, Formats, HistoryRule, Rule, Status};

use super::overlap;

/// The order comes from the count of the records or of the seconds, which no clock can change. Less than a minute is the
/// ordinary setting of a clock. Clocks that were never set are left out, and so are sessions that overlap.
pub(crate) static RULE: HistoryRule = HistoryRule {
    rule: Rule {
        code: "LED008",
        name: "clock-goes-back",
        severity: Severity::Warn,
        basis: &[ocmf("field TM"), Basis::Own("the count of the records shows which came first")],
        formats: Formats::All,
        status: Status::Stable { since: "0.1.0" },
        check: only_in_a_history,
    },
    judge,
};

/// Seconds a clock may be set back by without being mentioned.
const ORDINARY: i64 = 60;

fn judge(course: &Course<'_>, sink: &mut HistorySink) {
    for book in course.books.iter().filter(|book| book.is_counted()) {
        let overlapping: HashSet<usize> =
            book.moves.iter().filter(|one| one.falls && overlap::explains(book, one)).map(|one| one.to).collect();
        for (at, before, after, _) in book.neighbours() {
            let (Some(last), Some(first)) = (before.last_instant(), after.first_instant()) else { continue };
            let back = last.as_second() - first.as_second();
            if back <= ORDINARY || overlapping.contains(&(at + 1)) {
                continue;
            }
            let facts = vec![
                ("from", page_of(before)),
                ("to", page_of(after)),
                ("since", moment(time_of(before))),
                ("until", moment(first_of(after))),
                ("seconds", back.to_string()),
            ];
            sink.found([before, after], facts);
        }
    }
}

/// The earliest time a record tells.
fn first_of(record: &PastRecord) -> Option<PastTime> {
    record.readings.iter().filter_map(|reading| reading.time).min_by_key(|time| time.instant)
}
