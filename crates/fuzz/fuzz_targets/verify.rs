//! The whole pipeline on arbitrary bytes. Nothing but a signature made with one of the published test
//! keys could be valid, and the fuzzer has none of the private ones: so nothing new may ever be verified.
#![no_main]

use eichrecht::model::Verdict;
use eichrecht::{Input, Verifier};
use eichrecht_report::Language;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let result = Verifier::new().verify(vec![Input::new("fuzz", data)]);
    let signed = result.records.iter().any(|entry| entry.content.as_ref().is_ok_and(|record| record.signature().is_valid()));
    assert!(signed || result.verdict >= Verdict::NotChecked, "verified without a valid signature");
    for transaction in &result.transactions {
        if result.verified_energy(transaction.id).is_some() {
            assert!(transaction.records.iter().all(|id| result.checked(*id).is_some_and(|record| record.signature().is_valid())));
        }
    }
    let tool = eichrecht_report::ToolInfo { version: "fuzz", commit: None };
    let _ = eichrecht_report::json(&result, Language::German, tool);
    let _ = eichrecht_report::csv(&result, Language::English);
});
