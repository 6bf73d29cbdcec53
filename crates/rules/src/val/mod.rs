//! Register values and their continuity.

mod val001_register_falls;
mod val002_value_unreadable;
mod val003_value_unreadable_elsewhere;
mod val004_no_energy;
mod val005_power_implausible;
mod val006_register_moved_between_sessions;
mod val007_layouts_disagree;
mod val008_register_falls_between;
mod val009_register_moved_reported;
mod val010_energy_implausible;
mod val015_billed_energy_differs;
mod val016_reported_energy_differs;
mod val017_billed_periods_differ;
mod val018_reported_register_differs;
mod val019_unit_of_claim_wrong;

use crate::Rule;

/// Rules of the family, by code.
pub(crate) static RULES: &[&Rule] = &[
    &val001_register_falls::RULE,
    &val002_value_unreadable::RULE,
    &val003_value_unreadable_elsewhere::RULE,
    &val004_no_energy::RULE,
    &val005_power_implausible::RULE,
    &val006_register_moved_between_sessions::RULE,
    &val007_layouts_disagree::RULE,
    &val008_register_falls_between::RULE,
    &val009_register_moved_reported::RULE,
    &val010_energy_implausible::RULE,
    &val015_billed_energy_differs::RULE,
    &val016_reported_energy_differs::RULE,
    &val017_billed_periods_differ::RULE,
    &val018_reported_register_differs::RULE,
    &val019_unit_of_claim_wrong::RULE,
];
