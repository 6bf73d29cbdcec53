//! FMT014 number-as-text.

use eichrecht_model::{NoteKind, Severity};

use crate::registry::ocmf;
use crate::sink::from_notes;
use crate::{Formats, Rule, Status};

/// A number is written as a text, in quotation marks. Its digits are taken as they stand.
pub(crate) static RULE: Rule = Rule {
    code: "FMT014",
    name: "number-as-text",
    severity: Severity::Warn,
    basis: &[ocmf("readings, field RV")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::NumberAsText]),
};
