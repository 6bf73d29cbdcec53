//! Records of real stations, where the collection lies beside the repository. It is third-party data and
//! no part of it.

#![allow(clippy::unwrap_used, clippy::print_stderr, clippy::panic, clippy::indexing_slicing, reason = "a test")]

use std::collections::BTreeMap;
use std::path::PathBuf;

use eichrecht_json::{JsonLimits, Node, Value};
use eichrecht_model::{Detection, Format, Limits, Location, NoteKind, ParsedRecord, Record};
use eichrecht_ocmf::FORMAT;

/// The folder of the vectors, or nothing and a word about it.
fn vectors() -> Option<PathBuf> {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let shared = std::env::var_os("EICHRECHT_SHARED").map_or(beside, PathBuf::from);
    let folder = shared.join("vectors");
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("SKIPPED: no real records at {} (set EICHRECHT_SHARED to their folder)", folder.display());
    None
}

fn parsed(name: &str, bytes: &[u8]) -> ParsedRecord {
    let record = Record {
        bytes: bytes.to_vec(),
        location: Location::input(name),
        span: None,
        declared: eichrecht_model::Declared::default(),
        key: None,
        notes: Vec::new(),
    };
    FORMAT.parse(&record, &Limits::default()).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The records in the texts of a JSON container.
fn in_texts(node: &Node<'_>, found: &mut Vec<String>) {
    match &node.value {
        Value::String(text) if FORMAT.detect(text.as_bytes()) == Detection::Yes => found.push(text.to_string()),
        Value::Array(elements) => elements.iter().for_each(|element| in_texts(element, found)),
        Value::Object(object) => object.members.iter().for_each(|member| in_texts(&member.value, found)),
        _ => {}
    }
}

/// All records of the files listed, by file.
fn records() -> Option<BTreeMap<String, Vec<ParsedRecord>>> {
    let folder = vectors()?;
    let list = std::fs::read_to_string(folder.join("expected.tsv")).unwrap();
    let mut records = BTreeMap::new();
    for line in list.lines() {
        let columns: Vec<&str> = line.split('\t').collect();
        let [file, _, "ocmf", ..] = columns.as_slice() else { continue };
        // Sealed files and PDF hide the text of their records.
        if file.ends_with(".pdf") || file.starts_with("safe-sealing") || file.starts_with("malformed") {
            continue;
        }
        let text = std::fs::read_to_string(folder.join(file)).unwrap();
        let found: Vec<String> = if file.ends_with(".json") {
            let mut found = Vec::new();
            in_texts(&eichrecht_json::parse(&text, JsonLimits { depth: 32, fields: 1000 }).unwrap(), &mut found);
            found
        } else {
            FORMAT.find(text.as_bytes()).into_iter().map(|range| text.get(range).unwrap().to_owned()).collect()
        };
        let expected = match file.rsplit_once('.') {
            Some((_, "xml")) => text.matches("<signedData").count(),
            Some((_, "json")) => 2,
            _ => 1,
        };
        assert_eq!(found.len(), expected, "{file}");
        records.insert((*file).to_owned(), found.iter().map(|text| parsed(file, text.as_bytes())).collect());
    }
    assert!(records.len() > 15, "the list names {} files only", records.len());
    Some(records)
}

#[test]
fn all_are_found_and_read() {
    let Some(records) = records() else { return };
    for (file, records) in &records {
        for record in records {
            assert!(record.measurements.iter().all(|reading| reading.value.is_some() && reading.time.is_some()), "{file}");
            assert!(record.measurements.iter().all(|reading| reading.status.is_some() && reading.obis.is_some()), "{file}");
            assert!(record.pagination.is_some(), "{file}");
        }
    }
}

/// Each kind of note with the files it is made for: what stations really do.
#[test]
fn oddities_are_those_known() {
    let Some(records) = records() else { return };
    let mut files: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (file, records) in &records {
        for note in records.iter().flat_map(|record| &record.notes) {
            let entry = files.entry(format!("{:?} {}", note.kind, note.field)).or_default();
            if entry.last() != Some(&file.as_str()) {
                entry.push(file);
            }
        }
    }
    for (note, files) in &files {
        eprintln!("{note}: {}", files.join(" "));
    }
}

/// 100 records of one KEBA station: numbered without a gap, each beginning where the one before ended.
#[test]
fn a_hundred_records_chain() {
    let Some(records) = records() else { return };
    let keba = &records["ocmf/keba_test.xml"];
    assert_eq!(keba.len(), 100);
    for pair in keba.windows(2) {
        let [a, b] = pair else { unreachable!() };
        assert_eq!(a.pagination.unwrap().number + 1, b.pagination.unwrap().number);
        assert_eq!(a.measurements[1].value, b.measurements[0].value);
        assert!(a.notes.iter().any(|note| note.kind == NoteKind::FieldMissing && note.field == "IT") || a.user.kind.is_some());
    }
}
