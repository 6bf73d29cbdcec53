//! Bundles are read again with the same result, whoever made the data, and nothing in them is believed.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test that cannot go on shall stop, and reads files"
)]

use std::collections::BTreeSet;
use std::path::Path;

use eichrecht::model::{Assessment, KeyOrigin, Verdict};
use eichrecht::{Input, Verifier};
use eichrecht_evidence::{BundleOptions, EvidenceError, EvidenceInput, Program, bundle};
use eichrecht_report::Language;
use eichrecht_testkit::case::Case;
use eichrecht_testkit::{run, vectors_folder};

fn options() -> BundleOptions<'static> {
    let program = Program { version: "0.1.0", commit: None, sha256: None };
    BundleOptions { language: Language::German, program, made_at: (jiff::civil::date(2026, 11, 26).at(12, 30, 0, 0), 60) }
}

fn vector(path: &str) -> Vec<u8> {
    std::fs::read(vectors_folder().join(path)).unwrap()
}

/// What must not change when a bundle is read again.
#[derive(Debug, PartialEq, Eq)]
struct Result {
    verdict: Verdict,
    proven: Vec<String>,
    stated: Vec<String>,
    findings: BTreeSet<&'static str>,
}

impl Result {
    fn of(assessment: &Assessment) -> Self {
        let proven = assessment.transactions.iter().filter_map(|one| assessment.verified_energy(one.id));
        let mut proven: Vec<String> = proven.map(|energy| format!("{} {}", energy.energy().value, energy.energy().unit)).collect();
        let stated = assessment.transactions.iter().filter_map(|one| one.stated_energy.as_ref());
        let mut stated: Vec<String> = stated.map(|energy| format!("{} {}", energy.value, energy.unit)).collect();
        proven.sort();
        stated.sort();
        // That there is a bundle, and reports in it, is the one thing that is new.
        let findings = assessment.findings.iter().map(|finding| finding.code).filter(|code| *code != "CON040").collect();
        Self { verdict: assessment.verdict, proven, stated, findings }
    }
}

fn key_files(case: &Case) -> Vec<(String, Vec<u8>)> {
    let given = case.keys.iter().filter(|key| key.origin == "user");
    given
        .map(|key| match (&key.path, &key.text) {
            (Some(path), _) => (path.clone(), vector(path)),
            (None, text) => ("key".to_owned(), text.clone().unwrap_or_default().into_bytes()),
        })
        .collect()
}

fn bundled(case: &Case, before: &Assessment) -> Vec<u8> {
    let inputs: Vec<(String, Vec<u8>)> = case.inputs.iter().map(|path| (path.clone(), vector(path))).collect();
    let keys = key_files(case);
    let inputs: Vec<EvidenceInput<'_>> = inputs.iter().map(|(name, bytes)| EvidenceInput { name, bytes }).collect();
    let keys: Vec<EvidenceInput<'_>> = keys.iter().map(|(name, bytes)| EvidenceInput { name, bytes }).collect();
    bundle(&inputs, &keys, before, &options()).unwrap_or_else(|error| panic!("{}: {error}", case.id))
}

/// Cases that a bundle says more of, and why. In none of them it says anything better.
const OTHERWISE: [(&str, &str); 10] = [
    ("carriers/inside-hex", QUOTED),
    ("carriers/inside-hex-xml", QUOTED),
    ("carriers/inside-base64", QUOTED),
    ("carriers/inside-base64-xml", QUOTED),
    ("carriers/inside-record", QUOTED),
    ("keys/infinity", NO_KEY),
    ("keys/cut", NO_KEY),
    ("keys/surplus", NO_KEY),
    ("keys/word", NO_KEY),
    ("keys/zeros", NO_KEY),
];
const QUOTED: &str = "a text in the record is a record itself, the report quotes it, and so is read like any other file";
const NO_KEY: &str = "what the user gave is no key, so it is a file without data among the members";

#[test]
fn every_test_vector_is_judged_alike_from_its_bundle() {
    let root = vectors_folder();
    let mut seen = 0;
    let mut wrong = Vec::new();
    for case in run::load(&root).iter().flat_map(|file| &file.cases) {
        let before = run::assess(&root, case);
        let verifier = run::verifier(&root, case);
        let after = verifier.verify(vec![Input::new("bundle.zip", bundled(case, &before))]);
        let (old, new) = (Result::of(&before), Result::of(&after));
        seen += 1;
        let excused = OTHERWISE.iter().any(|(id, _)| *id == case.id);
        // An excuse that is none any more is wrong too.
        if (old == new) == excused && case.inputs.len() == 1 {
            wrong.push(format!("{}: {old:?}\n    {new:?}", case.id));
        }
        // Several inputs are one in a bundle: more may be said of it, nothing better.
        assert!(new.verdict >= old.verdict, "{}: {old:?} became {new:?}", case.id);
    }
    assert!(seen > 300, "only {seen} cases");
    assert!(wrong.is_empty(), "{} of {seen}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_same_bytes_again_and_a_key_in_it_is_not_the_users() {
    let (session, key) = (vector("demo/session.ocmf"), vector("demo/meter-key.pem"));
    let verifier = Verifier::new().key(KeyOrigin::User, "meter-key.pem", key.clone());
    let before = verifier.verify(vec![Input::new("session.ocmf", session.clone())]);
    let inputs = [EvidenceInput { name: "session.ocmf", bytes: &session }];
    let keys = [EvidenceInput { name: "meter-key.pem", bytes: &key }];
    let bytes = bundle(&inputs, &keys, &before, &options()).unwrap();
    assert_eq!(bytes, bundle(&inputs, &keys, &before, &options()).unwrap());
    assert!(bytes.windows(session.len()).any(|window| window == session), "the input lies in it byte for byte");

    let origin = |assessment: &Assessment| assessment.checked(assessment.records[0].id).unwrap().keys().used.as_ref().unwrap().origin;
    let with = verifier.verify(vec![Input::new("bundle.zip", bytes.clone())]);
    assert_eq!((with.verdict, origin(&with)), (Verdict::Verified, KeyOrigin::User));
    let without = Verifier::new().verify(vec![Input::new("bundle.zip", bytes)]);
    assert_eq!((without.verdict, origin(&without)), (Verdict::VerifiedWithWarnings, KeyOrigin::Container));
    assert!(without.findings.iter().any(|finding| finding.code == "KEY004"));
}

#[test]
fn private_keys_stay_out_and_unread_inputs_are_named() {
    let private = vector("ocmf/rules/CON022-privateKey.txt");
    let session = vector("demo/session.ocmf");
    let missing = eichrecht::Refused { kind: eichrecht::model::ReadErrorKind::InputUnreadable, size: 0, detail: String::new() };
    let key = vector("demo/meter-key.pem");
    let verifier = Verifier::new().key(KeyOrigin::User, "key", key);
    let before = verifier.verify(vec![Input::new("session.ocmf", session.clone()), Input::refused("missing.xml", missing)]);
    assert_eq!(before.verdict, Verdict::NotChecked);
    let inputs = [EvidenceInput { name: "session.ocmf", bytes: &session }];
    let bytes = bundle(&inputs, &[EvidenceInput { name: "private.txt", bytes: &private }], &before, &options()).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    assert!(text.contains("# private-key-left-out: \"private.txt\"") && text.contains("# not-read: \"missing.xml\""));
    assert!(!text.contains(&String::from_utf8_lossy(&private).into_owned()));
    let after = verifier.verify(vec![Input::new("bundle.zip", bytes)]);
    assert_eq!(after.verdict, Verdict::NotChecked);
}

#[test]
fn more_than_is_read_again_is_refused() {
    let session = vector("demo/session.ocmf");
    let before = Verifier::new().verify(vec![Input::new("session.ocmf", session)]);
    let large = vec![b' '; 65 << 20];
    let refused = bundle(&[EvidenceInput { name: "large", bytes: &large }], &[], &before, &options());
    assert!(matches!(refused, Err(EvidenceError::TooLarge { .. })));
}

#[test]
fn genuine_files_are_judged_alike_from_their_bundles() {
    let shared =
        std::env::var_os("EICHRECHT_SHARED").map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared"), Into::into);
    let folder = shared.join("vectors");
    if !folder.is_dir() {
        println!("{} is not there: genuine files were not bundled", folder.display());
        return;
    }
    let paths = eichrecht_testkit::generate::paths_below(&folder).unwrap();
    let mut seen = 0;
    for path in paths {
        let bytes = std::fs::read(folder.join(&path)).unwrap();
        if bytes.len() > 1 << 20 {
            continue;
        }
        let before = Verifier::new().verify(vec![Input::new(path.as_str(), bytes.clone())]);
        let bundle = bundle(&[EvidenceInput { name: &path, bytes: &bytes }], &[], &before, &options()).unwrap();
        let after = Verifier::new().verify(vec![Input::new("bundle.zip", bundle)]);
        // A key file alone has no verdict of its own, and is data that lacks in a bundle.
        assert_eq!(Result::of(&before), Result::of(&after), "{path}");
        seen += 1;
    }
    assert!(seen > 0);
}
