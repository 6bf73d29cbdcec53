//! Which records of a book make up a session.
//!
//! Records that were delivered as one session are one, unless two deliveries contradict each other. What was delivered
//! apart is put together by what was signed: the number of the session, or an end right behind a begin. Nothing here
//! depends on the order of delivery.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use eichrecht_model::{Claim, DeclaredRole, Numbering, PastReading, PastRecord, PastRole};

use super::Order;

/// A charging session: positions of its records in the book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Session {
    /// The record of the begin.
    pub(crate) begin: usize,
    /// The record of the end; the same where one record holds both.
    pub(crate) end: usize,
}

/// Two records that were delivered as one session, while at least one of them belongs to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Contested {
    /// The session as delivered.
    pub(crate) pair: Session,
    /// Position of the session it contradicts.
    pub(crate) other: usize,
    /// Inputs it was delivered in.
    pub(crate) inputs: BTreeSet<String>,
}

/// What a record has of a session.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Whole,
    Begin,
    End,
    Other,
}

pub(crate) fn part(record: &PastRecord) -> Part {
    let begin = record.readings.iter().position(|reading| reading.role == PastRole::Begin);
    let end = record.readings.iter().rposition(|reading| reading.role == PastRole::End);
    match (begin, end) {
        (Some(begin), Some(end)) if begin < end => Part::Whole,
        (Some(_), None) => Part::Begin,
        (None, Some(_)) => Part::End,
        _ => Part::Other,
    }
}

pub(super) fn assemble(records: &[&PastRecord], order: Order) -> (Vec<Session>, Vec<Contested>) {
    let mut draft = Draft { free: vec![true; records.len()], sessions: Vec::new() };
    draft.whole(records);
    draft.retold(records);
    let contested = draft.delivered(records);
    draft.by_number(records, |record| record.session.clone().into_iter().map(|id| (Numbering::Unsaid, id)).collect());
    draft.by_number(records, numbers);
    if order != Order::Register {
        draft.neighbours(records);
    }
    finish(draft.sessions, contested)
}

/// Sorted, with the contested ones pointing at their new places.
fn finish(sessions: Vec<Session>, mut contested: Vec<Contested>) -> (Vec<Session>, Vec<Contested>) {
    let mut sorted = sessions.clone();
    sorted.sort_unstable();
    for one in &mut contested {
        let other = sessions.get(one.other);
        one.other = other.and_then(|session| sorted.binary_search(session).ok()).unwrap_or_default();
    }
    (sorted, contested)
}

/// The session of each record. An inner record belongs to the session around it, if there is one only.
pub(super) fn of_records(sessions: &[Session], count: usize) -> Vec<Option<usize>> {
    let mut of = vec![None; count];
    let mut reach = 0;
    for (number, session) in sessions.iter().enumerate() {
        // Of sessions inside one another only begin and end are told.
        let alone = session.begin >= reach;
        for at in session.begin..=session.end {
            if let Some(place) = of.get_mut(at)
                && (alone || at == session.begin || at == session.end)
            {
                *place = Some(number);
            }
            if !alone && at == session.begin {
                break;
            }
        }
        if let Some(place) = of.get_mut(session.end) {
            *place = Some(number);
        }
        reach = reach.max(session.end.saturating_add(1));
    }
    of
}

struct Draft {
    /// Records that belong to no session yet.
    free: Vec<bool>,
    sessions: Vec<Session>,
}

impl Draft {
    fn is_free(&self, at: usize) -> bool {
        self.free.get(at).copied().unwrap_or(false)
    }

    fn take(&mut self, session: Session) {
        for at in [session.begin, session.end] {
            if let Some(free) = self.free.get_mut(at) {
                *free = false;
            }
        }
        self.sessions.push(session);
    }

    /// Records that hold begin and end.
    fn whole(&mut self, records: &[&PastRecord]) {
        for (at, record) in records.iter().enumerate() {
            if !record.begin_retold && part(record) == Part::Whole {
                self.take(Session { begin: at, end: at });
            }
        }
    }

    /// Records that all tell the same begin, up to the one with the end.
    fn retold(&mut self, records: &[&PastRecord]) {
        let mut open: Option<(usize, usize)> = None;
        for (at, record) in records.iter().enumerate().filter(|(_, record)| record.begin_retold) {
            let same = open.is_some_and(|(begin, _)| records.get(begin).is_some_and(|first| begin_of(first) == begin_of(record)));
            let begin = match open {
                Some((begin, _)) if same => begin,
                _ => at,
            };
            open = Some((begin, at));
            if part(record) == Part::Whole {
                self.take(Session { begin, end: at });
                open = None;
            }
        }
    }

    /// Pairs that were delivered as sessions: the closest ones first, so that a session over others gives way to them.
    fn delivered(&mut self, records: &[&PastRecord]) -> Vec<Contested> {
        let places: HashMap<String, usize> = records.iter().enumerate().map(|(at, record)| (record.short_id(), at)).collect();
        let mut pairs: BTreeMap<(usize, usize), BTreeSet<String>> = BTreeMap::new();
        for claim in records.iter().flat_map(|record| &record.claims) {
            let Claim::Session { begin, end, input } = claim else { continue };
            let (Some(&begin), Some(&end)) = (places.get(begin), places.get(end)) else { continue };
            let retold = [begin, end].iter().any(|at| records.get(*at).is_some_and(|record| record.begin_retold));
            if begin != end && !retold {
                pairs.entry((begin, end)).or_default().insert(input.to_string());
            }
        }
        let mut pairs: Vec<_> = pairs.into_iter().collect();
        pairs.sort_by_key(|((begin, end), _)| (begin.abs_diff(*end), *begin, *end));
        let mut contested = Vec::new();
        let mut holder: HashMap<usize, usize> = HashMap::new();
        for (number, session) in self.sessions.iter().enumerate() {
            holder.insert(session.begin, number);
            holder.insert(session.end, number);
        }
        for ((begin, end), inputs) in pairs {
            // A pair the other way round is kept as such: its order is a matter of other rules.
            let pair = Session { begin: begin.min(end), end: begin.max(end) };
            match holder.get(&pair.begin).or_else(|| holder.get(&pair.end)).copied() {
                // Of readings without a signed role, an earlier state of the same session may have been delivered before.
                Some(other) if self.goes_on(records, pair, other) => {
                    holder.insert(pair.end, other);
                }
                Some(other) => contested.push(Contested { pair, other, inputs }),
                None => {
                    holder.insert(pair.begin, self.sessions.len());
                    holder.insert(pair.end, self.sessions.len());
                    self.take(pair);
                }
            }
        }
        contested
    }

    /// Whether a pair is another state of a session that is already known: both begin with the same record, neither signs
    /// an end, and they were delivered under the same number. The longer one counts.
    fn goes_on(&mut self, records: &[&PastRecord], pair: Session, other: usize) -> bool {
        let ends = |session: Session| records.get(session.end).filter(|record| part(record) == Part::Other);
        let Some(known) = self.sessions.get_mut(other).filter(|known| known.begin == pair.begin) else { return false };
        let (Some(mine), Some(theirs)) = (ends(pair), ends(*known)) else { return false };
        let theirs = numbers(theirs);
        if !numbers(mine).iter().any(|number| theirs.contains(number)) {
            return false;
        }
        known.end = known.end.max(pair.end);
        if let Some(free) = self.free.get_mut(pair.end) {
            *free = false;
        }
        true
    }

    /// One begin and one end that bear the same number.
    fn by_number(&mut self, records: &[&PastRecord], numbers: impl Fn(&PastRecord) -> Vec<(Numbering, String)>) {
        let mut groups: BTreeMap<(Numbering, String), [Vec<usize>; 2]> = BTreeMap::new();
        for (at, record) in records.iter().enumerate().filter(|(at, _)| self.is_free(*at)) {
            let side = match (part(record), declared_role(record)) {
                (Part::Begin, _) | (Part::Other, Some(DeclaredRole::Begin)) => 0,
                (Part::End, _) | (Part::Other, Some(DeclaredRole::End)) => 1,
                _ => continue,
            };
            for number in numbers(record) {
                if let Some(list) = groups.entry(number).or_default().get_mut(side) {
                    list.push(at);
                }
            }
        }
        for [begins, ends] in groups.into_values() {
            if let (&[begin], &[end]) = (begins.as_slice(), ends.as_slice())
                && begin < end
                && self.is_free(begin)
                && self.is_free(end)
            {
                self.take(Session { begin, end });
            }
        }
    }

    /// An end right behind a begin, with no begin or end between them.
    fn neighbours(&mut self, records: &[&PastRecord]) {
        let mut open = None;
        for (at, record) in records.iter().enumerate().filter(|(_, record)| !record.begin_retold) {
            match part(record) {
                Part::Other => {}
                Part::Begin if self.is_free(at) => open = Some(at),
                Part::End if self.is_free(at) => {
                    if let Some(begin) = open.take() {
                        self.take(Session { begin, end: at });
                    }
                }
                _ => open = None,
            }
        }
    }
}

/// The begin a record tells.
fn begin_of(record: &PastRecord) -> Option<impl PartialEq> {
    let of = |reading: &PastReading| (reading.time.map(|time| time.instant), reading.value, reading.unit.clone());
    record.readings.iter().find(|reading| reading.role == PastRole::Begin).map(of)
}

/// The numbers a record was delivered under.
fn numbers(record: &PastRecord) -> Vec<(Numbering, String)> {
    let number = |claim: &Claim| match claim {
        Claim::Number { numbering, id, .. } => Some((*numbering, id.clone())),
        Claim::Session { .. } => None,
    };
    let all: BTreeSet<(Numbering, String)> = record.claims.iter().filter_map(number).collect();
    all.into_iter().collect()
}

/// The role that containers give a record, if all that give one agree.
fn declared_role(record: &PastRecord) -> Option<DeclaredRole> {
    let mut roles = record.claims.iter().filter_map(|claim| match claim {
        Claim::Number { role, .. } => *role,
        Claim::Session { .. } => None,
    });
    let first = roles.next()?;
    roles.all(|role| role == first).then_some(first)
}
