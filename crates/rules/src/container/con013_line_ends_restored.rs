//! CON013 line-ends-restored.

use eichrecht_model::{NoteKind, Severity};

use crate::sink::from_notes;
use crate::{Basis, Formats, Rule, Status};

/// The signature holds only with line ends CR LF put back, which an XML reader turns into LF.
pub(crate) static RULE: Rule = Rule {
    code: "CON013",
    name: "line-ends-restored",
    severity: Severity::Warn,
    basis: &[
        Basis::Standard("XML 1.0", "2.11"),
        Basis::Own("the signed bytes are not the received ones, although the loss is one that every XML reader causes"),
    ],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::MatchedCrlf]),
};
