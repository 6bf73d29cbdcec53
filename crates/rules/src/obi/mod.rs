//! Registers: which quantity was read, and in which unit.

mod obi001_register_changes;
mod obi002_register_unusual;
mod obi003_register_reserved;
mod obi004_mains_device_disagree;
mod obi005_export_moved;
mod obi006_unit_unknown;
mod obi007_unit_unknown_elsewhere;
mod obi008_register_unit_apart;
mod obi009_register_unreadable;
mod obi010_units_mixed;

use crate::Rule;

/// Rules of the family, by code.
pub(crate) static RULES: &[&Rule] = &[
    &obi001_register_changes::RULE,
    &obi002_register_unusual::RULE,
    &obi003_register_reserved::RULE,
    &obi004_mains_device_disagree::RULE,
    &obi005_export_moved::RULE,
    &obi006_unit_unknown::RULE,
    &obi007_unit_unknown_elsewhere::RULE,
    &obi008_register_unit_apart::RULE,
    &obi009_register_unreadable::RULE,
    &obi010_units_mixed::RULE,
];
