//! CON017 member-without-data.

use eichrecht_model::{NoteKind, Severity};

use crate::sink::from_notes;
use crate::{Basis, Formats, Rule, Status};

/// An archive holds a file in which nothing was found, or a link.
pub(crate) static RULE: Rule = Rule {
    code: "CON017",
    name: "member-without-data",
    severity: Severity::Warn,
    basis: &[Basis::Own("a file in an archive that was not read may hold what is missing")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::MemberWithoutData]),
};
