//! What scripts rely on and single calls cannot show: closed pipes, full disks, hostile files, one JSON document.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test that cannot go on shall stop, and reads files"
)]

use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn eichrecht(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_eichrecht"));
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn run(arguments: &[&str]) -> Output {
    eichrecht(arguments).output().unwrap()
}

fn vector(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../testvectors").join(path);
    assert!(path.exists(), "{} is missing", path.display());
    path.to_str().unwrap().to_owned()
}

/// A folder for the files of one test, removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("eichrecht-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn file(&self, name: &str, content: &[u8]) -> String {
        let path = self.0.join(name);
        std::fs::write(&path, content).unwrap();
        path.to_str().unwrap().to_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The report of a call with `-o json`, which must be one document and nothing else.
fn json(arguments: &[&str], status: i32) -> Value {
    let output = run(&[&["verify", "-o", "json"], arguments].concat());
    assert_eq!(output.status.code(), Some(status), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn every_verdict_has_its_status_and_its_document() {
    let key = vector("demo/meter-key.pem");
    for (file, with_key, verdict, status) in [
        ("demo/session.ocmf", true, "verified", 0),
        ("demo/receipt.xml", false, "verified-with-warnings", 0),
        ("demo/session-altered.ocmf", true, "failed", 1),
        ("demo/session-without-key.ocmf", false, "not-checked", 3),
    ] {
        let file = vector(file);
        let arguments: Vec<&str> = if with_key { vec!["-k", &key, &file] } else { vec![&file] };
        let report = json(&arguments, status);
        assert_eq!(report["verdict"], verdict, "{file}");
        assert_eq!(report["inputs"][0]["path"], file.as_str());
        let proven = !report["inputs"][0]["transactions"][0]["energy"].is_null();
        assert_eq!(proven, status == 0, "{file}");
        for form in ["text", "csv"] {
            let output = run(&[&["verify", "-o", form], arguments.as_slice()].concat());
            assert_eq!(output.status.code(), Some(status), "{form} of {file}");
        }
    }
}

#[test]
fn what_cannot_be_read_is_reported_and_hides_nothing() {
    let folder = Folder::new("unreadable");
    let empty = folder.file("empty.xml", b"");
    let noise = folder.file("noise.bin", &[0xff, 0xfe, 0x00, 0x9d, 0x80].repeat(50));
    let huge = folder.0.join("huge.ocmf");
    // A sparse file: a thousand gigabytes that take no room. It must be refused without being read.
    File::create(&huge).unwrap().set_len(1 << 40).unwrap();
    let missing = folder.0.join("missing.xml");
    let good = vector("demo/session.ocmf");
    let (huge, missing, directory) = (huge.to_str().unwrap(), missing.to_str().unwrap(), folder.0.to_str().unwrap());
    let report = json(&[&empty, huge, &good, missing, directory, &noise], 3);
    let inputs = report["inputs"].as_array().unwrap();
    assert_eq!(inputs.len(), 6);
    let kinds: Vec<&str> = inputs.iter().map(|input| input["errors"][0]["kind"].as_str().unwrap_or("-")).collect();
    assert_eq!(kinds[..5], ["empty", "limit", "-", "input-unreadable", "input-unreadable"]);
    assert_ne!(kinds[5], "-", "{:#}", inputs[5]);
    assert_eq!(inputs[1]["errors"][0]["limit"], "input-bytes");
    assert_eq!(inputs[1]["sha256"], Value::Null);
    assert_eq!(inputs[1]["size"], 1u64 << 40);
    assert_eq!(inputs[4]["errors"][0]["detail"], "is a directory");
    assert_eq!(inputs[2]["records"].as_array().unwrap().len(), 1);
    assert!(inputs.iter().all(|input| input["verdict"] == "not-checked"));
}

#[cfg(unix)]
#[test]
fn an_endless_input_is_refused() {
    let report = json(&["/dev/zero"], 3);
    assert_eq!(report["inputs"][0]["errors"][0]["limit"], "input-bytes");
}

#[test]
fn standard_input_and_pasted_text_give_the_verdict_of_the_file() {
    let key = std::fs::read_to_string(vector("demo/meter-key.pem")).unwrap();
    let data = std::fs::read(vector("demo/session.ocmf")).unwrap();
    let mut child = eichrecht(&["verify", "-o", "json", "-k", &key, "-"]).stdin(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(&data).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((report["inputs"][0]["path"].as_str(), report["verdict"].as_str()), (Some("-"), Some("verified")));
    let pasted = String::from_utf8(data).unwrap();
    assert_eq!(json(&["-k", &key, &pasted], 0)["verdict"], "verified");
}

#[test]
fn a_required_origin_is_required() {
    let file = vector("demo/receipt.xml");
    assert_eq!(json(&["--require-key-origin", "container", &file], 0)["verdict"], "verified-with-warnings");
    for origin in ["user", "register"] {
        let report = json(&["--require-key-origin", origin, &file], 3);
        assert_eq!(report["verdict"], "not-checked");
        assert_eq!(report["inputs"][0]["transactions"][0]["energy"], Value::Null);
    }
    let key = vector("demo/meter-key.pem");
    assert_eq!(json(&["--require-key-origin", "user", "-k", &key, &file], 0)["verdict"], "verified-with-warnings");
}

#[test]
fn a_reader_who_leaves_is_no_fault() {
    let file = vector("demo/session-altered.ocmf");
    let key = vector("demo/meter-key.pem");
    let mut child = eichrecht(&["verify", "-k", &key, &file]).spawn().unwrap();
    drop(child.stdout.take());
    let mut stderr = String::new();
    child.stderr.take().unwrap().read_to_string(&mut stderr).unwrap();
    // The status still tells the verdict.
    assert_eq!((child.wait().unwrap().code(), stderr.as_str()), (Some(1), ""));
}

#[cfg(target_os = "linux")]
#[test]
fn a_report_that_cannot_be_written_is_a_fault() {
    let full = File::options().write(true).open("/dev/full").unwrap();
    let file = vector("demo/session.ocmf");
    let key = vector("demo/meter-key.pem");
    let output = eichrecht(&["verify", "-k", &key, &file]).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(4));
    assert!(String::from_utf8(output.stderr).unwrap().contains("no verdict was given"));
}

#[test]
fn no_colour_outside_a_terminal() {
    let file = vector("demo/session.ocmf");
    let output = eichrecht(&["verify", &file]).env_remove("NO_COLOR").env("CLICOLOR_FORCE", "1").output().unwrap();
    assert!(!output.stdout.contains(&0x1b));
}

#[test]
fn the_language_follows_the_locale_and_the_option_goes_first() {
    let first_word = |locale: &str, arguments: &[&str]| {
        let file = vector("demo/session-without-key.ocmf");
        let output = eichrecht(&[&["verify", &file], arguments].concat()).env("LC_ALL", locale).output().unwrap();
        String::from_utf8(output.stdout).unwrap().split(' ').next().unwrap().to_owned()
    };
    assert_eq!(first_word("de_AT.UTF-8", &[]), "NICHT");
    assert_eq!(first_word("C", &[]), "NOT");
    assert_eq!(first_word("de_DE.UTF-8", &["--lang", "en"]), "NOT");
    assert_eq!(first_word("en_GB.UTF-8", &["--lang", "de"]), "NICHT");
}

#[test]
fn a_key_may_be_a_picture_of_its_code() {
    let picture = vector("ocmf/documents/qr-key-beside.png");
    let record = vector("ocmf/documents/qr-key-beside.ocmf");
    let decoded = |key: &str| run(&["keys", "decode", "-o", "json", key]);
    let from_picture = decoded(&picture);
    assert_eq!(from_picture.status.code(), Some(0), "{}", String::from_utf8_lossy(&from_picture.stderr));
    assert_eq!(from_picture.stdout, decoded(&vector("keys/meter.pem")).stdout);
    let report = json(&[&record, "-k", &picture], 0);
    assert_eq!(report["inputs"][0]["records"][0]["key"]["origin"], "user");
    // A picture with something else in it is no key.
    assert_eq!(decoded(&vector("ocmf/documents/qr-png.png")).status.code(), Some(2));
}
