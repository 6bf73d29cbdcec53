//! BIL012: the total could not be recomputed.

use eichrecht_model::{BillProblem, BillProblemKind, Compared, PriceGap, Severity};

use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// The bill then counts as not checked, however well its energy agrees.
pub(crate) static RULE: Rule = Rule {
    code: "BIL012",
    name: "total-not-recomputed",
    severity: Severity::Warn,
    basis: &[Basis::Own("a total that nobody has recomputed is not right")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    let Some(bill) = &facts.assessment.bill else { return };
    let (Some(price), Ok(content)) = (&bill.price, &bill.request.bill) else { return };
    if content.gross.is_none() && content.net.is_none() {
        return;
    }
    sink.looked();
    let (problem, kind, restriction) = match &price.computed {
        // Where nothing is proven, another finding says so.
        Err(PriceGap::NothingProven) => return,
        Err(gap @ PriceGap::QuantityUnknown(kind)) => (gap.as_str(), kind.as_str(), ""),
        Err(gap @ PriceGap::SplitUnknown(kind, restriction)) => (gap.as_str(), kind.as_str(), restriction.as_str()),
        Err(gap) => (gap.as_str(), "", ""),
        Ok(_) if price.outcome == Compared::NotChecked => ("clock", "", ""),
        Ok(_) => return,
    };
    let detail = match &price.computed {
        Err(PriceGap::TariffUnreadable(BillProblem { kind: BillProblemKind::Limit(limit), .. }) | PriceGap::Limit(limit)) => limit.as_str(),
        Err(PriceGap::TariffUnreadable(problem)) => problem.place.as_str(),
        Err(PriceGap::Currency(bill, _)) => bill.as_str(),
        _ => "",
    };
    sink.bill(vec![
        ("problem", problem.to_owned()),
        ("kind", kind.to_owned()),
        ("restriction", restriction.to_owned()),
        ("detail", detail.to_owned()),
        crate::facts::has(detail),
    ]);
}

#[cfg(test)]
mod tests {
    use eichrecht_model::*;

    use super::*;
    use crate::bil::testing::*;
    use crate::testing::{fact, findings, run};

    fn of(computed: Result<Computation, PriceGap>, outcome: Compared) -> Assessment {
        with(|bill| bill.price = Some(PriceCheck { computed, outcome, ..price("2.18", "2.18") }))
    }

    #[test]
    fn says_why() {
        let found = findings(&RULE, &of(Err(PriceGap::NoTariff), Compared::NotChecked));
        assert_eq!(fact(&found[0], "problem"), "no-tariff");
        let split = PriceGap::SplitUnknown(ComponentKind::Energy, RestrictionKind::TimeOfDay);
        let found = findings(&RULE, &of(Err(split), Compared::NotChecked));
        assert_eq!((fact(&found[0], "kind"), fact(&found[0], "restriction")), ("energy", "time-of-day"));
        let found = findings(&RULE, &of(Err(PriceGap::Limit(LimitName::BillDays)), Compared::NotChecked));
        assert_eq!((fact(&found[0], "detail"), fact(&found[0], "has")), ("bill-days", "found"));
        let found = findings(&RULE, &of(price("2.18", "2.18").computed, Compared::NotChecked));
        assert_eq!(fact(&found[0], "problem"), "clock");
    }

    #[test]
    fn quiet_otherwise() {
        assert_eq!(run(&RULE, &of(price("2.18", "2.18").computed, Compared::Agrees)).1, Outcome::Passed);
        assert_eq!(run(&RULE, &of(Err(PriceGap::NothingProven), Compared::NotChecked)).1, Outcome::Passed);
        let no_total = with(|bill| {
            bill.price = Some(PriceCheck { computed: Err(PriceGap::NoTariff), ..price("2.18", "2.18") });
            if let Ok(content) = &mut bill.request.bill {
                content.gross = None;
            }
        });
        assert_eq!(run(&RULE, &no_total).1, Outcome::NotApplicable);
    }
}
