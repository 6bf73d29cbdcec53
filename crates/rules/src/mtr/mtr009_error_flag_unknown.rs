//! MTR009: a reading carries an error flag nobody knows.

use eichrecht_model::{NoteKind, Severity};

use crate::registry::ocmf;
use crate::sink::from_notes;
use crate::{Facts, Formats, Rule, Sink, Status};

/// Defined are `E` for energy and `t` for time. Any other letter tells of a fault this program cannot weigh.
pub(crate) static RULE: Rule = Rule {
    code: "MTR009",
    name: "error-flag-unknown",
    severity: Severity::Warn,
    basis: &[ocmf("field EF")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    from_notes(facts, sink, &[NoteKind::ErrorFlagUnknown]);
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{Note, Outcome, Subject};

    use super::*;
    use crate::testing::*;

    #[test]
    fn a_letter_nobody_knows() {
        let note = Note::new(NoteKind::ErrorFlagUnknown, "RD[1].EF").found("Q").at(1);
        let found = findings(&RULE, &Scene::new().record(whole("1", "2").note(note)).build());
        assert_eq!((found.len(), fact(&found[0], "found")), (1, "Q"));
        assert!(matches!(found[0].subject, Subject::Measurement(at) if at.index == 1));
    }

    #[test]
    fn quiet_without_such_a_note() {
        let note = Note::new(NoteKind::CodeUnknown, "RD[1].ST");
        assert_eq!(run(&RULE, &Scene::new().record(whole("1", "2").note(note)).build()).1, Outcome::Passed);
    }
}
