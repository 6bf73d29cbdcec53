//! The window; its issue follows.
fn main() {}
