//! One target for each signed format: the bytes are one record, or a text with records in it.

use eichrecht_model::{Detection, Format, Limits};

use super::seeds::{Vectors, packed_signature, unpack_signature};
use super::{Target, pipeline};
use crate::frame;
use crate::generate::archive::{self, Member};
use crate::generate::formats::edl40;

pub(super) fn targets() -> Vec<Target> {
    eichrecht::formats().iter().map(|format| target(*format)).collect()
}

fn target(format: &'static dyn Format) -> Target {
    let id = format.info().id;
    let seeds = move |vectors: &Vectors| {
        let records =
            vectors.records.iter().filter(|entry| entry.format == Some(id) || format.detect(&entry.source.bytes) == Detection::Yes);
        records.map(|entry| packed_signature(entry.source.declared.detached_signature.as_deref(), &entry.source.bytes)).collect()
    };
    Target::new(id.as_str(), move |bytes| run(format, bytes), seeds)
}

fn alone(format: &dyn Format, bytes: &[u8]) {
    frame::any_bytes(format, &frame::record(bytes));
    pipeline::verify(bytes);
}

/// A telegram of SML with all its checksums made right, so that a change in it is not stopped by them.
fn with_right_checksums(telegram: &[u8]) -> Option<Vec<u8>> {
    let payload = telegram.strip_prefix(&[0x1B, 0x1B, 0x1B, 0x1B, 1, 1, 1, 1])?;
    let fill = payload.len().checked_sub(3).map(|at| usize::from(payload[at] & 3))?;
    let mut payload = payload.get(..payload.len().checked_sub(8 + fill)?)?.to_vec();
    let mut start = 0;
    for at in 0..payload.len().saturating_sub(3) {
        // The last field of a message: a number of two bytes, and the mark of the end behind it.
        if at > start && payload[at] == 0x63 && payload[at + 3] == 0 {
            let right = edl40::crc(&payload[start..at]).to_le_bytes();
            payload[at + 1..at + 3].copy_from_slice(&right);
            start = at + 4;
        }
    }
    Some(edl40::frame(&payload)).filter(|repaired| repaired != telegram)
}

/// The first byte says how long a signature stands before the record; most formats carry their own, and have none. Before
/// a seal stands what its key might make of it.
fn run(format: &dyn Format, bytes: &[u8]) {
    let (signature, bytes) = unpack_signature(bytes);
    if let (Some(seal), Some(opened)) = (format.seal(), signature)
        && let Ok(content) = seal.content(bytes, opened, &Limits::default())
    {
        assert!(content.len() <= Limits::default().record_bytes, "the limit holds");
    }
    let Some(signature) = signature else {
        alone(format, bytes);
        with_right_checksums(bytes).iter().for_each(|repaired| alone(format, repaired));
        return;
    };
    frame::any_bytes(format, &frame::signed_apart(bytes, signature));
    let claimed = eichrecht::formats().iter().any(|format| format.detect(bytes) == Detection::Yes);
    let result = pipeline::verify(&archive::tar(&[Member::new("session", bytes), Member::new("session.sign", signature)]));
    assert!(!claimed || result.records.iter().any(|entry| entry.source.bytes == bytes), "what a format recognises is not lost");
}
