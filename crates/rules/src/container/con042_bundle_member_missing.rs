//! CON042 bundle-member-missing.

use eichrecht_model::{NoteKind, Severity};

use crate::sink::from_notes;
use crate::{Basis, Formats, Rule, Status};

/// A file that the list of an evidence bundle names is not there.
pub(crate) static RULE: Rule = Rule {
    code: "CON042",
    name: "bundle-member-missing",
    severity: Severity::Warn,
    basis: &[Basis::Own("a file that was taken out may hold what speaks against the rest")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::BundleMemberMissing]),
};
