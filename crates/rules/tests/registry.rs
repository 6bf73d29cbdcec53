//! What holds for the list of rules as a whole. `rules.txt` beside the sources is the list as it was last
//! agreed on, so that a change of a code, a name or a severity shows in review. After a wanted change:
//! `UPDATE=1 cargo test -p eichrecht-rules --test registry`.

use std::collections::HashSet;
use std::path::Path;

use eichrecht_rules::{Basis, Formats, Status, all, find};

#[test]
fn codes_are_unique_and_in_order() {
    let codes: Vec<&str> = all().iter().map(|rule| rule.code).collect();
    for pair in codes.windows(2) {
        assert!(pair[0] < pair[1], "{} stands before {}", pair[0], pair[1]);
    }
}

#[test]
fn codes_are_three_letters_and_three_digits() {
    for rule in all() {
        let (letters, digits) = rule.code.split_at(3);
        assert!(letters.bytes().all(|b| b.is_ascii_uppercase()), "{}", rule.code);
        assert!(digits.len() == 3 && digits.bytes().all(|b| b.is_ascii_digit()), "{}", rule.code);
    }
}

#[test]
fn names_are_unique_and_kebab_case() {
    let mut seen = HashSet::new();
    for rule in all() {
        assert!(seen.insert(rule.name), "{} twice", rule.name);
        let words = rule.name.split('-');
        assert!(words.clone().count() > 1, "{}: one word says too little", rule.name);
        for word in words {
            let good = !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
            assert!(good, "{} is not kebab-case", rule.name);
        }
    }
}

/// Each rule has the file its code and name ask for, in the folder of its family, and no file is left over.
#[test]
fn each_rule_has_its_file() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = HashSet::new();
    for folder in std::fs::read_dir(&source).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()) {
        let family = folder.file_name().unwrap().to_str().unwrap().to_owned();
        for file in std::fs::read_dir(&folder).unwrap() {
            let name = file.unwrap().file_name().into_string().unwrap();
            // Files without a code at the front are helpers of the family.
            if name.as_bytes().get(3).is_some_and(u8::is_ascii_digit) {
                files.insert(format!("{family}/{name}"));
            }
        }
    }
    for rule in all() {
        // A folder of the name `con` cannot exist on Windows.
        let family = rule.code.get(..3).unwrap().to_lowercase().replace("con", "container");
        let file = format!("{family}/{}_{}.rs", rule.code.to_lowercase(), rule.name.replace('-', "_"));
        assert!(files.remove(&file), "{} has no file {file}", rule.code);
    }
    assert!(files.is_empty(), "not in the list of rules: {files:?}");
}

#[test]
fn every_rule_says_what_it_rests_on() {
    for rule in all() {
        assert!(!rule.basis.is_empty(), "{}", rule.code);
        for basis in rule.basis {
            let parts = match basis {
                Basis::Law(name, section) | Basis::Specification(name, section) | Basis::Standard(name, section) => vec![name, section],
                Basis::Own(reason) => vec![reason],
            };
            assert!(parts.iter().all(|part| !part.trim().is_empty()), "{}: {basis:?}", rule.code);
        }
        if let Formats::Only(formats) = rule.formats {
            assert!(!formats.is_empty(), "{} applies to no format", rule.code);
        }
        let (Status::Stable { since } | Status::Deprecated { since, .. } | Status::Removed { since, .. }) = rule.status;
        assert!(since.split('.').count() == 3 && since.split('.').all(|n| n.parse::<u32>().is_ok()), "{}: {since}", rule.code);
    }
}

#[test]
fn rules_are_found_by_code_and_by_name_in_any_case() {
    for rule in all() {
        for spelling in [rule.code.to_lowercase(), rule.name.to_uppercase()] {
            assert_eq!(find(&spelling).map(|found| found.code), Some(rule.code));
        }
    }
    assert!(find("CON").is_none());
    assert!(find("").is_none());
}

#[test]
fn the_list_is_the_agreed_one() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules.txt");
    let now: String = all().iter().map(|rule| format!("{} {} {}\n", rule.code, rule.name, rule.severity.as_str())).collect();
    if std::env::var_os("UPDATE").is_some_and(|value| value == "1") {
        std::fs::write(&path, &now).unwrap();
    }
    let agreed = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(now == agreed, "rules.txt differs from the rules; see the head of this file.\n--- agreed\n{agreed}--- now\n{now}");
}
