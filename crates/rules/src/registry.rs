//! What a rule is.

use eichrecht_model::Severity;

use crate::{Facts, Sink};

/// A rule: description and check.
pub struct Rule {
    /// Family letters and number, never reused: `PAG001`.
    pub code: &'static str,
    /// Name in kebab-case: `pagination-gap`.
    pub name: &'static str,
    /// Weight of its findings.
    pub severity: Severity,
    /// What it rests on.
    pub basis: &'static [Basis],
    /// Formats it applies to.
    pub formats: Formats,
    /// Where it stands in its life.
    pub status: Status,
    /// Looks at the facts and reports to the sink.
    pub check: fn(Facts<'_>, &mut Sink<'_>),
}

/// What a rule rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// A law or ordinance: short name and section.
    Law(&'static str, &'static str),
    /// A specification: name with version, and section.
    Specification(&'static str, &'static str),
    /// A technical standard: number, and section.
    Standard(&'static str, &'static str),
    /// Our own judgement, with its reason in English.
    Own(&'static str),
}

/// Formats a rule applies to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Formats {
    /// All formats that have what the rule looks at.
    All,
    /// Only these.
    Only(&'static [&'static str]),
}

/// Where a rule stands in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// In force since this version of the program.
    Stable {
        /// The version.
        since: &'static str,
    },
    /// Still in force, to be removed.
    Deprecated {
        /// The version it became deprecated with.
        since: &'static str,
        /// Why, and what replaces it.
        reason: &'static str,
    },
    /// No longer in force; the code stays taken.
    Removed {
        /// The version it was removed with.
        since: &'static str,
        /// Why.
        reason: &'static str,
    },
}

/// OCMF in its current version.
pub(crate) const fn ocmf(section: &'static str) -> Basis {
    Basis::Specification("OCMF 1.4.1", section)
}
