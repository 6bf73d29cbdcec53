//! One file for each command.

pub(crate) mod explain;
pub(crate) mod formats;
pub(crate) mod keys;
pub(crate) mod ledger;
pub(crate) mod rules;
pub(crate) mod verify;
