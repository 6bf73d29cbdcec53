//! The `eichrecht` command.
fn main() {}
