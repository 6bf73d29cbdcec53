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

/// An Ed25519 key, RFC 8032. `None` for bytes that are no point and for points of small order, under which
/// a signature would prove nothing.
pub(crate) fn ed25519(bytes: &[u8]) -> Option<Arc<dyn MessageKey>> {
    let key = ed25519_dalek::VerifyingKey::from_bytes(bytes.try_into().ok()?).ok()?;
    if key.is_weak() { None } else { Some(Arc::new(Ed25519(key))) }
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
    let key = ed448_goldilocks::VerifyingKey::from_bytes(&bytes).ok()?;
    // Four times a point of small order is the neutral one.
    let twice = key.to_edwards() + key.to_edwards();
    if twice + twice == ed448_goldilocks::EdwardsPoint::IDENTITY { None } else { Some(Arc::new(Ed448(key))) }
}

struct Ed448(ed448_goldilocks::VerifyingKey);

impl MessageKey for Ed448 {
    fn check(&self, message: &[u8], signature: &[u8]) -> Result<(), InvalidReason> {
        let signature = ed448_goldilocks::Signature::try_from(signature).map_err(|_| InvalidReason::Malformed)?;
        self.0.verify_raw(&signature, message).map_err(|_| InvalidReason::Mismatch)
    }
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
