//! Measures the window without a display: time from opening to the verdict, and of a frame with many sessions.
//!
//! `cargo run --release -p eichrecht-gui --example measure -- FILE…` opens these files; without any it makes and opens
//! 10,000 charging sessions in as many files. Figures decide nothing.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, reason = "a tool of the developers")]
#![allow(clippy::float_arithmetic, reason = "figures")]

use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

use eframe::egui::{self, Key, Modifiers};
use egui_kittest::Harness;
use eichrecht_gui::state::{Preferences, Work};
use eichrecht_gui::{App, Dialogs, Picked, Purpose, Source};
use eichrecht_testkit::fleet::{Style, made, signed};

struct NoDialogs;

impl Dialogs for NoDialogs {
    fn ask(&mut self, _: Purpose, _: &str, _: Sender<Picked>, _: Box<dyn Fn() + Send>) {}
}

fn main() {
    let named: Vec<Source> = std::env::args_os().skip(1).map(|path| Source::Path(PathBuf::from(path))).collect();
    let sources = if named.is_empty() { many() } else { named };
    let count = sources.len();
    let begin = Instant::now();
    let mut harness = Harness::builder()
        .with_size(egui::vec2(1280.0, 860.0))
        .build_eframe(move |creation| App::with(&creation.egui_ctx, Preferences::default(), Box::new(NoDialogs), sources));
    let mut frames = 0;
    while matches!(harness.state().state().work, Work::Running(_)) {
        std::thread::sleep(Duration::from_micros(200));
        harness.step();
        frames += 1;
    }
    harness.step();
    let opened = begin.elapsed();
    let lines = harness.state().state().checked().map_or(0, |checked| checked.lines.len());
    println!("{count} inputs, {lines} lines: {:.1} ms from opening to the verdict on the screen ({frames} frames)", ms(opened));
    for (name, tab) in [("verdict", Key::Num1), ("findings", Key::Num2), ("readings", Key::Num3), ("records", Key::Num4)] {
        harness.key_press_modifiers(Modifiers::COMMAND, tab);
        harness.run_steps(3);
        let begin = Instant::now();
        harness.run_steps(100);
        println!("  a frame of {name}: {:.2} ms", ms(begin.elapsed()) / 100.0);
    }
    let begin = Instant::now();
    for _ in 0..20 {
        harness.key_press_modifiers(Modifiers::ALT, Key::ArrowDown);
        harness.step();
    }
    println!("  to the next line: {:.2} ms", ms(begin.elapsed()) / 20.0);
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn many() -> Vec<Source> {
    let meters = made(1, Style::Counted, 10_000, None);
    let files = meters.iter().flat_map(signed::files);
    files.map(|(name, bytes)| Source::Bytes { name, bytes }).collect()
}
