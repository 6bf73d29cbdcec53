//! Damaged and hostile files: the window opens them as it opens any, and neither freezes nor falls nor says more than
//! is true. Everything goes the way of the program itself: a file, the thread, the pages.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "test code: a panic is a failing test"
)]
#![allow(clippy::disallowed_methods, reason = "vectors and what the window wrote are read here")]
#![allow(clippy::float_arithmetic, clippy::field_reassign_with_default, reason = "sizes; limits are not exhaustive")]

mod common;

use common::{Window, vector};
use eframe::egui::{Key, Modifiers};
use eichrecht::Verifier;
use eichrecht::model::{LimitName, Limits, ReadErrorKind, Verdict};
use eichrecht_gui::Source;
use eichrecht_gui::load::{Budget, Job, Kept, Outcome, Running};
use eichrecht_gui::state::Work;

/// Vectors of every kind the program reads.
const SEEDS: &[&str] =
    &["demo/receipt.xml", "demo/session.ocmf", "json/chargy.chargy", "json/ocpi.txt", "json/ptb.txt", "json/log.txt", "keys/meter.pem"];

/// A cheap sequence of numbers, the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound.max(1)
    }
}

fn damaged(numbers: &mut Numbers, seed: &[u8]) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    match numbers.below(4) {
        0 => bytes.truncate(numbers.below(seed.len())),
        1 => {
            let at = numbers.below(bytes.len());
            bytes[at] ^= 1 << numbers.below(8);
        }
        2 => {
            let (from, to) = (numbers.below(bytes.len()), numbers.below(bytes.len()));
            let part: Vec<u8> = bytes[from..bytes.len().min(from + 64)].to_vec();
            bytes.splice(to..to, part);
        }
        _ => {
            for _ in 0..16 {
                let at = numbers.below(bytes.len());
                bytes[at] = u8::try_from(numbers.below(256)).unwrap();
            }
        }
    }
    bytes
}

fn finish(job: Job) -> Outcome {
    let running = Running::start(job, || {});
    loop {
        if let Some(outcome) = running.outcome() {
            return outcome;
        }
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
}

fn job(fresh: Vec<Source>, budget: Budget) -> Job {
    Job { kept: Vec::new(), fresh, verifier: Verifier::new().limits(budget.limits.clone()), budget, beyond: "beyond".to_owned() }
}

#[test]
fn damaged_files_are_shown_on_every_page() {
    let mut numbers = Numbers(20_260_101);
    let mut inputs = Vec::new();
    for seed in SEEDS {
        let bytes = std::fs::read(vector(seed)).unwrap();
        for number in 0..12 {
            inputs.push(Source::Bytes { name: format!("{number} {seed}"), bytes: damaged(&mut numbers, &bytes) });
        }
    }
    // Names are hostile, too.
    inputs.push(Source::Bytes { name: "\u{202e}fdp.\n\u{7}".repeat(40), bytes: vec![0; 100] });
    inputs.push(Source::Bytes { name: String::new(), bytes: Vec::new() });
    let mut window = Window::of_strangers(inputs);
    let lines = window.harness.state().state().checked().expect("a result").lines.len();
    assert!(lines > 20);
    for number in 0..lines {
        let tab = [Key::Num1, Key::Num2, Key::Num3, Key::Num4][number % 4];
        window.harness.key_press_modifiers(Modifiers::COMMAND, tab);
        window.harness.key_press_modifiers(Modifiers::ALT, Key::ArrowDown);
        window.harness.step();
    }
    assert!(matches!(window.harness.state().state().work, Work::Done(_)));
}

#[test]
fn a_flipped_bit_is_never_verified_where_the_whole_was_signed() {
    let mut numbers = Numbers(7);
    let seed = std::fs::read(vector("demo/session.ocmf")).unwrap();
    let key = std::fs::read(vector("demo/meter-key.pem")).unwrap();
    // The payload stands between the first and the second bar.
    let text = String::from_utf8(seed.clone()).unwrap();
    let (first, second) = (text.find('|').unwrap(), text.match_indices('|').nth(1).unwrap().0);
    for _ in 0..60 {
        let mut bytes = seed.clone();
        bytes[first + 1 + numbers.below(second - first - 1)] ^= 1 << numbers.below(7);
        let mut job = job(vec![Source::Bytes { name: "x".to_owned(), bytes }], Budget::default());
        job.verifier = job.verifier.key(eichrecht::model::KeyOrigin::User, "key", key.clone());
        let Outcome::Done(checked) = finish(job) else { panic!("no result") };
        assert!(checked.assessment.verdict >= Verdict::NotChecked);
        assert!(checked.lines.iter().all(|line| line.verdict.is_none_or(|verdict| verdict >= Verdict::NotChecked)));
    }
}

#[test]
fn bounds_leave_nothing_out_in_silence() {
    let folder = tempfile::tempdir().unwrap();
    for number in 0..5 {
        std::fs::write(folder.path().join(format!("{number}.txt")), vec![b'x'; 1000]).unwrap();
    }
    std::fs::create_dir_all(folder.path().join("a/b/c")).unwrap();
    std::fs::write(folder.path().join("a/b/c/deep.txt"), "deep").unwrap();
    let refused = |kept: &[Kept]| kept.iter().filter(|one| one.bytes.is_err()).count();
    let run = |budget: Budget| match finish(job(vec![Source::Path(folder.path().to_owned())], budget)) {
        Outcome::Done(checked) => checked,
        _ => panic!("no result"),
    };
    let all = run(Budget::default());
    assert_eq!((all.kept.len(), refused(&all.kept)), (6, 0));
    let few = run(Budget { inputs: 3, ..Budget::default() });
    assert!(few.kept.len() > 3 && refused(&few.kept) > 0, "what is beyond is told");
    let little = run(Budget { bytes: 1500, ..Budget::default() });
    assert_eq!(little.kept.len(), 6, "each input is named");
    assert!(refused(&little.kept) > 0);
    let flat = run(Budget { depth: 1, ..Budget::default() });
    assert_eq!(refused(&flat.kept), 1);
    let mut limits = Limits::default();
    limits.input_bytes = 500;
    let small = run(Budget { limits, ..Budget::default() });
    let kinds: Vec<_> = small.kept.iter().filter_map(|one| one.bytes.as_ref().err()).map(|refused| refused.kind.clone()).collect();
    assert_eq!(kinds, vec![ReadErrorKind::Limit(LimitName::InputBytes); 5]);
    for result in [few, little, flat, small] {
        assert_eq!(result.assessment.verdict, Verdict::NotChecked);
    }
}

#[test]
fn files_that_are_none_are_refused() {
    let missing = Source::Path("/no/such/file".into());
    let Outcome::Done(checked) = finish(job(vec![missing], Budget::default())) else { panic!("no result") };
    assert!(checked.kept[0].bytes.is_err());
    assert_eq!(checked.assessment.verdict, Verdict::NotChecked);
    #[cfg(unix)]
    {
        // Reading a device would never end.
        let Outcome::Done(checked) = finish(job(vec![Source::Path("/dev/zero".into())], Budget::default())) else { panic!("no result") };
        assert!(checked.kept[0].bytes.is_err());
    }
}

#[test]
fn a_cancelled_job_has_no_result() {
    let sources =
        (0..200).map(|number| Source::Bytes { name: number.to_string(), bytes: std::fs::read(vector("demo/receipt.xml")).unwrap() });
    let running = Running::start(job(sources.collect(), Budget::default()), || {});
    running.cancel();
    loop {
        match running.outcome() {
            None => std::thread::sleep(std::time::Duration::from_millis(1)),
            Some(Outcome::Cancelled(kept)) => {
                assert!(kept.is_empty());
                break;
            }
            Some(_) => panic!("cancelled work has a result"),
        }
    }
}
