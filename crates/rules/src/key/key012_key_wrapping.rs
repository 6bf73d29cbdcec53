//! KEY012 key-wrapping.

use eichrecht_model::{NoteKind, Severity};

use crate::sink::from_notes;
use crate::{Basis, Formats, Rule, Status};

/// The key came in an unusual wrapping, such as a certificate or a JSON text.
pub(crate) static RULE: Rule = Rule {
    code: "KEY012",
    name: "key-wrapping",
    severity: Severity::Info,
    basis: &[Basis::Own("the reader should know what lay around the key")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::KeyWrapping]),
};
