//! Genuine documents from public test collections, where they are at hand: in the folder `shared` beside the repository, or
//! where `EICHRECHT_SHARED` points. They are third-party data and not part of this repository.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::print_stdout, clippy::disallowed_methods, reason = "a test")]

use std::fs;
use std::path::{Path, PathBuf};

use eichrecht_crypto::{Job, decode_key, verify};
use eichrecht_mennekes::FORMAT;
use eichrecht_model::{AlgorithmClaim, Curve, Declared, Format, KeyKind, Limits, Location, Record, SignatureData};

/// Whether each signature of the one process in a document holds.
fn signatures(text: &[u8]) -> Vec<bool> {
    let found = FORMAT.find(text, 9);
    assert_eq!(found.len(), 1);
    let bytes = text[found[0].clone()].to_vec();
    let holds = |part: usize| {
        let declared = Declared { part: Some(part), ..Declared::default() };
        let record = Record { bytes: bytes.clone(), location: Location::input("in"), span: None, declared, key: None, notes: Vec::new() };
        let parsed = FORMAT.parse(&record, &Limits::default()).unwrap();
        let carried = parsed.carried_key.as_ref().unwrap();
        let key = decode_key(&carried.bytes, Some("hex"), Some(KeyKind::Ec(Curve::Secp192r1)), &Limits::default()).unwrap().key;
        let (AlgorithmClaim::Known(algorithm), SignatureData::Bytes(signature, encoding)) = (&parsed.algorithm, &parsed.signature) else {
            panic!("nothing to check")
        };
        let message = parsed.signed_bytes[0].bytes(&record.bytes);
        let job = Job { message, algorithm: *algorithm, signature, encoding: *encoding, key: &key };
        verify(&[job])[0].verdict.is_ok()
    };
    (0..FORMAT.signatures()).map(holds).collect()
}

#[test]
fn both_signatures_of_genuine_processes_hold() {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let folder = std::env::var_os("EICHRECHT_SHARED").map_or(beside, PathBuf::from).join("vectors/mennekes");
    let Ok(genuine) = fs::read_to_string(folder.join("ACU_korrekt.metra.xml")) else {
        println!("shared vectors not at hand, skipped");
        return;
    };
    assert_eq!(signatures(genuine.as_bytes()), [true, true]);
    assert_eq!(signatures(&fs::read(folder.join("ACU_falsch.metra.xml")).unwrap()), [false, true]);
    let altered = |from: &str, to: &str| {
        let text = genuine.replace(from, to);
        assert_ne!(text, genuine, "{from}");
        signatures(text.as_bytes())
    };
    // What is signed, and what is not.
    assert_eq!(altered(">248495<", ">248496<"), [true, false]);
    assert_eq!(altered(">4392<", ">4391<"), [false, true]);
    assert_eq!(altered(">15406637<", ">15406638<"), [false, true]);
    assert_eq!(altered("T10:17:14", "T10:17:15"), [false, false]);
    assert_eq!(altered("044A34B2DA3F80", "044A34B2DA3F81"), [false, false]);
    assert_eq!(altered("<EventCounter>377", "<EventCounter>378"), [false, false]);
    assert_eq!(altered("<Scaler>-1", "<Scaler>0"), [false, false]);
    assert_eq!(altered("F87B0<", "F87B1<"), [false, false]);
    assert_eq!(altered("<MeterStatus>136", "<MeterStatus>128"), [false, false]);
    assert_eq!(altered("<MeterStatus>136", "<MeterStatus>65928"), [true, true]);
    assert_eq!(altered("+01:00", "+05:00"), [true, true]);
    assert_eq!(altered("DE*MEK*E001000*001", "DE*MEK*E001000*002"), [true, true]);
}
