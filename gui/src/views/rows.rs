//! Labelled values, each marked as signed, derived or not proven.

use eframe::egui::{Align, Label, Layout, RichText, Ui, vec2};
use eichrecht_report::{Row, Standing};

use crate::look::{self, Tone};
use crate::state::State;

const LABEL: f32 = 136.0;
const TAG: f32 = 104.0;

/// Rows under one another. The answer is the row that was clicked, where `clickable` says that rows can be.
pub(crate) fn rows<'a>(ui: &mut Ui, state: &State, rows: impl IntoIterator<Item = &'a Row>) {
    for one in rows {
        row(ui, state, one);
    }
}

fn row(ui: &mut Ui, state: &State, row: &Row) {
    line(ui, &row.label, |ui| {
        let width = (ui.available_width() - TAG).max(120.0);
        ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
            let note = row.note.as_ref().map(|note| format!(" ({note})")).unwrap_or_default();
            let text = RichText::new(format!("{}{note}", row.value));
            let text = if is_hex(&row.value) { text.monospace() } else { text };
            ui.add(Label::new(if row.strong { text.strong() } else { text }).wrap());
        });
        standing(ui, state, row.standing);
    });
}

/// A label of fixed width and what stands behind it.
pub(crate) fn line(ui: &mut Ui, label: &str, content: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        ui.allocate_ui_with_layout(vec2(LABEL, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(LABEL);
            ui.add(Label::new(RichText::new(label).weak()).wrap());
        });
        content(ui);
    });
}

/// The box that says what stands behind a value; nothing for what this program says of its own.
pub(crate) fn standing(ui: &mut Ui, state: &State, standing: Standing) {
    if let Some(word) = look::standing_word(&state.words, standing) {
        let why = match standing {
            Standing::Signed => "legend-signed",
            Standing::Derived => "legend-derived",
            Standing::Unproven | Standing::Own => "legend-unproven",
        };
        look::tag(ui, &word, Tone::standing(ui, standing)).on_hover_text(state.text(why));
    }
}

/// Groups of four hex digits, as fingerprints and keys are written.
fn is_hex(text: &str) -> bool {
    text.len() > 30 && text.bytes().all(|byte| byte == b' ' || byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}
