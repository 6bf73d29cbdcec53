//! The keys of a real register: the sample of the Bundesnetzagentur's Ladesäulenregister, where it is at hand.
//!
//! It is not part of this project. It is looked for in `$EICHRECHT_SHARED`, or in `shared` beside the repository.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "code of tests may fail loudly and read the sample"
)]

mod common;

use std::collections::BTreeMap;
use std::path::PathBuf;

use common::decode;
use eichrecht_model::{KeyKind, KeyProblem};

fn sample() -> Option<PathBuf> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let shared = std::env::var_os("EICHRECHT_SHARED").map_or_else(beside, PathBuf::from);
    let file = shared.join("registers/bnetza-ladesaeulenregister-berlin-sample.csv");
    file.exists().then_some(file)
}

#[test]
fn the_keys_of_the_register_sample_are_read() {
    let Some(file) = sample() else {
        println!("NOT RUN: the sample of the register is not at hand");
        return;
    };
    let bytes = std::fs::read(file).unwrap();
    let mut table = csv::ReaderBuilder::new().delimiter(b';').flexible(true).from_reader(bytes.as_slice());
    let columns: Vec<usize> = table
        .headers()
        .unwrap()
        .iter()
        .enumerate()
        .filter(|(_, name)| name.strip_prefix("Public Key").is_some_and(|number| number.trim().parse::<u8>().is_ok()))
        .map(|(column, _)| column)
        .collect();
    assert_eq!(columns.len(), 6);

    let (mut cells, mut read) = (0, 0);
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut refused = Vec::new();
    for row in table.records() {
        let row = row.unwrap();
        for cell in columns.iter().filter_map(|column| row.get(*column)).filter(|cell| !cell.trim().is_empty()) {
            cells += 1;
            let name = match decode(cell, None, None) {
                Ok(found) => {
                    read += 1;
                    let spki = found.key.spki_der();
                    assert_eq!(decode(spki, None, None).unwrap().key, found.key, "what we write we read: {cell}");
                    // A cell that holds a SubjectPublicKeyInfo in hex names its curve itself: ours must be that one.
                    let digits: String = cell.chars().filter(char::is_ascii_hexdigit).map(|c| c.to_ascii_lowercase()).collect();
                    if digits.starts_with("30") && digits.len() == 2 * spki.len() {
                        assert_eq!(common::to_hex(spki), digits);
                    }
                    match found.key.kind() {
                        KeyKind::Ec(curve) => curve.to_string(),
                        kind => panic!("{kind:?} cannot be told from bare bytes: {cell}"),
                    }
                }
                Err(KeyProblem::AmbiguousCurve(curves)) => {
                    read += 1;
                    format!("one of {}", curves.iter().map(|curve| curve.as_str()).collect::<Vec<_>>().join(", "))
                }
                Err(problem) => {
                    refused.push(format!("{problem:?}: {}", cell.chars().take(60).collect::<String>()));
                    format!("no key: {problem:?}")
                }
            };
            *counts.entry(name).or_default() += 1;
        }
    }
    println!("{cells} cells, {read} of them read");
    counts.iter().for_each(|(name, count)| println!("{count:6} {name}"));
    refused.iter().for_each(|line| println!("       {line}"));
    assert_eq!(cells, 1_419, "the sample is another one");
    assert!(read >= 1_399, "only {read} were read");
}
