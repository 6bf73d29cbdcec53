//! One call of the verifier in one flat row, for tables of many: values and codes, no sentences.

use eichrecht_model::{
    Assessment, CheckedRecord, Energy, InputRole, Measurement, ParseErrorKind, ReadError, ReadErrorKind, Severity, SignatureVerdict,
    Transaction, Verdict, VerifiedEnergy,
};

use crate::csv::iso;
use crate::names;

/// What a whole assessment says, flat. Where it holds more than one charging session, fields that are about one
/// session are empty and [`Self::sessions`] tells why.
///
/// Texts that came with the data are as received: escape them before they reach a terminal or a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputRow {
    /// The verdict on the whole.
    pub verdict: Verdict,
    /// Worst signature verdict of the records: `invalid`, `not-checked`, `valid`; `not-checked` without a record.
    pub signature: &'static str,
    /// Formats of the records, the distinct ones, separated by blanks.
    pub format: Option<String>,
    /// Number of records.
    pub records: usize,
    /// Number of charging sessions, complete or not.
    pub sessions: usize,
    /// The proven energy of the session; `None` where nothing is proven.
    pub energy: Option<Energy>,
    /// What the data states, proven or not.
    pub stated_energy: Option<Energy>,
    /// Begin of the session as signed, ISO 8601 with the signed offset.
    pub begin: Option<String>,
    /// End of the session, likewise.
    pub end: Option<String>,
    /// Seconds from begin to end.
    pub duration_s: Option<i64>,
    /// What the times are worth: `synchronised`, `duration-only`, `informative`, `unusable`.
    pub time_quality: Option<&'static str>,
    /// Serial numbers of the meters, the distinct ones, separated by blanks. Signed, like the next four.
    pub meter_serial: Option<String>,
    /// Serial numbers of the signing components.
    pub gateway_serial: Option<String>,
    /// Counters of the records.
    pub pagination: Option<String>,
    /// The signer's own numbers of the session.
    pub session: Option<String>,
    /// Charging points.
    pub charge_point: Option<String>,
    /// Least trustworthy origin of the keys used: `record`, `container`, `user`, `register`.
    pub key_origin: Option<&'static str>,
    /// Kinds of the keys used.
    pub key_kind: Option<String>,
    /// Fingerprints of the keys used: SHA-256 of the SubjectPublicKeyInfo, hex.
    pub key_fingerprint: Option<String>,
    /// Codes of the failing findings, each once, in the order of the rules.
    pub fail: Vec<&'static str>,
    /// Codes of the warnings.
    pub warn: Vec<&'static str>,
    /// Codes of what is only told.
    pub info: Vec<&'static str>,
    /// Kinds of what could not be read, each once.
    pub errors: Vec<&'static str>,
    /// The first of them in detail. May hold text of the sender.
    pub error_detail: Option<String>,
    /// SHA-256 of the input, hex; of several, separated by blanks.
    pub sha256: Option<String>,
}

impl InputRow {
    /// The row of an assessment.
    #[must_use]
    pub fn new(assessment: &Assessment) -> Self {
        let checked: Vec<&CheckedRecord> = assessment.records.iter().filter_map(|entry| entry.content.as_ref().ok()).collect();
        let contents = || checked.iter().map(|record| record.content());
        let keys = || checked.iter().filter_map(|record| record.keys().used.as_ref());
        let only = match assessment.transactions.as_slice() {
            [one] => Some(one),
            _ => None,
        };
        let time = |reading: fn(&Transaction, &Assessment) -> Option<String>| reading(only?, assessment);
        Self {
            verdict: assessment.verdict,
            signature: signature(assessment, &checked),
            format: distinct(assessment.records.iter().filter_map(|entry| entry.format).map(eichrecht_model::FormatId::as_str)),
            records: assessment.records.len(),
            sessions: assessment.transactions.len(),
            energy: only.and_then(|one| assessment.verified_energy(one.id)).map(proven),
            stated_energy: only.and_then(|one| one.stated_energy.clone()),
            begin: time(|one, assessment| at(one.begin(assessment))),
            end: time(|one, assessment| at(one.end(assessment))),
            duration_s: only.and_then(|one| one.duration_s),
            time_quality: only.map(|one| names::time_quality(one.time_quality)),
            meter_serial: distinct(contents().filter_map(|content| content.meter.serial.as_deref())),
            gateway_serial: distinct(contents().filter_map(|content| content.gateway.serial.as_deref())),
            pagination: distinct(contents().filter_map(|content| content.pagination).map(|page| page.to_string())),
            session: distinct(contents().filter_map(|content| content.session.as_deref())),
            charge_point: distinct(contents().filter_map(|content| content.charge_point.id.as_deref())),
            key_origin: keys().map(|key| key.origin).min().map(eichrecht_model::KeyOrigin::as_str),
            key_kind: distinct(keys().map(|key| key.kind.as_str())),
            key_fingerprint: distinct(keys().map(|key| key.fingerprint.as_str())),
            fail: codes(assessment, Severity::Fail),
            warn: codes(assessment, Severity::Warn),
            info: codes(assessment, Severity::Info),
            errors: each_once(assessment.errors.iter().map(|error| error.kind.as_str())),
            error_detail: assessment.errors.first().map(detail).filter(|text| !text.is_empty()),
            sha256: distinct(assessment.inputs.iter().filter(|input| input.role == InputRole::Data).filter_map(|i| i.sha256.as_deref())),
        }
    }

    /// The row of something that could not even be handed to the verifier: not checked, with the kind of the error
    /// and a short detail.
    #[must_use]
    pub fn unread(kind: &'static str, detail: &str) -> Self {
        Self {
            verdict: Verdict::NotChecked,
            signature: names::signature(&SignatureVerdict::NotChecked(eichrecht_model::NotCheckedReason::RecordUnreadable)),
            format: None,
            records: 0,
            sessions: 0,
            energy: None,
            stated_energy: None,
            begin: None,
            end: None,
            duration_s: None,
            time_quality: None,
            meter_serial: None,
            gateway_serial: None,
            pagination: None,
            session: None,
            charge_point: None,
            key_origin: None,
            key_kind: None,
            key_fingerprint: None,
            fail: Vec::new(),
            warn: Vec::new(),
            info: Vec::new(),
            errors: vec![kind],
            error_detail: Some(detail.to_owned()).filter(|text| !text.is_empty()),
            sha256: None,
        }
    }
}

/// The worst of all; a record that could not be read was not checked.
fn signature(assessment: &Assessment, checked: &[&CheckedRecord]) -> &'static str {
    let any = |wanted: &str| checked.iter().any(|record| names::signature(record.signature()) == wanted);
    let all_read = !checked.is_empty() && checked.len() == assessment.records.len();
    match (any("invalid"), any("not-checked") || !all_read) {
        (true, _) => "invalid",
        (false, true) => "not-checked",
        (false, false) => "valid",
    }
}

fn proven(energy: VerifiedEnergy) -> Energy {
    energy.energy().clone()
}

fn at(reading: Option<&Measurement>) -> Option<String> {
    reading?.time.as_ref().map(iso)
}

fn codes(assessment: &Assessment, severity: Severity) -> Vec<&'static str> {
    each_once(assessment.findings.iter().filter(|finding| finding.severity == severity).map(|finding| finding.code))
}

fn each_once(words: impl Iterator<Item = &'static str>) -> Vec<&'static str> {
    let mut list = Vec::new();
    for word in words {
        if !list.contains(&word) {
            list.push(word);
        }
    }
    list
}

/// The distinct values in order of appearance, separated by blanks; `None` when there are none. Of many only the
/// first ones, and three dots.
fn distinct<T: AsRef<str>>(values: impl Iterator<Item = T>) -> Option<String> {
    const MOST: usize = 16;
    let mut seen: Vec<T> = Vec::new();
    let mut more = false;
    for value in values {
        if seen.iter().any(|known| known.as_ref() == value.as_ref()) {
            continue;
        }
        if seen.len() == MOST {
            more = true;
            break;
        }
        seen.push(value);
    }
    let mut list = seen.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(" ");
    if more {
        list.push_str(" …");
    }
    (!seen.is_empty()).then_some(list)
}

/// What an error says beside its kind: the reason or limit by name, the place in it, the words of a library.
fn detail(error: &ReadError) -> String {
    let mut parts: Vec<String> = Vec::new();
    match &error.kind {
        ReadErrorKind::RecordUnreadable(why) => {
            parts.push(match &why.kind {
                ParseErrorKind::Limit(limit) => limit.as_str().to_owned(),
                kind => names::parse_error(kind).to_owned(),
            });
            parts.extend(Some(why.field.clone()).filter(|field| !field.is_empty()));
            parts.extend(why.offset.map(|offset| format!("byte {offset}")));
        }
        ReadErrorKind::KeyUnreadable(problem) => parts.push(names::key_problem(problem).to_owned()),
        ReadErrorKind::Limit(limit) => parts.push(limit.as_str().to_owned()),
        _ => {}
    }
    parts.extend(error.offset.map(|offset| format!("byte {offset}")));
    parts.extend(Some(error.detail.clone()).filter(|text| !text.is_empty()));
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distinct_values_are_bounded() {
        assert_eq!(distinct(std::iter::empty::<&str>()), None);
        assert_eq!(distinct(["a", "b", "a"].into_iter()).as_deref(), Some("a b"));
        let many = distinct((0..100).map(|number| number.to_string())).unwrap();
        assert!(many.ends_with("15 …"), "{many}");
    }

    #[test]
    fn what_could_not_be_read_is_not_checked() {
        let row = InputRow::unread("row-unreadable", "no JSON");
        assert_eq!((row.verdict, row.signature, row.energy), (Verdict::NotChecked, "not-checked", None));
        assert_eq!(row.errors, ["row-unreadable"]);
    }
}
