//! LED012: the software of meter or signing component changed.

use std::collections::HashSet;

use eichrecht_model::Severity;

use crate::history::{Course, HistorySink, Order, moment, page_of, time_of};
use crate::registry::only_in_a_history;
use crate::{Basis, Formats, HistoryRule, Rule, Status};

/// The records name its version. One finding for each change of a component, at the first record with the new version.
pub(crate) static RULE: HistoryRule = HistoryRule {
    rule: Rule {
        code: "LED012",
        name: "software-changed-over-time",
        severity: Severity::Info,
        basis: &[Basis::Law("MessEG", "§ 37"), Basis::Own("software that measures or signs may be changed in an approved way only")],
        formats: Formats::All,
        status: Status::Stable { since: "0.1.0" },
        check: only_in_a_history,
    },
    judge,
};

fn judge(course: &Course<'_>, sink: &mut HistorySink) {
    let mut told = HashSet::new();
    for book in course.books.iter().filter(|book| book.order != Order::Register) {
        for (_, before, after, _) in book.neighbours() {
            let (a, b) = (&before.software, &after.software);
            for (component, old, new) in
                [("meter", &a.meter, &b.meter), ("gateway", &a.gateway, &b.gateway), ("controller", &a.controller, &b.controller)]
            {
                let (Some(old), Some(new)) = (old, new) else { continue };
                // Several counters of one meter tell of the same change.
                if old == new || !told.insert((component, old, new)) {
                    continue;
                }
                let facts = vec![
                    ("component", component.to_owned()),
                    ("before", old.clone()),
                    ("after", new.clone()),
                    ("from", page_of(before)),
                    ("to", page_of(after)),
                    ("when", moment(time_of(after))),
                ];
                sink.found([before, after], facts);
            }
        }
    }
}
