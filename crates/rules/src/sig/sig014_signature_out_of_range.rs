//! SIG014 signature-out-of-range.

use eichrecht_model::{InvalidReason, Severity};

use super::invalid::each_invalid;
use crate::{Basis, Formats, Rule, Status};

/// A number of the signature is zero or too large for its curve. No meter makes such a signature; there are
/// programs that once took it for valid with any data.
pub(crate) static RULE: Rule = Rule {
    code: "SIG014",
    name: "signature-out-of-range",
    severity: Severity::Fail,
    basis: &[Basis::Standard("SEC 1", "4.1.4"), Basis::Standard("FIPS 186-5", "6.4.2")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| {
        each_invalid(facts, sink, |reason| (reason == InvalidReason::OutOfRange).then_some("out-of-range"));
    },
};
