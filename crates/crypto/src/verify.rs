//! Jobs in, checks out.

use std::collections::HashMap;

use eichrecht_model::{Algorithm, Curve, Hash, InvalidReason, Note, SignatureEncoding};
use sha2::{Digest, Sha256, Sha384, Sha512};

use crate::ecdsa::{Arithmetic, Point};
use crate::key::{Material, PublicKey};
use crate::signature::{from_der, from_raw, raw_note};

/// One signature to check.
#[derive(Clone, Copy, Debug)]
pub struct Job<'a> {
    /// The signed bytes, exactly as they were signed.
    pub message: &'a [u8],
    /// The algorithm the signature was made with.
    pub algorithm: Algorithm,
    /// The signature bytes.
    pub signature: &'a [u8],
    /// How `r` and `s` are packed in them. Only ECDSA asks for it: EdDSA and ML-DSA define their own bytes.
    pub encoding: SignatureEncoding,
    /// The key to check with.
    pub key: &'a PublicKey,
}

/// What came of one [`Job`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Whether the signature holds, and if not, why not.
    pub verdict: Result<(), InvalidReason>,
    /// Deviations in the packing of the signature: [`eichrecht_model::NoteKind::LaxDer`] and
    /// [`eichrecht_model::NoteKind::RawSignature`]. They do not weaken a signature.
    pub notes: Vec<Note>,
}

/// Checks signatures: one [`Check`] for each [`Job`], in the same order.
///
/// A job whose key is of another kind or curve than its algorithm yields
/// [`InvalidReason::KeyDoesNotFitAlgorithm`]; nothing is computed for it.
#[must_use]
pub fn verify(jobs: &[Job<'_>]) -> Vec<Check> {
    verify_by(Arithmetic::Quickest, jobs)
}

/// As [`verify`], by the arithmetic asked for: for tests and measurements, as the answers are the same.
#[must_use]
pub fn verify_by(arithmetic: Arithmetic, jobs: &[Job<'_>]) -> Vec<Check> {
    if let [job] = jobs {
        return vec![check(job, arithmetic)];
    }
    // A key read anew for each record is the same key: what is worked out once for its point serves all its jobs.
    let mut keys: HashMap<&[u8], &PublicKey> = HashMap::new();
    let shared = |job: &Job<'_>, key| check(&Job { key, ..*job }, arithmetic);
    jobs.iter().map(|job| shared(job, keys.entry(job.key.spki_der()).or_insert(job.key))).collect()
}

fn check(job: &Job<'_>, arithmetic: Arithmetic) -> Check {
    if job.algorithm.key_kind() != job.key.kind() {
        return Check { verdict: Err(InvalidReason::KeyDoesNotFitAlgorithm), notes: Vec::new() };
    }
    match (job.algorithm, job.key.material()) {
        (Algorithm::Ecdsa(curve, hash), Material::Point(point)) => ecdsa(job, (curve, hash), point.as_ref(), arithmetic),
        (Algorithm::Ed25519 | Algorithm::Ed448 | Algorithm::MlDsa(_), Material::Message(key)) => {
            Check { verdict: key.check(job.message, job.signature), notes: Vec::new() }
        }
        _ => Check { verdict: Err(InvalidReason::KeyDoesNotFitAlgorithm), notes: Vec::new() },
    }
}

fn ecdsa(job: &Job<'_>, (curve, hash): (Curve, Hash), point: &dyn Point, arithmetic: Arithmetic) -> Check {
    let digest = digest(hash, job.message);
    let raw = || match from_raw(job.signature, curve.order_bytes()) {
        Some(numbers) => point.check(&digest, numbers, arithmetic),
        None => Err(InvalidReason::Malformed),
    };
    if job.encoding == SignatureEncoding::Raw {
        return Check { verdict: raw(), notes: Vec::new() };
    }
    let by_der = from_der(job.signature).map(|(numbers, notes)| Check { verdict: point.check(&digest, numbers, arithmetic), notes });
    // Bare bytes may look like DER by chance, so a DER reading that does not verify is not the last word.
    match by_der {
        Some(check) if check.verdict.is_ok() => check,
        not_valid => match (raw(), not_valid) {
            (Ok(()), _) => Check { verdict: Ok(()), notes: vec![raw_note()] },
            (Err(_), Some(check)) => check,
            (Err(InvalidReason::Malformed), None) => Check { verdict: Err(InvalidReason::Malformed), notes: Vec::new() },
            (Err(reason), None) => Check { verdict: Err(reason), notes: vec![raw_note()] },
        },
    }
}

fn digest(hash: Hash, message: &[u8]) -> Vec<u8> {
    match hash {
        Hash::Sha256 => Sha256::digest(message).to_vec(),
        Hash::Sha384 => Sha384::digest(message).to_vec(),
        Hash::Sha512 => Sha512::digest(message).to_vec(),
    }
}
