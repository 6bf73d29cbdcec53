//! OBI005: energy flowed from the vehicle during the session.

use eichrecht_model::{ObisCode, RegisterKind, Severity};

use crate::facts::{pair, register_name, transactions};
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// A register of export rose. What was fed in is not taken off the import: whether and how it is paid for is a matter
/// of the contract.
pub(crate) static RULE: Rule = Rule {
    code: "OBI005",
    name: "export-moved",
    severity: Severity::Info,
    basis: &[Basis::Own("import and export are two amounts and are never set off against each other unasked")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for transaction in transactions(facts, sink) {
        for run in &transaction.registers {
            let export = matches!(run.obis.as_ref().map(ObisCode::kind), Some(RegisterKind::Export(..)));
            let Some(pair) = pair(run, facts.assessment).filter(|_| export) else { continue };
            let Some(delta) = pair.delta_wh() else {
                sink.not_evaluated(eichrecht_model::NotEvaluated::ValuesMissing);
                continue;
            };
            sink.looked();
            if !delta.is_zero() {
                sink.transaction(transaction.id, vec![("register", register_name(run)), ("energy", pair.delta_shown())]);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{NotEvaluated, Outcome, ReadingReason};

    use super::*;
    use crate::testing::*;

    fn with_export(end: Option<&str>) -> eichrecht_model::Assessment {
        let mut record = whole("1", "2");
        for (reason, value) in [(ReadingReason::Begin, Some("5.00")), (ReadingReason::End, end)] {
            let mut reading = reading(reason, "0", "2024-05-01T12:00:00Z");
            reading.value = value.map(|value| value.parse().unwrap());
            reading.obis = Some(ObisCode::new("1-0:2.8.0"));
            record = record.reading(reading);
        }
        Scene::new().record(record).transaction(&[1]).build()
    }

    #[test]
    fn fed_in() {
        let found = findings(&RULE, &with_export(Some("5.25")));
        assert_eq!((found.len(), fact(&found[0], "energy"), fact(&found[0], "register")), (1, "0.25 kWh", "1-0:2.8.0"));
    }

    #[test]
    fn quiet_when_it_stood_still() {
        assert_eq!(run(&RULE, &with_export(Some("5.0"))).1, Outcome::Passed);
    }

    #[test]
    fn a_missing_value_is_no_pass_and_no_export_nothing_to_look_at() {
        assert_eq!(run(&RULE, &with_export(None)).1, Outcome::NotEvaluated(NotEvaluated::ValuesMissing));
        assert_eq!(run(&RULE, &Scene::new().record(whole("1", "2")).transaction(&[1]).build()).1, Outcome::NotApplicable);
    }
}
