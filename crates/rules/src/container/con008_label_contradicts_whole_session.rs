//! CON008 label-contradicts-whole-session.

use std::cell::LazyCell;
use std::collections::HashSet;

use eichrecht_model::{DeclaredRole, NotEvaluated, Severity, TransactionShape};

use super::labels::by_label;
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// The container lists several records under one transaction number as begin and end, and one of them is
/// a complete session by what the meter signed. Read by the labels, everything metered from the first
/// begin to the last end would count, sessions of others in between included. Each signed session is
/// proven for itself here, and the labels are only reported.
pub(crate) static RULE: Rule = Rule {
    code: "CON008",
    name: "label-contradicts-whole-session",
    severity: Severity::Warn,
    basis: &[
        Basis::Law("MessEG", "§ 33 (1)"),
        Basis::Own("labels of a container are unsigned; the reasons the meter signed with each reading decide what a session is"),
    ],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    let whole = LazyCell::new(|| -> HashSet<_> {
        let transactions = facts.assessment.transactions.iter();
        transactions.filter(|t| t.shape == TransactionShape::WholeInOneRecord).flat_map(|t| t.records.iter().copied()).collect()
    });
    let groups = by_label(facts);
    if groups.is_empty() && !facts.assessment.records.is_empty() {
        sink.not_evaluated(NotEvaluated::NoValidSignature);
    }
    for (label, members) in groups {
        sink.looked();
        if members.len() < 2 {
            continue;
        }
        let has = |role| members.iter().any(|member| member.role == Some(role));
        // The same record given twice is no contradiction: stations that sign a session as a whole send
        // it in both places.
        let records: HashSet<_> = members.iter().map(|member| member.original).collect();
        let count = records.intersection(&whole).count();
        if has(DeclaredRole::Begin) && has(DeclaredRole::End) && records.len() > 1 && count > 0 {
            let mut found = label.facts();
            found.push(("count", count.to_string()));
            sink.input(label.input, found);
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{InvalidReason, Outcome, RecordId, SignatureVerdict, Subject};

    use super::*;
    use crate::testing::{Scene, fact, findings, one_reading, run, whole};

    #[test]
    fn two_whole_sessions_labelled_begin_and_end() {
        let scene = Scene::new()
            .record(whole("1", "2").page(117).declared("Transaction.Begin", "9850"))
            .record(whole("4", "5").page(120).declared("Transaction.End", " 9850 "))
            .transaction(&[1])
            .transaction(&[2]);
        let found = findings(&RULE, &scene.build());
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].subject, Subject::Input);
        assert_eq!((fact(&found[0], "transaction_id"), fact(&found[0], "numbered"), fact(&found[0], "count")), ("9850", "yes", "2"));
    }

    #[test]
    fn quiet_where_labels_and_content_agree() {
        use eichrecht_model::ReadingReason::{Begin, End};
        let pair = Scene::new()
            .record(one_reading(Begin, "1").declared("Transaction.Begin", "7"))
            .record(one_reading(End, "2").declared("Transaction.End", "7"))
            .transaction(&[1, 2]);
        assert_eq!(run(&RULE, &pair.build()).1, Outcome::Passed);
        let each_with_its_own_number = Scene::new()
            .record(whole("1", "2").declared("Transaction.Begin", "7"))
            .record(whole("2", "3").declared("Transaction.End", "8"))
            .transaction(&[1])
            .transaction(&[2]);
        assert_eq!(run(&RULE, &each_with_its_own_number.build()).1, Outcome::Passed);
        let copied = Scene::new()
            .record(whole("1", "2").declared("Transaction.Begin", "7"))
            .record(whole("1", "2").declared("Transaction.End", "7").with(|r| r.duplicate_of = Some(RecordId(1))))
            .transaction(&[1]);
        assert_eq!(run(&RULE, &copied.build()).1, Outcome::Passed);
    }

    #[test]
    fn an_invalid_record_is_not_held_against_the_labels() {
        let invalid = || SignatureVerdict::Invalid(InvalidReason::Mismatch);
        let scene = Scene::new()
            .record(whole("1", "2").declared("Transaction.Begin", "7").signature(invalid()))
            .record(whole("4", "5").declared("Transaction.End", "7").signature(invalid()))
            .transaction(&[1])
            .transaction(&[2]);
        assert_eq!(run(&RULE, &scene.build()).1, Outcome::NotEvaluated(NotEvaluated::NoValidSignature));
    }
}
