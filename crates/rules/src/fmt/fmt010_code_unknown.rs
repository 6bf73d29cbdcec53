//! FMT010 code-unknown.

use eichrecht_model::{NoteKind, Severity};

use crate::registry::ocmf;
use crate::sink::from_notes;
use crate::{Formats, Rule, Status};

/// A field holds a code that is in none of the tables of the specification.
pub(crate) static RULE: Rule = Rule {
    code: "FMT010",
    name: "code-unknown",
    severity: Severity::Warn,
    basis: &[ocmf("tables of codes for IL, IF, IT, CT, TX, ST and RT")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::CodeUnknown]),
};
