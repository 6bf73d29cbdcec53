//! Rules about syntax: how the signed text is written.

mod fmt001_duplicate_field;
mod fmt002_hidden_characters;
mod fmt003_separator_in_payload;
mod fmt004_extra_section;
mod fmt005_version_missing;
mod fmt006_version_unknown;
mod fmt007_version_not_text;
mod fmt008_field_newer_than_version;
mod fmt009_field_missing;
mod fmt010_code_unknown;
mod fmt011_wrong_type;
mod fmt012_text_too_long;
mod fmt013_field_unknown;
mod fmt014_number_as_text;
mod fmt015_first_reading_incomplete;
mod fmt016_field_malformed;
mod fmt017_copy_differs;

use crate::Rule;

/// Rules of the family, by code.
pub(crate) static RULES: &[&Rule] = &[
    &fmt001_duplicate_field::RULE,
    &fmt002_hidden_characters::RULE,
    &fmt003_separator_in_payload::RULE,
    &fmt004_extra_section::RULE,
    &fmt005_version_missing::RULE,
    &fmt006_version_unknown::RULE,
    &fmt007_version_not_text::RULE,
    &fmt008_field_newer_than_version::RULE,
    &fmt009_field_missing::RULE,
    &fmt010_code_unknown::RULE,
    &fmt011_wrong_type::RULE,
    &fmt012_text_too_long::RULE,
    &fmt013_field_unknown::RULE,
    &fmt014_number_as_text::RULE,
    &fmt015_first_reading_incomplete::RULE,
    &fmt016_field_malformed::RULE,
    &fmt017_copy_differs::RULE,
];
