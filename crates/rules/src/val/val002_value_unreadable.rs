//! VAL002: a reading the bill rests on has no usable value.

use eichrecht_model::{Decimal, NoteKind, Severity};

use crate::facts::{boundary, has, position_word, transactions};
use crate::registry::ocmf;
use crate::sink::notes_of;
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// Begin and end of the billing register each need a decimal that is not negative. `NaN`, a comma, an empty text or
/// nothing at all is no value, and no other reading is taken in its place.
pub(crate) static RULE: Rule = Rule {
    code: "VAL002",
    name: "value-unreadable",
    severity: Severity::Fail,
    basis: &[ocmf("field RV"), Basis::Law("MessEG", "§ 33 (1)")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for at in transactions(facts, sink).iter().flat_map(boundary) {
        let Some(reading) = facts.assessment.measurement(at) else { continue };
        sink.looked();
        if reading.value.as_ref().is_some_and(|value| !Decimal::is_negative(value)) {
            continue;
        }
        let note = facts
            .assessment
            .record(at.record)
            .and_then(|entry| notes_of(entry).find(|note| note.kind == NoteKind::ValueUnreadable && note.measurement == Some(at.index)));
        let found = note.map(|note| note.found.clone()).or_else(|| reading.value.map(|value| value.to_string())).unwrap_or_default();
        sink.measurement(at, vec![("position", position_word(facts.assessment, at)), has(&found), ("found", found)]);
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{Note, Outcome, ReadingReason};

    use super::*;
    use crate::testing::*;

    #[test]
    fn missing_and_negative() {
        let record = whole("-1", "2").with(|record| record.parsed.measurements[1].value = None);
        let record = record.note(Note::new(NoteKind::ValueUnreadable, "RD[1].RV").found("NaN").at(1));
        let found = findings(&RULE, &Scene::new().record(record).transaction(&[1]).build());
        assert_eq!(found.len(), 2);
        assert_eq!((fact(&found[0], "position"), fact(&found[0], "found")), ("begin", "-1"));
        assert_eq!((fact(&found[1], "position"), fact(&found[1], "found")), ("end", "NaN"));
    }

    #[test]
    fn quiet_on_zero() {
        assert_eq!(run(&RULE, &Scene::new().record(whole("0.000", "2")).transaction(&[1]).build()).1, Outcome::Passed);
    }

    #[test]
    fn readings_in_between_are_not_its_matter() {
        let mut inner = reading(ReadingReason::Charging, "1", "2024-05-01T12:30:00Z");
        inner.value = None;
        let scene = Scene::new().record(whole("0", "2").reading(inner)).transaction(&[1]);
        assert_eq!(run(&RULE, &scene.build()).1, Outcome::Passed);
    }
}
