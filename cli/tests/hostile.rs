//! Hostile inputs, as a user of the command line meets them: each ends with an error that says what was wrong or which
//! limit was reached, and with the exit status for "could not be checked". Times and memory are measured by
//! `cargo run --release -p xtask -- hostile`.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test that cannot go on shall stop, and reads files"
)]

use std::process::{Command, Stdio};
use std::thread;

use eichrecht_testkit::hostile::{HOSTILE, Hostile};
use serde_json::Value;

fn check(input: &Hostile) -> Result<(), String> {
    let folder = std::env::temp_dir().join(format!("eichrecht-hostile-{}-{}", std::process::id(), input.name));
    std::fs::create_dir_all(&folder).unwrap();
    let path = input.write_to(&folder).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_eichrecht"))
        .args(["verify", "-o", "json", path.to_str().unwrap()])
        .stdin(Stdio::null())
        .output()
        .unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    if output.status.code() != Some(3) {
        return Err(format!("{}: exit {:?}, {}", input.name, output.status, String::from_utf8_lossy(&output.stderr)));
    }
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let errors = report["inputs"][0]["errors"].as_array().unwrap();
    let expected = errors.iter().any(|error| error["kind"] == input.error && error["limit"].as_str() == input.limit);
    if report["verdict"] == "not-checked" && expected { Ok(()) } else { Err(format!("{}: {errors:?}", input.name)) }
}

#[test]
fn every_hostile_input_ends_with_an_error_that_names_the_limit() {
    // Each takes seconds in a debug build, so they go side by side.
    let lane = |first: usize| HOSTILE.iter().skip(first).step_by(2).filter_map(|input| check(input).err()).collect::<Vec<_>>();
    let problems = thread::scope(|scope| {
        let lanes = [0, 1].map(|first| scope.spawn(move || lane(first)));
        lanes.into_iter().flat_map(|lane| lane.join().unwrap()).collect::<Vec<_>>()
    });
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}
