//! One file for each command.

#[cfg(feature = "batch")]
pub(crate) mod batch;
#[cfg(feature = "batch")]
mod batch_keeper;
#[cfg(feature = "batch")]
mod batch_progress;
pub(crate) mod evidence;
pub(crate) mod explain;
pub(crate) mod formats;
pub(crate) mod keys;
pub(crate) mod ledger;
pub(crate) mod rules;
pub(crate) mod verify;
