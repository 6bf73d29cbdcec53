//! The files attached to a PDF, and nothing else of it.
//!
//! A PDF/A-3 receipt carries the signed data as an attached file. This crate finds attachments where the
//! specification puts them: in the name tree of the catalogue, in the associated files of catalogue and
//! pages, and in the file annotations of pages (ISO 32000-2, 7.7.4, 14.13, 12.5.6.15). Nothing is drawn,
//! nothing is run, and what is printed on the pages is not looked at.
//!
//! Libraries for PDF read a whole document into memory first, and a small file can make that cost
//! gigabytes. So only the objects on the way to the attachments are read here, each when it is asked for,
//! and everything is counted: see [`Bounds`].
//!
//! ```
//! use eichrecht_pdf::{Bounds, Problem, attachments};
//!
//! let bounds = Bounds { objects: 1000, unpacked_bytes: 1 << 20, ratio: 200, attachments: 10 };
//! assert_eq!(attachments(b"%PDF-1.7, and then nothing", &bounds).unwrap_err(), Problem::Damaged("no objects"));
//! ```

mod document;
mod files;
mod filter;
mod object;
mod parse;
mod scan;
mod xref;

use document::Document;

/// What reading may cost.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// Objects in the document, and values in one object.
    pub objects: usize,
    /// Bytes that may come out of all filters together.
    pub unpacked_bytes: usize,
    /// How many times larger than packed a stream may become, once it is larger than 1 MiB.
    pub ratio: usize,
    /// Attachments.
    pub attachments: usize,
}

/// Why something could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// Broken; in a few words where.
    Damaged(&'static str),
    /// The document is encrypted.
    Encrypted,
    /// A filter that is not undone here, such as one for pictures.
    Filter,
    /// [`Bounds::objects`].
    TooManyObjects,
    /// [`Bounds::unpacked_bytes`].
    TooManyBytes,
    /// [`Bounds::ratio`].
    Ratio,
    /// [`Bounds::attachments`].
    TooManyAttachments,
}

/// A file attached to a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Its name as the document gives it; empty when it gives none.
    pub name: String,
    /// Its bytes, or why there are none. `None` for a mere reference to a file that lies elsewhere.
    pub content: Option<Result<Vec<u8>, Problem>>,
}

/// What was found in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachments {
    /// Each attached file once, in the order it was met.
    pub files: Vec<Attachment>,
    /// Why there may be more than that.
    pub problems: Vec<Problem>,
    /// Whether the list of objects was unusable, so that objects were looked for in the bytes.
    pub repaired: bool,
    /// Bytes that came out of filters.
    pub unpacked: usize,
}

/// Whether bytes begin as a PDF does. Some bytes may stand in front of the mark.
#[must_use]
pub fn is_pdf(bytes: &[u8]) -> bool {
    start(bytes).is_some()
}

/// Where the mark stands: ISO 32000-2 wants it first, programs accept it in the first 1024 bytes.
fn start(bytes: &[u8]) -> Option<usize> {
    bytes.get(..bytes.len().min(1024))?.windows(5).position(|window| window == b"%PDF-")
}

/// Reads the files attached to a document.
///
/// # Errors
/// When the document as a whole cannot be read, or is encrypted. What is wrong with one attachment stands
/// with it.
pub fn attachments(bytes: &[u8], bounds: &Bounds) -> Result<Attachments, Problem> {
    let bytes = bytes.get(start(bytes).ok_or(Problem::Damaged("no mark at the beginning"))?..).unwrap_or_default();
    let mut document = Document::open(bytes, *bounds)?;
    Ok(files::find(&mut document))
}
