//! PAG006: a record of the fiscal counter stands in a charging session.

use eichrecht_model::{PaginationContext, Severity};

use crate::facts::{records_of, transactions};
use crate::registry::ocmf;
use crate::{Facts, Formats, Rule, Sink, Status};

/// Records of the counter `F` serve other purposes than the billing of a charging session. Other programs
/// refuse them as proof of one.
pub(crate) static RULE: Rule = Rule {
    code: "PAG006",
    name: "fiscal-record-in-session",
    severity: Severity::Warn,
    basis: &[ocmf("field PG")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for transaction in transactions(facts, sink) {
        for (id, record) in records_of(transaction, facts.assessment) {
            let Some(pagination) = record.content().pagination else { continue };
            sink.looked();
            if pagination.context == PaginationContext::Fiscal {
                sink.record(id, vec![("pagination", pagination.to_string())]);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::Outcome;

    use super::*;
    use crate::testing::*;

    fn fiscal() -> TestRecord {
        whole("1", "2").page(4).with(|record| record.parsed.pagination.as_mut().unwrap().context = PaginationContext::Fiscal)
    }

    #[test]
    fn a_fiscal_record_as_a_session() {
        let found = findings(&RULE, &Scene::new().record(fiscal()).transaction(&[1]).build());
        assert_eq!((found.len(), fact(&found[0], "pagination")), (1, "F4"));
    }

    #[test]
    fn quiet_on_the_counter_for_sessions() {
        assert_eq!(run(&RULE, &Scene::new().record(whole("1", "2")).transaction(&[1]).build()).1, Outcome::Passed);
    }

    #[test]
    fn a_fiscal_record_outside_sessions_is_fine() {
        assert_eq!(run(&RULE, &Scene::new().record(fiscal()).build()).1, Outcome::NotApplicable);
    }
}
