//! TIM011: a time is not written as required, or, away from begin and end, cannot be read.

use eichrecht_model::{MeasurementRef, NoteKind, Severity};

use crate::facts::{boundaries, readable};
use crate::registry::ocmf;
use crate::sink::{note_facts, notes_of};
use crate::{Facts, Formats, Rule, Sink, Status};

/// The form is fixed: comma before the milliseconds, zone without colon, a letter for the state of the clock. What
/// deviates was read all the same if that was possible without guessing. Unreadable times of begin and end are left
/// to TIM001.
pub(crate) static RULE: Rule = Rule {
    code: "TIM011",
    name: "time-form-odd",
    severity: Severity::Warn,
    basis: &[ocmf("field TM")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    let deciding = boundaries(facts);
    for (entry, _) in readable(facts, sink) {
        sink.looked();
        for note in notes_of(entry).filter(|note| matches!(note.kind, NoteKind::TimeForm | NoteKind::TimeUnreadable)) {
            let at = note.measurement.map(|index| MeasurementRef { record: entry.id, index });
            let unreadable = note.kind == NoteKind::TimeUnreadable;
            if unreadable && at.is_some_and(|at| deciding.contains(&at)) {
                continue;
            }
            let problem = if unreadable { "unreadable" } else { "form" };
            let mut words = note_facts(note);
            words.push(("problem", problem.to_owned()));
            match at {
                Some(at) => sink.measurement(at, words),
                None => sink.record(entry.id, words),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{Note, Outcome, ReadingReason};

    use super::*;
    use crate::testing::*;

    fn noted(kind: NoteKind, index: usize) -> eichrecht_model::Assessment {
        let inner = reading(ReadingReason::Charging, "1.5", "2024-05-01T12:30:00Z");
        let note = Note::new(kind, "RD.TM").found("2024-05-01T12:00:00Z").at(index);
        Scene::new().record(whole("1", "2").reading(inner).note(note)).transaction(&[1]).build()
    }

    #[test]
    fn odd_anywhere_and_unreadable_in_between() {
        assert_eq!(fact(&findings(&RULE, &noted(NoteKind::TimeForm, 0))[0], "problem"), "form");
        assert_eq!(fact(&findings(&RULE, &noted(NoteKind::TimeUnreadable, 2))[0], "problem"), "unreadable");
    }

    #[test]
    fn unreadable_at_the_end_is_left_to_tim001() {
        assert_eq!(run(&RULE, &noted(NoteKind::TimeUnreadable, 1)).1, Outcome::Passed);
    }

    #[test]
    fn quiet_without_such_a_note() {
        assert_eq!(run(&RULE, &noted(NoteKind::CodeUnknown, 0)).1, Outcome::Passed);
    }
}
