//! MTR011: the software of a device changes within a session.

use eichrecht_model::{ParsedRecord, Severity};

use crate::facts::{complete, records_of, text};
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// Begin and end were signed by different versions of the software, so there was an update in between, or the records
/// belong to different sessions.
pub(crate) static RULE: Rule = Rule {
    code: "MTR011",
    name: "firmware-changed",
    severity: Severity::Warn,
    basis: &[Basis::Own("a device under calibration law is not updated while it measures for a bill")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for transaction in complete(facts, sink) {
        for version in [|content| text(content.meter.firmware.as_ref()), |content| text(content.gateway.version.as_ref())]
            as [fn(&ParsedRecord) -> Option<&str>; 2]
        {
            let mut versions = records_of(transaction, facts.assessment).filter_map(|(_, record)| version(record.content()));
            let Some(before) = versions.next() else { continue };
            sink.looked();
            if let Some(after) = versions.find(|after| *after != before) {
                sink.transaction(transaction.id, vec![("before", before.to_owned()), ("after", after.to_owned())]);
                break;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{Outcome, ReadingReason};

    use super::*;
    use crate::testing::*;

    fn pair(begin: Option<&str>, end: Option<&str>) -> eichrecht_model::Assessment {
        let of = |reason, value, version: Option<&str>| {
            one_reading(reason, value).with(|record| record.parsed.gateway.version = version.map(str::to_owned))
        };
        Scene::new().record(of(ReadingReason::Begin, "1", begin)).record(of(ReadingReason::End, "2", end)).transaction(&[1, 2]).build()
    }

    #[test]
    fn an_update_in_between() {
        let found = findings(&RULE, &pair(Some("v1"), Some("v2")));
        assert_eq!((found.len(), fact(&found[0], "before"), fact(&found[0], "after")), (1, "v1", "v2"));
    }

    #[test]
    fn quiet_on_the_same_version_and_on_none() {
        assert_eq!(run(&RULE, &pair(Some("v1"), Some("v1"))).1, Outcome::Passed);
        assert_eq!(run(&RULE, &pair(Some("v1"), None)).1, Outcome::Passed);
        assert_eq!(run(&RULE, &pair(None, None)).1, Outcome::NotApplicable);
    }
}
