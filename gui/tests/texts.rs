//! The texts of the window: all that are asked for are there, and all that are there are asked for.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "test code: a panic is a failing test"
)]
#![allow(clippy::disallowed_methods, reason = "vectors and what the window wrote are read here")]
#![allow(clippy::float_arithmetic, clippy::field_reassign_with_default, reason = "sizes; limits are not exhaustive")]

use std::collections::BTreeSet;
use std::path::Path;

use eichrecht_report::{Language, Words};

/// Names of texts that are put together at run time.
const COMPOSED: [&str; 2] = ["state-", "origin-"];

fn sources(folder: &Path, text: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, text);
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            text.push_str(&std::fs::read_to_string(&path).unwrap());
        }
    }
}

fn literals() -> BTreeSet<String> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut text = String::new();
    sources(&here.join("src"), &mut text);
    text.push_str(&std::fs::read_to_string(here.join("../crates/report/src/words.rs")).unwrap());
    text.split('"').map(str::to_owned).collect()
}

fn names() -> BTreeSet<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/report/i18n/en/window.ftl");
    let text = std::fs::read_to_string(file).unwrap();
    let lines = text.lines().filter_map(|line| line.split_once(" ="));
    lines.map(|(name, _)| name.to_owned()).filter(|name| name.starts_with(|c: char| c.is_ascii_lowercase())).collect()
}

#[test]
fn every_text_is_used() {
    let literals = literals();
    for name in names() {
        let composed = COMPOSED.iter().any(|start| name.starts_with(start));
        assert!(composed || literals.contains(&name), "{name} is used nowhere");
    }
}

#[test]
fn every_text_that_is_asked_for_is_there() {
    let names = names();
    let starts: BTreeSet<&str> = names.iter().filter_map(|name| name.split('-').next()).collect();
    let no_texts = ["keys-", "bill-", "text-", "field-", "record-", "list-", "state-", "origin-"];
    for literal in literals() {
        let spelt = literal.contains('-') && literal.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        let family = literal.split('-').next().is_some_and(|start| starts.contains(start));
        if spelt && family && !no_texts.contains(&literal.as_str()) && !in_report(&literal) {
            assert!(names.contains(&literal), "{literal} is asked for and is no text of the window");
        }
    }
    for language in [Language::English, Language::German] {
        let words = Words::new(language);
        for name in &names {
            assert_ne!(&words.plain(name), name, "{name} in {}", language.tag());
        }
    }
}

/// Texts that `words.rs` takes from the reports.
fn in_report(name: &str) -> bool {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/report/i18n/en/report.ftl");
    std::fs::read_to_string(file).unwrap().contains(&format!("\n{name} ="))
}
