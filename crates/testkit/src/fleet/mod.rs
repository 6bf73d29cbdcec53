//! Generated fleets of meters with planted faults, for the rules about histories.
//!
//! A [`Plan`] says what meters signed and how it was delivered. It becomes real signed files ([`signed`]) or, for more
//! records than anybody would like to sign, entries of a ledger below the signature ([`entries`]).

pub mod entries;
mod plan;
pub mod signed;

pub use plan::{Delivery, Kind, Made, Meter, Plan, Style, made};
