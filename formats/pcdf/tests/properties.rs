//! What must hold for any bytes and for any record.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, reason = "a test")]

use eichrecht_model::{Detection, Format, Limits, Location, Provenance, Record, SignatureData};
use eichrecht_pcdf::FORMAT;
use proptest::prelude::*;

fn record(bytes: &[u8]) -> Record {
    Record {
        bytes: bytes.to_vec(),
        location: Location::input("property"),
        span: None,
        declared: eichrecht_model::Declared::default(),
        key: None,
        notes: Vec::new(),
    }
}

fn near_records() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "128.8.0", "128.8.0(", "(", ")", ":", "(ST:1)", "(SG:00)", "(SG:", "\u{2}", "\u{3}", "\\u0002", "\\u0003", "\"", " ", "\n", "\r\n",
        "é", "\u{feff}", "1", "*",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn check_any(bytes: &[u8]) -> Result<(), TestCaseError> {
    let detected = FORMAT.detect(bytes);
    let ranges = FORMAT.find(bytes, usize::MAX);
    let mut last = 0;
    for range in &ranges {
        prop_assert!(last <= range.start && range.start < range.end && range.end <= bytes.len());
        last = range.end;
        prop_assert_eq!(FORMAT.detect(&bytes[range.clone()]), Detection::Yes);
        let _ = FORMAT.parse(&record(&bytes[range.clone()]), &Limits::default());
    }
    match FORMAT.parse(&record(bytes), &Limits::default()) {
        Ok(parsed) => {
            prop_assert_eq!(detected, Detection::Yes);
            let signed = parsed.signed_bytes[0].bytes(bytes);
            prop_assert!(signed.starts_with(b"128.8.0("));
        }
        Err(error) => prop_assert!(error.offset.is_none_or(|offset| offset <= bytes.len())),
    }
    Ok(())
}

const NAMES: [&str; 13] = ["ST", "CT", "CD", "TV", "BV", "CSC", "SP", "RV", "SI", "CS", "HW", "DT", "PK"];

prop_compose! {
    /// A record with any values, its signed text and its frame.
    fn genuine()(
        values in prop::collection::vec("[0-9A-Za-z*.: ä|{}-]{0,12}", 13),
        signature in prop::collection::vec(any::<u8>(), 1..80),
        capitals in any::<bool>(),
        frame in prop::sample::select(vec![("", ""), ("\u{2}", "\u{3}"), ("\\u0002", "\\u0003")]),
    ) -> (String, String, Vec<u8>) {
        let groups: String = NAMES.iter().zip(&values).map(|(name, value)| format!("({name}:{value})")).collect();
        let signed = format!("128.8.0{groups}");
        let hex: String = signature.iter().map(|byte| if capitals { format!("{byte:02X}") } else { format!("{byte:02x}") }).collect();
        (format!("{}{signed}(SG:{hex}){}", frame.0, frame.1), signed, signature)
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(3000) })]

    #[test]
    fn any_bytes_do_no_harm(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        check_any(&bytes)?;
    }

    #[test]
    fn anything_like_a_record_does_no_harm(text in near_records()) {
        check_any(text.as_bytes())?;
    }

    #[test]
    fn altered_records_do_no_harm((text, _, _) in genuine(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = text.into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        check_any(&bytes)?;
    }

    /// Whatever the values are, the text up to the signature is what was signed, and only the begin is derived.
    #[test]
    fn genuine_records_survive((text, signed, signature) in genuine()) {
        let parsed = FORMAT.parse(&record(text.as_bytes()), &Limits::default()).unwrap();
        prop_assert_eq!(parsed.signed_bytes.len(), 1);
        prop_assert_eq!(parsed.signed_bytes[0].bytes(text.as_bytes()), signed.as_bytes());
        prop_assert!(matches!(&parsed.signature, SignatureData::Bytes(bytes, _) if *bytes == signature));
        let provenance: Vec<Provenance> = parsed.measurements.iter().map(|reading| reading.provenance).collect();
        prop_assert_eq!(provenance, [Provenance::Derived, Provenance::Signed]);
    }

    /// Wrapped anywhere behind the prefix, the same bytes are among those tried.
    #[test]
    fn wrapped_records_say_the_same((text, signed, _) in genuine(), width in 8usize..60) {
        let start = text.find("128.8.0").unwrap() + 8;
        let mut wrapped = String::new();
        for (position, c) in text.char_indices() {
            let inside = position > start && position < text.rfind(')').unwrap();
            if inside && position % width == 0 {
                wrapped.push_str("\r\n");
            }
            wrapped.push(c);
        }
        let parsed = FORMAT.parse(&record(wrapped.as_bytes()), &Limits::default()).unwrap();
        prop_assert!(parsed.signed_bytes.iter().any(|candidate| candidate.bytes(wrapped.as_bytes()) == signed.as_bytes()));
    }

    /// n records in, n records out, whatever stands between them.
    #[test]
    fn records_in_a_row_are_all_found(
        records in prop::collection::vec((genuine(), prop::sample::select(vec!["", "\n", "\r\n\r\n", " and ", "</v><v>", "\\n", "\","])), 1..6)
    ) {
        let mut text = String::from("begin: ");
        let mut expected = Vec::new();
        for ((record, _, _), behind) in &records {
            expected.push(text.len()..text.len() + record.len());
            text.extend([record.as_str(), behind]);
        }
        prop_assert_eq!(FORMAT.find(text.as_bytes(), usize::MAX), expected);
    }
}
