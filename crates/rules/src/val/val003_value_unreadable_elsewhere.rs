//! VAL003: a reading the bill does not rest on has no usable value.

use eichrecht_model::{MeasurementRef, NoteKind, Severity};

use crate::facts::{boundaries, readable};
use crate::registry::ocmf;
use crate::sink::{note_facts, notes_of};
use crate::{Facts, Formats, Rule, Sink, Status};

/// An intermediate reading or another register with an unreadable value does not touch the amount, yet something is
/// missing from what was signed. Begin and end of the billing register are left to VAL002.
pub(crate) static RULE: Rule = Rule {
    code: "VAL003",
    name: "value-unreadable-elsewhere",
    severity: Severity::Warn,
    basis: &[ocmf("field RV")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    let deciding = boundaries(facts);
    for (entry, _) in readable(facts, sink) {
        sink.looked();
        for note in notes_of(entry).filter(|note| note.kind == NoteKind::ValueUnreadable) {
            let words = note_facts(note);
            match note.measurement.map(|index| MeasurementRef { record: entry.id, index }) {
                Some(at) if deciding.contains(&at) && !has_value(facts, at) => {}
                Some(at) => sink.measurement(at, words),
                None => sink.record(entry.id, words),
            }
        }
    }
}

/// Whether the value itself is there, so that the note must be about something else, such as the loss.
fn has_value(facts: Facts<'_>, at: MeasurementRef) -> bool {
    let value = facts.assessment.measurement(at).and_then(|reading| reading.value);
    value.is_some_and(|value| !value.is_negative())
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{Note, Outcome, ReadingReason};

    use super::*;
    use crate::testing::*;

    fn with_note(index: usize, readable: bool) -> eichrecht_model::Assessment {
        let inner = reading(ReadingReason::Charging, "1", "2024-05-01T12:30:00Z");
        let note = Note::new(NoteKind::ValueUnreadable, "RV").found("1,5").at(index);
        let record = whole("0", "2").reading(inner).note(note).with(|record| {
            if !readable {
                record.parsed.measurements[index].value = None;
            }
        });
        Scene::new().record(record).transaction(&[1]).build()
    }

    #[test]
    fn an_intermediate_reading() {
        let found = findings(&RULE, &with_note(2, false));
        assert_eq!((found.len(), fact(&found[0], "found")), (1, "1,5"));
    }

    #[test]
    fn begin_and_end_of_the_bill_are_left_to_val002() {
        assert_eq!(run(&RULE, &with_note(1, false)).1, Outcome::Passed);
    }

    #[test]
    fn an_unreadable_loss_at_the_end_is_not_lost() {
        assert_eq!(findings(&RULE, &with_note(1, true)).len(), 1);
    }

    #[test]
    fn records_outside_sessions_are_looked_at_too() {
        let note = Note::new(NoteKind::ValueUnreadable, "RV").at(1);
        assert_eq!(findings(&RULE, &Scene::new().record(whole("0", "2").note(note)).build()).len(), 1);
    }
}
