//! The window under test: driven by keys, clicks and labels, without a display.
#![allow(unreachable_pub, dead_code, reason = "each test file uses its own part of it")]

use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use eframe::egui;
use egui_kittest::kittest::Queryable;
use egui_kittest::{Harness, HarnessBuilder};
use eichrecht_gui::state::{Preferences, Work};
use eichrecht_gui::{App, Dialogs, Picked, Purpose, Source};

/// Answers every question of the window with the same paths, and remembers the questions.
#[derive(Clone, Default)]
pub struct Answers {
    pub paths: Arc<Mutex<Vec<PathBuf>>>,
    pub asked: Arc<Mutex<Vec<Purpose>>>,
}

impl Dialogs for Answers {
    fn ask(&mut self, purpose: Purpose, _: &str, answer: Sender<Picked>, wake: Box<dyn Fn() + Send>) {
        self.asked.lock().unwrap().push(purpose.clone());
        answer.send(Picked { purpose, paths: self.paths.lock().unwrap().clone() }).unwrap();
        wake();
    }
}

pub struct Window {
    pub harness: Harness<'static, App>,
    pub answers: Answers,
}

pub fn vector(path: &str) -> PathBuf {
    eichrecht_testkit::vectors_folder().join(path)
}

pub fn english() -> Preferences {
    Preferences { language: Some("en".to_owned()), ..Preferences::default() }
}

impl Window {
    pub fn new() -> Self {
        Self::with(english(), Vec::new())
    }

    pub fn with(preferences: Preferences, sources: Vec<Source>) -> Self {
        Self::build(Harness::builder(), preferences, sources)
    }

    /// A window for data with letters that no font has.
    pub fn of_strangers(sources: Vec<Source>) -> Self {
        Self::build(Harness::builder().allow_missing_glyphs(), english(), sources)
    }

    fn build(builder: HarnessBuilder<App>, preferences: Preferences, sources: Vec<Source>) -> Self {
        let answers = Answers::default();
        let dialogs = Box::new(answers.clone());
        let harness = builder
            .with_size(egui::vec2(1280.0, 900.0))
            .with_max_steps(60)
            .build_eframe(move |creation| App::with(&creation.egui_ctx, preferences, dialogs, sources));
        let mut window = Self { harness, answers };
        window.settle();
        window
    }

    /// Runs until no work is going on. The time is a bound for a hang and decides nothing else.
    pub fn settle(&mut self) {
        let begin = Instant::now();
        loop {
            self.harness.step();
            if !matches!(self.harness.state().state().work, Work::Running(_)) {
                break;
            }
            assert!(begin.elapsed() < Duration::from_secs(120), "the work does not end");
            std::thread::sleep(Duration::from_millis(5));
        }
        self.harness.run();
    }

    pub fn click(&mut self, label: &str) {
        self.harness.get_by_label(label).click();
        self.settle();
    }

    /// Opens a menu and chooses an entry.
    pub fn choose(&mut self, menu: &str, entry: &str) {
        self.harness.get_by_label(menu).click();
        self.harness.run();
        self.harness.get_by_label_contains(entry).click();
        self.settle();
    }

    pub fn answer(&self, paths: &[PathBuf]) {
        *self.answers.paths.lock().unwrap() = paths.to_vec();
    }

    pub fn open(&mut self, paths: &[&str]) {
        self.answer(&paths.iter().map(|path| vector(path)).collect::<Vec<_>>());
        self.harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::O);
        self.settle();
        // The answer of the dialog has come; now the work begins.
        self.settle();
    }

    /// Waits for something a thread has to tell. The time is a bound for a hang.
    #[track_caller]
    pub fn wait_for(&mut self, text: &str) {
        let begin = Instant::now();
        while !self.shows(text) && begin.elapsed() < Duration::from_secs(60) {
            std::thread::sleep(Duration::from_millis(5));
            self.settle();
        }
        self.assert_shows(text);
    }

    pub fn shows(&self, text: &str) -> bool {
        self.harness.query_all_by_label_contains(text).next().is_some()
    }

    #[track_caller]
    pub fn assert_shows(&self, text: &str) {
        assert!(self.shows(text), "“{text}” is not on the screen");
    }
}
