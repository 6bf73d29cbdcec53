//! CON003 stray-text.

use eichrecht_model::{NoteKind, Severity};

use crate::sink::from_notes;
use crate::{Basis, Formats, Rule, Status};

/// Text that is no white space stands between the records and belongs to none of them.
pub(crate) static RULE: Rule = Rule {
    code: "CON003",
    name: "stray-text",
    severity: Severity::Warn,
    basis: &[Basis::Own("text between the records may be the remains of a record that was damaged on its way")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::StrayText]),
};
