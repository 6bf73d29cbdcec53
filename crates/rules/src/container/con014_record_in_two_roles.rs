//! CON014 record-in-two-roles.

use std::collections::BTreeMap;

use eichrecht_model::{DeclaredRole, NotEvaluated, RecordId, Severity};

use super::labels::{Labelled, by_label};
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// The identical record is given as begin and as end of one session, and does not hold both: one reading
/// stands in for two. A record that holds begin and end may be given in both places.
pub(crate) static RULE: Rule = Rule {
    code: "CON014",
    name: "record-in-two-roles",
    severity: Severity::Fail,
    basis: &[
        Basis::Law("MessEG", "§ 33 (1)"),
        Basis::Own("energy is the difference of two readings; one reading shown twice proves no difference"),
    ],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    let groups = by_label(facts);
    if groups.is_empty() && !facts.assessment.records.is_empty() {
        sink.not_evaluated(NotEvaluated::NoValidSignature);
    }
    for (label, members) in groups {
        sink.looked();
        if members.len() < 2 {
            continue;
        }
        let mut copies: BTreeMap<RecordId, Vec<&Labelled>> = BTreeMap::new();
        members.iter().for_each(|member| copies.entry(member.original).or_default().push(member));
        for (original, copies) in copies {
            let as_role = |role| copies.iter().find(|copy| copy.role == Some(role));
            let whole = facts.assessment.checked(original).is_some_and(|record| record.content().has_begin() && record.content().has_end());
            if let (Some(begin), Some(end), false) = (as_role(DeclaredRole::Begin), as_role(DeclaredRole::End), whole) {
                let mut found = label.facts();
                found.push(("begin", begin.id.0.to_string()));
                found.push(("end", end.id.0.to_string()));
                sink.record(original, found);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::ReadingReason::Begin;
    use eichrecht_model::{Outcome, Subject};

    use super::*;
    use crate::testing::{Scene, TestRecord, fact, findings, one_reading, run, whole};

    fn copy_of_first(record: TestRecord) -> TestRecord {
        record.with(|r| r.duplicate_of = Some(RecordId(1)))
    }

    #[test]
    fn one_reading_given_as_begin_and_end() {
        for number in ["7", ""] {
            let scene = Scene::new()
                .record(one_reading(Begin, "1").declared("Transaction.Begin", number))
                .record(copy_of_first(one_reading(Begin, "1").declared("Transaction.End", number)));
            let found = findings(&RULE, &scene.build());
            assert_eq!(found.len(), 1);
            assert_eq!(found[0].subject, Subject::Record(RecordId(1)), "the record that a transaction is built from");
            assert_eq!((fact(&found[0], "begin"), fact(&found[0], "end")), ("1", "2"));
            assert_eq!(fact(&found[0], "numbered"), if number.is_empty() { "no" } else { "yes" });
        }
    }

    #[test]
    fn a_whole_session_may_stand_in_both_places() {
        let scene = Scene::new()
            .record(whole("1", "2").declared("Transaction.Begin", "7"))
            .record(copy_of_first(whole("1", "2").declared("Transaction.End", "7")));
        assert_eq!(run(&RULE, &scene.build()).1, Outcome::Passed);
    }

    #[test]
    fn a_copy_in_the_same_role_or_another_session_is_none() {
        let scene = Scene::new()
            .record(one_reading(Begin, "1").declared("Transaction.Begin", "7"))
            .record(copy_of_first(one_reading(Begin, "1").declared("Transaction.Begin", "7")))
            .record(copy_of_first(one_reading(Begin, "1").declared("Transaction.End", "8")));
        assert_eq!(run(&RULE, &scene.build()).1, Outcome::Passed);
    }
}
