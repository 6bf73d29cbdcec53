//! The ledger from outside: a fleet of signed files through the command line, and a process that is killed.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test that cannot go on shall stop, and reads files"
)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use eichrecht_testkit::fleet::{Meter, Plan, signed};
use serde_json::Value;

fn eichrecht(ledger: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_eichrecht"));
    command.args(["--lang", "en", "ledger", "--ledger"]).arg(ledger).args(arguments);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn run(ledger: &Path, arguments: &[&str], files: &[PathBuf]) -> Output {
    eichrecht(ledger, arguments).args(files).output().unwrap()
}

fn audit(ledger: &Path) -> Value {
    let output = run(ledger, &["audit", "-o", "json"], &[]);
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn write(folder: &Path, meters: &[Meter]) -> Vec<PathBuf> {
    let mut paths = Vec::new();
    for (name, bytes) in meters.iter().flat_map(signed::files) {
        paths.push(folder.join(name));
        std::fs::write(paths.last().unwrap(), bytes).unwrap();
    }
    paths
}

#[test]
fn a_fleet_of_signed_files_has_its_faults_and_no_others() {
    let folder = tempfile::tempdir().unwrap();
    let ledger = folder.path().join("ledger.sqlite");
    let meters: Vec<Meter> = Plan { meters: 20, sessions: 20, faults: 15 }.meters().collect();
    let files = write(folder.path(), &meters);
    let output = run(&ledger, &["add"], &files);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let audit = audit(&ledger);
    let mut found: Vec<&str> = Vec::new();
    for meter in audit["meters"].as_array().unwrap() {
        let codes: Vec<&str> = meter["findings"].as_array().unwrap().iter().map(|finding| finding["code"].as_str().unwrap()).collect();
        // Alfen shows its serial numbers otherwise; those meters are counted only.
        if let Some(planned) = meters.iter().find(|planned| meter["meter"]["serial"] == planned.serial()) {
            assert!(codes.iter().all(|code| planned.expected.is_some_and(|kind| kind.code() == *code)), "{meter}");
        }
        found.extend(codes);
    }
    let mut expected: Vec<&str> = meters.iter().filter_map(|meter| Some(meter.expected?.code())).collect();
    found.sort_unstable();
    expected.sort_unstable();
    assert_eq!(found, expected);
    assert_eq!(audit["summary"]["unproven"], 0);

    // The same files again change nothing, and text and CSV tell the same findings.
    assert_eq!(run(&ledger, &["add"], &files[10..60]).status.code(), Some(0));
    assert_eq!(self::audit(&ledger), audit);
    let text = run(&ledger, &["audit"], &[]);
    assert_eq!(text.status.code(), Some(1));
    let text = String::from_utf8(text.stdout).unwrap();
    let csv = String::from_utf8(run(&ledger, &["audit", "-o", "csv"], &[]).stdout).unwrap();
    for code in expected {
        assert!(text.contains(code) && csv.contains(code), "{code}");
    }
    let listing = run(&ledger, &["show", "--meter", &meters[0].serial()], &[]);
    assert_eq!(listing.status.code(), Some(0));
    assert!(String::from_utf8(listing.stdout).unwrap().contains("T1 "));
    assert_eq!(run(&ledger, &["show", "--meter", "nobody"], &[]).status.code(), Some(3));
}

#[test]
fn nothing_added_and_no_ledger_are_no_good_news() {
    let folder = tempfile::tempdir().unwrap();
    let ledger = folder.path().join("new").join("ledger.sqlite");
    assert_eq!(run(&ledger, &["audit"], &[]).status.code(), Some(2));
    let empty = folder.path().join("empty");
    std::fs::write(&empty, "").unwrap();
    assert_eq!(run(&ledger, &["add"], std::slice::from_ref(&empty)).status.code(), Some(3));
    let output = run(&ledger, &["audit"], &[]);
    assert_eq!(output.status.code(), Some(3));
    assert!(String::from_utf8(output.stdout).unwrap().contains("NOT CHECKED"));
    // A file that is no ledger stays as it is.
    std::fs::write(&empty, "x".repeat(5000)).unwrap();
    assert_eq!(run(&empty, &["audit"], &[]).status.code(), Some(2));
    assert_eq!(std::fs::read(&empty).unwrap(), "x".repeat(5000).into_bytes());
}

/// Killed at any moment and begun again, a ledger is what it would have been without.
#[cfg(unix)]
#[test]
fn a_killed_process_loses_and_doubles_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let meters: Vec<Meter> = Plan { meters: 15, sessions: 6, faults: 15 }.meters().collect();
    let files = write(folder.path(), &meters);
    let undisturbed = folder.path().join("undisturbed.sqlite");
    let started = std::time::Instant::now();
    assert_eq!(run(&undisturbed, &["add"], &files).status.code(), Some(0));
    let whole = started.elapsed();
    let expected = audit(&undisturbed);

    let ledger = folder.path().join("killed.sqlite");
    // Moments spread over the whole run by a fixed sequence; what happens at them is up to the machine.
    let mut state = 0x2545_f491_u32;
    let mut killed = 0;
    for _ in 0..25 {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let part = u64::from(state >> 16) * 11 / 10;
        let wait = Duration::from_micros(u64::try_from(whole.as_micros()).unwrap() * part / 65_536);
        let mut child = eichrecht(&ledger, &["add"]).args(&files).spawn().unwrap();
        std::thread::sleep(wait);
        // SIGKILL; a process that was quicker has ended by itself.
        killed += u32::from(child.try_wait().unwrap().is_none());
        let _ = child.kill();
        child.wait().unwrap();
        // Whatever is there can be opened and judged.
        if ledger.exists() {
            let status = run(&ledger, &["audit", "-o", "json"], &[]).status.code();
            assert!(
                matches!(status, Some(0 | 1 | 3)) || (status == Some(2) && std::fs::metadata(&ledger).unwrap().len() == 0),
                "{status:?}"
            );
        }
    }
    println!("{killed} of 25 runs were killed before their end");
    assert_eq!(run(&ledger, &["add"], &files).status.code(), Some(0));
    assert_eq!(audit(&ledger), expected);
}
