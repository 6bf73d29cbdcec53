//! What must hold for any bytes and for any record.

#![allow(clippy::unwrap_used, clippy::string_slice, clippy::indexing_slicing, reason = "a test")]

use std::ops::Range;

use eichrecht_model::{Detection, Format, Limits, Location, Record, SignatureData};
use eichrecht_ocmf::FORMAT;
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

/// Pieces of records, broken and whole, in any order.
fn near_records() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "OCMF|",
        "OCMF |",
        "OCMF",
        "O",
        "|",
        "{",
        "}",
        "\"",
        "\\",
        "\\\"",
        " ",
        "\n",
        "[",
        "]",
        ",",
        ":",
        "\"a\"",
        "\"RD\":[",
        "{}",
        "{}|{}",
        "é",
        "\u{feff}",
        "{\"RD\":[{}]}",
        "\"FV\":\"1.0\"",
        "\"SD\":\"00\"",
        "\"RV\":",
        "1e999",
        "\"TM\":\"",
        "\"EF\":\"Et\"",
        "3059",
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
            prop_assert_eq!(ranges.len(), 1);
            prop_assert!(!parsed.signed_bytes.is_empty());
            let first = parsed.signed_bytes[0].bytes(bytes).to_vec();
            let braces = (first.trim_ascii().first().copied(), first.trim_ascii().last().copied());
            prop_assert_eq!(braces, (Some(b'{'), Some(b'}')));
        }
        Err(error) => prop_assert!(error.offset.is_none_or(|offset| offset <= bytes.len())),
    }
    Ok(())
}

/// Texts with everything that could mislead a scanner, as JSON.
fn json_text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec!["a", "|", "{", "}", "\\\"", "\\\\", "OCMF|{", "OCMF|{}|{}", "ö", " ", "\\u007c", "\\n", "7 ct"]);
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

/// A reading, as JSON and as the value it must give.
fn reading() -> impl Strategy<Value = (String, String)> {
    ("[1-9][0-9]{0,8}", "[0-9]{0,5}", any::<bool>()).prop_map(|(whole, fraction, quoted)| {
        let value = if fraction.is_empty() { whole } else { format!("{whole}.{fraction}") };
        let json = if quoted { format!("\"  {value}\"") } else { value.clone() };
        (format!(r#"{{"TM":"2026-01-10T08:00:00,000+0100 S","TX":"C","RV":{json},"RI":"1-0:1.8.0","RU":"kWh","ST":"G"}}"#), value)
    })
}

prop_compose! {
    /// A readable record, with its tariff text and its values.
    fn genuine()(
        text in json_text(),
        readings in prop::collection::vec(reading(), 1..5),
        blank in prop::sample::select(vec!["", " ", "\n", "\r\n\t"]),
        extra in prop::sample::select(vec!["", "|", "| 3059AB", "|MFkw+/=="]),
        number in any::<u64>(),
    ) -> (String, String, Vec<String>) {
        let list: Vec<&str> = readings.iter().map(|(json, _)| json.as_str()).collect();
        let payload = format!(
            r#"{{"FV":"1.4","PG":"T{number}","MS":"7","IS":false,"IT":"NONE","TT":"x{text}","U1":"{text}","RD":[{}]}}"#,
            list.join(",")
        );
        let record = format!(r#"OCMF{blank}|{blank}{payload}{blank}|{blank}{{"SD":"3000","A":"{text}"}}{extra}"#);
        (record, payload, readings.into_iter().map(|(_, value)| value).collect())
    }
}

/// Where the object that begins at the start of a text ends, found by asking each beginning of the text
/// whether it is balanced.
fn slow_object(text: &str) -> Option<usize> {
    if !text.starts_with('{') {
        return None;
    }
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
    for end in ends {
        let Some(skeleton) = without_strings(&text[..end]) else { continue };
        if skeleton.contains('\\') || (0..skeleton.len()).any(|at| slow_header(&skeleton[at..]).is_some()) {
            return None;
        }
        if skeleton.matches('{').count() == skeleton.matches('}').count() {
            return Some(end);
        }
    }
    None
}

/// The text with a `"` for each string in it; `None` when it ends inside one. Bytes beyond ASCII fall away.
fn without_strings(text: &str) -> Option<String> {
    let mut skeleton = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('"') {
        skeleton.extend(before.chars().map(|c| if c.is_ascii() { c } else { '?' }));
        skeleton.push('"');
        let mut behind = behind;
        loop {
            let next = behind.find(['"', '\\'])?;
            let escape = behind[next..].starts_with('\\');
            let skipped = if escape { behind[next + 1..].chars().next()?.len_utf8() } else { 0 };
            behind = &behind[next + 1 + skipped..];
            if !escape {
                break;
            }
        }
        rest = behind;
    }
    skeleton.extend(rest.chars().map(|c| if c.is_ascii() { c } else { '?' }));
    Some(skeleton)
}

const BLANKS: [char; 4] = [' ', '\t', '\r', '\n'];

fn slow_header(text: &str) -> Option<&str> {
    text.strip_prefix("OCMF")?.trim_start_matches(BLANKS).strip_prefix('|')
}

/// What stands behind the record at the start of a text.
fn slow_record(text: &str) -> Option<&str> {
    let payload = slow_header(text)?.trim_start_matches(BLANKS);
    let signature = payload[slow_object(payload)?..].trim_start_matches(BLANKS).strip_prefix('|')?.trim_start_matches(BLANKS);
    let behind = &signature[slow_object(signature)?..];
    let Some(extra) = behind.trim_start_matches(BLANKS).strip_prefix('|') else { return Some(behind) };
    let is_key = |c: char| c.is_ascii_alphanumeric() || "+/=_-".contains(c) || BLANKS.contains(&c);
    let next_header = (0..extra.len()).find(|at| extra.is_char_boundary(*at) && slow_header(&extra[*at..]).is_some());
    let end = next_header.unwrap_or(extra.len()).min(extra.find(|c| !is_key(c)).unwrap_or(extra.len()));
    Some(&extra[extra[..end].trim_end_matches(BLANKS).len()..])
}

fn slow_find(text: &str) -> Vec<Range<usize>> {
    let headers = |from: usize| (from..text.len()).find(|at| text.is_char_boundary(*at) && slow_header(&text[*at..]).is_some());
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = headers(at) {
        at = match slow_record(&text[start..]) {
            Some(behind) => text.len() - behind.len(),
            None => start + text[start..headers(start + 1).unwrap_or(text.len())].trim_end_matches(BLANKS).len(),
        };
        found.push(start..at);
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4000) })]

    #[test]
    fn any_bytes_do_no_harm(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        check_any(&bytes)?;
    }

    #[test]
    fn anything_like_a_record_does_no_harm(text in near_records()) {
        check_any(text.as_bytes())?;
    }

    #[test]
    fn the_scanner_agrees_with_a_slow_one(text in near_records()) {
        prop_assert_eq!(FORMAT.find(text.as_bytes(), usize::MAX), slow_find(&text), "{}", text);
    }

    /// One byte of a record altered: still no harm.
    #[test]
    fn altered_records_do_no_harm((text, _, _) in genuine(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = text.into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        check_any(&bytes)?;
    }

    #[test]
    fn genuine_records_survive((text, payload, values) in genuine()) {
        let parsed = FORMAT.parse(&record(text.as_bytes()), &Limits::default()).unwrap();
        let read: Vec<String> = parsed.measurements.iter().map(|reading| reading.value.unwrap().to_string()).collect();
        prop_assert_eq!(read, values);
        prop_assert!(parsed.signed_bytes.iter().any(|candidate| candidate.bytes(text.as_bytes()) == payload.as_bytes()));
        prop_assert!(matches!(&parsed.signature, SignatureData::Bytes(bytes, _) if bytes == b"\x30\x00"));
        // The extension is kept to the letter.
        let kept = parsed.extensions.iter().find(|(path, _)| path == "U1").unwrap();
        let as_sent = format!("\"U1\":{},", kept.1);
        prop_assert!(payload.contains(&as_sent));
    }

    /// n records in, n records out, whatever stands between them.
    #[test]
    fn records_in_a_row_are_all_found(
        records in prop::collection::vec((genuine(), prop::sample::select(vec!["", "\n", " and \"", "</v>\\<v>", "}", "{", ";OCMF;"])), 1..6)
    ) {
        let mut text = String::from("begin ");
        let mut expected = Vec::new();
        for ((record, _, _), behind) in &records {
            // Words behind a fourth section would be taken for a part of it.
            let behind = if behind.starts_with(" and") { "\";" } else { behind };
            expected.push(text.len()..text.len() + record.len());
            text.extend([record.as_str(), behind]);
        }
        let found = FORMAT.find(text.as_bytes(), usize::MAX);
        prop_assert_eq!(&found, &expected);
        for range in found {
            prop_assert!(FORMAT.parse(&record(&text.as_bytes()[range]), &Limits::default()).is_ok());
        }
    }
}
