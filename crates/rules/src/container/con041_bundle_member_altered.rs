//! CON041 bundle-member-altered.

use eichrecht_model::{NoteKind, Severity};

use crate::sink::from_notes;
use crate::{Basis, Formats, Rule, Status};

/// A file of an evidence bundle is not what the bundle's list says.
pub(crate) static RULE: Rule = Rule {
    code: "CON041",
    name: "bundle-member-altered",
    severity: Severity::Warn,
    basis: &[Basis::Own(
        "whoever relies on a bundle must learn that it is not what it was; the list is not signed, so what the signed data prove stands",
    )],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::BundleMemberAltered]),
};
