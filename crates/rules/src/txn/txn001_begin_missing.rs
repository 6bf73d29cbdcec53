//! TXN001: a session has an end and no begin.

use eichrecht_model::{Severity, TransactionShape};

use crate::facts::{has, page_numbers, transactions};
use crate::registry::ocmf;
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// An amount is the difference of two signed readings. Without the one at the begin there is nothing to subtract.
pub(crate) static RULE: Rule = Rule {
    code: "TXN001",
    name: "begin-missing",
    severity: Severity::Fail,
    basis: &[ocmf("field TX"), Basis::Law("MessEG", "§ 33 (1)")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for transaction in transactions(facts, sink) {
        sink.looked();
        if transaction.shape == TransactionShape::BeginMissing {
            let pages = page_numbers(transaction, facts.assessment);
            sink.transaction(transaction.id, vec![has(&pages), ("pagination", pages)]);
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{Outcome, ReadingReason};

    use super::*;
    use crate::testing::*;

    #[test]
    fn an_end_alone() {
        let found = findings(&RULE, &Scene::new().record(one_reading(ReadingReason::End, "2").page(7)).transaction(&[1]).build());
        assert_eq!((found.len(), fact(&found[0], "pagination")), (1, "T7"));
    }

    #[test]
    fn quiet_on_a_complete_session() {
        assert_eq!(run(&RULE, &Scene::new().record(whole("1", "2")).transaction(&[1]).build()).1, Outcome::Passed);
    }

    #[test]
    fn a_begin_alone_is_not_its_matter() {
        let scene = Scene::new().record(one_reading(ReadingReason::Begin, "2")).transaction(&[1]);
        assert_eq!(run(&RULE, &scene.build()).1, Outcome::Passed);
    }
}
