//! Where sessions of one meter overlap.

use eichrecht_model::PastRecord;

use crate::history::{Book, Move, Order, Part, Session, part};

/// Records with a begin or end of their own between begin and end of a session, with that session: the first such
/// record of each session, so that many sessions inside one another are not told pair by pair.
pub(super) fn foreign(book: &Book<'_>) -> Vec<(usize, usize)> {
    let mut next_with_role = vec![None; book.records.len()];
    let mut next = None;
    for (at, record) in book.records.iter().enumerate().rev() {
        if let Some(place) = next_with_role.get_mut(at) {
            *place = next;
        }
        let is_bound = book.session_of(at).and_then(|number| book.sessions.get(number)).is_some_and(|own| own.begin == at || own.end == at);
        if is_bound || part(record) != Part::Other {
            next = Some(at);
        }
    }
    let inside = |(number, session): (usize, &Session)| {
        let mut candidate = next_with_role.get(session.begin).copied().flatten();
        // Records that tell the begin of this very session again are its own.
        while let Some(at) = candidate.filter(|at| *at < session.end && book.session_of(*at) == Some(number)) {
            candidate = next_with_role.get(at).copied().flatten();
        }
        let at = candidate.filter(|at| *at < session.end)?;
        really_inside(book, session, at).then_some((at, number))
    };
    book.sessions.iter().enumerate().filter_map(inside).collect()
}

/// Where the order is that of the clock or the register, two records of one moment have none.
fn really_inside(book: &Book<'_>, session: &Session, at: usize) -> bool {
    let time = |at: usize| book.records.get(at).and_then(|record| record.last_instant());
    match book.order {
        Order::Pages => true,
        Order::Index => {
            let index = |at: usize| book.records.get(at).and_then(|record| record.seconds_index);
            index(session.begin) < index(at) && index(at) < index(session.end)
        }
        Order::Clock => time(session.begin) < time(at) && time(at) < time(session.end),
        Order::Register => false,
    }
}

/// Whether a fall of the register is one between two sessions whose times overlap: they share energy then, and the
/// register need not have fallen. Without times at one of them it is taken as an overlap where nothing tells that the
/// earlier session had ended.
pub(super) fn explains(book: &Book<'_>, one: &Move<'_>) -> bool {
    let session = |at: usize| book.session_of(at).filter(|_| one.from != one.to);
    let (Some(earlier), Some(later)) = (session(one.from), session(one.to)) else { return false };
    let (Some(a), Some(b)) = (book.sessions.get(earlier), book.sessions.get(later)) else { return false };
    if earlier == later {
        return false;
    }
    let bound = |at: usize, of: fn(&PastRecord) -> Option<jiff::Timestamp>| book.records.get(at).and_then(|record| of(record));
    match (bound(a.end, PastRecord::last_instant), bound(b.begin, PastRecord::first_instant)) {
        (Some(end), Some(begin)) => begin < end,
        _ => book.order == Order::Register,
    }
}
