//! MTR010 device-report.

use eichrecht_model::{NoteKind, Severity};

use crate::sink::from_notes;
use crate::{Basis, Formats, Rule, Status};

/// Meter or adapter report something that leaves the reading usable: a phase without voltage, a bit without known
/// meaning.
pub(crate) static RULE: Rule = Rule {
    code: "MTR010",
    name: "device-report",
    severity: Severity::Info,
    basis: &[Basis::Own("what the device reports about itself is shown, even where the value stays usable")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| from_notes(facts, sink, &[NoteKind::DeviceReport]),
};
