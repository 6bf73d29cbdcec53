//! The same equation by aws-lc, for the curves on which that is several times as quick.
//!
//! Only the last step is done here. Keys are read and put on their curve, and the numbers of a signature are
//! found and held against the order by the code that all builds share, so that what is accepted cannot depend
//! on the library. The tests hold both against each other.

use std::fmt;

use aws_lc_rs::digest::{self, Digest};
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_ASN1, ECDSA_P384_SHA384_ASN1, ECDSA_P521_SHA512_ASN1, EcdsaVerificationAlgorithm, ParsedPublicKey,
};
use eichrecht_model::Curve;

/// A key as the library holds it.
pub(crate) struct QuickKey {
    key: ParsedPublicKey,
    digest: &'static digest::Algorithm,
}

impl fmt::Debug for QuickKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("QuickKey").field("digest", self.digest).finish_non_exhaustive()
    }
}

impl QuickKey {
    /// The key of a point that is known to be on its curve, each coordinate as long as a field element. `None` for
    /// curves the library does not have, or is no quicker on.
    pub(crate) fn new(curve: Curve, x: &[u8], y: &[u8]) -> Option<Self> {
        // A number below 2^256 is the same digest whatever hash it came of. So one hash serves each curve: that whose
        // digest is as long as the order, or for secp521r1 the longest there is.
        let (algorithm, digest): (&'static EcdsaVerificationAlgorithm, _) = match curve {
            Curve::Secp256r1 => (&ECDSA_P256_SHA256_ASN1, &digest::SHA256),
            Curve::Secp384r1 => (&ECDSA_P384_SHA384_ASN1, &digest::SHA384),
            Curve::Secp521r1 => (&ECDSA_P521_SHA512_ASN1, &digest::SHA512),
            _ => return None,
        };
        let point = [&[4], x, y].concat();
        let key = ParsedPublicKey::new(algorithm, point).ok()?;
        Some(Self { key, digest })
    }

    /// Whether `r` and `s`, both in range and without leading zeros, hold for a digest. `None` when the library
    /// cannot be asked.
    pub(crate) fn holds(&self, digest: &[u8], r: &[u8], s: &[u8]) -> Option<bool> {
        let mut number = [0; digest::MAX_OUTPUT_LEN];
        let number = number.get_mut(..self.digest.output_len())?;
        // The leftmost bits count, as many as the order has; a shorter digest is a small number.
        right_aligned(digest.get(..number.len()).unwrap_or(digest), number)?;
        let digest = Digest::import_less_safe(number, self.digest).ok()?;
        let mut signature = Der::default();
        signature.sequence_of_two(r, s)?;
        Some(self.key.verify_digest_sig(&digest, signature.written()).is_ok())
    }
}

/// A signature as the library takes it: `SEQUENCE { r INTEGER, s INTEGER }` in DER, RFC 3279 section 2.2.3.
struct Der {
    bytes: [u8; 3 + 2 * (3 + 66)],
    length: usize,
}

impl Default for Der {
    fn default() -> Self {
        Self { bytes: [0; 3 + 2 * (3 + 66)], length: 0 }
    }
}

impl Der {
    /// Writes two positive numbers without leading zeros. `None` when they are longer than those of any curve here.
    fn sequence_of_two(&mut self, r: &[u8], s: &[u8]) -> Option<()> {
        let size = |number: &[u8]| 2 + usize::from(needs_zero(number)) + number.len();
        let content = u8::try_from(size(r) + size(s)).ok()?;
        self.append(&[0x30])?;
        if content >= 0x80 {
            self.append(&[0x81])?;
        }
        self.append(&[content])?;
        for number in [r, s] {
            let zero: &[u8] = if needs_zero(number) { &[0] } else { &[] };
            self.append(&[0x02, u8::try_from(zero.len() + number.len()).ok().filter(|length| *length < 0x80)?])?;
            self.append(zero)?;
            self.append(number)?;
        }
        Some(())
    }

    fn append(&mut self, more: &[u8]) -> Option<()> {
        let end = self.length.checked_add(more.len())?;
        self.bytes.get_mut(self.length..end)?.copy_from_slice(more);
        self.length = end;
        Some(())
    }

    fn written(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }
}

/// Whether the first bit of a number would be taken for a sign.
fn needs_zero(number: &[u8]) -> bool {
    number.first().is_none_or(|first| first & 0x80 != 0)
}

/// Copies bytes to the end of a field of zeros. `None` when they are too long.
fn right_aligned(bytes: &[u8], field: &mut [u8]) -> Option<()> {
    let start = field.len().checked_sub(bytes.len())?;
    field.get_mut(start..)?.copy_from_slice(bytes);
    Some(())
}
