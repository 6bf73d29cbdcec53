//! TIM001: a reading the bill rests on has no readable time.

use eichrecht_model::{NoteKind, Severity};

use crate::facts::{boundary, has, position_word, transactions};
use crate::registry::ocmf;
use crate::sink::notes_of;
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// Begin and end of the billing register each need a time, even one by a clock that was never set: without it a reading
/// cannot be told to belong to this session. Times of other readings are left to TIM011.
pub(crate) static RULE: Rule = Rule {
    code: "TIM001",
    name: "time-unreadable",
    severity: Severity::Fail,
    basis: &[ocmf("field TM"), Basis::Law("MessEG", "§ 33 (3)")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for at in transactions(facts, sink).iter().flat_map(boundary) {
        let Some(reading) = facts.assessment.measurement(at) else { continue };
        sink.looked();
        if reading.time.is_none() {
            let note = facts
                .assessment
                .record(at.record)
                .and_then(|entry| notes_of(entry).find(|note| note.kind == NoteKind::TimeUnreadable && note.measurement == Some(at.index)));
            let found = note.map(|note| note.found.clone()).unwrap_or_default();
            sink.measurement(at, vec![("position", position_word(facts.assessment, at)), has(&found), ("found", found)]);
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{Note, Outcome, ReadingReason};

    use super::*;
    use crate::testing::*;

    #[test]
    fn unreadable_and_absent() {
        let record = whole("1", "2").with(|record| {
            record.parsed.measurements[0].time = None;
            record.parsed.measurements[1].time = None;
        });
        let record = record.note(Note::new(NoteKind::TimeUnreadable, "RD[0].TM").found("yesterday").at(0));
        let found = findings(&RULE, &Scene::new().record(record).transaction(&[1]).build());
        assert_eq!(found.len(), 2);
        assert_eq!((fact(&found[0], "position"), fact(&found[0], "found")), ("begin", "yesterday"));
        assert_eq!((fact(&found[1], "position"), fact(&found[1], "found")), ("end", ""));
    }

    #[test]
    fn quiet_on_readable_times() {
        assert_eq!(run(&RULE, &Scene::new().record(whole("1", "2")).transaction(&[1]).build()).1, Outcome::Passed);
    }

    #[test]
    fn readings_in_between_are_not_its_matter() {
        let mut inner = reading(ReadingReason::Charging, "1.5", "2024-05-01T12:30:00Z");
        inner.time = None;
        assert!(findings(&RULE, &Scene::new().record(whole("1", "2").reading(inner)).transaction(&[1]).build()).is_empty());
    }
}
