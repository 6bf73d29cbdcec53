//! One bit of each byte altered, in turn, of a file of each format: whatever is still valid says what was signed.
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

use std::collections::BTreeMap;
use std::fs;

use eichrecht::{Input, Verifier};
use eichrecht_model::{Assessment, KeyOrigin, SignedBytesSource, Verdict};
use eichrecht_testkit::case::Case;
use eichrecht_testkit::fuzz::claims;
use eichrecht_testkit::fuzz::truth::TRUTH;
use eichrecht_testkit::{run, vectors_folder};

/// The shortest verified file of each format, with its verifier.
fn samples() -> BTreeMap<&'static str, (Vec<u8>, Verifier)> {
    let root = vectors_folder();
    let mut samples: BTreeMap<&'static str, (Vec<u8>, Verifier)> = BTreeMap::new();
    for case in run::load(&root).into_iter().flat_map(|file| file.cases) {
        let [path] = case.inputs.as_slice() else { continue };
        if !case.expected.verdict.starts_with("verified") || case.now.is_some() {
            continue;
        }
        let bytes = fs::read(root.join(path)).unwrap();
        let verifier = verifier(&case);
        let assessment = verifier.verify(vec![Input::new("in", bytes.clone())]);
        let format = assessment.records[0].format.unwrap().as_str();
        if samples.get(format).is_none_or(|(known, _)| bytes.len() < known.len()) {
            samples.insert(format, (bytes, verifier));
        }
    }
    samples
}

fn verifier(case: &Case) -> Verifier {
    case.keys.iter().fold(Verifier::new(), |verifier, key| match (&key.path, &key.text) {
        (Some(path), _) => verifier.key(KeyOrigin::User, path, fs::read(vectors_folder().join(path)).unwrap()),
        (None, text) => verifier.key(KeyOrigin::User, "key", text.clone().unwrap_or_default()),
    })
}

/// Ranges of the file that were signed as they stand in it.
fn signed_as_they_stand(assessment: &Assessment) -> Vec<std::ops::Range<usize>> {
    let mut ranges = Vec::new();
    for entry in &assessment.records {
        let (Some(span), Ok(record)) = (&entry.source.span, &entry.content) else { continue };
        for signed in &record.content().signed_bytes {
            if let (SignedBytesSource::Range(range), true) = (&signed.source, Some(signed.reading) == record.matched()) {
                ranges.push(span.start + range.start..span.start + range.end);
            }
        }
    }
    ranges
}

fn alter_every_byte(format: &str, bytes: &[u8], verifier: &Verifier) {
    let verify = |bytes: &[u8]| verifier.verify(vec![Input::new("in", bytes)]);
    let genuine = verify(bytes);
    assert!(genuine.verdict <= Verdict::VerifiedWithWarnings);
    let signed = signed_as_they_stand(&genuine);
    let mut noticed = 0;
    for at in 0..bytes.len() {
        let mut altered = bytes.to_vec();
        altered[at] ^= 1 << (at % 8);
        let found = verify(&altered);
        claims::hold(&altered, &found, &TRUTH);
        if signed.iter().any(|range| range.contains(&at)) {
            assert!(found.verdict > Verdict::VerifiedWithWarnings, "byte {at} was signed");
        }
        noticed += usize::from(found.verdict > Verdict::VerifiedWithWarnings);
    }
    println!("{format}: {noticed} of {} altered bytes make the file unverified", bytes.len());
    assert!(noticed > bytes.len() / 10, "{format}: {noticed} of {}", bytes.len());
}

/// Formats of which no file is verified, with the reason.
const NEVER_VERIFIED: [(&str, &str); 2] = [("sealed", "a seal is no signature"), ("gdf", "its way of signing is not settled")];

#[test]
fn of_a_file_of_each_format() {
    let samples = samples();
    std::thread::scope(|scope| {
        for format in eichrecht::formats() {
            let id = format.info().id.as_str();
            let excused = NEVER_VERIFIED.iter().any(|(never, _)| *never == id);
            let sample = samples.get(id);
            assert_eq!(sample.is_none(), excused, "{id}");
            if let Some((bytes, verifier)) = sample {
                scope.spawn(move || alter_every_byte(id, bytes, verifier));
            }
        }
    });
}
