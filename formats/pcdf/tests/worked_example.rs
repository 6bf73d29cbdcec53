//! A record from its characters to its fields.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test")]

use eichrecht_model::{
    Declared, Format, Limits, Location, NoteKind, ParseErrorKind, ParsedRecord, Provenance, ReadingReason, Record, SignedBytesReading,
    TimeSync, Unit,
};
use eichrecht_pcdf::FORMAT;

const TEXT: &str = "128.8.0(ST:260329015800)(CT:260329022500)(CD:002700)(TV:1)(BV:1)(CSC:7)(SP:1)(RV:0005.600*kWh)\
(SI:04A1B2C3*1*tx-0007)(CS:0a1b2c3d)(HW:TST00000042)(DT:0)(PK:04aa)(SG:3000)";

fn parse(text: &str) -> Result<ParsedRecord, eichrecht_model::ParseError> {
    let record = Record {
        bytes: text.as_bytes().to_vec(),
        location: Location::input("example"),
        span: None,
        declared: Declared::default(),
        key: None,
        notes: Vec::new(),
    };
    FORMAT.parse(&record, &Limits::default())
}

fn notes(text: &str) -> Vec<(NoteKind, String)> {
    parse(text).unwrap().notes.into_iter().map(|note| (note.kind, note.field)).collect()
}

#[test]
fn fields_and_readings() {
    let parsed = parse(TEXT).unwrap();
    assert_eq!(parsed.notes, []);
    assert_eq!(parsed.meter.serial.as_deref(), Some("TST00000042"));
    assert_eq!(parsed.meter.model.as_deref(), Some("PES DCMeter EU"));
    assert_eq!((parsed.session.as_deref(), parsed.counted_seconds), (Some("7"), Some(1620)));
    assert_eq!((parsed.user.id.as_deref(), parsed.user.kind.as_deref()), (Some("04A1B2C3"), Some("RFID")));
    assert_eq!(parsed.carried_key.unwrap().bytes, b"04aa");
    let [begin, end] = parsed.measurements.as_slice() else { panic!() };
    assert_eq!((begin.value.unwrap().to_string().as_str(), begin.provenance), ("0.000", Provenance::Derived));
    assert_eq!((end.value.unwrap().to_string().as_str(), end.provenance), ("5.600", Provenance::Signed));
    assert_eq!((begin.reason.clone(), end.reason.clone()), (Some(ReadingReason::Begin), Some(ReadingReason::End)));
    assert_eq!((begin.unit.clone(), end.unit.clone()), (Some(Unit::KilowattHour), Some(Unit::KilowattHour)));
    let times = [begin, end].map(|reading| reading.time.clone().unwrap());
    assert_eq!(times.clone().map(|time| time.instant.to_string()), ["2026-03-29T01:58:00Z", "2026-03-29T02:25:00Z"]);
    assert_eq!(times.map(|time| time.sync), [TimeSync::Informative, TimeSync::Relative]);
}

#[test]
fn a_wrapped_record_has_two_readings_of_its_signed_bytes() {
    let parsed = parse(&TEXT.replace("(BV", "\r\n(BV")).unwrap();
    let readings: Vec<_> = parsed.signed_bytes.iter().map(|candidate| candidate.reading).collect();
    assert_eq!(readings, [SignedBytesReading::Exact, SignedBytesReading::Minified]);
}

#[test]
fn anything_but_a_plain_yes_leaves_the_quantity_unusable() {
    for (from, to) in [("(BV:1)", "(BV:0)"), ("(BV:1)", "(BV:2)"), ("(BV:1)", "(BV:)"), ("(BV:1)", "(BV:1)(BV:1)")] {
        let parsed = parse(&TEXT.replace(from, to)).unwrap();
        assert!(parsed.measurements.iter().all(|reading| reading.error_flags.unwrap().energy), "{to}");
    }
    for to in ["(SP:0)", "(SP:2)", "(SP:)", "(SP:1)(SP:1)"] {
        assert!(!parse(&TEXT.replace("(SP:1)", to)).unwrap().has_end(), "{to}");
    }
}

#[test]
fn values_outside_their_form() {
    let note = |from: &str, to: &str| notes(&TEXT.replace(from, to));
    assert_eq!(note("0005.600*kWh", "5.6*kWh"), [(NoteKind::ValueUnreadable, "RV".to_owned())]);
    assert_eq!(note("CT:260329", "CT:260231"), [(NoteKind::TimeUnreadable, "CT".to_owned())]);
    assert_eq!(note("CD:002700", "CD:0027"), [(NoteKind::FieldMalformed, "CD".to_owned())]);
    assert_eq!(note("*1*", "*7*"), [(NoteKind::CodeUnknown, "SI".to_owned())]);
    assert_eq!(note("(CSC:7)(SP:1)", "(SP:1)(CSC:7)"), [(NoteKind::FieldMalformed, String::new())]);
    assert_eq!(note("(DT:0)", "(DT:0)(XX:1)"), [(NoteKind::FieldUnknown, "XX".to_owned())]);
    assert_eq!(note("(HW:TST", "(HW:T\u{200b}T"), [(NoteKind::HiddenCharacters, "HW".to_owned())]);
}

#[test]
fn errors_count_from_the_begin_of_the_record() {
    let error = |text: &str| {
        let error = parse(text).unwrap_err();
        (error.kind, error.offset, error.field)
    };
    assert_eq!(error("\u{2}128.8.0(ST:1)x"), (ParseErrorKind::Syntax, Some(14), String::new()));
    assert_eq!(error("\n128.8.0(ST:\r\n1)x"), (ParseErrorKind::Syntax, Some(16), String::new()));
    assert_eq!(error(&TEXT.replace("(BV:1)", "")), (ParseErrorKind::PartMissing, None, "BV".to_owned()));
    assert_eq!(error("128.8.1(ST:1)").0, ParseErrorKind::HeaderMissing);
}
