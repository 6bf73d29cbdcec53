//! KEY002 key-unreadable.

use eichrecht_model::Severity;

use super::problem::{Class, key_texts};
use crate::{Basis, Formats, Rule, Status};

/// A text was given as a key, and no public key can be read from it.
pub(crate) static RULE: Rule = Rule {
    code: "KEY002",
    name: "key-unreadable",
    severity: Severity::Warn,
    basis: &[
        Basis::Law("MessEG", "§ 33 (3)"),
        Basis::Standard("RFC 5480", "2"),
        Basis::Own("a key text that cannot be read must not be passed over in silence"),
    ],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| key_texts(facts, sink, Class::Unreadable),
};
