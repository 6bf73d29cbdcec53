//! SIG001 signature-invalid.

use eichrecht_model::{InvalidReason, Severity};

use super::invalid::each_invalid;
use crate::{Basis, Formats, Rule, Status};

/// The signature does not hold: data, signature or key are not what the meter made of them, or do not
/// belong together. Two reasons have rules of their own, SIG006 and SIG014; every other one is reported
/// here, also one that is added later.
pub(crate) static RULE: Rule = Rule {
    code: "SIG001",
    name: "signature-invalid",
    severity: Severity::Fail,
    basis: &[
        Basis::Law("MessEG", "§ 33 (1)"),
        Basis::Standard("SEC 1", "4.1.4"),
        Basis::Standard("FIPS 186-5", "6.4.2"),
        Basis::Standard("RFC 8032", "5.1.7"),
    ],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| {
        each_invalid(facts, sink, |reason| match reason {
            InvalidReason::KeyDoesNotFitAlgorithm | InvalidReason::OutOfRange => None,
            InvalidReason::Mismatch => Some("mismatch"),
            InvalidReason::Malformed => Some("malformed"),
            _ => Some("other"),
        });
    },
};
