//! A record: its fields beside its bytes. A click on a field shows where it stands.

use eframe::egui::{CentralPanel, Label, Panel, RichText, ScrollArea, Sense, Ui};
use eichrecht::model::{Assessment, RecordEntry, RecordId};
use eichrecht_report::{Arg, Row, Standing, grouped};
use sha2::{Digest, Sha256};

use super::bytes;
use super::rows::{SHOWN, line, more, standing, value};
use crate::look::{self, Tone};
use crate::marks;
use crate::state::State;

pub(crate) fn tab(ui: &mut Ui, state: &mut State, assessment: &Assessment) {
    let Some((position, count)) = place(state) else {
        ui.label(state.text("no-record"));
        return;
    };
    chooser(ui, state, position, count);
    let Some(entry) = state.raw.record.and_then(|id| assessment.record(id)) else { return };
    Panel::left("fields").resizable(true).default_size(410.0).min_size(220.0).show(ui, |ui| {
        ScrollArea::vertical().id_salt("fields").auto_shrink([false, false]).show(ui, |ui| fields(ui, state, entry));
    });
    CentralPanel::default().show(ui, |ui| bytes::view(ui, state, entry));
}

/// Position of the record among those of the line, and how many there are.
fn place(state: &State) -> Option<(usize, usize)> {
    let records = &state.detail.as_ref()?.records;
    let id = state.raw.record?;
    Some((records.iter().position(|record| *record == id).unwrap_or(0), records.len()))
}

fn chooser(ui: &mut Ui, state: &mut State, position: usize, count: usize) {
    let at = |state: &State, position: usize| -> Option<RecordId> { state.detail.as_ref()?.records.get(position).copied() };
    ui.horizontal_wrapped(|ui| {
        let before = position.checked_sub(1).and_then(|position| at(state, position));
        let after = at(state, position + 1);
        for (text, sign, target) in [("record-previous", "‹", before), ("record-next", "›", after)] {
            let response = ui.add_enabled(target.is_some(), eframe::egui::Button::new(sign)).on_hover_text(state.text(text));
            let name = state.text(text);
            response.widget_info(|| eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Button, target.is_some(), &name));
            if response.clicked() {
                state.show_record(target);
            }
        }
        let number = state.raw.record.map(|id| id.0.to_string()).unwrap_or_default();
        let args = [("number", Arg::Text(&number)), ("position", Arg::Count(position + 1)), ("count", Arg::Count(count))];
        ui.strong(state.words.say("record-of", &args));
    });
}

fn fields(ui: &mut Ui, state: &mut State, entry: &RecordEntry) {
    // A hostile record has thousands of fields: it is worded once.
    let (content, hash) = match state.raw.content.take() {
        Some(content) => content,
        None => (state.words.record(entry), grouped(&hex::encode(Sha256::digest(entry.signed_bytes())))),
    };
    ui.horizontal_wrapped(|ui| {
        look::shape(ui, Some(entry.verdict), 22.0, &state.words.verdict(entry.verdict));
        ui.strong(&content.signature);
    });
    look::heading(ui, &state.text("record-fields"));
    let valid = entry.content.as_ref().is_ok_and(|record| record.signature().is_valid());
    let mut chosen: Option<Vec<String>> = None;
    for row in content.rows.iter().take(SHOWN) {
        if field(ui, state, row, valid) {
            chosen = Some(marks::spelt(&entry.source.bytes, &row.value));
        }
    }
    more(ui, state, content.rows.len());
    line(ui, &state.text("field-signed-sha256"), |ui| {
        ui.add(Label::new(RichText::new(&hash).monospace().small()).wrap());
    });
    state.raw.content = Some((content, hash));
    let readings = entry.content.as_ref().map(|record| record.content().measurements.as_slice()).unwrap_or_default();
    if !readings.is_empty() {
        look::heading(ui, &state.text("record-readings"));
    }
    let mut reading = None;
    // The table of readings has all of them.
    for (index, one) in readings.iter().enumerate().take(SHOWN) {
        let said = state.words.reading(entry, one);
        let text = format!("{}. {} {} {}", index + 1, said.value, said.time, said.reason);
        ui.horizontal_wrapped(|ui| {
            let name = if state.raw.reading == Some(index) { RichText::new(text).strong() } else { RichText::new(text) };
            if ui.add(Label::new(name).wrap().sense(Sense::click())).on_hover_text(state.text("finding-bytes")).clicked() {
                reading = Some(index);
            }
            standing(ui, state, said.standing);
        });
    }
    if let Some(texts) = chosen {
        state.mark(texts, None);
    }
    if reading.is_some() {
        state.mark(Vec::new(), reading);
    }
}

/// A field; whether it was clicked.
fn field(ui: &mut Ui, state: &State, row: &Row, valid: bool) -> bool {
    let told = state.words.say("field-show", &[("label", Arg::Text(&row.label))]);
    let behind = |ui: &mut Ui| match row.standing {
        // Beside a signature that holds, what is not proven is what it does not cover.
        Standing::Unproven if valid => {
            look::tag(ui, &state.text("standing-unsigned"), Tone::standing(ui, row.standing)).on_hover_text(state.text("legend-unproven"));
        }
        other => standing(ui, state, other),
    };
    value(ui, row, Sense::click(), behind).on_hover_text(told).clicked()
}
