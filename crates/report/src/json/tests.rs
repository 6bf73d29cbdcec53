use eichrecht_model::*;
use serde_json::Value;

use super::*;
use crate::testing::{Scene, TOOL, failed, parsed, proven};

const LANGUAGES: [Language; 2] = [Language::English, Language::German];

/// The report as a value, valid by its schema.
fn report(assessment: &Assessment, language: Language) -> Value {
    checked(&json(assessment, language, TOOL))
}

fn checked(document: &str) -> Value {
    let report: Value = serde_json::from_str(document).unwrap();
    let schema: Value = serde_json::from_str(include_str!("../../schema/eichrecht-report-1.schema.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<String> = validator.iter_errors(&report).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}\n{report:#}");
    report
}

#[test]
fn a_proven_session_in_full() {
    let report = report(&proven(), Language::English);
    assert_eq!(report["schema"], "eichrecht-report/1");
    assert_eq!(report["tool"]["commit"], "c0ffee");
    assert_eq!(report["tool"]["rules"], RULE_SET);
    assert_eq!(report["verdict"], "verified-with-warnings");
    let input = &report["inputs"][0];
    let record = &input["records"][0];
    assert_eq!(
        record["signature"],
        serde_json::json!({
            "verdict": "valid", "algorithm": "ECDSA-secp256r1-SHA256", "reason": null, "signed_bytes": "exact"
        })
    );
    assert_eq!(record["key"]["origin"], "container");
    assert_eq!(record["pagination"], "T12");
    assert_eq!(record["meter"]["serial"], "EXM0012345");
    assert_eq!((record["session"].as_str(), record["counted_seconds"].as_u64()), (Some("S-77"), Some(3930)));
    assert_eq!(record["unsigned"]["transaction_id"], "7");
    assert_eq!(record["location"][1], "values/value[1]");
    let begin = &record["measurements"][0];
    assert_eq!(begin["value"], "1200.50", "digits as signed");
    assert_eq!((begin["obis"].as_str(), begin["obis_raw"].as_str()), (Some("1-0:1.8.0"), Some("01-00:01.08.00*FF")));
    assert_eq!(begin["time"], "2024-05-01T14:00:00+02:00");
    assert_eq!((begin["reason"].as_str(), begin["time_sync"].as_str()), (Some("begin"), Some("synchronised")));
    let session = &input["transactions"][0];
    assert_eq!(session["energy"], serde_json::json!({ "value": "5.60", "unit": "kWh" }));
    assert_eq!(session["stated_energy"], session["energy"]);
    assert_eq!((&session["end"]["record"], &session["end"]["measurement"]), (&Value::from(1), &Value::from(1)));
    assert_eq!(input["findings"][0]["code"], "KEY004");
    assert_eq!(input["findings"][0]["subject"]["record"], 1);
    assert_eq!(input["findings"][0]["facts"]["origin"], "container");
}

#[test]
fn nothing_is_proven_where_the_signature_does_not_hold() {
    for language in LANGUAGES {
        let report = report(&failed(), language);
        let input = &report["inputs"][0];
        assert_eq!(input["transactions"][0]["energy"], Value::Null);
        assert_eq!(input["transactions"][0]["stated_energy"]["value"], "5.60");
        assert_eq!(input["records"][0]["signature"]["reason"], "mismatch");
        let unread = &input["records"][1];
        assert_eq!(unread["signature"]["verdict"], "not-checked");
        assert_eq!(unread["signature"]["reason"], "record-unreadable");
        assert_eq!((unread["key"]["origin"].as_str(), &unread["format"]), (Some("none"), &Value::Null));
        let error = &input["errors"][0];
        assert_eq!((error["kind"].as_str(), error["reason"].as_str()), (Some("record-unreadable"), Some("truncated")));
        assert_eq!(error["offset"], 77);
    }
}

#[test]
fn a_key_has_no_verdict() {
    let mut assessment = proven();
    assessment.inputs[0].role = InputRole::Key;
    assert_eq!(report(&assessment, Language::English)["inputs"][0]["verdict"], Value::Null);
}

#[test]
fn findings_and_errors_in_are_findings_and_errors_out() {
    let mut scene = Scene::new();
    for input in 0..3 {
        scene = scene.input(&format!("input {input}")).record(parsed(), SignatureVerdict::Valid, Some(KeyOrigin::User));
        for rule in eichrecht_rules::all() {
            scene = scene.finding(rule.code, Subject::Input, &[("found", "x"), ("found", "twice the same fact")]);
        }
        scene = scene.finding("ZZZ999", Subject::Measurement(MeasurementRef { record: RecordId(1), index: 1 }), &[]);
        scene = scene.error(ReadErrorKind::Limit(LimitName::XmlDepth), "").error(ReadErrorKind::KeyUnreadable(KeyProblem::PrivateKey), "x");
    }
    let mut assessment = scene.verdict(Verdict::Failed);
    // A finding that names an input that does not exist is not lost.
    let mut lost = assessment.findings[0].clone();
    lost.input = 99;
    assessment.findings.push(lost);
    let report = report(&assessment, Language::German);
    let codes = |list: &str| -> Vec<String> {
        let inputs = report["inputs"].as_array().unwrap();
        inputs.iter().flat_map(|i| i[list].as_array().unwrap()).map(|f| f["code"].as_str().unwrap_or_default().to_owned()).collect()
    };
    let expected: Vec<String> = assessment.findings.iter().map(|finding| finding.code.to_owned()).collect();
    assert_eq!(codes("findings"), expected);
    assert_eq!(codes("errors").len(), assessment.errors.len());
    assert_eq!(report["inputs"][1]["errors"][0]["limit"], "xml-depth");
    assert_eq!(report["inputs"][1]["errors"][1]["reason"], "private-key");
}

#[test]
fn foreign_text_is_carried_in_full_and_stays_json() {
    let hostile = "\u{1b}[2J\u{202E}\"}],\u{0}\n".repeat(100);
    let mut record = parsed();
    record.meter.serial = Some(hostile.clone());
    record.extensions = vec![("XA".to_owned(), hostile.clone()), ("XA".to_owned(), "again".to_owned())];
    record.measurements[0].unit = Some(Unit::Other(hostile.clone()));
    record.measurements[0].status = Some(MeterStatus::Other(hostile.clone()));
    record.measurements[0].reason = Some(ReadingReason::Other(hostile.clone()));
    let assessment = Scene::new()
        .record(record, SignatureVerdict::Valid, Some(KeyOrigin::User))
        .finding("CON003", Subject::Input, &[("found", &hostile), ("field", ""), ("has", "found"), ("named", "no")])
        .verdict(Verdict::NotChecked);
    let report = report(&assessment, Language::English);
    let record = &report["inputs"][0]["records"][0];
    assert_eq!(record["meter"]["serial"], hostile.as_str());
    assert_eq!(record["extensions"].as_array().unwrap().len(), 2);
    assert_eq!(record["measurements"][0]["status_detail"], hostile.as_str());
    let finding = &report["inputs"][0]["findings"][0];
    assert_eq!(finding["facts"]["found"], hostile.as_str());
    let message = finding["message"].as_str().unwrap();
    assert!(!message.contains(['\u{1b}', '\u{202E}', '\0']), "a message is made for showing: {message:?}");
}

#[test]
fn a_time_without_offset_claims_none() {
    let mut record = parsed();
    if let Some(time) = &mut record.measurements[0].time {
        time.offset_minutes = None;
    }
    if let Some(time) = &mut record.measurements[1].time {
        time.offset_minutes = Some(-210);
    }
    let assessment = Scene::new().record(record, SignatureVerdict::Valid, Some(KeyOrigin::User)).verdict(Verdict::NotChecked);
    let report = report(&assessment, Language::English);
    let measurements = &report["inputs"][0]["records"][0]["measurements"];
    assert_eq!(measurements[0]["time"], "2024-05-01T14:00:00");
    assert_eq!(measurements[1]["time"], "2024-05-01T15:05:30-03:30");
}

#[test]
fn only_words_depend_on_the_language() {
    fn without_words(value: &mut Value) {
        match value {
            Value::Object(members) => {
                for word in ["message", "language"] {
                    members.remove(word);
                }
                members.values_mut().for_each(without_words);
            }
            Value::Array(items) => items.iter_mut().for_each(without_words),
            _ => {}
        }
    }
    for assessment in [proven(), failed()] {
        let [mut english, mut german] = LANGUAGES.map(|language| report(&assessment, language));
        assert_ne!(english, german);
        without_words(&mut english);
        without_words(&mut german);
        assert_eq!(english, german);
    }
}

#[test]
fn a_fault_gives_a_document_without_verdict() {
    let report = checked(&json_fault(TOOL));
    assert_eq!((&report["verdict"], report["fault"].as_str()), (&Value::Null, Some("internal")));
}
