//! SIG005 signature-raw.

use eichrecht_model::{NoteKind, Severity};

use crate::registry::ocmf;
use crate::sink::from_notes;
use crate::{Basis, Formats, Rule, Status};

/// The two numbers of the signature stand bare one after the other where a DER structure is required.
pub(crate) static RULE: Rule = Rule {
    code: "SIG005",
    name: "signature-raw",
    severity: Severity::Warn,
    basis: &[ocmf("signature section, field SM"), Basis::Standard("RFC 3279", "2.2.3")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::RawSignature]),
};
