//! SIG015 inner-signature-invalid.

use eichrecht_model::{NoteKind, Severity};

use crate::sink::from_notes;
use crate::{Basis, Formats, Rule, Status};

/// Some meters sign a reading by itself and then the whole with that signature in it. The whole holds, the part does
/// not. What the part covers is covered by the whole as well, and how the part is built is known from genuine records
/// only, so this is a warning.
pub(crate) static RULE: Rule = Rule {
    code: "SIG015",
    name: "inner-signature-invalid",
    severity: Severity::Warn,
    basis: &[Basis::Own("in all genuine records of such meters both signatures hold")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::InnerSignatureInvalid]),
};
