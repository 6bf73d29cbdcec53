//! IDN005: the identification is not of the form its kind requires.

use eichrecht_model::{NoteKind, Severity};

use crate::registry::ocmf;
use crate::sink::from_notes;
use crate::{Facts, Formats, Rule, Sink, Status};

/// A card number named as a contract id, a contract id with a character too many: common in the field, and a hint that
/// the record cannot be matched with a bill by this number.
pub(crate) static RULE: Rule = Rule {
    code: "IDN005",
    name: "id-form-odd",
    severity: Severity::Warn,
    basis: &[ocmf("fields IT and ID")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    from_notes(facts, sink, &[NoteKind::IdForm]);
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{Note, Outcome};

    use super::*;
    use crate::testing::*;

    #[test]
    fn a_card_number_as_a_contract() {
        let note = Note::new(NoteKind::IdForm, "ID").found("04A1B2C3D4E5F6").expected("EMAID");
        let found = findings(&RULE, &Scene::new().record(whole("1", "2").note(note)).build());
        assert_eq!((found.len(), fact(&found[0], "expected")), (1, "EMAID"));
    }

    #[test]
    fn quiet_without_such_a_note() {
        assert_eq!(run(&RULE, &Scene::new().record(whole("1", "2")).build()).1, Outcome::Passed);
    }
}
