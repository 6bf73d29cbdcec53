//! Speed of the whole pipeline: bytes in, verdict out, reading and judging included.
//!
//! `cargo bench -p eichrecht`. The figures decide no test.

use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use eichrecht::model::{KeyOrigin, Verdict};
use eichrecht::{Input, Verifier};

#[allow(clippy::disallowed_methods, clippy::panic, reason = "a benchmark is a front end, and without its data it cannot go on")]
fn file(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testvectors").join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn pipeline(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("pipeline");
    group.measurement_time(Duration::from_secs(4));

    let verifier = Verifier::new().key(KeyOrigin::User, "meter-key.pem", file("demo/meter-key.pem"));
    let record = file("demo/session.ocmf");
    group.throughput(Throughput::Elements(1));
    group.bench_function("one OCMF record, secp256r1", |bencher| {
        bencher.iter(|| {
            let result = verifier.verify(vec![Input::new("session.ocmf", black_box(record.clone()))]);
            assert_eq!(result.verdict, Verdict::Verified);
            result
        });
    });

    let many = file("ocmf/layouts/hundred-sessions.xml");
    group.throughput(Throughput::Elements(100));
    group.bench_function("SAFE XML with 100 OCMF records, secp256r1", |bencher| {
        bencher.iter(|| {
            let result = Verifier::new().verify(vec![Input::new("many.xml", black_box(many.clone()))]);
            assert_eq!(result.transactions.len(), 100);
            result
        });
    });
    group.finish();
}

criterion_group!(benches, pipeline);
criterion_main!(benches);
