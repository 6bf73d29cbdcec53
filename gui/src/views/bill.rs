//! The form of a bill: figures as printed, compared with what is proven.

use eframe::egui::{Button, Grid, Label, RichText, ScrollArea, TextEdit, Ui};
use eichrecht::bill::Figure;
use eichrecht::model::Limits;
use eichrecht_report::Arg;

use crate::app::Desk;
use crate::bill::BadForm;
use crate::dialogs::Purpose;
use crate::look;
use crate::state::State;

pub(crate) fn page(ui: &mut Ui, desk: &mut Desk) {
    ScrollArea::vertical().id_salt("bill").auto_shrink([false, false]).show(ui, |ui| {
        ui.set_max_width(820.0);
        look::heading(ui, &desk.state.text("bill-title"));
        ui.add(Label::new(desk.state.text("bill-text")).wrap());
        ui.add_space(8.0);
        fields(ui, &mut desk.state);
        ui.add_space(8.0);
        file(ui, desk);
        ui.add_space(12.0);
        buttons(ui, desk);
    });
}

fn fields(ui: &mut Ui, state: &mut State) {
    let words = &state.words;
    let form = &mut state.form;
    Grid::new("bill").num_columns(2).spacing([14.0, 8.0]).show(ui, |ui| {
        for (text, hint, value) in [
            ("bill-energy", "bill-hint-energy", &mut form.energy),
            ("bill-begin", "bill-hint-time", &mut form.begin),
            ("bill-end", "bill-hint-time", &mut form.end),
            ("bill-total", "bill-hint-total", &mut form.total),
            ("bill-evse", "bill-hint-evse", &mut form.evse),
            ("bill-tariff", "bill-hint-tariff", &mut form.tariff),
            ("bill-session", "bill-hint-session", &mut form.session),
            ("bill-zone", "bill-hint-zone", &mut form.zone),
        ] {
            let label = ui.label(words.plain(text));
            ui.add(TextEdit::singleline(value).hint_text(words.plain(hint)).desired_width(300.0)).labelled_by(label.id);
            ui.end_row();
        }
    });
}

fn file(ui: &mut Ui, desk: &mut Desk) {
    ui.horizontal_wrapped(|ui| {
        if ui.button(desk.state.text("bill-file")).clicked() {
            desk.ask(Purpose::Bill, "bill-file");
        }
        match desk.state.form.file.as_ref().map(|(name, _)| eichrecht_report::visible(name).into_owned()) {
            None => {
                ui.label(RichText::new(desk.state.text("bill-file-text")).weak());
            }
            Some(name) => {
                ui.strong(name);
                if ui.button(desk.state.text("bill-remove-file")).clicked() {
                    desk.state.form.file = None;
                }
            }
        }
    });
}

fn buttons(ui: &mut Ui, desk: &mut Desk) {
    let wake = desk.wake.clone();
    let state = &mut desk.state;
    let open = !state.kept.is_empty();
    let (mut check, mut clear) = (false, false);
    ui.horizontal_wrapped(|ui| {
        let name = RichText::new(state.text("bill-check")).strong();
        check = ui.add_enabled(open, Button::new(name)).clicked();
        clear = ui.add_enabled(state.bill.is_some() || !state.form.is_empty(), Button::new(state.text("bill-clear"))).clicked();
    });
    if !open {
        ui.label(RichText::new(state.text("bill-no-data")).weak());
    }
    if let Some(problem) = &state.form_problem {
        ui.add(Label::new(RichText::new(problem).color(ui.visuals().error_fg_color)).wrap());
    }
    if check {
        match state.form.request(&Limits::default()) {
            Ok(Some(_)) => {
                state.form_problem = None;
                state.bill = Some(state.form.clone());
                state.check_again(&wake);
            }
            Ok(None) => state.form_problem = Some(state.text("bill-nothing")),
            Err(bad) => state.form_problem = Some(told(state, &bad)),
        }
    }
    if clear {
        state.form = crate::bill::BillForm::default();
        state.form_problem = None;
        if state.bill.take().is_some() {
            state.check_again(&wake);
        }
    }
}

fn told(state: &State, bad: &BadForm) -> String {
    match bad {
        BadForm::Zone => state.text("bill-bad-zone"),
        BadForm::Session => state.text("bill-bad-session"),
        BadForm::Figure(bad) => {
            let figure = state.text(match bad.figure {
                Figure::Energy => "bill-energy",
                Figure::Begin => "bill-begin",
                Figure::End => "bill-end",
                _ => "bill-total",
            });
            let text = eichrecht_report::visible(&bad.text);
            state.words.say("bill-bad-figure", &[("figure", Arg::Text(&figure)), ("text", Arg::Text(&text))])
        }
    }
}
