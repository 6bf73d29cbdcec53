//! SIG011 payload-reformatted.

use eichrecht_model::{NoteKind, Severity};

use crate::sink::from_notes;
use crate::{Basis, Formats, Rule, Status};

/// The signature holds only for the payload without its optional white space. Up to OCMF 1.0 the signature
/// was defined so; the content is authentic, its spelling is not. Formats of one line are tried without the line breaks
/// somebody put in.
pub(crate) static RULE: Rule = Rule {
    code: "SIG011",
    name: "payload-reformatted",
    severity: Severity::Warn,
    basis: &[Basis::Specification("OCMF 1.0", "payload without optional white space")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::MatchedMinified]),
};
