//! CON006 encoding-label-differs.

use eichrecht_model::{NoteKind, Severity};

use crate::sink::from_notes;
use crate::{Basis, Formats, Rule, Status};

/// The encoding the container names is unknown or is not the one the data is in. The data decides.
pub(crate) static RULE: Rule = Rule {
    code: "CON006",
    name: "encoding-label-differs",
    severity: Severity::Warn,
    basis: &[Basis::Specification("SAFE transparency XML", "signedData/@encoding, publicKey/@encoding")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::EncodingLabelDiffers]),
};
