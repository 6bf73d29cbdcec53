//! CON018 claim-contradicts-signed.

use eichrecht_model::{NoteKind, Severity};

use crate::sink::from_notes;
use crate::{Basis, Formats, Rule, Status};

/// What is shown beside the signed data is not what was signed. The signatures hold all the same, so a check of
/// signatures alone would let it pass; whoever reads the file reads something the meter never signed.
pub(crate) static RULE: Rule = Rule {
    code: "CON018",
    name: "claim-contradicts-signed",
    severity: Severity::Fail,
    basis: &[Basis::Own("who shows other data than was signed shows nothing that is proven")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::ClaimContradictsSigned]),
};
