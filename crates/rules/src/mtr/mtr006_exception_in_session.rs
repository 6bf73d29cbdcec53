//! MTR006: an error during charging made the energy unusable.

use eichrecht_model::{ReadingReason, Severity};

use crate::facts::{session_readings, status_word};
use crate::registry::ocmf;
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// A reading with the reason "exception" says that from it on energy, time or both are unusable although charging goes
/// on. If its flags do not limit that to time, the amount of the session is not proven, however good its end looks.
pub(crate) static RULE: Rule = Rule {
    code: "MTR006",
    name: "exception-in-session",
    severity: Severity::Fail,
    basis: &[ocmf("fields TX and EF"), Basis::Law("MessEG", "§ 33 (1)")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for (at, reading) in session_readings(facts, sink) {
        sink.looked();
        if reading.reason != Some(ReadingReason::Exception) {
            continue;
        }
        let flags = reading.error_flags.unwrap_or_default();
        if flags.energy || !flags.time {
            let stated = if flags.energy { "energy" } else { "nothing" };
            let words = vec![("flags", stated.to_owned()), ("status", status_word(reading.status.as_ref()))];
            sink.measurement(at, words);
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{ErrorFlags, Outcome};

    use super::*;
    use crate::testing::*;

    fn exception(flags: Option<ErrorFlags>) -> eichrecht_model::Assessment {
        let mut inner = reading(ReadingReason::Exception, "1.5", "2024-05-01T12:30:00Z");
        inner.error_flags = flags;
        Scene::new().record(whole("1", "2").reading(inner)).transaction(&[1]).build()
    }

    #[test]
    fn energy_or_nothing_said() {
        let energy = findings(&RULE, &exception(Some(ErrorFlags { energy: true, time: true })));
        assert_eq!((energy.len(), fact(&energy[0], "flags")), (1, "energy"));
        for flags in [None, Some(ErrorFlags::default())] {
            let found = findings(&RULE, &exception(flags));
            assert_eq!((found.len(), fact(&found[0], "flags")), (1, "nothing"));
        }
    }

    #[test]
    fn time_alone_is_left_to_mtr007() {
        assert_eq!(run(&RULE, &exception(Some(ErrorFlags { energy: false, time: true }))).1, Outcome::Passed);
    }

    #[test]
    fn quiet_without_an_exception() {
        assert_eq!(run(&RULE, &Scene::new().record(whole("1", "2")).transaction(&[1]).build()).1, Outcome::Passed);
        assert_eq!(run(&RULE, &Scene::new().record(one_reading(ReadingReason::Exception, "1")).build()).1, Outcome::NotApplicable);
    }
}
