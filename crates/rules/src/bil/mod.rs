//! Bills beside what is proven. The verdicts on inputs and sessions stand before these rules run, and stay.

mod bil001_billed_energy_too_high;
mod bil002_billed_energy_lower;
mod bil003_bill_nothing_proven;
mod bil004_bill_not_assigned;
mod bil005_bill_assigned_by_amount;
mod bil006_billed_time_differs;
mod bil007_billed_times_not_proven;
mod bil008_billed_duration_longer;
mod bil009_billed_charge_point_differs;
mod bil010_billed_total_too_high;
mod bil011_billed_total_lower;
mod bil012_total_not_recomputed;
mod bil013_price_by_time_not_proven;
mod bil014_price_split_not_signed;
mod bil015_tariff_only_with_bill;
mod bil016_signed_tariff_differs;
mod bil017_bill_contradicts_itself;
mod bil018_bill_unreadable;
mod bil019_bill_field_unreadable;
mod bil020_bill_says_nothing;
mod bil021_bill_zone_assumed;
#[cfg(test)]
mod testing;

use crate::Rule;

/// Rules of the family, by code.
pub(crate) static RULES: &[&Rule] = &[
    &bil001_billed_energy_too_high::RULE,
    &bil002_billed_energy_lower::RULE,
    &bil003_bill_nothing_proven::RULE,
    &bil004_bill_not_assigned::RULE,
    &bil005_bill_assigned_by_amount::RULE,
    &bil006_billed_time_differs::RULE,
    &bil007_billed_times_not_proven::RULE,
    &bil008_billed_duration_longer::RULE,
    &bil009_billed_charge_point_differs::RULE,
    &bil010_billed_total_too_high::RULE,
    &bil011_billed_total_lower::RULE,
    &bil012_total_not_recomputed::RULE,
    &bil013_price_by_time_not_proven::RULE,
    &bil014_price_split_not_signed::RULE,
    &bil015_tariff_only_with_bill::RULE,
    &bil016_signed_tariff_differs::RULE,
    &bil017_bill_contradicts_itself::RULE,
    &bil018_bill_unreadable::RULE,
    &bil019_bill_field_unreadable::RULE,
    &bil020_bill_says_nothing::RULE,
    &bil021_bill_zone_assumed::RULE,
];
