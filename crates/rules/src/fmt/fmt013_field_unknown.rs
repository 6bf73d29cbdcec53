//! FMT013 field-unknown.

use eichrecht_model::{NoteKind, Severity};

use crate::registry::ocmf;
use crate::sink::from_notes;
use crate::{Formats, Rule, Status};

/// The record holds a field that neither the specification nor the range for vendors knows.
pub(crate) static RULE: Rule = Rule {
    code: "FMT013",
    name: "field-unknown",
    severity: Severity::Warn,
    basis: &[ocmf("payload, keys reserved for extensions")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::FieldUnknown]),
};
