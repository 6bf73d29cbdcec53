//! The window of eichrecht: a person without a command line opens a file and sees whether the energy is proven, by
//! whose key, and what is wrong if not.
//!
//! The window decides nothing. Verdicts, proven energies and findings come from the assessment, sentences from
//! `eichrecht-report`; state, actions and views are apart, and verification never runs on the drawing thread.
//!
//! | Part | Does |
//! |---|---|
//! | [`load`] | reads and verifies on a thread of its own, with limits, progress and cancel |
//! | [`state`] | what is open, what is chosen, what is remembered |
//! | `actions` | everything a menu or a key can do, in one table |
//! | `views` | one file a view |

mod actions;
mod app;
mod bill;
mod desk;
mod dialogs;
mod export;
mod keys;
mod list;
pub mod load;
mod look;
mod marks;
mod plot;
pub mod state;
mod views;

pub use app::{APP_ID, App};
pub use dialogs::{Dialogs, Picked, Purpose};
pub use export::Form;
pub use load::Source;

use eichrecht_report::ToolInfo;

/// This program, as named in reports.
pub const TOOL: ToolInfo<'static> = ToolInfo { version: env!("CARGO_PKG_VERSION"), commit: option_env!("EICHRECHT_COMMIT") };
