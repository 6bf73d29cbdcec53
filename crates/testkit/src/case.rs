//! Case files: what a verifier is given and what it must say.

use serde::{Deserialize, Serialize};

/// A group of cases: one JSON file.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseFile {
    /// Name and version of the form of this file.
    pub schema: String,
    /// Name of the group; case ids begin with it.
    pub group: String,
    /// What the group is about, one sentence.
    pub description: String,
    /// The cases.
    pub cases: Vec<Case>,
}

/// The schema every case file names.
pub const SCHEMA: &str = "eichrecht-testvectors/1";

/// One case.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// Unique, `<group>/<name>`.
    pub id: String,
    /// One sentence.
    pub description: String,
    /// Why the case exists.
    pub flags: Vec<String>,
    /// Id of the genuine case this one is an alteration of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub derived_from: Option<String>,
    /// What was altered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alteration: Option<String>,
    /// Files, relative to the folder of the vectors, in the order they are given.
    pub inputs: Vec<String>,
    /// Keys given apart from the data.
    pub keys: Vec<GivenKey>,
    /// Registers and lists of keys to look keys up in: files relative to the folder of the vectors.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub registers: Vec<String>,
    /// The least origin of a key that may count as verified; `record` where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub require_key_origin: Option<String>,
    /// The present, RFC 3339; without it no time lies in the future.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub now: Option<String>,
    /// A bill to compare with what is proven.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bill: Option<GivenBill>,
    /// What must come out.
    pub expected: Expected,
}

/// A bill: a file, single figures as somebody types them, or figures in the place of those of the file.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GivenBill {
    /// File, relative to the folder of the vectors.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// Energy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub energy: Option<String>,
    /// Begin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<String>,
    /// End.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<String>,
    /// Total with tax.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<String>,
    /// Charge point.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evse: Option<String>,
    /// Tariff as a text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tariff: Option<String>,
    /// Tariff as a file, relative to the folder of the vectors.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tariff_path: Option<String>,
    /// Number of the session it is for, counted from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<usize>,
}

/// A key given apart from the data: either `path` or `text`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GivenKey {
    /// File, relative to the folder of the vectors.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// The key itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// `user` or `register`.
    pub origin: String,
}

/// What must come out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    /// Verdict on all inputs and the bill together.
    pub verdict: String,
    /// Verdict on the bill alone, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bill: Option<String>,
    /// Each record in the order found.
    pub records: Vec<ExpectedRecord>,
    /// Each transaction in the order of its first record.
    pub transactions: Vec<ExpectedTransaction>,
    /// Codes of all findings: sorted, each once, none more and none less.
    pub findings: Vec<String>,
    /// Kinds of everything that could not be read, sorted.
    pub errors: Vec<String>,
}

/// One signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExpectedRecord {
    /// `valid`, `invalid` or `not-checked`.
    pub signature: String,
    /// Why it is not valid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// One transaction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExpectedTransaction {
    /// The energy that is proven: digits, a blank, the unit; `null` when none is.
    pub energy: Option<String>,
    /// The energy the data states, proven or not; `null` when it states none.
    pub stated_energy: Option<String>,
}
