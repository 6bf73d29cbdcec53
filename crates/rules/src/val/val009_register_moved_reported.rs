//! VAL009 register-moved-reported.

use eichrecht_model::{NoteKind, Severity};

use crate::sink::from_notes;
use crate::{Basis, Formats, Rule, Status};

/// The signing device compared the register with the end of the session before and found it moved. It says so inside the
/// signed bytes.
pub(crate) static RULE: Rule = Rule {
    code: "VAL009",
    name: "register-moved-reported",
    severity: Severity::Warn,
    basis: &[Basis::Own("energy that flows between sessions is paid by somebody, and should not appear in a later bill")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::RegisterMovedReported]),
};
