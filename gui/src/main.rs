//! The window of eichrecht. For now it says what will come; until then the command line does the work.

use eframe::egui;

fn main() -> eframe::Result {
    let options =
        eframe::NativeOptions { viewport: egui::ViewportBuilder::default().with_inner_size([560.0, 300.0]), ..Default::default() };
    eframe::run_ui_native("eichrecht", options, |ui, _frame| draw(ui))
}

fn draw(ui: &mut egui::Ui) {
    egui::CentralPanel::default().show(ui, |ui| {
        ui.heading("eichrecht");
        ui.label(concat!("Version ", env!("CARGO_PKG_VERSION")));
        ui.add_space(12.0);
        ui.label("This window verifies nothing yet.");
        ui.label(
            "It will open files of charging stations, by dialog, drag and drop or paste, and show in plain words \
             whether the energy is proven, by whose key, and what is wrong if not.",
        );
        ui.add_space(12.0);
        ui.label("Today the command line does this:");
        ui.monospace("eichrecht verify FILE");
    });
}
