//! Generates and runs the test vectors.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "test code: a panic is a failing test"
)]
#![allow(clippy::disallowed_methods, reason = "the files of the vectors are read and written here")]
#![allow(clippy::type_complexity, reason = "tables of a name, a field and what alters it read best where they are used")]

pub mod case;
pub mod fleet;
pub mod frame;
pub mod fuzz;
pub mod generate;
pub mod hostile;
pub mod run;

use std::path::{Path, PathBuf};

/// The folder of the vectors in this repository.
#[must_use]
pub fn vectors_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testvectors")
}
