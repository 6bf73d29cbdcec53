//! OBI009: a register code cannot be read.

use eichrecht_model::{NoteKind, Severity};

use crate::registry::ocmf;
use crate::sink::from_notes;
use crate::{Facts, Formats, Rule, Sink, Status};

/// The code says which quantity a value is. An unreadable one is kept as received and compared letter by letter; then/// register is not taken for one of those known for billing.
pub(crate) static RULE: Rule = Rule {
    code: "OBI009",
    name: "register-unreadable",
    severity: Severity::Warn,
    basis: &[ocmf("field RI")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    from_notes(facts, sink, &[NoteKind::ObisUnreadable]);
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{Note, Outcome, Subject};

    use super::*;
    use crate::testing::*;

    #[test]
    fn each_note_is_a_finding_on_its_reading() {
        let note = Note::new(NoteKind::ObisUnreadable, "RD[0].RI").found("1-b").at(1);
        let found = findings(&RULE, &Scene::new().record(whole("1", "2").note(note)).build());
        assert_eq!((found.len(), fact(&found[0], "field"), fact(&found[0], "found")), (1, "RD[0].RI", "1-b"));
        assert!(matches!(found[0].subject, Subject::Measurement(at) if at.index == 1));
    }

    #[test]
    fn quiet_without_such_a_note() {
        let note = Note::new(NoteKind::CodeUnknown, "RD[0].ST");
        assert_eq!(run(&RULE, &Scene::new().record(whole("1", "2").note(note)).build()).1, Outcome::Passed);
    }
}
