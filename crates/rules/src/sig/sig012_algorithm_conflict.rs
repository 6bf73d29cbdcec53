//! SIG012 algorithm-conflict.

use eichrecht_model::{NoteKind, Severity};

use crate::sink::from_notes;
use crate::{Basis, Formats, Rule, Status};

/// The record says two different things about its signature, above all about the algorithm: one in the signed
/// section, where old versions had it, and one beside the signature.
pub(crate) static RULE: Rule = Rule {
    code: "SIG012",
    name: "algorithm-conflict",
    severity: Severity::Fail,
    basis: &[
        Basis::Specification("OCMF 0.4", "payload, field SA"),
        Basis::Own("a signed and an unsigned statement about the same signature must not contradict each other"),
    ],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::AlgorithmConflict]),
};
