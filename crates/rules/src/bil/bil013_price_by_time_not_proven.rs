//! BIL013: a part of the price is for time, and the time is not proven.

use eichrecht_model::{Proof, Severity};

use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// A price by time needs a duration that was measured legally: by a synchronised clock, counted from the begin, or
/// counted beside the clock. Other times are computed with and shown, and prove nothing.
pub(crate) static RULE: Rule = Rule {
    code: "BIL013",
    name: "price-by-time-not-proven",
    severity: Severity::Warn,
    basis: &[Basis::Law("MessEG", "§ 33 (1)"), crate::registry::ocmf("field TM")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    let Some(bill) = &facts.assessment.bill else { return };
    let Some(Ok(computed)) = bill.price.as_ref().map(|price| &price.computed) else { return };
    let mut steps = computed.steps.iter().filter(|step| step.kind.is_time() && !step.amount.is_zero()).peekable();
    if steps.peek().is_none() {
        return;
    }
    sink.looked();
    if let Some(step) = steps.find(|step| step.proof != Proof::Proven) {
        sink.bill(vec![("kind", step.kind.as_str().to_owned()), ("proof", step.proof.as_str().to_owned())]);
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::*;

    use super::*;
    use crate::bil::testing::*;
    use crate::testing::{fact, findings, run};

    fn of(kind: ComponentKind, proof: Proof) -> Assessment {
        let mut price = price("2.18", "2.18");
        price.computed.as_mut().unwrap().steps[0] = PriceStep { kind, proof, ..step() };
        with(|bill| bill.price = Some(price))
    }

    #[test]
    fn told_with_the_witness() {
        for proof in [Proof::Stated, Proof::Claimed] {
            assert_eq!(fact(&findings(&RULE, &of(ComponentKind::Session, proof))[0], "proof"), proof.as_str());
        }
    }

    #[test]
    fn quiet_when_proven_or_of_another_kind() {
        assert_eq!(run(&RULE, &of(ComponentKind::Session, Proof::Proven)).1, Outcome::Passed);
        assert_eq!(run(&RULE, &of(ComponentKind::Energy, Proof::Claimed)).1, Outcome::NotApplicable);
    }
}
