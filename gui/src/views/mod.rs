//! What is drawn. A view reads the state, draws, and hands back what the user wants done.

mod about;
mod bill;
mod bytes;
mod findings;
mod keys;
pub(crate) mod ledger;
mod list;
mod menu;
mod progress;
mod readings;
mod records;
mod rows;
mod verdict;

use eframe::egui::{Align2, CentralPanel, Color32, FontId, Id, LayerId, Order, Panel, RichText, Ui};

use crate::actions::{self, Action};
use crate::app::Desk;
use crate::state::{Page, State, Tab, Work};

/// Draws the window and does what was asked for in it.
pub(crate) fn draw(ui: &mut Ui, desk: &mut Desk) {
    let mut wanted: Vec<Action> = Vec::new();
    Panel::top("menu").show(ui, |ui| menu::bar(ui, &desk.state, &mut wanted));
    notice(ui, &mut desk.state);
    match desk.state.page {
        Page::Result => result(ui, &mut desk.state, &mut wanted),
        Page::Keys => {
            CentralPanel::default().show(ui, |ui| keys::page(ui, desk, &mut wanted));
        }
        Page::Bill => {
            CentralPanel::default().show(ui, |ui| bill::page(ui, desk));
        }
        Page::Ledger => {
            CentralPanel::default().show(ui, |ui| ledger::page(ui, desk, &mut wanted));
        }
    }
    about::window(ui.ctx(), &mut desk.state);
    drop_hint(ui, &desk.state);
    let ctx = ui.ctx().clone();
    for action in wanted {
        actions::perform(desk, action, &ctx);
    }
}

fn result(ui: &mut Ui, state: &mut State, wanted: &mut Vec<Action>) {
    let Some(checked) = state.checked() else {
        CentralPanel::default().show(ui, |ui| match &state.work {
            Work::Running(running) => progress::running(ui, state, running.stage(), wanted),
            Work::Cancelled => progress::stopped(ui, state, ("cancelled", state.text("cancelled-text")), wanted),
            Work::Fault(text) => {
                let text = state.words.say("fault-text", &[("text", eichrecht_report::Arg::Text(text))]);
                progress::stopped(ui, state, ("fault", text), wanted);
            }
            Work::Nothing | Work::Done(_) => progress::welcome(ui, state, wanted),
        });
        return;
    };
    // A single line is chosen anyway.
    if checked.lines.len() > 1 {
        Panel::left("list").resizable(true).default_size(380.0).min_size(260.0).show(ui, |ui| list::panel(ui, state, &checked));
    }
    CentralPanel::default().show(ui, |ui| {
        tabs(ui, state);
        match state.tab {
            Tab::Verdict => verdict::tab(ui, state, &checked),
            Tab::Findings => findings::tab(ui, state),
            Tab::Readings => readings::tab(ui, state, &checked.assessment),
            Tab::Records => records::tab(ui, state, &checked.assessment),
        }
    });
}

fn tabs(ui: &mut Ui, state: &mut State) {
    let counts = state.detail.as_ref().map(|detail| (detail.findings.len(), detail.readings.len(), detail.records.len()));
    let (findings, readings, records) = counts.unwrap_or_default();
    ui.horizontal_wrapped(|ui| {
        for (tab, text, count) in [
            (Tab::Verdict, "tab-verdict", None),
            (Tab::Findings, "tab-findings", Some(findings)),
            (Tab::Readings, "tab-readings", Some(readings)),
            (Tab::Records, "tab-records", Some(records)),
        ] {
            let name = state.text(text);
            let name = count.map_or_else(|| name.clone(), |count| format!("{name} ({count})"));
            if ui.selectable_label(state.tab == tab, name).clicked() {
                state.tab = tab;
            }
        }
    });
    ui.separator();
}

fn notice(ui: &mut Ui, state: &mut State) {
    let Some(notice) = state.notice.clone() else { return };
    Panel::bottom("notice").show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            let text = RichText::new(&notice.text);
            ui.label(if notice.bad { text.strong().color(ui.visuals().error_fg_color) } else { text });
            if ui.small_button(state.text("close")).clicked() {
                state.notice = None;
            }
        });
    });
}

/// While files are held over the window it says what dropping them does.
fn drop_hint(ui: &Ui, state: &State) {
    if ui.ctx().input(|input| input.raw.hovered_files.is_empty()) {
        return;
    }
    let painter = ui.ctx().layer_painter(LayerId::new(Order::Foreground, Id::unique("drop")));
    let screen = ui.ctx().content_rect();
    painter.rect_filled(screen, 0.0, Color32::from_black_alpha(190));
    painter.text(screen.center(), Align2::CENTER_CENTER, state.text("drop-now"), FontId::proportional(34.0), Color32::WHITE);
}
