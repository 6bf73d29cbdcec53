//! Labelled values, each marked as signed, derived or not proven.

use eframe::egui::{Align, Label, Layout, Response, RichText, Sense, Ui, vec2};
use eichrecht_report::{Arg, Row, Standing};

use crate::look::{self, Tone};
use crate::state::State;

const LABEL: f32 = 120.0;
const TAG: f32 = 104.0;

/// Most lines of one kind that are drawn where nothing bounds them. Reports have all.
pub(crate) const SHOWN: usize = 200;

/// Says that there are more than [`SHOWN`].
pub(crate) fn more(ui: &mut Ui, state: &State, count: usize) {
    let more = count.saturating_sub(SHOWN);
    if more > 0 {
        ui.label(RichText::new(state.words.say("rows-more", &[("count", Arg::Count(more))])).weak());
    }
}

/// Rows under one another.
pub(crate) fn rows<'a>(ui: &mut Ui, state: &State, rows: impl IntoIterator<Item = &'a Row>) {
    for row in rows {
        value(ui, row, Sense::hover(), |ui| standing(ui, state, row.standing));
    }
}

/// A labelled value and what is said behind it.
#[allow(clippy::float_arithmetic, reason = "points on the screen")]
pub(crate) fn value(ui: &mut Ui, row: &Row, sense: Sense, behind: impl FnOnce(&mut Ui)) -> Response {
    line(ui, &row.label, |ui| {
        let width = (ui.available_width() - TAG).max(120.0);
        let response = ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
            let note = row.note.as_ref().map(|note| format!(" ({note})")).unwrap_or_default();
            let text = RichText::new(format!("{}{note}", row.value));
            let text = if is_hex(&row.value) { text.monospace() } else { text };
            ui.add(Label::new(if row.strong { text.strong() } else { text }).wrap().sense(sense))
        });
        behind(ui);
        response.inner
    })
}

/// A label of fixed width and what stands behind it.
pub(crate) fn line<R>(ui: &mut Ui, label: &str, content: impl FnOnce(&mut Ui) -> R) -> R {
    ui.horizontal_top(|ui| {
        ui.allocate_ui_with_layout(vec2(LABEL, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(LABEL);
            ui.add(Label::new(RichText::new(label).weak()).wrap());
        });
        content(ui)
    })
    .inner
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
