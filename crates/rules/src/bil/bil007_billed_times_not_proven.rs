//! BIL007: the bill states times, and the clock of the meter does not prove them.

use eichrecht_model::{Severity, TimeQuality};

use crate::{Facts, Formats, Rule, Sink, Status};

/// They are compared all the same; agreement shows no more than that both say the same.
pub(crate) static RULE: Rule = Rule {
    code: "BIL007",
    name: "billed-times-not-proven",
    severity: Severity::Info,
    basis: &[crate::registry::ocmf("field TM")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    let Some(bill) = &facts.assessment.bill else { return };
    let times = [&bill.begin, &bill.end].into_iter().flatten();
    let qualities: Vec<TimeQuality> = times.filter(|check| check.signed.is_some()).map(|check| check.quality).collect();
    let Some(quality) = qualities.first() else { return };
    sink.looked();
    if *quality != TimeQuality::Synchronised {
        let duration = if quality.proves_duration() { "proven" } else { "open" };
        sink.bill(vec![("duration", duration.to_owned())]);
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::*;

    use super::*;
    use crate::bil::testing::*;
    use crate::testing::{fact, findings, run};

    fn of(quality: TimeQuality) -> Assessment {
        with(|bill| bill.begin = Some(TimeCheck { quality, ..time() }))
    }

    #[test]
    fn told_with_what_is_left() {
        assert_eq!(fact(&findings(&RULE, &of(TimeQuality::Informative))[0], "duration"), "open");
        assert_eq!(fact(&findings(&RULE, &of(TimeQuality::DurationOnly))[0], "duration"), "proven");
    }

    #[test]
    fn quiet_with_a_synchronised_clock() {
        assert_eq!(run(&RULE, &of(TimeQuality::Synchronised)).1, Outcome::Passed);
        assert_eq!(run(&RULE, &with(|_| {})).1, Outcome::NotApplicable);
    }
}
