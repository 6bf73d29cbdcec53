//! KEY017 key-registered-elsewhere.

use eichrecht_model::Severity;

use super::register::{each_asked, elsewhere, entry_facts, identifier_facts};
use crate::{Basis, Formats, Rule, Status};

/// The key is registered, but only for another charging point or meter than the record or its file names.
pub(crate) static RULE: Rule = Rule {
    code: "KEY017",
    name: "key-registered-elsewhere",
    severity: Severity::Fail,
    basis: &[Basis::Law("MessEG", "§ 33 (1)"), Basis::Own("the register and the data say different things about where the data is from")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| {
        each_asked(facts, sink, |answer| {
            let found = elsewhere(answer).filter(|found| !found.near)?;
            let theirs = found.entry.text(found.identifier.kind).unwrap_or_default().to_owned();
            Some([identifier_facts(found.identifier), entry_facts(found.entry), vec![("registered", theirs)]].concat())
        });
    },
};
