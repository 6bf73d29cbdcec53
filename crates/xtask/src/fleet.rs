//! A generated fleet through the ledger: are all planted faults found and nothing else, how long does it take, how much
//! memory does it need?

use std::fs;
use std::time::Instant;

use eichrecht_ledger::{Filter, Ledger, LedgerError};
use eichrecht_testkit::fleet::{Plan, entries};

/// Submissions committed together.
const TOGETHER: usize = 1000;

/// Runs a fleet of `meters` with `sessions` each and `faults` planted faults.
pub(crate) fn run(meters: u32, sessions: u32, faults: u32) -> Result<String, String> {
    if sessions < 4 || meters == 0 || faults > meters {
        return Err("a fleet needs a meter, four sessions each, and no more faults than meters".to_owned());
    }
    let path = std::env::temp_dir().join(format!("eichrecht-fleet-{}.sqlite", std::process::id()));
    let done = measured(Plan { meters, sessions, faults }, &path);
    for ending in ["", "-wal", "-shm"] {
        let _ = fs::remove_file(format!("{}{ending}", path.display()));
    }
    done.map_err(|problem| problem.to_string())
}

fn measured(plan: Plan, path: &std::path::Path) -> Result<String, Box<dyn std::error::Error>> {
    let mut ledger = Ledger::open(path)?;
    let (begun, processor) = (Instant::now(), processor_seconds());
    let mut expected = Vec::new();
    let (mut records, mut waiting) = (0, 0);
    let mut batch = ledger.batch()?;
    for meter in plan.meters() {
        expected.extend(meter.expected.map(|kind| (meter.serial(), kind.code())));
        for submission in entries::submissions(&meter) {
            records += batch.add(&submission)?.new;
            waiting += 1;
            if waiting == TOGETHER {
                batch.commit()?;
                batch = ledger.batch()?;
                waiting = 0;
            }
        }
    }
    batch.commit()?;
    drop(ledger);
    println!("added    {records} records: {}", since(begun, processor));
    println!("file     {} MiB", fs::metadata(path)?.len() >> 20);

    forget_peak();
    let (begun, processor) = (Instant::now(), processor_seconds());
    let mut found = Vec::new();
    let summary = Ledger::open_existing(path)?.audit(&Filter::default(), |audit| {
        let serial = audit.meter.serial.unwrap_or_default();
        found.extend(audit.findings.iter().map(|finding| (serial.clone(), finding.code)));
        Ok::<(), LedgerError>(())
    })?;
    println!("audited  {} meters, {} sessions: {}", summary.meters, summary.sessions, since(begun, processor));
    println!(
        "memory   {}",
        peak().map_or_else(|| "not known on this system".to_owned(), |peak| format!("{peak} MiB at most while auditing"))
    );

    found.sort();
    expected.sort();
    let missed: Vec<_> = expected.iter().filter(|one| !found.contains(one)).collect();
    let invented: Vec<_> = found.iter().filter(|one| !expected.contains(one)).collect();
    println!("planted  {}, found {}", expected.len(), found.len());
    if found == expected {
        Ok("all faults were found and nothing else".to_owned())
    } else {
        Err(format!("missed: {missed:?}\nfound without being planted: {invented:?}").into())
    }
}

fn since(begun: Instant, processor: Option<u64>) -> String {
    let passed = format!("{:.1} s", begun.elapsed().as_secs_f32());
    match processor_seconds().zip(processor) {
        Some((now, then)) => format!("{passed}, {} s of one processor", now - then),
        None => passed,
    }
}

/// Seconds of processor time this process has used, where the system tells.
fn processor_seconds() -> Option<u64> {
    let text = fs::read_to_string("/proc/self/stat").ok()?;
    // Behind the name in brackets; hundredths of a second.
    let mut fields = text.rsplit_once(')')?.1.split_whitespace().skip(11);
    let user: u64 = fields.next()?.parse().ok()?;
    let system: u64 = fields.next()?.parse().ok()?;
    Some((user + system) / 100)
}

/// Most memory this process has had since [`forget_peak`], in MiB, where the system tells.
fn peak() -> Option<u64> {
    let text = fs::read_to_string("/proc/self/status").ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kilobytes >> 10)
}

fn forget_peak() {
    let _ = fs::write("/proc/self/clear_refs", "5");
}
