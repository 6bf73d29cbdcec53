//! BIL008: the bill states a longer duration than the meter.

use eichrecht_model::{Compared, Rounding, Severity};

use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// By more than five minutes. It may be that the vehicle was left standing; where the price depends on the duration,
/// only the meter's counts.
pub(crate) static RULE: Rule = Rule {
    code: "BIL008",
    name: "billed-duration-longer",
    severity: Severity::Warn,
    basis: &[Basis::Own("a duration beyond begin and end of the meter is not measured")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    let Some(bill) = &facts.assessment.bill else { return };
    let Some(duration) = &bill.duration else { return };
    let Some(signed) = duration.signed_s else { return };
    sink.looked();
    if duration.outcome == Compared::Higher {
        let billed = duration.billed_s.divided(60, 0, Rounding::HalfUp).map(|minutes| minutes.to_string()).unwrap_or_default();
        let proof = if duration.proven { "proven" } else { "open" };
        sink.bill(vec![("billed", billed), ("signed", (signed / 60).to_string()), ("proof", proof.to_owned())]);
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::*;

    use super::*;
    use crate::bil::testing::*;
    use crate::testing::{fact, findings, run};

    fn of(outcome: Compared, signed_s: Option<i64>) -> Assessment {
        let billed_s = Decimal::new(5400, 0).unwrap();
        with(|bill| bill.duration = Some(DurationCheck { billed_s, signed_s, proven: true, outcome }))
    }

    #[test]
    fn told_in_minutes() {
        let found = findings(&RULE, &of(Compared::Higher, Some(3600)));
        assert_eq!((fact(&found[0], "billed"), fact(&found[0], "signed"), fact(&found[0], "proof")), ("90", "60", "proven"));
    }

    #[test]
    fn quiet_otherwise() {
        assert_eq!(run(&RULE, &of(Compared::Agrees, Some(5400))).1, Outcome::Passed);
        assert_eq!(run(&RULE, &of(Compared::NotChecked, None)).1, Outcome::NotApplicable);
    }
}
