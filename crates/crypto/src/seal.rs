//! Opening seals: RSA's public operation, and AES with keys that lie open.
//!
//! This verifies nothing. What comes out is whatever the sealed bytes become under the key; whether it is built as the
//! content of a seal must be is for the format to say, and no answer makes it a signature.

use std::fmt;
use std::sync::Arc;

use aes::Aes128;
use aes::cipher::{BlockCipherDecrypt, KeyInit};
use crypto_bigint::modular::{BoxedMontyForm, BoxedMontyParams};
use crypto_bigint::{BoxedUint, Odd};
use eichrecht_model::{SealProblem, SealScheme, SealTask};
use sha2::{Digest, Sha256};

/// Bits of a modulus that are accepted: shorter ones are within reach of factoring, longer ones only cost time.
const BITS: std::ops::RangeInclusive<usize> = 1024..=4096;
/// Bits of the modulus where only the first block is sealed.
const FIRST_BLOCK_BITS: usize = 2048;
/// The least exponent: with a small one anybody makes blocks that open to what he likes.
const LEAST_EXPONENT: u32 = 65537;
/// Bytes of a block of AES.
const AES_BLOCK: usize = 16;
/// Bytes in front of the body where only the first block is sealed.
const PREFIX: usize = 2;

/// A public RSA key. It opens seals and is of no use for signatures here.
#[derive(Clone, PartialEq, Eq)]
pub struct RsaKey(Arc<Numbers>);

#[derive(PartialEq, Eq)]
struct Numbers {
    /// Without leading zeros.
    modulus: Vec<u8>,
    /// Without leading zeros.
    exponent: Vec<u8>,
    spki: Vec<u8>,
}

impl RsaKey {
    /// From its numbers, high byte first and without leading zeros, and its SubjectPublicKeyInfo. Whether they are fit
    /// for use is asked when it is used.
    pub(crate) fn new(modulus: Vec<u8>, exponent: Vec<u8>, spki: Vec<u8>) -> Self {
        Self(Arc::new(Numbers { modulus, exponent, spki }))
    }

    /// Bits of the modulus.
    #[must_use]
    pub fn bits(&self) -> usize {
        let top = self.0.modulus.first().map_or(0, |top| usize::try_from(top.leading_zeros()).unwrap_or_default());
        (self.0.modulus.len() * 8).saturating_sub(top)
    }

    /// SHA-256 of its SubjectPublicKeyInfo in DER, 64 hex digits in lower case.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        data_encoding::HEXLOWER.encode(&Sha256::digest(&self.0.spki))
    }

    /// The key ready for use.
    fn prepared(&self) -> Result<Prepared, SealProblem> {
        let exponent = self.0.exponent.as_slice();
        if exponent.len() > size_of::<u32>() {
            return Err(SealProblem::KeyWeak);
        }
        let exponent = exponent.iter().fold(0_u32, |number, byte| number << 8 | u32::from(*byte));
        let modulus = BoxedUint::from_be_slice_vartime(&self.0.modulus);
        let odd: Option<Odd<BoxedUint>> = Odd::new(modulus).into();
        match odd {
            Some(modulus) if BITS.contains(&self.bits()) && exponent >= LEAST_EXPONENT && exponent % 2 == 1 => Ok(Prepared {
                size: self.0.modulus.len(),
                exponent: BoxedUint::from(exponent),
                params: BoxedMontyParams::new_vartime(modulus),
            }),
            _ => Err(SealProblem::KeyWeak),
        }
    }
}

impl fmt::Debug for RsaKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RsaKey").field("bits", &self.bits()).field("fingerprint", &self.fingerprint()).finish()
    }
}

struct Prepared {
    /// Bytes of the modulus.
    size: usize,
    exponent: BoxedUint,
    params: BoxedMontyParams,
}

impl Prepared {
    /// A block of the modulus' size, raised to the exponent.
    fn raise(&self, block: &[u8]) -> Result<Vec<u8>, SealProblem> {
        let modulus = self.params.modulus();
        let number = BoxedUint::from_be_slice(block, modulus.bits_precision()).map_err(|_| SealProblem::OutOfRange)?;
        if number >= **modulus {
            return Err(SealProblem::OutOfRange);
        }
        let raised = BoxedMontyForm::new(number, &self.params).pow(&self.exponent).retrieve().to_be_bytes();
        // The limbs may be longer than the modulus by some zero bytes.
        let surplus = raised.len().checked_sub(self.size).ok_or(SealProblem::OutOfRange)?;
        raised.get(surplus..).map(<[u8]>::to_vec).ok_or(SealProblem::OutOfRange)
    }
}

/// What the sealed bytes of a record become under a key.
///
/// # Errors
/// When the key is not fit for use or not the one stated, or the bytes cannot have been sealed with it. A wrong key
/// mostly shows at the first block, so trying it costs little.
pub fn open_seal(task: &SealTask, record: &[u8], key: &RsaKey) -> Result<Vec<u8>, SealProblem> {
    let sealed = record.get(task.sealed.clone()).ok_or(SealProblem::Length)?;
    let bits = key.bits();
    if task.key_bits.is_some_and(|stated| usize::try_from(stated) != Ok(bits)) {
        return Err(SealProblem::KeySize);
    }
    match &task.scheme {
        SealScheme::EveryBlock => every_block(sealed, &key.prepared()?),
        SealScheme::FirstBlock(_) if bits != FIRST_BLOCK_BITS => Err(SealProblem::KeySize),
        SealScheme::FirstBlock(keys) => first_block(sealed, &key.prepared()?, keys),
    }
}

fn every_block(sealed: &[u8], key: &Prepared) -> Result<Vec<u8>, SealProblem> {
    if sealed.is_empty() || !sealed.len().is_multiple_of(key.size) {
        return Err(SealProblem::Length);
    }
    let mut opened = Vec::with_capacity(sealed.len());
    for block in sealed.chunks_exact(key.size) {
        match key.raise(block)?.split_first() {
            Some((0, content)) => opened.extend_from_slice(content),
            _ => return Err(SealProblem::OutOfRange),
        }
    }
    Ok(opened)
}

fn first_block(sealed: &[u8], key: &Prepared, [one, two, three]: &[[u8; AES_BLOCK]; 3]) -> Result<Vec<u8>, SealProblem> {
    if sealed.len() <= PREFIX || !(sealed.len() - PREFIX).is_multiple_of(key.size) {
        return Err(SealProblem::Length);
    }
    let (first, rest) = sealed.split_at_checked(key.size).ok_or(SealProblem::Length)?;
    let mut opened = key.raise(first)?;
    opened.extend_from_slice(rest);
    let body = opened.get_mut(PREFIX..).ok_or(SealProblem::Length)?;
    decrypt(body, three, 0x80);
    let blocks: Vec<u8> = body.rchunks_exact(AES_BLOCK).flatten().copied().collect();
    body.copy_from_slice(&blocks);
    decrypt(body, two, 0x40);
    decrypt(body, one, 0x00);
    Ok(opened)
}

/// AES-128-CBC without padding. Of the initialisation vector only the first byte is not zero.
fn decrypt(body: &mut [u8], key: &[u8; AES_BLOCK], first_of_vector: u8) {
    let cipher = Aes128::new(&(*key).into());
    let mut before = [0; AES_BLOCK];
    before[0] = first_of_vector;
    let (blocks, _) = body.as_chunks_mut::<AES_BLOCK>();
    for block in blocks {
        let sealed = *block;
        let mut open = sealed.into();
        cipher.decrypt_block(&mut open);
        for ((target, plain), chained) in block.iter_mut().zip(open).zip(before) {
            *target = plain ^ chained;
        }
        before = sealed;
    }
}
