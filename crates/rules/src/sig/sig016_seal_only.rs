//! SIG016 seal-only.

use eichrecht_model::{NotCheckedReason, Severity, SignatureVerdict};

use crate::sink::each_record;
use crate::{Basis, Formats, Rule, Status};

/// The record came out of a seal and bears no signature of its own. That it was sealed cannot stand in for one.
pub(crate) static RULE: Rule = Rule {
    code: "SIG016",
    name: "seal-only",
    severity: Severity::Warn,
    basis: &[Basis::Law("MessEG", "§ 33 (1)"), Basis::Own("a seal is not a signature")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| {
        each_record(facts, sink, |record| (*record.signature() == SignatureVerdict::NotChecked(NotCheckedReason::SealOnly)).then(Vec::new));
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Scene, findings, record};

    #[test]
    fn only_for_this_reason() {
        let with = |reason| record().signature(SignatureVerdict::NotChecked(reason));
        let scene = Scene::new().record(with(NotCheckedReason::SealOnly)).record(with(NotCheckedReason::NoKey)).record(record());
        assert_eq!(findings(&RULE, &scene.build()).len(), 1);
    }
}
