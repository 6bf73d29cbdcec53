//! Exchange of a meter.

use std::collections::HashSet;

use eichrecht_model::{KeyedMeter, PastRecord, PastRole, Relative};

use super::span::span;
use crate::history::{Course, moment, time_of};

/// A meter that signs no more, and the one in its place.
pub(super) struct Exchange<'a> {
    pub(super) successor: &'a KeyedMeter,
    /// The latest record of the old meter.
    pub(super) last: &'a PastRecord,
    /// A reading outside sessions, behind the last session.
    pub(super) closing: Option<&'a PastRecord>,
    old: &'a KeyedMeter,
}

/// The exchange of the meter, if there was one. Two meters that sign at the same time are two meters and no exchange.
pub(super) fn of<'a>(course: &Course<'a>) -> Option<Exchange<'a>> {
    let history = course.history;
    let meter = &history.meter;
    let (last, _, ended) = span(history)?;
    let other_device =
        |relative: &&Relative| meter.serial.is_some() && relative.meter.serial.is_some() && !relative.meter.same_device(meter);
    let in_its_place = |relative: &&Relative| relative.same_charge_point || relative.meter.same_signer(meter);
    let behind = |relative: &&Relative| relative.first.is_some_and(|first| first > ended);
    let all = history.relatives.iter().filter(other_device).filter(in_its_place).filter(behind);
    let next = all.min_by_key(|relative| (relative.first, &relative.meter))?;
    let is_closing = |record: &PastRecord| {
        record.readings.iter().any(|reading| reading.counts_on() && reading.watt_hours().is_some())
            && record.readings.iter().all(|reading| reading.role == PastRole::None)
    };
    let sessions = course.books.iter().flat_map(|book| {
        let ends = book.sessions.iter().flat_map(|session| [session.begin, session.end]);
        let with_role = book.records.iter().enumerate().filter(|(_, record)| !is_closing(record)).map(|(at, _)| at);
        ends.chain(with_role).filter_map(|at| book.records.get(at)).filter_map(|record| record.last_instant())
    });
    let last_session = sessions.max();
    let in_session: HashSet<[u8; 32]> = course
        .books
        .iter()
        .flat_map(|book| book.records.iter().enumerate().filter(|(at, _)| book.session_of(*at).is_some()))
        .map(|(_, record)| record.signed_sha256)
        .collect();
    let closing = history.records.iter().filter(|record| is_closing(record)).filter(|record| record.last_instant() >= last_session);
    let closing = closing
        .filter(|record| !in_session.contains(&record.signed_sha256))
        .max_by_key(|record| (record.last_instant(), record.signed_sha256));
    Some(Exchange { successor: &next.meter, last, closing, old: meter })
}

impl Exchange<'_> {
    /// Facts for texts.
    pub(super) fn words(&self) -> Vec<(&'static str, String)> {
        vec![
            ("old", self.old.serial.clone().unwrap_or_default()),
            ("new", self.successor.serial.clone().unwrap_or_default()),
            ("when", moment(time_of(self.last))),
        ]
    }
}
