//! A generated fleet: every planted fault is found, and nothing else. The size anybody cares for is run by
//! `cargo run --release -p xtask -- fleet`.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "test code: a panic is a failing test")]

use std::collections::BTreeSet;

use eichrecht_ledger::{Filter, Ledger, LedgerError};
use eichrecht_testkit::fleet::{Kind, Meter, Plan, entries};

/// What an audit finds: serial number and code.
fn found(ledger: &Ledger) -> Vec<(String, &'static str)> {
    let mut found = Vec::new();
    ledger
        .audit(&Filter::default(), |audit| {
            found.extend(audit.findings.iter().map(|finding| (audit.meter.serial.clone().unwrap(), finding.code)));
            Ok::<(), LedgerError>(())
        })
        .unwrap();
    found.sort();
    found
}

fn expected(meters: impl Iterator<Item = Meter>) -> Vec<(String, &'static str)> {
    let mut expected: Vec<_> = meters.filter_map(|meter| Some((meter.serial(), meter.expected?.code()))).collect();
    expected.sort();
    expected
}

fn add<'a>(ledger: &mut Ledger, meters: impl Iterator<Item = &'a Meter>) {
    let mut batch = ledger.batch().unwrap();
    for submission in meters.flat_map(entries::submissions) {
        batch.add(&submission).unwrap();
    }
    batch.commit().unwrap();
}

#[test]
fn every_planted_fault_is_found_and_nothing_else() {
    let plan = Plan { meters: 120, sessions: 12, faults: 60 };
    let meters: Vec<Meter> = plan.meters().collect();
    let kinds: BTreeSet<Kind> = meters.iter().filter_map(|meter| meter.expected).collect();
    assert_eq!(kinds.len(), Kind::ALL.len(), "a kind is missing");
    let mut ledger = Ledger::in_memory().unwrap();
    add(&mut ledger, meters.iter());
    assert_eq!(found(&ledger), expected(plan.meters()));
    // Again, and in the opposite order: nothing changes.
    add(&mut ledger, meters.iter().rev());
    assert_eq!(found(&ledger), expected(plan.meters()));
}

#[test]
fn a_writer_takes_from_many_threads() {
    let plan = Plan { meters: 40, sessions: 6, faults: 15 };
    let meters: Vec<Meter> = plan.meters().collect();
    let writer = eichrecht_ledger::Writer::new(Ledger::in_memory().unwrap()).unwrap();
    std::thread::scope(|scope| {
        for part in meters.chunks(11) {
            let writer = &writer;
            scope.spawn(move || part.iter().flat_map(entries::submissions).for_each(|submission| writer.add(submission).unwrap()));
        }
    });
    let (ledger, added) = writer.finish().unwrap();
    assert!(added.new > 0);
    assert_eq!(found(&ledger), expected(plan.meters()));
}

#[test]
fn a_period_chooses_what_is_told_and_not_what_is_judged() {
    let mut ledger = Ledger::in_memory().unwrap();
    let plan = Plan { meters: 30, sessions: 8, faults: 15 };
    add(&mut ledger, plan.meters().collect::<Vec<_>>().iter());
    let count = |from: Option<&str>, until: Option<&str>| {
        let period = eichrecht_ledger::Period { from: from.map(|t| t.parse().unwrap()), until: until.map(|t| t.parse().unwrap()) };
        let mut count = 0;
        let filter = Filter { period, ..Filter::default() };
        ledger
            .audit(&filter, |audit| {
                count += audit.findings.len();
                Ok::<(), LedgerError>(())
            })
            .unwrap();
        count
    };
    assert_eq!(count(None, None), 15);
    assert_eq!(count(Some("2026-01-01T00:00:00Z"), None), 15);
    assert_eq!(count(None, Some("2026-01-01T00:00:00Z")), 0);
    assert_eq!(count(Some("2030-01-01T00:00:00Z"), None), 0);
}
