//! secp192k1, SEC 2 version 2.0, section 2.2.1: y² = x³ + 3 over p = 2^192 − 2^32 − 0x11C9.

define_curve! {
    /// Curve secp192k1.
    name: Secp192k1,
    uint: elliptic_curve::bigint::U192,
    bytes: elliptic_curve::consts::U24,
    formulas: EquationAIsGeneric,
    p: "fffffffffffffffffffffffffffffffffffffffeffffee37", non_residue_p: 3,
    n: "fffffffffffffffffffffffe26f2fc170f69466a74defd8d",
    n_as_uint: "fffffffffffffffffffffffe26f2fc170f69466a74defd8d", non_residue_n: 2,
    a: field::FieldElement::ZERO,
    b: "000000000000000000000000000000000000000000000003",
    x: "db4ff10ec057e9ae26b07d0280b7f4341da5d1b1eae06c7d",
    y: "9b2f2f6d9c5628a7844163d015be86344082aa88d95e2f9d",
}
