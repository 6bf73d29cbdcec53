//! Object identifiers of keys. Contents of the DER element, without tag and length.
//!
//! SEC 2 version 2.0, appendix A; RFC 5480; RFC 5639; RFC 8410; NIST's CSOR for ML-DSA.

use eichrecht_model::{Curve, KeyKind, MlDsaSet};

/// id-ecPublicKey, 1.2.840.10045.2.1.
pub(super) const EC_PUBLIC_KEY: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01];

/// rsaEncryption, 1.2.840.113549.1.1.1.
pub(super) const RSA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01];
/// The same with dots, for naming what is refused.
pub(super) const RSA_TEXT: &str = "1.2.840.113549.1.1.1";

/// The identifier of a curve.
pub(super) fn of_curve(curve: Curve) -> Option<&'static [u8]> {
    Some(match curve {
        Curve::Secp192k1 => &[0x2b, 0x81, 0x04, 0x00, 0x1f],
        Curve::Secp192r1 => &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x01],
        Curve::Secp224k1 => &[0x2b, 0x81, 0x04, 0x00, 0x20],
        Curve::Secp224r1 => &[0x2b, 0x81, 0x04, 0x00, 0x21],
        Curve::Secp256k1 => &[0x2b, 0x81, 0x04, 0x00, 0x0a],
        Curve::Secp256r1 => &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07],
        Curve::Secp384r1 => &[0x2b, 0x81, 0x04, 0x00, 0x22],
        Curve::Secp521r1 => &[0x2b, 0x81, 0x04, 0x00, 0x23],
        Curve::BrainpoolP256r1 => &[0x2b, 0x24, 0x03, 0x03, 0x02, 0x08, 0x01, 0x01, 0x07],
        Curve::BrainpoolP384r1 => &[0x2b, 0x24, 0x03, 0x03, 0x02, 0x08, 0x01, 0x01, 0x0b],
        Curve::BrainpoolP512r1 => &[0x2b, 0x24, 0x03, 0x03, 0x02, 0x08, 0x01, 0x01, 0x0d],
        _ => return None,
    })
}

/// The curve of an identifier.
pub(super) fn curve(oid: &[u8]) -> Option<Curve> {
    Curve::ALL.into_iter().find(|curve| of_curve(*curve) == Some(oid))
}

/// A curve by its name or by its identifier with dots.
pub(super) fn curve_by_name(name: &str) -> Option<Curve> {
    let matches = |curve: &Curve| name.eq_ignore_ascii_case(curve.as_str()) || of_curve(*curve).and_then(text).as_deref() == Some(name);
    Curve::ALL.into_iter().find(matches)
}

/// The identifier of a scheme that signs messages itself. In those the algorithm says all, there is no curve.
pub(super) fn of_message_kind(kind: KeyKind) -> Option<&'static [u8]> {
    Some(match kind {
        KeyKind::Ed25519 => &[0x2b, 0x65, 0x70],
        KeyKind::Ed448 => &[0x2b, 0x65, 0x71],
        KeyKind::MlDsa(MlDsaSet::MlDsa44) => &[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x03, 0x11],
        KeyKind::MlDsa(MlDsaSet::MlDsa65) => &[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x03, 0x12],
        KeyKind::MlDsa(MlDsaSet::MlDsa87) => &[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x03, 0x13],
        _ => return None,
    })
}

/// The scheme of an identifier.
pub(super) fn message_kind(oid: &[u8]) -> Option<KeyKind> {
    let kinds = [
        KeyKind::Ed25519,
        KeyKind::Ed448,
        KeyKind::MlDsa(MlDsaSet::MlDsa44),
        KeyKind::MlDsa(MlDsaSet::MlDsa65),
        KeyKind::MlDsa(MlDsaSet::MlDsa87),
    ];
    kinds.into_iter().find(|kind| of_message_kind(*kind) == Some(oid))
}

/// The identifier with dots. `None` when it is not well-formed or a part exceeds 64 bits.
pub(super) fn text(oid: &[u8]) -> Option<String> {
    if oid.last()? & 0x80 != 0 {
        return None;
    }
    let mut arcs = Vec::new();
    let mut arc: u64 = 0;
    for byte in oid {
        arc = arc.checked_mul(128)? | u64::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            arcs.push(arc);
            arc = 0;
        }
    }
    let first = *arcs.first()?;
    let top = (first / 40).min(2);
    let head = [top, first - top * 40];
    let all: Vec<String> = head.iter().chain(arcs.iter().skip(1)).map(u64::to_string).collect();
    Some(all.join("."))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As written in the documents named at the top.
    #[test]
    fn identifiers_are_those_of_the_standards() {
        let expected = [
            (Curve::Secp192k1, "1.3.132.0.31"),
            (Curve::Secp192r1, "1.2.840.10045.3.1.1"),
            (Curve::Secp224k1, "1.3.132.0.32"),
            (Curve::Secp224r1, "1.3.132.0.33"),
            (Curve::Secp256k1, "1.3.132.0.10"),
            (Curve::Secp256r1, "1.2.840.10045.3.1.7"),
            (Curve::Secp384r1, "1.3.132.0.34"),
            (Curve::Secp521r1, "1.3.132.0.35"),
            (Curve::BrainpoolP256r1, "1.3.36.3.3.2.8.1.1.7"),
            (Curve::BrainpoolP384r1, "1.3.36.3.3.2.8.1.1.11"),
            (Curve::BrainpoolP512r1, "1.3.36.3.3.2.8.1.1.13"),
        ];
        assert_eq!(expected.len(), Curve::ALL.len());
        for (curve, dotted) in expected {
            assert_eq!(of_curve(curve).and_then(text).as_deref(), Some(dotted));
            assert_eq!(curve_by_name(dotted), Some(curve));
        }
        let expected = [
            (KeyKind::Ed25519, "1.3.101.112"),
            (KeyKind::Ed448, "1.3.101.113"),
            (KeyKind::MlDsa(MlDsaSet::MlDsa44), "2.16.840.1.101.3.4.3.17"),
            (KeyKind::MlDsa(MlDsaSet::MlDsa65), "2.16.840.1.101.3.4.3.18"),
            (KeyKind::MlDsa(MlDsaSet::MlDsa87), "2.16.840.1.101.3.4.3.19"),
        ];
        for (kind, dotted) in expected {
            assert_eq!(of_message_kind(kind).and_then(text).as_deref(), Some(dotted));
        }
        assert_eq!(text(EC_PUBLIC_KEY).as_deref(), Some("1.2.840.10045.2.1"));
        assert_eq!(text(RSA).as_deref(), Some(RSA_TEXT));
        assert_eq!(text(&[0x2a, 0x86]), None);
        assert_eq!(text(&[0xff; 40]), None);
    }
}
