//! How long reading takes: one record, and finding records in a long text.

#![allow(missing_docs, clippy::expect_used, reason = "a bench")]

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use eichrecht_model::{Declared, Format, Limits, Location, Record};
use eichrecht_ocmf::FORMAT;

/// Fields and length as KEBA stations send them: 3 readings, about 600 bytes.
const RECORD: &str = r#"OCMF|{"FV":"1.0","GI":"KEBA_KCP30","GS":"12345678","GV":"2080000","PG":"T4711","IS":false,"IL":"NONE","IF":["RFID_NONE","OCPP_NONE","ISO15118_NONE","PLMN_NONE"],"IT":"NONE","ID":"","RD":[{"TM":"2026-01-10T08:00:00,000+0100 I","TX":"B","EF":"","ST":"G","RV":1234.5600,"RI":"1-b:1.8.0","RU":"kWh"},{"TM":"2026-01-10T09:15:00,000+0100 R","TX":"E","EF":"","ST":"G","RV":1241.9250,"RI":"1-b:1.8.0","RU":"kWh"},{"RV":0.00,"RI":"1-b:1.9.0","RU":"kWh"}]}|{"SD":"3046022100BBA5863C7717B84817CA11871B720C44DBB47EA4B5CFB3BD8B60AE3C2CBF6923022100B8EAD3EA0A72D15351E47BF64EE9F7EE6E3FB8EEFBCBDBB41992AB481055A98A"}"#;

fn benches(criterion: &mut Criterion) {
    let record = Record {
        bytes: RECORD.as_bytes().to_vec(),
        location: Location::input("bench"),
        span: None,
        declared: Declared::default(),
        key: None,
        notes: Vec::new(),
    };
    let limits = Limits::default();
    let mut group = criterion.benchmark_group("ocmf");
    group.throughput(Throughput::Bytes(RECORD.len().try_into().expect("a length")));
    group.bench_function("parse one record", |bencher| bencher.iter(|| FORMAT.parse(black_box(&record), &limits).expect("a record")));

    let text = format!("<value><signedData>{RECORD}</signedData></value>\n").repeat(1000);
    assert_eq!(FORMAT.find(text.as_bytes(), usize::MAX).len(), 1000);
    group.throughput(Throughput::Bytes(text.len().try_into().expect("a length")));
    group.bench_function("find 1,000 records", |bencher| bencher.iter(|| FORMAT.find(black_box(text.as_bytes()), usize::MAX)));

    let hostile = "OCMF|{\":\"".repeat(100_000);
    group.throughput(Throughput::Bytes(hostile.len().try_into().expect("a length")));
    group.bench_function("find in a hostile text", |bencher| bencher.iter(|| FORMAT.find(black_box(hostile.as_bytes()), usize::MAX)));
    group.finish();
}

criterion_group!(all, benches);
criterion_main!(all);
