//! The list: counts by verdict, a filter, and lines that are worded only while they are on the screen.

use eframe::egui::{
    Align2, FontId, Grid, Rect, Response, Role, ScrollArea, Sense, Shape, Stroke, StrokeKind, TextEdit, TextWrapMode, Ui, WidgetInfo,
    WidgetText, pos2, vec2,
};
use eichrecht_report::Arg;

use crate::list::{Column, Line, VERDICTS};
use crate::load::Checked;
use crate::look::{self, Tone};
use crate::state::State;

const HEIGHT: f32 = 50.0;

pub(crate) fn panel(ui: &mut Ui, state: &mut State, checked: &Checked) {
    look::heading(ui, &state.text("list"));
    ui.label(&state.overall);
    chips(ui, state, checked);
    let hint = state.text("list-filter");
    let edit = ui.add(TextEdit::singleline(&mut state.arrangement.text).hint_text(&hint).desired_width(f32::INFINITY));
    edit.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, &hint));
    if std::mem::take(&mut state.focus_filter) {
        edit.request_focus();
    }
    if edit.changed() {
        state.arrange();
    }
    sorting(ui, state);
    ui.separator();
    if state.arrangement.shown.is_empty() {
        ui.label(state.text("list-empty"));
        return;
    }
    lines(ui, state, checked);
}

/// One button a verdict with its count: what is there, and a filter.
fn chips(ui: &mut Ui, state: &mut State, checked: &Checked) {
    let mut wanted = None;
    Grid::new("chips").num_columns(2).spacing([10.0, 4.0]).show(ui, |ui| {
        let all = state.words.say("list-all", &[("count", Arg::Count(checked.lines.len()))]);
        if ui.selectable_label(state.arrangement.verdict.is_none(), all).clicked() {
            wanted = Some(None);
        }
        let counted = VERDICTS.into_iter().zip(state.arrangement.counts).filter(|(_, count)| *count > 0);
        for (cell, (verdict, count)) in (1..).zip(counted) {
            if cell % 2 == 0 {
                ui.end_row();
            }
            ui.horizontal(|ui| {
                let name = format!("{count} {}", state.words.short_verdict(verdict));
                look::shape(ui, Some(verdict), 18.0, "");
                if ui.selectable_label(state.arrangement.verdict == Some(verdict), name).clicked() {
                    wanted = Some(Some(verdict).filter(|verdict| state.arrangement.verdict != Some(*verdict)));
                }
            });
        }
    });
    if let Some(verdict) = wanted {
        state.arrangement.verdict = verdict;
        state.arrange();
    }
}

fn sorting(ui: &mut Ui, state: &mut State) {
    let columns = [
        (Column::Order, "column-number"),
        (Column::Verdict, "column-verdict"),
        (Column::Energy, "column-energy"),
        (Column::Begin, "column-begin"),
        (Column::Input, "column-input"),
    ];
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        for (column, text) in columns {
            let name = state.text(text);
            let chosen = state.arrangement.column == column;
            // Room for the arrow, which is drawn: the font has none.
            let response = ui.selectable_label(chosen, if chosen { format!("{name}     ") } else { name.clone() });
            if chosen {
                arrow(ui, response.rect, state.arrangement.reverse);
            }
            let told = state.words.say("list-sort", &[("column", Arg::Text(&name))]);
            response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, &told));
            if response.clicked() {
                state.arrangement.sort_by(column);
                state.arrange();
            }
        }
    });
}

/// A triangle at the right of a button: downwards for the usual order.
#[allow(clippy::float_arithmetic, reason = "points on the screen")]
fn arrow(ui: &Ui, button: Rect, reverse: bool) {
    let centre = pos2(button.right() - 14.0, button.center().y);
    let tip = if reverse { -4.0 } else { 4.0 };
    let points = vec![centre + vec2(-5.0, -tip), centre + vec2(5.0, -tip), centre + vec2(0.0, tip)];
    ui.painter().add(Shape::convex_polygon(points, ui.visuals().text_color(), Stroke::NONE));
}

#[allow(clippy::float_arithmetic, clippy::cast_precision_loss, reason = "points on the screen")]
fn lines(ui: &mut Ui, state: &mut State, checked: &Checked) {
    let mut area = ScrollArea::vertical().auto_shrink([false, false]);
    if std::mem::take(&mut state.follow)
        && let Some(at) = state.chosen.and_then(|chosen| state.arrangement.shown.iter().position(|line| *line == chosen))
    {
        let step = HEIGHT + ui.spacing().item_spacing.y;
        area = area.vertical_scroll_offset((at as f32 * step - ui.available_height() / 2.0).max(0.0));
    }
    let mut chosen = None;
    area.show_rows(ui, HEIGHT, state.arrangement.shown.len(), |ui, range| {
        for position in state.arrangement.shown.get(range).unwrap_or_default() {
            let Some(line) = checked.lines.get(*position) else { continue };
            if row(ui, state, checked, line, state.chosen == Some(*position)).clicked() {
                chosen = Some(*position);
            }
        }
    });
    if chosen.is_some() {
        state.choose(chosen);
    }
}

/// What a line says.
struct Said {
    word: String,
    amount: String,
    above: String,
    below: String,
}

fn said(state: &State, checked: &Checked, line: &Line) -> Said {
    let assessed = checked.assessment.inputs.get(line.input);
    let input = assessed.map(|input| eichrecht_report::visible(&input.name).into_owned()).unwrap_or_default();
    let word = match line.verdict {
        Some(verdict) => state.words.short_verdict(verdict),
        None => assessed.and_then(|input| state.words.aside(input)).unwrap_or_default(),
    };
    match line.session.and_then(|id| state.words.session_line(&checked.assessment, id)) {
        Some(session) => {
            let number = session.id.0.to_string();
            let number = state.words.say("list-session", &[("number", Arg::Text(&number))]);
            let [_, _, amount, _, begin, _] = session.cells;
            let amount = if session.proven { amount } else { format!("({amount})") };
            Said { word, amount, above: begin, below: format!("{number}, {input}") }
        }
        None => Said { word, amount: String::new(), above: input, below: state.text("list-whole") },
    }
}

#[allow(clippy::float_arithmetic, reason = "points on the screen")]
fn row(ui: &mut Ui, state: &State, checked: &Checked, line: &Line, chosen: bool) -> Response {
    let said = said(state, checked, line);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::click());
    response.widget_info(|| {
        let told = format!("{} {} {} {}", said.word, said.amount, said.above, said.below);
        WidgetInfo::selected(Role::ListBoxOption, true, chosen, told)
    });
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let tone = line.verdict.map_or_else(|| Tone::none(ui), |verdict| Tone::verdict(ui, verdict));
    if chosen {
        ui.painter().rect_filled(rect, 6.0, tone.soft);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 6.0, ui.visuals().widgets.hovered.weak_bg_fill);
    }
    if response.has_focus() || chosen {
        ui.painter().rect_stroke(
            rect.shrink(1.0),
            6.0,
            Stroke::new(if response.has_focus() { 2.0 } else { 1.0 }, tone.strong),
            StrokeKind::Inside,
        );
    }
    let icon = Rect::from_center_size(pos2(rect.left() + 22.0, rect.center().y), vec2(26.0, 26.0));
    look::paint(ui, line.verdict, icon);
    let text = ui.visuals().text_color();
    let weak = ui.visuals().weak_text_color();
    let left = rect.left() + 44.0;
    let right = rect.right() - 8.0;
    let amount = ui.painter().text(pos2(right, rect.top() + 6.0), Align2::RIGHT_TOP, &said.amount, FontId::proportional(16.0), text);
    cut(ui, &said.above, pos2(left, rect.top() + 7.0), amount.left() - left - 8.0, FontId::proportional(14.0), text);
    let word =
        ui.painter().text(pos2(right, rect.bottom() - 6.0), Align2::RIGHT_BOTTOM, &said.word, FontId::proportional(12.5), tone.strong);
    cut(ui, &said.below, pos2(left, rect.bottom() - 22.0), word.left() - left - 8.0, FontId::proportional(12.5), weak);
    response
}

/// A text on one line, shortened where it does not fit.
fn cut(ui: &Ui, text: &str, at: eframe::egui::Pos2, width: f32, font: FontId, colour: eframe::egui::Color32) {
    let galley = WidgetText::from(eframe::egui::RichText::new(text).font(font).color(colour)).into_galley(
        ui,
        Some(TextWrapMode::Truncate),
        width.max(20.0),
        eframe::egui::TextStyle::Body,
    );
    ui.painter().galley(at, galley, colour);
}
