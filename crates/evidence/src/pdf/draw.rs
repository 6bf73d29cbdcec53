//! From a layout to the bytes of a PDF. The only place with binary floats: they are places on paper, never values.

#![allow(clippy::float_arithmetic, clippy::cast_precision_loss, reason = "places on paper, as the PDF library wants them")]

use std::num::NonZeroU16;

use eichrecht_model::{Severity, Verdict};
use eichrecht_report::{Language, PaperContent, Standing};
use krilla::color::rgb;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::embed::{AssociationKind, EmbeddedFile, MimeType};
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, LineCap, LineJoin, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, Node, SpanTag, TableHeaderScope, Tag as PdfTag, TagGroup, TagTree};
use krilla::text::{GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};

use super::PdfOptions;
use super::face::{Faces, Weight};
use super::layout::{severity_colour, verdict_colour};
use super::sheet::{Colour, Group, HEIGHT, INK, Item, LEFT, LINE, MUTED, Mark, Part, Pt, RIGHT, Sheet, Sign, Style, Tag, Thing, WIDTH};
use crate::{EvidenceError, EvidenceInput, MadeAt};

const WHITE: Colour = Colour(0xFF, 0xFF, 0xFF);

fn refused(what: impl ToString) -> EvidenceError {
    EvidenceError::Pdf(what.to_string())
}

/// The document as bytes.
pub(super) fn draw(sheet: Sheet, content: &PaperContent, options: &PdfOptions<'_>) -> Result<Vec<u8>, EvidenceError> {
    let (faces, pages, marks, root, leaves) = sheet.finish();
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A3_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| refused(format!("{error:?}")))?;
    let mut document = Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    document.set_metadata(metadata(content, options));
    let mut read_out: Vec<Option<Identifier>> = (0..leaves).map(|_| None).collect();
    let count = pages.len();
    for (number, items) in (1..).zip(&pages) {
        let settings = PageSettings::from_wh(f(WIDTH), f(HEIGHT)).ok_or_else(|| refused("size of a page"))?;
        let mut page = document.start_page_with(settings);
        let mut pen = Pen { surface: page.surface(), faces: &faces };
        for item in items {
            pen.item(item, &mut read_out);
        }
        pen.frame(content, options, number, count);
        drop(pen);
        page.finish();
    }
    document.set_outline(outline(&marks));
    let mut tree = TagTree::new().with_lang(Some(options.language.tag().to_owned()));
    if let Some(node) = group(&root, &mut read_out) {
        tree.push(node);
    }
    document.set_tag_tree(tree);
    attach(&mut document, options)?;
    document.finish().map_err(|error| refused(format!("{error:?}").chars().take(300).collect::<String>()))
}

fn metadata(content: &PaperContent, options: &PdfOptions<'_>) -> Metadata {
    let program = format!("eichrecht {}", options.program.version);
    Metadata::new()
        .title(format!("{}: {}", content.words.title, content.report.verdict_word))
        .language(options.language.tag().to_owned())
        .creator(program.clone())
        .producer(program)
        .creation_date(date(options.made_at))
}

/// The time of making, in the terms of the library.
fn date((made, offset): MadeAt) -> DateTime {
    let part = |value: i8| u8::try_from(value).unwrap_or_default();
    let (hours, minutes) = (i8::try_from(offset / 60).unwrap_or_default(), u8::try_from((offset % 60).unsigned_abs()).unwrap_or_default());
    DateTime::new(u16::try_from(made.year()).unwrap_or_default())
        .month(part(made.month()))
        .day(part(made.day()))
        .hour(part(made.hour()))
        .minute(part(made.minute()))
        .second(part(made.second()))
        .utc_offset_hour(hours)
        .utc_offset_minute(minutes)
}

/// The inputs as files of their own.
fn attach(document: &mut Document, options: &PdfOptions<'_>) -> Result<(), EvidenceError> {
    for (number, EvidenceInput { bytes, .. }) in (1usize..).zip(options.attachments) {
        let name = crate::bundle::attachment_name(options.attachments, number - 1);
        let description = match options.language {
            Language::German => format!("Eingabe {number}, wie erhalten"),
            Language::English => format!("Input {number}, as received"),
        };
        let file = EmbeddedFile {
            path: name,
            mime_type: MimeType::new("application/octet-stream"),
            description: Some(description),
            association_kind: AssociationKind::Source,
            data: bytes.to_vec().into(),
            modification_date: Some(date(options.made_at)),
            // As received, byte for byte, also for those who look at the PDF with simple tools.
            compress: Some(false),
            location: None,
        };
        document.embed_file(file).ok_or_else(|| refused("two attachments of one name"))?;
    }
    Ok(())
}

/// The list of contents. It has two levels: what is deeper hangs on the last of them.
fn outline(marks: &[Mark]) -> Outline {
    let mut outline = Outline::new();
    let node = |mark: &Mark| OutlineNode::new(mark.title.clone(), XyzDestination::new(mark.page, Point::from_xy(f(LEFT), f(mark.y))));
    let mut last: Option<OutlineNode> = None;
    for mark in marks {
        match &mut last {
            Some(open) if mark.level > 2 => open.push_child(node(mark)),
            _ => {
                if let Some(done) = last.replace(node(mark)) {
                    outline.push_child(done);
                }
            }
        }
    }
    if let Some(done) = last {
        outline.push_child(done);
    }
    outline
}

/// A group as it is read out; `None` when nothing in it was drawn.
fn group(from: &Group, read_out: &mut [Option<Identifier>]) -> Option<Node> {
    let children: Vec<Node> = from
        .parts
        .iter()
        .filter_map(|part| match part {
            Part::Group(inner) => group(inner, read_out),
            Part::Leaf(number) => read_out.get_mut(*number)?.take().map(Node::from),
        })
        .collect();
    if children.is_empty() {
        return None;
    }
    let group = match &from.tag {
        Tag::Section => TagGroup::with_children(PdfTag::Section, children),
        Tag::Heading(level, title) => {
            let level = NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN);
            TagGroup::with_children(PdfTag::Hn(level, Some(title.clone())), children)
        }
        Tag::Paragraph => TagGroup::with_children(PdfTag::P, children),
        Tag::Figure(meaning) => TagGroup::with_children(PdfTag::Figure(Some(meaning.clone())), children),
        Tag::Table => TagGroup::with_children(PdfTag::Table, children),
        Tag::Row => TagGroup::with_children(PdfTag::TR, children),
        Tag::RowHead => TagGroup::with_children(PdfTag::TH(TableHeaderScope::Row), children),
        Tag::ColumnHead => TagGroup::with_children(PdfTag::TH(TableHeaderScope::Column), children),
        Tag::Cell => TagGroup::with_children(PdfTag::TD, children),
    };
    Some(Node::Group(group))
}

struct Pen<'a> {
    surface: Surface<'a>,
    faces: &'a Faces,
}

impl Pen<'_> {
    fn item(&mut self, item: &Item, read_out: &mut [Option<Identifier>]) {
        let tag = match (item.leaf, &item.thing) {
            (None, _) => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)),
            (Some(_), Thing::Text { .. }) => ContentTag::Span(SpanTag::empty()),
            (Some(_), _) => ContentTag::Other,
        };
        let identifier = self.surface.start_tagged(tag);
        if let Some(place) = item.leaf.and_then(|leaf| read_out.get_mut(leaf)) {
            *place = Some(identifier);
        }
        self.thing(&item.thing, item.x, item.y);
        self.surface.end_tagged();
    }

    fn thing(&mut self, thing: &Thing, x: Pt, y: Pt) {
        match thing {
            Thing::Text { weight, size, colour, text } => self.text(*weight, *size, *colour, x, y, text),
            Thing::Fill { colour, width, height } => {
                let mut path = PathBuilder::new();
                if let Some(rectangle) = Rect::from_xywh(f(x), f(y), f(*width), f(*height)) {
                    path.push_rect(rectangle);
                }
                self.fill(path.finish(), *colour);
            }
            Thing::Sign { sign, size } => self.sign(*sign, f(x), f(y), f(*size)),
        }
    }

    fn text(&mut self, weight: Weight, size: Pt, colour: Colour, x: Pt, y: Pt, text: &str) {
        self.surface.set_stroke(None);
        self.surface.set_fill(Some(paint(colour)));
        let mut x = f(x);
        for run in self.faces.runs(weight, text) {
            let units = f32::from(run.units.max(1));
            let mut at = 0;
            let mut width = 0.0;
            let glyphs: Vec<KrillaGlyph> = run
                .glyphs
                .iter()
                .map(|(glyph, advance, length)| {
                    let range = at..at + length;
                    at += length;
                    let advance = f32::from(*advance) / units;
                    width += advance;
                    KrillaGlyph::new(GlyphId::new(*glyph), advance, 0.0, 0.0, 0.0, range, None)
                })
                .collect();
            self.surface.draw_glyphs(Point::from_xy(x, f(y)), &glyphs, run.font, &run.text, f(size), false);
            x += width * f(size);
        }
    }

    /// What stands on every page: the verdict again from the second on, program and number at the foot.
    fn frame(&mut self, content: &PaperContent, options: &PdfOptions<'_>, number: usize, count: usize) {
        let words = &content.words;
        let small = Style::SMALL;
        if number > 1 {
            self.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Header)));
            let word = &content.report.verdict_word;
            let width = self.faces.width(Weight::Bold, small.size, word);
            self.text(small.weight, small.size, MUTED, LEFT, 4_600, &words.title);
            self.text(Weight::Bold, small.size, verdict_colour(content.report.verdict), RIGHT - width, 4_600, word);
            self.thing(&Thing::Sign { sign: Sign::Verdict(content.report.verdict), size: 900 }, RIGHT - width - 1_300, 3_870);
            self.thing(&Thing::Fill { colour: LINE, width: RIGHT - LEFT, height: 60 }, LEFT, 5_100);
            self.surface.end_tagged();
        }
        self.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
        let foot = HEIGHT - 4_000;
        let commit = options.program.commit.map(|commit| format!(" ({})", commit.chars().take(12).collect::<String>())).unwrap_or_default();
        let line = format!("eichrecht {}{commit} · {}", options.program.version, words.made);
        let page = format!("{number} / {count}");
        let width = self.faces.width(small.weight, small.size, &page);
        self.thing(&Thing::Fill { colour: LINE, width: RIGHT - LEFT, height: 60 }, LEFT, foot - 1_400);
        self.text(small.weight, small.size, MUTED, LEFT, foot, &line);
        self.text(small.weight, small.size, INK, RIGHT - width, foot, &page);
        self.surface.end_tagged();
    }

    fn fill(&mut self, path: Option<Path>, colour: Colour) {
        if let Some(path) = path {
            self.surface.set_stroke(None);
            self.surface.set_fill(Some(paint(colour)));
            self.surface.draw_path(&path);
        }
    }

    fn stroke(&mut self, path: Option<Path>, colour: Colour, width: f32) {
        if let Some(path) = path {
            let stroke = Stroke {
                paint: rgb::Color::new(colour.0, colour.1, colour.2).into(),
                width,
                line_cap: LineCap::Round,
                line_join: LineJoin::Round,
                ..Stroke::default()
            };
            self.surface.set_fill(None);
            self.surface.set_stroke(Some(stroke));
            self.surface.draw_path(&path);
            self.surface.set_stroke(None);
        }
    }

    /// A sign in a square of this size, told apart by its shape alone.
    fn sign(&mut self, sign: Sign, x: f32, y: f32, size: f32) {
        let at = |points: &[(f32, f32)]| polygon(points, x, y, size);
        let line = |points: &[(f32, f32)]| open_line(points, x, y, size);
        match sign {
            Sign::Verdict(Verdict::Verified) => {
                self.fill(circle(x, y, size), verdict_colour(Verdict::Verified));
                self.stroke(line(&[(0.27, 0.53), (0.44, 0.70), (0.74, 0.34)]), WHITE, size * 0.1);
            }
            Sign::Verdict(Verdict::VerifiedWithWarnings) | Sign::Severity(Severity::Warn) => {
                self.fill(at(&[(0.5, 0.04), (1.0, 0.94), (0.0, 0.94)]), verdict_colour(Verdict::VerifiedWithWarnings));
                self.stroke(line(&[(0.5, 0.36), (0.5, 0.64)]), WHITE, size * 0.1);
                self.fill(dot(x + size * 0.5, y + size * 0.8, size * 0.058), WHITE);
            }
            Sign::Verdict(Verdict::Failed) | Sign::Severity(Severity::Fail) => {
                let octagon = [(0.29, 0.0), (0.71, 0.0), (1.0, 0.29), (1.0, 0.71), (0.71, 1.0), (0.29, 1.0), (0.0, 0.71), (0.0, 0.29)];
                self.fill(at(&octagon), verdict_colour(Verdict::Failed));
                self.stroke(line(&[(0.32, 0.32), (0.68, 0.68)]), WHITE, size * 0.1);
                self.stroke(line(&[(0.68, 0.32), (0.32, 0.68)]), WHITE, size * 0.1);
            }
            Sign::Verdict(Verdict::NotChecked) => {
                self.fill(at(&[(0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)]), verdict_colour(Verdict::NotChecked));
                self.stroke(
                    line(&[(0.38, 0.40), (0.42, 0.31), (0.5, 0.28), (0.58, 0.31), (0.62, 0.40), (0.5, 0.52), (0.5, 0.60)]),
                    WHITE,
                    size * 0.075,
                );
                self.fill(dot(x + size * 0.5, y + size * 0.73, size * 0.05), WHITE);
            }
            Sign::Severity(Severity::Info) => {
                self.fill(circle(x, y, size), severity_colour(Severity::Info));
                self.stroke(line(&[(0.5, 0.48), (0.5, 0.74)]), WHITE, size * 0.11);
                self.fill(dot(x + size * 0.5, y + size * 0.27, size * 0.07), WHITE);
            }
            Sign::Standing(Standing::Signed) => self.fill(circle(x, y, size), INK),
            Sign::Standing(Standing::Derived) => self.fill(at(&[(0.5, -0.08), (1.08, 0.5), (0.5, 1.08), (-0.08, 0.5)]), INK),
            Sign::Standing(Standing::Unproven | Standing::Own) => {
                let width = size * 0.14;
                self.stroke(circle(x + width / 2.0, y + width / 2.0, size - width), MUTED, width);
            }
        }
    }
}

fn f(length: Pt) -> f32 {
    length as f32 / 100.0
}

fn paint(colour: Colour) -> Fill {
    Fill { paint: rgb::Color::new(colour.0, colour.1, colour.2).into(), opacity: NormalizedF32::ONE, ..Fill::default() }
}

fn open_line(points: &[(f32, f32)], x: f32, y: f32, size: f32) -> Option<Path> {
    let mut path = PathBuilder::new();
    for (number, (px, py)) in points.iter().enumerate() {
        let (px, py) = (x + px * size, y + py * size);
        if number == 0 { path.move_to(px, py) } else { path.line_to(px, py) }
    }
    path.finish()
}

fn polygon(points: &[(f32, f32)], x: f32, y: f32, size: f32) -> Option<Path> {
    let mut path = PathBuilder::new();
    for (number, (px, py)) in points.iter().enumerate() {
        let (px, py) = (x + px * size, y + py * size);
        if number == 0 { path.move_to(px, py) } else { path.line_to(px, py) }
    }
    path.close();
    path.finish()
}

fn circle(x: f32, y: f32, size: f32) -> Option<Path> {
    dot(x + size / 2.0, y + size / 2.0, size / 2.0)
}

/// A circle of four curves, each as near to a quarter as a cubic curve comes.
fn dot(x: f32, y: f32, radius: f32) -> Option<Path> {
    let k = radius * 0.552_284_8;
    let mut path = PathBuilder::new();
    path.move_to(x + radius, y);
    path.cubic_to(x + radius, y + k, x + k, y + radius, x, y + radius);
    path.cubic_to(x - k, y + radius, x - radius, y + k, x - radius, y);
    path.cubic_to(x - radius, y - k, x - k, y - radius, x, y - radius);
    path.cubic_to(x + k, y - radius, x + radius, y - k, x + radius, y);
    path.close();
    path.finish()
}
