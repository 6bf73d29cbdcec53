//! CON009 role-contradicts-record.

use eichrecht_model::{DeclaredRole, NotEvaluated, Severity};

use crate::registry::ocmf;
use crate::sink::readable;
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// The container calls a record the begin of a session and it holds only an end, or the other way round.
/// A record that holds both, or neither, contradicts no label.
pub(crate) static RULE: Rule = Rule {
    code: "CON009",
    name: "role-contradicts-record",
    severity: Severity::Fail,
    basis: &[Basis::Law("MessEG", "§ 33 (1)"), ocmf("readings, field TX"), Basis::Specification("SAFE transparency XML", "value/@context")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for (entry, record) in readable(facts) {
        let Some(role) = entry.source.declared.role() else { continue };
        sink.looked();
        let (begin, end) = (record.content().has_begin(), record.content().has_end());
        let (declared, found) = match (role, begin, end) {
            (DeclaredRole::Begin, false, true) => ("begin", "end"),
            (DeclaredRole::End, true, false) => ("end", "begin"),
            _ => continue,
        };
        sink.record(entry.id, vec![("declared", declared.to_owned()), ("found", found.to_owned())]);
    }
    if !facts.assessment.records.is_empty() && readable(facts).next().is_none() {
        sink.not_evaluated(NotEvaluated::NoReadableRecord);
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::Outcome;
    use eichrecht_model::ReadingReason::{Begin, Charging, EndRemote};

    use super::*;
    use crate::testing::{Scene, fact, findings, one_reading, record, run, whole};

    #[test]
    fn roles_the_wrong_way_round() {
        let scene = Scene::new()
            .record(one_reading(EndRemote, "2").declared("Transaction.Begin", "1"))
            .record(one_reading(Begin, "1").declared("Transaction.End", "1"));
        let found = findings(&RULE, &scene.build());
        let seen: Vec<_> = found.iter().map(|f| (fact(f, "declared"), fact(f, "found"))).collect();
        assert_eq!(seen, [("begin", "end"), ("end", "begin")]);
    }

    #[test]
    fn a_record_with_both_or_neither_contradicts_nothing() {
        let scene = Scene::new()
            .record(one_reading(Begin, "1").declared("Transaction.Begin", "1"))
            .record(one_reading(EndRemote, "2").declared("Transaction.End", "1"))
            .record(whole("1", "2").declared("Transaction.End", "2"))
            .record(one_reading(Charging, "1").declared("Transaction.End", "3"))
            .record(one_reading(Begin, "1").declared("Transaction.Ende", "4"));
        assert_eq!(run(&RULE, &scene.build()).1, Outcome::Passed);
        assert_eq!(run(&RULE, &Scene::new().record(record()).build()).1, Outcome::NotApplicable);
    }
}
