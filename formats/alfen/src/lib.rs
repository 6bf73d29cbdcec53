//! Signed meter values of Alfen charging stations: one line of text, one register reading.
//!
//! A line is `AP;type;version;key;data set;signature;`. The data set holds 82 bytes in Base32, and they alone are
//! signed. `FORMAT.md` beside this crate tells the format.
//!
//! This crate finds and reads records. It verifies nothing and judges nothing: oddities become
//! [`eichrecht_model::Note`]s.
//!
//! ```
//! use eichrecht_alfen::FORMAT;
//! use eichrecht_model::{Detection, Format};
//!
//! let text = b"two lines:\nAP;0;3;AAAA;BBBB;CCCC;\nAP;1;3;AAAA;BBBB;DDDD;\n";
//! assert_eq!(FORMAT.detect(b"AP;0;3;AAAA;BBBB;CCCC;"), Detection::Yes);
//! assert_eq!(FORMAT.find(text, usize::MAX), [11..33, 34..56]);
//! ```

mod base32;
mod data_set;
mod device_id;
mod parse;
mod scan;
mod status;

use std::ops::Range;

use eichrecht_model::{Detection, Format, FormatId, FormatInfo, Limits, ParseError, ParsedRecord, Record};

/// The format's name.
pub(crate) const ID: FormatId = FormatId("alfen");

/// The format as a [`Format`].
#[derive(Clone, Copy, Debug)]
pub struct Alfen;

/// The one value of [`Alfen`], for lists of formats.
pub static FORMAT: Alfen = Alfen;

impl Format for Alfen {
    fn info(&self) -> FormatInfo {
        FormatInfo {
            id: ID,
            title: "Alfen signed meter values (AP lines)",
            versions: "3",
            algorithms: "ECDSA (secp192r1)",
            labels: &["ALFEN"],
            carries_key: true,
            carriers: &["safe-xml", "chargeit", "ocpi"],
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
