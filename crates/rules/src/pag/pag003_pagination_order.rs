//! PAG003: the numbers of a session's records contradict its course.

use eichrecht_model::{Assessment, NotEvaluated, Pagination, Severity, Transaction};

use crate::facts::{records_of, transactions};
use crate::registry::ocmf;
use crate::{Facts, Formats, Rule, Sink, Status};

/// All records of a session must come from one counter, and the end must be counted behind the begin. Where
/// that is not so, records were put together that do not belong together.
pub(crate) static RULE: Rule = Rule {
    code: "PAG003",
    name: "pagination-order",
    severity: Severity::Fail,
    basis: &[ocmf("field PG")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for transaction in transactions(facts, sink).iter().filter(|transaction| transaction.records.len() > 1) {
        sink.looked();
        let pages: Vec<Pagination> = pages_in_course(transaction, facts.assessment);
        if pages.len() < transaction.records.len() {
            sink.not_evaluated(NotEvaluated::ValuesMissing);
        }
        let mut steps = pages.iter().zip(pages.iter().skip(1));
        let wrong = steps.find(|(from, to)| from.context != to.context || to.number < from.number);
        if let Some((from, to)) = wrong {
            let problem = if from.context == to.context { "falls" } else { "counter" };
            sink.transaction(transaction.id, vec![("problem", problem.to_owned()), ("from", from.to_string()), ("to", to.to_string())]);
        }
    }
}

/// The paginations in the order begin, between, end: as the content of the records tells it, not the numbers.
fn pages_in_course(transaction: &Transaction, assessment: &Assessment) -> Vec<Pagination> {
    let mut records: Vec<_> = records_of(transaction, assessment).map(|(_, record)| record.content()).collect();
    records.sort_by_key(|record| match (record.has_begin(), record.has_end()) {
        (true, false) => 0,
        (false, true) => 2,
        _ => 1,
    });
    records.iter().filter_map(|record| record.pagination).collect()
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{Outcome, PaginationContext, ReadingReason};

    use super::*;
    use crate::testing::*;

    fn pair(begin: u64, end: u64, context: PaginationContext) -> Assessment {
        let end = one_reading(ReadingReason::End, "2").page(end);
        let end = end.with(|record| record.parsed.pagination.as_mut().unwrap().context = context);
        Scene::new().record(one_reading(ReadingReason::Begin, "1").page(begin)).record(end).transaction(&[1, 2]).build()
    }

    #[test]
    fn end_counted_before_begin() {
        let found = findings(&RULE, &pair(8, 7, PaginationContext::Transaction));
        assert_eq!(found.len(), 1);
        assert_eq!((fact(&found[0], "problem"), fact(&found[0], "from"), fact(&found[0], "to")), ("falls", "T8", "T7"));
    }

    #[test]
    fn the_order_in_which_records_are_listed_hides_nothing() {
        let mut assessment = pair(8, 7, PaginationContext::Transaction);
        assessment.transactions[0].records.reverse();
        assert_eq!(findings(&RULE, &assessment).len(), 1);
    }

    #[test]
    fn two_counters_in_one_session() {
        let found = findings(&RULE, &pair(7, 8, PaginationContext::Fiscal));
        assert_eq!((found.len(), fact(&found[0], "problem"), fact(&found[0], "to")), (1, "counter", "F8"));
    }

    #[test]
    fn quiet_on_rising_numbers() {
        assert_eq!(run(&RULE, &pair(7, 8, PaginationContext::Transaction)).1, Outcome::Passed);
        assert_eq!(run(&RULE, &Scene::new().record(whole("1", "2")).transaction(&[1]).build()).1, Outcome::NotApplicable);
    }
}
