//! What must hold for every assessment, whatever went in.

use std::collections::HashSet;

use eichrecht::Input;
use eichrecht_model::{Assessment, Measurement, ReadErrorKind, SignatureVerdict, Subject, Transaction, Verdict};
use eichrecht_report::{Language, Style, ToolInfo};
use serde_json::Value;

use super::truth::Truth;

const TOOL: ToolInfo<'static> = ToolInfo { version: "test", commit: None };

/// Checks what came of one input, except for its words.
///
/// # Panics
/// When something does not hold.
pub fn hold(bytes: &[u8], assessment: &Assessment, truth: &Truth) {
    numbers_fit(assessment);
    for entry in &assessment.records {
        if let Some(span) = &entry.source.span {
            assert_eq!(bytes.get(span.clone()), Some(entry.source.bytes.as_slice()), "the span shows the record");
        }
        let Ok(record) = &entry.content else {
            assert!(entry.verdict >= Verdict::NotChecked, "unread and not checked");
            continue;
        };
        match record.signature() {
            SignatureVerdict::Valid => truth.confirms(record, &entry.source),
            SignatureVerdict::Invalid(_) => assert_eq!(entry.verdict, Verdict::Failed),
            SignatureVerdict::NotChecked(_) => assert!(entry.verdict >= Verdict::NotChecked),
        }
    }
    for transaction in &assessment.transactions {
        proven_energy_is_signed(assessment, transaction);
    }
    if assessment.records.is_empty() {
        let key_only = assessment.inputs.iter().all(|input| input.role == eichrecht_model::InputRole::Key);
        assert!(key_only || !assessment.errors.is_empty(), "nothing found, and nothing said about it");
    }
    if assessment.verdict <= Verdict::VerifiedWithWarnings {
        verified_with_reason(assessment);
    }
}

/// Numbers and places of everything agree.
fn numbers_fit(assessment: &Assessment) {
    let mut next = 0;
    for input in &assessment.inputs {
        assert_eq!(input.records.start, next, "records of inputs follow one another");
        next = input.records.end;
    }
    assert_eq!(next, assessment.records.len(), "each record belongs to an input");
    for (at, entry) in assessment.records.iter().enumerate() {
        assert_eq!(entry.id.0, at + 1);
        assert!(entry.duplicate_of.is_none_or(|first| first < entry.id));
    }
    let mut placed = HashSet::new();
    for (at, transaction) in assessment.transactions.iter().enumerate() {
        assert_eq!(transaction.id.0, at + 1);
        assert!(!transaction.records.is_empty());
        for id in &transaction.records {
            assert!(assessment.checked(*id).is_some(), "a transaction is made of records that were read");
            assert!(placed.insert(*id), "record {} is in two transactions", id.0);
        }
    }
    for finding in &assessment.findings {
        assert!(eichrecht_rules::find(finding.code).is_some(), "{}", finding.code);
        assert!(finding.input < assessment.inputs.len());
        let there = match finding.subject {
            Subject::Input | Subject::Bill => true,
            Subject::Record(id) => assessment.record(id).is_some(),
            Subject::Measurement(at) => assessment.measurement(at).is_some(),
            Subject::Transaction(id) => assessment.transaction(id).is_some(),
            Subject::Claim(id) => id.0.checked_sub(1).is_some_and(|at| at < assessment.claims.len()),
        };
        assert!(there, "{finding:?} is about something that is not there");
    }
}

/// Proven energy is the difference of two readings, both of records with a valid signature.
fn proven_energy_is_signed(assessment: &Assessment, transaction: &Transaction) {
    let Some(proven) = assessment.verified_energy(transaction.id) else { return };
    for id in &transaction.records {
        assert!(assessment.checked(*id).is_some_and(|record| record.signature().is_valid()), "proven by a record that is not valid");
    }
    let run = transaction.billing_register().expect("proven energy was read from a register");
    let ([begin], [end]) = (run.begins.as_slice(), run.ends.as_slice()) else { panic!("proven without one begin and one end") };
    let reading = |at: eichrecht_model::MeasurementRef| -> &Measurement {
        assert!(transaction.records.contains(&at.record), "proven by a record of another transaction");
        assessment.measurement(at).expect("the reading is there")
    };
    let (begin, end) = (reading(*begin), reading(*end));
    let (energy, unit) = (proven.energy(), &proven.energy().unit);
    assert_eq!(end.unit.as_ref(), Some(unit));
    let from = begin.unit.as_ref().zip(begin.value.as_ref()).and_then(|(known, value)| known.convert(value, unit));
    let difference = end.value.as_ref().zip(from.as_ref()).and_then(|(end, begin)| end.checked_sub(begin));
    assert_eq!(difference, Some(energy.value), "proven energy is end minus begin");
    assert!(!energy.value.is_negative());
}

/// A good verdict has a record, only valid ones, only proven sessions, and nothing that went wrong.
fn verified_with_reason(assessment: &Assessment) {
    assert!(!assessment.records.is_empty() && !assessment.transactions.is_empty(), "verified, and nothing there");
    assert!(assessment.errors.is_empty(), "verified with an error");
    for entry in &assessment.records {
        let valid = entry.content.as_ref().is_ok_and(|record| record.signature().is_valid());
        assert!(valid && entry.verdict <= Verdict::VerifiedWithWarnings, "verified with record {}", entry.id.0);
    }
    for transaction in &assessment.transactions {
        assert!(assessment.verified_energy(transaction.id).is_some(), "verified, and session {} is not proven", transaction.id.0);
    }
    for finding in &assessment.findings {
        assert!(finding.severity.verdict() <= Verdict::VerifiedWithWarnings, "verified with {}", finding.code);
    }
}

/// Checks the reports in both languages: JSON is one document that tells everything once, a text holds nothing that
/// steers a terminal, each row of the table has all its cells.
///
/// # Panics
/// When something does not hold.
pub fn told(assessment: &Assessment) {
    for language in [Language::German, Language::English] {
        let document: Value = serde_json::from_str(&eichrecht_report::json(assessment, language, TOOL)).expect("one JSON document");
        let inputs = document["inputs"].as_array().expect("inputs");
        let all = |name: &str| inputs.iter().map(|input| input[name].as_array().expect("a list").len()).sum::<usize>();
        assert_eq!(inputs.len(), assessment.inputs.len());
        assert_eq!(all("records"), assessment.records.len());
        assert_eq!(all("transactions"), assessment.transactions.len());
        assert_eq!(all("findings"), assessment.findings.len());
        assert_eq!(all("errors"), assessment.errors.len());
        assert_eq!(document["verdict"], assessment.verdict.as_str());

        let text = eichrecht_report::text(assessment, language, Style::default(), TOOL);
        let steering = text.chars().find(|c| c.is_control() && *c != '\n' || is_invisible(*c));
        assert_eq!(steering, None, "{text}");

        let table = eichrecht_report::csv(assessment, language);
        let mut rows = csv::ReaderBuilder::new().flexible(false).from_reader(table.as_bytes());
        let kinds: Vec<String> = rows.records().map(|row| row.expect("as many cells as columns")[3].to_owned()).collect();
        let count = |kind: &str| kinds.iter().filter(|found| *found == kind).count();
        assert_eq!(count("transaction"), assessment.transactions.len());
        assert!(kinds.len() >= assessment.inputs.len());
    }
}

/// Characters that turn the direction of writing round or hide in it.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// Whether a limit was met: what two ways of carrying the same data give may differ then.
#[must_use]
pub fn met_a_limit(assessment: &Assessment) -> bool {
    assessment.errors.iter().any(|error| matches!(error.kind, ReadErrorKind::Limit(_)))
}

/// The same input once more gives the same report.
///
/// # Panics
/// When it does not.
pub fn repeats(verify: &dyn Fn(Vec<Input>) -> Assessment, inputs: Vec<Input>, first: &Assessment) {
    let again = verify(inputs);
    let report = |assessment: &Assessment| eichrecht_report::json(assessment, Language::English, TOOL);
    assert_eq!(report(first), report(&again), "a result can be repeated");
}
