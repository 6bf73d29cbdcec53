//! CON001 unknown-namespace.

use eichrecht_model::{NoteKind, Severity};

use crate::sink::from_notes;
use crate::{Basis, Formats, Rule, Status};

/// Elements of the container stand in a namespace nobody knows. They are read by their local names all the
/// same, as the namespace changes nothing about what was signed.
pub(crate) static RULE: Rule = Rule {
    code: "CON001",
    name: "unknown-namespace",
    severity: Severity::Warn,
    basis: &[
        Basis::Specification("SAFE transparency XML", "namespace of values"),
        Basis::Own("an element of a foreign namespace may mean something else under a familiar name"),
    ],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::UnknownNamespace]),
};
