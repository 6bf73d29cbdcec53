//! FMT012 text-too-long.

use eichrecht_model::{NoteKind, Severity};

use crate::registry::ocmf;
use crate::sink::from_notes;
use crate::{Formats, Rule, Status};

/// A text is longer than the specification allows.
pub(crate) static RULE: Rule = Rule {
    code: "FMT012",
    name: "text-too-long",
    severity: Severity::Warn,
    basis: &[ocmf("payload, lengths of TT, CF and LC.LN")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::TextTooLong]),
};
