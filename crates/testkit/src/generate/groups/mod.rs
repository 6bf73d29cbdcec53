//! The groups of cases, one file each.

pub mod bundles;
pub mod carriers;
pub mod curves;
pub mod demo;
pub mod documents;
pub mod encodings;
pub mod key_spellings;
pub mod layouts;
pub mod malformed;
pub mod tampering;
pub mod versions;
