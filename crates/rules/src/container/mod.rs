//! Rules about containers: what surrounds the records, and what it claims.

mod labels;

mod con001_unknown_namespace;
mod con002_unexpected_part;
mod con003_stray_text;
mod con004_format_label_differs;
mod con005_format_guessed;
mod con006_encoding_label_differs;
mod con007_transaction_id_odd;
mod con008_label_contradicts_whole_session;
mod con009_role_contradicts_record;
mod con010_record_repeated;
mod con011_wrapping_removed;
mod con012_sender_data_unsigned;
mod con013_line_ends_restored;
mod con014_record_in_two_roles;
mod con015_role_letter_differs;
mod con016_roles_declared_only;
mod con017_member_without_data;
mod con018_claim_contradicts_signed;
mod con020_member_name_odd;
mod con021_data_behind_end;
mod con022_private_key_present;
mod con023_encoding_assumed;
mod con024_carrier_repaired;
mod con025_seal_opened;
mod con026_sealed_text_broken;
mod con030_records_of_several_sessions;
mod con031_session_billed_twice;
mod con032_session_in_parts;
mod con033_messages_missing;
mod con034_station_restarted;
mod con035_signing_switched_off;
mod con036_credit_record;
mod con037_session_without_signed_values;
mod con040_report_set_aside;
mod con041_bundle_member_altered;
mod con042_bundle_member_missing;
mod con043_bundle_member_unlisted;
mod con044_bundle_list_unreadable;

use crate::Rule;

/// Rules of the family, by code.
pub(crate) static RULES: &[&Rule] = &[
    &con001_unknown_namespace::RULE,
    &con002_unexpected_part::RULE,
    &con003_stray_text::RULE,
    &con004_format_label_differs::RULE,
    &con005_format_guessed::RULE,
    &con006_encoding_label_differs::RULE,
    &con007_transaction_id_odd::RULE,
    &con008_label_contradicts_whole_session::RULE,
    &con009_role_contradicts_record::RULE,
    &con010_record_repeated::RULE,
    &con011_wrapping_removed::RULE,
    &con012_sender_data_unsigned::RULE,
    &con013_line_ends_restored::RULE,
    &con014_record_in_two_roles::RULE,
    &con015_role_letter_differs::RULE,
    &con016_roles_declared_only::RULE,
    &con017_member_without_data::RULE,
    &con018_claim_contradicts_signed::RULE,
    &con020_member_name_odd::RULE,
    &con021_data_behind_end::RULE,
    &con022_private_key_present::RULE,
    &con023_encoding_assumed::RULE,
    &con024_carrier_repaired::RULE,
    &con025_seal_opened::RULE,
    &con026_sealed_text_broken::RULE,
    &con030_records_of_several_sessions::RULE,
    &con031_session_billed_twice::RULE,
    &con032_session_in_parts::RULE,
    &con033_messages_missing::RULE,
    &con034_station_restarted::RULE,
    &con035_signing_switched_off::RULE,
    &con036_credit_record::RULE,
    &con037_session_without_signed_values::RULE,
    &con040_report_set_aside::RULE,
    &con041_bundle_member_altered::RULE,
    &con042_bundle_member_missing::RULE,
    &con043_bundle_member_unlisted::RULE,
    &con044_bundle_list_unreadable::RULE,
];
