//! Signature verification and key decoding.
