//! FMT001 duplicate-field.

use eichrecht_model::{NoteKind, Severity};

use crate::sink::from_notes;
use crate::{Basis, Formats, Rule, Status};

/// A field stands twice in one object of the signed data. Neither value is used, as programs differ in which
/// of the two they show.
pub(crate) static RULE: Rule = Rule {
    code: "FMT001",
    name: "duplicate-field",
    severity: Severity::Fail,
    basis: &[
        Basis::Standard("RFC 8259", "4"),
        Basis::Law("MessEG", "§ 33 (3)"),
        Basis::Own("which of two values counts is left open, so two programs may show different amounts under one valid signature"),
    ],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::DuplicateField]),
};
