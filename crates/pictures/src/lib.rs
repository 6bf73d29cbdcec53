//! QR codes in pictures: PNG, JPEG, GIF, BMP, WebP and SVG.
//!
//! Receipts and displays show signed data as QR codes (ISO/IEC 18004). This crate opens a picture, finds
//! all codes in it and gives their bytes; what these mean is not its business. Codes may be turned, tilted
//! or mirrored, so what a camera notes about its position is not needed. Everything is bounded: see
//! [`Bounds`]. Vector pictures are drawn without scripts, fonts, filters, or anything from outside.
//!
//! ```
//! use eichrecht_pictures::{Bounds, Problem, Spent, codes};
//!
//! let bounds = Bounds { pixels: 10_000_000, svg_elements: 10_000, marks: 100 };
//! let mut spent = Spent::default();
//! let drawing = br#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="5" height="5"/></svg>"#;
//! assert!(codes(drawing, &bounds, &mut spent).unwrap().codes.is_empty());
//! assert_eq!(codes(b"\x89PNG\r\n\x1A\n and no more", &bounds, &mut spent).unwrap_err(), Problem::Unreadable);
//! ```

mod qr;
mod raster;
mod svg;

use std::panic::{AssertUnwindSafe, catch_unwind};

/// What reading may cost.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// Points of a picture.
    pub pixels: usize,
    /// Elements of a vector picture, repeated ones counted each time.
    pub svg_elements: usize,
    /// Places that look like the corner of a code.
    pub marks: usize,
}

/// What reading has cost, to be summed up over several pictures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spent {
    /// Points of pictures that were opened, or drawn.
    pub pixels: usize,
    /// Places that looked like the corner of a code.
    pub marks: usize,
}

/// Why a picture could not be read, or not all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// Broken, or of a kind that is not opened.
    Unreadable,
    /// A vector picture with parts that are not drawn here, such as filters.
    Unsupported,
    /// [`Bounds::pixels`].
    TooManyPixels,
    /// [`Bounds::svg_elements`], or drawing them would take as long as that many.
    TooManyElements,
    /// [`Bounds::marks`].
    TooManyMarks,
}

/// A QR code that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// What it holds. Where the code names an encoding, the text in UTF-8; otherwise the bytes as they are.
    pub bytes: Vec<u8>,
}

/// The codes of a picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Codes {
    /// Each content once, from top to bottom.
    pub codes: Vec<Code>,
    /// There may be more codes than these: [`Bounds::marks`] was reached.
    pub more: bool,
}

/// A picture in shades of grey, row by row.
struct Grey {
    width: u32,
    height: u32,
    luma: Vec<u8>,
}

/// Whether bytes begin as a picture of points does.
#[must_use]
pub fn is_raster(bytes: &[u8]) -> bool {
    raster::format(bytes).is_some()
}

/// Reads the codes in a picture: of points when [`is_raster`], otherwise SVG. What it costs is added to
/// `spent`, also when it fails.
///
/// # Errors
/// When the picture cannot be opened within the bounds. A picture without codes is no error.
pub fn codes(bytes: &[u8], bounds: &Bounds, spent: &mut Spent) -> Result<Codes, Problem> {
    // Three large libraries for pictures do the work. Should one of them panic, this picture is lost and
    // the other inputs are not.
    catch_unwind(AssertUnwindSafe(|| read(bytes, bounds, spent))).unwrap_or(Err(Problem::Unreadable))
}

fn read(bytes: &[u8], bounds: &Bounds, spent: &mut Spent) -> Result<Codes, Problem> {
    let grey = match raster::format(bytes) {
        Some(format) => raster::open(bytes, format, bounds, spent)?,
        None => svg::draw(bytes, bounds, spent)?,
    };
    Ok(qr::read(grey, bounds, spent))
}
