//! `batch` from outside: processes that are killed and interrupted, the ledger and the key store.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test that cannot go on shall stop, and reads files"
)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use eichrecht_testkit::fleet::{Plan, signed};

const DEMO: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../testvectors/demo");

fn eichrecht(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_eichrecht"));
    command.args(["--lang", "en"]).args(arguments);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn run(arguments: &[&str]) -> Output {
    eichrecht(arguments).output().unwrap()
}

fn words(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Rows of all kinds: sessions that hold, one in 50 that was altered, one in 70 that is broken JSON.
fn table(path: &Path, rows: usize) {
    let session = std::fs::read_to_string(format!("{DEMO}/session.ocmf")).unwrap();
    let altered = std::fs::read_to_string(format!("{DEMO}/session-altered.ocmf")).unwrap();
    let key = std::fs::read_to_string(format!("{DEMO}/meter-key.pem")).unwrap();
    let row = |number: usize| match number {
        _ if number % 70 == 69 => "{\"ocmf\":".to_owned(),
        _ => {
            let ocmf = if number % 50 == 49 { &altered } else { &session };
            serde_json::json!({ "id": number, "ocmf": ocmf, "public_key": key }).to_string()
        }
    };
    let lines: Vec<String> = (0..rows).map(row).collect();
    std::fs::write(path, lines.join("\n")).unwrap();
}

/// How many chunks of rows are safe by the word of the journal.
fn safe_chunks(journal: &Path) -> u64 {
    let journal: Option<serde_json::Value> = std::fs::read(journal).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
    journal.and_then(|journal| journal["state"]["chunks"].as_u64()).unwrap_or(0)
}

/// Ends a run once it has made so many more chunks safe, if it is not quicker. Whether it was still going on.
#[cfg(unix)]
fn end_by(signal: &str, mut child: std::process::Child, mut now: impl FnMut() -> bool) -> bool {
    loop {
        if child.try_wait().unwrap().is_some() {
            return false;
        }
        if now() {
            assert!(Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap().success());
            // A run that is asked to stop ends by itself.
            let status = child.wait().unwrap();
            return status.code().is_none_or(|code| code == 3);
        }
        std::thread::yield_now();
    }
}

/// SIGKILL and Ctrl-C at many points of a run, and the result is that of a run that nobody disturbed.
#[cfg(unix)]
#[test]
fn a_run_that_was_killed_again_and_again_ends_in_the_same_output() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    table(&PathBuf::from(at("in.ndjson")), 3_000);
    for ending in ["ndjson", "csv", "parquet"] {
        let (whole, disturbed) = (at(&format!("whole.{ending}")), at(&format!("disturbed.{ending}")));
        let journal = PathBuf::from(format!("{disturbed}.journal"));
        let part = PathBuf::from(format!("{disturbed}.part"));
        let output = run(&["batch", &at("in.ndjson"), "--to", &whole]);
        assert_eq!(output.status.code(), Some(1), "{}", words(&output));
        let again = || eichrecht(&["batch", &at("in.ndjson"), "--to", &disturbed, "--resume", "--save-every", "0", "--quiet"]);
        // A fixed sequence of moments; how far the run is at them is up to the machine.
        let mut state = 0x2545_f491_u32;
        for round in 0..8 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let (before, more, mut looks) = (safe_chunks(&journal), u64::from(state >> 29), 0);
            let now = || {
                looks += 1;
                if ending == "parquet" { part.exists() && looks > state >> 22 } else { safe_chunks(&journal) > before + more }
            };
            if !end_by(if round % 3 == 2 { "-INT" } else { "-KILL" }, again().spawn().unwrap(), now) {
                break;
            }
            assert!(!Path::new(&disturbed).exists() || journal.exists(), "the result has its name too early");
        }
        if !Path::new(&disturbed).exists() {
            assert!(!run(&["batch", &at("in.ndjson"), "--to", &disturbed]).status.success(), "an unfinished result was written over");
        }
        assert_eq!(again().output().unwrap().status.code(), Some(1));
        assert!(std::fs::read(&disturbed).unwrap() == std::fs::read(&whole).unwrap(), "{ending}");
        assert!(!journal.exists() && !part.exists());
    }
}

#[test]
fn a_ledger_is_the_same_whoever_fills_it() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    std::fs::create_dir(at("in")).unwrap();
    for (name, bytes) in (Plan { meters: 12, sessions: 8, faults: 9 }).meters().flat_map(|meter| signed::files(&meter)) {
        std::fs::write(folder.path().join("in").join(name), bytes).unwrap();
    }
    let output = run(&["batch", &at("in"), "--to", &at("out.csv"), "--ledger", &at("a.sqlite"), "--jobs", "4"]);
    assert!(words(&output).contains("\nLedger: "), "{}", words(&output));
    let mut files: Vec<PathBuf> = std::fs::read_dir(at("in")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let added = eichrecht(&["ledger", "--ledger", &at("b.sqlite"), "add"]).args(&files).output().unwrap();
    assert_eq!(added.status.code(), Some(0), "{}", words(&added));
    let audit = |ledger: &str| run(&["ledger", "--ledger", ledger, "audit", "-o", "json"]).stdout;
    assert!(audit(&at("a.sqlite")).len() > 1_000);
    assert_eq!(String::from_utf8(audit(&at("a.sqlite"))).unwrap(), String::from_utf8(audit(&at("b.sqlite"))).unwrap());
    // Once more is nothing new.
    let output = run(&["batch", &at("in"), "--to", &at("out2.csv"), "--ledger", &at("a.sqlite")]);
    assert!(words(&output).contains("Ledger: 0 new records, "), "{}", words(&output));
    // A ledger that cannot be one stops everything before it begins.
    std::fs::write(at("no-ledger"), "x".repeat(5_000)).unwrap();
    let output = run(&["batch", &at("in"), "--to", &at("out3.csv"), "--ledger", &at("no-ledger")]);
    assert_eq!(output.status.code(), Some(2), "{}", words(&output));
    assert!(!Path::new(&at("out3.csv")).exists());
}

#[test]
fn registered_keys_count_as_they_do_for_verify() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let register = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cmd/keys-store.in/register_2026-03-01.csv");
    let imported = run(&["keys", "--keys", &at("keys.sqlite"), "import", register]);
    assert!(imported.status.success(), "{}", words(&imported));
    let session = format!("{DEMO}/session.ocmf");
    let only_registered = ["--keys", &at("keys.sqlite"), "--require-key-origin", "register"];
    let with = |command: &[&str], more: &[&str]| run(&[command, &[&session], &only_registered[..], more].concat());
    let verified = with(&["verify"], &["-o", "json"]);
    let batch = with(&["batch"], &["-q"]);
    assert_eq!((verified.status.code(), batch.status.code()), (Some(0), Some(0)), "{}{}", words(&verified), words(&batch));
    let verified: serde_json::Value = serde_json::from_slice(&verified.stdout).unwrap();
    let row: serde_json::Value = serde_json::from_slice(&batch.stdout).unwrap();
    assert_eq!((&row["key_origin"], &row["verdict"]), (&serde_json::json!("register"), &verified["verdict"]));
    assert_eq!(row["key_fingerprint"], verified["inputs"][0]["records"][0]["key"]["fingerprint"]);
    let missing = run(&["batch", &session, "--keys", &at("missing.sqlite")]);
    assert_eq!(missing.status.code(), Some(2), "{}", words(&missing));
}

#[test]
fn the_worst_row_and_a_run_cut_short_decide_the_exit_status() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let status = |arguments: &[&str]| {
        let output = run(&[&["batch"], arguments].concat());
        (output.status.code(), words(&output))
    };
    let demo = |name: &str| format!("{DEMO}/{name}");
    assert_eq!(status(&[&demo("receipt.xml")]).0, Some(0));
    assert_eq!(status(&[&demo("session-without-key.ocmf"), &demo("receipt.xml")]).0, Some(3));
    assert_eq!(status(&[&demo("session-altered.ocmf"), "-k", &demo("meter-key.pem"), &demo("session-without-key.ocmf")]).0, Some(1));
    std::fs::create_dir(at("empty")).unwrap();
    assert_eq!(status(&[&at("empty")]).0, Some(3));
    assert_eq!(status(&[&at("missing")]).0, Some(2));
    assert_eq!(status(&[&demo("receipt.xml"), "-o", "parquet"]).0, Some(2));
    assert_eq!(status(&[&demo("receipt.xml"), "--to", &at("no/such/folder.csv")]).0, Some(4));

    table(&PathBuf::from(at("in.ndjson")), 3_000);
    let (code, said) = status(&[&at("in.ndjson"), "--to", &at("out.csv"), "--fail-fast"]);
    assert_eq!(code, Some(1));
    assert!(said.contains("--resume goes on"), "{said}");
    assert!(!Path::new(&at("out.csv")).exists());
    let (code, said) = status(&[&at("in.ndjson"), "--to", &at("out.csv"), "--resume"]);
    assert_eq!(code, Some(1));
    assert!(said.contains("3000 inputs") && said.contains("were done before"), "{said}");
}

#[test]
fn a_reader_that_goes_away_is_no_fault() {
    let folder = tempfile::tempdir().unwrap();
    let input = folder.path().join("in.ndjson");
    table(&input, 2_000);
    let mut child = eichrecht(&["batch", &input.to_string_lossy(), "-q"]).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.stderr.is_empty(), "{}", words(&output));
    assert_ne!(output.status.code(), Some(4));
}
