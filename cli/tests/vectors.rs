//! Reports on all test vectors: each is complete, well-formed, and calls nothing proven that is not.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test that cannot go on shall stop, and reads files"
)]

use std::path::{Path, PathBuf};

use eichrecht::bill::{Figures, read_bill, read_tariff, set_figures};
use eichrecht::model::{Assessment, Bill, BillRequest, KeyOrigin, Limits};
use eichrecht::{Input, Verifier};
use eichrecht_keystore::{Import, KeyStore};
use eichrecht_report::{Language, Style, ToolInfo, csv, json, text};
use serde_json::Value;

const TOOL: ToolInfo<'static> = ToolInfo { version: "0.0.0", commit: None };

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// All cases of the test vectors: name and assessment.
fn assessments() -> Vec<(String, Assessment)> {
    let vectors = root().join("testvectors");
    let mut found = Vec::new();
    for folder in ["demo", "ocmf"] {
        for entry in std::fs::read_dir(vectors.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_none_or(|extension| extension != "json") {
                continue;
            }
            let group: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
            for case in group["cases"].as_array().unwrap_or_else(|| panic!("{} has no cases", path.display())) {
                found.push((case["id"].as_str().unwrap().to_owned(), assess(&vectors, case)));
            }
        }
    }
    assert!(found.len() > 100, "only {} cases", found.len());
    found
}

fn assess(vectors: &Path, case: &Value) -> Assessment {
    let mut verifier = Verifier::new();
    for key in case["keys"].as_array().into_iter().flatten().filter(|key| key["origin"] == "user") {
        let bytes = match key["path"].as_str() {
            Some(path) => std::fs::read(vectors.join(path)).unwrap(),
            None => key["text"].as_str().unwrap_or_default().as_bytes().to_vec(),
        };
        verifier = verifier.key(KeyOrigin::User, "key", bytes);
    }
    if case["bill"].is_object() {
        verifier = verifier.bill(bill(vectors, &case["bill"]));
    }
    let store = KeyStore::in_memory().unwrap();
    for path in case["registers"].as_array().into_iter().flatten().map(|path| path.as_str().unwrap()) {
        let bytes = std::fs::read(vectors.join(path)).unwrap();
        store.import(&Import::new(path, &bytes, jiff::civil::date(2026, 12, 31)), &Limits::default()).unwrap();
    }
    if case["registers"].is_array() {
        verifier = verifier.key_directory(std::sync::Arc::new(store));
    }
    let inputs = case["inputs"].as_array().unwrap().iter().map(|path| {
        let path = path.as_str().unwrap();
        Input::new(path, std::fs::read(vectors.join(path)).unwrap())
    });
    verifier.verify(inputs.collect())
}

fn bill(vectors: &Path, given: &Value) -> BillRequest {
    let limits = Limits::default();
    let file = |path: &str| std::fs::read(vectors.join(path)).unwrap();
    let path = given["path"].as_str();
    let mut bill = path.map_or_else(|| Ok(Bill::default()), |path| read_bill(path, &file(path), &limits));
    if let Ok(bill) = &mut bill {
        let text = |name: &str| given[name].as_str();
        let figures = Figures {
            energy: text("energy"),
            begin: text("start"),
            end: text("end"),
            total: text("total"),
            evse: text("evse"),
            ..Figures::default()
        };
        set_figures(bill, &figures, &limits).unwrap();
    }
    let tariff = given["tariff"].as_str().map(|text| text.as_bytes().to_vec()).or_else(|| given["tariff_path"].as_str().map(file));
    BillRequest {
        name: path.unwrap_or_default().to_owned(),
        bill,
        tariff: tariff.map(|bytes| read_tariff(&bytes, &limits)),
        session: None,
        days: limits.bill_days,
    }
}

#[test]
fn json_reports_fit_their_schema_and_lose_nothing() {
    let schema = std::fs::read(root().join("crates/report/schema/eichrecht-report-1.schema.json")).unwrap();
    let validator = jsonschema::validator_for(&serde_json::from_slice(&schema).unwrap()).unwrap();
    for (name, assessment) in assessments() {
        let report: Value = serde_json::from_str(&json(&assessment, Language::German, TOOL)).unwrap();
        let errors: Vec<String> = validator.iter_errors(&report).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{name}: {errors:#?}");
        let count =
            |list: &str| -> usize { report["inputs"].as_array().unwrap().iter().map(|input| input[list].as_array().unwrap().len()).sum() };
        let about_bill = report["bill"]["findings"].as_array().map_or(0, Vec::len);
        let counts = [count("records"), count("transactions"), count("findings") + about_bill, count("errors")];
        let expected = [assessment.records.len(), assessment.transactions.len(), assessment.findings.len(), assessment.errors.len()];
        assert_eq!(counts, expected, "{name}");
        for input in report["inputs"].as_array().unwrap() {
            for transaction in input["transactions"].as_array().unwrap() {
                let fine = matches!(transaction["verdict"].as_str(), Some("verified" | "verified-with-warnings"));
                assert!(fine || transaction["energy"].is_null(), "{name}: energy of a session that is not verified");
            }
        }
    }
}

#[test]
fn text_reports_have_no_holes_and_call_nothing_proven_that_is_not() {
    for (name, assessment) in assessments() {
        let proven = assessment.transactions.iter().any(|transaction| assessment.verified_energy(transaction.id).is_some());
        for (language, mark, holes) in
            [(Language::English, "(proven)", ["{$", "{ $", "“”"]), (Language::German, "(bewiesen)", ["{$", "{ $", "„“"])]
        {
            let report = text(&assessment, language, Style::default(), TOOL);
            for hole in holes {
                assert!(!report.contains(hole), "{name}: {hole} in\n{report}");
            }
            assert!(proven || !report.contains(mark), "{name}:\n{report}");
            for code in assessment.findings.iter().map(|finding| finding.code) {
                assert!(report.contains(code), "{name}: {code} is lost");
            }
            // A finding must have its sentence, not only its code and name.
            for finding in &assessment.findings {
                assert!(!report.contains(&format!("    {} {}", finding.code, finding.name)), "{name}: {} has no words", finding.code);
            }
            let harmless = |c: char| c == '\n' || !c.is_control();
            assert!(report.chars().all(harmless), "{name}: control characters");
        }
    }
}

#[test]
fn csv_reports_have_a_row_for_everything() {
    for (name, assessment) in assessments() {
        let report = csv(&assessment, Language::English);
        // No cell of ours holds a line break, and those of strangers are escaped: lines are rows.
        let rows = report.matches("\r\n").count() - 1;
        assert!(rows >= assessment.transactions.len().max(assessment.inputs.len()) || assessment.inputs.is_empty(), "{name}");
        for finding in &assessment.findings {
            assert!(report.contains(finding.code), "{name}: {} is lost", finding.code);
        }
        assert!(!report.replace("\r\n", "").contains(['\r', '\n', '\u{1b}']), "{name}");
    }
}
