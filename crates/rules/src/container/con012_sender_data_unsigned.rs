//! CON012 sender-data-unsigned.

use eichrecht_model::{NoteKind, Severity};

use crate::sink::from_notes;
use crate::{Basis, Formats, Rule, Status};

/// The sender states things about the station beside the signed data. They are shown as claims.
pub(crate) static RULE: Rule = Rule {
    code: "CON012",
    name: "sender-data-unsigned",
    severity: Severity::Info,
    basis: &[Basis::Own("what the sender writes beside the signed data is covered by no signature")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::SenderData]),
};
