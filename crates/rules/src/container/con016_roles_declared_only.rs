//! CON016 roles-declared-only.

use eichrecht_model::Severity;

use crate::facts::{complete, deciding_pairs};
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// Meters that sign single readings do not say which of them begins a session. The container does, and nobody signs
/// that: the difference of the two readings is proven, that they are begin and end of one session is not.
pub(crate) static RULE: Rule = Rule {
    code: "CON016",
    name: "roles-declared-only",
    severity: Severity::Info,
    basis: &[Basis::Specification("SAFE transparency XML", "value/@context"), Basis::Own("what is claimed and not signed is told")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for transaction in complete(facts, sink) {
        sink.looked();
        let pairs = deciding_pairs(transaction, facts.assessment, sink);
        if pairs.iter().any(|pair| pair.begin.reason.is_none() || pair.end.reason.is_none()) {
            sink.transaction(transaction.id, Vec::new());
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{Assessment, MeasurementRef, Outcome, RecordId};

    use super::*;
    use crate::testing::*;

    /// Begin and end in records of their own, without signed reasons.
    fn unnamed() -> Assessment {
        let of = |value, time: &str| {
            let mut reading = reading(eichrecht_model::ReadingReason::Begin, value, time);
            reading.reason = None;
            record().reading(reading)
        };
        let scene = Scene::new().record(of("1", "2024-05-01T12:00:00Z").page(1)).record(of("2", "2024-05-01T13:00:00Z").page(2));
        let mut assessment = scene.transaction(&[1, 2]).build();
        let transaction = &mut assessment.transactions[0];
        transaction.shape = eichrecht_model::TransactionShape::SeparateRecords;
        let run = &mut transaction.registers[0];
        run.inner.clear();
        run.begins.push(MeasurementRef { record: RecordId(1), index: 0 });
        run.ends.push(MeasurementRef { record: RecordId(2), index: 0 });
        assessment
    }

    #[test]
    fn readings_without_signed_roles() {
        assert_eq!(findings(&RULE, &unnamed()).len(), 1);
    }

    #[test]
    fn signed_roles() {
        assert_eq!(run(&RULE, &Scene::new().record(whole("1", "2")).transaction(&[1]).build()).1, Outcome::Passed);
    }
}
