//! CON002 unexpected-part.

use eichrecht_model::{NoteKind, Severity};

use crate::sink::from_notes;
use crate::{Basis, Formats, Rule, Status};

/// Elements or attributes of the container that are unknown, misspelt or in the wrong place, such as
/// `transactionld` or `context` on the root. They count as absent.
pub(crate) static RULE: Rule = Rule {
    code: "CON002",
    name: "unexpected-part",
    severity: Severity::Warn,
    basis: &[
        Basis::Specification("SAFE transparency XML", "elements and attributes of values and value"),
        Basis::Own("a misspelt label is ignored, and the reader should know that it was meant to say something"),
    ],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::UnexpectedPart]),
};
