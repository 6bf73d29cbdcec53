//! Public keys: what they are once read, and the one way to read them.

mod der;
mod envelope;
mod oid;
mod private;
mod shape;
mod text;

use std::fmt;
use std::sync::Arc;

use eichrecht_model::{KeyKind, KeyProblem, Limits, Note, NoteKind};
use sha2::{Digest, Sha256};

use crate::ecdsa::Point;
use crate::native::MessageKey;
use crate::seal::RsaKey;
use text::Reader;

/// A validated public key.
///
/// There is one per key, however it was spelt: the same key in hex, Base64, compressed or in a certificate has
/// the same bytes and the same fingerprint. Two are equal when these bytes are.
#[derive(Clone)]
pub struct PublicKey {
    kind: KeyKind,
    spki: Arc<[u8]>,
    fingerprint: Arc<str>,
    material: Material,
}

/// What a key verifies with.
#[derive(Clone)]
pub(crate) enum Material {
    /// ECDSA: a point that checks digests.
    Point(Arc<dyn Point>),
    /// EdDSA and ML-DSA: a key that checks messages.
    Message(Arc<dyn MessageKey>),
}

impl PublicKey {
    fn new(kind: KeyKind, spki: &[u8], material: Material) -> Self {
        let fingerprint = data_encoding::HEXLOWER.encode(&Sha256::digest(spki));
        Self { kind, spki: spki.into(), fingerprint: fingerprint.into(), material }
    }

    /// Its curve or scheme.
    #[must_use]
    pub fn kind(&self) -> KeyKind {
        self.kind
    }

    /// Its SubjectPublicKeyInfo in DER, made anew: curve by name, point uncompressed. RFC 5280, RFC 5480.
    #[must_use]
    pub fn spki_der(&self) -> &[u8] {
        &self.spki
    }

    /// SHA-256 of [`Self::spki_der`], 64 hex digits in lower case.
    #[must_use]
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// Whether this build verifies by a library that is quicker than plain Rust for this kind of key.
    #[must_use]
    pub fn is_quick(&self) -> bool {
        match &self.material {
            Material::Point(point) => point.is_quick(),
            Material::Message(_) => false,
        }
    }

    pub(crate) fn material(&self) -> &Material {
        &self.material
    }
}

impl PartialEq for PublicKey {
    fn eq(&self, other: &Self) -> bool {
        self.spki == other.spki
    }
}

impl Eq for PublicKey {}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PublicKey").field("kind", &self.kind).field("fingerprint", &self.fingerprint()).finish()
    }
}

/// A key and what was odd about its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecodedKey {
    /// The key.
    pub key: PublicKey,
    /// [`NoteKind::KeyEncodingDiffers`] when it was encoded otherwise than declared, [`NoteKind::KeyWrapping`]
    /// when something unusual was around it; `found` of the latter names the layers from outside in.
    pub notes: Vec<Note>,
}

/// Reads a public key from the bytes as found: text in most cases, DER in a key file.
///
/// Texts may be PEM, hex, Base32, Base64 or Base64url, an `oca:` envelope, a JSON object with `UK`, or the key
/// JSON of Chargy; Base64 may hold each of these once more. The bytes behind them may be a
/// SubjectPublicKeyInfo, an X.509 certificate (its key is taken, the certificate is not judged), a point as
/// SEC 1 writes it, or bare coordinates.
///
/// That a text decodes says little: hex digits are valid Base64, too. So an encoding only counts when a
/// well-formed key comes out of it. The declared one is tried first; otherwise all are, and they must agree.
///
/// `hint` says what the algorithm of the signature asks for. It decides which curve a bare point is on, and it
/// alone allows bare bytes of EdDSA and ML-DSA keys. A key that names its own curve keeps it: whether it fits the
/// algorithm is for [`crate::verify`] to say.
///
/// # Errors
/// Any [`KeyProblem`]. Private keys are refused, as are curve parameters written out instead of named.
pub fn decode_key(bytes: &[u8], declared_encoding: Option<&str>, hint: Option<KeyKind>, limits: &Limits) -> Result<DecodedKey, KeyProblem> {
    if bytes.len() > limits.key_bytes {
        return Err(KeyProblem::TooLong);
    }
    let declared = declared_encoding.map(str::trim).filter(|declared| !declared.is_empty());
    let found = Reader { hint, wrappings: limits.wrappings }.read(bytes, declared).map_err(|failure| failure.problem)?;
    let mut notes = Vec::new();
    if let Some(declared) = declared
        && !found.encoding().is_called(declared)
    {
        notes.push(Note::new(NoteKind::KeyEncodingDiffers, "").found(found.encoding().as_str()).expected(declared));
    }
    if let Some(wrapping) = found.wrapping() {
        notes.push(Note::new(NoteKind::KeyWrapping, "").found(wrapping));
    }
    Ok(DecodedKey { key: found.key, notes })
}

/// Reads a public RSA key, which opens seals and verifies nothing. Texts as in [`decode_key`].
///
/// # Errors
/// Any [`KeyProblem`]; [`KeyProblem::NotAKey`] for a key that is not RSA.
pub fn decode_seal_key(bytes: &[u8], declared_encoding: Option<&str>, limits: &Limits) -> Result<RsaKey, KeyProblem> {
    if bytes.len() > limits.key_bytes {
        return Err(KeyProblem::TooLong);
    }
    let declared = declared_encoding.map(str::trim).filter(|declared| !declared.is_empty());
    match (Reader { hint: None, wrappings: limits.wrappings }).read(bytes, declared) {
        Ok(_) => Err(KeyProblem::NotAKey),
        Err(failure) => failure.rsa.ok_or(failure.problem),
    }
}

/// Bytes of the longest content that is taken for a key by [`looks_like_key`].
const LONGEST_KEY_FILE: usize = 64 << 10;

/// Whether the whole content, apart from white space around it, is a key: one that [`decode_key`] reads, or one
/// it refuses although it plainly is one, like a private key, a key of an unsupported kind, or several keys as
/// PEM. Content of more than 64 KiB is not.
///
/// Tells key files from data. Half of all strings of the right length and first byte are a compressed point of
/// some curve, so a point in Base32 or Base64 with white space inside, which may well be a sentence, is not
/// taken for a key here.
#[must_use]
pub fn looks_like_key(bytes: &[u8]) -> bool {
    if bytes.len() > LONGEST_KEY_FILE {
        return false;
    }
    let limits = Limits::default();
    match (Reader { hint: None, wrappings: limits.wrappings }).read(bytes, None) {
        Ok(found) => !text::may_be_a_sentence(bytes, &found),
        Err(failure) => failure.surely_a_key || matches!(failure.problem, KeyProblem::AmbiguousCurve(_)) && !text::has_inner_blanks(bytes),
    }
}
