//! The bar at the top: menus, pages, language.

use eframe::egui::{Button, MenuBar, Ui};

use crate::actions::{Action, of, possible};
use crate::state::{Page, State};

const FILE: &[Action] = &[Action::Open, Action::OpenFolder, Action::Paste, Action::CloseOne, Action::CloseAll, Action::Quit];
const EXPORT: &[Action] = &[Action::ExportPdf, Action::ExportBundle, Action::ExportJson, Action::ExportCsv];
const CHECK: &[Action] = &[Action::CheckAgain, Action::Cancel, Action::AddKey, Action::OpenLedger];
const VIEW: &[Action] = &[
    Action::TabVerdict,
    Action::TabFindings,
    Action::TabReadings,
    Action::TabRecords,
    Action::Filter,
    Action::NextLine,
    Action::PreviousLine,
    Action::Larger,
    Action::Smaller,
    Action::UsualSize,
    Action::ThemeLight,
    Action::ThemeDark,
    Action::ThemeSystem,
];
const HELP: &[Action] = &[Action::About];

pub(crate) fn bar(ui: &mut Ui, state: &State, wanted: &mut Vec<Action>) {
    MenuBar::new().ui(ui, |ui| {
        for (name, actions) in
            [("menu-file", FILE), ("menu-export", EXPORT), ("menu-check", CHECK), ("menu-view", VIEW), ("menu-help", HELP)]
        {
            ui.menu_button(state.text(name), |ui| {
                for action in actions {
                    item(ui, state, *action, wanted);
                }
            });
        }
        ui.separator();
        for (page, action) in [
            (Page::Result, Action::PageResult),
            (Page::Keys, Action::PageKeys),
            (Page::Bill, Action::PageBill),
            (Page::Ledger, Action::PageLedger),
        ] {
            let name = of(action).map(|entry| state.text(entry.text)).unwrap_or_default();
            if ui.selectable_label(state.page == page, name).clicked() {
                wanted.push(action);
            }
        }
        ui.separator();
        if ui.button(state.text("action-language")).clicked() {
            wanted.push(Action::Language);
        }
    });
}

fn item(ui: &mut Ui, state: &State, action: Action, wanted: &mut Vec<Action>) {
    let Some(entry) = of(action) else { return };
    let mut button = Button::new(state.text(entry.text));
    if let Some(key) = &entry.key {
        button = button.shortcut_text(ui.ctx().format_shortcut(key));
    }
    if ui.add_enabled(possible(state, action), button).clicked() {
        wanted.push(action);
        ui.close();
    }
}

/// A button for an action.
pub(crate) fn button(ui: &mut Ui, state: &State, action: Action, wanted: &mut Vec<Action>) {
    let Some(entry) = of(action) else { return };
    if ui.add_enabled(possible(state, action), Button::new(state.text(entry.text))).clicked() {
        wanted.push(action);
    }
}
