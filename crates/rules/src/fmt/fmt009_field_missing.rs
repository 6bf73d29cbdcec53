//! FMT009 field-missing.

use eichrecht_model::{NoteKind, Severity};

use crate::registry::ocmf;
use crate::sink::from_notes;
use crate::{Formats, Rule, Status};

/// A field the specification requires is missing, and no more specific rule speaks of it.
pub(crate) static RULE: Rule = Rule {
    code: "FMT009",
    name: "field-missing",
    severity: Severity::Warn,
    basis: &[ocmf("payload and readings, cardinality of the fields")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::FieldMissing]),
};
