//! CON021 data-behind-end.

use eichrecht_model::{NoteKind, Severity};

use crate::sink::from_notes;
use crate::{Basis, Formats, Rule, Status};

/// Something stands behind the end of an archive.
pub(crate) static RULE: Rule = Rule {
    code: "CON021",
    name: "data-behind-end",
    severity: Severity::Warn,
    basis: &[Basis::Own("what stands behind the end is seen by some programs and not by others, and may be what is missing")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::DataBehindEnd]),
};
