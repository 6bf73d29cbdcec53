//! LED001: in the count of a meter records are missing.

use eichrecht_model::Severity;

use crate::history::{Course, HistorySink, moment, move_words, page_of, time_of};
use crate::registry::{ocmf, only_in_a_history};
use crate::{Basis, Formats, HistoryRule, Rule, Status};

/// A signer counts its records without a hole. Numbers that no delivery ever held belong to records nobody has shown:
/// readings in between, or sessions of others. Numbers the same signer gave to records of another meter are not missing.
pub(crate) static RULE: HistoryRule = HistoryRule {
    rule: Rule {
        code: "LED001",
        name: "records-unseen",
        severity: Severity::Warn,
        basis: &[ocmf("field PG"), Basis::Own("a count without a hole is what shows that nothing was left out")],
        formats: Formats::All,
        status: Status::Stable { since: "0.1.0" },
        check: only_in_a_history,
    },
    judge,
};

fn judge(course: &Course<'_>, sink: &mut HistorySink) {
    for book in &course.books {
        for (at, before, after, step) in book.neighbours().filter(|(_, _, _, step)| step.unseen > 0) {
            let rise = book.moves.iter().find(|one| !one.falls && one.from <= at && at < one.to);
            let place = if step.in_session { "session" } else { "between" };
            let mut facts = vec![
                ("from", page_of(before)),
                ("to", page_of(after)),
                ("unseen", step.unseen.to_string()),
                ("place", place.to_owned()),
                ("since", moment(time_of(before))),
                ("until", moment(time_of(after))),
                ("moved", if rise.is_some() { "yes" } else { "no" }.to_owned()),
            ];
            facts.extend(rise.map(move_words).unwrap_or_default());
            sink.found([before, after], facts);
        }
    }
}
