//! LOS005: the parameters of the loss compensation are incomplete.

use eichrecht_model::{NoteKind, Severity};

use crate::registry::ocmf;
use crate::sink::from_notes;
use crate::{Facts, Formats, Rule, Sink, Status};

/// Where parameters are given, resistance and its unit are mandatory: without them nobody can follow how the loss was
/// computed.
pub(crate) static RULE: Rule = Rule {
    code: "LOS005",
    name: "loss-parameters-incomplete",
    severity: Severity::Warn,
    basis: &[ocmf("fields LC, LR and LU")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    from_notes(facts, sink, &[NoteKind::LossParametersIncomplete]);
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{Note, Outcome};

    use super::*;
    use crate::testing::*;

    #[test]
    fn the_unit_is_missing() {
        let note = Note::new(NoteKind::LossParametersIncomplete, "LC.LU");
        let found = findings(&RULE, &Scene::new().record(whole("1", "2").note(note)).build());
        assert_eq!((found.len(), fact(&found[0], "field")), (1, "LC.LU"));
    }

    #[test]
    fn quiet_without_such_a_note() {
        assert_eq!(run(&RULE, &Scene::new().record(whole("1", "2")).build()).1, Outcome::Passed);
    }
}
