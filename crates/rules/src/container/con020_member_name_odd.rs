//! CON020 member-name-odd.

use eichrecht_model::{NoteKind, Severity};

use crate::sink::from_notes;
use crate::{Basis, Formats, Rule, Status};

/// A file in an archive or PDF has a name that leads out of it, or hides how it is spelled.
pub(crate) static RULE: Rule = Rule {
    code: "CON020",
    name: "member-name-odd",
    severity: Severity::Warn,
    basis: &[Basis::Own("a name that shows otherwise than it is spelled, or that points elsewhere, is the means of a deception")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::MemberNameOdd]),
};
