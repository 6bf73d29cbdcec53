//! BIL005: the session of the bill was found by its amount alone.

use eichrecht_model::{AssignedBy, Assignment, Severity};

use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// Of several sessions only one has the billed amount, and the bill says nothing else that tells them apart. A bill for
/// another session, with a wrong amount, would look the same.
pub(crate) static RULE: Rule = Rule {
    code: "BIL005",
    name: "bill-assigned-by-amount",
    severity: Severity::Warn,
    basis: &[Basis::Own("an amount is what the bill is to be checked for, and a weak witness of what it is about")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    let Some(bill) = &facts.assessment.bill else { return };
    let Assignment::To(id, by) = bill.assignment else { return };
    sink.looked();
    if by == AssignedBy::AmountAlone {
        sink.bill(vec![("session", id.0.to_string())]);
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::*;

    use super::*;
    use crate::bil::testing::*;
    use crate::testing::{fact, findings, run};

    fn of(by: AssignedBy) -> Assessment {
        with(|bill| bill.assignment = Assignment::To(TransactionId(1), by))
    }

    #[test]
    fn told() {
        assert_eq!(fact(&findings(&RULE, &of(AssignedBy::AmountAlone))[0], "session"), "1");
    }

    #[test]
    fn quiet_when_something_else_speaks_for_it() {
        for by in [AssignedBy::Only, AssignedBy::Named, AssignedBy::Fits] {
            assert_eq!(run(&RULE, &of(by)).1, Outcome::Passed);
        }
    }
}
