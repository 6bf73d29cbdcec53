//! SIG006 key-does-not-fit-algorithm.

use eichrecht_model::{InvalidReason, Severity};

use super::invalid::each_invalid;
use crate::registry::ocmf;
use crate::{Basis, Formats, Rule, Status};

/// The key is of another curve or kind than the algorithm named with the signature. The name is unsigned,
/// but a signer knows its own curve: one of the two is not the meter's.
pub(crate) static RULE: Rule = Rule {
    code: "SIG006",
    name: "key-does-not-fit-algorithm",
    severity: Severity::Fail,
    basis: &[Basis::Law("MessEG", "§ 33 (1)"), ocmf("signature section, field SA"), Basis::Standard("SEC 1", "4.1.4")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| {
        each_invalid(facts, sink, |reason| (reason == InvalidReason::KeyDoesNotFitAlgorithm).then_some("key-does-not-fit-algorithm"));
    },
};
