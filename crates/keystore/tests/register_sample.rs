//! A real register: the sample of the Bundesnetzagentur's Ladesäulenregister, where it is at hand.
//!
//! It is not part of this project. It is looked for in `$EICHRECHT_SHARED`, or in `shared` beside the repository.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "code of tests may fail loudly and read files"
)]

mod common;

use std::path::PathBuf;

use common::{Folder, day};
use eichrecht_keystore::{Access, Import, KeyStore};
use eichrecht_model::{KeyDirectory, KeyKind, Limits, RegisteredKey};

#[test]
fn the_sample_of_the_register() {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let shared = std::env::var_os("EICHRECHT_SHARED").map_or_else(beside, PathBuf::from);
    let Ok(bytes) = std::fs::read(shared.join("registers/bnetza-ladesaeulenregister-berlin-sample.csv")) else {
        println!("NOT RUN: the sample of the register is not at hand");
        return;
    };
    let folder = Folder::new("sample");
    let store = KeyStore::open(&folder.file("keys.sqlite"), Access::Write).unwrap();
    let import = Import { date: Some(day("2026-09-01")), ..Import::new("sample.csv", &bytes, day("2026-09-15")) };
    let summary = store.import(&import, &Limits::default()).unwrap();
    println!(
        "{} rows, {} entries, {} key cells, {} readable, {} ambiguous",
        summary.rows,
        summary.entries,
        summary.key_cells,
        summary.readable(),
        summary.ambiguous
    );
    summary.decoded.iter().for_each(|(kind, count)| println!("{count:6} {}", kind.as_str()));
    summary.bad_cells.iter().for_each(|cell| println!("row {} {}: {:.60}", cell.row, cell.column, cell.text));
    assert_eq!((summary.rows, summary.key_cells), (2_264, 1_419), "the sample is another one");
    assert!(summary.readable() >= 1_399, "only {} were read", summary.readable());
    assert_eq!(summary.readable() + summary.bad_cells.len(), summary.key_cells, "nothing is lost");

    // No key has a curve that its text does not have. A text that writes out its curve is one only on that curve; a
    // bare point is one on exactly one curve, or none of them.
    let (mut keys, mut ambiguous) = (0, 0);
    let mut entries = Vec::new();
    store.entries(false, None, |entry| entries.push(entry)).unwrap();
    for entry in &entries {
        match &entry.key {
            RegisteredKey::Key { kind: KeyKind::Ec(_), fingerprint, .. } => {
                keys += 1;
                assert!(store.registered_as(fingerprint, None).unwrap().contains(entry));
            }
            RegisteredKey::Ambiguous { curves, fingerprints, .. } => {
                ambiguous += 1;
                assert!(curves.len() > 1 && curves.len() == fingerprints.len());
            }
            RegisteredKey::Key { kind, .. } => panic!("{kind:?} cannot be told from bare bytes"),
            RegisteredKey::Missing | RegisteredKey::Unreadable { .. } => {}
        }
    }
    println!("{} entries kept, {keys} with a key, {ambiguous} ambiguous", entries.len());
    assert!(keys + ambiguous >= 1_390 && summary.ambiguous > 0);
}
