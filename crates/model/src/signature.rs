//! Algorithms, and what came of a signature check.

use std::fmt;

use crate::KeyKind;

/// A signature scheme with everything needed to run it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Algorithm {
    /// ECDSA over a curve, with a hash.
    Ecdsa(Curve, Hash),
    /// Ed25519 on the message itself.
    Ed25519,
    /// Ed448 on the message itself.
    Ed448,
    /// ML-DSA on the message itself, with an empty context.
    MlDsa(MlDsaSet),
}

impl Algorithm {
    /// The kind of key it asks for.
    #[must_use]
    pub fn key_kind(self) -> KeyKind {
        match self {
            Self::Ecdsa(curve, _) => KeyKind::Ec(curve),
            Self::Ed25519 => KeyKind::Ed25519,
            Self::Ed448 => KeyKind::Ed448,
            Self::MlDsa(set) => KeyKind::MlDsa(set),
        }
    }
}

/// Elliptic curve of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Curve {
    /// SEC 2, 192 bits, Koblitz.
    Secp192k1,
    /// P-192.
    Secp192r1,
    /// SEC 2, 224 bits, Koblitz; its order has 225 bits.
    Secp224k1,
    /// P-224.
    Secp224r1,
    /// SEC 2, 256 bits, Koblitz.
    Secp256k1,
    /// P-256.
    Secp256r1,
    /// P-384.
    Secp384r1,
    /// P-521.
    Secp521r1,
    /// RFC 5639, 256 bits.
    BrainpoolP256r1,
    /// RFC 5639, 384 bits.
    BrainpoolP384r1,
    /// RFC 5639, 512 bits.
    BrainpoolP512r1,
}

impl Curve {
    /// All curves, in the order of the declaration.
    pub const ALL: [Self; 11] = [
        Self::Secp192k1,
        Self::Secp192r1,
        Self::Secp224k1,
        Self::Secp224r1,
        Self::Secp256k1,
        Self::Secp256r1,
        Self::Secp384r1,
        Self::Secp521r1,
        Self::BrainpoolP256r1,
        Self::BrainpoolP384r1,
        Self::BrainpoolP512r1,
    ];

    /// Name as in SEC 2 and RFC 5639.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Secp192k1 => "secp192k1",
            Self::Secp192r1 => "secp192r1",
            Self::Secp224k1 => "secp224k1",
            Self::Secp224r1 => "secp224r1",
            Self::Secp256k1 => "secp256k1",
            Self::Secp256r1 => "secp256r1",
            Self::Secp384r1 => "secp384r1",
            Self::Secp521r1 => "secp521r1",
            Self::BrainpoolP256r1 => "brainpoolP256r1",
            Self::BrainpoolP384r1 => "brainpoolP384r1",
            Self::BrainpoolP512r1 => "brainpoolP512r1",
        }
    }

    /// Bytes of a field element: a bare point has twice as many.
    #[must_use]
    pub fn field_bytes(self) -> usize {
        match self {
            Self::Secp192k1 | Self::Secp192r1 => 24,
            Self::Secp224k1 | Self::Secp224r1 => 28,
            Self::Secp256k1 | Self::Secp256r1 | Self::BrainpoolP256r1 => 32,
            Self::Secp384r1 | Self::BrainpoolP384r1 => 48,
            Self::BrainpoolP512r1 => 64,
            Self::Secp521r1 => 66,
        }
    }

    /// Bytes of a number modulo the order: a raw signature has twice as many.
    #[must_use]
    pub fn order_bytes(self) -> usize {
        // The order of secp224k1 is a little above 2^224.
        if self == Self::Secp224k1 { 29 } else { self.field_bytes() }
    }

    /// Strength against known attacks in bits, half the size of the order.
    #[must_use]
    pub fn security_bits(self) -> u16 {
        match self {
            Self::Secp192k1 | Self::Secp192r1 => 96,
            Self::Secp224k1 | Self::Secp224r1 => 112,
            Self::Secp256k1 | Self::Secp256r1 | Self::BrainpoolP256r1 => 128,
            Self::Secp384r1 | Self::BrainpoolP384r1 => 192,
            Self::BrainpoolP512r1 => 256,
            Self::Secp521r1 => 260,
        }
    }
}

impl fmt::Display for Curve {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Hash function of a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Hash {
    /// SHA-256.
    Sha256,
    /// SHA-384.
    Sha384,
    /// SHA-512.
    Sha512,
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Sha256 => "SHA256",
            Self::Sha384 => "SHA384",
            Self::Sha512 => "SHA512",
        })
    }
}

/// Parameter set of ML-DSA (FIPS 204).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MlDsaSet {
    /// ML-DSA-44.
    MlDsa44,
    /// ML-DSA-65.
    MlDsa65,
    /// ML-DSA-87.
    MlDsa87,
}

impl MlDsaSet {
    /// The name of FIPS 204.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::MlDsa44 => "ML-DSA-44",
            Self::MlDsa65 => "ML-DSA-65",
            Self::MlDsa87 => "ML-DSA-87",
        }
    }
}

impl fmt::Display for Algorithm {
    /// The spelling of OCMF's `SA`: `ECDSA-secp256r1-SHA256`, `EdDSA-Ed25519`, `ML-DSA-65`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ecdsa(curve, hash) => write!(f, "ECDSA-{curve}-{hash}"),
            Self::Ed25519 => f.write_str("EdDSA-Ed25519"),
            Self::Ed448 => f.write_str("EdDSA-Ed448"),
            Self::MlDsa(set) => f.write_str(set.as_str()),
        }
    }
}

/// What a record says about its algorithm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AlgorithmClaim {
    /// A known one, named or by the default of the format.
    Known(Algorithm),
    /// ECDSA with this hash on the curve of the key: the format names no curve.
    ByKey(Hash),
    /// A name nobody knows: such a signature cannot be checked. As received.
    Unknown(String),
}

/// Signature bytes as the format carries them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignatureData {
    /// Decoded bytes and how `r` and `s` are told to be packed in them.
    Bytes(Vec<u8>, SignatureEncoding),
    /// There is none, or its text does not decode: cannot be checked.
    Unreadable(SignatureProblem),
    /// Whatever there is, it must not be put to the test: the outcome would say nothing.
    NotTested(NotCheckedReason),
}

/// How a signature's numbers are packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SignatureEncoding {
    /// DER sequence of two integers; where that fails and the length fits, `r` and `s` as bare bytes.
    DerOrRaw,
    /// `r` and `s` as bare bytes of equal length.
    Raw,
    /// Whatever the algorithm itself defines (EdDSA, ML-DSA).
    Native,
}

/// Why there are no signature bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SignatureProblem {
    /// The record has no signature.
    Missing,
    /// The text of the signature does not decode.
    NotDecodable,
    /// The name of its encoding is not known; as received.
    UnknownEncoding(String),
}

/// What came of checking one signature.
///
/// `Valid` says that the signed bytes fit the key that was used, and nothing about whose key that is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignatureVerdict {
    /// Checked: it holds.
    Valid,
    /// Checked: it does not hold.
    Invalid(InvalidReason),
    /// Not checked.
    NotChecked(NotCheckedReason),
}

impl SignatureVerdict {
    /// Whether the signature was checked and holds.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        matches!(self, Self::Valid)
    }
}

/// Why a signature does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum InvalidReason {
    /// The equation does not hold: data, signature or key were altered or do not belong together.
    Mismatch,
    /// `r` or `s` is zero or not below the order.
    OutOfRange,
    /// The bytes are no signature of the algorithm: wrong length, broken structure.
    Malformed,
    /// The key is of another kind or curve than the algorithm named with the signature.
    KeyDoesNotFitAlgorithm,
}

/// Why a signature was not checked.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NotCheckedReason {
    /// There is no key.
    NoKey,
    /// There is a key text, and no key can be read from it.
    KeyUnreadable,
    /// The key bytes fit more than one curve, or the text more than one key.
    KeyAmbiguous,
    /// The algorithm is not known.
    AlgorithmUnknown,
    /// There is no signature, or it does not decode.
    SignatureUnreadable,
    /// The record could not be read.
    RecordUnreadable,
    /// The format is not known.
    FormatUnknown,
    /// The record came out of a seal or is still under one, and has no signature besides: a seal is not a signature.
    SealOnly,
    /// Which bytes are signed in this format was never shown by a genuine record: neither outcome would mean anything.
    RecipeUnproven,
}
