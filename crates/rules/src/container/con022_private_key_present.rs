//! CON022 private-key-present.

use eichrecht_model::{NoteKind, Severity};

use crate::sink::from_notes;
use crate::{Basis, Formats, Rule, Status};

/// A private key lies among the data.
pub(crate) static RULE: Rule = Rule {
    code: "CON022",
    name: "private-key-present",
    severity: Severity::Warn,
    basis: &[Basis::Own("whoever has the private key can sign any values, so that a signature with it proves nothing")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::PrivateKeyPresent]),
};
