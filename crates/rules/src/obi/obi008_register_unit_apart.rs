//! OBI008: register code and unit do not stand together.

use eichrecht_model::{NoteKind, Severity};

use crate::registry::ocmf;
use crate::sink::from_notes;
use crate::{Facts, Formats, Rule, Sink, Status};

/// Code and unit are given together or left out together. One without the other leaves open what the value is; what cann/// be inherited from the reading before is no such case.
pub(crate) static RULE: Rule = Rule {
    code: "OBI008",
    name: "register-unit-apart",
    severity: Severity::Warn,
    basis: &[ocmf("fields RI and RU")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    from_notes(facts, sink, &[NoteKind::ObisWithoutUnit]);
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{Note, Outcome, Subject};

    use super::*;
    use crate::testing::*;

    #[test]
    fn each_note_is_a_finding_on_its_reading() {
        let note = Note::new(NoteKind::ObisWithoutUnit, "RD[0].RU").found("1-b").at(1);
        let found = findings(&RULE, &Scene::new().record(whole("1", "2").note(note)).build());
        assert_eq!((found.len(), fact(&found[0], "field"), fact(&found[0], "found")), (1, "RD[0].RU", "1-b"));
        assert!(matches!(found[0].subject, Subject::Measurement(at) if at.index == 1));
    }

    #[test]
    fn quiet_without_such_a_note() {
        let note = Note::new(NoteKind::CodeUnknown, "RD[0].ST");
        assert_eq!(run(&RULE, &Scene::new().record(whole("1", "2").note(note)).build()).1, Outcome::Passed);
    }
}
