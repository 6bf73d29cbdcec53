//! Keys: those given, the least origin that counts, the store of registered ones.

use eframe::egui::{Button, Label, RichText, Role, ScrollArea, TextEdit, Ui, WidgetInfo};

use super::menu;
use crate::actions::Action;
use crate::app::Desk;
use crate::dialogs::Purpose;
use crate::keys::StoreWork;
use crate::look;
use crate::state::{ORIGINS, State};

pub(crate) fn page(ui: &mut Ui, desk: &mut Desk, wanted: &mut Vec<Action>) {
    ScrollArea::vertical().id_salt("keys").auto_shrink([false, false]).show(ui, |ui| {
        ui.set_max_width(900.0);
        given(ui, desk, wanted);
        origin(ui, desk);
        store(ui, desk);
        pin(ui, desk);
        ui.add_space(20.0);
    });
}

fn given(ui: &mut Ui, desk: &mut Desk, wanted: &mut Vec<Action>) {
    let wake = desk.wake.clone();
    let state = &mut desk.state;
    look::heading(ui, &state.text("keys-given"));
    ui.add(Label::new(state.text("keys-given-text")).wrap());
    if state.keys.is_empty() {
        ui.label(RichText::new(state.text("keys-none")).weak());
    }
    let mut removed = None;
    for (position, key) in state.keys.iter().enumerate() {
        look::plain_card(ui).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal_wrapped(|ui| {
                ui.strong(&*eichrecht_report::visible(&key.name));
                ui.label(&key.kind);
                if ui.button(state.text("keys-remove")).clicked() {
                    removed = Some(position);
                }
            });
            let print = if key.fingerprint.is_empty() { state.text("keys-several") } else { key.fingerprint.clone() };
            ui.add(Label::new(RichText::new(print).monospace()).wrap());
        });
    }
    if let Some(position) = removed {
        state.keys.remove(position);
        again(state, &wake);
    }
    let name = state.text("keys-text");
    let edit = ui.add(TextEdit::multiline(&mut state.keys_view.text).hint_text(&name).desired_rows(3).desired_width(f32::INFINITY));
    edit.widget_info(|| WidgetInfo::labeled(Role::MultilineTextInput, true, &name));
    let mut add = false;
    ui.horizontal_wrapped(|ui| {
        let ready = !state.keys_view.text.trim().is_empty();
        add = ui.add_enabled(ready, Button::new(state.text("keys-add"))).clicked();
        menu::button(ui, state, Action::AddKey, wanted);
    });
    if add {
        let text = std::mem::take(&mut state.keys_view.text);
        let name = state.text("pasted");
        if !state.add_keys(&name, text.trim().as_bytes(), &wake) {
            // Kept, so that it can be mended.
            state.keys_view.text = text;
        }
    }
    if let Some(problem) = &state.keys_view.problem {
        ui.add(Label::new(RichText::new(problem).color(ui.visuals().error_fg_color)).wrap());
    }
}

/// Checks everything again and stays on this page.
fn again(state: &mut State, wake: &crate::desk::Wake) {
    let page = state.page;
    state.check_again(wake);
    state.page = page;
}

fn origin(ui: &mut Ui, desk: &mut Desk) {
    let wake = desk.wake.clone();
    let state = &mut desk.state;
    look::heading(ui, &state.text("keys-origin"));
    let now = state.preferences.origin();
    for origin in ORIGINS {
        let name = state.text(&format!("origin-{}", origin.as_str()));
        if ui.radio(now == origin, name).clicked() && now != origin {
            origin.as_str().clone_into(&mut state.preferences.required_origin);
            again(state, &wake);
        }
    }
}

fn store(ui: &mut Ui, desk: &mut Desk) {
    let wake = desk.wake.clone();
    look::heading(ui, &desk.state.text("keys-store"));
    ui.add(Label::new(desk.state.text("keys-store-text")).wrap());
    let mut ask = desk.state.preferences.ask_store;
    if ui.checkbox(&mut ask, desk.state.text("keys-store-ask")).changed() {
        desk.state.preferences.ask_store = ask;
        again(&mut desk.state, &wake);
    }
    if let Ok(path) = eichrecht_front::store::own() {
        ui.label(RichText::new(path.to_string_lossy()).monospace().weak());
    }
    let busy = desk.state.keys_view.busy.is_some();
    ui.horizontal_wrapped(|ui| {
        if ui.add_enabled(!busy, Button::new(desk.state.text("keys-store-import"))).clicked() {
            desk.ask(Purpose::Register, "keys-store-import");
        }
        if ui.add_enabled(!busy, Button::new(desk.state.text("keys-store-history"))).clicked() {
            desk.state.ask_store(StoreWork::History, &wake);
        }
    });
    let state = &mut desk.state;
    ui.horizontal_wrapped(|ui| {
        let name = state.text("keys-store-find");
        let edit = ui.add(TextEdit::singleline(&mut state.keys_view.search).hint_text(&name).desired_width(360.0));
        edit.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, &name));
        let entered = edit.lost_focus() && ui.input(|input| input.key_pressed(eframe::egui::Key::Enter));
        let text = state.keys_view.search.trim().to_owned();
        let clicked = ui.add_enabled(!busy && !text.is_empty(), Button::new(state.text("keys-store-search"))).clicked();
        if (clicked || entered) && !text.is_empty() && !busy {
            state.ask_store(StoreWork::Find(text), &wake);
        }
    });
    if busy {
        ui.horizontal(|ui| {
            ui.spinner();
            ui.label(state.text("keys-store-busy"));
        });
    }
    match &state.keys_view.answer {
        Some(Ok(text)) => {
            look::plain_card(ui).show(ui, |ui| {
                ScrollArea::both()
                    .id_salt("answer")
                    .max_height(360.0)
                    .show(ui, |ui| ui.add(Label::new(RichText::new(text).monospace()).extend()));
            });
        }
        Some(Err(text)) => {
            ui.add(Label::new(RichText::new(text).color(ui.visuals().error_fg_color)).wrap());
        }
        None => {}
    }
}

/// Keeping the key of the result on the screen for its charging point or meter.
fn pin(ui: &mut Ui, desk: &mut Desk) {
    let wake = desk.wake.clone();
    let state = &mut desk.state;
    let Some(checked) = state.checked() else { return };
    let records = state.detail.as_ref().map(|detail| detail.records.as_slice()).unwrap_or_default();
    let valid = records.iter().filter_map(|id| checked.assessment.checked(*id)).find(|record| record.signature().is_valid());
    let Some(record) = valid else { return };
    let Some(used) = record.keys().used.as_ref() else { return };
    let (fingerprint, spki) = (eichrecht_report::grouped(&used.fingerprint), used.spki.clone());
    look::heading(ui, &state.text("keys-pin"));
    ui.add(Label::new(state.text("keys-pin-text")).wrap());
    ui.add(Label::new(RichText::new(fingerprint).monospace()).wrap());
    // What the record signs about itself is proposed; an unsigned word never is.
    let proposed = [record.content().charge_point.id.clone(), record.content().meter.serial.clone()];
    let [point, meter] = proposed.map(Option::unwrap_or_default);
    for (text, value, proposed) in
        [("keys-pin-point", &mut state.keys_view.pin_point, point), ("keys-pin-meter", &mut state.keys_view.pin_meter, meter)]
    {
        let name = state.words.plain(text);
        ui.horizontal_wrapped(|ui| {
            let label = ui.label(name);
            ui.add(TextEdit::singleline(value).hint_text(&proposed).desired_width(300.0)).labelled_by(label.id);
            if !proposed.is_empty() && value.is_empty() && ui.small_button(&*eichrecht_report::visible(&proposed)).clicked() {
                value.clone_from(&proposed);
            }
        });
    }
    let (charge_point, meter) = (state.keys_view.pin_point.clone(), state.keys_view.pin_meter.clone());
    let ready = state.keys_view.busy.is_none() && !(charge_point.trim().is_empty() && meter.trim().is_empty());
    if ui.add_enabled(ready, Button::new(state.text("keys-pin-do"))).clicked() {
        state.ask_store(StoreWork::Pin { key: spki, charge_point, meter }, &wake);
    }
}
