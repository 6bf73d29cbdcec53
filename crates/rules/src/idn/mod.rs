//! Who charged, and where.

mod idn001_assignment_inconsistent;
mod idn002_assignment_rejected;
mod idn003_assignment_weak;
mod idn004_user_changed;
mod idn005_id_form_odd;
mod idn006_charge_point_changed;
mod idn010_user_differs;
mod idn011_charge_point_differs;
mod idn012_meter_differs;

use crate::Rule;

/// Rules of the family, by code.
pub(crate) static RULES: &[&Rule] = &[
    &idn001_assignment_inconsistent::RULE,
    &idn002_assignment_rejected::RULE,
    &idn003_assignment_weak::RULE,
    &idn004_user_changed::RULE,
    &idn005_id_form_odd::RULE,
    &idn006_charge_point_changed::RULE,
    &idn010_user_differs::RULE,
    &idn011_charge_point_differs::RULE,
    &idn012_meter_differs::RULE,
];
