//! The test vectors of this repository, group by group.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "test code: a panic is a failing test"
)]

use std::collections::{BTreeMap, BTreeSet};

use eichrecht_testkit::case::{Case, SCHEMA};
use eichrecht_testkit::{generate, run, vectors_folder};

/// Runs a group and shows every difference at once.
fn group(name: &str) {
    let root = vectors_folder();
    let files = run::load(&root);
    let file = files.iter().find(|file| file.group == name).unwrap_or_else(|| panic!("there is no group {name}"));
    assert!(!file.cases.is_empty(), "the group {name} has no case");
    let mut report = String::new();
    for case in &file.cases {
        let found = run::outcome(&run::assess(&root, case));
        let lines = run::differences(&case.expected, &found);
        if !lines.is_empty() {
            report += &format!("\n{}: {}\n    {}\n", case.id, case.description, lines.join("\n    "));
        }
    }
    assert!(report.is_empty(), "{report}");
}

macro_rules! groups {
    ($($name:ident)*) => {
        $(#[test] fn $name() { group(&stringify!($name).replace('_', "-")); })*

        #[test]
        fn every_group_has_its_test() {
            // A name of a test cannot hold a dash, which names of formats do.
            let known = BTreeSet::from([$(stringify!($name).replace('_', "-")),*]);
            let files = run::load(&vectors_folder());
            let there: BTreeSet<String> = files.iter().map(|file| file.group.clone()).collect();
            assert_eq!(known, there);
        }
    };
}

groups! { alfen bsm chargepoint edl40_sig emh json ocpi ocpp isa_edl40 mennekes pcdf sealed sml_edl40 versions curves encodings keys bundles carriers documents layouts tampering malformed rules demo }

fn all_cases() -> Vec<Case> {
    run::load(&vectors_folder()).into_iter().flat_map(|file| file.cases).collect()
}

#[test]
fn the_folder_is_what_the_generator_makes() {
    let lines = generate::differences(&vectors_folder()).unwrap();
    assert!(lines.is_empty(), "run `cargo run -p xtask -- vectors`:\n{}", lines.join("\n"));
}

/// Rules that no OCMF record can trigger, with the reason: to be removed with the first case.
const WITHOUT_CASES: &[(&str, &str)] = &[];

#[test]
fn every_rule_has_a_case_that_triggers_it_and_a_quiet_one() {
    let cases: BTreeMap<String, Case> = all_cases().into_iter().map(|case| (case.id.clone(), case)).collect();
    let mut problems = Vec::new();
    // Rules about histories have cases of their own, in ledger.rs.
    let rules = eichrecht_rules::all().into_iter().filter(|rule| eichrecht_rules::scope(rule) == eichrecht_rules::Scope::Inputs);
    for rule in rules {
        for (which, wanted) in [("triggers", true), ("quiet", false)] {
            let id = format!("rules/{}/{which}", rule.code);
            let excused = WITHOUT_CASES.iter().find(|(code, _)| *code == rule.code);
            match cases.get(&id) {
                None if excused.is_some() => {}
                Some(_) if excused.is_some() => problems.push(format!("{id} exists, but {} is excused from cases", rule.code)),
                None => problems.push(format!("{id} is missing")),
                Some(case) if case.expected.findings.iter().any(|code| code == rule.code) != wanted => {
                    problems.push(format!("{id} expects {:?}", case.expected.findings));
                }
                Some(_) => {}
            }
        }
    }
    let codes: BTreeSet<&str> = eichrecht_rules::all().into_iter().map(|rule| rule.code).collect();
    for case in cases.values() {
        let unknown = case.expected.findings.iter().filter(|code| !codes.contains(code.as_str()));
        problems.extend(unknown.map(|code| format!("{} expects {code}, which is no rule", case.id)));
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn nothing_tampered_with_is_expected_to_be_verified() {
    let cases: Vec<Case> = all_cases().into_iter().filter(|case| case.id.starts_with("tampering/")).collect();
    assert!(cases.len() > 60, "only {} cases", cases.len());
    for case in cases {
        assert!(!case.expected.verdict.starts_with("verified"), "{}", case.id);
    }
}

#[test]
fn every_file_belongs_to_a_case_or_is_known() {
    let root = vectors_folder();
    let mut used: BTreeSet<String> = generate::BY_HAND.iter().map(|path| (*path).to_owned()).collect();
    for case in all_cases() {
        used.extend(case.inputs);
        used.extend(case.registers);
        used.extend(case.keys.into_iter().filter_map(|key| key.path));
        used.extend(case.bill.into_iter().flat_map(|bill| [bill.path, bill.tariff_path]).flatten());
    }
    let unknown: Vec<String> = generate::paths_below(&root)
        .unwrap()
        .into_iter()
        .filter(|path| !used.contains(path) && !path.starts_with("keys/") && !path.starts_with("ledger/") && !path.ends_with(".json"))
        .collect();
    assert!(unknown.is_empty(), "files that belong to no case: {unknown:?}");
}

#[test]
fn cases_are_well_formed() {
    let root = vectors_folder();
    let mut ids = BTreeSet::new();
    for file in run::load(&root) {
        assert_eq!(file.schema, SCHEMA, "{}", file.group);
        for case in file.cases {
            assert!(case.id.starts_with(&format!("{}/", file.group)), "{} is not of {}", case.id, file.group);
            assert!(!case.flags.is_empty(), "{} has no flag", case.id);
            assert!(case.description.ends_with('.'), "{}: the description is no sentence", case.id);
            assert_eq!(case.derived_from.is_some(), case.alteration.is_some(), "{}", case.id);
            let mut sorted = case.expected.findings.clone();
            sorted.sort();
            sorted.dedup();
            assert_eq!(sorted, case.expected.findings, "{}", case.id);
            // What is proven is stated, and only data that is verified or proven in part proves anything.
            for transaction in &case.expected.transactions {
                if transaction.energy.is_some() {
                    assert_eq!(transaction.energy, transaction.stated_energy, "{}", case.id);
                }
            }
            assert_eq!(case.bill.is_some(), case.expected.bill.is_some(), "{}", case.id);
            if case.expected.verdict.starts_with("verified") {
                assert!(case.expected.bill.as_ref().is_none_or(|verdict| verdict.starts_with("verified")), "{}", case.id);
                assert!(case.expected.transactions.iter().all(|t| t.energy.is_some()), "{}", case.id);
                assert!(!case.expected.transactions.is_empty(), "{}", case.id);
                assert!(case.expected.records.iter().all(|record| record.signature == "valid"), "{}", case.id);
                assert!(case.expected.errors.is_empty(), "{}", case.id);
            }
            assert!(ids.insert(case.id.clone()), "two cases are called {}", case.id);
        }
    }
    for case in all_cases() {
        if let Some(origin) = &case.derived_from {
            assert!(ids.contains(origin), "{} is derived from {origin}, which does not exist", case.id);
        }
    }
}
