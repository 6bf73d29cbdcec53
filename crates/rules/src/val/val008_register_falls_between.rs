//! VAL008: an intermediate reading of the billing register does not lie between its neighbours.

use eichrecht_model::{Decimal, Measurement, MeasurementRef, NotEvaluated, ReadingReason, RegisterRun, Severity};

use crate::facts::{in_signed_order, in_wh, positions, shown, transactions};
use crate::registry::ocmf;
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// From begin to end the billing register may stand still and rise, never fall. A step down is reported at the
/// intermediate reading it concerns; a step from begin straight to end is left to VAL001.
pub(crate) static RULE: Rule = Rule {
    code: "VAL008",
    name: "register-falls-between",
    severity: Severity::Fail,
    basis: &[ocmf("field RV"), Basis::Own("a register that falls once was not counting energy alone")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for transaction in transactions(facts, sink) {
        let Some(run) = transaction.billing_register().filter(|run| !run.inner.is_empty()) else { continue };
        sink.looked();
        let mut before: Option<Step<'_>> = None;
        let mut end: Option<Step<'_>> = None;
        for at in in_signed_order(run, &positions(transaction)) {
            let step = facts.assessment.measurement(at).and_then(|reading| Some(Step { at, reading, value: in_wh(reading)?, run }));
            let Some(step) = step else {
                sink.not_evaluated(NotEvaluated::ValuesMissing);
                continue;
            };
            if let Some(earlier) = before.filter(|earlier| step.value < earlier.value) {
                match (earlier.begins(), step.ends()) {
                    (true, true) => {}
                    (false, true) => report(sink, "above-end", &earlier, &step),
                    (_, false) => report(sink, "below-earlier", &step, &earlier),
                }
            }
            // A reading listed behind the end may repeat it, not exceed it.
            if let Some(end) = end.filter(|end| step.value > end.value && !step.ends()) {
                report(sink, "above-end", &step, &end);
            }
            if step.ends() {
                end = Some(step);
            }
            before = Some(step);
        }
    }
}

/// A reading of the register with its value in watt hours.
#[derive(Clone, Copy)]
struct Step<'a> {
    at: MeasurementRef,
    reading: &'a Measurement,
    value: Decimal,
    run: &'a RegisterRun,
}

impl Step<'_> {
    /// By its own reason; a reading without one is what it was put together as.
    fn is(&self, wanted: fn(&ReadingReason) -> bool, list: &[MeasurementRef]) -> bool {
        self.reading.reason.as_ref().map_or_else(|| list.contains(&self.at), wanted)
    }

    fn begins(&self) -> bool {
        self.is(ReadingReason::is_begin, &self.run.begins)
    }

    fn ends(&self) -> bool {
        self.is(ReadingReason::is_end, &self.run.ends)
    }
}

fn report(sink: &mut Sink<'_>, relation: &'static str, named: &Step<'_>, other: &Step<'_>) {
    let words = vec![("relation", relation.to_owned()), ("value", shown(named.reading)), ("other", shown(other.reading))];
    sink.measurement(named.at, words);
}

#[cfg(test)]
mod tests {
    use eichrecht_model::Outcome;

    use super::*;
    use crate::testing::*;

    fn course(inner: &[&str]) -> eichrecht_model::Assessment {
        let mut scene = Scene::new().record(one_reading(ReadingReason::Begin, "10").page(1));
        let mut numbers = vec![1];
        for value in inner {
            numbers.push(numbers.len() + 1);
            scene = scene.record(one_reading(ReadingReason::Charging, value).page(2));
        }
        numbers.push(numbers.len() + 1);
        scene.record(one_reading(ReadingReason::End, "20").page(9)).transaction(&numbers).build()
    }

    #[test]
    fn below_an_earlier_one() {
        let found = findings(&RULE, &course(&["15", "14", "16"]));
        assert_eq!(found.len(), 1);
        assert_eq!(
            (fact(&found[0], "relation"), fact(&found[0], "value"), fact(&found[0], "other")),
            ("below-earlier", "14 kWh", "15 kWh")
        );
        assert_eq!(fact(&findings(&RULE, &course(&["9"]))[0], "other"), "10 kWh");
    }

    #[test]
    fn above_the_end() {
        let found = findings(&RULE, &course(&["15", "21"]));
        assert_eq!((found.len(), fact(&found[0], "relation"), fact(&found[0], "value")), (1, "above-end", "21 kWh"));
    }

    #[test]
    fn behind_the_end() {
        let scene = |value: &str| {
            let late = reading(ReadingReason::Charging, value, "2024-05-01T13:00:00Z");
            Scene::new().record(whole("10", "20").reading(late)).transaction(&[1]).build()
        };
        assert_eq!(run(&RULE, &scene("20")).1, Outcome::Passed);
        assert_eq!(fact(&findings(&RULE, &scene("21"))[0], "relation"), "above-end");
        assert_eq!(fact(&findings(&RULE, &scene("19"))[0], "relation"), "below-earlier");
    }

    #[test]
    fn quiet_on_a_rising_course_and_at_its_ends() {
        assert_eq!(run(&RULE, &course(&["10", "10", "20"])).1, Outcome::Passed);
        assert_eq!(run(&RULE, &course(&[])).1, Outcome::NotApplicable);
    }

    #[test]
    fn an_unreadable_value_is_no_pass() {
        let mut inner = reading(ReadingReason::Charging, "1", "2024-05-01T12:30:00Z");
        inner.value = None;
        let scene = Scene::new().record(whole("0", "2").reading(inner)).transaction(&[1]);
        assert_eq!(run(&RULE, &scene.build()).1, Outcome::NotEvaluated(NotEvaluated::ValuesMissing));
    }
}
