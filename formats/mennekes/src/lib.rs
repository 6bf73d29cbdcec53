//! Mennekes XML: a charging process with two readings of an EDL40 meter, each signed by itself.
//!
//! The document names the fields; the signed block of 320 bytes is built of them as the meter did. `FORMAT.md` beside this
//! crate tells the format.
//!
//! This crate finds and reads records. It verifies nothing and judges nothing: oddities become
//! [`eichrecht_model::Note`]s.
//!
//! ```
//! use eichrecht_mennekes::FORMAT;
//! use eichrecht_model::{Detection, Format};
//!
//! let process = b"<ChargingProcess><ServerId>00</ServerId></ChargingProcess>";
//! assert_eq!(FORMAT.detect(process), Detection::Yes);
//! assert_eq!(FORMAT.find(process, 9), [0..process.len()]);
//! assert_eq!(FORMAT.signatures(), 2);
//! ```

mod document;
mod parse;
mod scan;

use std::ops::Range;

use eichrecht_model::{Detection, Format, FormatId, FormatInfo, Limits, ParseError, ParsedRecord, Record};

/// The format's name.
pub(crate) const ID: FormatId = FormatId("mennekes");

/// The format as a [`Format`].
#[derive(Clone, Copy, Debug)]
pub struct Mennekes;

/// The one value of [`Mennekes`], for lists of formats.
pub static FORMAT: Mennekes = Mennekes;

impl Format for Mennekes {
    fn info(&self) -> FormatInfo {
        FormatInfo {
            id: ID,
            title: "Mennekes XML (EDL40)",
            versions: "the one there is",
            algorithms: "ECDSA (secp192r1)",
            labels: &["EDL_40_MENNEKES"],
            carries_key: true,
            carriers: &["mennekes-billing", "safe-xml"],
        }
    }

    fn detect(&self, bytes: &[u8]) -> Detection {
        scan::detect(bytes)
    }

    fn find(&self, text: &[u8], most: usize) -> Vec<Range<usize>> {
        scan::find(text, most)
    }

    fn signatures(&self) -> usize {
        2
    }

    fn parse(&self, record: &Record, limits: &Limits) -> Result<ParsedRecord, ParseError> {
        parse::parse(record, limits)
    }
}
