//! TIM002: the clock was not set well enough for its times to count.

use eichrecht_model::{Severity, TimeQuality};

use crate::facts::complete;
use crate::registry::ocmf;
use crate::{Facts, Formats, Rule, Sink, Status};

/// The energy of such a session is proven, its times are not: they are information only. That is by design of many
/// stations and no fault of the record, as long as nothing is billed by time (TIM010).
pub(crate) static RULE: Rule = Rule {
    code: "TIM002",
    name: "time-not-proven",
    severity: Severity::Warn,
    basis: &[ocmf("field TM")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    // Without a billing register there is no begin and end whose times could be judged (TXN006).
    for transaction in complete(facts, sink).into_iter().filter(|transaction| transaction.billing.is_some()) {
        sink.looked();
        if !transaction.time_quality.proves_duration() {
            let quality = if transaction.time_quality == TimeQuality::Unusable { "unusable" } else { "informative" };
            sink.transaction(transaction.id, vec![("quality", quality.to_owned())]);
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{NotEvaluated, Outcome, ReadingReason};

    use super::*;
    use crate::testing::*;

    fn of_quality(quality: TimeQuality) -> eichrecht_model::Assessment {
        let mut assessment = Scene::new().record(whole("1", "2")).transaction(&[1]).build();
        assessment.transactions[0].time_quality = quality;
        assessment
    }

    #[test]
    fn information_only_and_unusable() {
        assert_eq!(fact(&findings(&RULE, &of_quality(TimeQuality::Informative))[0], "quality"), "informative");
        assert_eq!(fact(&findings(&RULE, &of_quality(TimeQuality::Unusable))[0], "quality"), "unusable");
    }

    #[test]
    fn quiet_when_at_least_the_duration_counts() {
        assert_eq!(run(&RULE, &of_quality(TimeQuality::Synchronised)).1, Outcome::Passed);
        assert_eq!(run(&RULE, &of_quality(TimeQuality::DurationOnly)).1, Outcome::Passed);
    }

    #[test]
    fn incomplete_sessions_are_not_judged() {
        let scene = Scene::new().record(one_reading(ReadingReason::Begin, "1")).transaction(&[1]);
        assert_eq!(run(&RULE, &scene.build()).1, Outcome::NotEvaluated(NotEvaluated::NoCompleteTransaction));
    }
}
