//! What program this is: version, commit, the hash of the very file that runs, the rules it goes by, its keys.

use eframe::egui::{Align2, Context, Grid, Label, RichText, ScrollArea, Window};

use crate::TOOL;
use crate::actions::ACTIONS;
use crate::state::State;

pub(crate) fn window(ctx: &Context, state: &mut State) {
    if !state.about {
        return;
    }
    let mut open = true;
    let mut close = false;
    Window::new(state.text("about-title"))
        .open(&mut open)
        .collapsible(false)
        .resizable(true)
        .default_width(620.0)
        .pivot(Align2::CENTER_CENTER)
        .default_pos(ctx.content_rect().center())
        .show(ctx, |ui| {
            ui.label(RichText::new("eichrecht").size(26.0).strong());
            ui.add(Label::new(state.text("about-text")).wrap());
            ui.add_space(8.0);
            let hash = state.own_hash.as_deref().map_or_else(|| state.text("about-hashing"), eichrecht_report::grouped);
            let commit = TOOL.commit.map_or_else(|| state.text("about-unknown"), str::to_owned);
            Grid::new("about").num_columns(2).show(ui, |ui| {
                for (label, value) in [
                    ("about-version", TOOL.version.to_owned()),
                    ("about-commit", commit),
                    ("about-rules", eichrecht::rules::RULE_SET.to_owned()),
                    ("about-system", format!("{} {}", std::env::consts::OS, std::env::consts::ARCH)),
                ] {
                    ui.label(RichText::new(state.text(label)).weak());
                    ui.label(value);
                    ui.end_row();
                }
            });
            ui.label(RichText::new(state.text("about-hash")).weak());
            ui.add(Label::new(RichText::new(hash).monospace()).wrap());
            ui.add_space(8.0);
            ui.collapsing(state.text("about-keys"), |ui| {
                ScrollArea::vertical().max_height(240.0).show(ui, |ui| {
                    Grid::new("shortcuts").num_columns(2).striped(true).show(ui, |ui| {
                        for entry in ACTIONS {
                            let Some(key) = &entry.key else { continue };
                            ui.label(RichText::new(ui.ctx().format_shortcut(key)).monospace());
                            ui.label(state.text(entry.text));
                            ui.end_row();
                        }
                    });
                });
            });
            ui.add_space(8.0);
            close = ui.button(state.text("close")).clicked();
        });
    state.about = open && !close;
}
