//! What must hold for any bytes and for any line.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

use data_encoding::BASE32;
use eichrecht_alfen::FORMAT;
use eichrecht_model::{Detection, Format, Limits, Location, Record, SignatureData};
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

fn near_lines() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "AP;", "AP;0;3;", "AP;1;3;", ";", "=", "A", "AP", "MFRGGZDF", "mfrg", " ", "\n", "\r\n", "\"", "1", "é", "\u{feff}", "<v>",
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
    if detected == Detection::Yes {
        prop_assert!(!ranges.is_empty());
    }
    match FORMAT.parse(&record(bytes), &Limits::default()) {
        Ok(parsed) => {
            prop_assert_eq!(detected, Detection::Yes);
            prop_assert_eq!(parsed.signed_bytes[0].bytes(bytes).len(), 82);
        }
        Err(error) => prop_assert!(error.offset.is_none_or(|offset| offset <= bytes.len())),
    }
    Ok(())
}

prop_compose! {
    /// A readable line with its signed bytes.
    fn genuine()(
        kind in prop::sample::select(vec!['0', '1', '2']),
        key in prop::collection::vec(any::<u8>(), 25),
        data in prop::collection::vec(any::<u8>(), 82),
        signature in prop::collection::vec(any::<u8>(), 48),
        padded in any::<bool>(),
        small in any::<bool>(),
        end in prop::sample::select(vec!["", ";", ";;"]),
    ) -> (String, Vec<u8>, Vec<u8>) {
        let spelled = |bytes: &[u8]| {
            let text = BASE32.encode(bytes);
            let text = if padded { text } else { text.trim_end_matches('=').to_owned() };
            if small { text.to_lowercase() } else { text }
        };
        (format!("AP;{kind};3;{};{};{}{end}", spelled(&key), spelled(&data), spelled(&signature)), data, signature)
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(3000) })]

    #[test]
    fn any_bytes_do_no_harm(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        check_any(&bytes)?;
    }

    #[test]
    fn anything_like_a_line_does_no_harm(text in near_lines()) {
        check_any(text.as_bytes())?;
    }

    #[test]
    fn altered_lines_do_no_harm((text, _, _) in genuine(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = text.into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        check_any(&bytes)?;
    }

    /// Whatever the 82 bytes are, they are what was signed, and the line can be read.
    #[test]
    fn genuine_lines_survive((text, data, signature) in genuine()) {
        let parsed = FORMAT.parse(&record(text.as_bytes()), &Limits::default()).unwrap();
        prop_assert_eq!(parsed.signed_bytes[0].bytes(text.as_bytes()), data.as_slice());
        prop_assert!(matches!(&parsed.signature, SignatureData::Bytes(bytes, _) if *bytes == signature));
        prop_assert_eq!(parsed.pagination.unwrap().number, u64::from(u32::from_le_bytes(data[78..82].try_into().unwrap())));
    }

    /// Broken over several lines anywhere in its fields, a line says the same.
    #[test]
    fn wrapped_lines_say_the_same((text, data, _) in genuine(), width in 8usize..60) {
        let (header, fields) = text.split_at(7);
        let wrapped: Vec<&str> = fields.as_bytes().chunks(width).map(|part| std::str::from_utf8(part).unwrap()).collect();
        let wrapped = format!("{header}{}", wrapped.join("\r\n"));
        prop_assert_eq!(FORMAT.find(wrapped.as_bytes(), usize::MAX).len(), 1);
        let parsed = FORMAT.parse(&record(wrapped.as_bytes()), &Limits::default()).unwrap();
        prop_assert_eq!(parsed.signed_bytes[0].bytes(wrapped.as_bytes()), data.as_slice());
    }

    /// n lines in, n lines out, whatever stands between them.
    #[test]
    fn lines_in_a_row_are_all_found(
        lines in prop::collection::vec((genuine(), prop::sample::select(vec!["\n", "\r\n\r\n", " and ", "</v><v>", "\\n", "\","])), 1..6)
    ) {
        let mut text = String::from("begin: ");
        let mut expected = Vec::new();
        for ((line, _, _), behind) in &lines {
            expected.push(text.len()..text.len() + line.len());
            text.extend([line.as_str(), behind]);
        }
        prop_assert_eq!(FORMAT.find(text.as_bytes(), usize::MAX), expected);
    }
}
