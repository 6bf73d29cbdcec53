//! SIG002 algorithm-unknown.

use eichrecht_model::{NotCheckedReason, Severity, SignatureVerdict};

use crate::registry::ocmf;
use crate::sink::each_record;
use crate::{Formats, Rule, Status};

/// The record names an algorithm nobody knows. The signature was not checked, which is not the same as
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
            unknown.then(|| vec![("name", super::algorithm_name(record))])
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
        let unknown = record().signature(SignatureVerdict::NotChecked(NotCheckedReason::AlgorithmUnknown)).with(|r| {
            r.parsed.algorithm = AlgorithmClaim::Unknown("ROT13".to_owned());
        });
        let found = findings(&RULE, &Scene::new().record(record()).record(unknown).build());
        assert_eq!(found.iter().map(|f| fact(f, "name")).collect::<Vec<_>>(), ["ROT13"]);
    }
}
