//! LED007: two sessions of one meter overlap.

use std::collections::HashSet;

use eichrecht_model::Severity;

use crate::history::{Book, Course, HistorySink, Move, moment, move_words, page_of, time_of};
use crate::registry::only_in_a_history;
use crate::{Basis, Formats, HistoryRule, Rule, Status};

use super::overlap;

/// Between begin and end of a session the meter signed begin or end of another one, or two sessions whose times overlap
/// share a part of the register.
pub(crate) static RULE: HistoryRule = HistoryRule {
    rule: Rule {
        code: "LED007",
        name: "sessions-overlap",
        severity: Severity::Fail,
        basis: &[Basis::Own("a meter measures one session at a time: energy that lies in two sessions is billed twice")],
        formats: Formats::All,
        status: Status::Stable { since: "0.1.0" },
        check: only_in_a_history,
    },
    judge,
};

fn judge(course: &Course<'_>, sink: &mut HistorySink) {
    for book in &course.books {
        let mut told = HashSet::new();
        for (inside, outer) in overlap::foreign(book) {
            let other = book.session_of(inside);
            let pair = (outer, other.unwrap_or(usize::MAX), if other.is_none() { inside } else { 0 });
            let mirrored = (pair.1, pair.0, 0);
            if told.contains(&mirrored) || !told.insert(pair) {
                continue;
            }
            report(book, outer, inside, None, sink);
        }
        for one in book.moves.iter().filter(|one| one.falls && overlap::explains(book, one)) {
            if let Some(outer) = book.session_of(one.from) {
                report(book, outer, one.to, Some(one), sink);
            }
        }
    }
}

fn report(book: &Book<'_>, outer: usize, inside: usize, shared: Option<&Move<'_>>, sink: &mut HistorySink) {
    let Some(session) = book.sessions.get(outer).copied() else { return };
    let ends = book.ends_of(session);
    let (Some(begin), Some(end), Some(foreign)) = (ends.first(), ends.last(), book.records.get(inside)) else { return };
    let other = book.session_of(inside).and_then(|session| book.sessions.get(session)).copied();
    let mut facts = vec![
        ("session", book.span_of(session)),
        ("since", moment(begin.readings.iter().find_map(|reading| reading.time))),
        ("until", moment(time_of(end))),
        ("kind", if other.is_some() { "session" } else { "record" }.to_owned()),
        ("other", other.map_or_else(|| page_of(foreign), |other| book.span_of(other))),
        ("shared", if shared.is_some() { "yes" } else { "no" }.to_owned()),
    ];
    facts.extend(shared.map(move_words).unwrap_or_default());
    let mut records = ends.clone();
    records.push(foreign);
    sink.found(records, facts);
}
