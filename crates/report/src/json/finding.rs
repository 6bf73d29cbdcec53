//! Findings and errors in JSON.

use std::collections::HashSet;

use eichrecht_model::{Finding, MeasurementRef, ReadError, ReadErrorKind, Subject};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::content::words;
use crate::message;
use crate::names;
use crate::texts::Texts;

/// One finding, with its text in the chosen language and its facts in full. What it means for the bill stands
/// on the page of its rule and is not repeated with every finding.
#[derive(Serialize)]
pub(super) struct FindingOut<'a> {
    code: &'static str,
    name: &'static str,
    severity: &'static str,
    subject: SubjectOut,
    message: String,
    facts: FactsOut<'a>,
}

impl<'a> FindingOut<'a> {
    pub(super) fn new(texts: &Texts, finding: &'a Finding) -> Self {
        Self {
            code: finding.code,
            name: finding.name,
            severity: finding.severity.as_str(),
            subject: SubjectOut::new(finding.subject),
            message: message::message(texts, finding),
            facts: FactsOut(&finding.facts),
        }
    }
}

/// What a finding is about. `measurement` counts the readings of the record from 0.
#[derive(Serialize)]
struct SubjectOut {
    kind: &'static str,
    record: Option<usize>,
    measurement: Option<usize>,
    transaction: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    claim: Option<usize>,
}

impl SubjectOut {
    fn new(subject: Subject) -> Self {
        let none = Self { kind: "input", record: None, measurement: None, transaction: None, claim: None };
        match subject {
            Subject::Input => none,
            Subject::Record(id) => Self { kind: "record", record: Some(id.0), ..none },
            Subject::Measurement(MeasurementRef { record, index }) => {
                Self { kind: "measurement", record: Some(record.0), measurement: Some(index), ..none }
            }
            Subject::Transaction(id) => Self { kind: "transaction", transaction: Some(id.0), ..none },
            Subject::Claim(id) => Self { kind: "claim", claim: Some(id.0), ..none },
            Subject::Bill => Self { kind: "bill", ..none },
        }
    }
}

/// Facts as an object; of a name given twice the first counts.
pub(crate) struct FactsOut<'a>(pub(crate) &'a [(&'static str, String)]);

impl Serialize for FactsOut<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        let mut seen = HashSet::new();
        for (name, fact) in self.0 {
            if seen.insert(name) {
                map.serialize_entry(name, fact)?;
            }
        }
        map.end()
    }
}

/// Something that could not be read.
#[derive(Serialize)]
pub(super) struct ErrorOut<'a> {
    kind: &'static str,
    message: String,
    location: &'a [String],
    offset: Option<u64>,
    /// What is wrong with a key or record that could not be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    /// Name of the limit that was reached.
    #[serde(skip_serializing_if = "Option::is_none")]
    limit: Option<&'static str>,
    detail: &'a str,
}

impl<'a> ErrorOut<'a> {
    pub(super) fn new(texts: &Texts, error: &'a ReadError) -> Self {
        let (reason, limit) = match &error.kind {
            ReadErrorKind::RecordUnreadable(why) => {
                let limit = match &why.kind {
                    eichrecht_model::ParseErrorKind::Limit(limit) => Some(limit.as_str()),
                    _ => None,
                };
                (Some(names::parse_error(&why.kind)), limit)
            }
            ReadErrorKind::Sealed(problem) => (Some(problem.as_str()), None),
            ReadErrorKind::KeyUnreadable(problem) => (Some(names::key_problem(problem)), None),
            ReadErrorKind::Limit(limit) => (None, Some(limit.as_str())),
            _ => (None, None),
        };
        Self {
            kind: error.kind.as_str(),
            message: words::error(texts, error),
            location: error.location.parts(),
            offset: error.offset,
            reason,
            limit,
            detail: &error.detail,
        }
    }
}
