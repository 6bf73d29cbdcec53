//! KEY018 key-registered-nearby.

use eichrecht_model::Severity;

use super::register::{each_asked, elsewhere, entry_facts, identifier_facts};
use crate::{Basis, Formats, Rule, Status};

/// The key is registered for another charging point of the same station, or its entry fits the record in one signed
/// identification and not in another. One signing component may serve several points, and lists grow old.
pub(crate) static RULE: Rule = Rule {
    code: "KEY018",
    name: "key-registered-nearby",
    severity: Severity::Warn,
    basis: &[Basis::Own("one signing component may serve several charging points, and which one the bill is about must be looked at")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| {
        each_asked(facts, sink, |answer| {
            let found = elsewhere(answer).filter(|found| found.near)?;
            let theirs = found.entry.text(found.identifier.kind).unwrap_or_default().to_owned();
            Some([identifier_facts(found.identifier), entry_facts(found.entry), vec![("registered", theirs)]].concat())
        });
    },
};
