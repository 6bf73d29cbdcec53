//! MTR004: the meter reports a fault at a reading the bill does not rest on.

use eichrecht_model::{MeterStatus, ReadingReason, Severity};

use crate::facts::{boundaries, covers, position_word, readable, readings_of, status_word};
use crate::mtr::mtr003_meter_status_bad::STATUS_DEMANDED;
use crate::registry::ocmf;
use crate::{Facts, Formats, Rule, Sink, Status};

/// Intermediate readings, other registers and records outside sessions: a fault there, or energy declared unusable,
/// does not alter the difference of begin and end, but tells that something happened on the way. Readings that
/// announce an exception are left to MTR006.
pub(crate) static RULE: Rule = Rule {
    code: "MTR004",
    name: "meter-status-bad-between",
    severity: Severity::Warn,
    basis: &[ocmf("fields ST and EF")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    let deciding = boundaries(facts);
    for (entry, _) in readable(facts, sink) {
        let demanded = covers(STATUS_DEMANDED, entry);
        for (at, reading) in readings_of(facts.assessment, entry.id).filter(|(at, _)| !deciding.contains(at)) {
            if !demanded && reading.status.is_none() && reading.error_flags.is_none() {
                continue;
            }
            sink.looked();
            let status_bad = !reading.status.as_ref().map_or(!demanded, MeterStatus::is_ok);
            let exception = reading.reason == Some(ReadingReason::Exception);
            let energy_bad = reading.error_flags.is_some_and(|flags| flags.energy) && !exception;
            if status_bad || energy_bad {
                let status = if status_bad { status_word(reading.status.as_ref()) } else { "energy-unusable".to_owned() };
                let received = match &reading.status {
                    Some(MeterStatus::Other(text)) => text.clone(),
                    _ => String::new(),
                };
                sink.measurement(at, vec![("position", position_word(facts.assessment, at)), ("status", status), ("found", received)]);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{ErrorFlags, Measurement, Outcome};

    use super::*;
    use crate::testing::*;

    fn with_inner(change: impl FnOnce(&mut Measurement)) -> eichrecht_model::Assessment {
        let mut inner = reading(ReadingReason::Charging, "1.5", "2024-05-01T12:30:00Z");
        change(&mut inner);
        Scene::new().record(whole("1", "2").reading(inner)).transaction(&[1]).build()
    }

    #[test]
    fn a_fault_on_the_way() {
        let found = findings(&RULE, &with_inner(|inner| inner.status = Some(MeterStatus::Timeout)));
        assert_eq!((found.len(), fact(&found[0], "status"), fact(&found[0], "position")), (1, "timeout", "between"));
        let found = findings(&RULE, &with_inner(|inner| inner.error_flags = Some(ErrorFlags { energy: true, time: false })));
        assert_eq!((found.len(), fact(&found[0], "status")), (1, "energy-unusable"));
    }

    #[test]
    fn quiet_when_all_is_well_and_about_begin_and_end() {
        assert_eq!(run(&RULE, &with_inner(|_| {})).1, Outcome::Passed);
        let record = whole("1", "2").with(|record| record.parsed.measurements[0].status = None);
        assert_eq!(run(&RULE, &Scene::new().record(record).transaction(&[1]).build()).1, Outcome::NotApplicable);
    }

    #[test]
    fn records_outside_sessions_count() {
        let record = whole("1", "2").with(|record| record.parsed.measurements[0].status = None);
        assert_eq!(findings(&RULE, &Scene::new().record(record).build()).len(), 1);
    }
}
