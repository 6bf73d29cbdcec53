//! MTR008: the log book of the meter got new entries during the session.

use eichrecht_model::{NotEvaluated, Severity};

use crate::facts::{deciding_pairs, text, transactions};
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// Early versions of OCMF carry a counter of legally relevant events with each reading. If it differs between begin
/// and end, something was entered into the log book in between, and the amount may not be used unseen.
pub(crate) static RULE: Rule = Rule {
    code: "MTR008",
    name: "event-counter-changed",
    severity: Severity::Fail,
    basis: &[Basis::Specification("OCMF 0.4", "field EI")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for transaction in transactions(facts, sink).iter().filter(|transaction| transaction.shape.is_complete()) {
        for pair in deciding_pairs(transaction, facts.assessment, sink) {
            match (text(pair.begin.event_counter.as_ref()), text(pair.end.event_counter.as_ref())) {
                (None, None) => {}
                (Some(begin), Some(end)) => {
                    sink.looked();
                    if begin != end {
                        sink.transaction(transaction.id, vec![("begin", begin.to_owned()), ("end", end.to_owned())]);
                        break;
                    }
                }
                _ => sink.not_evaluated(NotEvaluated::ValuesMissing),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::Outcome;

    use super::*;
    use crate::testing::*;

    fn counted(begin: Option<&str>, end: Option<&str>) -> eichrecht_model::Assessment {
        let (begin, end) = (begin.map(str::to_owned), end.map(str::to_owned));
        let record = whole("1", "2").with(|record| {
            record.parsed.measurements[0].event_counter = begin;
            record.parsed.measurements[1].event_counter = end;
        });
        Scene::new().record(record).transaction(&[1]).build()
    }

    #[test]
    fn a_new_entry() {
        let found = findings(&RULE, &counted(Some("567"), Some("568")));
        assert_eq!((found.len(), fact(&found[0], "begin"), fact(&found[0], "end")), (1, "567", "568"));
    }

    #[test]
    fn quiet_on_the_same_count() {
        assert_eq!(run(&RULE, &counted(Some("567"), Some("567"))).1, Outcome::Passed);
        assert_eq!(run(&RULE, &counted(None, None)).1, Outcome::NotApplicable);
    }

    #[test]
    fn one_count_alone_proves_nothing() {
        assert_eq!(run(&RULE, &counted(Some("567"), None)).1, Outcome::NotEvaluated(NotEvaluated::ValuesMissing));
    }
}
