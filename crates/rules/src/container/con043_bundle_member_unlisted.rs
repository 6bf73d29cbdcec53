//! CON043 bundle-member-unlisted.

use eichrecht_model::{NoteKind, Severity};

use crate::sink::from_notes;
use crate::{Basis, Formats, Rule, Status};

/// A file lies in an evidence bundle that its list does not name.
pub(crate) static RULE: Rule = Rule {
    code: "CON043",
    name: "bundle-member-unlisted",
    severity: Severity::Warn,
    basis: &[Basis::Own("a file that was put in later was not part of what the first report is about")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::BundleMemberUnlisted]),
};
