//! The history of meters over all their sessions, from a ledger or from what is open; and the plot itself.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::thread;

use eframe::egui::{Button, Color32, Label, Panel, RichText, ScrollArea, Ui};
use egui_plot::{Corner, HoverPosition, Legend, Line, MarkerShape, Plot, PlotPoints, Points, VLine};
use eichrecht::model::{MeterAudit, MeterListing, Verdict};
use eichrecht_ledger::{Filter, Ledger, LedgerError};
use eichrecht_report::Arg;
use jiff::Timestamp;

use super::menu;
use crate::actions::Action;
use crate::app::Desk;
use crate::desk::Wake;
use crate::look::{self, Tone};
use crate::plot::Chart;
use crate::state::{LedgerContent, State};

/// Meters that are shown, and findings of one meter; the command line tells of all.
const METERS: usize = 500;
const FINDINGS: usize = 200;
/// Lines down the plot; of more findings the points at its foot remain.
const LINES: usize = 200;

/// Reads a ledger on a thread.
pub(crate) fn open(state: &mut State, path: PathBuf, wake: &Wake) {
    state.ledger.path = Some(path.clone());
    start(state, wake, move || Ledger::open_existing(&path).and_then(|ledger| content(&ledger)));
}

/// Puts what is open together by meter, without a file.
fn from_open(state: &mut State, wake: &Wake) {
    let Some(checked) = state.checked() else { return };
    state.ledger.path = None;
    start(state, wake, move || {
        let mut ledger = Ledger::in_memory()?;
        ledger.add(&checked.assessment)?;
        content(&ledger)
    });
}

fn start(state: &mut State, wake: &Wake, work: impl FnOnce() -> Result<LedgerContent, LedgerError> + Send + 'static) {
    let (sender, receiver) = channel();
    let wake = Arc::clone(wake);
    let run = move || {
        let _ = sender.send(work().map_err(|error| error.to_string()));
        wake();
    };
    state.ledger.content = None;
    state.ledger.busy = thread::Builder::new().name("ledger".to_owned()).spawn(run).ok().map(|_| receiver);
}

fn content(ledger: &Ledger) -> Result<LedgerContent, LedgerError> {
    let mut audits: Vec<MeterAudit> = Vec::new();
    let mut more = 0;
    ledger.audit(&Filter::default(), |audit| {
        if audits.len() < METERS {
            audits.push(audit)
        } else {
            more += 1
        }
        Ok::<(), LedgerError>(())
    })?;
    let mut listings: Vec<MeterListing> = Vec::new();
    ledger.list(&Filter::default(), |listing| {
        if listings.len() < METERS {
            listings.push(listing);
        }
        Ok::<(), LedgerError>(())
    })?;
    // Both come in the order of serial numbers; a meter without a counterpart has no history to show.
    let meters = audits.into_iter().filter_map(|audit| {
        let at = listings.iter().position(|listing| listing.meter == audit.meter)?;
        Some((audit, listings.swap_remove(at)))
    });
    Ok(LedgerContent { meters: meters.collect(), more })
}

pub(crate) fn page(ui: &mut Ui, desk: &mut Desk, wanted: &mut Vec<Action>) {
    let wake = desk.wake.clone();
    let state = &mut desk.state;
    look::heading(ui, &state.text("ledger-title"));
    ui.add(Label::new(state.text("ledger-text")).wrap());
    let mut gather = false;
    ui.horizontal_wrapped(|ui| {
        menu::button(ui, state, Action::OpenLedger, wanted);
        let open = state.checked().is_some();
        let button = ui.add_enabled(open, Button::new(state.text("ledger-in-memory")));
        gather = button.on_hover_text(state.text("ledger-in-memory-text")).clicked();
        if let Some(path) = &state.ledger.path {
            ui.label(RichText::new(path.to_string_lossy()).monospace());
        }
    });
    if gather {
        from_open(state, &wake);
    }
    if state.ledger.busy.is_some() {
        ui.horizontal(|ui| {
            ui.spinner();
            ui.label(state.text("ledger-reading"));
        });
        return;
    }
    match state.ledger.content.take() {
        None => {}
        Some(Err(problem)) => {
            ui.add(Label::new(RichText::new(&problem).color(ui.visuals().error_fg_color)).wrap());
            state.ledger.content = Some(Err(problem));
        }
        Some(Ok(content)) => {
            if content.meters.is_empty() {
                ui.label(state.text("ledger-none"));
            } else {
                meters(ui, state, &content);
            }
            state.ledger.content = Some(Ok(content));
        }
    }
}

fn meters(ui: &mut Ui, state: &mut State, content: &LedgerContent) {
    Panel::left("meters").resizable(true).default_size(280.0).show(ui, |ui| {
        ui.strong(state.words.say("ledger-meters", &[("count", Arg::Count(content.meters.len()))]));
        if content.more > 0 {
            ui.label(state.words.say("ledger-more", &[("count", Arg::Count(content.more))]));
        }
        let height = ui.spacing().interact_size.y;
        ScrollArea::vertical().id_salt("meters").auto_shrink([false, false]).show_rows(ui, height, content.meters.len(), |ui, range| {
            for position in range {
                let Some((audit, _)) = content.meters.get(position) else { continue };
                let found = audit.findings.len();
                let found = if found == 0 { String::new() } else { format!(" ({found})") };
                if ui.selectable_label(state.ledger.meter == position, format!("{}{found}", name(state, audit))).clicked() {
                    state.ledger.meter = position;
                }
            }
        });
    });
    let position = state.ledger.meter;
    let Some((audit, listing)) = content.meters.get(position) else { return };
    let chart = match state.ledger.chart.take() {
        Some((of, chart)) if of == position => chart,
        _ => Chart::of_history(&state.words, listing, &audit.findings),
    };
    ScrollArea::vertical().id_salt("history").auto_shrink([false, false]).show(ui, |ui| {
        ui.label(RichText::new(name(state, audit)).size(20.0).strong());
        let (records, sessions) = ((audit.checked + audit.reported).to_string(), audit.sessions.to_string());
        ui.label(state.words.say("ledger-records", &[("records", Arg::Text(&records)), ("sessions", Arg::Text(&sessions))]));
        ui.label(state.text("ledger-key"));
        ui.add(Label::new(RichText::new(eichrecht_report::grouped(&audit.meter.key)).monospace()).wrap());
        draw_chart(ui, state, &chart, 340.0);
        if audit.findings.is_empty() {
            ui.label(state.text("ledger-clean"));
        }
        for finding in audit.findings.iter().take(FINDINGS) {
            ui.horizontal_top(|ui| {
                look::tag(ui, &state.words.mark(finding.severity), Tone::severity(ui, finding.severity));
                ui.label(RichText::new(finding.code).monospace());
                ui.add(Label::new(state.words.history_finding(finding)).wrap());
            });
        }
    });
    state.ledger.chart = Some((position, chart));
}

fn name(state: &State, audit: &MeterAudit) -> String {
    let meter = &audit.meter;
    let serial = meter.serial.as_deref().map(|serial| eichrecht_report::visible(serial).into_owned());
    let maker: Vec<&str> = [meter.manufacturer.as_deref(), meter.model.as_deref()].into_iter().flatten().collect();
    let serial = serial.unwrap_or_else(|| state.text("ledger-unnamed"));
    if maker.is_empty() { serial } else { format!("{serial} {}", eichrecht_report::visible(&maker.join(" "))) }
}

/// Registers over time. What is read off is the text of a reading as signed.
#[allow(clippy::float_arithmetic, clippy::cast_possible_truncation, reason = "places on the screen")]
pub(crate) fn draw_chart(ui: &mut Ui, state: &State, chart: &Chart, height: f32) {
    if chart.is_empty() {
        ui.label(RichText::new(state.text("plot-empty")).weak());
        return;
    }
    let faults = state.text("plot-faults");
    let marks = state.text("plot-marks");
    let lowest = chart.series.iter().flat_map(|series| &series.points).map(|point| point.y).fold(f64::INFINITY, f64::min);
    let dark = ui.visuals().dark_mode;
    let failed = Tone::verdict(ui, Verdict::Failed).strong;
    let warned = Tone::verdict(ui, Verdict::VerifiedWithWarnings).strong;
    let texts = |position: &HoverPosition<'_>| match position {
        HoverPosition::NearDataPoint { plot_name, index, .. } if *plot_name == faults => chart.fault_texts.get(*index).cloned(),
        HoverPosition::NearDataPoint { plot_name, index, .. } if *plot_name == marks => {
            chart.marks.get(*index).map(|(_, text)| text.clone())
        }
        HoverPosition::NearDataPoint { plot_name, index, .. } => {
            let series = chart.series.iter().find(|series| series.name == *plot_name)?;
            Some(format!("{}\n{}", series.name, series.texts.get(*index)?))
        }
        HoverPosition::Elsewhere { .. } => None,
    };
    let date = |mark: egui_plot::GridMark, range: &std::ops::RangeInclusive<f64>| {
        let Ok(instant) = Timestamp::from_second(mark.value as i64) else { return String::new() };
        let days = range.end() - range.start() > 3.0 * 86_400.0;
        instant.strftime(if days { "%Y-%m-%d" } else { "%m-%d %H:%M" }).to_string()
    };
    let response = Plot::new("chart")
        .height(height)
        .legend(Legend::default().position(Corner::LeftTop))
        .grid_color(ui.visuals().weak_text_color().gamma_multiply(0.35))
        .x_axis_label("UTC")
        .y_axis_label(chart.unit.as_str())
        .x_axis_formatter(date)
        .label_formatter(texts)
        .show(ui, |plot| {
            for (position, series) in chart.series.iter().enumerate() {
                let colour = colour(position, dark);
                plot.line(Line::new(series.name.clone(), PlotPoints::Borrowed(&series.points)).color(colour).width(1.5));
                plot.points(Points::new(series.name.clone(), PlotPoints::Borrowed(&series.points)).color(colour).radius(3.0));
            }
            if !chart.marks.is_empty() {
                for (at, _) in chart.marks.iter().take(LINES) {
                    plot.vline(VLine::new(String::new(), *at).color(warned.gamma_multiply(0.5)).allow_hover(false));
                }
                let foot: Vec<[f64; 2]> = chart.marks.iter().map(|(at, _)| [*at, lowest]).collect();
                plot.points(Points::new(marks.clone(), foot).shape(MarkerShape::Up).radius(6.0).color(warned));
            }
            if !chart.faults.is_empty() {
                let cross = Points::new(faults.clone(), PlotPoints::Borrowed(&chart.faults));
                plot.points(cross.shape(MarkerShape::Cross).radius(6.0).color(failed));
            }
        })
        .response;
    let name = state.text("plot");
    response.widget_info(|| eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Image, true, &name));
    ui.label(RichText::new(state.text("plot-help")).small().weak());
    for (count, text) in [(chart.without_place, "plot-without"), (chart.left_out, "plot-thinned")] {
        if count > 0 {
            ui.label(RichText::new(state.words.say(text, &[("count", Arg::Count(count))])).small().weak());
        }
    }
}

/// Colours that can be told apart also by those who see few; none is a colour of verdicts.
fn colour(position: usize, dark: bool) -> Color32 {
    const LIGHT: [[u8; 3]; 5] = [[0x1f, 0x5f, 0xa8], [0x7a, 0x3e, 0x8f], [0x00, 0x7c, 0x89], [0x6b, 0x6b, 0x6b], [0x9c, 0x4a, 0x73]];
    const DARK: [[u8; 3]; 5] = [[0x7a, 0xb4, 0xf5], [0xd0, 0x9b, 0xe6], [0x5f, 0xd0, 0xdc], [0xbb, 0xbb, 0xbb], [0xe6, 0xa0, 0xc4]];
    let table = if dark { DARK } else { LIGHT };
    let [red, green, blue] = table.into_iter().cycle().nth(position % 5).unwrap_or([0x80; 3]);
    Color32::from_rgb(red, green, blue)
}
