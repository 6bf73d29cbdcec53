//! Development tasks.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a program for the terminal")]

use std::process::ExitCode;

use eichrecht_testkit::{generate, vectors_folder};

const USAGE: &str = "usage: cargo run -p xtask -- vectors [--check]";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["vectors"] => write_vectors(),
        ["vectors", "--check"] => check_vectors(),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn write_vectors() -> Result<(), String> {
    let count = generate::write(&vectors_folder()).map_err(|problem| problem.to_string())?;
    println!("{count} files");
    Ok(())
}

fn check_vectors() -> Result<(), String> {
    let lines = generate::differences(&vectors_folder()).map_err(|problem| problem.to_string())?;
    if lines.is_empty() {
        println!("the vectors are up to date");
        return Ok(());
    }
    Err(format!("{}\nrun `cargo run -p xtask -- vectors`", lines.join("\n")))
}
