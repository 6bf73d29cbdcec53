//! What the command line and the window share: reading files within limits, writing them whole, and the key store of
//! the user. Nothing here decides anything about meter data.

pub mod files;
pub mod store;
