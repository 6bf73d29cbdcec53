//! The worked example of CONTRIBUTING.md: a made-up format is added with one line, and everything else (carriers,
//! encodings, keys, sessions, rules) works with it.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, missing_docs, unreachable_pub, reason = "a test")]

mod mini;

use eichrecht::model::{Assessment, Format, KeyOrigin, SignatureVerdict, Verdict};
use eichrecht::{Input, Verifier, carriers, formats};

/// Signed with the published test key `meter`.
const RECORD: &str = "MINI;1TST0000000042;1780034400;1200.50;1780036200;1206.10;e8f6b02c2171825330d733a574123cacc9e4e3823738b3396e5a5eb356545e93d5eed38a85e5abe7168b509645f0edbc746c989f41e74cd1b91e31aa618e4c64";
const KEY: &str =
    "04ae53e6037c0784ba5cd0cc150a4d789d049d5291a4b0dae282737feb01f20962da48cf54d7c28baa5c5e7967e73cd71f4ce03b32da5d8487cec32899c409c7ee";

fn verify(text: &str) -> Assessment {
    // The one line. A format of this repository has it in `formats()` of `crates/core/src/lib.rs` instead.
    let verifier = Verifier::new().format(&mini::FORMAT);
    verifier.key(KeyOrigin::User, "key", KEY).verify(vec![Input::new("in", text)])
}

fn proven(assessment: &Assessment) -> Vec<String> {
    let energies = assessment.transactions.iter().filter_map(|transaction| assessment.verified_energy(transaction.id));
    energies.map(|proven| format!("{} {}", proven.energy().value, proven.energy().unit)).collect()
}

#[test]
fn a_record_of_the_new_format_is_verified() {
    let found = verify(RECORD);
    assert!(found.verdict <= Verdict::VerifiedWithWarnings, "{:?}", found.findings);
    assert_eq!(proven(&found), ["5.60 kWh"]);
    assert_eq!(found.records[0].format, Some(mini::FORMAT.info().id));
}

#[test]
fn it_comes_in_every_carrier_and_encoding_at_once() {
    let xml = format!("<values><value><signedData format=\"MINI\" encoding=\"plain\">{RECORD}</signedData></value></values>");
    let json = format!("{{\"signed_data\": {{\"signed_values\": [{{\"signed_data\": \"{RECORD}\"}}]}}}}");
    for text in [xml, json, hex::encode(RECORD), format!("see below\n{RECORD}\nregards")] {
        assert_eq!(proven(&verify(&text)), ["5.60 kWh"], "{text}");
    }
}

#[test]
fn what_is_altered_is_not() {
    let found = verify(&RECORD.replace("1206.10", "1207.10"));
    assert_eq!(found.verdict, Verdict::Failed);
    assert!(proven(&found).is_empty());
    assert!(matches!(found.records[0].content.as_ref().unwrap().signature(), SignatureVerdict::Invalid(_)));
}

/// The list of formats says which carriers they come in; every name must be one of a carrier.
#[test]
fn formats_name_carriers_that_exist() {
    for format in formats() {
        for carrier in format.info().carriers {
            assert!(carriers().iter().any(|known| known.id == *carrier), "{} names {carrier}", format.info().id);
        }
    }
}
