//! BIL004: it is not clear which session the bill is for.

use eichrecht_model::{Assignment, Severity};

use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// A wrong choice could make a wrong bill right, so none is made unless only one session fits. The caller can name it.
pub(crate) static RULE: Rule = Rule {
    code: "BIL004",
    name: "bill-not-assigned",
    severity: Severity::Warn,
    basis: &[Basis::Own("several sessions of one amount or time cannot be told apart by the bill")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    let Some(bill) = &facts.assessment.bill else { return };
    if bill.request.bill.is_err() {
        return;
    }
    sink.looked();
    if let Assignment::None(why, candidates) = &bill.assignment {
        let list: Vec<String> = candidates.iter().take(10).map(|id| id.0.to_string()).collect();
        let dots = if candidates.len() > list.len() { ", …" } else { "" };
        sink.bill(vec![("problem", why.as_str().to_owned()), ("sessions", format!("{}{dots} ", list.join(", ")).trim_end().to_owned())]);
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::*;

    use super::*;
    use crate::bil::testing::*;
    use crate::testing::{fact, findings, run};

    fn of(assignment: Assignment) -> Assessment {
        with(|bill| bill.assignment = assignment)
    }

    #[test]
    fn says_why_and_which_come_into_question() {
        let found = findings(&RULE, &of(Assignment::None(NotAssigned::Several, vec![TransactionId(1), TransactionId(3)])));
        assert_eq!((fact(&found[0], "problem"), fact(&found[0], "sessions")), ("several", "1, 3"));
        let many = (1..=11).map(TransactionId).collect();
        let found = findings(&RULE, &of(Assignment::None(NotAssigned::NoneFits, many)));
        assert!(fact(&found[0], "sessions").ends_with("10, …"));
    }

    #[test]
    fn quiet_when_assigned_or_unreadable() {
        assert_eq!(run(&RULE, &of(Assignment::To(TransactionId(1), AssignedBy::Only))).1, Outcome::Passed);
        let unreadable = with(|bill| {
            bill.request.bill = Err(BillProblem { kind: BillProblemKind::Empty, place: String::new() });
            bill.assignment = Assignment::None(NotAssigned::BillUnreadable, Vec::new());
        });
        assert_eq!(run(&RULE, &unreadable).1, Outcome::NotApplicable);
    }
}
