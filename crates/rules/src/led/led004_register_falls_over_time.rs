//! LED004: a register shows less than before.

use eichrecht_model::Severity;

use crate::history::{Course, HistorySink, moment, move_words, page_of};
use crate::registry::only_in_a_history;
use crate::{Basis, Formats, HistoryRule, Rule, Status};

use super::overlap;

/// Registers that count on from session to session never fall. Sessions that overlap are told by LED007 instead. Values
/// that the meter itself declares unusable are left out.
pub(crate) static RULE: HistoryRule = HistoryRule {
    rule: Rule {
        code: "LED004",
        name: "register-falls-over-time",
        severity: Severity::Fail,
        basis: &[Basis::Law("MessEG", "§ 33 (1)"), Basis::Own("a register that counts up cannot show less than before")],
        formats: Formats::All,
        status: Status::Stable { since: "0.1.0" },
        check: only_in_a_history,
    },
    judge,
};

fn judge(course: &Course<'_>, sink: &mut HistorySink) {
    for book in &course.books {
        for one in book.moves.iter().filter(|one| one.falls && !overlap::explains(book, one)) {
            let (Some(before), Some(after)) = (book.records.get(one.from), book.records.get(one.to)) else { continue };
            let mut facts = vec![
                ("from", page_of(before)),
                ("to", page_of(after)),
                ("place", if one.from == one.to { "record" } else { "records" }.to_owned()),
                ("when", moment(one.after.time)),
            ];
            facts.extend(move_words(one));
            sink.found(if one.from == one.to { vec![*after] } else { vec![*before, *after] }, facts);
        }
    }
}
