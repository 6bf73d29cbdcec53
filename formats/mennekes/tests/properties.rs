//! The block that is built, and properties over whatever bytes.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

use eichrecht_mennekes::FORMAT;
use eichrecht_model::{
    Declared, DeclaredRole, Format, Limits, Location, NoteKind, ParseError, ParseErrorKind, ParsedRecord, Record, SignatureData,
};
use proptest::prelude::*;

fn measurement(name: &str, time: &str, page: u32, value: u32, tail: &str) -> String {
    format!(
        "<{name}><Timestamp>{time}+01:00</Timestamp><Signature>{}{tail}</Signature><EventCounter>422</EventCounter>\
         <MeterStatus>65800</MeterStatus><Value>{value}</Value><Scaler>-1</Scaler><Pagination>{page}</Pagination>\
         <SecondIndex>1000</SecondIndex></{name}>",
        "ab ".repeat(48)
    )
}

fn process(tail: &str) -> String {
    format!(
        "<ChargingProcess><ServerId>0901545354000000002A</ServerId><PublicKey>00</PublicKey><!-- c --><CustomerIdent>04AA\n</CustomerIdent>\
         <TimestampCustomerIdent>2026-01-01T09:59:50+01:00</TimestampCustomerIdent>{}{}</ChargingProcess>",
        measurement("MeasurementStart", "2026-01-01T10:00:00", 7, 314_940, tail),
        measurement("MeasurementEnd", "2026-01-01T11:00:00", 8, 370_940, tail)
    )
}

fn read(text: &str, part: usize) -> Result<ParsedRecord, ParseError> {
    let declared = Declared { part: Some(part), ..Declared::default() };
    let record =
        Record { bytes: text.as_bytes().to_vec(), location: Location::input("in"), span: None, declared, key: None, notes: Vec::new() };
    FORMAT.parse(&record, &Limits::default())
}

fn block(record: &ParsedRecord) -> Vec<u8> {
    record.signed_bytes[0].bytes(&[]).to_vec()
}

#[test]
fn each_part_is_a_reading_of_its_own() {
    let (begin, end) = (read(&process(""), 0).unwrap(), read(&process(""), 1).unwrap());
    assert_eq!((begin.claimed_role, end.claimed_role), (Some(DeclaredRole::Begin), Some(DeclaredRole::End)));
    let value = |record: &ParsedRecord| record.measurements[0].value.unwrap().to_string();
    assert_eq!((value(&begin), value(&end)), ("31494.0".to_owned(), "37094.0".to_owned()));
    assert!(begin.measurements[0].reason.is_none());
    let bytes = block(&begin);
    assert_eq!(bytes.len(), 320);
    // The wall clock, low byte first; the low byte of the status; the event counter, high byte first.
    assert_eq!(bytes[10..15], [0xA0, 0x45, 0x56, 0x69, 0x08]);
    assert_eq!((&bytes[23..31], &bytes[39..44]), ([1, 0, 1, 0x11, 0, 0xFF, 30, 0xFF].as_slice(), [1, 0xA6, 4, 0xAA, 0].as_slice()));
    assert!(matches!(&begin.signature, SignatureData::Bytes(bytes, _) if bytes.len() == 48));
}

#[test]
fn the_offset_is_not_signed_and_the_clock_is() {
    let genuine = block(&read(&process(""), 0).unwrap());
    assert_eq!(block(&read(&process("").replace("+01:00", "+05:00"), 0).unwrap()), genuine);
    assert_ne!(block(&read(&process("").replace("10:00:00+01:00", "09:00:00+00:00"), 0).unwrap()), genuine);
    for time in ["10:00:00<", "10:00:00+01<", "10:00:00.5Z<", "10:00+01:00<"] {
        let text = process("").replace("10:00:00+01:00<", time);
        assert_eq!(read(&text, 0).unwrap_err().kind, ParseErrorKind::Syntax, "{time}");
    }
}

#[test]
fn a_tail_behind_the_signature_counts_for_the_event_counter() {
    assert_eq!(read(&process("01A6"), 0).unwrap().notes, []);
    let record = read(&process("01A7"), 0).unwrap();
    assert_eq!(block(&record)[39..41], [1, 0xA7]);
    assert_eq!(record.notes[0].kind, NoteKind::CopyDiffers);
}

#[test]
fn every_signed_field_is_needed_once_and_in_its_form() {
    for field in ["ServerId", "CustomerIdent", "PublicKey", "EventCounter", "MeterStatus", "Value", "Scaler", "Pagination", "SecondIndex"] {
        let missing = process("").replace(&format!("<{field}>"), "<Other>").replace(&format!("</{field}>"), "</Other>");
        assert_eq!(read(&missing, 0).unwrap_err().kind, ParseErrorKind::PartMissing, "{field}");
        let twice = process("").replace(&format!("<{field}>"), &format!("<{field}>1</{field}><{field}>"));
        assert_eq!(read(&twice, 0).unwrap_err().kind, ParseErrorKind::Syntax, "{field}");
    }
    for (from, to) in [("314940", "314940.0"), (">-1<", ">-200<"), (">7<", ">-7<"), (">422<", ">65536<"), ("0901", "09"), ("04AA", "04A")] {
        assert!(read(&process("").replace(from, to), 0).is_err(), "{to}");
    }
    assert_eq!(read("<!DOCTYPE x><ChargingProcess/>", 0).unwrap_err().kind, ParseErrorKind::Syntax);
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300), at in any::<prop::sample::Index>(), value in any::<u8>()) {
        let _ = (FORMAT.detect(&bytes), FORMAT.find(&bytes, 9));
        let mut altered = process("").into_bytes();
        let at = at.index(altered.len());
        altered[at] = value;
        let _ = (FORMAT.detect(&altered), FORMAT.find(&altered, 9));
        let _ = read(&String::from_utf8_lossy(&altered), 1);
    }

    #[test]
    fn as_many_are_found_as_there_are(count in 0usize..5, most in 0usize..6, between in "[ a-z\n]{0,20}") {
        let text: String = (0..count).map(|_| format!("{between}{}", process(""))).collect();
        prop_assert_eq!(FORMAT.find(text.as_bytes(), most).len(), count.min(most));
    }
}
