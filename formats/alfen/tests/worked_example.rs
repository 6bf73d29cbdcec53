//! A line from its characters to its fields.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

use data_encoding::{BASE32, HEXLOWER};
use eichrecht_alfen::FORMAT;
use eichrecht_model::{
    Algorithm, AlgorithmClaim, Curve, Declared, Format, Hash, Limits, Location, MeterStatus, NoteKind, Pagination, PaginationContext,
    ParseErrorKind, ParsedRecord, ReadingReason, Record, SignatureData, SignatureEncoding, SignatureProblem, TimeSync, Unit,
};

const LINE: &str = "AP;0;3;AIPJ6NAMVAPQPQS7L2OMUGPP7NEP7SKYA3N2H2LW;BIHFIU2UAAA2WZUSOYYDCNWA3YFACVCTKQADGAEFAYAAAABAECQQOAAYPHEGSAIAAEEAB7Y6AB2FCEQAAAAAAABQGRATCQRSIMZQAAAAAAAAAAAAAAAAAAAHAAAAADQAAAAA====;5TFJ6GBPMPHRIDBYUP7OM24IRUVCTRNXDROFHUMHJ43H6DR36W446HOUNOODKKNSY6T2NNL7E4UNS===;";

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

/// The line with bytes of its data set set anew.
fn with(at: usize, bytes: &[u8]) -> ParsedRecord {
    let mut fields: Vec<String> = LINE.split(';').map(str::to_owned).collect();
    let mut data = BASE32.decode(fields[4].as_bytes()).unwrap();
    data[at..at + bytes.len()].copy_from_slice(bytes);
    fields[4] = BASE32.encode(&data);
    parse(&fields.join(";")).unwrap()
}

fn notes(parsed: &ParsedRecord) -> Vec<(NoteKind, &str)> {
    parsed.notes.iter().map(|note| (note.kind, note.found.as_str())).collect()
}

#[test]
fn fields_and_reading() {
    let parsed = parse(LINE).unwrap();
    assert_eq!(parsed.notes, []);
    assert_eq!(parsed.algorithm, AlgorithmClaim::Known(Algorithm::Ecdsa(Curve::Secp192r1, Hash::Sha256)));
    assert_eq!(parsed.gateway.serial.as_deref(), Some("E TST 00 28010130"));
    assert_eq!(parsed.gateway.version.as_deref(), Some("v016"));
    assert_eq!(parsed.meter.serial.as_deref(), Some("1 TST 00 33008506"));
    assert_eq!(parsed.pagination, Some(Pagination { context: PaginationContext::Only, number: 14 }));
    assert_eq!((parsed.session.as_deref(), parsed.seconds_index), (Some("7"), Some(500_000)));
    assert_eq!(parsed.user.id.as_deref(), Some("04A1B2C3"));
    let [reading] = parsed.measurements.as_slice() else { panic!() };
    assert_eq!((reading.value.unwrap().to_string().as_str(), reading.unit.clone()), ("1200500", Some(Unit::WattHour)));
    assert_eq!(reading.obis.as_ref().unwrap().as_received(), "1-0:1.8.0*255");
    assert_eq!((reading.reason.clone(), reading.status.clone()), (Some(ReadingReason::Begin), Some(MeterStatus::Ok)));
    let time = reading.time.clone().unwrap();
    assert_eq!((time.instant.to_string().as_str(), time.sync), ("2026-03-29T00:58:00Z", TimeSync::Informative));
    let SignatureData::Bytes(signature, SignatureEncoding::Raw) = &parsed.signature else { panic!() };
    assert_eq!(signature.len(), 48);
    let signed = parsed.signed_bytes[0].bytes(b"").to_vec();
    assert!(HEXLOWER.encode(&signed).starts_with("0a0e5453540001ab669276303136c0de"));
}

#[test]
fn values_with_a_power_of_ten_are_exact() {
    let shown = |scaler: i8, value: i64| {
        let parsed = with(45, &[scaler.to_le_bytes().as_slice(), &value.to_le_bytes()].concat());
        parsed.measurements[0].value.map(|value| value.to_string())
    };
    assert_eq!(shown(-1, 223_450).unwrap(), "22345.0");
    assert_eq!(shown(2, -7).unwrap(), "-700");
    assert_eq!(shown(-30, i64::MAX).unwrap(), "0.000000000009223372036854775807");
    assert_eq!(shown(127, 1), None);
    assert_eq!(shown(-128, 1), None);
}

#[test]
fn roles() {
    let role = |word: u32| with(26, &word.to_le_bytes());
    assert_eq!(role(0).measurements[0].reason, None);
    assert_eq!(role(0).notes, []);
    assert_eq!(notes(&role(1 << 28)), [(NoteKind::RoleLabelDiffers, "begin")]);
    let twice = role(3 << 28);
    assert_eq!(notes(&twice), [(NoteKind::FieldMalformed, "0x30000000")]);
    assert!(!twice.has_begin() && !twice.has_end());
}

#[test]
fn odd_fields_are_noted() {
    assert_eq!(notes(&with(44, &[27])), [(NoteKind::UnitUnknown, "DLMS 27")]);
    assert_eq!(notes(&with(54, &[0x81])), [(NoteKind::IdForm, "8134413142324333")]);
    assert_eq!(with(54, &[0; 20]).user.id, None);
    assert_eq!(notes(&parse(&LINE.replacen(";3;", ";2;", 1)).unwrap()), [(NoteKind::VersionUnknown, "2")]);
    assert_eq!(notes(&parse(&LINE.replacen(";0;", ";5;", 1)).unwrap()), [(NoteKind::CodeUnknown, "5")]);
}

#[test]
fn errors_and_unreadable_signatures() {
    let fields: Vec<&str> = LINE.split(';').collect();
    let line = |fields: &[&str]| fields.join(";");
    let error = |text: &str| {
        let error = parse(text).unwrap_err();
        (error.kind, error.offset, error.field)
    };
    let data = "dataSet".to_owned();
    assert_eq!(error(&LINE.replacen("AP", "AQ", 1)), (ParseErrorKind::HeaderMissing, Some(0), String::new()));
    assert_eq!(error(&line(&fields[..5])), (ParseErrorKind::Truncated, Some(184), String::new()));
    assert_eq!(error(&line(&["AP", "0", "3", fields[3], "AAAA", fields[5]])), (ParseErrorKind::Truncated, Some(48), data.clone()));
    assert_eq!(error(&LINE.replacen(fields[4], "A1", 1)), (ParseErrorKind::Syntax, Some(48), data));
    assert_eq!(error(&format!("{LINE};x")).0, ParseErrorKind::Syntax);
    let signature = |text: &str| parse(&line(&["AP", "0", "3", fields[3], fields[4], text])).unwrap().signature;
    assert_eq!(signature(""), SignatureData::Unreadable(SignatureProblem::Missing));
    assert_eq!(signature("1"), SignatureData::Unreadable(SignatureProblem::NotDecodable));
}
