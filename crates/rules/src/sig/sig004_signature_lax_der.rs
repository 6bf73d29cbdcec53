//! SIG004 signature-lax-der.

use eichrecht_model::{NoteKind, Severity};

use crate::sink::from_notes;
use crate::{Basis, Formats, Rule, Status};

/// The two numbers of the signature are packed with deviations that strict readers refuse: a sign bit without
/// a leading zero, superfluous zeros, trailing bytes.
pub(crate) static RULE: Rule = Rule {
    code: "SIG004",
    name: "signature-lax-der",
    severity: Severity::Warn,
    basis: &[
        Basis::Standard("RFC 3279", "2.2.3"),
        Basis::Standard("ITU-T X.690", "8.3 and 10.1"),
        Basis::Own("the two numbers of the signature can be read without doubt, and they alone are checked"),
    ],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::LaxDer]),
};
