//! Starts the window. Arguments are files and folders to open.

// Without a console window of its own on Windows.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::path::PathBuf;

use eframe::egui;
use eichrecht_gui::{APP_ID, App, Source};

fn main() -> eframe::Result {
    let sources = std::env::args_os().skip(1).map(|argument| Source::Path(PathBuf::from(argument))).collect();
    let viewport = egui::ViewportBuilder::default()
        .with_app_id(APP_ID)
        .with_title("eichrecht")
        .with_inner_size([1180.0, 780.0])
        .with_min_inner_size([560.0, 400.0])
        .with_drag_and_drop(true);
    let options = eframe::NativeOptions { viewport, ..Default::default() };
    eframe::run_native(APP_ID, options, Box::new(|creation| Ok(Box::new(App::new(creation, sources)))))
}
