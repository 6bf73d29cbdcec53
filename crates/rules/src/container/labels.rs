//! Records by the transaction number their container gives them.

use std::collections::BTreeMap;

use eichrecht_model::{DeclaredRole, RecordId};

use crate::Facts;
use crate::sink::valid;

/// What records of one session have in common if their container is right.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Label {
    /// The input.
    pub(super) input: usize,
    /// The transaction number, trimmed; `None` when there is none.
    pub(super) transaction_id: Option<String>,
}

/// A record under a label.
pub(super) struct Labelled {
    pub(super) id: RecordId,
    /// The record itself or, for a copy, the record it is a copy of.
    pub(super) original: RecordId,
    pub(super) role: Option<DeclaredRole>,
}

impl Label {
    /// Facts for texts: the number, and whether there is one.
    pub(super) fn facts(&self) -> Vec<(&'static str, String)> {
        let numbered = if self.transaction_id.is_some() { "yes" } else { "no" };
        vec![("transaction_id", self.transaction_id.clone().unwrap_or_default()), ("numbered", numbered.to_owned())]
    }
}

/// Valid records, grouped by what their containers say.
pub(super) fn by_label(facts: Facts<'_>) -> BTreeMap<Label, Vec<Labelled>> {
    let mut groups: BTreeMap<Label, Vec<Labelled>> = BTreeMap::new();
    for (entry, _) in valid(facts) {
        let number = entry.source.declared.transaction_id.as_deref().map(str::trim).filter(|number| !number.is_empty());
        let label = Label { input: entry.input, transaction_id: number.map(str::to_owned) };
        groups.entry(label).or_default().push(Labelled {
            id: entry.id,
            original: entry.duplicate_of.unwrap_or(entry.id),
            role: entry.source.declared.role(),
        });
    }
    groups
}
