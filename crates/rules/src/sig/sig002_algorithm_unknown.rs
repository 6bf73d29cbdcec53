//! SIG002 algorithm-unknown.

use eichrecht_model::{NotCheckedReason, Severity, SignatureVerdict};

use crate::registry::ocmf;
use crate::sink::each_record;
use crate::{Formats, Rule, Status};

/// The record names an algorithm nobody knows, or none although its version has no default. The signature was not checked, which is not the same as
/// forged.
pub(crate) static RULE: Rule = Rule {
    code: "SIG002",
    name: "algorithm-unknown",
    severity: Severity::Warn,
    basis: &[ocmf("signature section, field SA")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| {
        each_record(facts, sink, |record| {
            let unknown = *record.signature() == SignatureVerdict::NotChecked(NotCheckedReason::AlgorithmUnknown);
            let name = super::algorithm_name(record);
            let named = if name.trim().is_empty() { "no" } else { "yes" };
            unknown.then(|| vec![("name", name), ("named", named.to_owned())])
        });
    },
};

#[cfg(test)]
mod tests {
    use eichrecht_model::AlgorithmClaim;

    use super::*;
    use crate::testing::{Scene, fact, findings, record};

    #[test]
    fn names_it_as_received() {
        let unknown = |name: &str| {
            let claim = AlgorithmClaim::Unknown(name.to_owned());
            record().signature(SignatureVerdict::NotChecked(NotCheckedReason::AlgorithmUnknown)).with(|r| r.parsed.algorithm = claim)
        };
        let found = findings(&RULE, &Scene::new().record(record()).record(unknown("ROT13")).record(unknown("")).build());
        let seen: Vec<_> = found.iter().map(|f| (fact(f, "name"), fact(f, "named"))).collect();
        assert_eq!(seen, [("ROT13", "yes"), ("", "no")]);
    }
}
