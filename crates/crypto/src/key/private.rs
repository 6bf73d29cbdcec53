//! Recognising private keys, in order to refuse them.

use super::der::{self, INTEGER, OCTET_STRING, SEQUENCE};

/// Whether the content of a DER SEQUENCE is that of a private key: PKCS #8 (RFC 5958) plain or encrypted,
/// ECPrivateKey (RFC 5915), or RSAPrivateKey (RFC 8017).
pub(super) fn is_private(sequence: &[u8]) -> bool {
    pkcs8_or_ec(sequence).or_else(|| encrypted(sequence)).or_else(|| rsa(sequence)).is_some()
}

fn pkcs8_or_ec(sequence: &[u8]) -> Option<()> {
    let (version, rest) = der::expect(sequence, INTEGER)?;
    let (_, rest) = match version {
        [0 | 1] => der::expect(rest, SEQUENCE).and_then(|(_, rest)| der::expect(rest, OCTET_STRING)),
        _ => None,
    }
    .or_else(|| if version == [1] { der::expect(rest, OCTET_STRING) } else { None })?;
    // Attributes, parameters or the public key may follow, each an element of its own.
    if rest.is_empty() || der::element(rest).is_some() { Some(()) } else { None }
}

fn encrypted(sequence: &[u8]) -> Option<()> {
    let (_, rest) = der::expect(sequence, SEQUENCE)?;
    der::whole(rest, OCTET_STRING).map(|_| ())
}

fn rsa(sequence: &[u8]) -> Option<()> {
    let (version, mut rest) = der::expect(sequence, INTEGER)?;
    for _ in 0..8 {
        (_, rest) = der::expect(rest, INTEGER)?;
    }
    if matches!(version, [0 | 1]) { Some(()) } else { None }
}
