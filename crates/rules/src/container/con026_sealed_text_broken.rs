//! CON026 sealed-text-broken.

use eichrecht_model::{NoteKind, Severity};

use crate::sink::from_notes;
use crate::{Basis, Formats, Rule, Status};

/// There is white space between the hex digits of sealed data. It was left out.
pub(crate) static RULE: Rule = Rule {
    code: "CON026",
    name: "sealed-text-broken",
    severity: Severity::Info,
    basis: &[Basis::Specification("SAFE transparency XML", "value/encodedData")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::SealedTextBroken]),
};
