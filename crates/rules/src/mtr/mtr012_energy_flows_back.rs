//! MTR012 energy-flows-back.

use eichrecht_model::{NoteKind, Severity};

use crate::sink::from_notes;
use crate::{Basis, Formats, Rule, Status};

/// The signed status says that energy was flowing from the vehicle to the grid at the moment of the reading. The
/// register of import does not count that.
pub(crate) static RULE: Rule = Rule {
    code: "MTR012",
    name: "energy-flows-back",
    severity: Severity::Warn,
    basis: &[Basis::Own("at begin and end of charging no energy flows back")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::EnergyFlowsBack]),
};
