//! Development tasks: what is generated, and the check that it is up to date.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a program for the terminal")]
#![allow(clippy::disallowed_methods, reason = "this is a front end: it reads the files of the repository")]

mod fleet;
mod hostile;
mod pages;
mod seeds;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use eichrecht_testkit::{generate, vectors_folder};

const USAGE: &str = "usage: cargo run -p xtask -- TASK [--check]

TASK
  vectors   the test vectors in testvectors/
  pages     docs/rules.md, and the example and the list of formats in README.md
  hostile   time and memory of the release program over hostile inputs (measures, decides nothing)
  fleet [METERS SESSIONS FAULTS]
            a generated fleet through the ledger, with time and memory; 1000 1000 200 by default. Use --release
  seeds     what fuzzing starts from, in crates/fuzz/corpus (not checked in)

--check     write nothing; fail when something is not up to date";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["vectors"] => write_vectors(),
        ["vectors", "--check"] => check_vectors(),
        ["hostile"] => hostile::measure(&root()),
        ["pages"] => write_pages(),
        ["pages", "--check"] => check_pages(),
        ["fleet"] => fleet::run(1000, 1000, 200),
        ["fleet", meters, sessions, faults] => match (meters.parse(), sessions.parse(), faults.parse()) {
            (Ok(meters), Ok(sessions), Ok(faults)) => fleet::run(meters, sessions, faults),
            _ => Err(USAGE.to_owned()),
        },
        ["seeds"] => seeds::write(&root().join("crates/fuzz/corpus")),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(said) => {
            println!("{said}");
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

/// The root of the repository.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn write_vectors() -> Result<String, String> {
    let count = generate::write(&vectors_folder()).map_err(|problem| problem.to_string())?;
    Ok(format!("{count} files"))
}

fn check_vectors() -> Result<String, String> {
    let lines = generate::differences(&vectors_folder()).map_err(|problem| problem.to_string())?;
    if lines.is_empty() {
        return Ok("the vectors are up to date".to_owned());
    }
    Err(format!("{}\nrun `cargo run -p xtask -- vectors`", lines.join("\n")))
}

fn write_pages() -> Result<String, String> {
    let pages = pages::pages(&root())?;
    for (path, content) in &pages {
        let file = root().join(path);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).map_err(|problem| format!("{path}: {problem}"))?;
        }
        fs::write(file, content).map_err(|problem| format!("{path}: {problem}"))?;
    }
    Ok(format!("{} pages", pages.len()))
}

fn check_pages() -> Result<String, String> {
    let differs = |path: &str, content: &str| fs::read_to_string(root().join(path)).ok().as_deref() != Some(content);
    let old: Vec<&str> = pages::pages(&root())?.iter().filter(|(path, content)| differs(path, content)).map(|(path, _)| *path).collect();
    if old.is_empty() {
        return Ok("the pages are up to date".to_owned());
    }
    Err(format!("not up to date: {}\nrun `cargo run -p xtask -- pages`", old.join(", ")))
}
