//! PAG001: a signer counts its records; between two records of a session some were not shown.

use eichrecht_model::{NotEvaluated, Pagination, RecordId, Severity};

use crate::facts::{Page, book, page, records_of, transactions};
use crate::registry::ocmf;
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// Looks at the numbers of a session's records, one after the other, and reports each step that is larger than one.
/// Somebody signed records in between that were not handed over: intermediate readings, or other sessions. Records of
/// the same signer that are there and belong to something else are not missing; PAG005 looks at them. The amount of
/// this session is not altered, its course is not known completely.
pub(crate) static RULE: Rule = Rule {
    code: "PAG001",
    name: "pagination-gap",
    severity: Severity::Warn,
    basis: &[ocmf("field PG"), Basis::Own("what was signed inside a session and is not shown cannot be judged")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    let mut seen = book(facts.assessment);
    // Two records of one number fill one place only.
    seen.dedup_by_key(|page| page.place());
    for transaction in transactions(facts, sink).iter().filter(|transaction| transaction.records.len() > 1) {
        sink.looked();
        let mut pages: Vec<(Pagination, RecordId)> =
            records_of(transaction, facts.assessment).filter_map(|(id, record)| Some((record.content().pagination?, id))).collect();
        if pages.len() < transaction.records.len() {
            sink.not_evaluated(NotEvaluated::ValuesMissing);
        }
        pages.sort_unstable();
        for ((from, from_id), (to, to_id)) in pages.iter().zip(pages.iter().skip(1)) {
            let between = to.number.saturating_sub(from.number).saturating_sub(1);
            let unseen = between.saturating_sub(there(&seen, page(facts.assessment, *from_id), page(facts.assessment, *to_id)));
            if from.context == to.context && unseen > 0 {
                let words = vec![("from", from.to_string()), ("to", to.to_string()), ("unseen", unseen.to_string())];
                sink.transaction(transaction.id, words);
            }
        }
    }
}

/// How many places between two pages are filled by records among the data.
fn there(seen: &[Page<'_>], from: Option<Page<'_>>, to: Option<Page<'_>>) -> u64 {
    let (Some(from), Some(to)) = (from, to) else { return 0 };
    if !from.same_book(&to) {
        return 0;
    }
    let start = seen.partition_point(|page| page.place() <= from.place());
    let end = seen.partition_point(|page| page.place() < to.place());
    u64::try_from(end.saturating_sub(start)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{Outcome, ReadingReason};

    use super::*;
    use crate::testing::*;

    fn session(begin: u64, between: Option<u64>, end: u64) -> Scene {
        let mut scene = Scene::new().record(one_reading(ReadingReason::Begin, "1").page(begin));
        if let Some(number) = between {
            scene = scene.record(one_reading(ReadingReason::Charging, "2").page(number));
        }
        let scene = scene.record(one_reading(ReadingReason::End, "3").page(end));
        scene.transaction(if between.is_some() { &[1, 2, 3] } else { &[1, 2] })
    }

    #[test]
    fn counts_the_unseen() {
        let found = findings(&RULE, &session(117, None, 120).build());
        assert_eq!(found.len(), 1);
        assert_eq!((fact(&found[0], "from"), fact(&found[0], "to"), fact(&found[0], "unseen")), ("T117", "T120", "2"));
    }

    #[test]
    fn neighbours_are_complete_and_inner_records_count() {
        assert_eq!(run(&RULE, &session(117, None, 118).build()).1, Outcome::Passed);
        assert_eq!(run(&RULE, &session(117, Some(118), 119).build()).1, Outcome::Passed);
        assert_eq!(fact(&findings(&RULE, &session(117, Some(119), 120).build())[0], "unseen"), "1");
    }

    #[test]
    fn records_of_something_else_are_not_missing() {
        let scene = |other: TestRecord| {
            let begin = one_reading(ReadingReason::Begin, "1").page(1);
            let end = one_reading(ReadingReason::End, "3").page(4);
            Scene::new().record(begin).record(other).record(end).transaction(&[1, 3]).build()
        };
        assert_eq!(fact(&findings(&RULE, &scene(whole("1", "2").page(2)))[0], "unseen"), "1");
        let other_meter = whole("1", "2").page(2).with(|record| record.parsed.meter.serial = Some("METER-2".into()));
        assert_eq!(fact(&findings(&RULE, &scene(other_meter))[0], "unseen"), "2");
    }

    #[test]
    fn one_record_has_no_gap_and_a_missing_number_is_no_pass() {
        assert_eq!(run(&RULE, &Scene::new().record(whole("1", "2")).transaction(&[1]).build()).1, Outcome::NotApplicable);
        let scene = Scene::new()
            .record(one_reading(ReadingReason::Begin, "1").with(|record| record.parsed.pagination = None))
            .record(one_reading(ReadingReason::End, "2").page(2))
            .transaction(&[1, 2]);
        assert_eq!(run(&RULE, &scene.build()).1, Outcome::NotEvaluated(NotEvaluated::ValuesMissing));
    }

    #[test]
    fn the_largest_numbers_do_not_overflow() {
        let found = findings(&RULE, &session(0, None, u64::MAX).build());
        assert_eq!(fact(&found[0], "unseen"), (u64::MAX - 1).to_string());
    }
}
