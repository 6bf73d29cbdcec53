//! MTR005: the meter itself declares the energy of a deciding reading unusable.

use eichrecht_model::Severity;

use crate::facts::{boundary, position_word, transactions};
use crate::registry::ocmf;
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// A flag for energy at begin or end says that this value must not be billed. The signature proves that the meter said
/// so.
pub(crate) static RULE: Rule = Rule {
    code: "MTR005",
    name: "energy-unusable",
    severity: Severity::Fail,
    basis: &[ocmf("field EF"), Basis::Law("MessEG", "§ 33 (1)")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for at in transactions(facts, sink).iter().flat_map(boundary) {
        let Some(reading) = facts.assessment.measurement(at) else { continue };
        sink.looked();
        if reading.error_flags.is_some_and(|flags| flags.energy) {
            sink.measurement(at, vec![("position", position_word(facts.assessment, at))]);
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{ErrorFlags, Outcome, ReadingReason};

    use super::*;
    use crate::testing::*;

    fn flagged(energy: bool, time: bool) -> eichrecht_model::Assessment {
        let record = whole("1", "2").with(|record| record.parsed.measurements[1].error_flags = Some(ErrorFlags { energy, time }));
        Scene::new().record(record).transaction(&[1]).build()
    }

    #[test]
    fn energy_at_the_end() {
        let found = findings(&RULE, &flagged(true, true));
        assert_eq!((found.len(), fact(&found[0], "position")), (1, "end"));
    }

    #[test]
    fn quiet_without_flags_and_on_time_alone() {
        assert_eq!(run(&RULE, &flagged(false, true)).1, Outcome::Passed);
        assert_eq!(run(&RULE, &Scene::new().record(whole("1", "2")).transaction(&[1]).build()).1, Outcome::Passed);
    }

    #[test]
    fn readings_in_between_are_left_to_mtr004() {
        let mut inner = reading(ReadingReason::Charging, "1.5", "2024-05-01T12:30:00Z");
        inner.error_flags = Some(ErrorFlags { energy: true, time: false });
        assert!(findings(&RULE, &Scene::new().record(whole("1", "2").reading(inner)).transaction(&[1]).build()).is_empty());
    }
}
