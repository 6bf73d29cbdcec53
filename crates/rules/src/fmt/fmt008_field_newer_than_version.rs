//! FMT008 field-newer-than-version.

use eichrecht_model::{NoteKind, Severity};

use crate::registry::ocmf;
use crate::sink::from_notes;
use crate::{Formats, Rule, Status};

/// The record uses a field that came with a later version than the one it states.
pub(crate) static RULE: Rule = Rule {
    code: "FMT008",
    name: "field-newer-than-version",
    severity: Severity::Info,
    basis: &[ocmf("versions in which TT, CF, LC, CL and the billing codes were introduced")],
    formats: Formats::Only(&["ocmf"]),
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::FieldNewerThanVersion]),
};
