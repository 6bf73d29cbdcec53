//! The outer structure: which key, which version, which bytes.

use std::ops::Range;

use eichrecht_model::{SealProblem, SealScheme, SealTask};

use crate::der::Parts;

/// 1.3.6.1.4.1.60279.1.1: sealed data.
pub(crate) const FORMAT_ID: &[u8] = &[0x2b, 6, 1, 4, 1, 0x83, 0xd6, 0x77, 1, 1];
/// What the identifiers of the format's owner have in common: 1.3.6.1.4.1.60279.
pub(crate) const OWNER: &[u8] = &[0x2b, 6, 1, 4, 1, 0x83, 0xd6, 0x77];
/// 1.3.6.1.4.1.21876.4.3, followed by the number of the procedure, which is that of the version.
const PROCEDURE: &[u8] = &[0x2b, 6, 1, 4, 1, 0x81, 0xaa, 0x74, 4, 3];
/// 1.3.6.1.4.1.21876.1.1.1.1, followed by the number of the compression.
const COMPRESSION: &[u8] = &[0x2b, 6, 1, 4, 1, 0x81, 0xaa, 0x74, 1, 1, 1, 1];
/// rsaEncryption, 1.2.840.113549.1.1.1.
const RSA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1];
/// Bits of the nonce of version 1.
const NONCE_BITS: u64 = 32;

const OCTETS: u8 = 0x04;
const IDENTIFIER: u8 = 0x06;
const SEQUENCE: u8 = 0x30;
/// Tags of the class APPLICATION, explicit: encryption, key agreement, authentication.
const LAYERS: [u8; 3] = [0x60, 0x61, 0x62];

/// What the structure says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Envelope {
    pub(crate) version: Version,
    pub(crate) deflated: bool,
    key_bits: Option<u64>,
    sealed: Range<usize>,
}

/// How the content is laid out in blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Version {
    /// Interleaved integrity padding.
    One,
    /// The same in another layout, with three keys for AES-128.
    Two([[u8; 16]; 3]),
}

impl Envelope {
    /// Reads the structure.
    pub(crate) fn read(record: &[u8]) -> Result<Self, SealProblem> {
        let mut outer = Parts::new(record);
        let mut whole = outer.open(SEQUENCE).ok_or(SealProblem::Structure("whole"))?;
        if !outer.is_done() {
            return Err(SealProblem::Structure("whole"));
        }
        if whole.bytes(IDENTIFIER) != Some(FORMAT_ID) {
            return Err(SealProblem::FormatId);
        }
        let number = whole.integer().ok_or(SealProblem::Structure("version"))?;
        let [encryption, agreement, authentication] = LAYERS.map(|tag| layer(&mut whole, tag));
        let encryption = encryption.ok_or(SealProblem::Structure("encryption"))?;
        let agreement = agreement.ok_or(SealProblem::Structure("key agreement"))?;
        let authentication = authentication.ok_or(SealProblem::Structure("authentication"))?;
        let sealed = whole.take(OCTETS).filter(|_| whole.is_done()).ok_or(SealProblem::Structure("sealed bytes"))?;
        // Told first, as it explains everything else that is different then.
        if !agreement.is_done() {
            return Err(SealProblem::KeyAgreement);
        }
        if !authentication.is_done() {
            return Err(SealProblem::AuthenticationLayer);
        }
        let Encryption { version, deflated, key_bits } = encryption_layer(encryption, number)?;
        Ok(Self { version, deflated, key_bits, sealed })
    }

    /// What a key has to do.
    pub(crate) fn task(&self) -> SealTask {
        let scheme = match self.version {
            Version::One => SealScheme::EveryBlock,
            Version::Two(keys) => SealScheme::FirstBlock(keys),
        };
        SealTask { sealed: self.sealed.clone(), scheme, key_bits: self.key_bits }
    }

    /// Length of the sealed bytes.
    pub(crate) fn sealed_length(&self) -> usize {
        self.sealed.len()
    }
}

/// A layer: an explicit tag around one SEQUENCE and nothing else.
fn layer<'a>(parts: &mut Parts<'a>, tag: u8) -> Option<Parts<'a>> {
    let mut explicit = parts.open(tag)?;
    let content = explicit.open(SEQUENCE)?;
    explicit.is_done().then_some(content)
}

struct Encryption {
    version: Version,
    deflated: bool,
    key_bits: Option<u64>,
}

fn encryption_layer(mut layer: Parts<'_>, number: u64) -> Result<Encryption, SealProblem> {
    const LAYER: SealProblem = SealProblem::Structure("encryption");
    let procedure = layer.bytes(IDENTIFIER).ok_or(LAYER)?;
    let procedure = procedure.strip_prefix(PROCEDURE).ok_or(SealProblem::Version)?;
    if !(1..=2).contains(&number) || procedure.iter().map(|last| u64::from(*last)).ne([number]) {
        return Err(SealProblem::Version);
    }
    if one(&mut layer, 0xa0, IDENTIFIER).ok_or(LAYER)? != RSA {
        return Err(SealProblem::Cipher);
    }
    let deflated = match optional(&mut layer, 0xa1, IDENTIFIER)? {
        None => false,
        Some(id) => match id.strip_prefix(COMPRESSION) {
            Some([0]) => false,
            // Named gzip, and in truth a bare deflate stream.
            Some([2]) => true,
            _ => return Err(SealProblem::Compression),
        },
    };
    let key_bits = number_in(&mut layer, 0xa2)?;
    if number_in(&mut layer, 0xa3)?.is_some_and(|bits| number != 1 || bits != NONCE_BITS) {
        return Err(SealProblem::Nonce);
    }
    let keys = aes_keys(&mut layer)?;
    // An initialisation vector may be given and is not used.
    if layer.next_is(OCTETS) {
        layer.take(OCTETS).ok_or(LAYER)?;
    }
    if !layer.is_done() {
        return Err(LAYER);
    }
    let version = match (number, keys) {
        (1, None) => Version::One,
        (2, Some(keys)) => Version::Two(keys),
        _ => return Err(SealProblem::AesKeys),
    };
    Ok(Encryption { version, deflated, key_bits })
}

/// The one element in an explicit tag.
fn one<'a>(parts: &mut Parts<'a>, tag: u8, inner: u8) -> Option<&'a [u8]> {
    let mut explicit = parts.open(tag)?;
    let content = explicit.bytes(inner)?;
    explicit.is_done().then_some(content)
}

fn optional<'a>(layer: &mut Parts<'a>, tag: u8, inner: u8) -> Result<Option<&'a [u8]>, SealProblem> {
    if !layer.next_is(tag) {
        return Ok(None);
    }
    one(layer, tag, inner).map(Some).ok_or(SealProblem::Structure("encryption"))
}

fn number_in(layer: &mut Parts<'_>, tag: u8) -> Result<Option<u64>, SealProblem> {
    if !layer.next_is(tag) {
        return Ok(None);
    }
    let mut read = || {
        let mut explicit = layer.open(tag)?;
        let number = explicit.integer()?;
        explicit.is_done().then_some(number)
    };
    read().map(Some).ok_or(SealProblem::Structure("encryption"))
}

fn aes_keys(layer: &mut Parts<'_>) -> Result<Option<[[u8; 16]; 3]>, SealProblem> {
    if !layer.next_is(0xa4) {
        return Ok(None);
    }
    let mut read = || {
        let mut explicit = layer.open(0xa4)?;
        let mut list = explicit.open(SEQUENCE)?;
        let mut key = || <[u8; 16]>::try_from(list.bytes(OCTETS)?).ok();
        let keys = [key()?, key()?, key()?];
        (list.is_done() && explicit.is_done()).then_some(keys)
    };
    read().map(Some).ok_or(SealProblem::AesKeys)
}
