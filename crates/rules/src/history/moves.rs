//! Where registers that count on from session to session fall, or rise outside any session.

use std::collections::BTreeMap;

use eichrecht_model::{Decimal, MeasuringPoint, ObisCode, PastReading, PastRole, RegisterKind};

use super::Book;

/// A register that moved as it should not, between two readings that follow one another.
pub(crate) struct Move<'a> {
    /// Position of the record before.
    pub(crate) from: usize,
    /// Position of the record behind; the same for a fall within one record.
    pub(crate) to: usize,
    pub(crate) falls: bool,
    pub(crate) before: &'a PastReading,
    pub(crate) after: &'a PastReading,
    /// Other registers that moved between the same records in the same direction.
    pub(crate) others: usize,
    rank: (u8, String),
}

/// A register on its way through the book.
struct Last<'a> {
    at: usize,
    reading: &'a PastReading,
    value: Decimal,
}

/// The moves in order, one for each pair of records and direction: of the register that matters most for a bill.
pub(super) fn moves<'a>(book: &Book<'a>) -> Vec<Move<'a>> {
    let mut last: BTreeMap<String, Last<'a>> = BTreeMap::new();
    let mut found: Vec<Move<'a>> = Vec::new();
    for (at, record) in book.records.iter().copied().enumerate() {
        for reading in book.own_readings(at, record).filter(|reading| reading.counts_on()) {
            let (Some(register), Some(value)) = (&reading.register, reading.watt_hours()) else { continue };
            let name = register.normalised();
            if let Some(before) = last.get(&name)
                && let Some(falls) = moved(before, reading, &value)
                && (falls || is_outside(book, (before.at, before.reading), (at, reading)))
            {
                let rank = (rank(register), name.clone());
                found.push(Move { from: before.at, to: at, falls, before: before.reading, after: reading, others: 0, rank });
            }
            last.insert(name, Last { at, reading, value });
        }
    }
    found.sort_by(|a, b| (a.from, a.to, a.falls, &a.rank).cmp(&(b.from, b.to, b.falls, &b.rank)));
    let mut merged: Vec<Move<'a>> = Vec::new();
    for one in found {
        match merged.last_mut() {
            Some(kept) if (kept.from, kept.to, kept.falls) == (one.from, one.to, one.falls) => kept.others += 1,
            _ => merged.push(one),
        }
    }
    merged
}

/// Whether the register fell (`true`) or rose by at least what the coarser of the two spellings can show.
fn moved(before: &Last<'_>, reading: &PastReading, value: &Decimal) -> Option<bool> {
    let difference = value.checked_sub(&before.value)?;
    let step = before.reading.resolution()?.max(reading.resolution()?);
    (difference.abs() >= step).then(|| difference.is_negative())
}

/// Whether no session went on anywhere between two readings. Across forks nothing can be told.
fn is_outside(book: &Book<'_>, (from, before): (usize, &PastReading), (to, after): (usize, &PastReading)) -> bool {
    let steps = book.steps.get(from..to).unwrap_or_default();
    // Of a session in one record only its very begin and end lie at its edges.
    let at_edge = |at: usize, reading: &PastReading, edge| !book.is_whole(at) || reading.role == edge;
    from < to
        && steps.iter().all(|step| !step.in_session && !step.fork)
        && at_edge(from, before, PastRole::End)
        && at_edge(to, after, PastRole::Begin)
}

/// What is paid for comes first.
fn rank(register: &ObisCode) -> u8 {
    match register.kind() {
        RegisterKind::Import(_, MeasuringPoint::Device) => 0,
        RegisterKind::Import(_, MeasuringPoint::Meter) => 1,
        RegisterKind::Import(_, MeasuringPoint::Mains) => 2,
        _ => 3,
    }
}
