//! Porsche Charging Data Format (PCDF): one line of text, one finished session at a DC charging station.
//!
//! A record is `128.8.0(ST:…)(CT:…)…(PK:…)(SG:…)`. Everything in front of the group `SG` is signed, the key included.
//! The energy is already that of the session, so a record needs no partner. `FORMAT.md` beside this crate tells the
//! format.
//!
//! This crate finds and reads records. It verifies nothing and judges nothing: oddities become
//! [`eichrecht_model::Note`]s.
//!
//! ```
//! use eichrecht_model::{Detection, Format};
//! use eichrecht_pcdf::FORMAT;
//!
//! let text = b"\x02128.8.0(ST:260101120000)(CT:260101123000)(SG:00)\x03\n";
//! assert_eq!(FORMAT.detect(text), Detection::Yes);
//! assert_eq!(FORMAT.find(text, usize::MAX), [0..text.len() - 1]);
//! ```

mod fields;
mod frame;
mod groups;
mod parse;
mod scan;
mod syntax;

use std::ops::Range;

use eichrecht_model::{Detection, Format, FormatId, FormatInfo, Limits, ParseError, ParsedRecord, Record};

/// The format's name.
pub(crate) const ID: FormatId = FormatId("pcdf");

/// The format as a [`Format`].
#[derive(Clone, Copy, Debug)]
pub struct Pcdf;

/// The one value of [`Pcdf`], for lists of formats.
pub static FORMAT: Pcdf = Pcdf;

impl Format for Pcdf {
    fn info(&self) -> FormatInfo {
        FormatInfo {
            id: ID,
            title: "Porsche Charging Data Format",
            versions: "the one there is",
            algorithms: "ECDSA (secp256r1)",
            labels: &["PCDF"],
            carries_key: true,
            carriers: &["safe-xml"],
        }
    }

    fn detect(&self, bytes: &[u8]) -> Detection {
        scan::detect(bytes)
    }

    fn find(&self, text: &[u8], most: usize) -> Vec<Range<usize>> {
        scan::find(text, most)
    }

    fn parse(&self, record: &Record, limits: &Limits) -> Result<ParsedRecord, ParseError> {
        parse::parse(record, limits)
    }
}
