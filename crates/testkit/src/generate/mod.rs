//! Makes the test vectors: the same bytes on every run.

pub mod curves;
pub mod der;
pub mod ecdsa;
pub mod keys;
