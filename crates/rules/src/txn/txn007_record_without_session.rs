//! TXN007: a record belongs to no session.

use std::collections::HashSet;

use eichrecht_model::Severity;

use crate::facts::{has, readable};
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// Everything handed over is accounted for: a record that could be read and found no place in a session is named,
/// so that nobody takes it for checked as part of one.
pub(crate) static RULE: Rule = Rule {
    code: "TXN007",
    name: "record-without-session",
    severity: Severity::Warn,
    basis: &[Basis::Own("nothing that was handed over may vanish without a word")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    let placed: HashSet<_> = facts.assessment.transactions.iter().flat_map(|transaction| &transaction.records).collect();
    for (entry, record) in readable(facts, sink) {
        sink.looked();
        if !placed.contains(&entry.id) {
            let pagination = record.content().pagination.map(|pagination| pagination.to_string()).unwrap_or_default();
            sink.record(entry.id, vec![has(&pagination), ("pagination", pagination)]);
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{Outcome, ReadingReason, RecordId};

    use super::*;
    use crate::testing::*;

    #[test]
    fn a_lone_intermediate_reading() {
        let scene = Scene::new().record(whole("1", "2")).record(one_reading(ReadingReason::Charging, "3").page(9)).transaction(&[1]);
        let found = findings(&RULE, &scene.build());
        assert_eq!((found.len(), fact(&found[0], "pagination")), (1, "T9"));
    }

    #[test]
    fn quiet_when_all_are_placed() {
        assert_eq!(run(&RULE, &Scene::new().record(whole("1", "2")).transaction(&[1]).build()).1, Outcome::Passed);
    }

    #[test]
    fn copies_are_not_missed() {
        let copy = whole("1", "2").with(|record| record.duplicate_of = Some(RecordId(1)));
        let scene = Scene::new().record(whole("1", "2")).record(copy).transaction(&[1]);
        assert_eq!(run(&RULE, &scene.build()).1, Outcome::Passed);
    }
}
