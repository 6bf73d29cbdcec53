//! KEY020 registered-key-ambiguous.

use eichrecht_model::{KeyOrigin, RegisteredKey, Severity};

use super::register::{each_asked, entry_facts};
use crate::{Basis, Formats, Rule, Status};

/// The text in the register is a bare point that fits several curves, and the record names none of them. None is picked.
pub(crate) static RULE: Rule = Rule {
    code: "KEY020",
    name: "registered-key-ambiguous",
    severity: Severity::Warn,
    basis: &[Basis::Own("a bare point names no curve; picking the one that suits would be guessing")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| {
        each_asked(facts, sink, |answer| {
            let settled =
                |key: &RegisteredKey| answer.used.is_some_and(|used| used.origin == KeyOrigin::Register && key.fits(&used.fingerprint));
            let (curves, entry) = answer.current().find_map(|(_, entry)| match &entry.key {
                RegisteredKey::Ambiguous { curves, .. } if !settled(&entry.key) => Some((curves, entry)),
                _ => None,
            })?;
            let names: Vec<&str> = curves.iter().map(|curve| curve.as_str()).collect();
            Some([entry_facts(entry), vec![("curves", names.join(", "))]].concat())
        });
    },
};
