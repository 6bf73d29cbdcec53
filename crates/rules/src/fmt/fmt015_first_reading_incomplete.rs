//! FMT015 first-reading-incomplete.

use eichrecht_model::{NoteKind, Severity};

use crate::registry::ocmf;
use crate::sink::from_notes;
use crate::{Basis, Formats, Rule, Status};

/// The first reading of a record leaves out a field. A later reading takes such a field from the one before;
/// the first has none before it, so that nobody can say what was meant.
pub(crate) static RULE: Rule = Rule {
    code: "FMT015",
    name: "first-reading-incomplete",
    severity: Severity::Fail,
    basis: &[ocmf("readings, values taken over from the reading before"), Basis::Law("MessEG", "§ 33 (1)")],
    formats: Formats::Only(&["ocmf"]),
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::FirstReadingIncomplete]),
};
