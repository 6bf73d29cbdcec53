//! From the text of a cell to what is stored of it.

use eichrecht_crypto::{PublicKey, decode_key};
use eichrecht_model::{Curve, KeyKind, KeyProblem, Limits, RegisteredKey};

/// Reads a key to pin: text in any encoding, or a key file in DER.
#[must_use]
pub fn read_key(bytes: &[u8], limits: &Limits) -> RegisteredKey {
    match (std::str::from_utf8(bytes), decode_key(bytes, None, None, limits)) {
        (_, Ok(decoded)) => key(&decoded.key),
        (Ok(text), Err(_)) => read(text, limits),
        (Err(_), Err(problem)) => RegisteredKey::Unreadable { text: String::new(), problem },
    }
}

/// Reads the text of an entry. Nothing is guessed: a point of several curves stays all of them, and a text that is
/// no key stays a text.
pub(crate) fn read(text: &str, limits: &Limits) -> RegisteredKey {
    let text = text.trim();
    match decode_key(text.as_bytes(), None, None, limits) {
        Ok(decoded) => key(&decoded.key),
        Err(KeyProblem::AmbiguousCurve(curves)) => ambiguous(text, &curves, limits),
        Err(problem) => RegisteredKey::Unreadable { text: text.to_owned(), problem },
    }
}

pub(crate) fn key(key: &PublicKey) -> RegisteredKey {
    RegisteredKey::Key { kind: key.kind(), fingerprint: key.fingerprint().to_owned(), spki: key.spki_der().to_vec() }
}

fn ambiguous(text: &str, curves: &[Curve], limits: &Limits) -> RegisteredKey {
    let on = |curve: &Curve| decode_key(text.as_bytes(), None, Some(KeyKind::Ec(*curve)), limits).ok();
    let (curves, fingerprints) = curves.iter().filter_map(|curve| Some((*curve, on(curve)?.key.fingerprint().to_owned()))).unzip();
    RegisteredKey::Ambiguous { text: text.to_owned(), curves, fingerprints }
}
