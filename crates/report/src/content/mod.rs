//! What a report for people says, before it is laid out: sentences and rows in the chosen language.
//!
//! The text report, the window and the printed report show this content; none of them words a verdict or a
//! finding on its own.

mod bill;
mod claims;
mod findings;
pub(crate) mod headline;
mod input;
mod session;
pub(crate) mod words;

use eichrecht_model::{ClaimId, Provenance, RecordId, Severity, Subject, TransactionId, Verdict};

pub(crate) use bill::bill;
pub(crate) use claims::claim;
pub(crate) use findings::findings;
pub use input::content;
pub(crate) use input::{errors, loose_record, of_input};
pub(crate) use session::{distinct, gateway, meter, session};

use crate::texts::{Arg, Texts};

/// A whole report in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportContent {
    /// The verdict on everything.
    pub verdict: Verdict,
    /// Its word.
    pub verdict_word: String,
    /// What it means: for a bill the sentence on it, then for one input the sentence on that input, for several the counts of their verdicts.
    pub sentence: String,
    /// The bill, if one was given.
    pub bill: Option<BillContent>,
    /// The inputs in the order given.
    pub inputs: Vec<InputContent>,
}

/// A bill in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BillContent {
    /// Its heading.
    pub title: String,
    /// The verdict on it alone.
    pub verdict: Verdict,
    /// Its word.
    pub verdict_word: String,
    /// What that means.
    pub sentence: String,
    /// The bill beside what is proven, and the price step by step.
    pub rows: Vec<Row>,
    /// Findings about it, worst first, equal ones merged.
    pub findings: Vec<FindingContent>,
}

/// One input in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputContent {
    /// Its name, made harmless for showing.
    pub name: String,
    /// The verdict on it.
    pub verdict: Verdict,
    /// Its word.
    pub verdict_word: String,
    /// What the verdict means for the energy, or that the input is a key or a signature.
    pub sentence: String,
    /// Whether the input is a key or the signature of another; it has no verdict of its own then.
    pub is_aside: bool,
    /// Its charging sessions.
    pub sessions: Vec<SessionContent>,
    /// Records that belong to no session.
    pub loose: Vec<LooseRecord>,
    /// What is told of charging sessions and nobody signed.
    pub claims: Vec<ClaimContent>,
    /// Findings, worst first, equal ones merged.
    pub findings: Vec<FindingContent>,
    /// What could not be read, a sentence each; equal ones merged.
    pub errors: Vec<String>,
}

/// A record outside any session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LooseRecord {
    /// The record.
    pub id: RecordId,
    /// What is to be said of it.
    pub text: String,
}

/// What is told of a charging session, in words. Nobody signed it, and it must never be shown as proven.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimContent {
    /// The claim.
    pub id: ClaimId,
    /// Its heading.
    pub title: String,
    /// What is told.
    pub rows: Vec<Row>,
}

/// A charging session in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionContent {
    /// The session.
    pub id: TransactionId,
    /// Its heading.
    pub title: String,
    /// The verdict on it.
    pub verdict: Verdict,
    /// Its word.
    pub verdict_word: String,
    /// That nothing in it is proven, where that is so.
    pub not_proven: Option<String>,
    /// What is known of it.
    pub rows: Vec<Row>,
}

/// A labelled value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The label.
    pub label: String,
    /// The value, made harmless for showing.
    pub value: String,
    /// A remark about it: proven, or only stated.
    pub note: Option<String>,
    /// Whether the value is what the report is about.
    pub strong: bool,
    /// What stands behind the value.
    pub standing: Standing,
}

impl Row {
    /// A row that this program says of its own.
    pub(crate) fn own(label: String, value: String) -> Self {
        Self { label, value, note: None, strong: false, standing: Standing::Own }
    }
}

/// What stands behind a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// It stands in the data, and every signature of its session is valid.
    Signed,
    /// This program calculated it from signed values of a session that holds.
    Derived,
    /// The data says so, or it was calculated from what the data says, and it is not proven.
    Unproven,
    /// This program says it of its own work: a check, a key, a choice.
    Own,
}

impl Standing {
    /// What stands behind a reading of a record, and the name of the text that says it.
    pub(crate) fn of_reading(provenance: Provenance, signature_valid: bool) -> (Self, &'static str) {
        match provenance {
            Provenance::Signed if signature_valid => (Self::Signed, "standing-signed"),
            Provenance::Derived if signature_valid => (Self::Derived, "standing-derived"),
            Provenance::Unsigned => (Self::Unproven, "standing-unsigned"),
            Provenance::Signed | Provenance::Derived => (Self::Unproven, "standing-unproven"),
        }
    }
}

/// Findings of one rule in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingContent {
    /// Code of the rule.
    pub code: &'static str,
    /// Name of the rule.
    pub name: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// The word for that.
    pub mark: String,
    /// Title of the rule.
    pub title: String,
    /// What was found, each with its places.
    pub messages: Vec<MessageContent>,
    /// That there is more of the same.
    pub more: Option<String>,
    /// What it means for the bill; may be empty.
    pub bill: String,
    /// What can be done; may be empty.
    pub advice: String,
}

/// One message of a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageContent {
    /// What was found.
    pub text: String,
    /// Where, in brackets; empty when it is about the input as a whole.
    pub place: String,
    /// The first of the places.
    pub subjects: Vec<Subject>,
}

/// `3 times`.
pub(crate) fn times(texts: &Texts, count: usize) -> String {
    texts.say("times", &[("count", Arg::Count(count))])
}

/// The word for a verdict in capital letters.
pub(crate) fn verdict_word(texts: &Texts, verdict: Verdict) -> String {
    texts.plain(&format!("verdict-{}", verdict.as_str()))
}
