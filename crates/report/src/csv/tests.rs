use eichrecht_model::*;

use super::*;
use crate::testing::{Scene, failed, parsed, proven};

/// Header and rows as a reader of RFC 4180 sees them.
fn rows(assessment: &Assessment) -> Vec<std::collections::HashMap<String, String>> {
    let text = csv(assessment, Language::English);
    assert!(text.ends_with("\r\n"));
    let mut reader = ::csv::Reader::from_reader(text.as_bytes());
    assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), COLUMNS);
    reader.deserialize().map(Result::unwrap).collect()
}

#[test]
fn a_row_for_each_session_and_each_record_outside_and_each_empty_input() {
    let mut assessment = failed();
    assessment.inputs.push(InputAssessment {
        name: "empty.xml".to_owned(),
        sha256: None,
        size: 0,
        role: InputRole::Data,
        notes: Vec::new(),
        records: 2..2,
        verdict: Verdict::NotChecked,
    });
    assessment.inputs.push(InputAssessment { name: "key.pem".to_owned(), role: InputRole::Key, ..assessment.inputs[1].clone() });
    let rows = rows(&assessment);
    let kinds: Vec<(&str, &str, &str)> = rows.iter().map(|row| (&*row["kind"], &*row["id"], &*row["verdict"])).collect();
    assert_eq!(kinds, [("transaction", "1", "failed"), ("record", "2", "not-checked"), ("input", "", "not-checked"), ("key", "", "")]);
    assert_eq!((&*rows[0]["energy"], &*rows[0]["stated_energy"]), ("", "5.60"));
    assert_eq!((&*rows[0]["fail"], &*rows[1]["fail"]), ("SIG001", ""));
    assert_eq!(rows[0]["errors"], "record-unreadable");
    assert!(rows[0]["messages"].contains("SIG001: "));
    assert_eq!(rows[3]["input_verdict"], "");
}

#[test]
fn a_proven_session() {
    let rows = rows(&proven());
    assert_eq!(rows.len(), 1);
    let row = &rows[0];
    for (column, value) in [
        ("input", "data.xml"),
        ("input_verdict", "verified-with-warnings"),
        ("records", "1"),
        ("format", "ocmf"),
        ("signature", "valid"),
        ("key_origin", "container"),
        ("meter_serial", "EXM0012345"),
        ("pagination", "T12"),
        ("session", "S-77"),
        ("charge_point", "DE*EXA*E1"),
        ("user", "04A1B2C3"),
        ("begin", "2024-05-01T14:00:00+02:00"),
        ("end", "2024-05-01T15:05:30+02:00"),
        ("duration_s", "3930"),
        ("time_quality", "synchronised"),
        ("energy", "5.60"),
        ("energy_unit", "kWh"),
        ("warn", "KEY004"),
        ("fail", ""),
    ] {
        assert_eq!(row[column], value, "{column}");
    }
}

#[test]
fn foreign_text_is_no_formula_and_breaks_no_row() {
    let mut record = parsed();
    record.meter.serial = Some("=HYPERLINK(\"http://example\"),\r\n;x".to_owned());
    record.user.id = Some("+49 170".to_owned());
    record.charge_point.id = Some("@\u{202E}SUM(A1)".to_owned());
    record.gateway.serial = Some("-1".to_owned());
    record.measurements.swap(0, 1);
    record.measurements[0].reason = Some(ReadingReason::Begin);
    record.measurements[1].reason = Some(ReadingReason::End);
    let mut assessment =
        Scene::new().record(record, SignatureVerdict::Valid, Some(KeyOrigin::User)).session(1, Verdict::Failed).verdict(Verdict::Failed);
    assessment.inputs[0].name = "=cmd.xml".to_owned();
    let rows = rows(&assessment);
    assert_eq!(rows.len(), 1);
    let row = &rows[0];
    assert_eq!(row["meter_serial"], "'=HYPERLINK(\"http://example\"),\\u{D}\\u{A};x");
    assert_eq!(row["user"], "'+49 170");
    assert_eq!(row["charge_point"], "'@\\u{202E}SUM(A1)");
    assert_eq!(row["gateway_serial"], "'-1");
    assert_eq!(row["input"], "'=cmd.xml");
    // Our own numbers stay numbers.
    assert_eq!(row["stated_energy"], "-5.60");
}

#[test]
fn every_finding_shows_in_a_row() {
    let mut scene = Scene::new().record(parsed(), SignatureVerdict::Valid, Some(KeyOrigin::User)).session(1, Verdict::Failed).record(
        parsed(),
        SignatureVerdict::Valid,
        Some(KeyOrigin::User),
    );
    let subjects = [
        Subject::Input,
        Subject::Record(RecordId(1)),
        Subject::Measurement(MeasurementRef { record: RecordId(2), index: 0 }),
        Subject::Transaction(TransactionId(1)),
    ];
    let rules = eichrecht_rules::all();
    for (rule, subject) in rules.iter().zip(subjects.iter().cycle()) {
        scene = scene.finding(rule.code, *subject, &[]);
    }
    let rows = rows(&scene.verdict(Verdict::Failed));
    for rule in rules {
        let column = rule.severity.as_str();
        assert!(rows.iter().any(|row| row[column].split(' ').any(|code| code == rule.code)), "{} is lost", rule.code);
    }
}
