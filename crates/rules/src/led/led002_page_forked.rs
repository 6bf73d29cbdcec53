//! LED002: one number, several records with different content.

use eichrecht_model::{PastRecord, Severity};

use crate::history::{Course, HistorySink, page_of, shown};
use crate::registry::{ocmf, only_in_a_history};
use crate::{Basis, Formats, HistoryRule, Rule, Status};

/// All of them are validly signed with the same key. Which one is right nobody can tell, so none of them is used to judge
/// anything else.
pub(crate) static RULE: HistoryRule = HistoryRule {
    rule: Rule {
        code: "LED002",
        name: "page-forked",
        severity: Severity::Fail,
        basis: &[ocmf("field PG"), Basis::Own("a signer gives each number once")],
        formats: Formats::All,
        status: Status::Stable { since: "0.1.0" },
        check: only_in_a_history,
    },
    judge,
};

fn judge(course: &Course<'_>, sink: &mut HistorySink) {
    for fork in course.books.iter().flat_map(|book| &book.forks) {
        let Some(first) = fork.first() else { continue };
        let contents: Vec<String> = fork.iter().map(|record| content(record)).collect();
        let facts = vec![("pagination", page_of(first)), ("count", fork.len().to_string()), ("contents", contents.join("; "))];
        sink.found(fork.iter().copied(), facts);
    }
}

/// What a record says, in short: its readings, and the beginning of its hash to find it by.
fn content(record: &PastRecord) -> String {
    let values: Vec<String> = record.readings.iter().filter(|reading| reading.value.is_some()).take(4).map(shown).collect();
    format!("{} (#{})", values.join(", "), record.short_id())
}
