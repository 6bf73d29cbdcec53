//! FMT005 version-missing.

use eichrecht_model::{NoteKind, Severity};

use crate::registry::ocmf;
use crate::sink::from_notes;
use crate::{Formats, Rule, Status};

/// The record does not state the version of its format. It is read by the rules of the latest one.
pub(crate) static RULE: Rule = Rule {
    code: "FMT005",
    name: "version-missing",
    severity: Severity::Warn,
    basis: &[ocmf("payload, field FV")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::VersionMissing]),
};
