//! What must hold for any input: nothing altered verifies, nothing makes us panic.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "code of tests may fail loudly"
)]

mod common;

use common::{KnownAnswer, check, decode, key, known_answers, raw};
use eichrecht_crypto::{Job, decode_key, looks_like_key, verify};
use eichrecht_model::{Algorithm, Curve, Hash, KeyKind, Limits, MlDsaSet, SignatureEncoding};
use proptest::prelude::*;

fn flip(bytes: &mut [u8], bit: usize) {
    let bit = bit % (bytes.len() * 8);
    bytes[bit / 8] ^= 1 << (bit % 8);
}

fn answer(index: usize) -> KnownAnswer {
    let mut answers = known_answers();
    answers.swap_remove(index % answers.len())
}

fn kinds() -> impl Strategy<Value = Option<KeyKind>> {
    let curves = Curve::ALL.map(KeyKind::Ec);
    let others = [KeyKind::Ed25519, KeyKind::Ed448, KeyKind::MlDsa(MlDsaSet::MlDsa44), KeyKind::MlDsa(MlDsaSet::MlDsa87)];
    prop::option::of(prop::sample::select([&curves[..], &others].concat()))
}

/// Bytes that get further than random ones: texts of the alphabets in question, beginnings of envelopes, cut and
/// altered keys.
fn key_like() -> impl Strategy<Value = Vec<u8>> {
    let envelope =
        prop::sample::select(vec!["", "oca:", "oca:base16:asn1:", "-----BEGIN PUBLIC KEY-----", "{\"UK\":\"", "0x", "0", "0:X", "30"]);
    let text = prop_oneof!["[0-9a-fA-F :x]{0,200}", "[A-Z2-7=]{0,120}", "[A-Za-z0-9+/_=-]{0,200}", "\\PC{0,60}"];
    prop_oneof![
        prop::collection::vec(any::<u8>(), 0..200),
        (envelope, text).prop_map(|(envelope, text)| format!("{envelope}{text}").into_bytes()),
        (any::<usize>(), any::<usize>(), any::<usize>()).prop_map(|(index, bit, length)| {
            let mut spki = answer(index).spki;
            flip(&mut spki, bit);
            spki.truncate(1 + length % (2 * spki.len()));
            spki
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_flipped_bit_in_the_message_is_never_valid(index: usize, bit: usize) {
        let answer = answer(index);
        let mut message = answer.message.as_bytes().to_vec();
        flip(&mut message, bit);
        let algorithm = Algorithm::Ecdsa(answer.curve, answer.hash);
        let found = check(&key(&answer.spki), algorithm, SignatureEncoding::DerOrRaw, &message, &answer.signature);
        prop_assert!(found.verdict.is_err());
    }

    #[test]
    fn a_flipped_bit_in_the_signature_is_never_valid(index: usize, bit: usize, as_raw: bool) {
        let answer = answer(index);
        let mut signature = if as_raw { raw(answer.curve, &answer.signature) } else { answer.signature };
        flip(&mut signature, bit);
        let algorithm = Algorithm::Ecdsa(answer.curve, answer.hash);
        let found = check(&key(&answer.spki), algorithm, SignatureEncoding::DerOrRaw, answer.message.as_bytes(), &signature);
        prop_assert!(found.verdict.is_err(), "{:?}", found);
    }

    #[test]
    fn a_flipped_bit_in_the_key_is_never_valid(index: usize, bit: usize) {
        let answer = answer(index);
        let mut spki = answer.spki.clone();
        flip(&mut spki, bit);
        if let Ok(decoded) = decode(&spki, None, Some(KeyKind::Ec(answer.curve))) {
            prop_assert_ne!(decoded.key.spki_der(), answer.spki.as_slice());
            let algorithm = Algorithm::Ecdsa(answer.curve, answer.hash);
            let found = check(&decoded.key, algorithm, SignatureEncoding::DerOrRaw, answer.message.as_bytes(), &answer.signature);
            prop_assert!(found.verdict.is_err());
        }
    }

    #[test]
    fn no_bytes_make_key_reading_panic(bytes in key_like(), declared in prop::option::of("hex|base64|base32|plain|\\PC{0,8}"), hint in kinds()) {
        let found = decode_key(&bytes, declared.as_deref(), hint, &Limits::default());
        let _ = looks_like_key(&bytes);
        if let Ok(found) = found {
            // What we write is read again as the same key, without a hint and without remarks.
            let again = decode_key(found.key.spki_der(), None, None, &Limits::default()).unwrap();
            prop_assert_eq!(again.key, found.key);
            prop_assert!(again.notes.is_empty());
        }
    }

    #[test]
    fn no_bytes_make_verification_panic(
        index: usize,
        message in prop::collection::vec(any::<u8>(), 0..50),
        signature in prop_oneof![
            prop::collection::vec(any::<u8>(), 0..150),
            prop::collection::vec(any::<u8>(), 0..90).prop_map(|rest| [vec![0x30], rest].concat()),
            (prop::collection::vec(any::<u8>(), 0..40), prop::collection::vec(any::<u8>(), 0..40)).prop_map(|(r, s)| {
                let length = |bytes: &[u8]| u8::try_from(bytes.len()).unwrap();
                [&[0x30, length(&r) + length(&s) + 4, 2, length(&r)], r.as_slice(), &[2, length(&s)], &s].concat()
            }),
        ],
    ) {
        let answer = answer(index);
        let key = key(&answer.spki);
        let ed25519 = key_of("ed25519");
        for encoding in [SignatureEncoding::DerOrRaw, SignatureEncoding::Raw, SignatureEncoding::Native] {
            let jobs = [
                Job { message: &message, algorithm: Algorithm::Ecdsa(answer.curve, Hash::Sha384), signature: &signature, encoding, key: &key },
                Job { message: &message, algorithm: Algorithm::Ed25519, signature: &signature, encoding, key: &ed25519 },
            ];
            prop_assert!(verify(&jobs).iter().all(|check| check.verdict.is_err()));
        }
    }
}

fn key_of(name: &str) -> eichrecht_crypto::PublicKey {
    let pem = match name {
        "ed25519" => include_str!("data/keys/ed25519.pem"),
        _ => include_str!("data/keys/ed448.pem"),
    };
    decode(pem, None, None).unwrap().key
}
