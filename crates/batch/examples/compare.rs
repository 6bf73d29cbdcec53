//! Holds a result against what single calls of the verifier say, row by row:
//! `cargo run --release -p eichrecht-batch --example compare -- SESSIONS.ndjson RESULT.csv`. The sessions are those that
//! the example `sessions` writes, the result is of a run over them in whatever form.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing, clippy::print_stderr, reason = "a helper for measurements")]
#![allow(clippy::panic, clippy::disallowed_methods, reason = "as above")]

#[path = "../tests/common/mod.rs"]
mod common;

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::thread;

use common::{Session, expected};

/// Rows that are compared at a time.
const PART: usize = 20_000;

fn session(line: &str) -> Session {
    let row: serde_json::Value = serde_json::from_str(line).unwrap();
    let text = |name: &str| row[name].as_str().unwrap().to_owned();
    Session { id: text("session_id"), evse: text("evse_id"), ocmf: text("ocmf"), key: text("public_key") }
}

/// How many rows differ; the first of them is shown.
fn differing(header: &csv::StringRecord, sessions: &[String], rows: &[csv::StringRecord]) -> usize {
    let differs = |(line, row): &(&String, &csv::StringRecord)| {
        let session = session(line);
        let expected = expected(&session);
        let cell = |name: &str| row.get(header.iter().position(|column| column == name).unwrap()).unwrap();
        cell("session_ref") != session.id || expected.iter().any(|(name, text)| cell(name) != text)
    };
    let found: Vec<_> = sessions.iter().zip(rows).filter(differs).collect();
    if let Some((session, row)) = found.first() {
        eprintln!("{session}\n{row:?}");
    }
    found.len()
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [sessions, result] = arguments.as_slice() else {
        eprintln!("usage: compare SESSIONS.ndjson RESULT.csv");
        std::process::exit(2);
    };
    let mut lines = BufReader::new(File::open(sessions).unwrap()).lines().map(Result::unwrap);
    let mut reader = csv::Reader::from_path(result).unwrap();
    let header = reader.headers().unwrap().clone();
    let mut records = reader.into_records().map(Result::unwrap);
    let cores = thread::available_parallelism().unwrap().get();
    let (mut compared, mut differ) = (0, 0);
    loop {
        let sessions: Vec<String> = lines.by_ref().take(PART).collect();
        let rows: Vec<csv::StringRecord> = records.by_ref().take(PART).collect();
        assert_eq!(sessions.len(), rows.len(), "as many rows as sessions");
        if rows.is_empty() {
            break;
        }
        let share = rows.len().div_ceil(cores);
        differ += thread::scope(|scope| {
            let parts = sessions.chunks(share).zip(rows.chunks(share));
            let parts: Vec<_> = parts.map(|(sessions, rows)| scope.spawn(|| differing(&header, sessions, rows))).collect();
            parts.into_iter().map(|part| part.join().unwrap()).sum::<usize>()
        });
        compared += rows.len();
    }
    eprintln!("{compared} rows compared, {differ} differ");
    std::process::exit(i32::from(differ > 0));
}
