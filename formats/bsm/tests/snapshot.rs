//! Snapshots as chargeIT containers retell them.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice, reason = "a test")]

use eichrecht_bsm::FORMAT;
use eichrecht_model::{
    Declared, Detection, Format, Limits, Location, MeterStatus, NoteKind, ParseErrorKind, ParsedRecord, ReadingReason, Record,
    SignedBytesSource, TimeSync,
};
use proptest::prelude::*;

fn number(name: &str, value: i64, scale: i64, unit: u8, word: &str, kind: &str) -> String {
    format!(
        r#"{{"measurand":{{"name":"{name}"}},"measuredValue":{{"value":{value},"scale":{scale},"unitEncoded":{unit},"unit":"{word}","valueType":"{kind}"}}}}"#
    )
}

fn text(name: &str, value: &str) -> String {
    format!(r#"{{"measurand":{{"name":"{name}"}},"measuredValue":{{"value":"{value}","valueType":"String","valueEncoding":"UTF-8"}}}}"#)
}

fn snapshot() -> String {
    let u = "UnsignedInteger32";
    let list = [
        number("Typ", 1, 0, 255, "UNITLESS", u),
        number("RCR", 15, 1, 30, "WATT_HOUR", u),
        number("TotWhImp", 10000, 1, 30, "WATT_HOUR", u),
        number("W", -3, 1, 27, "WATT", "Integer32"),
        text("MA1", "001BZR0000000042"),
        number("RCnt", 4278, 0, 255, "UNITLESS", u),
        number("OS", 519_624, 0, 7, "SECOND", u),
        number("Epoch", 1_780_034_410, 0, 7, "SECOND", u),
        number("TZO", 120, 0, 6, "MIN", "Integer32"),
        number("EpochSetCnt", 3139, 0, 255, "UNITLESS", u),
        number("EpochSetOS", 519_219, 0, 7, "SECOND", u),
        number("DI", 1, 0, 255, "UNITLESS", u),
        number("DO", 0, 0, 255, "UNITLESS", u),
        text("Meta1", "contract-id: rfid:12345678abcdef"),
        text("Meta2", "evse-id: DE*TST*E42"),
        text("Meta3", "csc-sw-version: v1.2.34"),
        number("Evt", 0, 0, 255, "UNITLESS", u),
    ];
    format!(
        r#"{{"@context":"https://www.chargeit-mobility.com/contexts/bsm-ws36a-json-v1","@id":"001BZR0000000042-4278","time":"2026-05-29T08:00:10+02:00","meterInfo":{{"meterId":"001BZR0000000042","publicKey":"30","type":"T"}},"contract":{{"id":"12345678abcdef","type":"rfid"}},"measurementId":4278,"value":{{"measurand":{{"name":"RCR","id":"1-0:1.8.0*198"}},"measuredValue":{{"value":15,"scale":1,"unitEncoded":30,"unit":"WATT_HOUR","valueType":"UnsignedInteger32"}}}},"additionalValues":[{}],"signature":"00"}}"#,
        list.join(",")
    )
}

fn record(text: &str) -> Record {
    let declared = Declared { charge_point: Some("DE*TST*E42".to_owned()), ..Declared::default() };
    Record { bytes: text.as_bytes().to_vec(), location: Location::input("in"), span: None, declared, key: None, notes: Vec::new() }
}

fn parse(text: &str) -> Result<ParsedRecord, eichrecht_model::ParseError> {
    FORMAT.parse(&record(text), &Limits::default())
}

fn signed(parsed: &ParsedRecord) -> Vec<u8> {
    match &parsed.signed_bytes[0].source {
        SignedBytesSource::Built(bytes) => bytes.clone(),
        SignedBytesSource::Range(_) => panic!(),
    }
}

#[test]
fn the_signed_bytes_are_built_of_the_list() {
    let parsed = parse(&snapshot()).unwrap();
    let bytes = signed(&parsed);
    assert_eq!(bytes.len(), 94 + 16 + 32 + 19 + 23);
    assert_eq!(hex::encode(&bytes[..24]), "0000000100ff0000000f011e00002710011efffffffd011b");
    assert_eq!(&bytes[24..44], b"\0\0\0\x10001BZR0000000042");
    assert_eq!(parsed.notes, []);
    assert_eq!(parsed.measurements[0].value.unwrap().to_string(), "150");
    assert_eq!(parsed.measurements[0].reason, Some(ReadingReason::Begin));
    assert_eq!(parsed.measurements[0].time.as_ref().unwrap().local.to_string(), "2026-05-29T08:00:10");
    assert_eq!((parsed.user.kind.as_deref(), parsed.user.id.as_deref()), (Some("rfid"), Some("12345678abcdef")));
    assert_eq!(parsed.charge_point.id.as_deref(), Some("DE*TST*E42"));
    assert_eq!(parsed.meter.serial.as_deref(), Some("001BZR0000000042"));
}

/// Each member beside the list that repeats something signed, altered by itself.
#[test]
fn every_contradiction_is_noted() {
    for (from, to, field) in [
        (r#""value":{"measurand":{"name":"RCR""#, r#""value":{"measurand":{"name":"TotWhImp""#, "value.measurand.name"),
        (r#""id":"1-0:1.8.0*198""#, r#""id":"1-0:1.8.0*255""#, "value.measurand.id"),
        (r#""measurementId":4278"#, r#""measurementId":4279"#, "measurementId"),
        (r#""measurementId":4278"#, r#""measurementId":[]"#, "measurementId"),
        (r#""meterId":"001BZR0000000042""#, r#""meterId":"001BZR0000000043""#, "meterInfo.meterId"),
        (r#""@id":"001BZR0000000042-4278""#, r#""@id":"001BZR0000000042-4279""#, "@id"),
        ("08:00:10+02:00", "08:00:11+02:00", "time"),
        ("08:00:10+02:00", "07:00:10+01:00", "time"),
        ("2026-05-29T08:00:10+02:00", "yesterday", "time"),
        (r#""id":"12345678abcdef""#, r#""id":"deadbeef""#, "contract.id"),
        (r#""type":"rfid""#, r#""type":"sms""#, "contract.type"),
    ] {
        let altered = snapshot().replacen(from, to, 1);
        assert_ne!(altered, snapshot(), "{from}");
        contradicts(&altered, field);
    }
    let copy = r#"{"value":15,"scale":1,"unitEncoded":30,"unit":"WATT_HOUR","valueType":"UnsignedInteger32"}"#;
    for (from, to, field) in [
        ("15", "100", "value.value"),
        ("15", "\"15.0\"", "value.value"),
        ("\"scale\":1", "\"scale\":3", "value.scale"),
        ("\"scale\":1,", "", "value.scale"),
        ("30", "25", "value.unitEncoded"),
        ("WATT_HOUR", "JOULE", "value.unit"),
        ("UnsignedInteger32", "Integer32", "value.valueType"),
    ] {
        // The copy stands before the list.
        let altered = snapshot().replacen(copy, &copy.replace(from, to), 1);
        assert_ne!(altered, snapshot(), "{from}");
        contradicts(&altered, field);
    }
    let mut elsewhere = record(&snapshot());
    elsewhere.declared.charge_point = Some("DE*TST*E43".to_owned());
    let notes = FORMAT.parse(&elsewhere, &Limits::default()).unwrap().notes;
    assert_eq!(
        notes.iter().map(|note| (note.kind, note.field.as_str())).collect::<Vec<_>>(),
        [(NoteKind::ClaimContradictsSigned, "evseId")]
    );
}

fn contradicts(altered: &str, field: &str) {
    let parsed = parse(altered).unwrap();
    assert!(
        parsed.notes.iter().any(|note| note.kind == NoteKind::ClaimContradictsSigned && note.field == field),
        "{field}: {:?}",
        parsed.notes
    );
    assert_eq!(signed(&parsed), signed(&parse(&snapshot()).unwrap()));
}

#[test]
fn every_signed_value_changes_the_signed_bytes() {
    let original = signed(&parse(&snapshot()).unwrap());
    let start = snapshot().find("additionalValues").unwrap();
    let (head, list) = (snapshot()[..start].to_owned(), snapshot()[start..].to_owned());
    let mut tried = 0;
    for (at, _) in list.match_indices("\"value\":") {
        let digit = at + "\"value\":".len();
        let end = digit + list[digit..].find([',', '}']).unwrap();
        let other = if list[digit..end].starts_with('"') { "\"x\"" } else { "77" };
        let altered = format!("{head}{}{other}{}", &list[..digit], &list[end..]);
        assert_ne!(signed(&parse(&altered).unwrap()), original, "{altered}");
        tried += 1;
    }
    for member in ["\"scale\":", "\"unitEncoded\":"] {
        for (at, _) in list.match_indices(member) {
            let digit = at + member.len();
            let end = digit + list[digit..].find([',', '}']).unwrap();
            let altered = format!("{head}{}9{}", &list[..digit], &list[end..]);
            assert_ne!(signed(&parse(&altered).unwrap()), original, "{altered}");
            tried += 1;
        }
    }
    assert_eq!(tried, 17 + 13 + 13);
}

#[test]
fn no_point_is_assumed() {
    for (from, to, kind) in [
        (r#""name":"Evt""#, r#""name":"Event""#, ParseErrorKind::Syntax),
        (r#""name":"Evt""#, r#""name":"Typ""#, ParseErrorKind::Syntax),
        (r#""value":519624"#, r#""value":null"#, ParseErrorKind::PartMissing),
        (r#""value":519624"#, r#""value":4294967296"#, ParseErrorKind::Syntax),
        (r#""value":519624"#, r#""value":-1"#, ParseErrorKind::Syntax),
        (r#""value":519624"#, r#""value":5.0"#, ParseErrorKind::Syntax),
        (r#""value":519624"#, r#""value":"519624""#, ParseErrorKind::Syntax),
        (r#""additionalValues""#, r#""additional""#, ParseErrorKind::PartMissing),
        ("\"csc-sw-version: v1.2.34\"", "7", ParseErrorKind::Syntax),
        (r#""valueEncoding":"UTF-8""#, r#""valueEncoding":"UTF-7""#, ParseErrorKind::Syntax),
    ] {
        let altered = snapshot().replace(from, to);
        assert_ne!(altered, snapshot(), "{from}");
        assert_eq!(parse(&altered).unwrap_err().kind, kind, "{to}");
    }
    let last = format!(",{}", number("Evt", 0, 0, 255, "UNITLESS", "UnsignedInteger32"));
    assert_eq!(parse(&snapshot().replace(&last, "")).unwrap_err().kind, ParseErrorKind::PartMissing);
}

#[test]
fn what_the_meter_reports_is_kept() {
    let events = |bits: &str| {
        parse(&snapshot().replace(
            &number("Evt", 0, 0, 255, "UNITLESS", "UnsignedInteger32"),
            &number("Evt", bits.parse().unwrap(), 0, 255, "UNITLESS", "UnsignedInteger32"),
        ))
        .unwrap()
    };
    assert_eq!(events("65536").measurements[0].status, Some(MeterStatus::OtherError));
    assert_eq!(events("4").measurements[0].status, Some(MeterStatus::Ok));
    assert_eq!(events("4").notes[0].kind, NoteKind::DeviceReport);
    let repeated = parse(&snapshot().replace("csc-sw-version: v1.2.34", "contract-id: rfid:99")).unwrap();
    assert!(repeated.notes.iter().any(|note| note.kind == NoteKind::DuplicateField && note.field == "contract-id"));
    assert!(repeated.user.id.is_none());
    let unset = parse(&snapshot().replace("3139", "0")).unwrap();
    assert_eq!(unset.measurements[0].time.as_ref().unwrap().sync, TimeSync::Unknown);
    let watts = parse(&snapshot().replace(r#""unitEncoded":30"#, r#""unitEncoded":27"#)).unwrap();
    assert!(watts.notes.iter().any(|note| note.kind == NoteKind::UnitUnknown));
    let latin = snapshot().replace("v1.2.34", "ü").replace("UTF-8", "ISO-8859-1");
    assert!(signed(&parse(&latin).unwrap()).contains(&0xFC));
}

#[test]
fn only_snapshots_are_claimed() {
    assert_eq!(FORMAT.detect(snapshot().as_bytes()), Detection::Yes);
    assert_eq!(FORMAT.detect(format!("{{\"signedMeterValues\":[{}]}}", snapshot()).as_bytes()), Detection::No);
    assert_eq!(FORMAT.detect(snapshot().replace("bsm-ws36a", "other").as_bytes()), Detection::No);
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = FORMAT.detect(&bytes);
        let _ = FORMAT.find(&bytes, 9);
        let _ = FORMAT.parse(&Record { bytes, ..record("") }, &Limits::default());
    }

    #[test]
    fn damaged_snapshots_never_panic(at in 0usize..3000, byte in any::<u8>()) {
        let mut bytes = snapshot().into_bytes();
        let at = at % bytes.len();
        bytes[at] = byte;
        let _ = FORMAT.find(&bytes, 9);
        let _ = FORMAT.parse(&Record { bytes, ..record("") }, &Limits::default());
    }

    #[test]
    fn as_many_are_found_as_there_are(count in 0usize..6, between in "[ ,a-z\\]\\[]{0,9}") {
        let text = snapshot() + &between;
        prop_assert_eq!(FORMAT.find(text.repeat(count).as_bytes(), 99).len(), count);
    }
}
