//! CON044 bundle-list-unreadable.

use eichrecht_model::{NoteKind, Severity};

use crate::sink::from_notes;
use crate::{Basis, Formats, Rule, Status};

/// The list of an evidence bundle cannot be read, or there are several.
pub(crate) static RULE: Rule = Rule {
    code: "CON044",
    name: "bundle-list-unreadable",
    severity: Severity::Warn,
    basis: &[Basis::Own("without its list nothing tells whether a bundle is complete")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::BundleListUnreadable]),
};
