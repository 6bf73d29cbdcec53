//! TIM009: the meter itself declares the time of a deciding reading unusable.

use eichrecht_model::Severity;

use crate::facts::{boundary, position_word, transactions};
use crate::registry::ocmf;
use crate::{Facts, Formats, Rule, Sink, Status};

/// A flag for time at begin or end does not touch the energy. Some devices set it on every reading, as their clock was
/// never meant for billing; other programs accept that, and so does this one for energy.
pub(crate) static RULE: Rule = Rule {
    code: "TIM009",
    name: "time-unusable",
    severity: Severity::Warn,
    basis: &[ocmf("field EF")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for at in transactions(facts, sink).iter().flat_map(boundary) {
        let Some(reading) = facts.assessment.measurement(at) else { continue };
        sink.looked();
        if reading.error_flags.is_some_and(|flags| flags.time) {
            sink.measurement(at, vec![("position", position_word(facts.assessment, at))]);
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{ErrorFlags, Outcome, ReadingReason};

    use super::*;
    use crate::testing::*;

    #[test]
    fn at_the_begin() {
        let flags = Some(ErrorFlags { energy: false, time: true });
        let record = whole("1", "2").with(|record| record.parsed.measurements[0].error_flags = flags);
        let found = findings(&RULE, &Scene::new().record(record).transaction(&[1]).build());
        assert_eq!((found.len(), fact(&found[0], "position")), (1, "begin"));
    }

    #[test]
    fn quiet_on_energy_alone_and_without_flags() {
        let flags = Some(ErrorFlags { energy: true, time: false });
        let record = whole("1", "2").with(|record| record.parsed.measurements[0].error_flags = flags);
        assert_eq!(run(&RULE, &Scene::new().record(record).transaction(&[1]).build()).1, Outcome::Passed);
    }

    #[test]
    fn readings_in_between_are_not_its_matter() {
        let mut inner = reading(ReadingReason::Charging, "1.5", "2024-05-01T12:30:00Z");
        inner.error_flags = Some(ErrorFlags { energy: false, time: true });
        assert!(findings(&RULE, &Scene::new().record(whole("1", "2").reading(inner)).transaction(&[1]).build()).is_empty());
    }
}
