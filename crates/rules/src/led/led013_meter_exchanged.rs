//! LED013: another meter took the place of this one; a closing reading is there.

use eichrecht_model::Severity;

use crate::history::{Course, HistorySink, page_of, shown};
use crate::registry::only_in_a_history;
use crate::{Basis, Formats, HistoryRule, Rule, Status};

use super::exchange;

/// From some time on the same charging point, or the same signing component, speaks of another meter, and this one signs
/// no more. A closing reading is a signed reading outside sessions, behind the last session.
pub(crate) static RULE: HistoryRule = HistoryRule {
    rule: Rule {
        code: "LED013",
        name: "meter-exchanged",
        severity: Severity::Info,
        basis: &[Basis::Own("where a meter was exchanged its last reading closes the account of the old one")],
        formats: Formats::All,
        status: Status::Stable { since: "0.1.0" },
        check: only_in_a_history,
    },
    judge,
};

fn judge(course: &Course<'_>, sink: &mut HistorySink) {
    if let Some(exchange) = exchange::of(course)
        && let Some(closing) = exchange.closing
    {
        let mut facts = exchange.words();
        facts.push(("closing", page_of(closing)));
        facts.push(("value", closing.readings.iter().find(|reading| reading.counts_on()).map(shown).unwrap_or_default()));
        sink.found([closing], facts);
    }
}
