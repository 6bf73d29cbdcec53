//! The ledger: the history of a meter over all its sessions.

mod exchange;
mod led001_records_unseen;
mod led002_page_forked;
mod led003_record_in_two_sessions;
mod led004_register_falls_over_time;
mod led005_energy_in_no_session;
mod led006_energy_between_uncounted;
mod led007_sessions_overlap;
mod led008_clock_goes_back;
mod led009_clock_jumps_against_seconds;
mod led010_seconds_count_falls;
mod led011_meter_key_changed;
mod led012_software_changed_over_time;
mod led013_meter_exchanged;
mod led014_meter_exchanged_unread;
mod overlap;
mod span;

use crate::HistoryRule;

/// Rules of the family, by code.
pub(crate) static RULES: &[&HistoryRule] = &[
    &led001_records_unseen::RULE,
    &led002_page_forked::RULE,
    &led003_record_in_two_sessions::RULE,
    &led004_register_falls_over_time::RULE,
    &led005_energy_in_no_session::RULE,
    &led006_energy_between_uncounted::RULE,
    &led007_sessions_overlap::RULE,
    &led008_clock_goes_back::RULE,
    &led009_clock_jumps_against_seconds::RULE,
    &led010_seconds_count_falls::RULE,
    &led011_meter_key_changed::RULE,
    &led012_software_changed_over_time::RULE,
    &led013_meter_exchanged::RULE,
    &led014_meter_exchanged_unread::RULE,
];
