//! BIL003: nothing is proven that the bill could be compared with.

use eichrecht_model::{Assignment, Severity};

use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// A bill is neither right nor wrong where the energy of its session is not proven: it counts as not checked.
pub(crate) static RULE: Rule = Rule {
    code: "BIL003",
    name: "bill-nothing-proven",
    severity: Severity::Warn,
    basis: &[Basis::Own("a bill can only be held against what is proven")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    let Some(bill) = &facts.assessment.bill else { return };
    let Assignment::To(id, _) = bill.assignment else { return };
    sink.looked();
    if facts.assessment.verified_energy(id).is_none() {
        sink.bill(vec![("session", id.0.to_string())]);
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::*;

    use super::*;
    use crate::bil::testing::*;
    use crate::testing::{fact, findings, run};

    #[test]
    fn without_proof() {
        let found = findings(&RULE, &with(|_| {}));
        assert_eq!(fact(&found[0], "session"), "1", "the verdict of the session is still open");
    }

    #[test]
    fn quiet_with_proof_and_without_a_session() {
        let mut proven = with(|_| {});
        proven.transactions[0].verdict = Verdict::Verified;
        assert_eq!(run(&RULE, &proven).1, Outcome::Passed);
        let nowhere = with(|bill| bill.assignment = Assignment::None(NotAssigned::NoSession, Vec::new()));
        assert_eq!(run(&RULE, &nowhere).1, Outcome::NotApplicable);
    }
}
