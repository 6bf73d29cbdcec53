//! Signatures made by another implementation, for every curve with every hash, and what must break them.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "code of tests may fail loudly"
)]

mod common;

use std::collections::BTreeSet;

use common::{check, hex, key, known_answers, notes, numbers, raw, to_hex};
use eichrecht_crypto::{Job, verify};
use eichrecht_model::{Algorithm, Curve, Hash, InvalidReason, NoteKind, SignatureEncoding};

const DER: SignatureEncoding = SignatureEncoding::DerOrRaw;

#[test]
fn there_is_an_answer_for_every_curve_and_hash() {
    let pairs: BTreeSet<_> = known_answers().iter().map(|answer| (answer.curve, answer.hash.to_string())).collect();
    assert_eq!(pairs.len(), Curve::ALL.len() * 3);
}

#[test]
fn each_verifies_as_der_and_as_bare_bytes() {
    for answer in known_answers() {
        let (key, algorithm) = (key(&answer.spki), Algorithm::Ecdsa(answer.curve, answer.hash));
        let as_der = check(&key, algorithm, DER, answer.message.as_bytes(), &answer.signature);
        assert_eq!((as_der.verdict, as_der.notes.len()), (Ok(()), 0), "{}", answer.message);
        let bare = raw(answer.curve, &answer.signature);
        let as_raw = check(&key, algorithm, SignatureEncoding::Raw, answer.message.as_bytes(), &bare);
        assert_eq!((as_raw.verdict, as_raw.notes.len()), (Ok(()), 0), "{}", answer.message);
        let guessed = check(&key, algorithm, DER, answer.message.as_bytes(), &bare);
        assert_eq!(guessed.verdict, Ok(()), "{}", answer.message);
        assert_eq!(notes(&guessed), [(NoteKind::RawSignature, "", "raw")]);
    }
}

/// Altered message, altered number, numbers exchanged, another hash: no signature survives any of these.
#[test]
fn none_survives_an_alteration() {
    for answer in known_answers() {
        let (key, algorithm) = (key(&answer.spki), Algorithm::Ecdsa(answer.curve, answer.hash));
        let verdict = |message: &str, bare: &[u8]| check(&key, algorithm, SignatureEncoding::Raw, message.as_bytes(), bare).verdict;
        let bare = raw(answer.curve, &answer.signature);
        assert_eq!(verdict(answer.message, &bare), Ok(()));
        assert_eq!(verdict(&format!("{} ", answer.message), &bare), Err(InvalidReason::Mismatch));
        assert_eq!(verdict("", &bare), Err(InvalidReason::Mismatch));
        for position in [bare.len() / 2 - 1, bare.len() - 1] {
            let mut altered = bare.clone();
            altered[position] ^= 1;
            // One more than n - 1 is out of range.
            let expected = if answer.message.ends_with("n - 1") && position == bare.len() - 1 {
                InvalidReason::OutOfRange
            } else {
                InvalidReason::Mismatch
            };
            assert_eq!(verdict(answer.message, &altered), Err(expected), "{}", answer.message);
        }
        let (r, s) = bare.split_at(bare.len() / 2);
        assert!(verdict(answer.message, &[s, r].concat()).is_err());
        for hash in [Hash::Sha256, Hash::Sha384, Hash::Sha512] {
            let other = check(&key, Algorithm::Ecdsa(answer.curve, hash), DER, answer.message.as_bytes(), &answer.signature);
            assert_eq!(other.verdict.is_ok(), hash == answer.hash, "{} read as {hash}", answer.message);
        }
    }
}

/// FIPS 186-5, section 6.4.2: r and s lie in the range from 1 to n - 1.
#[test]
fn numbers_outside_the_range_are_named_as_such() {
    for answer in known_answers() {
        let (key, algorithm) = (key(&answer.spki), Algorithm::Ecdsa(answer.curve, answer.hash));
        let size = answer.curve.order_bytes();
        let bare = raw(answer.curve, &answer.signature);
        let (r, s) = bare.split_at(size);
        let (zero, above) = (vec![0; size], vec![0xff; size]);
        for (r, s) in [(&zero[..], s), (r, &zero), (&above, s), (r, &above), (&zero, &zero)] {
            let found = check(&key, algorithm, SignatureEncoding::Raw, answer.message.as_bytes(), &[r, s].concat());
            assert_eq!(found.verdict, Err(InvalidReason::OutOfRange), "{}", answer.message);
        }
        // An INTEGER longer than the order.
        let long = [&[0x30, 0x84, 0, 0, 1, 7, 0x02, 0x82, 1, 0][..], &[0x55; 256], &[0x02, 1, 1]].concat();
        let found = check(&key, algorithm, DER, answer.message.as_bytes(), &long);
        assert_eq!(found.verdict, Err(InvalidReason::OutOfRange), "{}", answer.message);
    }
}

/// The order of secp224k1 has 225 bits: a number of its signatures may need 29 bytes.
#[test]
fn numbers_of_225_bits_are_read_on_secp224k1() {
    let lengths: Vec<usize> =
        known_answers().iter().filter(|answer| answer.curve == Curve::Secp224k1).map(|answer| numbers(&answer.signature).1.len()).collect();
    assert_eq!(lengths.iter().filter(|length| **length == 29).count(), 2, "{lengths:?}");
}

/// If (r, s) is valid, (r, n - s) is, too: about half of all meters' signatures have the larger of the two.
#[test]
fn both_halves_of_s_are_accepted() {
    for order in [
        "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551",
        "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141",
    ] {
        let curve = if order.ends_with("2551") { Curve::Secp256r1 } else { Curve::Secp256k1 };
        let answer = known_answers().into_iter().find(|answer| answer.curve == curve).unwrap();
        let bare = raw(curve, &answer.signature);
        let (r, s) = bare.split_at(32);
        let mut borrow = 0;
        let mut other: Vec<u8> = Vec::new();
        for (n, s) in hex(order).iter().rev().zip(s.iter().rev()) {
            let difference = i16::from(*n) - i16::from(*s) - borrow;
            borrow = i16::from(difference < 0);
            other.push(u8::try_from(difference.rem_euclid(256)).unwrap());
        }
        other.reverse();
        assert_ne!(other, s);
        let algorithm = Algorithm::Ecdsa(curve, answer.hash);
        let found = check(&key(&answer.spki), algorithm, SignatureEncoding::Raw, answer.message.as_bytes(), &[r, &other].concat());
        assert_eq!(found.verdict, Ok(()), "{curve}: s = {}", to_hex(&other));
    }
}

/// One batch with every known answer, right and wrong ones in turn: each verdict belongs to its own job.
#[test]
fn checks_come_in_the_order_of_the_jobs() {
    let answers = known_answers();
    let keys: Vec<_> = answers.iter().map(|answer| key(&answer.spki)).collect();
    let wrong = b"something else".as_slice();
    let jobs: Vec<Job<'_>> = answers
        .iter()
        .zip(&keys)
        .enumerate()
        .map(|(index, (answer, key))| Job {
            message: if index % 3 == 0 { wrong } else { answer.message.as_bytes() },
            algorithm: Algorithm::Ecdsa(answer.curve, answer.hash),
            signature: &answer.signature,
            encoding: DER,
            key,
        })
        .collect();
    let verdicts: Vec<bool> = verify(&jobs).iter().map(|check| check.verdict.is_ok()).collect();
    assert_eq!(verdicts, (0..answers.len()).map(|index| index % 3 != 0).collect::<Vec<_>>());
    assert!(verify(&[]).is_empty());
}

#[test]
fn a_key_of_another_kind_is_not_tried() {
    let answers = known_answers();
    let key = key(&answers[0].spki);
    for algorithm in [
        Algorithm::Ecdsa(Curve::Secp192r1, Hash::Sha256),
        Algorithm::Ecdsa(Curve::BrainpoolP512r1, Hash::Sha256),
        Algorithm::Ed25519,
        Algorithm::MlDsa(eichrecht_model::MlDsaSet::MlDsa65),
    ] {
        let found = check(&key, algorithm, DER, answers[0].message.as_bytes(), &answers[0].signature);
        assert_eq!(found.verdict, Err(InvalidReason::KeyDoesNotFitAlgorithm), "{algorithm}");
    }
}
