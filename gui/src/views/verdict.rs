//! The verdict: what is proven, by whose key, and what is wrong if not. Five seconds are all a reader gives it.

use eframe::egui::{Label, RichText, ScrollArea, Ui};
use eichrecht::model::{Assessment, KeyOrigin, Verdict};
use eichrecht_report::{Arg, BillContent, FindingContent, Headline, grouped};

use super::{findings, rows};
use crate::load::Checked;
use crate::look::{self, Tone};
use crate::state::{Detail, State, Tab};

/// Most findings that are told beside the verdict, and most lines of loose records.
const FIRST: usize = 4;
const LOOSE: usize = 20;

pub(crate) fn tab(ui: &mut Ui, state: &mut State, checked: &Checked) {
    let Some(detail) = state.detail.take() else {
        ui.label(&state.overall);
        return;
    };
    ScrollArea::vertical().id_salt("verdict").auto_shrink([false, false]).show(ui, |ui| {
        if let Some(bill) = state.bill_content.clone() {
            bill_card(ui, state, &bill);
        }
        main_card(ui, state, &detail);
        if detail.session.is_some() && !detail.only_session {
            input_strip(ui, state, &detail.head.headline);
        }
        keys_to_compare(ui, state, &checked.assessment, &detail);
        first_findings(ui, state, &detail.findings);
        particulars(ui, state, &checked.assessment, &detail);
    });
    // Put back, unless something else was chosen meanwhile.
    if state.detail.is_none() {
        state.detail = Some(detail);
    }
}

fn main_card(ui: &mut Ui, state: &State, detail: &Detail) {
    let head = &detail.head.headline;
    let verdict = match &detail.content {
        // An input with one session has one verdict: that of the whole.
        Some(session) if !detail.only_session => session.verdict,
        _ => head.verdict,
    };
    let shown = detail.head.aside.is_none().then_some(verdict);
    let tone = shown.map_or_else(|| Tone::none(ui), |verdict| Tone::verdict(ui, verdict));
    let word = detail.head.aside.clone().unwrap_or_else(|| state.words.verdict(verdict));
    look::card(tone).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            look::shape(ui, shown, 84.0, &word);
            ui.add_space(8.0);
            ui.vertical(|ui| {
                ui.label(RichText::new(&word).size(27.0).strong().color(tone.strong));
                if let Some((amount, proof, proven)) = &detail.energy {
                    energy(ui, amount, proof, *proven, tone);
                }
                ui.add(Label::new(RichText::new(&detail.sentence).size(16.0)).wrap());
                ui.label(RichText::new(&detail.head.name).weak());
            });
        });
    });
}

fn energy(ui: &mut Ui, amount: &str, proof: &str, proven: bool, tone: Tone) {
    ui.horizontal(|ui| {
        let text = RichText::new(amount).size(36.0);
        // An amount that is not proven is never shown like one that is.
        ui.label(if proven { text.strong() } else { text.weak() });
        // The card has the soft ground of the tone already.
        look::tag(ui, proof, Tone { soft: ui.visuals().panel_fill, ..tone });
    });
}

/// The verdict on the whole input, where a session is only a part of it.
fn input_strip(ui: &mut Ui, state: &State, head: &Headline) {
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        look::shape(ui, Some(head.verdict), 20.0, &head.word);
        ui.label(RichText::new(state.words.say("other-input", &[("word", Arg::Text(&head.word))])).strong());
        ui.label(&head.sentence);
    });
}

fn bill_card(ui: &mut Ui, state: &State, bill: &BillContent) {
    let tone = Tone::verdict(ui, bill.verdict);
    look::card(tone).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            look::shape(ui, Some(bill.verdict), 48.0, &bill.verdict_word);
            ui.vertical(|ui| {
                ui.label(RichText::new(format!("{}: {}", bill.title, bill.verdict_word)).size(20.0).strong().color(tone.strong));
                ui.add(Label::new(&bill.sentence).wrap());
            });
        });
        ui.add_space(6.0);
        rows::rows(ui, state, &bill.rows);
        for finding in &bill.findings {
            findings::short(ui, finding);
        }
    });
    ui.add_space(6.0);
}

/// A key that only came with the data proves no origin by itself: a reader can, with the label.
fn keys_to_compare(ui: &mut Ui, state: &mut State, assessment: &Assessment, detail: &Detail) {
    let records = detail.records.iter().filter_map(|id| assessment.checked(*id)).filter(|record| record.signature().is_valid());
    let mut prints: Vec<&str> = Vec::new();
    for key in records.filter_map(|record| record.keys().used.as_ref()).filter(|key| key.origin < KeyOrigin::User) {
        if !prints.contains(&key.fingerprint.as_str()) {
            prints.push(&key.fingerprint);
        }
        if prints.len() >= FIRST {
            break;
        }
    }
    if prints.is_empty() || detail.session.is_none() {
        return;
    }
    ui.add_space(6.0);
    let tone = Tone::verdict(ui, Verdict::VerifiedWithWarnings);
    let mut copied = false;
    look::plain_card(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.label(RichText::new(state.text("proof-compare")).strong().color(tone.strong));
        ui.add(Label::new(state.text("proof-compare-text")).wrap());
        for print in prints {
            let print = grouped(print);
            ui.horizontal_wrapped(|ui| {
                ui.add(Label::new(RichText::new(&print).monospace().size(17.0)).wrap());
                if ui.button(state.text("copy")).clicked() {
                    ui.ctx().copy_text(print.clone());
                    copied = true;
                }
            });
        }
    });
    if copied {
        let text = state.text("notice-copied");
        state.tell(text, false);
    }
}

fn first_findings(ui: &mut Ui, state: &mut State, all: &[FindingContent]) {
    if all.is_empty() {
        return;
    }
    look::heading(ui, &state.text("first-findings"));
    for finding in all.iter().take(FIRST) {
        if findings::short(ui, finding).clicked() {
            state.unfolded = Some(finding.code);
            state.tab = Tab::Findings;
        }
    }
    if ui.link(state.text("all-findings")).clicked() {
        state.tab = Tab::Findings;
    }
}

fn particulars(ui: &mut Ui, state: &State, assessment: &Assessment, detail: &Detail) {
    if let Some(session) = &detail.content {
        look::heading(ui, &state.text("details"));
        rows::rows(ui, state, &session.rows);
    }
    if !detail.head.errors.is_empty() {
        look::heading(ui, &state.text("errors-title"));
        for error in detail.head.errors.iter().take(rows::SHOWN) {
            ui.add(Label::new(error).wrap());
        }
        rows::more(ui, state, detail.head.errors.len());
    }
    // Records outside sessions and claims are told with the input they came in.
    if detail.session.is_none() || detail.only_session {
        if !detail.head.loose.is_empty() {
            look::heading(ui, &state.text("loose-title"));
            for entry in detail.head.loose.iter().take(LOOSE).filter_map(|id| assessment.record(*id)) {
                ui.add(Label::new(state.words.loose_record(entry)).wrap());
            }
            let more = detail.head.loose.len().saturating_sub(LOOSE);
            if more > 0 {
                ui.label(state.words.say("loose-more", &[("count", Arg::Count(more))]));
            }
        }
        if !detail.head.claims.is_empty() {
            look::heading(ui, &state.text("claims-title"));
            for claim in &detail.head.claims {
                ui.label(RichText::new(&claim.title).strong());
                rows::rows(ui, state, &claim.rows);
            }
        }
    }
    look::heading(ui, &state.text("input-part"));
    rows::rows(ui, state, &detail.head.facts);
    ui.add_space(20.0);
}
