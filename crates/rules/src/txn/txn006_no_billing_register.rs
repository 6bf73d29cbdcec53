//! TXN006: no register of a session can be told to be the one for the bill.

use eichrecht_model::{ObisCode, RegisterKind, Severity};

use crate::facts::{complete, has};
use crate::registry::ocmf;
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// A session may read many registers; only import of energy is judged. Where none is known for that, or several are
/// possible, no amount is stated. Sessions that only feed in get a word of their own: they are not judged yet.
pub(crate) static RULE: Rule = Rule {
    code: "TXN006",
    name: "no-billing-register",
    severity: Severity::Fail,
    basis: &[ocmf("field RI"), Basis::Law("MessEG", "§ 33 (1)")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for transaction in complete(facts, sink) {
        sink.looked();
        if transaction.billing.is_some() {
            continue;
        }
        let export = transaction.registers.iter().any(|run| {
            let kind = run.obis.as_ref().map(ObisCode::kind);
            matches!(kind, Some(RegisterKind::Export(..))) && !run.begins.is_empty() && !run.ends.is_empty()
        });
        let names: Vec<String> = transaction.registers.iter().filter_map(|run| Some(run.obis.as_ref()?.normalised())).take(10).collect();
        let registers = names.join(", ");
        let kind = if export { "export" } else { "none" };
        sink.transaction(transaction.id, vec![has(&registers), ("kind", kind.to_owned()), ("registers", registers)]);
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{NotEvaluated, Outcome, ReadingReason};

    use super::*;
    use crate::testing::*;

    fn on_register(obis: &str) -> eichrecht_model::Assessment {
        let record = whole("1", "2").with(|record| {
            for reading in &mut record.parsed.measurements {
                reading.obis = Some(ObisCode::new(obis));
            }
        });
        Scene::new().record(record).transaction(&[1]).build()
    }

    #[test]
    fn export_and_unknown_registers() {
        let found = findings(&RULE, &on_register("1-0:2.8.0"));
        assert_eq!((fact(&found[0], "kind"), fact(&found[0], "registers")), ("export", "1-0:2.8.0"));
        assert_eq!(fact(&findings(&RULE, &on_register("1-0:16.8.0"))[0], "kind"), "none");
    }

    #[test]
    fn quiet_when_a_register_was_chosen() {
        assert_eq!(run(&RULE, &on_register("1-0:1.8.0")).1, Outcome::Passed);
    }

    #[test]
    fn incomplete_sessions_are_not_its_matter() {
        let scene = Scene::new().record(one_reading(ReadingReason::Begin, "1")).transaction(&[1]);
        assert_eq!(run(&RULE, &scene.build()).1, Outcome::NotEvaluated(NotEvaluated::NoCompleteTransaction));
    }
}
