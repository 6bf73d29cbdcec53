//! Rules about keys: which one was used, how it came, what speaks against it.

mod problem;
mod used;

mod key001_key_missing;
mod key002_key_unreadable;
mod key003_key_not_on_curve;
mod key004_key_carried_only;
mod key005_carried_key_differs;
mod key006_given_key_does_not_fit;
mod key007_key_shared_by_meters;
mod key008_key_ambiguous;
mod key009_key_origin_insufficient;
mod key010_key_found_by_trial;
mod key011_key_encoding_differs;
mod key012_key_wrapping;

pub(crate) use used::each_used;

use crate::Rule;

/// Rules of the family, by code.
pub(crate) static RULES: &[&Rule] = &[
    &key001_key_missing::RULE,
    &key002_key_unreadable::RULE,
    &key003_key_not_on_curve::RULE,
    &key004_key_carried_only::RULE,
    &key005_carried_key_differs::RULE,
    &key006_given_key_does_not_fit::RULE,
    &key007_key_shared_by_meters::RULE,
    &key008_key_ambiguous::RULE,
    &key009_key_origin_insufficient::RULE,
    &key010_key_found_by_trial::RULE,
    &key011_key_encoding_differs::RULE,
    &key012_key_wrapping::RULE,
];
