//! FMT017 copy-differs.

use eichrecht_model::{NoteKind, Severity};

use crate::sink::from_notes;
use crate::{Basis, Formats, Rule, Status};

/// Something stands twice in the record, and the two do not agree. What is signed counts; the copy was altered or
/// belongs to another reading.
pub(crate) static RULE: Rule = Rule {
    code: "FMT017",
    name: "copy-differs",
    severity: Severity::Warn,
    basis: &[Basis::Own("a meter writes the same thing in both places")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::CopyDiffers]),
};
