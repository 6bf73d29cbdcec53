//! Records for the tests of this crate.

use eichrecht_model::{Declared, Limits, Location, NoteKind, ParsedRecord, Record};

/// A record of version 1.4 without any oddity.
pub(crate) const MINIMAL: &str = r#"OCMF|{"FV":"1.4","PG":"T1","MS":"7","IS":false,"IT":"NONE","RD":[{"TM":"2026-01-10T08:00:00,000+0100 S","TX":"B","RV":1200.50,"RI":"1-0:B1.8.0","RU":"kWh","RT":"AC","EF":"","ST":"G"}]}|{"SA":"ECDSA-secp256r1-SHA256","SD":"3000"}"#;

pub(crate) fn record(text: &str) -> Record {
    Record {
        bytes: text.as_bytes().to_vec(),
        location: Location::input("test"),
        span: None,
        declared: Declared::default(),
        key: None,
        notes: Vec::new(),
    }
}

pub(crate) fn parsed(text: &str) -> ParsedRecord {
    crate::parse::parse(&record(text), &Limits::default()).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// The minimal record with fields before its readings.
pub(crate) fn with_fields(version: &str, fields: &str) -> ParsedRecord {
    parsed(&MINIMAL.replace(r#""FV":"1.4""#, &format!(r#""FV":"{version}""#)).replace(r#""RD":"#, &format!(r#"{fields},"RD":"#)))
}

/// The minimal record with other readings, given as the inside of the list.
pub(crate) fn with_readings(version: &str, readings: &str) -> ParsedRecord {
    let (front, behind) = MINIMAL.split_once('[').expect("a list");
    let (_, section) = behind.rsplit_once("]}|").expect("a section");
    parsed(&format!("{}[{readings}]}}|{section}", front.replace(r#""FV":"1.4""#, &format!(r#""FV":"{version}""#))))
}

/// Kinds and fields of the notes.
pub(crate) fn noted(record: &ParsedRecord) -> Vec<(NoteKind, String)> {
    record.notes.iter().map(|note| (note.kind, note.field.clone())).collect()
}
