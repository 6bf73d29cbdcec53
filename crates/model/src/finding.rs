//! Findings: what a rule has to say about a subject.

use crate::{ClaimId, MeasurementRef, RecordId, TransactionId, Verdict};

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// To be looked at; the verdict stands.
    Warn,
    /// The record or transaction must not count as verified.
    Fail,
}

impl Severity {
    /// The word of reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warn => "warn",
            Self::Fail => "fail",
        }
    }

    /// The best verdict that is possible with a finding of this weight.
    #[must_use]
    pub fn verdict(self) -> Verdict {
        match self {
            Self::Info => Verdict::Verified,
            Self::Warn => Verdict::VerifiedWithWarnings,
            Self::Fail => Verdict::Failed,
        }
    }
}

/// What a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// The input as a whole.
    Input,
    /// A record.
    Record(RecordId),
    /// One reading of a record.
    Measurement(MeasurementRef),
    /// A transaction.
    Transaction(TransactionId),
    /// What is claimed about a session: the signed data may be in order all the same.
    Claim(ClaimId),
    /// The bill. Such a finding says nothing about any input.
    Bill,
}

/// One finding. Its words are made in the report, from the code and the facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Code of the rule: `PAG001`.
    pub code: &'static str,
    /// Name of the rule: `pagination-gap`.
    pub name: &'static str,
    /// Its weight.
    pub severity: Severity,
    /// The input it belongs to; of no meaning where the subject is the bill.
    pub input: usize,
    /// What it is about.
    pub subject: Subject,
    /// Facts for the text, by name. May hold text of the sender.
    pub facts: Vec<(&'static str, String)>,
}

impl Finding {
    /// The fact of this name.
    #[must_use]
    pub fn fact(&self, name: &str) -> Option<&str> {
        self.facts.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_str())
    }
}

/// What became of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// There was nothing it could apply to.
    NotApplicable,
    /// It looked and found nothing.
    Passed,
    /// It has this many findings.
    Found(usize),
    /// It could not look, for want of something.
    NotEvaluated(NotEvaluated),
}

/// Why a rule could not look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NotEvaluated {
    /// No record could be read.
    NoReadableRecord,
    /// No transaction is complete.
    NoCompleteTransaction,
    /// Values it needs are missing or unreadable.
    ValuesMissing,
    /// No record has a valid signature.
    NoValidSignature,
}
