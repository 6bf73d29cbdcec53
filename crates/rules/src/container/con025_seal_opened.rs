//! CON025 seal-opened.

use eichrecht_model::{NoteKind, Severity};

use crate::sink::from_notes;
use crate::{Basis, Formats, Rule, Status};

/// The record was under a seal, and the seal opened. That proves nothing of it: the scheme is no signature, and in
/// version 2 most of the content could have been made by somebody else.
pub(crate) static RULE: Rule = Rule {
    code: "CON025",
    name: "seal-opened",
    severity: Severity::Warn,
    basis: &[
        Basis::Specification("SAFE sealing", "process description"),
        Basis::Own("what opens with a public key is not signed by that; only a signature of the record itself counts"),
    ],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::SealOpened]),
};
