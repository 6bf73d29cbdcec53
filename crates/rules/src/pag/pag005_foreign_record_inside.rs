//! PAG005: between begin and end of a session the same signer began or ended another one.

use std::collections::HashSet;

use eichrecht_model::{CheckedRecord, NotEvaluated, Severity};

use crate::facts::{Page, all_valid, page, pages, transactions};
use crate::registry::ocmf;
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// A signer that runs one session at a time cannot begin or end another one inside it. If it did, begin and end
/// of this session may belong to two different ones.
pub(crate) static RULE: Rule = Rule {
    code: "PAG005",
    name: "foreign-record-inside",
    severity: Severity::Fail,
    basis: &[ocmf("field PG"), Basis::Own("a meter counts one session at a time")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    let assessment = facts.assessment;
    let mut book = pages(facts, sink);
    // Only records that begin or end something are of interest; the order stays. Readings that sign no role
    // begin or end what they were put together to.
    let runs = assessment.transactions.iter().flat_map(|transaction| &transaction.registers);
    let bounding: HashSet<_> = runs.flat_map(|run| run.begins.iter().chain(&run.ends)).map(|at| at.record).collect();
    let begins_or_ends = |record: &CheckedRecord| record.content().has_begin() || record.content().has_end();
    book.retain(|page| bounding.contains(&page.id) || assessment.checked(page.id).is_some_and(begins_or_ends));
    for transaction in transactions(facts, sink).iter().filter(|transaction| transaction.records.len() > 1) {
        if !transaction.shape.is_complete() || !all_valid(transaction, assessment) {
            continue;
        }
        sink.looked();
        let own: Vec<Page<'_>> = transaction.records.iter().filter_map(|id| page(assessment, *id)).collect();
        let (Some(first), Some(last)) = (own.iter().min(), own.iter().max()) else {
            sink.not_evaluated(NotEvaluated::ValuesMissing);
            continue;
        };
        if own.len() < transaction.records.len() || !first.same_book(last) {
            sink.not_evaluated(NotEvaluated::ValuesMissing);
            continue;
        }
        let start = book.partition_point(|page| page.place() <= first.place());
        let end = book.partition_point(|page| page.place() < last.place());
        let between = book.get(start..end).unwrap_or_default();
        let ids: HashSet<_> = transaction.records.iter().collect();
        let Some(foreign) = between.iter().find(|page| !ids.contains(&page.id)) else { continue };
        sink.transaction(
            transaction.id,
            vec![
                ("from", first.pagination.to_string()),
                ("to", last.pagination.to_string()),
                ("pagination", foreign.pagination.to_string()),
                ("other", foreign.id.0.to_string()),
            ],
        );
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{Outcome, ReadingReason};

    use super::*;
    use crate::testing::*;

    fn session(inner: TestRecord) -> Scene {
        Scene::new()
            .record(one_reading(ReadingReason::Begin, "1").page(10))
            .record(inner)
            .record(one_reading(ReadingReason::End, "3").page(12))
    }

    #[test]
    fn a_whole_session_inside_another() {
        let found = findings(&RULE, &session(whole("1", "2").page(11)).transaction(&[1, 3]).transaction(&[2]).build());
        assert_eq!(found.len(), 1);
        assert_eq!((fact(&found[0], "pagination"), fact(&found[0], "other")), ("T11", "2"));
    }

    #[test]
    fn own_and_intermediate_records_may_lie_inside() {
        let own = session(one_reading(ReadingReason::Charging, "2").page(11)).transaction(&[1, 2, 3]);
        assert_eq!(run(&RULE, &own.build()).1, Outcome::Passed);
        let left_over = session(one_reading(ReadingReason::Charging, "2").page(11)).transaction(&[1, 3]);
        assert_eq!(run(&RULE, &left_over.build()).1, Outcome::Passed);
    }

    #[test]
    fn outside_the_session_or_on_another_meter_is_no_matter() {
        assert!(findings(&RULE, &session(whole("1", "2").page(13)).transaction(&[1, 3]).build()).is_empty());
        let other = whole("1", "2").page(11).with(|record| record.parsed.meter.serial = Some("METER-2".into()));
        assert!(findings(&RULE, &session(other).transaction(&[1, 3]).build()).is_empty());
    }
}
