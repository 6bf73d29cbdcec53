//! KEY001 key-missing.

use eichrecht_model::{NotCheckedReason, Severity, SignatureVerdict};

use crate::sink::each_record;
use crate::{Basis, Formats, Rule, Status};

/// There is no key to check the signature with. Nothing is known to be wrong, and nothing is proven.
pub(crate) static RULE: Rule = Rule {
    code: "KEY001",
    name: "key-missing",
    severity: Severity::Warn,
    basis: &[Basis::Law("MessEG", "§ 33 (3)"), Basis::Own("without a key a signature proves nothing")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| {
        each_record(facts, sink, |record| (*record.signature() == SignatureVerdict::NotChecked(NotCheckedReason::NoKey)).then(Vec::new));
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Scene, findings, record};

    #[test]
    fn only_where_no_key_was_there() {
        let with = |reason| record().signature(SignatureVerdict::NotChecked(reason));
        let scene = Scene::new().record(with(NotCheckedReason::NoKey)).record(with(NotCheckedReason::AlgorithmUnknown)).record(record());
        assert_eq!(findings(&RULE, &scene.build()).len(), 1);
    }
}
