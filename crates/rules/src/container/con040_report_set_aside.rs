//! CON040 report-set-aside.

use eichrecht_model::{NoteKind, Severity};

use crate::sink::from_notes;
use crate::{Basis, Formats, Rule, Status};

/// A report of this program lies among the files. What it says is never believed.
pub(crate) static RULE: Rule = Rule {
    code: "CON040",
    name: "report-set-aside",
    severity: Severity::Info,
    basis: &[Basis::Own("a report is made of what was found, and proves nothing that the signed data do not prove")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::ReportSetAside]),
};
