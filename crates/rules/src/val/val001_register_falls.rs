//! VAL001: a register shows less at the end than at the begin.

use eichrecht_model::{NotEvaluated, ObisCode, RegisterKind, RegisterRun, RegisterScope, Severity};

use crate::facts::{counts_energy, deciding_runs, has, in_wh, pair, register_name, shown, transactions};
use crate::registry::ocmf;
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// Registers of energy only rise. The values are compared in one unit: 1 kWh is more than 999 Wh. Besides the billing
/// register all lifetime registers are looked at: one that falls shows that the meter cannot be relied on.
pub(crate) static RULE: Rule = Rule {
    code: "VAL001",
    name: "register-falls",
    severity: Severity::Fail,
    basis: &[ocmf("field RV"), Basis::Law("MessEG", "§ 33 (1)")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for transaction in transactions(facts, sink) {
        let billing = transaction.billing.map(|(index, _)| index);
        let runs = transaction.registers.iter().enumerate();
        let looked_at = runs.filter(|(index, run)| Some(*index) == billing || is_lifetime(run)).map(|(_, run)| run);
        for run in looked_at {
            match pair(run, facts.assessment).map(|pair| (pair, in_wh(pair.begin), in_wh(pair.end))) {
                Some((pair, Some(begin), Some(end))) => {
                    sink.looked();
                    if end < begin {
                        let register = register_name(run);
                        let words = vec![has(&register), ("register", register), ("begin", shown(pair.begin)), ("end", shown(pair.end))];
                        sink.transaction(transaction.id, words);
                    }
                }
                Some(_) => sink.not_evaluated(NotEvaluated::ValuesMissing),
                None => {}
            }
        }
        let nothing = deciding_runs(transaction).iter().all(|run| pair(run, facts.assessment).is_none());
        let energy = deciding_runs(transaction).iter().any(|run| counts_energy(run, facts.assessment));
        if transaction.shape.is_complete() && energy && nothing {
            sink.not_evaluated(NotEvaluated::ValuesMissing);
        }
    }
}

fn is_lifetime(run: &RegisterRun) -> bool {
    let kind = run.obis.as_ref().map(ObisCode::kind);
    matches!(kind, Some(RegisterKind::Import(RegisterScope::Lifetime, _) | RegisterKind::Export(RegisterScope::Lifetime, _)))
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{Outcome, ReadingReason, Unit};

    use super::*;
    use crate::testing::*;

    #[test]
    fn less_at_the_end() {
        let found = findings(&RULE, &Scene::new().record(whole("10.0", "9.9")).transaction(&[1]).build());
        assert_eq!(found.len(), 1);
        assert_eq!((fact(&found[0], "begin"), fact(&found[0], "end")), ("10.0 kWh", "9.9 kWh"));
    }

    #[test]
    fn units_are_brought_together_first() {
        let scene = |begin: &str, end: &str| {
            let record = whole(begin, end).with(|record| record.parsed.measurements[0].unit = Some(Unit::WattHour));
            Scene::new().record(record).transaction(&[1]).build()
        };
        assert_eq!(run(&RULE, &scene("999", "1")).1, Outcome::Passed);
        assert_eq!(findings(&RULE, &scene("1001", "1")).len(), 1);
    }

    #[test]
    fn equal_is_no_fall_and_a_missing_value_no_pass() {
        assert_eq!(run(&RULE, &Scene::new().record(whole("1.0", "1.00")).transaction(&[1]).build()).1, Outcome::Passed);
        let record = whole("1", "2").with(|record| record.parsed.measurements[1].value = None);
        let outcome = run(&RULE, &Scene::new().record(record).transaction(&[1]).build()).1;
        assert_eq!(outcome, Outcome::NotEvaluated(NotEvaluated::ValuesMissing));
        let record = whole("1", "2").reading(reading(ReadingReason::End, "3", "2024-05-01T14:00:00Z"));
        let outcome = run(&RULE, &Scene::new().record(record).transaction(&[1]).build()).1;
        assert_eq!(outcome, Outcome::NotEvaluated(NotEvaluated::ValuesMissing), "two ends");
    }

    #[test]
    fn a_lifetime_register_beside_may_not_fall_either_a_session_register_may() {
        let scene = |obis: &str| {
            let mut record = whole("1", "2");
            for (reason, value, time) in
                [(ReadingReason::Begin, "8", "2024-05-01T12:00:00Z"), (ReadingReason::End, "7", "2024-05-01T13:00:00Z")]
            {
                let mut other = reading(reason, value, time);
                other.obis = Some(ObisCode::new(obis));
                record = record.reading(other);
            }
            Scene::new().record(record).transaction(&[1]).build()
        };
        assert_eq!(findings(&RULE, &scene("1-0:2.8.0")).len(), 1);
        assert!(findings(&RULE, &scene("1-0:C2.8.0")).is_empty());
        assert!(findings(&RULE, &scene("1-0:16.8.0")).is_empty());
    }
}
