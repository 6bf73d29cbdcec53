//! FMT007 version-not-text.

use eichrecht_model::{NoteKind, Severity};

use crate::registry::ocmf;
use crate::sink::from_notes;
use crate::{Formats, Rule, Status};

/// The version is written as a number, where 1.1 and 1.10 cannot be told apart.
pub(crate) static RULE: Rule = Rule {
    code: "FMT007",
    name: "version-not-text",
    severity: Severity::Warn,
    basis: &[ocmf("payload, field FV")],
    formats: Formats::Only(&["ocmf"]),
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::VersionNotText]),
};
