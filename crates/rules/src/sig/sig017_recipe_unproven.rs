//! SIG017 recipe-unproven.

use eichrecht_model::{NotCheckedReason, Severity, SignatureVerdict};

use crate::sink::each_record;
use crate::{Basis, Formats, Rule, Status};

/// Nobody outside has ever seen a genuine record of this format, so which bytes are signed is hearsay. A signature that
/// held would prove nothing and one that did not would accuse nobody: neither is tried.
pub(crate) static RULE: Rule = Rule {
    code: "SIG017",
    name: "recipe-unproven",
    severity: Severity::Warn,
    basis: &[Basis::Own("a check whose recipe was never seen to hold proves nothing and refutes nothing")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| {
        each_record(facts, sink, |record| {
            (*record.signature() == SignatureVerdict::NotChecked(NotCheckedReason::RecipeUnproven)).then(Vec::new)
        });
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Scene, findings, record};

    #[test]
    fn only_for_this_reason() {
        let with = |reason| record().signature(SignatureVerdict::NotChecked(reason));
        let scene = Scene::new().record(with(NotCheckedReason::RecipeUnproven)).record(with(NotCheckedReason::NoKey)).record(record());
        assert_eq!(findings(&RULE, &scene.build()).len(), 1);
    }
}
