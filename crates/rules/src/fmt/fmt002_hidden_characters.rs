//! FMT002 hidden-characters.

use eichrecht_model::{NoteKind, Severity};

use crate::sink::from_notes;
use crate::{Basis, Formats, Rule, Status};

/// A text of the record holds control characters or characters that reverse the reading direction.
pub(crate) static RULE: Rule = Rule {
    code: "FMT002",
    name: "hidden-characters",
    severity: Severity::Fail,
    basis: &[
        Basis::Law("MessEG", "§ 33 (3)"),
        Basis::Own("control characters and reversed reading direction make a text look other than it is"),
    ],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::HiddenCharacters]),
};
