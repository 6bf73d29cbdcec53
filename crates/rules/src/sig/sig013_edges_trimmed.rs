//! SIG013 edges-trimmed.

use eichrecht_model::{NoteKind, Severity};

use crate::registry::ocmf;
use crate::sink::from_notes;
use crate::{Basis, Formats, Rule, Status};

/// The signature holds for the section without the white space around it. White space at the edges changes
/// no content, and other programs refuse it.
pub(crate) static RULE: Rule = Rule {
    code: "SIG013",
    name: "edges-trimmed",
    severity: Severity::Warn,
    basis: &[ocmf("sections"), Basis::Own("programs that sign and check the section with its white space refuse such a record")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::MatchedTrimmed]),
};
