//! From bytes to a key: SubjectPublicKeyInfo, certificate, point, or the bare bytes of a scheme.

use eichrecht_model::{Curve, KeyKind, KeyProblem};

use super::der::{self, BIT_STRING, CONTEXT_0, INTEGER, NULL, OBJECT_IDENTIFIER, SEQUENCE};
use super::{Material, PublicKey, oid, private};
use crate::ecdsa::{self, Y};
use crate::native;
use crate::seal::RsaKey;

/// What bytes turned out to be.
#[derive(Clone, Debug)]
pub(super) struct Shaped {
    pub(super) key: PublicKey,
    pub(super) shape: Shape,
}

/// How the key was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Spki,
    Certificate,
    Point,
    CompressedPoint,
    Bare,
}

/// Why there is no key, and whether it is one all the same: a private one, or one with a fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Failure {
    pub(super) problem: KeyProblem,
    pub(super) surely_a_key: bool,
    /// It is an RSA key: no use for signatures here, but seals are opened with such.
    pub(super) rsa: Option<RsaKey>,
}

impl Failure {
    /// Something that does not show itself to be a key.
    pub(super) fn no_key(problem: KeyProblem) -> Self {
        Self { problem, surely_a_key: false, rsa: None }
    }

    /// Something that plainly is a key, and cannot be used.
    pub(super) fn bad_key(problem: KeyProblem) -> Self {
        Self { problem, surely_a_key: true, rsa: None }
    }

    /// An RSA key; `None` when its numbers cannot be read.
    fn rsa(key: Option<RsaKey>) -> Self {
        Self { rsa: key, ..Self::bad_key(KeyProblem::UnsupportedAlgorithm(oid::RSA_TEXT.to_owned())) }
    }
}

/// Reads a key from bytes that stand for nothing else.
pub(super) fn read(bytes: &[u8], hint: Option<KeyKind>) -> Result<Shaped, Failure> {
    let Some(sequence) = der::whole(bytes, SEQUENCE) else {
        return point(bytes, hint);
    };
    structure(sequence).unwrap_or_else(|| {
        // Coordinates may look like DER by chance. If they are no point either, it was DER: a signature, mostly.
        point(bytes, hint).map_err(|failure| match failure.problem {
            KeyProblem::NotOnCurve => Failure::no_key(KeyProblem::NotAKey),
            _ => failure,
        })
    })
}

/// Key structures of DER; `None` when it is another structure, or none.
fn structure(sequence: &[u8]) -> Option<Result<Shaped, Failure>> {
    if private::is_private(sequence) {
        return Some(Err(Failure::bad_key(KeyProblem::PrivateKey)));
    }
    if is_rsa_public_key(sequence) {
        return Some(Err(Failure::rsa(rsa_numbers(sequence))));
    }
    if let Some(result) = spki(sequence) {
        return Some(result.map(|key| Shaped { key, shape: Shape::Spki }));
    }
    let result = spki(certificate(sequence)?)?;
    Some(result.map(|key| Shaped { key, shape: Shape::Certificate }))
}

/// The content of a SubjectPublicKeyInfo: algorithm and key bits. RFC 5280, section 4.1.
fn spki(sequence: &[u8]) -> Option<Result<PublicKey, Failure>> {
    let (algorithm, rest) = der::expect(sequence, SEQUENCE)?;
    let bits = der::bits(der::whole(rest, BIT_STRING)?)?;
    let (algorithm, parameters) = der::expect(algorithm, OBJECT_IDENTIFIER)?;
    let named = oid::text(algorithm)?;
    if algorithm == oid::EC_PUBLIC_KEY {
        return Some(ec_spki(parameters, bits));
    }
    if algorithm == oid::RSA {
        return Some(Err(Failure::rsa(der::whole(bits, SEQUENCE).and_then(rsa_numbers))));
    }
    let Some(kind) = oid::message_kind(algorithm) else {
        return Some(Err(Failure::bad_key(KeyProblem::UnsupportedAlgorithm(named))));
    };
    // RFC 8410, section 3, and RFC 9881: there are no parameters, not even NULL.
    if !parameters.is_empty() {
        return Some(Err(Failure::bad_key(KeyProblem::NotAKey)));
    }
    Some(message_key(kind, bits).ok_or(Failure::bad_key(KeyProblem::NotAKey)))
}

/// The parameters name a curve, RFC 5480 section 2.1.1; the bits are a point as in SEC 1, section 2.3.3.
fn ec_spki(parameters: &[u8], bits: &[u8]) -> Result<PublicKey, Failure> {
    let Some(curve_oid) = der::whole(parameters, OBJECT_IDENTIFIER) else {
        let explicit = der::whole(parameters, SEQUENCE).is_some();
        return Err(Failure::bad_key(if explicit { KeyProblem::ExplicitParameters } else { KeyProblem::NotAKey }));
    };
    let Some(curve) = oid::curve(curve_oid) else {
        let problem = oid::text(curve_oid).map_or(KeyProblem::NotAKey, KeyProblem::UnsupportedAlgorithm);
        return Err(Failure::bad_key(problem));
    };
    match (bits, tagged(bits)) {
        ([0], _) => Err(Failure::bad_key(KeyProblem::NotOnCurve)),
        (_, Some((x, y))) if x.len() == curve.field_bytes() => on_curve(curve, x, y).ok_or(Failure::bad_key(KeyProblem::NotOnCurve)),
        _ => Err(Failure::bad_key(KeyProblem::NotAKey)),
    }
}

/// The SubjectPublicKeyInfo inside a certificate. RFC 5280, section 4.1: it is the sixth element behind the
/// optional version. Nothing else of the certificate is looked at, and its signature proves nothing here.
fn certificate(sequence: &[u8]) -> Option<&[u8]> {
    let (signed, rest) = der::expect(sequence, SEQUENCE)?;
    let (_, rest) = der::expect(rest, SEQUENCE)?;
    der::whole(rest, BIT_STRING)?;
    let signed = der::expect(signed, CONTEXT_0).map_or(signed, |(_, rest)| rest);
    let (_serial, signed) = der::expect(signed, INTEGER)?;
    let (_algorithm, signed) = der::expect(signed, SEQUENCE)?;
    let (_issuer, signed) = der::expect(signed, SEQUENCE)?;
    let (_validity, signed) = der::expect(signed, SEQUENCE)?;
    let (_subject, signed) = der::expect(signed, SEQUENCE)?;
    der::expect(signed, SEQUENCE).map(|(key, _)| key)
}

/// RSAPublicKey, RFC 8017 A.1.1. Two INTEGERs are an ECDSA signature as well; the modulus is far longer.
fn is_rsa_public_key(sequence: &[u8]) -> bool {
    der::expect(sequence, INTEGER).is_some_and(|(modulus, rest)| modulus.len() >= 128 && der::whole(rest, INTEGER).is_some())
}

/// Modulus and exponent. Both are positive and written as short as can be.
fn rsa_numbers(sequence: &[u8]) -> Option<RsaKey> {
    let positive = |number: &'_ [u8]| match number {
        [] | [0x80..=0xff, ..] | [0] | [0, 0..=0x7f, ..] => None,
        [0, rest @ ..] => Some(rest.to_vec()),
        all => Some(all.to_vec()),
    };
    let (modulus, rest) = der::expect(sequence, INTEGER)?;
    let exponent = der::whole(rest, INTEGER)?;
    Some(RsaKey::new(positive(modulus)?, positive(exponent)?, rsa_spki(sequence)))
}

/// RFC 3279, section 2.3.1: the parameters are NULL.
fn rsa_spki(numbers: &[u8]) -> Vec<u8> {
    let algorithm = [der::write(OBJECT_IDENTIFIER, oid::RSA), der::write(NULL, &[])].concat();
    let bits = [&[0x00], der::write(SEQUENCE, numbers).as_slice()].concat();
    write_spki(&algorithm, &bits).to_vec()
}

/// A point without anything that names its curve, or the bare bytes of a scheme the hint names.
fn point(bytes: &[u8], hint: Option<KeyKind>) -> Result<Shaped, Failure> {
    let hinted_curve = match hint {
        Some(KeyKind::Ec(curve)) => Some(curve),
        Some(kind) => {
            if let Some(key) = message_key(kind, bytes) {
                return Ok(Shaped { key, shape: Shape::Bare });
            }
            None
        }
        None => None,
    };
    let readings: Vec<(Curve, &[u8], Y<'_>)> =
        Curve::ALL.into_iter().filter_map(|curve| coordinates(curve, bytes).map(|(x, y)| (curve, x, y))).collect();
    let shape = if readings.iter().any(|(.., y)| matches!(y, Y::Odd(_))) { Shape::CompressedPoint } else { Shape::Point };
    if let Some(curve) = hinted_curve
        && let Some((_, x, y)) = readings.iter().find(|(candidate, ..)| *candidate == curve)
    {
        match on_curve(curve, x, *y) {
            Some(key) => return Ok(Shaped { key, shape }),
            // Half of all x have a point on any curve, so that another curve has one means nothing. That both
            // coordinates fit another curve cannot be chance: it is a key of that curve.
            None if shape == Shape::CompressedPoint => return Err(Failure::no_key(KeyProblem::NotOnCurve)),
            None => {}
        }
    }
    let keys: Vec<(Curve, PublicKey)> =
        readings.iter().filter_map(|(curve, x, y)| on_curve(*curve, x, *y).map(|key| (*curve, key))).collect();
    match (readings.as_slice(), keys.as_slice()) {
        (_, [(_, key)]) => Ok(Shaped { key: key.clone(), shape }),
        ([], _) => Err(Failure::no_key(KeyProblem::NotAKey)),
        (_, []) => Err(Failure::no_key(KeyProblem::NotOnCurve)),
        (_, several) => Err(Failure::no_key(KeyProblem::AmbiguousCurve(several.iter().map(|(curve, _)| *curve).collect()))),
    }
}

/// Coordinates for a curve, if the length says so: bare ones, or those of a SEC 1 point.
fn coordinates(curve: Curve, bytes: &[u8]) -> Option<(&[u8], Y<'_>)> {
    let size = curve.field_bytes();
    if bytes.len() == 2 * size {
        let (x, y) = bytes.split_at_checked(size)?;
        return Some((x, Y::Full(y)));
    }
    tagged(bytes).filter(|(x, _)| x.len() == size)
}

/// A point with its leading byte: 04 X Y, or 02 X and 03 X.
fn tagged(bytes: &[u8]) -> Option<(&[u8], Y<'_>)> {
    match bytes {
        [0x04, both @ ..] if both.len() % 2 == 0 => {
            let (x, y) = both.split_at_checked(both.len() / 2)?;
            Some((x, Y::Full(y)))
        }
        [tag @ (0x02 | 0x03), x @ ..] => Some((x, Y::Odd(*tag == 0x03))),
        _ => None,
    }
}

fn on_curve(curve: Curve, x: &[u8], y: Y<'_>) -> Option<PublicKey> {
    let point = ecdsa::point(curve, x, y)?;
    let algorithm = [der::write(OBJECT_IDENTIFIER, oid::EC_PUBLIC_KEY), der::write(OBJECT_IDENTIFIER, oid::of_curve(curve)?)].concat();
    let bits = [&[0x00, 0x04], point.coordinates().as_slice()].concat();
    Some(PublicKey::new(KeyKind::Ec(curve), &write_spki(&algorithm, &bits), Material::Point(point)))
}

fn message_key(kind: KeyKind, bytes: &[u8]) -> Option<PublicKey> {
    let key = match kind {
        KeyKind::Ed25519 => native::ed25519(bytes)?,
        KeyKind::Ed448 => native::ed448(bytes)?,
        KeyKind::MlDsa(set) => native::ml_dsa(set, bytes)?,
        _ => return None,
    };
    let algorithm = der::write(OBJECT_IDENTIFIER, oid::of_message_kind(kind)?);
    let bits = [&[0x00], bytes].concat();
    Some(PublicKey::new(kind, &write_spki(&algorithm, &bits), Material::Message(key)))
}

fn write_spki(algorithm: &[u8], bits: &[u8]) -> std::sync::Arc<[u8]> {
    der::write(SEQUENCE, &[der::write(SEQUENCE, algorithm), der::write(BIT_STRING, bits)].concat()).into()
}
