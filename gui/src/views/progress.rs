//! Before there is a result: the first page, work going on, work that ended without one. Nothing here is green.

use eframe::egui::{Align, Layout, ProgressBar, RichText, Ui, vec2};
use eichrecht::{Progress, Step};
use eichrecht_report::Arg;

use super::menu;
use crate::actions::Action;
use crate::load::Stage;
use crate::look;
use crate::state::State;

pub(crate) fn welcome(ui: &mut Ui, state: &State, wanted: &mut Vec<Action>) {
    middle(ui, |ui| {
        ui.label(RichText::new(state.text("welcome")).size(30.0).strong());
        ui.add_space(6.0);
        ui.label(state.text("welcome-how"));
        ui.add_space(18.0);
        look::plain_card(ui).inner_margin(24).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.label(RichText::new(state.text("welcome-drop")).size(20.0));
            ui.add_space(12.0);
            ui.horizontal_wrapped(|ui| {
                for action in [Action::Open, Action::OpenFolder, Action::Paste] {
                    menu::button(ui, state, action, wanted);
                }
            });
        });
        ui.add_space(12.0);
        ui.label(RichText::new(state.text("welcome-private")).weak());
    });
}

pub(crate) fn running(ui: &mut Ui, state: &State, stage: Stage, wanted: &mut Vec<Action>) {
    middle(ui, |ui| {
        ui.label(RichText::new(state.text("checking")).size(26.0).strong());
        ui.add_space(8.0);
        ui.label(sentence(state, stage));
        ui.add_space(8.0);
        ui.add(ProgressBar::new(part(stage)).desired_width(420.0).show_percentage());
        ui.add_space(8.0);
        ui.label(RichText::new(state.text("nothing-yet")).weak());
        ui.add_space(12.0);
        menu::button(ui, state, Action::Cancel, wanted);
    });
}

pub(crate) fn stopped(ui: &mut Ui, state: &State, (title, text): (&str, String), wanted: &mut Vec<Action>) {
    middle(ui, |ui| {
        ui.label(RichText::new(state.text(title)).size(26.0).strong());
        ui.add_space(8.0);
        ui.label(text);
        ui.add_space(12.0);
        ui.horizontal(|ui| {
            menu::button(ui, state, Action::CheckAgain, wanted);
            menu::button(ui, state, Action::Open, wanted);
            menu::button(ui, state, Action::CloseAll, wanted);
        });
    });
}

fn sentence(state: &State, stage: Stage) -> String {
    match stage {
        Stage::Files(count) => state.words.say("checking-files", &[("count", Arg::Count(count))]),
        Stage::Verify(Progress { step: Step::Judge, .. }) => state.text("checking-judge"),
        Stage::Verify(Progress { step, done, of }) => {
            let id = if step == Step::Read { "checking-read" } else { "checking-check" };
            state.words.say(id, &[("done", Arg::Count(done + 1)), ("of", Arg::Count(of))])
        }
    }
}

#[allow(clippy::cast_precision_loss, clippy::float_arithmetic, reason = "length of a bar")]
fn part(stage: Stage) -> f32 {
    let of_step = |done: usize, of: usize| done as f32 / of.max(1) as f32;
    match stage {
        Stage::Files(_) => 0.0,
        Stage::Verify(Progress { step: Step::Read, done, of }) => 0.3 * of_step(done, of),
        Stage::Verify(Progress { step: Step::Check, done, of }) => 0.3 + 0.6 * of_step(done, of),
        Stage::Verify(Progress { step: Step::Judge, .. }) => 0.9,
    }
}

/// A column in the middle of the page, wide enough to read.
#[allow(clippy::float_arithmetic, reason = "points on the screen")]
fn middle(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let space = ui.available_size();
    let width = space.x.min(640.0);
    ui.add_space((space.y * 0.16).min(120.0));
    ui.horizontal(|ui| {
        ui.add_space((space.x - width) / 2.0);
        ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), content);
    });
}
