//! Curves for which no crate with well-kept arithmetic exists, built from the same parts those crates use:
//! field elements from `primefield`, complete point formulas from `primeorder`.
//!
//! Each module holds the constants of one curve and nothing else.

#![allow(unreachable_pub, missing_docs, reason = "the macros of these crates write `pub`, and public traits must not name private types")]

#[macro_use]
mod define;

mod brainpool_p512r1;
mod secp192k1;
mod secp224k1;

pub(crate) use brainpool_p512r1::BrainpoolP512r1;
pub(crate) use secp192k1::Secp192k1;
pub(crate) use secp224k1::Secp224k1;
