//! A record with much of what makes OCMF hard: a pipe and a lone brace in the tariff text, values taken
//! over from the reading before, the change to summer time, zeros at the end of numbers, cable loss, and
//! the algorithm left to the default.

#![allow(clippy::unwrap_used, reason = "a test")]

use data_encoding::HEXLOWER;
use eichrecht_model::{
    Algorithm, AlgorithmClaim, AssignmentLevel, CurrentKind, Curve, ErrorFlags, Format, Hash, Limits, Location, MeterStatus, NoteKind,
    ParsedRecord, ReadingReason, Record, SignatureData, SignatureEncoding, SignedBytesReading, TimeSync, Unit,
};
use eichrecht_ocmf::FORMAT;
use sha2::{Digest, Sha256};

const TEXT: &str = r#"OCMF|{"FV":"1.4","GI":"DEMO GW","GS":"GW-7","GV":"0.1","PG":"T2","MV":"ACME","MM":"M1","MS":"00042","MF":"1","IS":true,"IL":"VERIFIED","IF":["RFID_PLAIN","OCPP_AUTH_TLS"],"IT":"ISO14443","ID":"04A1B2C3","TT":"day|night {7 ct","CT":"EVSEID","CI":"DE*XYZ*E1*1","RD":[{"TM":"2026-03-29T01:58:00,000+0100 S","TX":"B","RV":1200.50,"RI":"01-00:B0.08.00*FF","RU":"kWh","RT":"DC","CL":0.00,"EF":"","ST":"G"},{"TM":"2026-03-29T03:10:00,000+0200 S","TX":"C","RV":1203.00,"CL":0.02},{"TM":"2026-03-29T03:25:00,000+0200 S","TX":"E","RV":1206.10,"CL":0.05}]}|{"SD":"3045022100BE5CC3AAA9077245B5A8753FDC17CF75727BEE14AE29A28EE6E6DFD9F56665CC022043BD093D4736E7E806128AA9DD7CE4DFDCF282167B82A2D5B47398768CB03678"}"#;

fn record(text: &str) -> Record {
    Record {
        bytes: text.as_bytes().to_vec(),
        location: Location::input("example"),
        span: None,
        declared: eichrecht_model::Declared::default(),
        key: None,
        notes: Vec::new(),
    }
}

fn parsed(text: &str) -> ParsedRecord {
    FORMAT.parse(&record(text), &Limits::default()).unwrap()
}

#[test]
fn is_found_as_a_whole() {
    let around = format!("Ihr Beleg: {TEXT}\r\nMit freundlichen Grüßen");
    let ranges = FORMAT.find(around.as_bytes(), usize::MAX);
    assert_eq!((ranges.len(), ranges.first()), (1, Some(&(11..11 + TEXT.len()))));
}

#[test]
fn has_two_notes_and_no_more() {
    let notes: Vec<_> = parsed(TEXT).notes.into_iter().map(|note| (note.kind, note.field, note.found)).collect();
    assert_eq!(
        notes,
        [
            (NoteKind::SeparatorInPayload, "TT".to_owned(), "day|night {7 ct".to_owned()),
            (NoteKind::AlgorithmDefaulted, "SA".to_owned(), "ECDSA-secp256r1-SHA256".to_owned()),
        ]
    );
}

#[test]
fn signed_bytes_are_those_that_were_signed() {
    let record = record(TEXT);
    let parsed = FORMAT.parse(&record, &Limits::default()).unwrap();
    assert_eq!(parsed.signed_bytes.len(), 1);
    let candidate = parsed.signed_bytes.first().unwrap();
    let bytes = candidate.bytes(&record.bytes);
    assert_eq!((candidate.reading, bytes.len()), (SignedBytesReading::Exact, 540));
    assert_eq!(HEXLOWER.encode(&Sha256::digest(bytes)), "2184908d9d42b001ceb566c0edaf6647b3045ac648bf73047da96d0d329383cb");
}

#[test]
fn every_field_is_read() {
    let parsed = parsed(TEXT);
    assert_eq!(parsed.version.as_deref(), Some("1.4"));
    assert_eq!(parsed.algorithm, AlgorithmClaim::Known(Algorithm::Ecdsa(Curve::Secp256r1, Hash::Sha256)));
    assert!(matches!(&parsed.signature, SignatureData::Bytes(bytes, SignatureEncoding::DerOrRaw) if bytes.len() == 71));
    assert_eq!(parsed.meter.serial.as_deref(), Some("00042"));
    assert_eq!(parsed.gateway.serial.as_deref(), Some("GW-7"));
    assert_eq!(parsed.pagination.unwrap().to_string(), "T2");
    assert_eq!((parsed.user.assigned, parsed.user.level), (Some(true), Some(AssignmentLevel::Verified)));
    assert_eq!(parsed.user.flags, ["RFID_PLAIN", "OCPP_AUTH_TLS"]);
    assert_eq!((parsed.user.kind.as_deref(), parsed.user.id.as_deref()), (Some("ISO14443"), Some("04A1B2C3")));
    assert_eq!(parsed.charge_point.id.as_deref(), Some("DE*XYZ*E1*1"));
    let tariff = parsed.tariff.unwrap();
    assert_eq!((tariff.text.as_str(), tariff.prices), ("day|night {7 ct", None));
    assert!(parsed.extensions.is_empty() && parsed.unsigned.is_empty() && parsed.carried_key.is_none());
}

#[test]
fn readings_are_complete_and_exact() {
    let readings = parsed(TEXT).measurements;
    let values: Vec<_> = readings.iter().map(|m| (m.value.unwrap().to_string(), m.cumulated_loss.unwrap().to_string())).collect();
    assert_eq!(values, [("1200.50", "0.00"), ("1203.00", "0.02"), ("1206.10", "0.05")].map(|(a, b)| (a.to_owned(), b.to_owned())));
    let [begin, inner, end] = readings.as_slice() else { panic!("three readings") };
    assert_eq!(end.value.unwrap().checked_sub(&begin.value.unwrap()).unwrap().to_string(), "5.60");
    let seconds = |a: &eichrecht_model::Measurement, b: &eichrecht_model::Measurement| {
        b.time.as_ref().unwrap().instant.as_second() - a.time.as_ref().unwrap().instant.as_second()
    };
    assert_eq!((seconds(begin, inner), seconds(begin, end)), (12 * 60, 27 * 60));
    assert_eq!(
        readings.iter().map(|m| m.reason.clone().unwrap()).collect::<Vec<_>>(),
        [ReadingReason::Begin, ReadingReason::Charging, ReadingReason::End]
    );
    for reading in &readings {
        assert_eq!(reading.unit, Some(Unit::KilowattHour));
        assert_eq!(reading.obis.as_ref().unwrap().normalised(), "1-0:B0.8.0");
        assert_eq!(reading.current, Some(CurrentKind::Dc));
        assert_eq!(reading.error_flags, Some(ErrorFlags::default()));
        assert_eq!(reading.status, Some(MeterStatus::Ok));
        assert_eq!(reading.time.as_ref().unwrap().sync, TimeSync::Synchronised);
    }
}

/// From 1.0.1 on white space is signed: there must be no reading of the bytes that undoes the change.
#[test]
fn a_blank_more_stays_in_the_signed_bytes() {
    let altered = TEXT.replace(r#""ST":"G"}"#, r#""ST": "G"}"#);
    assert_ne!(altered, TEXT);
    let record = record(&altered);
    let parsed = FORMAT.parse(&record, &Limits::default()).unwrap();
    for candidate in &parsed.signed_bytes {
        assert!(candidate.bytes(&record.bytes).windows(2).any(|pair| pair == b": "));
    }
}
