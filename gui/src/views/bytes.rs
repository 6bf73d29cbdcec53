//! The bytes of a record, as text or as hex digits: what was signed has its own ground, and so has what was chosen.

use std::ops::Range;

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{Color32, FontId, Frame, Label, RichText, ScrollArea, TextStyle, Ui};
use eichrecht::model::RecordEntry;
use eichrecht_report::Arg;

use crate::marks;
use crate::state::State;

/// Bytes that are laid out as text; hex digits have no such bound.
const TEXT: usize = 32 << 10;
const WIDTH: usize = 16;

/// What a byte is drawn as.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ground {
    Plain,
    Signed,
    Marked,
}

pub(crate) fn view(ui: &mut Ui, state: &mut State, entry: &RecordEntry) {
    let built = marks::built(entry);
    ui.horizontal_wrapped(|ui| {
        for (hex, text) in [(false, "view-text"), (true, "view-hex")] {
            if ui.selectable_label(state.raw.hex == hex, state.text(text)).clicked() {
                state.raw.hex = hex;
            }
        }
        if built.is_some() {
            ui.separator();
            for (signed, text) in [(false, "record-bytes"), (true, "record-signed-bytes")] {
                if ui.selectable_label(state.raw.signed == signed, state.text(text)).clicked() {
                    state.raw.signed = signed;
                    state.raw.ranges = None;
                }
            }
        }
    });
    let (bytes, signed): (&[u8], Range<usize>) = match built.filter(|_| state.raw.signed) {
        Some(built) => (built, 0..built.len()),
        None => (&entry.source.bytes, marks::signed_range(entry).unwrap_or(0..0)),
    };
    legend(ui, state, !signed.is_empty());
    if built.is_some() && !state.raw.signed {
        ui.add(Label::new(RichText::new(state.text("bytes-built")).weak()).wrap());
    }
    if state.raw.ranges.is_none() {
        state.raw.ranges = Some(find(state, entry, bytes));
    }
    let marked = state.raw.ranges.clone().unwrap_or_default();
    let ground = |at: usize| {
        if marked.iter().any(|range| range.contains(&at)) {
            Ground::Marked
        } else if signed.contains(&at) {
            Ground::Signed
        } else {
            Ground::Plain
        }
    };
    let scroll = std::mem::take(&mut state.raw.scroll).then(|| marked.first().map_or(signed.start, |range| range.start));
    if state.raw.hex { hex(ui, bytes, ground, scroll) } else { text(ui, state, bytes, ground, scroll) }
}

/// What is marked: a reading, or texts.
fn find(state: &State, entry: &RecordEntry, bytes: &[u8]) -> Vec<Range<usize>> {
    let readings = entry.content.as_ref().map(|record| record.content().measurements.as_slice()).unwrap_or_default();
    let mut ranges = state.raw.reading.map(|index| marks::of_reading(bytes, readings, index)).unwrap_or_default();
    ranges.extend(marks::of_texts(bytes, &state.raw.marked));
    ranges.sort_by_key(|range| range.start);
    ranges
}

fn legend(ui: &mut Ui, state: &State, signed: bool) {
    ui.horizontal_wrapped(|ui| {
        for (ground, text, shown) in [
            (Ground::Signed, "bytes-signed-part", signed),
            (Ground::Marked, "bytes-marked-part", state.raw.ranges.as_ref().is_some_and(|ranges| !ranges.is_empty())),
        ] {
            if shown {
                Frame::new().fill(fill(ui, ground)).corner_radius(3).inner_margin(4).show(ui, |ui| {
                    ui.label(RichText::new(state.text(text)).small());
                });
            }
        }
    });
}

fn fill(ui: &Ui, ground: Ground) -> Color32 {
    match (ground, ui.visuals().dark_mode) {
        (Ground::Plain, _) => Color32::TRANSPARENT,
        (Ground::Signed, false) => Color32::from_rgb(0xdc, 0xe9, 0xfa),
        (Ground::Signed, true) => Color32::from_rgb(0x1d, 0x33, 0x4f),
        (Ground::Marked, false) => Color32::from_rgb(0xff, 0xd9, 0x66),
        (Ground::Marked, true) => Color32::from_rgb(0x8a, 0x66, 0x00),
    }
}

fn format(ui: &Ui, ground: Ground) -> TextFormat {
    let font = ui.style().text_styles.get(&TextStyle::Monospace).cloned().unwrap_or_else(|| FontId::monospace(13.0));
    TextFormat { font_id: font, color: ui.visuals().text_color(), background: fill(ui, ground), ..TextFormat::default() }
}

/// Text with runs of one ground each. What is no text, or would turn the line around, is a dot.
fn text(ui: &mut Ui, state: &State, bytes: &[u8], ground: impl Fn(usize) -> Ground, scroll: Option<usize>) {
    let shown = bytes.get(..TEXT).unwrap_or(bytes);
    if shown.len() < bytes.len() {
        ui.label(RichText::new(state.words.say("bytes-cut", &[("count", Arg::Count(shown.len()))])).weak());
    }
    let mut job = LayoutJob::default();
    job.wrap.break_anywhere = true;
    let mut run = String::new();
    let mut of = Ground::Plain;
    // Character at which the place to scroll to begins.
    let (mut characters, mut target) = (0, None);
    let mut at = 0;
    for chunk in shown.utf8_chunks() {
        let odd = chunk.invalid().iter().map(|_| ('·', 1));
        for (letter, length) in chunk.valid().chars().map(|letter| (harmless(letter), letter.len_utf8())).chain(odd) {
            let here = ground(at);
            if here != of {
                job.append(&std::mem::take(&mut run), 0.0, format(ui, of));
                of = here;
            }
            if scroll.is_some_and(|wanted| at >= wanted) && target.is_none() {
                target = Some(characters);
            }
            run.push(letter);
            characters += 1;
            at += length;
        }
    }
    job.append(&run, 0.0, format(ui, of));
    ScrollArea::vertical().id_salt("text").auto_shrink([false, false]).show(ui, |ui| {
        job.wrap.max_width = ui.available_width();
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        let place = target.map(|index| galley.pos_from_cursor(eframe::egui::text::CCursor::new(index)));
        let response = ui.label(galley);
        if let Some(place) = place {
            ui.scroll_to_rect(place.translate(response.rect.min.to_vec2()), Some(eframe::egui::Align::Center));
        }
    });
}

fn harmless(letter: char) -> char {
    let turns = matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    if letter == '\n' || !(letter.is_control() || turns) { letter } else { '·' }
}

/// Lines of sixteen bytes; only those on the screen are made.
#[allow(clippy::float_arithmetic, clippy::cast_precision_loss, reason = "points on the screen")]
fn hex(ui: &mut Ui, bytes: &[u8], ground: impl Fn(usize) -> Ground, scroll: Option<usize>) {
    let height = ui.text_style_height(&TextStyle::Monospace);
    let mut area = ScrollArea::both().id_salt("hex").auto_shrink([false, false]);
    if let Some(wanted) = scroll {
        let step = height + ui.spacing().item_spacing.y;
        area = area.vertical_scroll_offset(((wanted / WIDTH) as f32 * step - ui.available_height() / 2.0).max(0.0));
    }
    area.show_rows(ui, height, bytes.len().div_ceil(WIDTH), |ui, range| {
        for number in range {
            let start = number * WIDTH;
            let line = bytes.get(start..bytes.len().min(start + WIDTH)).unwrap_or_default();
            let mut job = LayoutJob::default();
            job.append(&format!("{start:08x}  "), 0.0, TextFormat { color: ui.visuals().weak_text_color(), ..format(ui, Ground::Plain) });
            for (position, byte) in line.iter().enumerate() {
                job.append(&format!("{byte:02x}"), 0.0, format(ui, ground(start + position)));
                let joined = position + 1 < line.len() && ground(start + position) == ground(start + position + 1);
                job.append(" ", 0.0, format(ui, if joined { ground(start + position) } else { Ground::Plain }));
            }
            job.append(&"   ".repeat(WIDTH - line.len()), 0.0, format(ui, Ground::Plain));
            job.append(" ", 0.0, format(ui, Ground::Plain));
            for (position, byte) in line.iter().enumerate() {
                let letter = if byte.is_ascii_graphic() || *byte == b' ' { char::from(*byte) } else { '·' };
                job.append(&letter.to_string(), 0.0, format(ui, ground(start + position)));
            }
            ui.add(Label::new(job).extend());
        }
    });
}
