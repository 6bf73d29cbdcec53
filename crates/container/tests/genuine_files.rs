//! Genuine and altered files of other people, where they are at hand.

use std::path::PathBuf;

use eichrecht_container::unwrap;
use eichrecht_model::Limits;

/// File, records, keys, and the kinds of errors.
const FILES: &[(&str, usize, usize, &[&str])] = &[
    ("ocmf/fromweb.xml", 1, 0, &[]),
    ("ocmf/test.xml", 2, 0, &[]),
    ("ocmf/test_ocmf_ebee_01.xml", 2, 0, &[]),
    ("ocmf/test_ocmf_ebee_02.xml", 2, 0, &[]),
    ("ocmf/test_ocmf_keba_kcp30.xml", 1, 0, &[]),
    ("ocmf/test_ocmf_keba_kcp30_fail.xml", 1, 0, &[]),
    ("ocmf/brainpoolP256r1.xml", 2, 0, &[]),
    ("ocmf/bsm-ocmf.xml", 2, 0, &[]),
    ("ocmf/VW_OCMF_load.xml", 1, 0, &[]),
    ("ocmf/keba_test.xml", 100, 0, &[]),
    ("ocmf/second_key_fail_ocmf.xml", 2, 0, &[]),
    ("ocmf/ocmf_sec.xml", 2, 0, &[]),
    ("ocmf/test_ocmf_transaction_two_values.xml", 2, 0, &[]),
    ("ocmf/SAFE-Testdata-02_withXMLNamespace.xml", 3, 0, &[]),
    ("ocmf/SAFE-Testdata-03_singleMeasurement_ShouldFail.xml", 1, 0, &[]),
    ("ocmf/SAFE-Testdata-02_withXMLNamespace.pdf", 3, 0, &[]),
    ("ocmf/OCMF-Testdata-01.ocmf", 1, 0, &[]),
    ("ocmf/OCMF-Testdata-01_publicKey.txt", 0, 1, &[]),
    ("ocmf/bet/001-01.ocmf", 1, 0, &[]),
    ("ocmf/bet/001-01__xss.ocmf", 1, 0, &[]),
    ("ocmf/bet/001-01_ML-DSA-65.ocmf", 1, 0, &[]),
    ("ocmf/bet/001-01_ML-DSA-65.publicKey.pem", 0, 1, &[]),
    ("ptb/ptb-ocmf-testdata-01.json", 2, 0, &[]),
    ("safe-sealing/test_ocmf_rsa_01.xml", 0, 0, &["sealed"]),
    ("edl40-sig/hummel.xml", 2, 0, &[]),
    ("mennekes/ACU_korrekt.metra.xml", 1, 0, &[]),
    ("malformed/log4j_test1.xml", 1, 0, &[]),
    ("malformed/log4j_test3.xml", 1, 0, &[]),
    ("malformed/log4j_test6.xml", 2, 0, &[]),
    ("malformed/test_input_invalid_xml.xml", 0, 0, &["xml-syntax"]),
    ("malformed/jsonld-sample.json", 0, 0, &["nothing-found"]),
];

/// Stands in for the reader of keys: PEM, or nothing but hex digits.
fn is_key(bytes: &[u8]) -> bool {
    let bytes = bytes.trim_ascii();
    bytes.starts_with(b"-----BEGIN ") || (!bytes.is_empty() && bytes.iter().all(u8::is_ascii_hexdigit))
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test reads its files itself")]
fn genuine_files_give_their_records() {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let folder = std::env::var_os("EICHRECHT_SHARED").map_or_else(beside, PathBuf::from).join("vectors");
    if !folder.is_dir() {
        println!("NOT RUN: the folder of genuine files is not there (EICHRECHT_SHARED may name it)");
        return;
    }
    for (name, records, keys, errors) in FILES {
        let bytes = std::fs::read(folder.join(name)).unwrap();
        let unwrapped = unwrap(name, &bytes, &[&eichrecht_ocmf::FORMAT], &is_key, &Limits::default());
        let found: Vec<_> = unwrapped.errors.iter().map(|error| error.kind.as_str()).collect();
        assert_eq!((unwrapped.records.len(), unwrapped.keys.len(), found.as_slice()), (*records, *keys, *errors), "{name}");
        for record in unwrapped.records {
            assert!(
                record.bytes.starts_with(b"OCMF") || ["hummel", "test6", "mennekes"].iter().any(|other| name.contains(other)),
                "{name}"
            );
            if let Some(span) = record.span {
                assert_eq!(bytes[span], record.bytes, "{name}");
            }
        }
    }
}

/// Every carrier and encoding, with the one real text format.
#[test]
fn an_ocmf_record_comes_out_of_every_wrapping() {
    let record = r#"OCMF|{"FV":"1.4","TT":"a|b {\"c\" & <d> {7 ct"}|{"SD":"3045"}"#;
    let json = format!("{{\"v\":\"{}\"}}", record.replace('\\', "\\\\").replace('"', "\\\""));
    let html = record.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    let hex = data_encoding::HEXUPPER.encode(record.as_bytes());
    let base64 = data_encoding::BASE64.encode(record.as_bytes());
    let of_hex = data_encoding::BASE64.encode(hex.as_bytes());
    let xml = format!("<values><value><signedData>{html}</signedData></value></values>");
    let rootless = format!("<signedData>{html}</signedData><signedData/>");
    let twice = json_string(&json);
    for text in [record.to_owned(), json, html, hex, base64, of_hex, xml, rootless, twice] {
        let unwrapped = unwrap("x", text.as_bytes(), &[&eichrecht_ocmf::FORMAT], &|_| false, &Limits::default());
        let found: Vec<_> = unwrapped.records.iter().map(|record| std::str::from_utf8(&record.bytes).unwrap()).collect();
        assert_eq!(found, [record], "{text}");
    }
}

fn json_string(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
