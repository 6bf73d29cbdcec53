//! BIL009: the bill names another charge point than the meter signed.

use eichrecht_model::Severity;

use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// Spelling and separators aside. The bill may be for another session.
pub(crate) static RULE: Rule = Rule {
    code: "BIL009",
    name: "billed-charge-point-differs",
    severity: Severity::Warn,
    basis: &[Basis::Own("the signed charge point tells where the energy was delivered")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    let Some(bill) = &facts.assessment.bill else { return };
    let Some(evse) = &bill.evse else { return };
    sink.looked();
    if !evse.agrees {
        sink.bill(vec![("billed", evse.billed.clone()), ("signed", evse.signed.clone())]);
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::*;

    use super::*;
    use crate::bil::testing::*;
    use crate::testing::{fact, findings, run};

    fn of(agrees: bool) -> Assessment {
        with(|bill| bill.evse = Some(EvseCheck { billed: "DE*A".to_owned(), signed: "DE*B".to_owned(), agrees }))
    }

    #[test]
    fn told() {
        let found = findings(&RULE, &of(false));
        assert_eq!((fact(&found[0], "billed"), fact(&found[0], "signed")), ("DE*A", "DE*B"));
    }

    #[test]
    fn quiet_when_the_same_or_not_named() {
        assert_eq!(run(&RULE, &of(true)).1, Outcome::Passed);
        assert_eq!(run(&RULE, &with(|_| {})).1, Outcome::NotApplicable);
    }
}
