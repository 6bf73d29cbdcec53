//! KEY011 key-encoding-differs.

use eichrecht_model::{NoteKind, Severity};

use crate::sink::from_notes;
use crate::{Basis, Formats, Rule, Status};

/// The key is written in another encoding than named. The encoding that yields a key was used.
pub(crate) static RULE: Rule = Rule {
    code: "KEY011",
    name: "key-encoding-differs",
    severity: Severity::Warn,
    basis: &[Basis::Specification("SAFE transparency XML", "publicKey/@encoding")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::KeyEncodingDiffers]),
};
