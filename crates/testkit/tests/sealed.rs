//! Seals: each one that must stay closed does so for its own reason, and nothing that is flipped ever counts.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::disallowed_methods,
    reason = "test code: a panic is a failing test"
)]

use std::collections::BTreeSet;
use std::fs;

use eichrecht::{Input, Verifier};
use eichrecht_model::{Assessment, ReadErrorKind, SignatureVerdict, Verdict};
use eichrecht_testkit::{run, vectors_folder};

/// The problem of the one error.
fn problem(assessment: &Assessment) -> &'static str {
    match assessment.errors.as_slice() {
        [error] => match &error.kind {
            ReadErrorKind::Sealed(problem) => problem.as_str(),
            other => other.as_str(),
        },
        other => panic!("{other:?}"),
    }
}

/// A case is named after the problem it must show.
#[test]
fn each_broken_seal_says_what_is_broken() {
    let root = vectors_folder();
    let mut seen = BTreeSet::new();
    for case in run::load(&root).into_iter().flat_map(|file| file.cases) {
        let Some(name) = case.id.strip_prefix("sealed/broken/") else { continue };
        let found = problem(&run::assess(&root, &case));
        let fits = name == "signed-data-beside" || name == found || name.strip_prefix(found).is_some_and(|rest| rest.starts_with('-'));
        assert!(fits, "{name} shows {found}");
        seen.insert(found);
    }
    let all = [
        "aes-keys",
        "authentication-layer",
        "block-count",
        "cipher",
        "compression",
        "content",
        "content-length",
        "filler",
        "format-id",
        "inflate",
        "key-agreement",
        "key-missing",
        "key-size",
        "key-unusable",
        "key-weak",
        "length",
        "limit",
        "magic",
        "nonce",
        "not-hex",
        "out-of-range",
        "prefix",
        "sequence",
        "structure",
        "version",
    ];
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), all);
}

/// Flips one bit of each byte of a sealed file. Under version 2 the scheme lets many changes pass; none may count.
#[test]
fn no_flipped_byte_of_a_seal_is_verified() {
    for name in ["version-2", "signed", "version-1-short-key"] {
        let text = fs::read_to_string(vectors_folder().join(format!("sealed/{name}.xml"))).unwrap();
        let digits = text.split("\"hex\">").nth(1).unwrap().split('<').next().unwrap();
        let key = fs::read(vectors_folder().join("keys/meter.pem")).unwrap();
        for at in 0..digits.len() / 2 {
            let byte = u8::from_str_radix(&digits[2 * at..2 * at + 2], 16).unwrap() ^ 1;
            let altered = format!("{}{byte:02X}{}", &digits[..2 * at], &digits[2 * at + 2..]);
            let altered = text.replacen(digits, &altered, 1);
            let verifier = Verifier::new().key(eichrecht_model::KeyOrigin::User, "key", key.clone());
            let found = verifier.verify(vec![Input::new("altered", altered.into_bytes())]);
            assert!(found.verdict > Verdict::VerifiedWithWarnings || still_signed(&found), "{name}: byte {at}");
            assert!(name == "signed" || found.verdict == Verdict::NotChecked, "{name}: byte {at}");
        }
    }
}

/// A change that the seal does not notice and the signed bytes do not feel: in the signature's own unsigned surroundings.
fn still_signed(assessment: &Assessment) -> bool {
    assessment.records.iter().all(|entry| entry.content.as_ref().is_ok_and(|record| *record.signature() == SignatureVerdict::Valid))
}
