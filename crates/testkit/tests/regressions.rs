//! Fuzz targets on the stable compiler: everything that once made one of them fail, and a part of their seeds.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "test code: a panic is a failing test"
)]

use std::collections::BTreeSet;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use eichrecht::{Input, Verifier};
use eichrecht_testkit::fuzz::seeds::Vectors;
use eichrecht_testkit::fuzz::truth::Truth;
use eichrecht_testkit::fuzz::{claims, target, targets};
use eichrecht_testkit::{generate, vectors_folder};

/// One seed in so many is run here; fuzzing itself starts with all of them.
const ONE_OF: usize = 8;

fn fuzz_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz")
}

#[test]
fn what_once_failed_holds() {
    let folder = fuzz_folder().join("regressions");
    let known: BTreeSet<&str> = targets().iter().map(|target| target.name).collect();
    for path in generate::paths_below(&folder).unwrap() {
        let Some((name, _)) = path.split_once('/').filter(|(name, _)| known.contains(name)) else {
            assert_eq!(path, "README.md", "a file of no target");
            continue;
        };
        println!("{path}");
        target(name).run(&fs::read(folder.join(&path)).unwrap());
    }
}

#[test]
fn each_target_accepts_what_it_starts_from() {
    let vectors = Vectors::load();
    for target in targets() {
        let seeds = target.seeds(&vectors);
        assert!(!seeds.is_empty(), "{target:?} has nothing to start from");
        for (at, seed) in seeds.iter().enumerate().step_by(ONE_OF) {
            let ran = catch_unwind(AssertUnwindSafe(|| target.run(seed)));
            assert!(ran.is_ok(), "{target:?}: seed {at}: {}", String::from_utf8_lossy(seed));
        }
    }
}

/// Each target is a program of `crates/fuzz`, and each program a target.
#[test]
fn each_target_is_a_program() {
    let manifest = fs::read_to_string(fuzz_folder().join("Cargo.toml")).unwrap();
    let names = |line: &str| line.strip_prefix("name = \"").and_then(|rest| rest.strip_suffix('"')).map(str::to_owned);
    let programs: BTreeSet<String> = manifest.split("[[bin]]").skip(1).filter_map(|part| part.lines().find_map(names)).collect();
    let known: BTreeSet<String> = targets().iter().map(|target| target.name.to_owned()).collect();
    assert_eq!(programs, known);
    for name in known {
        let program = fs::read_to_string(fuzz_folder().join(format!("fuzz_targets/{name}.rs"))).unwrap();
        assert!(program.contains(&format!("\"{name}\"")), "{name} runs another target");
    }
}

/// The claims can fail: what is valid and was signed by nobody that is known is refused.
#[test]
fn a_signature_by_nobody_known_is_noticed() {
    let bytes = fs::read(vectors_folder().join("demo/receipt.xml")).unwrap();
    let assessment = Verifier::new().verify(vec![Input::new("in", bytes.clone())]);
    claims::hold(&bytes, &assessment, &Truth::of_vectors());
    assert!(catch_unwind(|| claims::hold(&bytes, &assessment, &Truth::default())).is_err());
    let mut better = assessment;
    better.errors.push(eichrecht_model::ReadError {
        input: 0,
        kind: eichrecht_model::ReadErrorKind::Empty,
        location: eichrecht_model::Location::input("in"),
        offset: None,
        detail: String::new(),
    });
    assert!(catch_unwind(|| claims::hold(&bytes, &better, &Truth::of_vectors())).is_err(), "verified with an error");
}
