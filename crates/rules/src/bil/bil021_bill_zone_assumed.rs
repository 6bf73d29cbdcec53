//! BIL021: the times of the bill have no zone, and German time was assumed.

use eichrecht_model::{BillTime, Severity, ZoneKnown};

use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// Central European Time with its summer time. The hour that a clock shows twice in October may be either.
pub(crate) static RULE: Rule = Rule {
    code: "BIL021",
    name: "bill-zone-assumed",
    severity: Severity::Info,
    basis: &[Basis::Own("bills of German stations show local time without saying so")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    let Some(bill) = &facts.assessment.bill else { return };
    let Ok(content) = &bill.request.bill else { return };
    let times: Vec<&BillTime> = [&content.begin, &content.end].into_iter().flatten().collect();
    if times.is_empty() {
        return;
    }
    sink.looked();
    if times.iter().any(|time| time.zone == ZoneKnown::AssumedGerman) {
        let twice = if times.iter().any(|time| time.instants.len() > 1) { "yes" } else { "no" };
        sink.bill(vec![("twice", twice.to_owned())]);
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::*;

    use super::*;
    use crate::bil::testing::*;
    use crate::testing::{fact, findings, run};

    fn of(zone: ZoneKnown, instants: usize) -> Assessment {
        let mut time = BillTime { zone, ..at("2024-05-01T12:00:00Z") };
        time.instants = vec![time.instants[0]; instants];
        with(|check| check.request.bill.as_mut().unwrap().begin = Some(time))
    }

    #[test]
    fn told() {
        assert_eq!(fact(&findings(&RULE, &of(ZoneKnown::AssumedGerman, 1))[0], "twice"), "no");
        assert_eq!(fact(&findings(&RULE, &of(ZoneKnown::AssumedGerman, 2))[0], "twice"), "yes");
    }

    #[test]
    fn quiet_with_a_known_zone() {
        for zone in [ZoneKnown::Written, ZoneKnown::Given, ZoneKnown::AssumedUtc] {
            assert_eq!(run(&RULE, &of(zone, 1)).1, Outcome::Passed);
        }
        assert_eq!(run(&RULE, &with(|_| {})).1, Outcome::NotApplicable);
    }
}
