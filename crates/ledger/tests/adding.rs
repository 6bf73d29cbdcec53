//! Adding real signed files: in any order, any number of times, alone or together, as files or as reports.

#![allow(clippy::string_slice, reason = "the texts of these tests are ASCII")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "test code: a panic is a failing test, and vectors are read"
)]

use std::path::Path;

use eichrecht::{Input, Verifier};
use eichrecht_ledger::{Batch, Filter, Ledger, LedgerError, Reports, Submission, is_report};
use eichrecht_model::Assessment;
use eichrecht_report::{AuditForm, AuditPrinter, Language, ListingPrinter, Style, ToolInfo};
use eichrecht_testkit::fleet::{Plan, signed};
use proptest::prelude::*;

const TOOL: ToolInfo<'_> = ToolInfo { version: "0", commit: None };

/// Files of a small fleet that has every fault, and some that are no evidence.
fn files() -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = Plan { meters: 16, sessions: 4, faults: 15 }.meters().flat_map(|meter| signed::files(&meter)).collect();
    let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testvectors/demo");
    for name in ["session-altered.ocmf", "session-without-key.ocmf", "receipt.xml", "session.ocmf"] {
        files.push((name.to_owned(), std::fs::read(demo.join(name)).unwrap()));
    }
    files
}

fn verified((name, bytes): &(String, Vec<u8>)) -> Assessment {
    Verifier::new().verify(vec![Input::new(name.as_str(), bytes.as_slice())])
}

/// Everything a ledger says: audit and listing.
fn told(ledger: &Ledger) -> String {
    let mut audit = AuditPrinter::new(AuditForm::Json, Language::English, Style::default(), TOOL);
    let mut text = audit.begin();
    let summary = ledger
        .audit(&Filter::default(), |meter| {
            text += &audit.meter(&meter);
            Ok::<(), LedgerError>(())
        })
        .unwrap();
    ledger
        .unproven(&Filter::default(), |record| {
            text += &audit.unproven(&record);
            Ok::<(), LedgerError>(())
        })
        .unwrap();
    text += &audit.end(&summary);
    let mut list = ListingPrinter::new(AuditForm::Json, Language::English, Style::default(), TOOL);
    text += &list.begin();
    ledger
        .list(&Filter::default(), |meter| {
            text += &list.meter(&meter);
            Ok::<(), LedgerError>(())
        })
        .unwrap();
    text + &list.end()
}

fn put(batch: &mut Batch<'_>, assessment: &Assessment) {
    for submission in Submission::all(assessment) {
        batch.add(&submission).unwrap();
    }
}

fn ledger_of<'a>(assessments: impl Iterator<Item = &'a Assessment>) -> Ledger {
    let mut ledger = Ledger::in_memory().unwrap();
    let mut batch = ledger.batch().unwrap();
    assessments.for_each(|assessment| put(&mut batch, assessment));
    batch.commit().unwrap();
    ledger
}

#[test]
fn order_repetition_and_company_do_not_matter() {
    let files = files();
    let assessments: Vec<Assessment> = files.iter().map(verified).collect();
    let reference = told(&ledger_of(assessments.iter()));
    for code in 1..=14 {
        assert!(reference.contains(&format!("\"LED{code:03}\"")), "LED{code:03} is not found");
    }
    // All in one call of the verifier, where sessions may be put together over several inputs.
    let together = Verifier::new().verify(files.iter().map(|(name, bytes)| Input::new(name.as_str(), bytes.as_slice())).collect());
    let mut ledger = Ledger::in_memory().unwrap();
    ledger.add(&together).unwrap();
    // A key that lies beside others serves them all there, so what was not checked alone may be proven; the rest is equal.
    let findings = |text: &str| text.matches("\"code\":").count();
    assert_eq!(findings(&told(&ledger)), findings(&reference));
    proptest!(ProptestConfig::with_cases(8), |(order in Just((0..assessments.len()).collect::<Vec<_>>()).prop_shuffle(), twice in 0..assessments.len())| {
        let shuffled = order.iter().chain(&order[..twice]).map(|at| &assessments[*at]);
        prop_assert_eq!(&told(&ledger_of(shuffled)), &reference);
    });
}

/// Reports one a line, as a batch would write them.
fn reports(assessments: &[Assessment]) -> String {
    let line = |assessment: &Assessment| eichrecht_report::json(assessment, Language::German, TOOL).replace('\n', " ") + "\n";
    assessments.iter().map(line).collect()
}

fn add_reports(ledger: &mut Ledger, text: &str) {
    let mut batch = ledger.batch().unwrap();
    let mut reports = Reports::new(text.as_bytes(), 1 << 20);
    while batch.add_next(&mut reports).unwrap().is_some() {}
    batch.commit().unwrap();
}

#[test]
fn reports_tell_the_same_and_are_marked_until_the_files_come() {
    let assessments: Vec<Assessment> = files().iter().map(verified).collect();
    let text = reports(&assessments);
    assert!(is_report(text.as_bytes()));
    let mut ledger = Ledger::in_memory().unwrap();
    add_reports(&mut ledger, &text);
    let from_reports = told(&ledger);
    assert!(from_reports.contains("\"from_report\":true") && !from_reports.contains("\"from_report\":false"));
    let reference = told(&ledger_of(assessments.iter()));
    let unmarked = |text: &str| {
        let lines = text.lines().map(|line| line.split("\"from_reports\"").next().unwrap().to_owned());
        lines
            .map(|line| line.replace("\"from_report\":true", "\"from_report\":false").replace("\"report\"", "\"checked\""))
            .collect::<Vec<_>>()
    };
    assert_eq!(unmarked(&from_reports), unmarked(&reference));
    // The files themselves take the place of what was told about them, whichever came first.
    for assessment in &assessments {
        ledger.add(assessment).unwrap();
    }
    assert_eq!(told(&ledger), reference);
    add_reports(&mut ledger, &text);
    assert_eq!(told(&ledger), reference);
}

#[test]
fn a_forged_report_gives_way_to_the_record() {
    let file = files().remove(0);
    let assessment = verified(&file);
    let reference = told(&ledger_of([&assessment].into_iter()));
    let forged = reports(std::slice::from_ref(&assessment)).replace("\"T1\"", "\"T77\"").replace("\"10.000\"", "\"99.000\"");
    let mut first = Ledger::in_memory().unwrap();
    add_reports(&mut first, &forged);
    assert!(told(&first).contains("T77"));
    first.add(&assessment).unwrap();
    assert_eq!(told(&first), reference);
    let mut last = ledger_of([&assessment].into_iter());
    add_reports(&mut last, &forged);
    assert_eq!(told(&last), reference);
}

#[test]
fn broken_reports_add_nothing_of_themselves() {
    let assessments: Vec<Assessment> = files().iter().take(2).map(verified).collect();
    let text = reports(&assessments);
    let lines: Vec<&str> = text.lines().collect();
    for broken in [
        &lines[1][..lines[1].len() / 2],
        &lines[1].replace("signed_sha256", "other"),
        &lines[1].replace("eichrecht-report/1", "eichrecht-report/9"),
        "{}",
        &lines[1].replace("\"value\": \"", "\"value\": \"x"),
    ] {
        let mut ledger = Ledger::in_memory().unwrap();
        let mut batch = ledger.batch().unwrap();
        let stream = format!("{}\n{broken}\n", lines[0]);
        let mut reports = Reports::new(stream.as_bytes(), 1 << 20);
        assert_eq!(batch.add_next(&mut reports).unwrap().unwrap().new, 2);
        assert!(matches!(batch.add_next(&mut reports), Err(LedgerError::Report { number: 2, .. })), "{broken}");
        batch.commit().unwrap();
        assert_eq!(told(&ledger), {
            let mut alone = Ledger::in_memory().unwrap();
            add_reports(&mut alone, lines[0]);
            told(&alone)
        });
    }
    let mut ledger = Ledger::in_memory().unwrap();
    let mut batch = ledger.batch().unwrap();
    assert!(batch.add_next(&mut Reports::new(text.as_bytes(), 1000)).is_err(), "the limit holds");
}

#[test]
fn what_is_no_evidence_is_listed_and_excuses_nobody() {
    let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testvectors/demo");
    let read = |name: &str| std::fs::read(demo.join(name)).unwrap();
    let verifier = Verifier::new().key(eichrecht_model::KeyOrigin::User, "key", read("meter-key.pem"));
    let altered = verifier.verify(vec![Input::new("altered", read("session-altered.ocmf"))]);
    let told_of_it = told(&ledger_of([&altered].into_iter()));
    assert!(told_of_it.contains("\"signature\":\"invalid\"") && told_of_it.contains("\"meters\":0"), "{told_of_it}");
    let keyless = files().iter().filter(|(name, _)| name.contains("without-key")).map(verified).collect::<Vec<_>>();
    let alone = told(&ledger_of(keyless.iter()));
    assert!(alone.contains("\"signature\":\"not-checked\"") && alone.contains("\"meters\":0"), "{alone}");
}

#[test]
fn a_batch_that_is_dropped_leaves_nothing() {
    let assessment = verified(&files().remove(0));
    let mut ledger = Ledger::in_memory().unwrap();
    let mut batch = ledger.batch().unwrap();
    put(&mut batch, &assessment);
    drop(batch);
    let empty = told(&Ledger::in_memory().unwrap());
    assert_eq!(told(&ledger), empty);
    assert_eq!(ledger.add(&assessment).unwrap().new, 2);
}

#[test]
fn other_files_are_no_ledgers() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notes.txt");
    std::fs::write(&path, "this is no database, however long it may be ".repeat(50)).unwrap();
    assert!(matches!(Ledger::open(&path), Err(LedgerError::NotALedger)));
    assert!(Ledger::open_existing(&folder.path().join("missing")).is_err());
    let path = folder.path().join("ledger.sqlite");
    drop(Ledger::open(&path).unwrap());
    assert!(Ledger::open_existing(&path).unwrap().add(&verified(&files().remove(0))).is_err(), "for reading only");
}
