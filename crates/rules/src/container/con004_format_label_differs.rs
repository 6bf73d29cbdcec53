//! CON004 format-label-differs.

use eichrecht_model::{NoteKind, Severity};

use crate::sink::from_notes;
use crate::{Basis, Formats, Rule, Status};

/// The container names one format and the data bears the mark of another. The data decides.
pub(crate) static RULE: Rule = Rule {
    code: "CON004",
    name: "format-label-differs",
    severity: Severity::Warn,
    basis: &[Basis::Specification("SAFE transparency XML", "signedData/@format")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::FormatLabelDiffers]),
};
