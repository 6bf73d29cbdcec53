//! Properties that hold for any input.

use data_encoding::{BASE64, HEXLOWER};
use proptest::prelude::*;

use crate::testing::{found, open, texts};

/// Records of the JSON-like test format, with everything in their strings that could confuse a reader.
fn record() -> impl Strategy<Value = String> {
    let text = proptest::collection::vec(
        prop_oneof![
            Just("|"),
            Just("{"),
            Just("}"),
            Just("\\\""),
            Just("\\\\"),
            Just("&amp;"),
            Just("<b>"),
            Just("]]>"),
            Just("ä"),
            Just(" x")
        ],
        0..8,
    );
    text.prop_map(|parts| format!(r#"J|{{"t":"{}"}}|{{"s":"00"}}"#, parts.concat()))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

proptest! {
    #[test]
    fn no_bytes_panic_and_none_pass_in_silence(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let unwrapped = open(&bytes);
        prop_assert!(!unwrapped.records.is_empty() || !unwrapped.keys.is_empty() || !unwrapped.errors.is_empty());
    }

    #[test]
    fn no_markup_panics_and_none_passes_in_silence(parts in proptest::collection::vec(prop_oneof![
        Just("<values>"), Just("</values>"), Just("<value>"), Just("</value>"), Just("<value a='b'/>"), Just("<signedData>"),
        Just("</signedData>"), Just("*1*"), Just("<![CDATA["), Just("]]>"), Just("<!--"), Just("-->"), Just("&#42;"), Just("&x;"),
        Just("<?p"), Just("?>"), Just("<!DOCTYPE"), Just(">"), Just("<publicKey>"), Just("</publicKey>"), Just("KEY"), Just("</>"), Just("<"),
        Just(" xmlns:a='b'"), Just("<a:value>"), Just("\u{FEFF}"), Just("&"), Just("<encodedData/>"), Just("\r\n"),
    ], 0..30)) {
        let unwrapped = open(parts.concat());
        prop_assert!(!unwrapped.records.is_empty() || !unwrapped.keys.is_empty() || !unwrapped.errors.is_empty());
    }

    #[test]
    fn records_come_back_from_text(records in proptest::collection::vec(record(), 1..6)) {
        prop_assert_eq!(found(records.join("\n")), records);
    }

    #[test]
    fn records_come_back_from_xml(records in proptest::collection::vec(record(), 1..6)) {
        let values: String = records.iter().map(|record| format!("<value><signedData>\n{}\n</signedData></value>", escape(record))).collect();
        let unwrapped = open(format!("<values>{values}</values>"));
        prop_assert_eq!(texts(&unwrapped), records.clone());
        prop_assert!(unwrapped.errors.is_empty());
        // A document that is cut off keeps them as well.
        prop_assert_eq!(found(format!("<values>{values}")), records);
    }

    #[test]
    fn records_come_back_from_hex_and_base64(records in proptest::collection::vec(record(), 1..6), hex in any::<bool>()) {
        let encode = |text: &str| if hex { HEXLOWER.encode(text.as_bytes()) } else { BASE64.encode(text.as_bytes()) };
        let lines: Vec<String> = records.iter().map(|record| encode(record)).collect();
        prop_assert_eq!(found(lines.join("\n")), records.clone());
        let values: String = lines.iter().map(|line| format!("<value><signedData>{line}</signedData></value>")).collect();
        prop_assert_eq!(found(format!("<values>{values}</values>")), records.clone());
        prop_assert_eq!(found(encode(&records.join("\n"))), records);
    }

    #[test]
    fn records_come_back_from_json_strings(records in proptest::collection::vec(record(), 1..6)) {
        let strings: Vec<String> = records.iter().map(|record| format!("\"{}\"", record.replace('\\', "\\\\").replace('"', "\\\""))).collect();
        prop_assert_eq!(found(format!("{{\"data\":\n{{\"x\":{}}}}}", strings.join(","))), records);
    }

    #[test]
    fn a_span_shows_the_bytes_of_its_record(parts in proptest::collection::vec(prop_oneof![
        Just("*1*"), Just("x"), Just("\n"), Just("ä"), Just("[2]"), Just("*"),
    ], 1..12), xml in any::<bool>()) {
        let text = parts.concat();
        let text = if xml { format!("\u{FEFF}<values><value><signedData>{text}</signedData></value></values>") } else { text };
        for record in open(&text).records {
            let span = record.span.unwrap();
            prop_assert_eq!(&text.as_bytes()[span], record.bytes.as_slice());
        }
    }
}
