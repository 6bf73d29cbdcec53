//! Histories of meters through the verifier and a ledger.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "test code: a panic is a failing test, and vectors are read"
)]

use std::collections::BTreeSet;
use std::fs;

use eichrecht::{Input, Verifier};
use eichrecht_ledger::{Filter, Ledger, LedgerError};
use eichrecht_testkit::generate::ledger::{CASE_FILE, Cases, SCHEMA};
use eichrecht_testkit::{generate, vectors_folder};

fn cases() -> Cases {
    let cases: Cases = serde_json::from_str(&fs::read_to_string(vectors_folder().join(CASE_FILE)).unwrap()).unwrap();
    assert_eq!(cases.schema, SCHEMA);
    cases
}

#[test]
fn every_history_gives_exactly_its_findings() {
    for case in cases().cases {
        let mut ledger = Ledger::in_memory().unwrap();
        for path in &case.inputs {
            let bytes = fs::read(vectors_folder().join(path)).unwrap();
            let added = ledger.add(&Verifier::new().verify(vec![Input::new(path.as_str(), bytes)])).unwrap();
            assert_eq!(added.unproven, 0, "{path}");
            assert!(added.new + added.known > 0, "{path}");
        }
        let mut found = Vec::new();
        let each = |audit: eichrecht_model::MeterAudit| {
            found.extend(audit.findings.iter().map(|finding| finding.code));
            Ok::<(), LedgerError>(())
        };
        ledger.audit(&Filter::default(), each).unwrap();
        found.sort_unstable();
        assert_eq!(found, case.findings, "{}: {}", case.id, case.description);
    }
}

#[test]
fn every_rule_about_histories_has_a_case_that_triggers_it_and_a_quiet_one() {
    let cases = cases().cases;
    let rules: Vec<_> =
        eichrecht_rules::all().into_iter().filter(|rule| eichrecht_rules::scope(rule) == eichrecht_rules::Scope::History).collect();
    assert!(!rules.is_empty());
    for rule in rules {
        for (which, wanted) in [("triggers", true), ("quiet", false)] {
            let start = format!("ledger/{}/{which}", rule.code);
            let mut own = cases.iter().filter(|case| case.id.starts_with(&start)).peekable();
            assert!(own.peek().is_some(), "{start} is missing");
            assert!(own.all(|case| case.findings.iter().any(|code| code == rule.code) == wanted), "{start}");
        }
    }
}

#[test]
fn every_file_belongs_to_a_history() {
    let known: BTreeSet<String> = cases().cases.into_iter().flat_map(|case| case.inputs).collect();
    let there = generate::paths_below(&vectors_folder()).unwrap();
    let unknown: Vec<_> = there.iter().filter(|path| path.starts_with("ledger/") && *path != CASE_FILE && !known.contains(*path)).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}
