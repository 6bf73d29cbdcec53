//! SIG009 algorithm-unusual.

use eichrecht_model::{NoteKind, Severity};

use crate::registry::ocmf;
use crate::sink::from_notes;
use crate::{Formats, Rule, Status};

/// The algorithm is none of the list of the specification: a longer hash, another curve, Ed25519, ML-DSA.
/// It was checked as named; other programs may refuse it or hash with SHA-256 instead.
pub(crate) static RULE: Rule = Rule {
    code: "SIG009",
    name: "algorithm-unusual",
    severity: Severity::Warn,
    basis: &[ocmf("signature section, field SA")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::AlgorithmUnusual]),
};
