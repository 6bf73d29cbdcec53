//! Readings as a table and as a plot.

use eframe::egui::{Label, RichText, Ui};
use egui_extras::{Column, TableBuilder};
use eichrecht::model::{Assessment, MeasurementRef};
use eichrecht_report::Arg;

use super::ledger::draw_chart;
use super::rows;
use crate::look::Tone;
use crate::plot::Chart;
use crate::state::{Detail, State, Whole};

#[allow(clippy::float_arithmetic, reason = "points on the screen")]
pub(crate) fn tab(ui: &mut Ui, state: &mut State, assessment: &Assessment) {
    let Some(mut detail) = state.detail.take() else { return };
    ui.horizontal_wrapped(|ui| {
        for (whole, text) in [(false, "scope-session"), (true, "scope-input")] {
            if detail.session.is_some() && ui.selectable_label(state.whole_input == whole, state.text(text)).clicked() {
                state.whole_input = whole;
            }
        }
        let count = scope(state, assessment, &mut detail).0.len();
        ui.label(RichText::new(state.words.say("readings-count", &[("count", Arg::Count(count))])).weak());
    });
    let mut clicked = None;
    let (readings, chart) = scope(state, assessment, &mut detail);
    if readings.is_empty() {
        ui.label(state.text("no-readings"));
    } else {
        let height = (ui.available_height() * 0.45).clamp(160.0, 420.0);
        draw_chart(ui, state, chart, height);
        ui.separator();
        clicked = table(ui, state, assessment, readings);
    }
    state.detail = Some(detail);
    if let Some(at) = clicked {
        state.show_reading(at);
    }
}

/// The readings looked at with their plot, which is made when it is first asked for.
fn scope<'a>(state: &State, assessment: &Assessment, detail: &'a mut Detail) -> (&'a [MeasurementRef], &'a Chart) {
    if state.whole_input && detail.session.is_some() {
        let input = detail.input;
        let whole = detail.whole.get_or_insert_with(|| {
            let readings: Vec<MeasurementRef> =
                assessment.records_of(input).iter().flat_map(|entry| crate::desk::readings(assessment, entry.id)).collect();
            Whole { chart: Chart::of_readings(&state.words, assessment, &readings), readings }
        });
        return (&whole.readings, &whole.chart);
    }
    let readings = &detail.readings;
    let chart = detail.chart.get_or_insert_with(|| Chart::of_readings(&state.words, assessment, readings));
    (readings, chart)
}

/// Lines are worded only while they are on the screen. The answer is the reading that was clicked.
fn table(ui: &mut Ui, state: &State, assessment: &Assessment, readings: &[MeasurementRef]) -> Option<MeasurementRef> {
    let mut clicked = None;
    let columns = ["column-record", "column-value", "column-standing", "column-time", "column-register", "column-reason", "column-state"];
    let widths = [70.0, 105.0, 90.0, 300.0, 95.0, 110.0];
    let mut builder = TableBuilder::new(ui).id_salt("readings").striped(true).auto_shrink([false, false]);
    for width in widths {
        builder = builder.column(Column::initial(width).at_least(60.0).resizable(true).clip(true));
    }
    builder
        .column(Column::remainder().at_least(120.0).clip(true))
        .header(26.0, |mut header| {
            for column in columns {
                header.col(|ui| {
                    ui.strong(state.text(column));
                });
            }
        })
        .body(|body| {
            body.rows(26.0, readings.len(), |mut row| {
                let Some(at) = readings.get(row.index()).copied() else { return };
                let (Some(entry), Some(reading)) = (assessment.record(at.record), assessment.measurement(at)) else { return };
                let said = state.words.reading(entry, reading);
                row.col(|ui| {
                    if ui.link(format!("{}.{}", at.record.0, at.index + 1)).clicked() {
                        clicked = Some(at);
                    }
                });
                row.col(|ui| {
                    let text = RichText::new(&said.value);
                    ui.add(
                        Label::new(if said.faulty {
                            text.strong().color(Tone::verdict(ui, eichrecht::model::Verdict::Failed).strong)
                        } else {
                            text
                        })
                        .truncate(),
                    );
                });
                row.col(|ui| rows::standing(ui, state, said.standing));
                for text in [&said.time, &said.register, &said.reason, &said.state] {
                    row.col(|ui| {
                        ui.add(Label::new(text).truncate());
                    });
                }
            });
        });
    clicked
}
