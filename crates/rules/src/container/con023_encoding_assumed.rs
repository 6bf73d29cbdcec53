//! CON023 encoding-assumed.

use eichrecht_model::{NoteKind, Severity};

use crate::sink::from_notes;
use crate::{Basis, Formats, Rule, Status};

/// The text of a QR code is not UTF-8 and was read as ISO 8859-1.
pub(crate) static RULE: Rule = Rule {
    code: "CON023",
    name: "encoding-assumed",
    severity: Severity::Info,
    basis: &[
        Basis::Standard("ISO/IEC 18004", "7.3.5"),
        Basis::Own("a code that names no encoding leaves open which letters its bytes stand for; ISO 8859-1 is the one of its standard"),
    ],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::EncodingAssumed]),
};
