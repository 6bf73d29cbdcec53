//! Generates and runs the test vectors.
