//! Keys: as claimed, as used, and how they came.

use crate::{Curve, Location, MlDsaSet, Note, RegisterFacts, RegisteredUse};

/// How a key reached us, least trustworthy first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum KeyOrigin {
    /// Inside the very record it is to verify.
    Record,
    /// Beside the record: same file, same archive, same set of files.
    Container,
    /// Given by the user apart from the data.
    User,
    /// From an official register or a store the user trusts, and what led to it there is signed in the record.
    /// A key that an unsigned statement led to counts as [`Self::Container`].
    Register,
}

impl KeyOrigin {
    /// The word of reports and options.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Record => "record",
            Self::Container => "container",
            Self::User => "user",
            Self::Register => "register",
        }
    }
}

/// A key text as found, before anything is read from it. Unsigned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyText {
    /// The bytes as found: text in most cases, DER in a key file.
    pub bytes: Vec<u8>,
    /// What the sender calls the encoding.
    pub declared_encoding: Option<String>,
    /// Where it stood.
    pub location: Location,
}

/// Kind of a public key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum KeyKind {
    /// Point of an elliptic curve.
    Ec(Curve),
    /// Ed25519.
    Ed25519,
    /// Ed448.
    Ed448,
    /// ML-DSA.
    MlDsa(MlDsaSet),
}

impl KeyKind {
    /// The name of the curve or parameter set.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ec(curve) => curve.as_str(),
            Self::Ed25519 => "Ed25519",
            Self::Ed448 => "Ed448",
            Self::MlDsa(set) => set.as_str(),
        }
    }
}

/// The key a signature was checked with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsedKey {
    /// How it came.
    pub origin: KeyOrigin,
    /// How it was chosen.
    pub choice: KeyChoice,
    /// Its kind.
    pub kind: KeyKind,
    /// SHA-256 of its SubjectPublicKeyInfo in DER, 64 hex digits in lower case.
    pub fingerprint: String,
    /// The SubjectPublicKeyInfo in DER, made anew from the point, uncompressed.
    pub spki: Vec<u8>,
    /// Where it stood.
    pub location: Location,
    /// The entry of a register that has it, if one was consulted and the record does not contradict the entry.
    pub registered: Option<Box<RegisteredUse>>,
}

/// Why this key was taken for the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum KeyChoice {
    /// It stood in the record or in the element of the record.
    Carried,
    /// The names of its file and the record's file belong together.
    PairedByName,
    /// It was the only key there was.
    OnlyKey,
    /// Of several keys it was the one that fits.
    Trial,
    /// A register has it for an identification of the record.
    Registered,
}

/// Everything noted about the keys of a record: used, refused, contradicting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyFacts {
    /// The key the signature was checked with, if it was.
    pub used: Option<UsedKey>,
    /// A key came with the data that is another one than the key used.
    pub carried_differs: Option<CarriedKey>,
    /// The user gave keys, none of them fits, and the carried key was used instead.
    pub given_keys_do_not_fit: bool,
    /// Key texts from which no key could be read, with the reason.
    pub unreadable: Vec<(Location, KeyProblem)>,
    /// Oddities of the key text that was used.
    pub notes: Vec<Note>,
    /// What registers say, if one was consulted.
    pub register: Option<RegisterFacts>,
}

/// A key that came with the data but was not used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarriedKey {
    /// In the record or beside it.
    pub origin: KeyOrigin,
    /// SHA-256 of its SubjectPublicKeyInfo in DER, hex.
    pub fingerprint: String,
    /// Its kind.
    pub kind: KeyKind,
}

/// Why no key can be read from a key text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeyProblem {
    /// Nothing there.
    Empty,
    /// Longer than [`crate::Limits::key_bytes`].
    TooLong,
    /// No known encoding fits.
    NotDecodable,
    /// It decodes, but to nothing that is a key.
    NotAKey,
    /// A point that is not on its curve, or the point at infinity.
    NotOnCurve,
    /// The bytes fit several curves: the candidates.
    AmbiguousCurve(Vec<Curve>),
    /// Several decodings give different keys.
    AmbiguousEncoding,
    /// A curve or kind that is not supported; its object identifier.
    UnsupportedAlgorithm(String),
    /// Curve parameters written out instead of a name: refused.
    ExplicitParameters,
    /// A private key: refused. It must never be sent around.
    PrivateKey,
}
