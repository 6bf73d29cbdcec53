//! FMT006 version-unknown.

use eichrecht_model::{NoteKind, Severity};

use crate::registry::ocmf;
use crate::sink::from_notes;
use crate::{Formats, Rule, Status};

/// The record states a version of its format that is not known. It is read by the rules of the latest known
/// one, and may hold things that are not understood.
pub(crate) static RULE: Rule = Rule {
    code: "FMT006",
    name: "version-unknown",
    severity: Severity::Warn,
    basis: &[ocmf("payload, field FV")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::VersionUnknown]),
};
