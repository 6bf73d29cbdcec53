//! FMT016 field-malformed.

use eichrecht_model::{NoteKind, Severity};

use crate::sink::from_notes;
use crate::{Basis, Formats, Rule, Status};

/// A signed field is not of the form its format has for it, and no more specific rule speaks of it.
pub(crate) static RULE: Rule = Rule {
    code: "FMT016",
    name: "field-malformed",
    severity: Severity::Fail,
    basis: &[Basis::Own("known devices always keep to the form, and readers disagree on what is outside it")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::FieldMalformed]),
};
