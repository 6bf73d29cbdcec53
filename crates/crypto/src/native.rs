//! EdDSA and ML-DSA: schemes that sign the message itself and define their own signature bytes.

use eichrecht_model::{InvalidReason, MlDsaSet};
use ml_dsa::signature::Verifier;
use ml_dsa::{EncodedVerifyingKey, MlDsaParams};
use std::sync::Arc;

/// A validated key that verifies messages by itself.
pub(crate) trait MessageKey: Send + Sync {
    /// Checks a signature over a whole message.
    fn check(&self, message: &[u8], signature: &[u8]) -> Result<(), InvalidReason>;
}

/// An Ed25519 key, RFC 8032. `None` for bytes that are no point or not written in the one allowed way, and for
/// points of small order, under which a signature would prove nothing.
pub(crate) fn ed25519(bytes: &[u8]) -> Option<Arc<dyn MessageKey>> {
    let bytes: &[u8; 32] = bytes.try_into().ok()?;
    let key = ed25519_dalek::VerifyingKey::from_bytes(bytes).ok()?;
    let canonical = key.to_edwards().compress().to_bytes() == *bytes;
    if canonical && !key.is_weak() { Some(Arc::new(Ed25519(key))) } else { None }
}

struct Ed25519(ed25519_dalek::VerifyingKey);

impl MessageKey for Ed25519 {
    fn check(&self, message: &[u8], signature: &[u8]) -> Result<(), InvalidReason> {
        let bytes: &[u8; 64] = signature.try_into().map_err(|_| InvalidReason::Malformed)?;
        self.0.verify_strict(message, &ed25519_dalek::Signature::from_bytes(bytes)).map_err(|_| InvalidReason::Mismatch)
    }
}

/// An Ed448 key, RFC 8032. `None` as with [`ed25519`].
pub(crate) fn ed448(bytes: &[u8]) -> Option<Arc<dyn MessageKey>> {
    let bytes: [u8; 57] = bytes.try_into().ok()?;
    if !is_canonical_on_448(&bytes) {
        return None;
    }
    let key = ed448_goldilocks::VerifyingKey::from_bytes(&bytes).ok()?;
    // Four times a point of small order is the neutral one.
    let twice = key.to_edwards() + key.to_edwards();
    if twice + twice == ed448_goldilocks::EdwardsPoint::IDENTITY { None } else { Some(Arc::new(Ed448(key))) }
}

struct Ed448(ed448_goldilocks::VerifyingKey);

impl MessageKey for Ed448 {
    fn check(&self, message: &[u8], signature: &[u8]) -> Result<(), InvalidReason> {
        let signature = ed448_goldilocks::Signature::try_from(signature).map_err(|_| InvalidReason::Malformed)?;
        // The library overlooks the unused bits of R.
        if !is_canonical_on_448(signature.r_bytes()) {
            return Err(InvalidReason::Mismatch);
        }
        self.0.verify_raw(&signature, message).map_err(|_| InvalidReason::Mismatch)
    }
}

/// Whether a point of edwards448 is written in the one allowed way, RFC 8032 section 5.2.3: its y, little end
/// first, is below p = 2^448 − 2^224 − 1, and of the last byte only the top bit is used.
fn is_canonical_on_448(bytes: &[u8; 57]) -> bool {
    let [low @ .., last] = bytes;
    let mut p = [0xff; 56];
    if let Some(byte) = p.get_mut(28) {
        *byte = 0xfe;
    }
    last & 0x7f == 0 && low.iter().rev().lt(p.iter().rev())
}

/// An ML-DSA key, FIPS 204. `None` when the length is not that of the parameter set.
pub(crate) fn ml_dsa(set: MlDsaSet, bytes: &[u8]) -> Option<Arc<dyn MessageKey>> {
    match set {
        MlDsaSet::MlDsa44 => ml_dsa_key::<ml_dsa::MlDsa44>(bytes),
        MlDsaSet::MlDsa65 => ml_dsa_key::<ml_dsa::MlDsa65>(bytes),
        MlDsaSet::MlDsa87 => ml_dsa_key::<ml_dsa::MlDsa87>(bytes),
    }
}

fn ml_dsa_key<P: MlDsaParams + 'static>(bytes: &[u8]) -> Option<Arc<dyn MessageKey>> {
    let encoded = EncodedVerifyingKey::<P>::try_from(bytes).ok()?;
    Some(Arc::new(MlDsa(ml_dsa::VerifyingKey::<P>::decode(&encoded))))
}

struct MlDsa<P: MlDsaParams>(ml_dsa::VerifyingKey<P>);

impl<P: MlDsaParams> MessageKey for MlDsa<P> {
    fn check(&self, message: &[u8], signature: &[u8]) -> Result<(), InvalidReason> {
        let signature = ml_dsa::Signature::<P>::try_from(signature).map_err(|_| InvalidReason::Malformed)?;
        self.0.verify(message, &signature).map_err(|_| InvalidReason::Mismatch)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_of_448_are_read_in_one_spelling_only() {
        let mut p_minus_1 = [0xff; 57];
        (p_minus_1[0], p_minus_1[28], p_minus_1[56]) = (0xfe, 0xfe, 0x80);
        assert!(is_canonical_on_448(&p_minus_1));
        let mut p = p_minus_1;
        p[0] = 0xff;
        assert!(!is_canonical_on_448(&p));
        let mut unused_bit = [0; 57];
        assert!(is_canonical_on_448(&unused_bit));
        unused_bit[56] = 1;
        assert!(!is_canonical_on_448(&unused_bit));
    }

    /// The neutral point and the others whose multiple by the cofactor it is: anyone can sign for them.
    #[test]
    fn points_of_small_order_are_no_keys() {
        let mut one = [0; 57];
        one[0] = 1;
        let mut minus_one = [0xff; 57];
        (minus_one[0], minus_one[28], minus_one[56]) = (0xfe, 0xfe, 0x00);
        for y in [[0; 57], one, minus_one] {
            assert!(ed448(&y).is_none());
        }
        let mut one = [0; 32];
        one[0] = 1;
        for y in [[0; 32], one] {
            assert!(ed25519(&y).is_none());
        }
    }
}
