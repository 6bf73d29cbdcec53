//! CON011 wrapping-removed.

use eichrecht_model::{NoteKind, Severity};

use crate::sink::from_notes;
use crate::{Basis, Formats, Rule, Status};

/// An encoding around the record, such as hex or Base64, was taken off.
pub(crate) static RULE: Rule = Rule {
    code: "CON011",
    name: "wrapping-removed",
    severity: Severity::Info,
    basis: &[Basis::Own("the reader should know which encodings were taken off before the signed bytes appeared")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::WrappingRemoved]),
};
