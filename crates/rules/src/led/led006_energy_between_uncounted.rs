//! LED006: between two sessions of a meter that counts no records a register rose.

use eichrecht_model::Severity;

use crate::history::{Course, HistorySink, Order, moment, move_words, page_of};
use crate::registry::only_in_a_history;
use crate::{Basis, Formats, HistoryRule, Rule, Status};

/// Formats without pagination cannot show whether a session lies between the two. That energy flowed is certain, who paid
/// for it is not.
pub(crate) static RULE: HistoryRule = HistoryRule {
    rule: Rule {
        code: "LED006",
        name: "energy-between-uncounted",
        severity: Severity::Warn,
        basis: &[Basis::Own("without a count of records nobody can tell whether a session is missing or nobody was billed")],
        formats: Formats::All,
        status: Status::Stable { since: "0.1.0" },
        check: only_in_a_history,
    },
    judge,
};

fn judge(course: &Course<'_>, sink: &mut HistorySink) {
    for book in course.books.iter().filter(|book| book.order != Order::Pages) {
        for one in book.moves.iter().filter(|one| !one.falls) {
            let (Some(before), Some(after)) = (book.records.get(one.from), book.records.get(one.to)) else { continue };
            let mut facts = vec![
                ("from", page_of(before)),
                ("to", page_of(after)),
                ("since", moment(one.before.time)),
                ("until", moment(one.after.time)),
            ];
            facts.extend(move_words(one));
            sink.found([*before, *after], facts);
        }
    }
}
