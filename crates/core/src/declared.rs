//! Sessions of readings that sign no role: begin and end are what the container calls so.
//!
//! The container's word is needed only to choose two readings. That both are genuine, of one signer and in
//! which order stays a matter of what was signed; rules look at it as in any other session.

use std::collections::{BTreeMap, HashSet};

use eichrecht_model::{DeclaredRole, RecordEntry, RecordId};

use crate::assemble::{Signer, signer};

/// Readings that are declared alike: signer, transaction number, and the text that holds them both.
type Group<'a> = (Signer<'a>, Option<&'a str>, Option<&'a [u8]>);

/// The role a record gives itself beside the signed bytes, or else a container gives it, if no reading in it
/// has a signed one.
pub(crate) fn role(entry: &RecordEntry) -> Option<DeclaredRole> {
    let record = entry.content.as_ref().ok()?;
    let readings = &record.content().measurements;
    let unnamed = !readings.is_empty() && readings.iter().all(|reading| reading.reason.is_none());
    if unnamed { record.content().claimed_role.or(entry.source.declared.role()) } else { None }
}

/// The pairs of one begin and one end under the same number, in the order of the begins. Where a number has
/// more of either, nothing tells which belong together, and no pair is made.
pub(crate) fn pairs<'a>(entries: &[&'a RecordEntry]) -> Vec<(&'a RecordEntry, &'a RecordEntry)> {
    let mut groups: BTreeMap<Group<'a>, (Vec<&'a RecordEntry>, Vec<&'a RecordEntry>)> = BTreeMap::new();
    for entry in entries.iter().copied() {
        let (Some(role), Ok(record)) = (role(entry), &entry.content) else { continue };
        let number = entry.source.declared.transaction_id.as_deref().map(str::trim);
        let whole = entry.source.declared.part.map(|_| entry.source.bytes.as_slice());
        let group = groups.entry((signer(record), number, whole)).or_default();
        match role {
            DeclaredRole::Begin => group.0.push(entry),
            DeclaredRole::End => group.1.push(entry),
        }
    }
    let mut pairs: Vec<_> = groups
        .into_values()
        .filter_map(|(begins, ends)| match (begins.as_slice(), ends.as_slice()) {
            ([begin], [end]) => Some((*begin, *end)),
            _ => None,
        })
        .collect();
    pairs.sort_by_key(|(begin, _)| begin.id);
    pairs
}

/// Records that have found no place, each content once: begin in one file, end in another.
pub(crate) fn left_over<'a>(entries: &'a [RecordEntry], placed: &HashSet<RecordId>) -> Vec<&'a RecordEntry> {
    let content = |entry: &'a RecordEntry| (entry.source.bytes.as_slice(), entry.source.declared.part);
    let mut seen: HashSet<(&[u8], Option<usize>)> = entries.iter().filter(|entry| placed.contains(&entry.id)).map(content).collect();
    entries.iter().filter(|entry| !placed.contains(&entry.id) && seen.insert(content(entry))).collect()
}
