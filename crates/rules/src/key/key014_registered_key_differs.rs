//! KEY014 registered-key-differs.

use eichrecht_model::Severity;

use super::register::{each_asked, entry_facts, identifier_facts};
use crate::{Basis, Formats, Rule, Status};

/// The register has a key for what the record says of itself, and the record was checked with another one. That is what
/// a fraud looks like, and what an exchanged meter looks like in a register that is not of the time of the session.
pub(crate) static RULE: Rule = Rule {
    code: "KEY014",
    name: "registered-key-differs",
    severity: Severity::Fail,
    basis: &[
        Basis::Law("MessEG", "§ 33 (3)"),
        Basis::Law("MessEG", "§ 33 (1)"),
        Basis::Own("the register and the data say different things about whose the data is"),
    ],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| {
        each_asked(facts, sink, |answer| {
            let (used, (identifier, entry)) = (answer.used?, answer.other_key()?);
            let day = answer.register.date.map_or_else(String::new, |date| date.to_string());
            let own = vec![("fingerprint", used.fingerprint.clone()), ("session_date", day)];
            Some([identifier_facts(identifier), entry_facts(entry), own].concat())
        });
    },
};
