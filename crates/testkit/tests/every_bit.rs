//! Every bit of the signed bytes altered once: nothing of it may be verified.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "test code: a panic is a failing test"
)]

use std::fs;

use data_encoding::BASE32;
use eichrecht::{Input, Verifier};
use eichrecht_model::{Assessment, SignatureVerdict, Verdict};
use eichrecht_testkit::vectors_folder;

fn read(path: &str) -> String {
    fs::read_to_string(vectors_folder().join(path)).unwrap()
}

fn assess(text: Vec<u8>) -> Assessment {
    Verifier::new().verify(vec![Input::new("altered", text)])
}

fn any_valid(assessment: &Assessment) -> bool {
    assessment.records.iter().any(|entry| matches!(entry.content.as_ref().map(|record| record.signature()), Ok(SignatureVerdict::Valid)))
}

#[test]
fn of_an_alfen_line() {
    let text = read("alfen/session.txt");
    let line = text.lines().next().unwrap();
    let fields: Vec<&str> = line.split(';').collect();
    let data = BASE32.decode(fields[4].as_bytes()).unwrap();
    assert!(any_valid(&assess(line.as_bytes().to_vec())));
    for bit in 0..data.len() * 8 {
        let mut altered = data.clone();
        altered[bit / 8] ^= 1 << (bit % 8);
        let altered = line.replacen(fields[4], &BASE32.encode(&altered), 1);
        assert!(!any_valid(&assess(altered.into_bytes())), "bit {bit}");
    }
}

#[test]
fn of_a_pcdf_record() {
    let record = read("pcdf/session.pcdf").into_bytes();
    assert!(assess(record.clone()).verdict <= Verdict::VerifiedWithWarnings);
    let signed = record.windows(4).position(|window| window == b"(SG:").unwrap();
    for bit in 0..signed * 8 {
        let mut altered = record.clone();
        altered[bit / 8] ^= 1 << (bit % 8);
        let found = assess(altered);
        assert!(!any_valid(&found) && found.verdict > Verdict::VerifiedWithWarnings, "bit {bit}");
    }
}
