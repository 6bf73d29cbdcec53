//! Times of readings and the state of the clock.

mod tim001_time_unreadable;
mod tim002_time_not_proven;
mod tim003_end_before_begin;
mod tim004_time_not_ascending;
mod tim005_relative_time_not_kept;
mod tim006_clock_set_between;
mod tim007_date_implausible;
mod tim008_duration_implausible;
mod tim009_time_unusable;
mod tim010_tariff_time_unproven;
mod tim011_time_form_odd;
mod tim012_clock_against_count;

use crate::Rule;

/// Rules of the family, by code.
pub(crate) static RULES: &[&Rule] = &[
    &tim001_time_unreadable::RULE,
    &tim002_time_not_proven::RULE,
    &tim003_end_before_begin::RULE,
    &tim004_time_not_ascending::RULE,
    &tim005_relative_time_not_kept::RULE,
    &tim006_clock_set_between::RULE,
    &tim007_date_implausible::RULE,
    &tim008_duration_implausible::RULE,
    &tim009_time_unusable::RULE,
    &tim010_tariff_time_unproven::RULE,
    &tim011_time_form_odd::RULE,
    &tim012_clock_against_count::RULE,
];
