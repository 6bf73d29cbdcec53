//! FMT003 separator-in-payload.

use eichrecht_model::{NoteKind, Severity};

use crate::registry::ocmf;
use crate::sink::from_notes;
use crate::{Formats, Rule, Status};

/// A text inside the signed section holds the character that separates sections. It is read as part of the
/// text; programs that cut at every separator cannot read such a record.
pub(crate) static RULE: Rule = Rule {
    code: "FMT003",
    name: "separator-in-payload",
    severity: Severity::Warn,
    basis: &[ocmf("sections")],
    formats: Formats::Only(&["ocmf"]),
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::SeparatorInPayload]),
};
