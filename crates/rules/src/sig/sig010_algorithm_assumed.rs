//! SIG010 algorithm-assumed.

use eichrecht_model::{NoteKind, Severity};

use crate::registry::ocmf;
use crate::sink::from_notes;
use crate::{Formats, Rule, Status};

/// The record names no algorithm, so the default was taken, or names it in another spelling.
pub(crate) static RULE: Rule = Rule {
    code: "SIG010",
    name: "algorithm-assumed",
    severity: Severity::Info,
    basis: &[ocmf("signature section, field SA")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::AlgorithmDefaulted, NoteKind::AlgorithmSynonym]),
};
