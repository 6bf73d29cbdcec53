//! FMT004 extra-section.

use eichrecht_model::{NoteKind, Severity};

use crate::registry::ocmf;
use crate::sink::from_notes;
use crate::{Basis, Formats, Rule, Status};

/// Behind the signature stands another section, as early versions foresaw for the public key. It is unsigned.
pub(crate) static RULE: Rule = Rule {
    code: "FMT004",
    name: "extra-section",
    severity: Severity::Warn,
    basis: &[ocmf("sections"), Basis::Specification("OCMF 1.0", "optional section with the public key")],
    formats: Formats::Only(&["ocmf"]),
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::ExtraSection]),
};
