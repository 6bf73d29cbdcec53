//! Records of real stations, where the collection lies beside the repository. It is third-party data and
//! no part of it.

#![allow(clippy::unwrap_used, clippy::print_stderr, clippy::panic, clippy::indexing_slicing, reason = "a test")]

use std::collections::{BTreeMap, BTreeSet};
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
            FORMAT.find(text.as_bytes(), usize::MAX).into_iter().map(|range| text.get(range).unwrap().to_owned()).collect()
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

/// What stations really do: the notes made for each file, and no others.
#[test]
fn oddities_are_those_known() {
    let Some(records) = records() else { return };
    let known: BTreeMap<&str, &[&str]> = BTreeMap::from([
        ("ocmf/OCMF-Testdata-01.ocmf", SEAL),
        ("ocmf/SAFE-Testdata-02_withXMLNamespace.xml", SEAL),
        ("ocmf/SAFE-Testdata-03_singleMeasurement_ShouldFail.xml", SEAL),
        ("ptb/ptb-ocmf-testdata-01.json", SEAL),
        ("ocmf/VW_OCMF_load.xml", &["IdForm ID"]),
        ("ocmf/bet/001-01.ocmf", &["IdForm ID"]),
        ("ocmf/bet/001-01__xss.ocmf", &["CodeUnknown IL", "IdForm ID"]),
        ("ocmf/bet/001-01_Ed25519.ocmf", &["AlgorithmUnusual SA", "IdForm ID"]),
        ("ocmf/bet/001-01_ML-DSA-65.ocmf", &["AlgorithmUnusual SA", "IdForm ID"]),
        ("ocmf/bet/001-02.ocmf", &["IdForm ID"]),
        ("ocmf/bet/001-03.ocmf", &["IdForm ID"]),
        ("ocmf/brainpoolP256r1.xml", &["AlgorithmSynonym SA"]),
        ("ocmf/fromweb.xml", &["AlgorithmDefaulted SA"]),
        ("ocmf/keba_test.xml", &["AlgorithmDefaulted SA", "FieldMissing IT", "IdForm ID"]),
        ("ocmf/ocmf_sec.xml", &["NumberAsText RD[0].RV", "NumberAsText RD[1].RV"]),
        ("ocmf/second_key_fail_ocmf.xml", &["NumberAsText RD[0].RV"]),
        ("ocmf/test.xml", &["IdForm ID"]),
        ("ocmf/test_ocmf_ebee_01.xml", &["AlgorithmDefaulted SA"]),
        ("ocmf/test_ocmf_ebee_02.xml", &["AlgorithmDefaulted SA"]),
        ("ocmf/test_ocmf_keba_kcp30.xml", &["AlgorithmDefaulted SA"]),
        ("ocmf/test_ocmf_keba_kcp30_fail.xml", &["AlgorithmDefaulted SA"]),
    ]);
    for (file, records) in &records {
        let notes: BTreeSet<String> =
            records.iter().flat_map(|record| &record.notes).map(|note| format!("{:?} {}", note.kind, note.field)).collect();
        let expected: BTreeSet<String> =
            known.get(file.as_str()).copied().unwrap_or_default().iter().map(|&note| note.to_owned()).collect();
        assert_eq!(notes, expected, "{file}");
    }
}

/// Misspelt flag of SEAL AG stations.
const SEAL: &[&str] = &["AlgorithmDefaulted SA", "CodeUnknown IF"];

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
    }
    let without_kind = keba.iter().filter(|record| record.user.kind.is_none()).count();
    let noted =
        keba.iter().flat_map(|record| &record.notes).filter(|note| note.kind == NoteKind::FieldMissing && note.field == "IT").count();
    assert_eq!((without_kind, noted), (95, 95));
    for record in keba {
        // The third reading is of another register and takes over time, reason and state.
        let [_, end, third] = record.measurements.as_slice() else { panic!("three readings") };
        assert_eq!((&third.time, &third.reason, &third.status), (&end.time, &end.reason, &end.status));
    }
}
