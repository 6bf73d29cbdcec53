//! OBI007: an unknown unit away from the readings the bill rests on.

use std::collections::HashSet;

use eichrecht_model::{MeasurementRef, NoteKind, Severity};

use super::obi006_unit_unknown::energy_runs;
use crate::facts::readable;
use crate::registry::ocmf;
use crate::sink::{note_facts, notes_of};
use crate::{Facts, Formats, Rule, Sink, Status};

/// A further register or an intermediate reading in a unit nobody knows does not touch the amount. Begin and end of the
/// billing register are left to OBI006.
pub(crate) static RULE: Rule = Rule {
    code: "OBI007",
    name: "unit-unknown-elsewhere",
    severity: Severity::Warn,
    basis: &[ocmf("field RU")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    let runs = facts.assessment.transactions.iter().flat_map(|transaction| energy_runs(transaction, facts));
    let left_to_obi006: HashSet<MeasurementRef> = runs.flat_map(|run| run.begins.iter().chain(&run.ends)).copied().collect();
    for (entry, _) in readable(facts, sink) {
        sink.looked();
        for note in notes_of(entry).filter(|note| note.kind == NoteKind::UnitUnknown) {
            let words = note_facts(note);
            match note.measurement.map(|index| MeasurementRef { record: entry.id, index }) {
                Some(at) if left_to_obi006.contains(&at) => {}
                Some(at) => sink.measurement(at, words),
                None => sink.record(entry.id, words),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{Note, ObisCode, Outcome, ReadingReason, Unit};

    use super::*;
    use crate::testing::*;

    fn noted(index: usize) -> eichrecht_model::Assessment {
        let mut other = reading(ReadingReason::End, "12", "2024-05-01T13:00:00Z");
        other.obis = Some(ObisCode::new("1-0:8C.7.0"));
        other.unit = Some(Unit::Other("furlong".into()));
        let note = Note::new(NoteKind::UnitUnknown, "RD.RU").found("furlong").at(index);
        Scene::new().record(whole("1", "2").reading(other).note(note)).transaction(&[1]).build()
    }

    #[test]
    fn on_another_register() {
        let found = findings(&RULE, &noted(2));
        assert_eq!((found.len(), fact(&found[0], "found")), (1, "furlong"));
    }

    #[test]
    fn on_the_billing_register_it_is_left_to_obi006() {
        assert_eq!(run(&RULE, &noted(1)).1, Outcome::Passed);
    }

    #[test]
    fn with_no_register_for_the_bill_nothing_is_lost() {
        let mut assessment = noted(2);
        assessment.transactions[0].billing = None;
        assert_eq!(findings(&RULE, &assessment).len(), 1);
    }
}
