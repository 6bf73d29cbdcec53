//! Starts the window: `eichrecht-gui [--key FILE]… [FILE OR FOLDER]…`.

// Without a console window of its own on Windows.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::path::PathBuf;

use eframe::egui;
use eichrecht_gui::{APP_ID, App, Source};

fn main() -> eframe::Result {
    let (mut sources, mut keys) = (Vec::new(), Vec::new());
    let mut arguments = std::env::args_os().skip(1);
    while let Some(argument) = arguments.next() {
        if argument == "--key" {
            keys.extend(arguments.next().map(PathBuf::from));
        } else {
            sources.push(Source::Path(PathBuf::from(argument)));
        }
    }
    let viewport = egui::ViewportBuilder::default()
        .with_app_id(APP_ID)
        .with_title("eichrecht")
        .with_inner_size([1180.0, 780.0])
        .with_min_inner_size([560.0, 400.0])
        .with_drag_and_drop(true);
    let options = eframe::NativeOptions { viewport, ..Default::default() };
    eframe::run_native(APP_ID, options, Box::new(|creation| Ok(Box::new(App::new(creation, keys, sources)))))
}
