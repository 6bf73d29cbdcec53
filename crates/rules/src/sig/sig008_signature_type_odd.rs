//! SIG008 signature-type-odd.

use eichrecht_model::{NoteKind, Severity};

use crate::registry::ocmf;
use crate::sink::from_notes;
use crate::{Formats, Rule, Status};

/// The data type named for the signature is not the expected one. The signature is read by its content.
pub(crate) static RULE: Rule = Rule {
    code: "SIG008",
    name: "signature-type-odd",
    severity: Severity::Warn,
    basis: &[ocmf("signature section, field SM")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::MimeTypeOdd]),
};
