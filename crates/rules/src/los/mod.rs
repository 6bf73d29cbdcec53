//! Compensation of cable loss.

mod los001_loss_on_other_register;
mod los002_loss_not_reset;
mod los003_loss_implausible;
mod los004_loss_parameters_changed;
mod los005_loss_parameters_incomplete;
mod los006_loss_missing_at_end;

use crate::Rule;

/// Rules of the family, by code.
pub(crate) static RULES: &[&Rule] = &[
    &los001_loss_on_other_register::RULE,
    &los002_loss_not_reset::RULE,
    &los003_loss_implausible::RULE,
    &los004_loss_parameters_changed::RULE,
    &los005_loss_parameters_incomplete::RULE,
    &los006_loss_missing_at_end::RULE,
];
