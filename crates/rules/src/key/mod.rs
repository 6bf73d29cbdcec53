//! Rules about keys: which one was used, how it came, what speaks against it.

mod problem;
mod register;
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
mod key013_key_not_registered;
mod key014_registered_key_differs;
mod key015_key_by_unsigned_statement;
mod key016_key_of_other_period;
mod key017_key_registered_elsewhere;
mod key018_key_registered_nearby;
mod key019_registered_key_shared;
mod key020_registered_key_ambiguous;
mod key021_register_entry_unreadable;
mod key022_register_younger_than_session;

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
    &key013_key_not_registered::RULE,
    &key014_registered_key_differs::RULE,
    &key015_key_by_unsigned_statement::RULE,
    &key016_key_of_other_period::RULE,
    &key017_key_registered_elsewhere::RULE,
    &key018_key_registered_nearby::RULE,
    &key019_registered_key_shared::RULE,
    &key020_registered_key_ambiguous::RULE,
    &key021_register_entry_unreadable::RULE,
    &key022_register_younger_than_session::RULE,
];
