//! MTR007: an error during charging made the time unusable, not the energy.

use eichrecht_model::{ErrorFlags, ReadingReason, Severity};

use crate::facts::session_readings;
use crate::registry::ocmf;
use crate::{Facts, Formats, Rule, Sink, Status};

/// The milder sister of MTR006: the amount of energy stands, times and durations do not.
pub(crate) static RULE: Rule = Rule {
    code: "MTR007",
    name: "exception-time-only",
    severity: Severity::Warn,
    basis: &[ocmf("fields TX and EF")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for (at, reading) in session_readings(facts, sink) {
        sink.looked();
        let time_only = reading.error_flags == Some(ErrorFlags { energy: false, time: true });
        if reading.reason == Some(ReadingReason::Exception) && time_only {
            sink.measurement(at, Vec::new());
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::Outcome;

    use super::*;
    use crate::testing::*;

    fn inner(reason: ReadingReason, energy: bool, time: bool) -> eichrecht_model::Assessment {
        let mut inner = reading(reason, "1.5", "2024-05-01T12:30:00Z");
        inner.error_flags = Some(ErrorFlags { energy, time });
        Scene::new().record(whole("1", "2").reading(inner)).transaction(&[1]).build()
    }

    #[test]
    fn time_alone() {
        assert_eq!(findings(&RULE, &inner(ReadingReason::Exception, false, true)).len(), 1);
    }

    #[test]
    fn energy_is_left_to_mtr006() {
        assert_eq!(run(&RULE, &inner(ReadingReason::Exception, true, true)).1, Outcome::Passed);
        assert_eq!(run(&RULE, &inner(ReadingReason::Exception, false, false)).1, Outcome::Passed);
    }

    #[test]
    fn the_flag_without_an_exception_is_left_to_tim009() {
        assert_eq!(run(&RULE, &inner(ReadingReason::Charging, false, true)).1, Outcome::Passed);
    }
}
