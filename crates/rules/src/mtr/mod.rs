//! The meter: who it is and what it reports about itself.

mod mtr001_signer_unnamed;
mod mtr002_meter_serial_missing;
mod mtr003_meter_status_bad;
mod mtr004_meter_status_bad_between;
mod mtr005_energy_unusable;
mod mtr006_exception_in_session;
mod mtr007_exception_time_only;
mod mtr008_event_counter_changed;
mod mtr009_error_flag_unknown;
mod mtr010_device_report;
mod mtr011_firmware_changed;
mod mtr012_energy_flows_back;

use crate::Rule;

/// Rules of the family, by code.
pub(crate) static RULES: &[&Rule] = &[
    &mtr001_signer_unnamed::RULE,
    &mtr002_meter_serial_missing::RULE,
    &mtr003_meter_status_bad::RULE,
    &mtr004_meter_status_bad_between::RULE,
    &mtr005_energy_unusable::RULE,
    &mtr006_exception_in_session::RULE,
    &mtr007_exception_time_only::RULE,
    &mtr008_event_counter_changed::RULE,
    &mtr009_error_flag_unknown::RULE,
    &mtr010_device_report::RULE,
    &mtr011_firmware_changed::RULE,
    &mtr012_energy_flows_back::RULE,
];
