//! BIL019: a field of the bill was not used.

use eichrecht_model::{BillNoteKind, Severity};

use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// It cannot be read, stands twice, or is not known. What it says was not compared; unless it is merely unknown, the
/// bill counts as not checked.
pub(crate) static RULE: Rule = Rule {
    code: "BIL019",
    name: "bill-field-unreadable",
    severity: Severity::Warn,
    basis: &[Basis::Own("what was left out must be told")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    let Some(bill) = &facts.assessment.bill else { return };
    let Ok(content) = &bill.request.bill else { return };
    sink.looked();
    for note in &content.notes {
        let problem = match note.kind {
            BillNoteKind::Unreadable => "unreadable",
            BillNoteKind::Twice => "twice",
            BillNoteKind::Unknown => "unknown",
            _ => continue,
        };
        let found = note.found.clone();
        sink.bill(vec![("problem", problem.to_owned()), ("field", note.field.clone()), crate::facts::has(&found), ("found", found)]);
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::*;

    use super::*;
    use crate::bil::testing::*;
    use crate::testing::{fact, findings, run};

    fn of(kind: BillNoteKind) -> Assessment {
        let note = BillNote { kind, field: "energy".to_owned(), found: "viel".to_owned() };
        with(|check| check.request.bill.as_mut().unwrap().notes.push(note))
    }

    #[test]
    fn each_kind_is_told() {
        for (kind, problem) in
            [(BillNoteKind::Unreadable, "unreadable"), (BillNoteKind::Twice, "twice"), (BillNoteKind::Unknown, "unknown")]
        {
            let found = findings(&RULE, &of(kind));
            assert_eq!((fact(&found[0], "problem"), fact(&found[0], "field"), fact(&found[0], "found")), (problem, "energy", "viel"));
        }
    }

    #[test]
    fn contradictions_are_another_rules() {
        assert_eq!(run(&RULE, &of(BillNoteKind::Contradiction)).1, Outcome::Passed);
    }
}
