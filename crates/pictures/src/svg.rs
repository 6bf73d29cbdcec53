//! Drawing a vector picture.
//!
//! What is drawn are shapes in one colour: codes consist of nothing else. Filters, masks and patterns, with
//! which a small file can ask for endless work, are refused; texts and pictures inside are left out; nothing
//! is loaded. Before anything is drawn it is counted how much there is to draw.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::Event;
use resvg::tiny_skia::{Color, PathSegment, Pixmap, Transform};
use resvg::usvg::roxmltree::{Document, Node, ParsingOptions};
use resvg::usvg::{self, ImageHrefResolver, Options, Tree};

use crate::{Bounds, Grey, Problem, Spent};

/// Longer side of what is drawn: 8 points for each dot of the largest code.
const SIDE: f32 = 1500.0;
/// Elements in one another.
const DEPTH: usize = 32;
/// Bytes of style sheets.
const STYLES: usize = 4096;
/// Elements that are refused.
const REFUSED: [&str; 5] = ["filter", "mask", "pattern", "marker", "foreignObject"];
/// Times the whole drawing may be painted over.
const LAYERS: f32 = 20.0;
/// Length of all edges together, downwards, in points of the drawing.
const EDGES: f32 = 10_000_000.0;

/// Draws a picture on white paper.
#[allow(clippy::float_arithmetic, reason = "lengths of a drawing, none of which is a measured value")]
pub(crate) fn draw(bytes: &[u8], bounds: &Bounds, spent: &mut Spent) -> Result<Grey, Problem> {
    let text = std::str::from_utf8(bytes).map_err(|_| Problem::Unreadable)?;
    // The paper is square at most.
    let pixels = usize::try_from(whole(SIDE).pow(2)).unwrap_or(usize::MAX);
    if pixels > bounds.pixels {
        return Err(Problem::TooManyPixels);
    }
    spent.pixels = spent.pixels.saturating_add(pixels);
    look_through(text, bounds)?;
    let limit = u32::try_from(bounds.svg_elements.saturating_mul(4)).unwrap_or(u32::MAX);
    // A document type is common in drawings; entities in it were refused above.
    let options = ParsingOptions { allow_dtd: true, nodes_limit: limit, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(|_| Problem::Unreadable)?;
    weigh(&document, bounds)?;
    let options = Options { image_href_resolver: nothing(), ..Options::default() };
    let tree = Tree::from_xmltree(&document, &options).map_err(|_| Problem::Unreadable)?;
    let size = tree.size();
    let scale = SIDE / size.width().max(size.height());
    let side = |length: f32| whole((length * scale).ceil().clamp(1.0, SIDE));
    let (width, height) = (side(size.width()), side(size.height()));
    let scaled = Transform::from_scale(scale, scale);
    let mut work = Work { width: length(width), height: length(height), painted: 0.0, edges: 0.0 };
    work.count(tree.root(), scaled)?;
    let mut paper = Pixmap::new(width, height).ok_or(Problem::Unreadable)?;
    paper.fill(Color::WHITE);
    resvg::render(&tree, scaled, &mut paper.as_mut());
    let shade = |[red, green, blue, _]: &[u8; 4]| {
        let sum = u32::from(*red) * 299 + u32::from(*green) * 587 + u32::from(*blue) * 114;
        u8::try_from(sum / 1000).unwrap_or(u8::MAX)
    };
    let (points, _) = paper.data().as_chunks::<4>();
    Ok(Grey { width, height, luma: points.iter().map(shade).collect() })
}

/// A length of at most [`SIDE`] as a whole number.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and 1500")]
fn whole(length: f32) -> u32 {
    length as u32
}

#[allow(clippy::cast_precision_loss, reason = "at most 1500")]
fn length(whole: u32) -> f32 {
    whole as f32
}

/// Nothing is taken from outside, nor from inside pictures.
fn nothing() -> ImageHrefResolver<'static> {
    ImageHrefResolver { resolve_data: Box::new(|_, _, _| None), resolve_string: Box::new(|_, _| None) }
}

/// Looks at the shape of the document before its tree is built.
fn look_through(text: &str, bounds: &Bounds) -> Result<(), Problem> {
    let mut reader = Reader::from_str(text);
    let mut elements = 0_usize;
    let mut depth = 0_usize;
    loop {
        match reader.read_event().map_err(|_| Problem::Unreadable)? {
            Event::Start(_) => {
                depth += 1;
                elements += 1;
            }
            Event::Empty(_) => elements += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::DocType(kind) if kind.contains("ENTITY") => return Err(Problem::Unsupported),
            Event::Eof => return Ok(()),
            _ => {}
        }
        if elements > bounds.svg_elements {
            return Err(Problem::TooManyElements);
        }
        if depth > DEPTH {
            return Err(Problem::Unsupported);
        }
    }
}

/// Counts elements as often as they are drawn: `use` repeats one that stands elsewhere.
fn weigh(document: &Document<'_>, bounds: &Bounds) -> Result<(), Problem> {
    let named: HashMap<&str, Node<'_, '_>> = document.descendants().filter_map(|node| Some((node.attribute("id")?, node))).collect();
    let is = |node: &Node<'_, '_>, name: &str| node.tag_name().name() == name;
    let (mut elements, mut clips, mut styles) = (0_usize, 0_usize, 0_usize);
    for node in document.descendants().filter(Node::is_element) {
        elements += 1;
        if REFUSED.iter().any(|name| is(&node, name)) {
            return Err(Problem::Unsupported);
        }
        if node.attributes().any(|attribute| attribute.name() == "stroke-dasharray" || attribute.value().contains("dasharray")) {
            return Err(Problem::Unsupported);
        }
        if is(&node, "clipPath") {
            clips = clips.saturating_add(node.descendants().count());
        }
        if is(&node, "style") {
            let style = node.descendants().filter_map(|node| node.text()).map(str::len).sum::<usize>();
            styles = styles.saturating_add(style);
        }
        if is(&node, "use") {
            let target =
                node.attributes().find(|attribute| attribute.name() == "href").and_then(|href| named.get(href.value().strip_prefix('#')?));
            let Some(target) = target else { continue };
            for inner in target.descendants() {
                // What is repeated may not repeat others: a few such steps make millions.
                if is(&inner, "use") {
                    return Err(Problem::Unsupported);
                }
                elements += 1;
                if elements > bounds.svg_elements {
                    return Err(Problem::TooManyElements);
                }
            }
        }
    }
    if styles > STYLES {
        return Err(Problem::Unsupported);
    }
    // Each element may be cut out by all of them.
    if clips.saturating_mul(elements) > bounds.svg_elements.saturating_mul(10) {
        return Err(Problem::TooManyElements);
    }
    Ok(())
}

/// How much there is to draw.
struct Work {
    width: f32,
    height: f32,
    /// Points painted.
    painted: f32,
    edges: f32,
}

#[allow(clippy::float_arithmetic, reason = "lengths of a drawing, none of which is a measured value")]
impl Work {
    fn count(&mut self, group: &usvg::Group, scaled: Transform) -> Result<(), Problem> {
        if group.should_isolate() {
            self.painted += self.width * self.height;
        }
        for node in group.children() {
            match node {
                usvg::Node::Group(group) => self.count(group, scaled)?,
                usvg::Node::Path(path) => self.path(path, scaled),
                usvg::Node::Image(_) | usvg::Node::Text(_) => {}
            }
            if self.painted > self.width * self.height * LAYERS || self.edges > EDGES {
                return Err(Problem::TooManyElements);
            }
        }
        Ok(())
    }

    fn path(&mut self, path: &usvg::Path, scaled: Transform) {
        let Some(outline) = path.data().clone().transform(path.abs_transform().post_concat(scaled)) else { return };
        let bounds = outline.bounds();
        let across = bounds.right().min(self.width) - bounds.left().max(0.0);
        let down = bounds.bottom().min(self.height) - bounds.top().max(0.0);
        self.painted += across.max(0.0) * down.max(0.0);
        let mut last = 0.0;
        for segment in outline.segments() {
            let y = match segment {
                PathSegment::MoveTo(to) | PathSegment::LineTo(to) | PathSegment::QuadTo(_, to) | PathSegment::CubicTo(_, _, to) => to.y,
                PathSegment::Close => last,
            };
            // Each edge costs something even if it is short; a stroke has two.
            self.edges += 2.0 * ((y - last).abs().min(self.height) + 1.0);
            last = y;
        }
    }
}
