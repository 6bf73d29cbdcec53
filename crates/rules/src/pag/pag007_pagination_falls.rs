//! PAG007: later record, lower number.

use eichrecht_model::{Assessment, NotEvaluated, RecordId, Severity, TimeSync};
use jiff::Timestamp;

use crate::facts::{Page, pages};
use crate::registry::ocmf;
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// The counter of a signer only rises. If a record is later than another by its own clock and has a lower number,
/// the counter was reset or the records do not come from one device. Clocks that were never set are no evidence;
/// such records are left out.
pub(crate) static RULE: Rule = Rule {
    code: "PAG007",
    name: "pagination-falls",
    severity: Severity::Fail,
    basis: &[ocmf("field PG"), Basis::Own("a counter that was reset cannot show that no record is missing")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    let pages = pages(facts, sink);
    for book in pages.chunk_by(Page::same_book).filter(|book| book.len() > 1) {
        sink.looked();
        let mut dated: Vec<(Timestamp, &Page<'_>)> =
            book.iter().filter_map(|page| Some((last_instant(facts.assessment, page.id)?, page))).collect();
        if dated.len() < book.len() {
            sink.not_evaluated(NotEvaluated::ValuesMissing);
        }
        dated.sort_by_key(|(instant, page)| (*instant, page.pagination));
        for ((_, earlier), (_, later)) in dated.iter().zip(dated.iter().skip(1)) {
            if later.pagination.number < earlier.pagination.number {
                let words = vec![
                    ("earlier", earlier.pagination.to_string()),
                    ("later", later.pagination.to_string()),
                    ("other", earlier.id.0.to_string()),
                ];
                sink.record(later.id, words);
            }
        }
    }
}

/// When a record was made: its latest reading, if the clock was set at all of them.
fn last_instant(assessment: &Assessment, id: RecordId) -> Option<Timestamp> {
    let readings = &assessment.checked(id)?.content().measurements;
    let mut times = readings.iter().filter_map(|reading| reading.time.as_ref());
    let set = times.clone().all(|time| time.sync != TimeSync::Unknown && time.local.year() >= 2015);
    if set { times.try_fold(Timestamp::MIN, |latest, time| Some(latest.max(time.instant))).filter(|at| *at > Timestamp::MIN) } else { None }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{Outcome, ReadingReason};

    use super::*;
    use crate::testing::*;

    fn at(number: u64, time: &str, sync: TimeSync) -> TestRecord {
        let mut end = reading(ReadingReason::End, "1", time);
        end.time.as_mut().unwrap().sync = sync;
        record().page(number).reading(end)
    }

    #[test]
    fn later_with_a_lower_number() {
        let first = at(900, "2024-05-01T12:00:00Z", TimeSync::Informative);
        let second = at(3, "2024-05-02T12:00:00Z", TimeSync::Informative);
        let found = findings(&RULE, &Scene::new().record(second).record(first).build());
        assert_eq!(found.len(), 1);
        assert_eq!((fact(&found[0], "earlier"), fact(&found[0], "later"), fact(&found[0], "other")), ("T900", "T3", "2"));
    }

    #[test]
    fn numbers_that_rise_with_time_pass_in_any_order_of_delivery() {
        let first = at(3, "2024-05-01T12:00:00Z", TimeSync::Synchronised);
        let second = at(900, "2024-05-02T12:00:00Z", TimeSync::Synchronised);
        assert_eq!(run(&RULE, &Scene::new().record(second).record(first).build()).1, Outcome::Passed);
    }

    #[test]
    fn the_same_time_decides_nothing() {
        let time = "2024-05-01T12:00:00Z";
        let scene = Scene::new().record(at(4, time, TimeSync::Synchronised)).record(at(3, time, TimeSync::Synchronised));
        assert_eq!(run(&RULE, &scene.build()).1, Outcome::Passed);
    }

    #[test]
    fn clocks_never_set_are_no_evidence() {
        let first = at(900, "1970-01-05T12:00:00Z", TimeSync::Relative);
        let second = at(901, "1970-01-01T00:10:00Z", TimeSync::Unknown);
        let scene = Scene::new().record(first).record(second).build();
        assert_eq!(run(&RULE, &scene).1, Outcome::NotEvaluated(NotEvaluated::ValuesMissing));
    }
}
