//! MTR003: the meter reports a fault at a reading the bill rests on.

use eichrecht_model::{MeterStatus, Severity};

use crate::facts::{boundary, covers, position_word, status_word, transactions};
use crate::registry::ocmf;
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// At begin and end of the billing register the meter must have been in order. Where the format demands a status for each
/// reading, the meter must have said so: no status is no good status. Where no register could be chosen for the bill, begin and end of every register count.
pub(crate) static RULE: Rule = Rule {
    code: "MTR003",
    name: "meter-status-bad",
    severity: Severity::Fail,
    basis: &[ocmf("field ST"), Basis::Law("MessEG", "§ 33 (1)")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

/// Formats in which every reading states how the meter is.
pub(super) const STATUS_DEMANDED: Formats = Formats::Only(&["alfen", "ocmf"]);

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for at in transactions(facts, sink).iter().flat_map(boundary) {
        let demanded = facts.assessment.record(at.record).is_some_and(|entry| covers(STATUS_DEMANDED, entry));
        let Some(reading) = facts.assessment.measurement(at).filter(|reading| demanded || reading.status.is_some()) else { continue };
        sink.looked();
        if !reading.status.as_ref().is_some_and(MeterStatus::is_ok) {
            let received = match &reading.status {
                Some(MeterStatus::Other(text)) => text.clone(),
                _ => String::new(),
            };
            let status = status_word(reading.status.as_ref());
            sink.measurement(at, vec![("position", position_word(facts.assessment, at)), ("status", status), ("found", received)]);
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{ObisCode, Outcome, ReadingReason};

    use super::*;
    use crate::testing::*;

    #[test]
    fn a_fault_and_a_missing_status() {
        let record = whole("1", "2").with(|record| {
            record.parsed.measurements[0].status = None;
            record.parsed.measurements[1].status = Some(MeterStatus::Manipulated);
        });
        let found = findings(&RULE, &Scene::new().record(record).transaction(&[1]).build());
        assert_eq!(found.len(), 2);
        assert_eq!((fact(&found[0], "position"), fact(&found[0], "status")), ("begin", "missing"));
        assert_eq!((fact(&found[1], "position"), fact(&found[1], "status")), ("end", "manipulated"));
    }

    #[test]
    fn a_format_without_status_is_left_alone_but_a_bad_one_counts_in_all() {
        let of = |status| {
            let record = whole("1", "2").with(|record| {
                record.parsed.format = eichrecht_model::FormatId("other");
                record.parsed.measurements[0].status = status;
                record.parsed.measurements[1].status = None;
            });
            Scene::new().record(record).transaction(&[1]).build()
        };
        assert_eq!(run(&RULE, &of(None)).1, Outcome::NotApplicable);
        assert_eq!(findings(&RULE, &of(Some(MeterStatus::ReadError))).len(), 1);
    }

    #[test]
    fn an_unknown_letter_is_shown() {
        let record = whole("1", "2").with(|record| record.parsed.measurements[1].status = Some(MeterStatus::Other("Q".into())));
        let found = findings(&RULE, &Scene::new().record(record).transaction(&[1]).build());
        assert_eq!((fact(&found[0], "status"), fact(&found[0], "found")), ("unknown", "Q"));
    }

    #[test]
    fn quiet_when_all_is_well_and_about_other_registers() {
        let mut duration = reading(ReadingReason::End, "3600", "2024-05-01T13:00:00Z");
        duration.obis = Some(ObisCode::new("1-0:0.8.6"));
        duration.status = Some(MeterStatus::OtherError);
        let mut assessment = Scene::new().record(whole("1", "2").reading(duration)).transaction(&[1]).build();
        assert_eq!(run(&RULE, &assessment).1, Outcome::Passed);
        // Without a register for the bill every begin and end counts.
        assessment.transactions[0].billing = None;
        assert_eq!(findings(&RULE, &assessment).len(), 1);
    }

    #[test]
    fn a_session_without_end_is_looked_at_as_far_as_it_goes() {
        let begin = one_reading(ReadingReason::Begin, "1").with(|record| record.parsed.measurements[0].status = Some(MeterStatus::Timeout));
        assert_eq!(findings(&RULE, &Scene::new().record(begin).transaction(&[1]).build()).len(), 1);
    }
}
