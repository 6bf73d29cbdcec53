//! secp224k1, SEC 2 version 2.0, section 2.3.1: y² = x³ + 5 over p = 2^224 − 2^32 − 0x1A93.
//!
//! Its order lies a little above 2^224: numbers modulo the order need 29 bytes, coordinates only 28. Inside this
//! crate coordinates carry a leading zero byte.

define_curve! {
    /// Curve secp224k1.
    name: Secp224k1,
    uint: elliptic_curve::bigint::U256,
    bytes: elliptic_curve::consts::U29,
    formulas: EquationAIsGeneric,
    p: "00000000fffffffffffffffffffffffffffffffffffffffffffffffeffffe56d", non_residue_p: 2,
    n: "000000010000000000000000000000000001dce8d2ec6184caf0a971769fb1f7",
    n_as_uint: "000000010000000000000000000000000001dce8d2ec6184caf0a971769fb1f7", non_residue_n: 3,
    a: field::FieldElement::ZERO,
    b: "0000000000000000000000000000000000000000000000000000000005",
    x: "00a1455b334df099df30fc28a169a467e9e47075a90f7e650eb6b7a45c",
    y: "007e089fed7fba344282cafbd6f7e319f7c0b0bd59e2ca4bdb556d61a5",
}
