//! KEY008 key-ambiguous.

use eichrecht_model::Severity;

use super::problem::{Class, key_texts};
use crate::{Basis, Formats, Rule, Status};

/// A text can be read as more than one key: its bare point lies on several curves, or several encodings
/// of it yield different keys. None of them is picked.
pub(crate) static RULE: Rule = Rule {
    code: "KEY008",
    name: "key-ambiguous",
    severity: Severity::Warn,
    basis: &[Basis::Own("a bare point names no curve and a bare text no encoding; picking the one that suits would be guessing")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| key_texts(facts, sink, Class::Ambiguous),
};
