//! CON015 role-letter-differs.

use eichrecht_model::{NoteKind, Severity};

use crate::sink::from_notes;
use crate::{Basis, Formats, Rule, Status};

/// A record names its role twice, once inside the signed bytes and once beside them, and the two differ. The signed one
/// is used.
pub(crate) static RULE: Rule = Rule {
    code: "CON015",
    name: "role-letter-differs",
    severity: Severity::Warn,
    basis: &[Basis::Own("what stands beside the signed bytes can be altered by anybody; only the signed role counts")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::RoleLabelDiffers]),
};
