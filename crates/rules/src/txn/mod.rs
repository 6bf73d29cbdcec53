//! Transactions: begin, end, and who signed them.

mod txn001_begin_missing;
mod txn002_end_missing;
mod txn003_begin_or_end_repeated;
mod txn004_signer_changed;
mod txn005_abnormal_end;
mod txn006_no_billing_register;
mod txn007_record_without_session;
mod txn008_session_number_changes;
mod txn010_claimed_times_differ;
mod txn011_claimed_time_apart;
mod txn012_billed_time_longer;

use crate::Rule;

/// Rules of the family, by code.
pub(crate) static RULES: &[&Rule] = &[
    &txn001_begin_missing::RULE,
    &txn002_end_missing::RULE,
    &txn003_begin_or_end_repeated::RULE,
    &txn004_signer_changed::RULE,
    &txn005_abnormal_end::RULE,
    &txn006_no_billing_register::RULE,
    &txn007_record_without_session::RULE,
    &txn008_session_number_changes::RULE,
    &txn010_claimed_times_differ::RULE,
    &txn011_claimed_time_apart::RULE,
    &txn012_billed_time_longer::RULE,
];
