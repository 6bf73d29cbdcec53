//! LED003: a record was delivered as part of two different sessions.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use eichrecht_model::{Claim, Numbering, PastRecord, Severity};

use crate::history::{Book, Contested, Course, HistorySink, Session};
use crate::registry::only_in_a_history;
use crate::{Basis, Formats, HistoryRule, Rule, Status};

/// The same record twice is no fault: deliveries are repeated. But one that stands under two numbers of one kind, or that
/// is the begin or end of two different pairs, was put to use twice. Records repeated in a credit note are left out.
pub(crate) static RULE: HistoryRule = HistoryRule {
    rule: Rule {
        code: "LED003",
        name: "record-in-two-sessions",
        severity: Severity::Fail,
        basis: &[Basis::Law("MessEG", "§ 33 (1)"), Basis::Own("energy that was measured once may be billed once")],
        formats: Formats::All,
        status: Status::Stable { since: "0.1.0" },
        check: only_in_a_history,
    },
    judge,
};

fn judge(course: &Course<'_>, sink: &mut HistorySink) {
    for book in &course.books {
        for one in &book.contested {
            contested(book, one, sink);
        }
        numbered(book, sink);
    }
}

/// Two pairs that share a record.
fn contested(book: &Book<'_>, one: &Contested, sink: &mut HistorySink) {
    let record = |at: usize| book.records.get(at).copied();
    let (Some(begin), Some(end)) = (record(one.pair.begin), record(one.pair.end)) else { return };
    let other = book.sessions.get(one.other).copied().unwrap_or(one.pair);
    let facts = vec![
        ("problem", "pair".to_owned()),
        ("records", book.span_of(one.pair)),
        ("other", book.span_of(other)),
        ("inputs", joined(&one.inputs)),
    ];
    sink.found([begin, end], facts);
}

/// Records under several numbers of one kind: one finding for each session, or for a record that belongs to none.
fn numbered(book: &Book<'_>, sink: &mut HistorySink) {
    let mut done = HashSet::new();
    for (at, record) in book.records.iter().copied().enumerate() {
        let Some((numbering, ids, inputs)) = numbers(record).into_iter().find(|(_, ids, _)| ids.len() > 1) else { continue };
        let session = book.session_of(at);
        if session.is_some_and(|session| !done.insert(session)) {
            continue;
        }
        let span = session.and_then(|session| book.sessions.get(session)).copied().unwrap_or(Session { begin: at, end: at });
        let facts = vec![
            ("problem", "number".to_owned()),
            ("records", book.span_of(span)),
            ("numbering", numbering.as_str().to_owned()),
            ("numbers", joined(&ids)),
            ("inputs", joined(&inputs)),
        ];
        sink.found(book.ends_of(span), facts);
    }
}

/// The numbers of a record by kind, with the inputs they stood in.
fn numbers(record: &PastRecord) -> Vec<(Numbering, BTreeSet<String>, BTreeSet<String>)> {
    let mut kinds: BTreeMap<Numbering, (BTreeSet<String>, BTreeSet<String>)> = BTreeMap::new();
    for claim in &record.claims {
        if let Claim::Number { numbering, id, input, .. } = claim
            && *numbering != Numbering::CreditNote
        {
            let (ids, inputs) = kinds.entry(*numbering).or_default();
            ids.insert(id.clone());
            inputs.insert(input.to_string());
        }
    }
    kinds.into_iter().map(|(numbering, (ids, inputs))| (numbering, ids, inputs)).collect()
}

/// A few of them, for a text.
fn joined(texts: &BTreeSet<String>) -> String {
    const SHOWN: usize = 5;
    let mut list: Vec<&str> = texts.iter().take(SHOWN).map(String::as_str).collect();
    if texts.len() > SHOWN {
        list.push("…");
    }
    list.join(", ")
}
