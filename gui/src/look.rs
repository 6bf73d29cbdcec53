//! Shapes and colours. Each verdict has a word, a shape and a colour; no meaning rests on one of them alone, and
//! green is for [`Verdict::Verified`] only.

use std::f32::consts::TAU;

use eframe::egui::{
    self, Align2, Color32, CornerRadius, FontId, Frame, Margin, Pos2, Rect, Response, RichText, Role, Sense, Shape, Stroke, Ui, Vec2,
    WidgetInfo, vec2,
};
use eichrecht::model::{Severity, Verdict};
use eichrecht_report::{Standing, Words};

/// Colours of one state: strong for shapes and words, soft behind them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tone {
    pub(crate) strong: Color32,
    pub(crate) soft: Color32,
}

impl Tone {
    const fn of(strong: [u8; 3], soft: [u8; 3]) -> Self {
        Self { strong: Color32::from_rgb(strong[0], strong[1], strong[2]), soft: Color32::from_rgb(soft[0], soft[1], soft[2]) }
    }

    pub(crate) fn verdict(ui: &Ui, verdict: Verdict) -> Self {
        let dark = ui.visuals().dark_mode;
        match (verdict, dark) {
            (Verdict::Verified, false) => Self::of([0x0b, 0x6b, 0x3a], [0xe3, 0xf4, 0xe9]),
            (Verdict::Verified, true) => Self::of([0x5f, 0xd3, 0x93], [0x17, 0x32, 0x23]),
            (Verdict::VerifiedWithWarnings, false) => Self::of([0x8a, 0x5a, 0x00], [0xfd, 0xf3, 0xd9]),
            (Verdict::VerifiedWithWarnings, true) => Self::of([0xf2, 0xbe, 0x4b], [0x38, 0x2d, 0x12]),
            (Verdict::NotChecked, false) => Self::of([0x5b, 0x3f, 0x9c], [0xee, 0xea, 0xf8]),
            (Verdict::NotChecked, true) => Self::of([0xb9, 0xa3, 0xf2], [0x2a, 0x24, 0x3d]),
            (Verdict::Failed, false) => Self::of([0xb3, 0x1b, 0x1b], [0xfb, 0xe6, 0xe4]),
            (Verdict::Failed, true) => Self::of([0xff, 0x8a, 0x80], [0x40, 0x1b, 0x1a]),
        }
    }

    /// For what has no verdict: keys, work in progress.
    pub(crate) fn none(ui: &Ui) -> Self {
        if ui.visuals().dark_mode {
            Self::of([0xb0, 0xb4, 0xba], [0x2c, 0x2e, 0x32])
        } else {
            Self::of([0x50, 0x56, 0x5e], [0xee, 0xef, 0xf1])
        }
    }

    pub(crate) fn severity(ui: &Ui, severity: Severity) -> Self {
        match severity {
            Severity::Fail => Self::verdict(ui, Verdict::Failed),
            Severity::Warn => Self::verdict(ui, Verdict::VerifiedWithWarnings),
            Severity::Info => Self::none(ui),
        }
    }

    pub(crate) fn standing(ui: &Ui, standing: Standing) -> Self {
        match standing {
            // Not green: that a value was signed says nothing yet of the session it stands in.
            Standing::Signed | Standing::Derived if ui.visuals().dark_mode => Self::of([0x8c, 0xb8, 0xf0], [0x1d, 0x2b, 0x3f]),
            Standing::Signed | Standing::Derived => Self::of([0x1f, 0x52, 0x8f], [0xe6, 0xee, 0xf8]),
            Standing::Unproven => Self::verdict(ui, Verdict::NotChecked),
            Standing::Own => Self::none(ui),
        }
    }
}

/// Draws the shape of a verdict: a disc with a tick, a triangle with an exclamation mark, a square on its corner with
/// a question mark, an octagon with a cross; a ring for none.
pub(crate) fn shape(ui: &mut Ui, verdict: Option<Verdict>, size: f32, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(size), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name));
    if ui.is_rect_visible(rect) {
        paint(ui, verdict, rect);
    }
    response
}

#[allow(clippy::float_arithmetic, reason = "points of a drawing")]
pub(crate) fn paint(ui: &Ui, verdict: Option<Verdict>, rect: Rect) {
    let tone = verdict.map_or_else(|| Tone::none(ui), |verdict| Tone::verdict(ui, verdict));
    let (centre, radius) = (rect.center(), rect.width() * 0.46);
    let ink = if ui.visuals().dark_mode { Color32::from_gray(0x14) } else { Color32::WHITE };
    let at = |x: f32, y: f32| centre + vec2(x, y) * radius;
    let line = Stroke::new(radius * 0.24, ink);
    let corners = |count: u8, turn: f32, reach: f32| -> Vec<Pos2> {
        let angle = |corner: u8| turn + TAU * f32::from(corner) / f32::from(count);
        (0..count).map(|corner| centre + Vec2::angled(angle(corner)) * radius * reach).collect()
    };
    let painter = ui.painter();
    let fill = |points: Vec<Pos2>| painter.add(Shape::convex_polygon(points, tone.strong, Stroke::NONE));
    match verdict {
        Some(Verdict::Verified) => {
            painter.circle_filled(centre, radius, tone.strong);
            painter.add(Shape::line(vec![at(-0.48, 0.02), at(-0.12, 0.38), at(0.5, -0.36)], line));
        }
        Some(Verdict::VerifiedWithWarnings) => {
            fill(vec![at(0.0, -0.98), at(1.05, 0.86), at(-1.05, 0.86)]);
            painter.line_segment([at(0.0, -0.36), at(0.0, 0.28)], line);
            painter.circle_filled(at(0.0, 0.6), radius * 0.14, ink);
        }
        Some(Verdict::NotChecked) => {
            fill(corners(4, 0.0, 1.05));
            painter.text(centre, Align2::CENTER_CENTER, "?", FontId::proportional(radius * 1.3), ink);
        }
        Some(Verdict::Failed) => {
            fill(corners(8, TAU / 16.0, 1.04));
            painter.line_segment([at(-0.38, -0.38), at(0.38, 0.38)], line);
            painter.line_segment([at(-0.38, 0.38), at(0.38, -0.38)], line);
        }
        None => {
            painter.circle_stroke(centre, radius * 0.8, Stroke::new(radius * 0.2, tone.strong));
        }
    }
}

/// A card with a soft ground.
pub(crate) fn card(tone: Tone) -> Frame {
    Frame::new().fill(tone.soft).corner_radius(CornerRadius::same(8)).inner_margin(Margin::same(14)).stroke(Stroke::new(1.0, tone.strong))
}

/// A card of neutral ground.
pub(crate) fn plain_card(ui: &Ui) -> Frame {
    let stroke = ui.visuals().widgets.noninteractive.bg_stroke;
    Frame::new().corner_radius(CornerRadius::same(8)).inner_margin(Margin::same(12)).stroke(stroke)
}

/// A word in a box of its tone: how far a value is proven, how grave a finding is.
pub(crate) fn tag(ui: &mut Ui, text: &str, tone: Tone) -> Response {
    // Drawn by hand: a frame would be as high as the line it stands in.
    let galley = ui.painter().layout_no_wrap(text.to_owned(), FontId::proportional(12.0), tone.strong);
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(12.0, 4.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    if ui.is_rect_visible(rect) {
        ui.painter().rect_filled(rect, 4.0, tone.soft);
        ui.painter().galley(rect.min + vec2(6.0, 2.0), galley, tone.strong);
    }
    response
}

/// The word for what stands behind a value.
pub(crate) fn standing_word(words: &Words, standing: Standing) -> Option<String> {
    Some(words.plain(match standing {
        Standing::Signed => "standing-signed",
        Standing::Derived => "standing-derived",
        Standing::Unproven => "standing-unproven",
        Standing::Own => return None,
    }))
}

/// A heading inside a view.
pub(crate) fn heading(ui: &mut Ui, text: &str) {
    ui.add_space(10.0);
    let response = ui.label(RichText::new(text).heading().size(17.0).strong());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, text));
    ui.add_space(2.0);
}

/// Style of the whole window: larger text than usual, room to breathe.
pub(crate) fn set_up(ctx: &egui::Context) {
    ctx.all_styles_mut(|style| {
        use egui::{FontFamily, TextStyle};
        for (kind, size) in [(TextStyle::Small, 12.0), (TextStyle::Body, 15.0), (TextStyle::Button, 15.0), (TextStyle::Heading, 21.0)] {
            style.text_styles.insert(kind, FontId::new(size, FontFamily::Proportional));
        }
        style.text_styles.insert(TextStyle::Monospace, FontId::new(13.5, FontFamily::Monospace));
        style.spacing.item_spacing = vec2(8.0, 6.0);
        style.spacing.button_padding = vec2(9.0, 4.0);
        style.interaction.selectable_labels = true;
    });
    ctx.style_mut_of(egui::Theme::Light, |style| {
        style.visuals.override_text_color = Some(Color32::from_gray(0x1c));
        style.visuals.panel_fill = Color32::from_gray(0xf8);
        style.visuals.weak_text_color = Some(Color32::from_gray(0x5c));
        style.visuals.widgets.inactive.bg_stroke = Stroke::new(1.0, Color32::from_gray(0xb4));
        style.visuals.hyperlink_color = Color32::from_rgb(0x0b, 0x57, 0xa6);
    });
    ctx.style_mut_of(egui::Theme::Dark, |style| {
        style.visuals.override_text_color = Some(Color32::from_gray(0xe6));
        style.visuals.panel_fill = Color32::from_gray(0x1c);
        style.visuals.weak_text_color = Some(Color32::from_gray(0xa8));
        style.visuals.widgets.inactive.bg_stroke = Stroke::new(1.0, Color32::from_gray(0x55));
    });
}
