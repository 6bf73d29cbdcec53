//! What rules see of the history of a meter: its records in the order the meter counted them, and its sessions.

mod book;
mod moves;
mod sessions;
mod sink;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod words;

pub(crate) use book::{Book, Order};
pub(crate) use moves::Move;
pub(crate) use sessions::{Contested, Part, Session, part};
pub use sink::HistorySink;
pub(crate) use words::{moment, move_words, page_of, short_key, shown, time_of};

use eichrecht_model::{History, HistoryFinding};

/// The history of one meter, ready to be judged.
pub struct Course<'a> {
    pub(crate) history: &'a History,
    /// The records of each counter, or of each format that counts none.
    pub(crate) books: Vec<Book<'a>>,
}

impl<'a> Course<'a> {
    /// Puts a history in order. The order of its records does not matter.
    #[must_use]
    pub fn new(history: &'a History) -> Self {
        Self { history, books: book::books(history) }
    }

    /// How many charging sessions the records make up.
    #[must_use]
    pub fn session_count(&self) -> usize {
        self.books.iter().map(|book| book.sessions.len()).sum()
    }

    /// The records with their sessions, counted from 1, in the order of the meter; forked pages come last.
    #[must_use]
    pub fn listing(&self) -> Vec<(&'a eichrecht_model::PastRecord, Option<usize>)> {
        let mut first = 1;
        let mut all = Vec::new();
        for book in &self.books {
            all.extend(book.records.iter().enumerate().map(|(at, record)| (*record, book.session_of(at).map(|session| session + first))));
            all.extend(book.forks.iter().flatten().map(|record| (*record, None)));
            first += book.sessions.len();
        }
        all
    }
}

/// Runs every rule that looks at histories. Findings come in the order of the records they are about.
#[must_use]
pub fn judge_history(history: &History) -> Vec<HistoryFinding> {
    let course = Course::new(history);
    let mut findings = Vec::new();
    for rule in crate::led::RULES {
        let mut sink = HistorySink::new(&rule.rule);
        (rule.judge)(&course, &mut sink);
        findings.append(&mut sink.finish());
    }
    findings.sort_by(|a, b| key(a).cmp(&key(b)));
    findings
}

/// By number, by time, and at last by what was signed, so that the order never depends on that of delivery.
fn key(finding: &HistoryFinding) -> impl Ord + use<'_> {
    let first = finding.records.first();
    let time = first.and_then(|record| record.time).map(|time| time.instant);
    (first.and_then(|record| record.pagination), time, finding.code, first.map(|record| record.signed_sha256), &finding.facts)
}
