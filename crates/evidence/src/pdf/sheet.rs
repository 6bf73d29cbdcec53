//! Sheets of paper under construction: what stands where, page by page, and what it is for those who hear it read out.
//!
//! All lengths are whole hundredths of a point, so that a layout is the same on every machine.

use eichrecht_model::{Severity, Verdict};
use eichrecht_report::Standing;

use super::face::{Faces, Weight};

/// A hundredth of a point.
pub(super) type Pt = i32;

/// A4.
pub(super) const WIDTH: Pt = 59_528;
pub(super) const HEIGHT: Pt = 84_189;
/// Left edge of the text.
pub(super) const LEFT: Pt = 5_800;
/// Right edge of the text.
pub(super) const RIGHT: Pt = WIDTH - 5_400;
const TOP: Pt = 6_600;
const BOTTOM: Pt = HEIGHT - 6_400;
/// Most characters of one paragraph.
const LONGEST: usize = 6_000;
/// Most characters of a heading in the list of contents.
const TITLE: usize = 200;
/// Most lines of one cell.
const CELL_LINES: usize = 30;

/// Red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Colour(pub(super) u8, pub(super) u8, pub(super) u8);

pub(super) const INK: Colour = Colour(0x1B, 0x1F, 0x24);
pub(super) const MUTED: Colour = Colour(0x56, 0x5F, 0x6B);
pub(super) const LINE: Colour = Colour(0xD0, 0xD5, 0xDC);
pub(super) const PALE: Colour = Colour(0xF4, 0xF6, 0xF8);

/// A sign that says by its shape what a colour says too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    Verdict(Verdict),
    Severity(Severity),
    Standing(Standing),
}

/// Something on a page.
#[derive(Clone, Debug)]
pub(super) enum Thing {
    /// A text with the left end of its base line.
    Text { weight: Weight, size: Pt, colour: Colour, text: String },
    /// A filled rectangle.
    Fill { colour: Colour, width: Pt, height: Pt },
    /// A sign in a square.
    Sign { sign: Sign, size: Pt },
}

/// A thing and its place; `leaf` is its number among what is read out, `None` for decoration.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) x: Pt,
    pub(super) y: Pt,
    pub(super) thing: Thing,
    pub(super) leaf: Option<usize>,
}

/// What a group of things is.
#[derive(Clone, Debug)]
pub(super) enum Tag {
    Section,
    Heading(u16, String),
    Paragraph,
    Figure(String),
    Table,
    Row,
    /// A cell that names its row, or its column.
    RowHead,
    ColumnHead,
    Cell,
}

/// A part of the document as it is read out.
#[derive(Debug)]
pub(super) enum Part {
    Group(Group),
    Leaf(usize),
}

#[derive(Debug)]
pub(super) struct Group {
    pub(super) tag: Tag,
    pub(super) parts: Vec<Part>,
}

/// A heading in the list of contents.
#[derive(Debug)]
pub(super) struct Mark {
    pub(super) level: u16,
    pub(super) title: String,
    pub(super) page: usize,
    pub(super) y: Pt,
}

/// How a paragraph looks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    pub(super) weight: Weight,
    pub(super) size: Pt,
    pub(super) colour: Colour,
}

impl Style {
    pub(super) const BODY: Self = Self { weight: Weight::Regular, size: 950, colour: INK };
    pub(super) const SMALL: Self = Self { weight: Weight::Regular, size: 850, colour: MUTED };
    pub(super) const STRONG: Self = Self { weight: Weight::Bold, size: 950, colour: INK };
    pub(super) const MONO: Self = Self { weight: Weight::Mono, size: 780, colour: INK };

    pub(super) const fn colour(self, colour: Colour) -> Self {
        Self { colour, ..self }
    }

    /// From one base line to the next.
    pub(super) const fn leading(self) -> Pt {
        self.size * 142 / 100
    }

    /// From the top of a line to its base line.
    const fn ascent(self) -> Pt {
        self.size * 108 / 100
    }
}

pub(super) struct Sheet {
    pub(super) faces: Faces,
    pub(super) pages: Vec<Vec<Item>>,
    pub(super) marks: Vec<Mark>,
    /// Top of what comes next, on the last page.
    pub(super) y: Pt,
    most_pages: usize,
    leaves: usize,
    open: Vec<Group>,
}

impl Sheet {
    pub(super) fn new(faces: Faces, most_pages: usize) -> Self {
        let root = Group { tag: Tag::Section, parts: Vec::new() };
        Self { faces, pages: vec![Vec::new()], marks: Vec::new(), y: TOP - 1_000, most_pages, leaves: 0, open: vec![root] }
    }

    /// The groups, outermost first.
    pub(super) fn finish(mut self) -> (Faces, Vec<Vec<Item>>, Vec<Mark>, Group, usize) {
        while self.open.len() > 1 {
            self.close();
        }
        let root = self.open.pop().unwrap_or(Group { tag: Tag::Section, parts: Vec::new() });
        (self.faces, self.pages, self.marks, root, self.leaves)
    }

    /// Whether no more than what must be there shall be added.
    pub(super) fn is_full(&self) -> bool {
        self.pages.len() >= self.most_pages
    }

    /// Allows more pages for the part that must not be missing.
    pub(super) fn allow(&mut self, pages: usize) {
        self.most_pages += pages;
    }

    /// The number of the page and the place on it, to put something there later.
    pub(super) fn place(&self) -> (usize, usize) {
        let page = self.pages.len() - 1;
        (page, self.pages.last().map_or(0, Vec::len))
    }

    pub(super) fn open(&mut self, tag: Tag) {
        self.open.push(Group { tag, parts: Vec::new() });
    }

    pub(super) fn close(&mut self) {
        let Some(group) = self.open.pop() else { return };
        // A group without anything in it is none.
        if let Some(outer) = self.open.last_mut()
            && !group.parts.is_empty()
        {
            outer.parts.push(Part::Group(group));
        }
    }

    pub(super) fn within(&mut self, tag: Tag, fill: impl FnOnce(&mut Self)) {
        self.open(tag);
        fill(self);
        self.close();
    }

    /// Begins a new page if less than this is left of the last one.
    pub(super) fn need(&mut self, height: Pt) -> bool {
        let breaks = self.y + height > BOTTOM && self.y > TOP;
        if breaks {
            self.pages.push(Vec::new());
            self.y = TOP;
        }
        breaks
    }

    pub(super) fn gap(&mut self, height: Pt) {
        if self.y > TOP {
            self.y += height;
        }
    }

    fn put(&mut self, x: Pt, y: Pt, thing: Thing, leaf: Option<usize>) {
        if let Some(page) = self.pages.last_mut() {
            page.push(Item { x, y, thing, leaf });
        }
    }

    /// Decoration under what was put since the place, if it is still on the same page.
    pub(super) fn under(&mut self, (page, at): (usize, usize), x: Pt, y: Pt, thing: Thing) {
        if let Some(items) = self.pages.get_mut(page) {
            items.insert(at.min(items.len()), Item { x, y, thing, leaf: None });
        }
    }

    /// Decoration.
    pub(super) fn decorate(&mut self, x: Pt, y: Pt, thing: Thing) {
        self.put(x, y, thing, None);
    }

    /// A thin line over the whole width.
    pub(super) fn rule(&mut self) {
        let y = self.y;
        self.decorate(LEFT, y, Thing::Fill { colour: LINE, width: RIGHT - LEFT, height: 60 });
        self.y += 60;
    }

    fn leaf(&mut self) -> Option<usize> {
        let number = self.leaves;
        self.leaves += 1;
        self.open.last_mut()?.parts.push(Part::Leaf(number));
        Some(number)
    }

    /// One line whose top is at `y`; it is part of the open group.
    pub(super) fn line(&mut self, style: Style, x: Pt, y: Pt, text: &str) {
        if text.is_empty() {
            return;
        }
        let leaf = self.leaf();
        let Style { weight, size, colour } = style;
        self.put(x, y + style.ascent(), Thing::Text { weight, size, colour, text: text.to_owned() }, leaf);
    }

    /// A sign whose meaning is read out.
    pub(super) fn sign(&mut self, sign: Sign, x: Pt, y: Pt, size: Pt, meaning: &str) {
        self.open(Tag::Figure(meaning.to_owned()));
        let leaf = self.leaf();
        self.put(x, y, Thing::Sign { sign, size }, leaf);
        self.close();
    }

    pub(super) fn width(&self, style: Style, text: &str) -> Pt {
        self.faces.width(style.weight, style.size, text)
    }

    /// A paragraph in the open group, over as many pages as it takes.
    pub(super) fn paragraph(&mut self, style: Style, x: Pt, width: Pt, text: &str) {
        for line in self.wrap(style, width, text) {
            self.need(style.leading());
            let y = self.y;
            self.line(style, x, y, &line);
            self.y += style.leading();
        }
    }

    /// A paragraph of its own.
    pub(super) fn text(&mut self, style: Style, x: Pt, width: Pt, text: &str) {
        self.within(Tag::Paragraph, |sheet| sheet.paragraph(style, x, width, text));
    }

    /// A heading with room for something under it.
    pub(super) fn heading(&mut self, level: u16, style: Style, text: &str) {
        self.need(style.leading() + 4_500);
        // What is shown may be a long name; contents and screen readers need a short one.
        let title: String = text.chars().take(TITLE).collect();
        self.marks.push(Mark { level, title: title.clone(), page: self.pages.len() - 1, y: self.y });
        self.within(Tag::Heading(level, title), |sheet| sheet.paragraph(style, LEFT, RIGHT - LEFT, text));
    }

    /// A text in lines of at most this width. Words that are longer are broken; all but the last line end with a blank.
    pub(super) fn wrap(&self, style: Style, width: Pt, text: &str) -> Vec<String> {
        let shortened: String;
        let text = match text.char_indices().nth(LONGEST) {
            None => text,
            Some((end, _)) => {
                shortened = format!("{}…", text.get(..end).unwrap_or_default());
                &shortened
            }
        };
        let mut lines = Vec::new();
        let mut line = String::new();
        let mut used = 0;
        let blank = self.width(style, " ");
        for word in text.split_whitespace() {
            let length = self.width(style, word);
            if !line.is_empty() && used + length > width {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            if length <= width {
                line.push_str(word);
                used += length;
            } else {
                for character in word.chars() {
                    let one = self.width(style, character.encode_utf8(&mut [0; 4]));
                    if used + one > width && !line.is_empty() {
                        lines.push(std::mem::take(&mut line));
                        used = 0;
                    }
                    line.push(character);
                    used += one;
                }
            }
            line.push(' ');
            used += blank;
        }
        lines.push(line);
        if let Some(last) = lines.last_mut() {
            last.truncate(last.trim_end().len());
        }
        lines
    }

    /// The same for a cell of a table, which has so many lines at most.
    pub(super) fn cell(&self, style: Style, width: Pt, text: &str) -> Vec<String> {
        let mut lines = self.wrap(style, width, text);
        if lines.len() > CELL_LINES {
            lines.truncate(CELL_LINES);
            lines.push("…".to_owned());
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet() -> Sheet {
        Sheet::new(Faces::new().unwrap(), 3)
    }

    #[test]
    fn lines_are_no_wider_than_they_may_be_and_lose_nothing() {
        let sheet = sheet();
        let text = format!("one two three {} four", "x".repeat(300));
        let lines = sheet.wrap(Style::BODY, 10_000, &text);
        assert!(lines.len() > 10);
        for line in &lines {
            assert!(sheet.width(Style::BODY, line.trim_end()) <= 10_000, "{line}");
        }
        let joined: String = lines.concat();
        assert_eq!(joined.replace(' ', ""), text.replace(' ', ""));
        assert_eq!(sheet.wrap(Style::BODY, 10_000, ""), [""]);
    }

    #[test]
    fn pages_break_and_long_paragraphs_are_cut() {
        let mut sheet = sheet();
        sheet.text(Style::BODY, LEFT, 5_000, &"word ".repeat(5_000));
        assert!(sheet.is_full());
        let last = sheet.pages.last().unwrap().last().unwrap();
        assert!(matches!(&last.thing, Thing::Text { text, .. } if text.ends_with('…')));
        for page in &sheet.pages {
            assert!(page.iter().all(|item| item.y <= BOTTOM && item.y >= TOP - 1_000));
        }
    }
}
