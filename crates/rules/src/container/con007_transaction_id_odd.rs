//! CON007 transaction-id-odd.

use eichrecht_model::{NoteKind, Severity};

use crate::sink::from_notes;
use crate::{Basis, Formats, Rule, Status};

/// The transaction number of the container is no whole number, or is missing where several values stand
/// together. Sessions are put together from signed content, so nothing rests on it here.
pub(crate) static RULE: Rule = Rule {
    code: "CON007",
    name: "transaction-id-odd",
    severity: Severity::Warn,
    basis: &[Basis::Specification("SAFE transparency XML", "value/@transactionId")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::TransactionIdOdd]),
};
