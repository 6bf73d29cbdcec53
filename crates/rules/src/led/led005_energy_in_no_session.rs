//! LED005: between two records that follow one another directly a register rose outside any session.

use eichrecht_model::Severity;

use crate::history::{Book, Course, HistorySink, Move, Order, Part, moment, move_words, page_of, part};
use crate::registry::{ocmf, only_in_a_history};
use crate::{Basis, Formats, HistoryRule, Rule, Status};

/// The signer signed nothing between the two, so no session that is not shown can have the energy: it was billed to
/// nobody, or a session has no end.
pub(crate) static RULE: HistoryRule = HistoryRule {
    rule: Rule {
        code: "LED005",
        name: "energy-in-no-session",
        severity: Severity::Warn,
        basis: &[
            ocmf("fields PG and RV"),
            Basis::Own("energy that flows between sessions is paid by somebody, and should not appear in a later bill"),
        ],
        formats: Formats::All,
        status: Status::Stable { since: "0.1.0" },
        check: only_in_a_history,
    },
    judge,
};

fn judge(course: &Course<'_>, sink: &mut HistorySink) {
    for book in course.books.iter().filter(|book| book.order == Order::Pages) {
        for one in book.moves.iter().filter(|one| !one.falls && !with_gap(book, one)) {
            let (Some(before), Some(after)) = (book.records.get(one.from), book.records.get(one.to)) else { continue };
            let open = part(before) == Part::Begin;
            let mut facts = vec![
                ("from", page_of(before)),
                ("to", page_of(after)),
                ("open", if open { "yes" } else { "no" }.to_owned()),
                ("since", moment(one.before.time)),
                ("until", moment(one.after.time)),
            ];
            facts.extend(move_words(one));
            sink.found([*before, *after], facts);
        }
    }
}

/// Whether records are missing between the two: LED001 tells the energy then.
fn with_gap(book: &Book<'_>, one: &Move<'_>) -> bool {
    book.steps.get(one.from..one.to).unwrap_or_default().iter().any(|step| step.unseen > 0)
}
