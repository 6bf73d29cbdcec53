//! KEY003 key-not-on-curve.

use eichrecht_model::Severity;

use super::problem::{Class, key_texts};
use crate::{Basis, Formats, Rule, Status};

/// A text has the form of a key, and its point does not lie on the curve it names. No meter has such a key:
/// it was damaged, or made to deceive a program that forgets the check.
pub(crate) static RULE: Rule = Rule {
    code: "KEY003",
    name: "key-not-on-curve",
    severity: Severity::Fail,
    basis: &[Basis::Standard("SEC 1", "3.2.2.1")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| key_texts(facts, sink, Class::NotOnCurve),
};
