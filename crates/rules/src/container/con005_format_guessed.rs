//! CON005 format-guessed.

use eichrecht_model::{NoteKind, Severity};

use crate::sink::from_notes;
use crate::{Basis, Formats, Rule, Status};

/// The container names no format, so it was recognised from the data.
pub(crate) static RULE: Rule = Rule {
    code: "CON005",
    name: "format-guessed",
    severity: Severity::Info,
    basis: &[Basis::Specification("SAFE transparency XML", "signedData/@format")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::FormatGuessed]),
};
