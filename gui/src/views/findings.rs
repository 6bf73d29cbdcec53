//! Findings, worst first: what was found, what it means for the bill, what can be done, on what it rests, and one
//! click to the bytes.

use eframe::egui::{Frame, Label, Margin, Response, RichText, Role, ScrollArea, Sense, Ui, WidgetInfo};
use eichrecht::model::{Severity, Subject};
use eichrecht_report::{Arg, FindingContent};

use super::rows::{SHOWN, line, more};
use crate::look::{self, Tone};
use crate::state::State;

pub(crate) fn tab(ui: &mut Ui, state: &mut State) {
    let Some(detail) = state.detail.take() else { return };
    let mut wanted: Option<(&'static str, Subject)> = None;
    ScrollArea::vertical().id_salt("findings").auto_shrink([false, false]).show(ui, |ui| {
        if detail.findings.is_empty() {
            ui.label(state.text("no-findings"));
        }
        for finding in &detail.findings {
            if let Some(subject) = full(ui, state, finding) {
                wanted = Some((finding.code, subject));
            }
            ui.add_space(8.0);
        }
        ui.add_space(20.0);
    });
    state.detail = Some(detail);
    if let Some((code, subject)) = wanted {
        state.go_to(code, subject);
    }
}

/// A finding in one line.
pub(crate) fn short(ui: &mut Ui, finding: &FindingContent) -> Response {
    ui.horizontal(|ui| {
        look::tag(ui, &finding.mark, Tone::severity(ui, finding.severity));
        let text = RichText::new(format!("{} ({})", finding.title, finding.code));
        ui.add(Label::new(text).truncate().sense(Sense::click()))
    })
    .inner
}

/// A finding in full; the place the reader wants to see.
fn full(ui: &mut Ui, state: &mut State, finding: &FindingContent) -> Option<Subject> {
    let mut wanted = None;
    let tone = Tone::severity(ui, finding.severity);
    let fill = if finding.severity == Severity::Info { ui.visuals().faint_bg_color } else { tone.soft };
    Frame::new().fill(fill).corner_radius(8).inner_margin(Margin::same(12)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_wrapped(|ui| {
            // The card has the soft ground of the tone already.
            look::tag(ui, &finding.mark, Tone { soft: ui.visuals().panel_fill, ..tone });
            let title = ui.label(RichText::new(&finding.title).size(17.0).strong());
            title.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &finding.title));
            ui.label(RichText::new(format!("{} {}", finding.code, finding.name)).monospace().weak());
        });
        for message in finding.messages.iter().take(SHOWN) {
            ui.add(Label::new(format!("{} {}", message.text, message.place)).wrap());
            ui.horizontal_wrapped(|ui| {
                for subject in message.subjects.iter().filter(|subject| has_bytes(**subject)) {
                    let name = state.words.say("finding-place", &[("place", Arg::Text(&place(state, *subject)))]);
                    if ui.button(name).clicked() {
                        wanted = Some(*subject);
                    }
                }
            });
        }
        more(ui, state, finding.messages.len());
        if let Some(more) = &finding.more {
            ui.label(RichText::new(more).weak());
        }
        for (label, text) in [("finding-bill", &finding.bill), ("finding-advice", &finding.advice)] {
            if !text.is_empty() {
                line(ui, &state.text(label), |ui| {
                    ui.add(Label::new(text).wrap());
                });
            }
        }
        explanation(ui, state, finding.code);
    });
    wanted
}

fn explanation(ui: &mut Ui, state: &mut State, code: &'static str) {
    let open = state.unfolded == Some(code);
    let name = state.text(if open { "finding-fold" } else { "finding-explain" });
    if ui.link(name).clicked() {
        state.unfolded = (!open).then_some(code);
    }
    let Some(rule) = eichrecht::rules::find(code).filter(|_| open) else { return };
    let page = state.words.rule(rule);
    ui.add(Label::new(RichText::new(&page.severity).italics()).wrap());
    for (heading, text) in &page.parts {
        line(ui, heading, |ui| {
            ui.add(Label::new(text).wrap());
        });
    }
    line(ui, &state.text("finding-basis"), |ui| {
        ui.vertical(|ui| {
            for basis in &page.basis {
                ui.add(Label::new(basis).wrap());
            }
        });
    });
}

fn has_bytes(subject: Subject) -> bool {
    matches!(subject, Subject::Record(_) | Subject::Measurement(_) | Subject::Transaction(_))
}

fn place(state: &State, subject: Subject) -> String {
    match subject {
        Subject::Record(id) => format!("{} {}", state.text("place-record"), id.0),
        Subject::Measurement(at) => format!("{} {}.{}", state.text("place-record"), at.record.0, at.index + 1),
        Subject::Transaction(id) => {
            let number = id.0.to_string();
            state.words.say("place-session", &[("number", Arg::Text(&number))])
        }
        Subject::Input | Subject::Claim(_) | Subject::Bill => String::new(),
    }
}
