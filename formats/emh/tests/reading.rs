//! Readings as chargeIT containers hold them.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice, reason = "a test")]

use eichrecht_emh::FORMAT;
use eichrecht_model::{
    Declared, Detection, Format, Limits, Location, MeterStatus, NoteKind, ParseErrorKind, ParsedRecord, Record, SignedBytesSource,
};
use proptest::prelude::*;

const READING: &str = r#"{"timestamp":1,"meterInfo":{"meterId":"0901545354000000002A","publicKey":"AB","firmwareVersion":"7"},
"transactionId":"1:2","contract":{"type":"RFID_TAG_ID","timestampLocal":{"timestamp":1780034400,"localOffset":60,"seasonOffset":60},"id":"1A2B3C4D"},
"measurementId":"DD","measuredValue":{"timestampLocal":{"timestamp":1780034410,"localOffset":60,"seasonOffset":60},
"value":"125396","unit":"WATT_HOUR","scale":-1,"valueType":"Integer64","unitEncoded":30},"measurand":{"id":"0100011100FF","name":"ENERGY_TOTAL"},
"additionalInfo":{"indexes":{"timer":708469,"logBook":"0110"},"status":"08"},"signature":"00FF"}"#;

fn record(text: &str) -> Record {
    Record {
        bytes: text.as_bytes().to_vec(),
        location: Location::input("in"),
        span: None,
        declared: Declared::default(),
        key: None,
        notes: Vec::new(),
    }
}

fn parse(text: &str) -> Result<ParsedRecord, eichrecht_model::ParseError> {
    FORMAT.parse(&record(text), &Limits::default())
}

fn block(parsed: &ParsedRecord) -> Vec<u8> {
    match &parsed.signed_bytes[0].source {
        SignedBytesSource::Built(bytes) => bytes.clone(),
        SignedBytesSource::Range(_) => panic!(),
    }
}

#[test]
fn the_block_is_built_of_the_fields_and_read_back() {
    let parsed = parse(READING).unwrap();
    let block = block(&parsed);
    assert_eq!(block.len(), 320);
    assert_eq!(block[10..14], (1_780_034_410u32 + 7200).to_le_bytes());
    assert_eq!(block[19..23], [0xDD, 0, 0, 0]);
    assert_eq!(&block[41..50], b"1A2B3C4D\0");
    assert_eq!(parsed.pagination.unwrap().number, 221);
    assert_eq!(parsed.seconds_index, Some(708_469));
    assert_eq!(parsed.user.id.as_deref(), Some("1A2B3C4D"));
    let reading = &parsed.measurements[0];
    assert_eq!(reading.value.unwrap().to_string(), "12539.6");
    assert_eq!(reading.status, Some(MeterStatus::Ok));
    assert!(reading.reason.is_none());
    assert_eq!(parsed.notes, []);
    assert!(parsed.unsigned.contains(&("contract.type".to_owned(), "RFID_TAG_ID".to_owned())));
}

#[test]
fn every_signed_field_changes_the_block() {
    let original = block(&parse(READING).unwrap());
    for (from, to) in [
        ("0901545354000000002A", "0901545354000000002B"),
        (r#""value":"125396""#, r#""value":"125397""#),
        (r#""measurementId":"DD""#, r#""measurementId":"DE""#),
        (r#""timestamp":1780034410"#, r#""timestamp":1780034411"#),
        (r#""timestamp":1780034400"#, r#""timestamp":1780034401"#),
        (r#""scale":-1"#, r#""scale":0"#),
        (r#""unitEncoded":30"#, r#""unitEncoded":27"#),
        ("0100011100FF", "0100010800FF"),
        (r#""timer":708469"#, r#""timer":708470"#),
        (r#""logBook":"0110""#, r#""logBook":"0111""#),
        (r#""status":"08""#, r#""status":"88""#),
        ("1A2B3C4D", "1a2b3c4d"),
    ] {
        let altered = READING.replace(from, to);
        assert_ne!(altered, READING, "{from}");
        assert_ne!(block(&parse(&altered).unwrap()), original, "{from}");
    }
    // Beside the block nothing changes it.
    for (from, to) in [("\"timestamp\":1,", "\"timestamp\":2,"), ("RFID_TAG_ID", "UNKNOWN"), ("\"1:2\"", "\"3\""), ("\"7\"", "\"8\"")] {
        let altered = READING.replace(from, to);
        assert_ne!(altered, READING, "{from}");
        assert_eq!(block(&parse(&altered).unwrap()), original, "{from}");
    }
}

#[test]
fn what_is_missing_or_malformed_is_never_assumed() {
    for (from, to, kind) in [
        (r#""status":"08""#, r#""state":"08""#, ParseErrorKind::PartMissing),
        (r#""status":"08""#, r#""status":8"#, ParseErrorKind::Syntax),
        (r#""value":"125396""#, r#""value":"1253.96""#, ParseErrorKind::Syntax),
        (r#""value":"125396""#, r#""value":"+125396""#, ParseErrorKind::Syntax),
        (r#""value":"125396""#, r#""value":"18446744073709551616""#, ParseErrorKind::Syntax),
        (r#""value":"125396""#, r#""value":1253.0"#, ParseErrorKind::Syntax),
        (r#""value":"125396""#, r#""value":"125396","value":"1""#, ParseErrorKind::PartMissing),
        (r#""measurementId":"DD""#, r#""measurementId":"1000000DD""#, ParseErrorKind::Syntax),
        (r#""measurementId":"DD""#, r#""measurementId":"+DD""#, ParseErrorKind::Syntax),
        (r#""scale":-1"#, r#""scale":-129"#, ParseErrorKind::Syntax),
        (r#""timer":708469"#, r#""timer":4294967296"#, ParseErrorKind::Syntax),
        (r#""timestamp":1780034410"#, r#""timestamp":9223372036854775807"#, ParseErrorKind::Syntax),
        (r#""timestamp":1780034410"#, r#""timestamp":"1780034410""#, ParseErrorKind::Syntax),
        ("0901545354000000002A", "0901545354000000002", ParseErrorKind::Syntax),
        ("\"00FF\"}", "\"00FF\"", ParseErrorKind::Syntax),
    ] {
        let altered = READING.replace(from, to);
        assert_ne!(altered, READING, "{from}");
        assert_eq!(parse(&altered).unwrap_err().kind, kind, "{to}");
    }
    let long = READING.replace("1A2B3C4D", &"x".repeat(129));
    assert_eq!(parse(&long).unwrap_err().kind, ParseErrorKind::Syntax);
}

#[test]
fn oddities_are_noted() {
    for (from, to, kind) in [
        ("WATT_HOUR", "JOULE", NoteKind::ClaimContradictsSigned),
        (r#""unitEncoded":30"#, r#""unitEncoded":27"#, NoteKind::ClaimContradictsSigned),
        (r#""value":"125396""#, r#""value":125396"#, NoteKind::WrongType),
        (r#""name":"ENERGY_TOTAL""#, r#""name":"a","name":"b""#, NoteKind::DuplicateField),
        ("1A2B3C4D", "1A\\u0000B", NoteKind::HiddenCharacters),
    ] {
        let altered = READING.replace(from, to);
        assert_ne!(altered, READING, "{from}");
        assert!(parse(&altered).unwrap().notes.iter().any(|note| note.kind == kind), "{to}");
    }
}

#[test]
fn only_readings_are_claimed() {
    assert_eq!(FORMAT.detect(READING.as_bytes()), Detection::Yes);
    assert_eq!(FORMAT.detect(format!("{{\"signedMeterValues\":[{READING}]}}").as_bytes()), Detection::No);
    assert_eq!(FORMAT.detect(READING.replacen('{', "{\"@context\":\"x\",", 1).as_bytes()), Detection::No);
    assert_eq!(FORMAT.detect(br#"{"measurand":{},"measuredValue":{}}"#), Detection::No);
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = FORMAT.detect(&bytes);
        let _ = FORMAT.find(&bytes, 9);
        let _ = FORMAT.parse(&Record { bytes, ..record("") }, &Limits::default());
    }

    #[test]
    fn damaged_readings_never_panic(at in 0..READING.len(), byte in any::<u8>()) {
        let mut bytes = READING.as_bytes().to_vec();
        bytes[at] = byte;
        let _ = FORMAT.find(&bytes, 9);
        let _ = FORMAT.parse(&Record { bytes, ..record("") }, &Limits::default());
    }

    #[test]
    fn as_many_are_found_as_there_are(count in 0usize..6, between in "[ ,a-z\\]\\[]{0,9}") {
        let text = READING.to_owned() + &between;
        prop_assert_eq!(FORMAT.find(text.repeat(count).as_bytes(), 99).len(), count);
    }
}
