//! CON024 carrier-repaired.

use eichrecht_model::{NoteKind, Severity};

use crate::sink::from_notes;
use crate::{Basis, Formats, Rule, Status};

/// The list of contents of a PDF is broken; its parts were looked for in the bytes.
pub(crate) static RULE: Rule = Rule {
    code: "CON024",
    name: "carrier-repaired",
    severity: Severity::Warn,
    basis: &[Basis::Own("what was looked for in the bytes may be incomplete, or older than what the sender meant")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::CarrierRepaired]),
};
