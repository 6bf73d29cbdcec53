//! LED014: another meter took the place of this one; there is no closing reading.

use eichrecht_model::Severity;

use crate::history::{Course, HistorySink, page_of};
use crate::registry::only_in_a_history;
use crate::{Basis, Formats, HistoryRule, Rule, Status};

use super::exchange;

/// As LED013, but the last thing the old meter signed belongs to a session.
pub(crate) static RULE: HistoryRule = HistoryRule {
    rule: Rule {
        code: "LED014",
        name: "meter-exchanged-unread",
        severity: Severity::Warn,
        basis: &[Basis::Own("without a closing reading nobody can tell what flowed behind the last session")],
        formats: Formats::All,
        status: Status::Stable { since: "0.1.0" },
        check: only_in_a_history,
    },
    judge,
};

fn judge(course: &Course<'_>, sink: &mut HistorySink) {
    if let Some(exchange) = exchange::of(course)
        && exchange.closing.is_none()
    {
        let mut facts = exchange.words();
        facts.push(("last", page_of(exchange.last)));
        sink.found([exchange.last], facts);
    }
}
