//! Fonts: which glyph shows a character, and how wide it is.

use krilla::text::Font;
use skrifa::charmap::Charmap;
use skrifa::raw::TableProvider;
use skrifa::raw::tables::hmtx::Hmtx;
use skrifa::{FontRef, MetadataProvider};

use super::sheet::Pt;
use crate::EvidenceError;

/// How a text looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
    /// All characters of one width: fingerprints and hashes.
    Mono,
}

/// What stands for a character that no font has.
const BOX: char = '□';

/// The fonts, each of which may stand in for the others.
pub(super) struct Faces {
    regular: Face,
    bold: Face,
    mono: Face,
}

struct Face {
    font: Font,
    characters: Charmap<'static>,
    widths: Hmtx<'static>,
    units: u16,
}

/// Consecutive characters of one font.
pub(super) struct Run {
    pub(super) font: Font,
    /// Units of the font for one em.
    pub(super) units: u16,
    pub(super) text: String,
    /// Glyph, width in units, and length of its character in the text.
    pub(super) glyphs: Vec<(u32, u16, usize)>,
}

impl Faces {
    pub(super) fn new() -> Result<Self, EvidenceError> {
        Ok(Self {
            regular: Face::new(notosans::REGULAR_TTF)?,
            bold: Face::new(notosans::BOLD_TTF)?,
            mono: Face::new(dejavu::sans_mono::regular())?,
        })
    }

    fn of(&self, weight: Weight) -> &Face {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
            Weight::Mono => &self.mono,
        }
    }

    /// The font a character is shown in, its glyph and the glyph's width in units. What no font has is a box.
    fn glyph(&self, weight: Weight, character: char) -> (Weight, u32, u16) {
        for weight in [weight, Weight::Regular, Weight::Mono] {
            if let Some((glyph, width)) = self.of(weight).glyph(character) {
                return (weight, glyph, width);
            }
        }
        let (glyph, width) = self.mono.glyph(BOX).unwrap_or_default();
        (Weight::Mono, glyph, width)
    }

    /// Width of a text.
    pub(super) fn width(&self, weight: Weight, size: Pt, text: &str) -> Pt {
        let of = |character| {
            let (weight, _, width) = self.glyph(weight, character);
            i64::from(width) * i64::from(size) * 16 / i64::from(self.of(weight).units.max(1))
        };
        // Sixteenths, so that roundings do not add up.
        Pt::try_from(text.chars().map(of).sum::<i64>() / 16).unwrap_or(Pt::MAX)
    }

    /// A text as glyphs.
    pub(super) fn runs(&self, weight: Weight, text: &str) -> Vec<Run> {
        let mut runs: Vec<(Weight, Run)> = Vec::new();
        for character in text.chars() {
            let (weight, glyph, width) = self.glyph(weight, character);
            // A PDF for archives must not name characters whose meaning is private.
            let named = if is_private(character) { BOX } else { character };
            if runs.last().is_none_or(|(last, _)| *last != weight) {
                let face = self.of(weight);
                runs.push((weight, Run { font: face.font.clone(), units: face.units, text: String::new(), glyphs: Vec::new() }));
            }
            if let Some((_, run)) = runs.last_mut() {
                run.text.push(named);
                run.glyphs.push((glyph, width, named.len_utf8()));
            }
        }
        runs.into_iter().map(|(_, run)| run).collect()
    }
}

fn is_private(character: char) -> bool {
    matches!(character, '\0' | '\u{E000}'..='\u{F8FF}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}' | '\u{F0000}'..='\u{10FFFF}')
}

impl Face {
    fn new(bytes: &'static [u8]) -> Result<Self, EvidenceError> {
        let unusable = || EvidenceError::Pdf("a font cannot be read".to_owned());
        let tables = FontRef::new(bytes).map_err(|_| unusable())?;
        Ok(Self {
            font: Font::new(bytes.into(), 0).ok_or_else(unusable)?,
            characters: tables.charmap(),
            widths: tables.hmtx().map_err(|_| unusable())?,
            units: tables.head().map_err(|_| unusable())?.units_per_em(),
        })
    }

    fn glyph(&self, character: char) -> Option<(u32, u16)> {
        let glyph = self.characters.map(character)?;
        let width = self.widths.advance(glyph)?;
        (glyph.to_u32() != 0).then_some((glyph.to_u32(), width))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_has_a_glyph_and_unknown_ones_are_a_box() {
        let faces = Faces::new().unwrap();
        for character in "azäöüÄÖÜß€−Σ→…„“·✓0123456789%/".chars() {
            let (_, glyph, width) = faces.glyph(Weight::Regular, character);
            assert!(glyph != 0 && width > 0, "{character}");
        }
        let unknown = faces.glyph(Weight::Bold, '😀');
        assert_eq!(unknown, faces.glyph(Weight::Mono, BOX));
        assert_ne!(unknown.1, 0);
        let runs = faces.runs(Weight::Regular, "ab\u{F0000}😀c");
        let texts: Vec<&str> = runs.iter().map(|run| run.text.as_str()).collect();
        assert_eq!(texts, ["ab", "□😀", "c"]);
    }

    #[test]
    fn widths_add_up() {
        let faces = Faces::new().unwrap();
        let one = faces.width(Weight::Mono, 1000, "0");
        assert!((590..=610).contains(&one), "{one}");
        assert!((faces.width(Weight::Mono, 1000, &"0".repeat(100)) - one * 100).abs() <= 100);
        assert_eq!(faces.width(Weight::Regular, 1000, ""), 0);
    }
}
