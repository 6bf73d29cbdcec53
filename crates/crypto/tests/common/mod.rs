//! What several test files need: the known answers and short ways to call.
#![allow(dead_code, reason = "each test file uses a part of it")]

use eichrecht_crypto::{Check, DecodedKey, Job, PublicKey, decode_key, verify};
use eichrecht_model::{Algorithm, Curve, Hash, KeyKind, KeyProblem, Limits, NoteKind, SignatureEncoding};

/// A row of `data/known-answers.tsv`.
#[derive(Clone, Debug)]
pub(crate) struct KnownAnswer {
    pub(crate) curve: Curve,
    pub(crate) hash: Hash,
    pub(crate) message: &'static str,
    pub(crate) spki: Vec<u8>,
    pub(crate) signature: Vec<u8>,
}

pub(crate) fn known_answers() -> Vec<KnownAnswer> {
    let rows = include_str!("../data/known-answers.tsv").lines().filter(|line| !line.starts_with('#'));
    rows.map(|row| {
        let [curve, hash, message, spki, signature] = row.split('\t').collect::<Vec<_>>().try_into().unwrap();
        KnownAnswer {
            curve: Curve::ALL.into_iter().find(|known| known.as_str() == curve).unwrap(),
            hash: [Hash::Sha256, Hash::Sha384, Hash::Sha512].into_iter().find(|known| known.to_string() == hash).unwrap(),
            message,
            spki: hex(spki),
            signature: hex(signature),
        }
    })
    .collect()
}

pub(crate) fn hex(text: &str) -> Vec<u8> {
    data_encoding::HEXLOWER_PERMISSIVE.decode(text.as_bytes()).unwrap()
}

pub(crate) fn to_hex(bytes: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(bytes)
}

pub(crate) fn decode(bytes: impl AsRef<[u8]>, declared: Option<&str>, hint: Option<KeyKind>) -> Result<DecodedKey, KeyProblem> {
    decode_key(bytes.as_ref(), declared, hint, &Limits::default())
}

pub(crate) fn key(spki: &[u8]) -> PublicKey {
    decode(spki, None, None).unwrap().key
}

pub(crate) fn check(key: &PublicKey, algorithm: Algorithm, encoding: SignatureEncoding, message: &[u8], signature: &[u8]) -> Check {
    let checks = verify(&[Job { message, algorithm, signature, encoding, key }]);
    assert_eq!(checks.len(), 1);
    checks.into_iter().next().unwrap()
}

/// Kind and finding of each note.
pub(crate) fn notes(check: &Check) -> Vec<(NoteKind, &str, &str)> {
    check.notes.iter().map(|note| (note.kind, note.field.as_str(), note.found.as_str())).collect()
}

/// `r` and `s` of a strict DER signature with lengths below 256.
pub(crate) fn numbers(der: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let content = if der[1] < 0x80 { &der[2..] } else { &der[3..] };
    let (r, rest) = content[2..].split_at(content[1].into());
    let strip = |number: &[u8]| number.iter().copied().skip_while(|byte| *byte == 0).collect();
    (strip(r), strip(&rest[2..]))
}

/// `r` and `s` as bare bytes.
pub(crate) fn raw(curve: Curve, der: &[u8]) -> Vec<u8> {
    let (r, s) = numbers(der);
    let pad = |number: Vec<u8>| [vec![0; curve.order_bytes() - number.len()], number].concat();
    [pad(r), pad(s)].concat()
}
