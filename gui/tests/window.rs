//! What a user does, by the labels a screen reader reads.
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

use std::path::{Path, PathBuf};
use std::sync::Arc;

use common::{Window, english, vector};
use eframe::egui::{self, DroppedFile, Event, Key, Modifiers};
use egui_kittest::kittest::Queryable;
use eichrecht::model::Verdict;
use eichrecht_gui::state::{Page, Preferences, Tab, Theme};
use eichrecht_gui::{Purpose, Source};

#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("the window reads files itself, within its limits".to_owned())
    }
}

fn verdict(window: &Window) -> Option<Verdict> {
    window.harness.state().state().checked().map(|checked| checked.assessment.verdict)
}

#[test]
fn nothing_is_proven_before_anything_is_open() {
    let window = Window::new();
    window.assert_shows("Is the energy on your bill proven?");
    assert!(!window.shows("VERIFIED"));
    assert_eq!(verdict(&window), None);
}

#[test]
fn a_file_opened_by_dialog_shows_its_verdict() {
    let mut window = Window::new();
    window.answer(&[vector("demo/receipt.xml")]);
    window.click("Open files …");
    window.settle();
    assert_eq!(*window.answers.asked.lock().unwrap(), [Purpose::Open]);
    assert_eq!(verdict(&window), Some(Verdict::VerifiedWithWarnings));
    window.assert_shows("VERIFIED, WITH REMARKS");
    window.assert_shows("5.60 kWh are proven.");
    window.assert_shows("67ad 01f0 a6f9 1d9e");
}

#[test]
fn files_dropped_are_opened() {
    let mut window = Window::new();
    for path in ["demo/session-altered.ocmf", "keys/meter.pem"] {
        window.harness.input_mut().dropped_files.push(Arc::new(Dropped(vector(path))));
    }
    window.settle();
    assert_eq!(verdict(&window), Some(Verdict::Failed));
    window.assert_shows("FAILED");
    window.assert_shows("A signature does not hold.");
}

#[test]
fn text_pasted_is_opened_unless_it_goes_into_a_field() {
    let text = std::fs::read_to_string(vector("demo/session-without-key.ocmf")).unwrap();
    let mut window = Window::new();
    window.harness.event(Event::Paste(text));
    window.settle();
    assert_eq!(verdict(&window), Some(Verdict::NotChecked));
    window.assert_shows("NOT CHECKED");
    window.assert_shows("5.60 kWh are stated, not proven.");
    window.choose("View", "Filter the list");
    window.click("Keys");
    window.harness.get_by_label("Key as text: PEM, hex or Base64").focus();
    window.harness.run();
    window.harness.event(Event::Paste("no key".to_owned()));
    window.settle();
    assert_eq!(window.harness.state().state().kept.len(), 1);
    window.click("Add this key");
    window.assert_shows("is no public key");
}

#[test]
fn a_key_from_a_file_turns_not_checked_into_verified() {
    let mut window = Window::new();
    window.open(&["demo/session.ocmf"]);
    assert_eq!(verdict(&window), Some(Verdict::NotChecked));
    window.answer(&[vector("demo/meter-key.pem")]);
    window.choose("Check", "Add key from file");
    window.settle();
    assert_eq!(verdict(&window), Some(Verdict::Verified));
    assert_eq!(window.harness.state().state().keys.len(), 1);
    window.click("Result");
    window.assert_shows("VERIFIED");
    window.click("Keys");
    window.click("Remove");
    assert_eq!(verdict(&window), Some(Verdict::NotChecked));
}

#[test]
fn a_better_origin_can_be_demanded() {
    let mut window = Window::new();
    window.open(&["demo/receipt.xml"]);
    window.click("Keys");
    window.click("given by me");
    assert_eq!(verdict(&window), Some(Verdict::NotChecked));
    assert_eq!(window.harness.state().state().preferences.required_origin, "user");
}

#[test]
fn the_language_changes_everything_at_once() {
    let mut window = Window::new();
    window.open(&["demo/receipt.xml"]);
    window.click("Deutsch");
    window.assert_shows("BESTÄTIGT, MIT HINWEISEN");
    window.assert_shows("5,60 kWh sind bewiesen.");
    assert!(!window.shows("WITH REMARKS"));
    window.click("English");
    window.assert_shows("VERIFIED, WITH REMARKS");
}

#[test]
fn the_list_is_filtered_by_text_and_by_verdict() {
    let mut window = Window::new();
    window.open(&["demo/receipt.xml", "demo/session-altered.ocmf", "demo/session-without-key.ocmf"]);
    let shown = |window: &Window| window.harness.state().state().arrangement.shown.len();
    assert_eq!(shown(&window), 3);
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    window.harness.run();
    window.harness.event(Event::Text("ALTERED".to_owned()));
    window.settle();
    assert_eq!(shown(&window), 1);
    for _ in 0..7 {
        window.harness.key_press(Key::Backspace);
    }
    window.settle();
    assert_eq!(shown(&window), 3);
    window.click("1 with remarks");
    assert_eq!(shown(&window), 1);
    window.click("All 3");
    assert_eq!(shown(&window), 3);
    window.click("Sort by Verdict");
    let state = window.harness.state().state();
    let checked = state.checked().unwrap();
    let order: Vec<_> = state.arrangement.shown.iter().map(|at| checked.lines[*at].verdict.unwrap()).collect();
    assert!(order.is_sorted_by(|a, b| a >= b), "{order:?}");
}

#[test]
fn lines_are_chosen_by_key_and_each_shows_its_own_verdict() {
    let mut window = Window::new();
    window.open(&["demo/receipt.xml", "demo/session-altered.ocmf"]);
    window.assert_shows("5.60 kWh are proven.");
    window.harness.key_press_modifiers(Modifiers::ALT, Key::ArrowDown);
    window.settle();
    assert!(!window.shows("5.60 kWh are proven."));
    window.assert_shows("15.60 kWh are stated, not proven.");
}

#[test]
fn a_finding_leads_to_the_bytes() {
    let mut window = Window::new();
    window.open(&["demo/receipt.xml"]);
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::Num2);
    window.settle();
    window.assert_shows("KEY004 key-carried-only");
    window.assert_shows("What you can do");
    window.harness.get_all_by_label("Explanation and legal basis").next().unwrap().click();
    window.settle();
    window.assert_shows("Basis");
    window.harness.get_all_by_label("Show record 2").next().unwrap().click();
    window.settle();
    let state = window.harness.state().state();
    assert_eq!((state.tab, state.raw.record.map(|id| id.0)), (Tab::Records, Some(2)));
    window.assert_shows("This ground: signed");
    window.click("Hex");
    window.assert_shows("00000000  4f 43 4d 46");
}

#[test]
fn readings_are_a_table_and_a_plot() {
    let mut window = Window::new();
    window.open(&["demo/receipt.xml"]);
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    window.settle();
    window.assert_shows("1200.50 kWh");
    window.assert_shows("Register over time");
    window.click("2.1");
    let state = window.harness.state().state();
    assert_eq!((state.tab, state.raw.reading), (Tab::Records, Some(0)));
    assert!(!state.raw.ranges.as_ref().unwrap().is_empty(), "the reading is found in the bytes");
}

#[test]
fn a_bill_is_checked_and_taken_away_again() {
    let mut window = Window::new();
    window.open(&["demo/receipt.xml"]);
    window.harness.key_press(Key::F3);
    window.settle();
    window.click("Check the bill");
    window.assert_shows("Fill in at least the energy");
    window.harness.get_by_label("Energy").focus();
    window.harness.run();
    window.harness.event(Event::Text("nonsense".to_owned()));
    window.harness.run();
    window.click("Check the bill");
    window.assert_shows("Cannot be read: Energy");
    for _ in 0..8 {
        window.harness.get_by_label("Energy").focus();
        window.harness.key_press(Key::Backspace);
        window.harness.run();
    }
    window.harness.event(Event::Text("5.90 kWh".to_owned()));
    window.harness.run();
    window.click("Check the bill");
    assert_eq!(verdict(&window), Some(Verdict::Failed));
    window.assert_shows("FAILED");
    window.harness.key_press(Key::F3);
    window.settle();
    window.click("Without a bill");
    assert_eq!(verdict(&window), Some(Verdict::VerifiedWithWarnings));
}

#[test]
fn reports_are_those_of_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::new();
    window.open(&["demo/receipt.xml"]);
    let (json, csv) = (folder.path().join("out.json"), folder.path().join("out.csv"));
    window.answer(std::slice::from_ref(&json));
    window.choose("Export", "Report as JSON");
    window.wait_for("out.json");
    window.answer(&[folder.path().join("out")]);
    window.choose("Export", "Report as CSV");
    window.wait_for("out.csv");
    let report: serde_json::Value = serde_json::from_slice(&std::fs::read(&json).unwrap()).unwrap();
    assert_eq!(report["verdict"], "verified-with-warnings");
    let checked = window.harness.state().state().checked().unwrap();
    assert_eq!(std::fs::read_to_string(&csv).unwrap(), eichrecht_report::csv(&checked.assessment, eichrecht_report::Language::English));
    for (name, entry, start) in [("out.pdf", "Report as PDF", &b"%PDF"[..]), ("out.zip", "Evidence bundle", b"PK")] {
        let path = folder.path().join(name);
        window.answer(std::slice::from_ref(&path));
        window.choose("Export", entry);
        window.wait_for(name);
        assert!(std::fs::read(&path).unwrap().starts_with(start), "{name}");
    }
    window.assert_shows("Written:");
    window.answer(&[folder.path().join("no such folder/out.json")]);
    window.choose("Export", "Report as JSON");
    window.wait_for("Could not write");
}

#[test]
fn a_folder_is_opened_with_everything_in_it() {
    let mut window = Window::new();
    window.answer(&[vector("demo")]);
    window.click("Open folder …");
    window.settle();
    let state = window.harness.state().state();
    let names: Vec<&str> = state.kept.iter().map(|kept| kept.name.as_str()).collect();
    assert!(names.contains(&"demo/receipt.xml") && names.contains(&"demo/bill/bill.json"), "{names:?}");
    assert!(names.is_sorted(), "{names:?}");
}

#[test]
fn the_history_of_a_meter_is_gathered_from_what_is_open() {
    let mut window = Window::new();
    window.open(&["demo/receipt.xml"]);
    window.click("Meter history");
    window.click("From what is open");
    window.wait_for("One meter");
    window.assert_shows("LED001");
    assert_eq!(window.harness.state().state().page, Page::Ledger);
}

#[test]
fn arguments_are_opened_and_the_same_file_once() {
    let source = Source::Path(vector("demo/receipt.xml"));
    let window = Window::with(english(), vec![source.clone(), source]);
    assert_eq!(window.harness.state().state().kept.len(), 1);
    window.assert_shows("One input is open already");
}

#[test]
fn closing_forgets_everything_but_keys() {
    let mut window = Window::new();
    window.open(&["demo/receipt.xml", "demo/session.ocmf"]);
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::W);
    window.settle();
    assert_eq!(window.harness.state().state().kept.len(), 1);
    window.harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::W);
    window.settle();
    assert_eq!(verdict(&window), None);
    window.assert_shows("Is the energy on your bill proven?");
}

#[test]
fn what_the_program_is_stands_in_its_window() {
    let mut window = Window::new();
    window.choose("Help", "About eichrecht");
    window.assert_shows(env!("CARGO_PKG_VERSION"));
    window.assert_shows(eichrecht::rules::RULE_SET);
    window.assert_shows("SHA-256 of this program");
    window.click("Close");
    assert!(!window.shows("SHA-256 of this program"));
}

#[test]
fn size_and_theme_follow_the_preferences() {
    let preferences = Preferences { theme: Theme::Dark, zoom: 1.5, ..english() };
    let mut window = Window::with(preferences, Vec::new());
    assert_eq!(window.harness.ctx.theme(), egui::Theme::Dark);
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::Num0);
    window.settle();
    assert!((window.harness.state().state().preferences.zoom - 1.0).abs() < f32::EPSILON);
    window.choose("View", "Light");
    assert_eq!(window.harness.ctx.theme(), egui::Theme::Light);
}

#[test]
fn preferences_are_remembered_and_nothing_else_is() {
    let mut window = Window::new();
    window.open(&["demo/receipt.xml"]);
    let state = window.harness.state().state();
    let kept = serde_json::to_value(&state.preferences).unwrap();
    let names: Vec<&str> = kept.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(names, ["ask_store", "language", "required_origin", "theme", "zoom"]);
    assert!(!eframe::App::persist_egui_memory(window.harness.state()));
}
