//! BIL018: the bill could not be read.

use eichrecht_model::{BillProblemKind, Severity};

use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// It then counts as not checked.
pub(crate) static RULE: Rule = Rule {
    code: "BIL018",
    name: "bill-unreadable",
    severity: Severity::Warn,
    basis: &[Basis::Own("what cannot be read cannot be compared")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    let Some(bill) = &facts.assessment.bill else { return };
    sink.looked();
    if let Err(problem) = &bill.request.bill {
        let limit = match problem.kind {
            BillProblemKind::Limit(limit) => limit.as_str(),
            _ => "",
        };
        sink.bill(vec![
            ("problem", problem.kind.as_str().to_owned()),
            ("limit", limit.to_owned()),
            ("place", problem.place.clone()),
            crate::facts::has(&problem.place),
        ]);
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::*;

    use super::*;
    use crate::bil::testing::*;
    use crate::testing::{fact, findings, run};

    #[test]
    fn says_why() {
        let of = |kind, place: &str| with(|bill| bill.request.bill = Err(BillProblem { kind, place: place.to_owned() }));
        let found = findings(&RULE, &of(BillProblemKind::Syntax, "byte 3"));
        assert_eq!((fact(&found[0], "problem"), fact(&found[0], "place"), fact(&found[0], "has")), ("syntax", "byte 3", "found"));
        let found = findings(&RULE, &of(BillProblemKind::Limit(LimitName::BillBytes), ""));
        assert_eq!((fact(&found[0], "limit"), fact(&found[0], "has")), ("bill-bytes", "none"));
    }

    #[test]
    fn quiet_otherwise() {
        assert_eq!(run(&RULE, &with(|_| {})).1, Outcome::Passed);
        assert_eq!(run(&RULE, &without_bill()).1, Outcome::NotApplicable);
    }
}
