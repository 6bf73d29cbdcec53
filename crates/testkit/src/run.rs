//! Runs cases through the verifier and compares everything that comes out.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use eichrecht::bill::{Figures, read_bill, read_tariff, set_figures};
use eichrecht::{Input, Verifier};
use eichrecht_keystore::{Import, KeyStore};
use eichrecht_model::{
    Assessment, Bill, BillRequest, InvalidReason, KeyOrigin, Limits, NotCheckedReason, RecordEntry, SignatureVerdict, TransactionId,
    UnreadRecord,
};

use crate::case::{Case, CaseFile, Expected, ExpectedRecord, ExpectedTransaction, GivenBill};

/// Reads all case files below a folder.
///
/// # Panics
/// When a file cannot be read or is no case file.
#[must_use]
pub fn load(root: &Path) -> Vec<CaseFile> {
    let paths = crate::generate::paths_below(root).unwrap();
    let is_case_file = |path: &&String| {
        // Histories have a form of their own.
        let elsewhere = path.starts_with("keys/") || path.starts_with("ledger/") || path.as_str() == "schema.json";
        path.ends_with(".json") && path.matches('/').count() < 2 && !elsewhere
    };
    paths
        .iter()
        .filter(is_case_file)
        .map(|path| {
            let text = fs::read_to_string(root.join(path)).unwrap();
            serde_json::from_str(&text).unwrap_or_else(|problem| panic!("{path}: {problem}"))
        })
        .collect()
}

/// Runs a case.
#[must_use]
pub fn assess(root: &Path, case: &Case) -> Assessment {
    let read = |path: &String| -> Vec<u8> { fs::read(root.join(path)).unwrap_or_else(|problem| panic!("{}: {path}: {problem}", case.id)) };
    verifier(root, case).verify(case.inputs.iter().map(|path| Input::new(path.as_str(), read(path))).collect())
}

/// The verifier of a case, with everything it is given besides the inputs.
#[must_use]
pub fn verifier(root: &Path, case: &Case) -> Verifier {
    let read = |path: &String| -> Vec<u8> { fs::read(root.join(path)).unwrap_or_else(|problem| panic!("{}: {path}: {problem}", case.id)) };
    let mut verifier = Verifier::new();
    for key in &case.keys {
        let origin = origin(&key.origin);
        verifier = match (&key.path, &key.text) {
            (Some(path), None) => verifier.key(origin, path, read(path)),
            (None, Some(text)) => verifier.key(origin, "key", text.as_bytes()),
            _ => panic!("{}: a key is either a path or a text", case.id),
        };
    }
    if !case.registers.is_empty() {
        let store = KeyStore::in_memory().unwrap();
        for path in &case.registers {
            // The day of the import plays no part in any answer.
            let bytes = read(path);
            let import = Import::new(path, &bytes, jiff::civil::date(2026, 12, 31));
            store.import(&import, &Limits::default()).unwrap_or_else(|problem| panic!("{}: {path}: {problem}", case.id));
        }
        verifier = verifier.key_directory(Arc::new(store));
    }
    if let Some(least) = &case.require_key_origin {
        verifier = verifier.require_origin(origin(least));
    }
    if let Some(now) = &case.now {
        verifier = verifier.now(now.parse().unwrap());
    }
    if let Some(given) = &case.bill {
        verifier = verifier.bill(bill(given, &read));
    }
    verifier
}

fn bill(given: &GivenBill, read: &dyn Fn(&String) -> Vec<u8>) -> BillRequest {
    let limits = Limits::default();
    let name = given.path.clone().unwrap_or_default();
    let mut bill = given.path.as_ref().map_or_else(|| Ok(Bill::default()), |path| read_bill(path, &read(path), &limits));
    if let Ok(bill) = &mut bill {
        let figures = Figures {
            energy: given.energy.as_deref(),
            begin: given.start.as_deref(),
            end: given.end.as_deref(),
            total: given.total.as_deref(),
            evse: given.evse.as_deref(),
            zone: None,
        };
        set_figures(bill, &figures, &limits).unwrap();
    }
    let tariff = given.tariff.as_ref().map(|text| text.as_bytes().to_vec()).or_else(|| given.tariff_path.as_ref().map(read));
    BillRequest {
        name,
        bill,
        tariff: tariff.map(|bytes| read_tariff(&bytes, &limits)),
        session: given.session.map(TransactionId),
        days: limits.bill_days,
    }
}

fn origin(word: &str) -> KeyOrigin {
    match word {
        "record" => KeyOrigin::Record,
        "container" => KeyOrigin::Container,
        "user" => KeyOrigin::User,
        "register" => KeyOrigin::Register,
        other => panic!("{other} is no origin of a key"),
    }
}

/// What came out, in the words of a case file.
#[must_use]
pub fn outcome(assessment: &Assessment) -> Expected {
    let mut errors: Vec<String> = assessment.errors.iter().map(|error| error.kind.as_str().to_owned()).collect();
    errors.sort();
    let findings: BTreeSet<&str> = assessment.findings.iter().map(|finding| finding.code).collect();
    Expected {
        verdict: assessment.verdict.as_str().to_owned(),
        bill: assessment.bill.as_ref().map(|check| check.verdict.as_str().to_owned()),
        records: assessment.records.iter().map(record).collect(),
        transactions: assessment
            .transactions
            .iter()
            .map(|transaction| ExpectedTransaction {
                energy: assessment.verified_energy(transaction.id).map(|proven| in_words(proven.energy())),
                stated_energy: transaction.stated_energy.as_ref().map(in_words),
            })
            .collect(),
        findings: findings.into_iter().map(str::to_owned).collect(),
        errors,
    }
}

fn in_words(energy: &eichrecht_model::Energy) -> String {
    format!("{} {}", energy.value, energy.unit)
}

fn record(entry: &RecordEntry) -> ExpectedRecord {
    let of = |signature: &str, reason: Option<&str>| ExpectedRecord { signature: signature.to_owned(), reason: reason.map(str::to_owned) };
    match &entry.content {
        Err(UnreadRecord::FormatUnknown) => of("not-checked", Some("format-unknown")),
        Err(UnreadRecord::FormatAmbiguous(_)) => of("not-checked", Some("format-ambiguous")),
        Err(UnreadRecord::Unreadable(_)) => of("not-checked", Some("record-unreadable")),
        Err(UnreadRecord::Sealed) => of("not-checked", Some("seal-is-not-a-signature")),
        Ok(checked) => match checked.signature() {
            SignatureVerdict::Valid => of("valid", None),
            SignatureVerdict::Invalid(reason) => of("invalid", Some(invalid(*reason))),
            SignatureVerdict::NotChecked(reason) => of("not-checked", Some(not_checked(reason))),
        },
    }
}

fn invalid(reason: InvalidReason) -> &'static str {
    match reason {
        InvalidReason::Mismatch => "mismatch",
        InvalidReason::OutOfRange => "out-of-range",
        InvalidReason::Malformed => "malformed",
        InvalidReason::KeyDoesNotFitAlgorithm => "key-does-not-fit-algorithm",
        _ => "unknown to the test kit",
    }
}

fn not_checked(reason: &NotCheckedReason) -> &'static str {
    match reason {
        NotCheckedReason::NoKey => "no-key",
        NotCheckedReason::KeyUnreadable => "key-unreadable",
        NotCheckedReason::KeyAmbiguous => "key-ambiguous",
        NotCheckedReason::AlgorithmUnknown => "algorithm-unknown",
        NotCheckedReason::SignatureUnreadable => "signature-unreadable",
        NotCheckedReason::RecordUnreadable => "record-unreadable",
        NotCheckedReason::FormatUnknown => "format-unknown",
        NotCheckedReason::SealOnly => "seal-is-not-a-signature",
        NotCheckedReason::RecipeUnproven => "recipe-unproven",
        _ => "unknown to the test kit",
    }
}

/// What differs, a line each; empty when all is as it must be.
#[must_use]
pub fn differences(expected: &Expected, found: &Expected) -> Vec<String> {
    let mut lines = Vec::new();
    let mut compare = |what: &str, expected: String, found: String| {
        if expected != found {
            lines.push(format!("{what}: expected {expected}, found {found}"));
        }
    };
    compare("verdict", expected.verdict.clone(), found.verdict.clone());
    compare("bill", format!("{:?}", expected.bill), format!("{:?}", found.bill));
    compare("records", signatures(&expected.records), signatures(&found.records));
    compare("transactions", energies(&expected.transactions), energies(&found.transactions));
    compare("findings", format!("{:?}", expected.findings), format!("{:?}", found.findings));
    compare("errors", format!("{:?}", expected.errors), format!("{:?}", found.errors));
    lines
}

fn signatures(records: &[ExpectedRecord]) -> String {
    let words: Vec<String> = records
        .iter()
        .map(|record| match &record.reason {
            Some(reason) => format!("{} ({reason})", record.signature),
            None => record.signature.clone(),
        })
        .collect();
    format!("[{}]", words.join(", "))
}

fn energies(transactions: &[ExpectedTransaction]) -> String {
    let words: Vec<String> = transactions
        .iter()
        .map(|transaction| match (&transaction.energy, &transaction.stated_energy) {
            (Some(energy), Some(stated)) if energy == stated => energy.clone(),
            (energy, stated) => format!("proven {} stated {}", energy.as_deref().unwrap_or("none"), stated.as_deref().unwrap_or("none")),
        })
        .collect();
    format!("[{}]", words.join(", "))
}
