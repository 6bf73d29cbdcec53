//! Speed of a run, beside that of its signatures alone: NDJSON read, OCMF parsed, secp256r1 verified, judged, written.
//!
//! `cargo bench -p eichrecht-batch`. Both are measured once on one thread and once on all cores at a time, as cores that
//! share a memory slow each other down. With one worker a run has threads of its own for reading and writing as well.
//! The figures decide no test.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing, clippy::disallowed_methods, reason = "a benchmark")]

#[path = "../tests/common/mod.rs"]
mod common;

use std::fs::File;
use std::hint::black_box;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::thread;
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use eichrecht::Verifier;
use eichrecht::model::{Algorithm, Curve, Hash, Limits, SignatureEncoding};
use eichrecht_batch::{Columns, Engine, Form, Plan, Progress, ResultForm, Run, Settings, Watch};
use eichrecht_crypto::{Job, PublicKey, decode_key, verify};

/// As a test it only has to run.
const SESSIONS: usize = if cfg!(debug_assertions) { 400 } else { 20_000 };
const METERS: usize = 200;

/// What the signature of one session needs.
struct Signed {
    message: Vec<u8>,
    signature: Vec<u8>,
    key: PublicKey,
}

impl Signed {
    /// Sessions of one meter share its key, as they do in a run.
    fn of(sessions: &[common::Session]) -> Vec<Self> {
        let key = |session: &common::Session| decode_key(session.key.as_bytes(), None, None, &Limits::default()).unwrap().key;
        let keys: Vec<PublicKey> = sessions[..METERS].iter().map(key).collect();
        let signed = |(session, key): (&common::Session, &PublicKey)| {
            let sections: Vec<&str> = session.ocmf.split('|').collect();
            let signature = sections[2].split('"').nth(3).unwrap();
            Self { message: sections[1].into(), signature: hex::decode(signature).unwrap(), key: key.clone() }
        };
        sessions.iter().zip(keys.iter().cycle()).map(signed).collect()
    }

    fn holds(&self) -> bool {
        let algorithm = Algorithm::Ecdsa(Curve::Secp256r1, Hash::Sha256);
        let Self { message, signature, key } = self;
        verify(&[Job { message, algorithm, signature, encoding: SignatureEncoding::DerOrRaw, key }])[0].verdict.is_ok()
    }
}

struct Unwatched;

impl Watch for Unwatched {
    fn progress(&self, _: Progress) {}

    fn wants_stop(&self) -> bool {
        false
    }
}

fn run(input: &Path, workers: usize) {
    let output = input.with_extension("result.ndjson");
    let settings = Settings {
        columns: Columns::default(),
        output: Some(output.clone()),
        form: ResultForm::Ndjson,
        resume: false,
        ordered: true,
        max_failed: None,
        workers,
        save_every: Duration::from_secs(5),
        marks: Vec::new(),
    };
    let plan = Plan::new(&[input.to_string_lossy().into_owned()], Form::Auto).unwrap();
    let run = Run::new(plan, settings, "2026-06-01T00:00:00Z".parse().unwrap()).unwrap();
    let engine = Engine::new(Verifier::new().now(run.now().unwrap()));
    let counts = run.start(&engine, &Unwatched).unwrap().counts;
    assert_eq!((counts.rows(), counts.failed), (SESSIONS as u64, SESSIONS as u64 / 100));
    std::fs::remove_file(output).unwrap();
}

fn batch(criterion: &mut Criterion) {
    let sessions = common::sessions(SESSIONS, METERS);
    let signed = Signed::of(&sessions);
    let folder = tempfile::tempdir().unwrap();
    let input = folder.path().join("sessions.ndjson");
    let mut file = BufWriter::new(File::create(&input).unwrap());
    common::write_ndjson(&sessions, &mut file);
    file.flush().unwrap();
    drop(sessions);
    let cores = thread::available_parallelism().unwrap().get();

    let mut group = criterion.benchmark_group("batch");
    group.sample_size(10).measurement_time(Duration::from_secs(20));
    let all = || assert_eq!(signed.iter().filter(|signed| !black_box(signed).holds()).count(), SESSIONS / 100);
    group.throughput(Throughput::Elements(SESSIONS as u64));
    group.bench_function("signatures alone, one thread", |bencher| bencher.iter(all));
    group.bench_function("whole run, one worker", |bencher| bencher.iter(|| run(&input, 1)));
    group.bench_function("whole run, a worker for each core", |bencher| bencher.iter(|| run(&input, cores)));
    group.throughput(Throughput::Elements((SESSIONS * cores) as u64));
    group.bench_function("signatures alone, a thread for each core", |bencher| {
        bencher.iter(|| thread::scope(|scope| (0..cores).for_each(|_| drop(scope.spawn(all)))));
    });
    group.finish();
}

criterion_group!(benches, batch);
criterion_main!(benches);
