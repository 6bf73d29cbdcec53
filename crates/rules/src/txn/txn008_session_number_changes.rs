//! TXN008: records of one session bear different numbers of the signer.

use eichrecht_model::Severity;

use crate::facts::{records_of, text, transactions};
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// The signing device counts its sessions and signs the number with each record. A begin and an end with different
/// numbers belong to different sessions, whatever else fits.
pub(crate) static RULE: Rule = Rule {
    code: "TXN008",
    name: "session-number-changes",
    severity: Severity::Fail,
    basis: &[Basis::Law("MessEG", "§ 33 (1)"), Basis::Own("the device itself says which session a record belongs to")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for transaction in transactions(facts, sink) {
        let mut numbers = records_of(transaction, facts.assessment).filter_map(|(_, record)| text(record.content().session.as_ref()));
        let Some(before) = numbers.next() else { continue };
        sink.looked();
        if let Some(after) = numbers.find(|after| *after != before) {
            sink.transaction(transaction.id, vec![("before", before.to_owned()), ("after", after.to_owned())]);
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{Outcome, ReadingReason};

    use super::*;
    use crate::testing::*;

    fn pair(begin: Option<&str>, end: Option<&str>) -> eichrecht_model::Assessment {
        let of = |reason, value, session: Option<&str>| {
            one_reading(reason, value).with(|record| record.parsed.session = session.map(str::to_owned))
        };
        Scene::new().record(of(ReadingReason::Begin, "1", begin)).record(of(ReadingReason::End, "2", end)).transaction(&[1, 2]).build()
    }

    #[test]
    fn begin_of_one_and_end_of_another() {
        let found = findings(&RULE, &pair(Some("7"), Some("8")));
        assert_eq!((found.len(), fact(&found[0], "before"), fact(&found[0], "after")), (1, "7", "8"));
    }

    #[test]
    fn quiet_on_one_number_and_on_none() {
        assert_eq!(run(&RULE, &pair(Some("7"), Some("7"))).1, Outcome::Passed);
        assert_eq!(run(&RULE, &pair(None, None)).1, Outcome::NotApplicable);
    }
}
