//! Rules about signatures and their algorithms.

mod invalid;

mod sig001_signature_invalid;
mod sig002_algorithm_unknown;
mod sig003_signature_unreadable;
mod sig004_signature_lax_der;
mod sig005_signature_raw;
mod sig006_key_does_not_fit_algorithm;
mod sig007_curve_weak;
mod sig008_signature_type_odd;
mod sig009_algorithm_unusual;
mod sig010_algorithm_assumed;
mod sig011_payload_reformatted;
mod sig012_algorithm_conflict;
mod sig013_edges_trimmed;
mod sig014_signature_out_of_range;
mod sig015_inner_signature_invalid;
mod sig016_seal_only;
mod sig017_recipe_unproven;

use eichrecht_model::{AlgorithmClaim, CheckedRecord};

use crate::Rule;

/// Rules of the family, by code.
pub(crate) static RULES: &[&Rule] = &[
    &sig001_signature_invalid::RULE,
    &sig002_algorithm_unknown::RULE,
    &sig003_signature_unreadable::RULE,
    &sig004_signature_lax_der::RULE,
    &sig005_signature_raw::RULE,
    &sig006_key_does_not_fit_algorithm::RULE,
    &sig007_curve_weak::RULE,
    &sig008_signature_type_odd::RULE,
    &sig009_algorithm_unusual::RULE,
    &sig010_algorithm_assumed::RULE,
    &sig011_payload_reformatted::RULE,
    &sig012_algorithm_conflict::RULE,
    &sig013_edges_trimmed::RULE,
    &sig014_signature_out_of_range::RULE,
    &sig015_inner_signature_invalid::RULE,
    &sig016_seal_only::RULE,
    &sig017_recipe_unproven::RULE,
];

/// The algorithm as it is called: by the specification, or as received when nobody knows it.
fn algorithm_name(record: &CheckedRecord) -> String {
    match &record.content().algorithm {
        AlgorithmClaim::Known(algorithm) => algorithm.to_string(),
        AlgorithmClaim::ByKey(hash) => format!("ECDSA-{hash}"),
        AlgorithmClaim::Unknown(name) => name.clone(),
    }
}
