//! Properties over whatever bytes.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

use eichrecht_chargepoint::FORMAT;
use eichrecht_model::{
    Decimal, Declared, Detection, Format, Limits, Location, NoteKind, ParseErrorKind, ParsedRecord, ReadingReason, Record, SignatureData,
    SignatureProblem, Unit,
};
use proptest::prelude::*;

const SESSION: &str = r#"{
 "outlet": 2,
 "session_id": 7,
 "station_mac": "00aa00bb00cc00dd",
 "driver_info": "00112233445566778899aabbccddeeff",
 "meter_serial": "100001T",
 "meter_startreading": 1200.50,
 "meter_endreading": 1206.10,
 "total_energy": 5.6,
 "energy_units": "kWh",
 "start_time": 1767261600,
 "end_time": 1767265200
}"#;

const INVOICE: &str = r#"{"company_name":"Test&#32;Power","display_unit":3600,
"energy":[{"active_charging":0,"duration":420,"end_time_utc":1767262020,"start_time_utc":1767261600,"units":0.058999999999999997},
{"seq_num":"SUBTOTAL","units":0.058999999999999997}],
"parking":[{"start_time_utc":1767261500,"end_time_utc":1767262100,"units":600}],
"minMaxAdj":[],"subtotal":0.01,"totalAmount":0.02,"additional_info":{"outlet":1,"session_id":8,"station_mac":"00AA:00BB:00CC:00DD",
"driver_info":"urn:x","meter_serial":"100001T","currency_code":"EUR","meter_startreading":3078,"meter_endreading":3137,"energy_units":"Wh"}}"#;

fn record(bytes: impl AsRef<[u8]>, signature: Option<&[u8]>) -> Record {
    let declared = Declared { detached_signature: signature.map(<[u8]>::to_vec), ..Declared::default() };
    Record { bytes: bytes.as_ref().to_vec(), location: Location::input("in"), span: None, declared, key: None, notes: Vec::new() }
}

fn read(text: &str) -> ParsedRecord {
    FORMAT.parse(&record(text, Some(b"\x30\x00")), &Limits::default()).unwrap()
}

fn kinds(text: &str) -> Vec<(NoteKind, String)> {
    read(text).notes.into_iter().map(|note| (note.kind, note.field)).collect()
}

#[test]
fn the_session_form_is_read() {
    let parsed = read(SESSION);
    assert_eq!(parsed.notes, []);
    let [begin, end] = parsed.measurements.as_slice() else { panic!() };
    assert_eq!((begin.value.unwrap().to_string(), end.value.unwrap().to_string()), ("1200.50".into(), "1206.10".into()));
    assert_eq!((begin.reason.as_ref(), end.reason.as_ref()), (Some(&ReadingReason::Begin), Some(&ReadingReason::End)));
    assert_eq!(begin.time.as_ref().unwrap().instant.to_string(), "2026-01-01T10:00:00Z");
    assert_eq!(end.unit, Some(Unit::KilowattHour));
    assert_eq!(parsed.charge_point.id.as_deref(), Some("00aa00bb00cc00dd_2"));
    assert_eq!((parsed.session.as_deref(), parsed.meter.serial.as_deref()), (Some("7"), Some("100001T")));
    assert_eq!(parsed.extensions, [("total_energy".to_owned(), "5.6".to_owned())]);
    assert_eq!(parsed.signed_bytes[0].bytes(SESSION.as_bytes()), SESSION.as_bytes());
}

#[test]
fn the_invoice_form_is_read() {
    let parsed = read(INVOICE);
    assert_eq!(parsed.notes, []);
    let [begin, end] = parsed.measurements.as_slice() else { panic!() };
    assert_eq!(end.value.unwrap(), "3137".parse::<Decimal>().unwrap());
    // The whole span counts, parking included.
    assert_eq!(begin.time.as_ref().unwrap().raw, "1767261500");
    assert_eq!(end.time.as_ref().unwrap().raw, "1767262100");
    assert_eq!(parsed.charge_point.id.as_deref(), Some("00aa00bb00cc00dd_1"));
    let kept = |path: &str| parsed.extensions.iter().find(|(known, _)| known == path).map(|(_, text)| text.as_str());
    assert_eq!(kept("totalAmount"), Some("0.02"));
    assert_eq!(kept("additional_info.currency_code"), Some("EUR"));
    assert_eq!(kept("energy[0].units"), Some("0.058999999999999997"));
    assert_eq!(kept("additional_info.meter_serial"), None);
}

#[test]
fn deviations_are_noted() {
    let changed = |from: &str, to: &str| kinds(&SESSION.replace(from, to));
    let one = |kind, field: &str| vec![(kind, field.to_owned())];
    assert_eq!(changed("\"total_energy\": 5.6", "\"total_energy\": 5.7"), one(NoteKind::CopyDiffers, "total_energy"));
    assert_eq!(changed("\"total_energy\": 5.6", "\"total_energy\": 5.64"), one(NoteKind::CopyDiffers, "total_energy"));
    assert_eq!(changed("\"total_energy\": 5.6", "\"total_energy\": 6"), []);
    assert_eq!(changed("\"start_time\": 1767261600,", ""), one(NoteKind::FieldMissing, "start_time"));
    assert_eq!(changed("1206.10,", "\"1206.10\","), one(NoteKind::NumberAsText, "meter_endreading"));
    assert_eq!(changed("1206.10,", "null,"), one(NoteKind::WrongType, "meter_endreading"));
    assert_eq!(changed("1200.50,", "-1200.50,"), one(NoteKind::ValueUnreadable, "meter_startreading"));
    assert_eq!(changed("1767265200", "1767265200.5"), one(NoteKind::TimeUnreadable, "end_time"));
    let unit = changed("\"kWh\"", "\"MWh\"");
    assert_eq!(unit, [(NoteKind::UnitUnknown, "energy_units".to_owned()), (NoteKind::UnitUnknown, "energy_units".to_owned())]);
    let twice = SESSION.replace("\"outlet\": 2,", "\"meter_endreading\": 9999,");
    assert_eq!(kinds(&twice), [(NoteKind::DuplicateField, "meter_endreading".to_owned()), (NoteKind::FieldMissing, "outlet".to_owned())]);
    assert!(read(&twice).measurements[1].value.is_none());
    assert_eq!(kinds(&INVOICE.replace("3137", "3237")), one(NoteKind::CopyDiffers, "energy"));
}

#[test]
fn the_signature_is_what_lay_beside() {
    let of = |bytes: Option<&[u8]>| FORMAT.parse(&record(SESSION, bytes), &Limits::default()).unwrap().signature;
    let bytes = |signature| if let SignatureData::Bytes(bytes, _) = signature { bytes } else { Vec::new() };
    assert_eq!(of(None), SignatureData::Unreadable(SignatureProblem::Missing));
    assert_eq!(of(Some(b"\n")), SignatureData::Unreadable(SignatureProblem::Missing));
    assert_eq!(bytes(of(Some(b"\x30\x03\x02\x01\x0A"))), b"\x30\x03\x02\x01\x0A");
    assert_eq!(bytes(of(Some(b"300302010A\n"))), b"\x30\x03\x02\x01\x0A");
    assert_eq!(bytes(of(Some(b"MAMCAQo=\n"))), b"\x30\x03\x02\x01\x0A");
}

#[test]
fn all_bytes_are_signed() {
    let longer = format!("\u{feff}{SESSION}\r\n");
    assert_eq!(FORMAT.detect(longer.as_bytes()), Detection::Yes);
    let parsed = FORMAT.parse(&record(&longer, None), &Limits::default()).unwrap();
    assert_eq!(parsed.signed_bytes.len(), 1);
    assert_eq!(parsed.signed_bytes[0].bytes(longer.as_bytes()), longer.as_bytes());
}

#[test]
fn what_is_broken_is_refused() {
    let kind = |bytes: &[u8]| FORMAT.parse(&record(bytes, None), &Limits::default()).unwrap_err().kind;
    assert_eq!(kind(&SESSION.as_bytes()[..100]), ParseErrorKind::Syntax);
    assert_eq!(kind(format!("{SESSION}x").as_bytes()), ParseErrorKind::Syntax);
    assert_eq!(kind(b"[1]"), ParseErrorKind::HeaderMissing);
    assert_eq!(kind(b"{\"a\":\"\xFF\"}"), ParseErrorKind::NotUtf8);
    assert_eq!(FORMAT.detect(b"{}"), Detection::No);
    assert_eq!(FORMAT.detect(SESSION.replace("meter_serial", "serial").as_bytes()), Detection::No);
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = FORMAT.detect(&bytes);
        let _ = FORMAT.find(&bytes, 9);
        let _ = FORMAT.parse(&record(&bytes, Some(&bytes)), &Limits::default());
    }

    #[test]
    fn altered_records_never_panic(at in 0usize..1000, value in any::<u8>(), cut in 0usize..2000, invoice in any::<bool>()) {
        let mut bytes = if invoice { INVOICE } else { SESSION }.as_bytes().to_vec();
        let at = at % bytes.len();
        bytes[at] = value;
        bytes.truncate(cut.max(1));
        let _ = FORMAT.detect(&bytes);
        for range in FORMAT.find(&bytes, 9) {
            prop_assert!(range.end <= bytes.len() && range.start < range.end);
        }
        let _ = FORMAT.parse(&record(&bytes, None), &Limits::default());
    }

    #[test]
    fn as_many_are_found_as_there_are(count in 0usize..6, most in 0usize..8, between in "[ a-z\n,]{0,20}") {
        let text: String = (0..count).map(|at| format!("{between}{}", if at % 2 == 0 { SESSION } else { INVOICE })).collect();
        let found = FORMAT.find(text.as_bytes(), most);
        prop_assert_eq!(found.len(), count.min(most));
        for range in found {
            prop_assert_eq!(FORMAT.detect(&text.as_bytes()[range]), Detection::Yes);
        }
    }
}
