//! KEY019 registered-key-shared.

use eichrecht_model::Severity;

use super::register::{each_asked, shared};
use crate::{Basis, Formats, Rule, Status};

/// The register has the key for several stations, or for several meters without a common signing component. Most of
/// these are errors of copying, and then at most one of the entries is right.
pub(crate) static RULE: Rule = Rule {
    code: "KEY019",
    name: "registered-key-shared",
    severity: Severity::Warn,
    basis: &[
        crate::registry::ocmf("public key, relation to serial numbers"),
        Basis::Own("a key belongs to one signer, so all entries but one are wrong"),
    ],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| {
        each_asked(facts, sink, |answer| {
            answer.used?;
            /// How many places a finding names.
            const NAMED: usize = 4;
            let places = shared(&answer.register.of_key)?;
            let named: Vec<&str> = places.iter().take(NAMED).map(String::as_str).collect();
            Some(vec![("places", named.join("; ")), ("count", places.len().to_string())])
        });
    },
};
