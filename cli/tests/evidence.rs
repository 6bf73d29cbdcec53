//! `verify --pdf` and `--bundle`: files for a dispute beside the report.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test that cannot go on shall stop, and reads files")]

use std::path::Path;
use std::process::{Command, Output};

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_eichrecht")).args(["verify", "--lang", "en"]).args(arguments).output().unwrap()
}

fn vector(path: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../testvectors").join(path).to_str().unwrap().to_owned()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn files_are_written_and_verified_again_with_the_same_verdict() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (pdf, bundle) = (at("report.pdf"), at("evidence.zip"));
    let key = vector("demo/meter-key.pem");
    for (file, status) in [("demo/session.ocmf", 0), ("demo/session-altered.ocmf", 1), ("demo/receipt.xml", 0)] {
        let written = run(&["-k", &key, "--pdf", &pdf, "--bundle", &bundle, &vector(file)]);
        assert_eq!(written.status.code(), Some(status), "{}", text(&written.stderr));
        assert!(written.stderr.is_empty(), "{}", text(&written.stderr));
        assert!(!written.stdout.is_empty());
        let verdict = |output: &Output| text(&output.stdout).split(':').next().unwrap().to_owned();
        for evidence in [&pdf, &bundle] {
            let again = run(&["-k", &key, evidence]);
            assert_eq!(again.status.code(), Some(status), "{evidence}\n{}", text(&again.stdout));
            assert_eq!(verdict(&again), verdict(&written), "{evidence}\n{}", text(&again.stdout));
        }
    }
    // Nothing else is left in the folder.
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[test]
fn what_is_read_is_never_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let session = folder.path().join("session.ocmf");
    std::fs::copy(vector("demo/session.ocmf"), &session).unwrap();
    let before = std::fs::read(&session).unwrap();
    let path = session.to_str().unwrap();
    let other = folder.path().join("./session.ocmf");
    for arguments in [["--pdf", path, path], ["--bundle", other.to_str().unwrap(), path], ["-k", path, "--pdf"]] {
        let arguments: Vec<&str> = if arguments[0] == "-k" { vec!["--pdf", path, "-k", path, "x"] } else { arguments.to_vec() };
        let refused = run(&arguments);
        assert_eq!(refused.status.code(), Some(2), "{}", text(&refused.stderr));
        assert_eq!(std::fs::read(&session).unwrap(), before);
    }
    let twice = run(&["--pdf", "same", "--bundle", "same", path]);
    assert_eq!(twice.status.code(), Some(2));
}

#[test]
fn a_file_that_cannot_be_written_is_a_fault_without_verdict() {
    let folder = tempfile::tempdir().unwrap();
    let nowhere = folder.path().join("no/such/folder/report.pdf");
    let output = run(&["-o", "json", "--pdf", nowhere.to_str().unwrap(), &vector("demo/session.ocmf")]);
    assert_eq!(output.status.code(), Some(4), "{}", text(&output.stderr));
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(document["verdict"].is_null(), "{document}");
    assert!(text(&output.stderr).contains("no verdict was given"));
}
