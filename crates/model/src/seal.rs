//! Seals: data "encrypted" with a private RSA key, so that everybody who holds the public key can open it.
//!
//! A seal is no signature, whatever opens. Layout and arithmetic are kept apart as everywhere: the format says what
//! has to be done to which bytes ([`Seal::task`]), the crypto crate does it, and the format takes the content from what
//! comes out ([`Seal::content`]). The core ties the two together in one place and hands on what was inside.

use std::ops::Range;

use crate::{LimitName, Limits};

/// What a format adds to [`crate::Format`] when its records are sealed.
pub trait Seal: Sync {
    /// What a key has to do to open the bytes.
    ///
    /// # Errors
    /// When the bytes are not built as the format requires, or can be opened by no public key.
    fn task(&self, record: &[u8]) -> Result<SealTask, SealProblem>;

    /// The content, taken from what the key made of the sealed bytes.
    ///
    /// # Errors
    /// When it is not built as a seal must be inside: altered, cut, of another key, or too large.
    fn content(&self, record: &[u8], opened: &[u8], limits: &Limits) -> Result<Vec<u8>, SealProblem>;
}

/// What has to be done to open a seal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealTask {
    /// The sealed bytes, as a range of the record.
    pub sealed: Range<usize>,
    /// How they were sealed.
    pub scheme: SealScheme,
    /// Bits of the key as stated; `None` when nothing is stated.
    pub key_bits: Option<u64>,
}

/// How bytes are sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SealScheme {
    /// Every block of the key's length is raised to the public exponent; each gives one byte less.
    EveryBlock,
    /// The first block of the key's length is raised to the public exponent. Then all but the first two bytes are
    /// decrypted three times with AES-128-CBC: with the third key, in reversed order of the AES blocks with the second,
    /// and with the first. The keys stand in the clear beside the sealed bytes: they hide nothing.
    FirstBlock([[u8; 16]; 3]),
}

/// Why a seal was not opened.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SealProblem {
    /// The text is not hex.
    NotHex,
    /// The bytes are no sealed structure: not strict DER, a part missing, unknown or twice; which part.
    Structure(&'static str),
    /// The structure names another format.
    FormatId,
    /// The version is none of the known ones, or does not fit the procedure.
    Version,
    /// The cipher is not RSA.
    Cipher,
    /// Sealed for one receiver by key agreement (ECDHE): only its private key opens it, so no third party can look.
    KeyAgreement,
    /// The compression is not known.
    Compression,
    /// There is no RSA key.
    KeyMissing,
    /// The key that came with the data is no RSA key, or cannot be read.
    KeyUnusable,
    /// The key is too weak or too large: modulus even, below 1024 or above 4096 bits, exponent even or below 65537.
    KeyWeak,
    /// The key has another length than stated, or than the version requires.
    KeySize,
    /// The keys for the inner layers are not those of the version.
    AesKeys,
    /// The layer that is reserved for authentication is not empty.
    AuthenticationLayer,
    /// The sealed bytes have a length that no seal of this key has.
    Length,
    /// A sealed block is not below the modulus, or does not open to a block.
    OutOfRange,
    /// The bytes in front of the blocks are not the known ones.
    Prefix,
    /// A block does not begin with the known bytes.
    Magic,
    /// The blocks do not belong together.
    Nonce,
    /// The blocks are not in their order.
    Sequence,
    /// The blocks do not agree on the length of the content.
    ContentLength,
    /// There are more or fewer blocks than the length of the content asks for.
    BlockCount,
    /// What fills the last block is not what it must be.
    Filler,
    /// The content cannot be unpacked.
    Inflate,
    /// The content is not one record of the format stated: control characters, other text around it.
    Content,
    /// A limit was reached.
    Limit(LimitName),
}

impl SealProblem {
    /// The stable name of reports.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::NotHex => "not-hex",
            Self::Structure(_) => "structure",
            Self::FormatId => "format-id",
            Self::Version => "version",
            Self::Cipher => "cipher",
            Self::KeyAgreement => "key-agreement",
            Self::Compression => "compression",
            Self::KeyMissing => "key-missing",
            Self::KeyUnusable => "key-unusable",
            Self::KeyWeak => "key-weak",
            Self::KeySize => "key-size",
            Self::AesKeys => "aes-keys",
            Self::AuthenticationLayer => "authentication-layer",
            Self::Length => "length",
            Self::OutOfRange => "out-of-range",
            Self::Prefix => "prefix",
            Self::Magic => "magic",
            Self::Nonce => "nonce",
            Self::Sequence => "sequence",
            Self::ContentLength => "content-length",
            Self::BlockCount => "block-count",
            Self::Filler => "filler",
            Self::Inflate => "inflate",
            Self::Content => "content",
            Self::Limit(_) => "limit",
        }
    }
}
