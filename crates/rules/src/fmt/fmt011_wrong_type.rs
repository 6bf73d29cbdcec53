//! FMT011 wrong-type.

use eichrecht_model::{NoteKind, Severity};

use crate::registry::ocmf;
use crate::sink::from_notes;
use crate::{Formats, Rule, Status};

/// A field holds a value of another type than the specification gives it.
pub(crate) static RULE: Rule = Rule {
    code: "FMT011",
    name: "wrong-type",
    severity: Severity::Warn,
    basis: &[ocmf("payload and readings, types of the fields")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::WrongType]),
};
