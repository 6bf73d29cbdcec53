//! BIL006: begin or end on the bill are not those of the meter.

use eichrecht_model::Severity;

use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// Seconds by which a difference may miss whole hours and still be one of zones.
const NEAR: i64 = 5 * 60;

/// A bill may begin up to half an hour before the meter, and end up to half an hour behind it: the vehicle was plugged
/// in or left standing. Otherwise five minutes. A difference of one or two hours points at a mistaken zone.
pub(crate) static RULE: Rule = Rule {
    code: "BIL006",
    name: "billed-time-differs",
    severity: Severity::Warn,
    basis: &[Basis::Own("times on a bill come from the back-end, those of the meter are signed")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    let Some(bill) = &facts.assessment.bill else { return };
    for (which, check) in [("begin", &bill.begin), ("end", &bill.end)] {
        let Some(check) = check else { continue };
        let (Some(agrees), Some(difference), Some(signed)) = (check.agrees, check.difference_s, &check.signed) else { continue };
        sink.looked();
        if !agrees {
            let hours = (difference.abs() + NEAR) / 3600;
            let zone = (1..=2).contains(&hours) && (difference.abs() - hours * 3600).abs() <= NEAR;
            sink.bill(vec![
                ("which", which.to_owned()),
                ("billed", check.billed.raw.clone()),
                ("signed", signed.raw.clone()),
                ("minutes", (difference.abs() / 60).to_string()),
                ("order", if difference < 0 { "earlier" } else { "later" }.to_owned()),
                ("zone", if zone { "suspected" } else { "fine" }.to_owned()),
            ]);
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::*;

    use super::*;
    use crate::bil::testing::*;
    use crate::testing::{fact, findings, run};

    fn of(seconds: i64, agrees: bool) -> Assessment {
        with(|bill| bill.end = Some(TimeCheck { difference_s: Some(seconds), agrees: Some(agrees), ..time() }))
    }

    #[test]
    fn told_with_direction_and_minutes() {
        let found = findings(&RULE, &of(-600, false));
        assert_eq!((fact(&found[0], "which"), fact(&found[0], "minutes"), fact(&found[0], "order")), ("end", "10", "earlier"));
        assert_eq!(fact(&found[0], "zone"), "fine");
    }

    #[test]
    fn whole_hours_point_at_the_zone() {
        for (seconds, zone) in [(3600, "suspected"), (-7200, "suspected"), (3400, "suspected"), (5400, "fine"), (4 * 3600, "fine")] {
            assert_eq!(fact(&findings(&RULE, &of(seconds, false))[0], "zone"), zone, "{seconds}");
        }
    }

    #[test]
    fn quiet_when_near_or_unknown() {
        assert_eq!(run(&RULE, &of(60, true)).1, Outcome::Passed);
        let unsigned = with(|bill| bill.begin = Some(TimeCheck { signed: None, difference_s: None, agrees: None, ..time() }));
        assert_eq!(run(&RULE, &unsigned).1, Outcome::NotApplicable);
    }
}
