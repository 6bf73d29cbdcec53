//! The keys that signatures were checked with.

use eichrecht_model::{CheckedRecord, NotEvaluated, UsedKey};

use crate::sink::readable;
use crate::{Facts, Sink};

/// One finding for each record that was checked with a key of which `found` gives facts.
pub(crate) fn each_used(
    facts: Facts<'_>,
    sink: &mut Sink<'_>,
    found: impl Fn(&UsedKey, &CheckedRecord) -> Option<Vec<(&'static str, String)>>,
) {
    let mut none_used = !facts.assessment.records.is_empty();
    for (entry, record) in readable(facts) {
        let Some(key) = &record.keys().used else { continue };
        none_used = false;
        sink.looked();
        if let Some(facts) = found(key, record) {
            sink.record(entry.id, facts);
        }
    }
    if none_used {
        sink.not_evaluated(NotEvaluated::NoValidSignature);
    }
}
