//! Writes generated charging sessions, for trials and measurements:
//! `cargo run --release -p eichrecht-batch --example sessions -- NUMBER FILE [METERS]`. The ending of the file says in
//! which form: .ndjson, .csv or .parquet. About one in a hundred is altered after it was signed.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing, clippy::print_stderr, reason = "a helper for measurements")]
#![allow(clippy::disallowed_methods, reason = "as above")]

#[path = "../tests/common/mod.rs"]
mod common;

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use aws_lc_rs::rand::SystemRandom;
use parquet::arrow::ArrowWriter;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [count, path, rest @ ..] = arguments.as_slice() else {
        eprintln!("usage: sessions NUMBER FILE [METERS]");
        std::process::exit(2);
    };
    let count: usize = count.parse().unwrap();
    let meters = common::meters(rest.first().map_or(2_000, |text| text.parse().unwrap()));
    let random = SystemRandom::new();
    let ending = Path::new(path).extension().unwrap().to_string_lossy().into_owned();
    let mut out = BufWriter::with_capacity(1 << 20, File::create(path).unwrap());
    let mut parquet: Option<ArrowWriter<BufWriter<File>>> = None;
    let mut done = 0;
    while done < count {
        let some: Vec<_> = (done..count.min(done + 10_000)).map(|number| common::session(&meters, number, &random)).collect();
        match ending.as_str() {
            "csv" => common::write_csv(&some, done == 0, &mut out),
            "parquet" => {
                let batch = common::to_batch(&some);
                let writer = || ArrowWriter::try_new(BufWriter::new(File::create(path).unwrap()), batch.schema(), None).unwrap();
                parquet.get_or_insert_with(writer).write(&batch).unwrap();
            }
            _ => common::write_ndjson(&some, &mut out),
        }
        done += some.len();
    }
    match parquet {
        Some(writer) => drop(writer.close().unwrap()),
        None => out.flush().unwrap(),
    }
}
