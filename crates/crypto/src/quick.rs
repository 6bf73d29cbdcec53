//! The same equation by aws-lc, for the curves on which that is several times as quick.
//!
//! Only the last step is done here. Keys are read and put on their curve, and the numbers of a signature are
//! found and held against the order by the code that all builds share, so that what is accepted cannot depend
//! on the library. The tests hold both against each other.

use std::fmt;

use aws_lc_rs::digest::{self, Digest};
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED, ECDSA_P384_SHA384_FIXED, ECDSA_P521_SHA512_FIXED, EcdsaVerificationAlgorithm, ParsedPublicKey,
};
use eichrecht_model::Curve;

/// A key as the library holds it.
pub(crate) struct QuickKey {
    key: ParsedPublicKey,
    digest: &'static digest::Algorithm,
    order_bytes: usize,
}

impl fmt::Debug for QuickKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("QuickKey").field("order_bytes", &self.order_bytes).finish_non_exhaustive()
    }
}

impl QuickKey {
    /// The key of a point that is known to be on its curve, each coordinate as long as a field element. `None` for
    /// curves the library does not have, or is no quicker on.
    pub(crate) fn new(curve: Curve, x: &[u8], y: &[u8]) -> Option<Self> {
        // A number below 2^256 is the same digest whatever hash it came of. So one hash serves each curve: that whose
        // digest is as long as the order, or for secp521r1 the longest there is.
        let (algorithm, digest): (&'static EcdsaVerificationAlgorithm, _) = match curve {
            Curve::Secp256r1 => (&ECDSA_P256_SHA256_FIXED, &digest::SHA256),
            Curve::Secp384r1 => (&ECDSA_P384_SHA384_FIXED, &digest::SHA384),
            Curve::Secp521r1 => (&ECDSA_P521_SHA512_FIXED, &digest::SHA512),
            _ => return None,
        };
        let point = [&[4], x, y].concat();
        let key = ParsedPublicKey::new(algorithm, point).ok()?;
        Some(Self { key, digest, order_bytes: curve.order_bytes() })
    }

    /// Whether `r` and `s`, both in range and without leading zeros, hold for a digest. `None` when the library
    /// cannot be asked.
    pub(crate) fn holds(&self, digest: &[u8], r: &[u8], s: &[u8]) -> Option<bool> {
        let mut number = [0; digest::MAX_OUTPUT_LEN];
        let number = number.get_mut(..self.digest.output_len())?;
        // The leftmost bits count, as many as the order has; a shorter digest is a small number.
        right_aligned(digest.get(..number.len()).unwrap_or(digest), number)?;
        let digest = Digest::import_less_safe(number, self.digest).ok()?;
        let mut both = [0; 2 * 66];
        let both = both.get_mut(..2 * self.order_bytes)?;
        let (first, second) = both.split_at_mut_checked(self.order_bytes)?;
        right_aligned(r, first)?;
        right_aligned(s, second)?;
        Some(self.key.verify_digest_sig(&digest, both).is_ok())
    }
}

/// Copies bytes to the end of a field of zeros. `None` when they are too long.
fn right_aligned(bytes: &[u8], field: &mut [u8]) -> Option<()> {
    let start = field.len().checked_sub(bytes.len())?;
    field.get_mut(start..)?.copy_from_slice(bytes);
    Some(())
}
