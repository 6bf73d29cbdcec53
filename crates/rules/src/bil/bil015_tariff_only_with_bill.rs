//! BIL015: the tariff only came with the bill.

use eichrecht_model::{Severity, TariffOrigin};

use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// The total was recomputed from prices the biller states. That they are those agreed on is for the customer to
/// compare.
pub(crate) static RULE: Rule = Rule {
    code: "BIL015",
    name: "tariff-only-with-bill",
    severity: Severity::Info,
    basis: &[Basis::Own("whoever writes the bill also wrote the tariff beside it")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    let Some(bill) = &facts.assessment.bill else { return };
    let Some(Ok(computed)) = bill.price.as_ref().map(|price| &price.computed) else { return };
    sink.looked();
    if computed.origin == TariffOrigin::Bill {
        sink.bill(vec![("tariff", computed.tariff.clone()), crate::facts::has(&computed.tariff)]);
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::*;

    use super::*;
    use crate::bil::testing::*;
    use crate::testing::{fact, findings, run};

    fn of(origin: TariffOrigin) -> Assessment {
        let mut price = price("2.18", "2.18");
        price.computed.as_mut().unwrap().origin = origin;
        with(|bill| bill.price = Some(price))
    }

    #[test]
    fn told() {
        assert_eq!(fact(&findings(&RULE, &of(TariffOrigin::Bill))[0], "tariff"), "T1");
    }

    #[test]
    fn quiet_for_other_origins() {
        for origin in [TariffOrigin::User, TariffOrigin::Signed] {
            assert_eq!(run(&RULE, &of(origin)).1, Outcome::Passed);
        }
    }
}
