//! The records of one counter in order.

use std::collections::BTreeMap;

use eichrecht_model::{History, Pagination, PaginationContext, PastReading, PastRecord, PastRole};
use jiff::Timestamp;

use super::moves::{self, Move};
use super::page_of;
use super::sessions::{self, Contested, Session};

/// What the order of a book rests on, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// The signed counter: nothing can lie between two numbers that follow one another.
    Pages,
    /// The signed seconds index.
    Index,
    /// The clock, which was set at every record.
    Clock,
    /// The register itself; that it falls can then not be seen.
    Register,
}

/// The records of one counter, or those of a format that counts none.
pub(crate) struct Book<'a> {
    /// The records in order. Without those of forked pages, of which nobody can tell which one is right.
    pub(crate) records: Vec<&'a PastRecord>,
    /// What the order rests on.
    pub(crate) order: Order,
    /// Pages with several contents.
    pub(crate) forks: Vec<Vec<&'a PastRecord>>,
    /// From each record to the next one; one shorter than `records`.
    pub(crate) steps: Vec<Step>,
    /// The sessions, by their first record.
    pub(crate) sessions: Vec<Session>,
    /// Sessions as they were delivered that contradict those.
    pub(crate) contested: Vec<Contested>,
    /// Registers that fell, or rose outside any session.
    pub(crate) moves: Vec<Move<'a>>,
    of_session: Vec<Option<usize>>,
}

/// From one record to the next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Step {
    /// Numbers between the two that nobody has seen.
    pub(crate) unseen: u64,
    /// Whether a forked page lies between: what happened there is not known.
    pub(crate) fork: bool,
    /// Whether a session goes on over the step.
    pub(crate) in_session: bool,
}

impl<'a> Book<'a> {
    /// The session of a record, by its position.
    pub(crate) fn session_of(&self, record: usize) -> Option<usize> {
        self.of_session.get(record).copied().flatten()
    }

    /// Whether a record is a session of its own.
    pub(crate) fn is_whole(&self, record: usize) -> bool {
        let session = self.session_of(record).and_then(|session| self.sessions.get(session));
        session.is_some_and(|session| session.begin == record && session.end == record)
    }

    /// The records of begin and end of a session; one where it holds both.
    pub(crate) fn ends_of(&self, session: Session) -> Vec<&'a PastRecord> {
        let mut places = vec![session.begin, session.end];
        places.dedup();
        places.into_iter().filter_map(|at| self.records.get(at).copied()).collect()
    }

    /// The numbers of a session, for texts: `T7` or `T7 … T9`.
    pub(crate) fn span_of(&self, session: Session) -> String {
        self.ends_of(session).into_iter().map(page_of).collect::<Vec<_>>().join(" … ")
    }

    /// Whether the order is that of the device: only then can its clock be held against it.
    pub(crate) fn is_counted(&self) -> bool {
        matches!(self.order, Order::Pages | Order::Index)
    }

    /// Pairs of neighbours with their positions.
    pub(crate) fn neighbours(&self) -> impl Iterator<Item = (usize, &'a PastRecord, &'a PastRecord, Step)> {
        let pairs = self.records.iter().zip(self.records.iter().skip(1)).zip(&self.steps);
        pairs.enumerate().map(|(at, ((a, b), step))| (at, *a, *b, *step))
    }

    /// The readings of a record that are its own: of a begin told again only the first telling counts.
    pub(crate) fn own_readings<'b>(&self, at: usize, record: &'b PastRecord) -> impl Iterator<Item = &'b PastReading> + use<'b> {
        let first = self.session_of(at).and_then(|session| self.sessions.get(session)).is_none_or(|session| session.begin == at);
        let told_again = record.begin_retold && !first;
        record.readings.iter().filter(move |reading| !(told_again && reading.role == PastRole::Begin))
    }
}

pub(super) fn books(history: &History) -> Vec<Book<'_>> {
    let mut groups: BTreeMap<(&str, Option<PaginationContext>), Vec<&PastRecord>> = BTreeMap::new();
    for record in &history.records {
        groups.entry((&record.format, record.pagination.map(|page| page.context))).or_default().push(record);
    }
    groups.into_iter().map(|((_, context), records)| book(context, records, &history.counted_elsewhere)).collect()
}

fn book<'a>(context: Option<PaginationContext>, mut records: Vec<&'a PastRecord>, elsewhere: &[Pagination]) -> Book<'a> {
    let (order, forks, steps);
    if let Some(context) = context {
        order = Order::Pages;
        records.sort_by_key(|record| (record.pagination, record.signed_sha256));
        let pages: Vec<u64> = records.iter().filter_map(|record| Some(record.pagination?.number)).collect();
        forks = take_forks(&mut records);
        steps = page_steps(&records, &pages, context, elsewhere);
    } else {
        order = sort_uncounted(&mut records);
        forks = Vec::new();
        steps = vec![Step::default(); records.len().saturating_sub(1)];
    }
    let (sessions, contested) = sessions::assemble(&records, order);
    let mut book = Book {
        of_session: sessions::of_records(&sessions, records.len()),
        records,
        order,
        forks,
        steps,
        sessions,
        contested,
        moves: Vec::new(),
    };
    mark_sessions(&mut book);
    book.moves = moves::moves(&book);
    book
}

/// Takes the pages with several contents out.
fn take_forks<'a>(records: &mut Vec<&'a PastRecord>) -> Vec<Vec<&'a PastRecord>> {
    let (mut single, mut forks) = (Vec::with_capacity(records.len()), Vec::new());
    for page in records.chunk_by(|a, b| a.pagination == b.pagination) {
        match page {
            [one] => single.push(*one),
            several => forks.push(several.to_vec()),
        }
    }
    *records = single;
    forks
}

fn page_steps(records: &[&PastRecord], pages: &[u64], context: PaginationContext, elsewhere: &[Pagination]) -> Vec<Step> {
    let number = |record: &PastRecord| record.pagination.map_or(0, |page| page.number);
    let between = |list: &[u64], low: u64, high: u64| {
        let from = list.partition_point(|page| *page <= low);
        let inside = list.get(from..list.partition_point(|page| *page < high)).unwrap_or_default();
        let mut distinct = inside.to_vec();
        distinct.dedup();
        u64::try_from(distinct.len()).unwrap_or(u64::MAX)
    };
    let elsewhere: Vec<u64> = elsewhere.iter().filter(|page| page.context == context).map(|page| page.number).collect();
    let step = |(a, b): (&&PastRecord, &&PastRecord)| {
        let (low, high) = (number(a), number(b));
        let missing = high.saturating_sub(low).saturating_sub(1);
        if missing == 0 {
            return Step::default();
        }
        let forked = between(pages, low, high);
        let seen = forked.saturating_add(between(&elsewhere, low, high));
        Step { unseen: missing.saturating_sub(seen), fork: forked > 0, in_session: false }
    };
    records.iter().zip(records.iter().skip(1)).map(step).collect()
}

/// Puts records without a counter in the best order there is.
fn sort_uncounted(records: &mut [&PastRecord]) -> Order {
    let role = |record: &PastRecord| record.readings.iter().all(|reading| reading.role != PastRole::End);
    // Where two have the same time the register tells, and then an end comes before a begin.
    let value = |record: &PastRecord| record.readings.iter().find_map(|reading| reading.counts_on().then(|| reading.watt_hours())?);
    let rest = |record: &PastRecord| (value(record), role(record), record.signed_sha256);
    if records.iter().all(|record| record.seconds_index.is_some()) {
        records.sort_by_cached_key(|record| (record.seconds_index, rest(record)));
        Order::Index
    } else if records.iter().all(|record| record.last_instant().is_some()) {
        records.sort_by_cached_key(|record| (record.last_instant().unwrap_or(Timestamp::MIN), rest(record)));
        Order::Clock
    } else {
        records.sort_by_cached_key(|record| rest(record));
        Order::Register
    }
}

/// Tells each step whether a session goes on over it.
fn mark_sessions(book: &mut Book<'_>) {
    let mut reach = 0;
    let mut sessions = book.sessions.iter().peekable();
    for (at, step) in book.steps.iter_mut().enumerate() {
        while let Some(session) = sessions.next_if(|session| session.begin <= at) {
            reach = reach.max(session.end);
        }
        step.in_session = reach > at;
    }
}
