//! What a rule is.

use eichrecht_model::Severity;

use crate::history::{Course, HistorySink};
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

/// A rule about the history of a meter over many sessions. It has nothing to look at in a single assessment.
pub struct HistoryRule {
    /// The description.
    pub rule: Rule,
    /// Looks at the course of a meter and reports to the sink.
    pub judge: fn(&Course<'_>, &mut HistorySink),
}

/// The check of a [`HistoryRule`] in an assessment: there is nothing to look at.
pub(crate) fn only_in_a_history(_: Facts<'_>, _: &mut Sink<'_>) {}

/// What a rule looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The inputs of one call: records, sessions, containers.
    Inputs,
    /// All records of a meter that a ledger holds.
    History,
}

impl Scope {
    /// The word of lists.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Inputs => "inputs",
            Self::History => "history",
        }
    }
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
