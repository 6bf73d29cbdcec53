//! From when to when a meter signed.

use eichrecht_model::{History, PastRecord};
use jiff::Timestamp;

/// The record with the latest time, and the earliest and latest time, by a clock that was set.
pub(super) fn span(history: &History) -> Option<(&PastRecord, Timestamp, Timestamp)> {
    let dated = || history.records.iter().filter_map(|record| Some((record.last_instant()?, record)));
    let (last, own) = dated().max_by_key(|(at, record)| (*at, record.pagination, record.signed_sha256))?;
    let first = history.records.iter().filter_map(PastRecord::first_instant).min()?;
    Some((own, first, last))
}
