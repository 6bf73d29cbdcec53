//! EMH readings as chargeIT containers tell them: the fields of a signed block of 320 bytes, each in a JSON member of
//! its own. The block is built from them and checked; whatever is shown is read back from the block.
//!
//! `FORMAT.md` beside this crate tells the fields. This crate verifies nothing and judges nothing.
//!
//! ```
//! use eichrecht_emh::FORMAT;
//! use eichrecht_model::{Detection, Format};
//!
//! let reading = br#"{"meterInfo":{},"measuredValue":{},"measurand":{},"additionalInfo":{},"signature":"00"}"#;
//! assert_eq!(FORMAT.detect(reading), Detection::Yes);
//! ```

mod fields;
mod parse;

use std::ops::Range;

use eichrecht_json::{SeenFields, detect_whole, find_objects};
use eichrecht_model::{Detection, Format, FormatId, FormatInfo, Limits, ParseError, ParsedRecord, Record};

/// The format. There is only one value of it: [`FORMAT`].
#[derive(Clone, Copy, Debug)]
pub struct Emh;

/// The one value of [`Emh`], for lists of formats.
pub static FORMAT: Emh = Emh;

pub(crate) const ID: FormatId = FormatId("emh");

impl Format for Emh {
    fn info(&self) -> FormatInfo {
        FormatInfo {
            id: ID,
            title: "EMH reading in JSON (EMHCrypt01)",
            versions: "as sent by stations since 2018",
            algorithms: "ECDSA (secp192r1) with SHA-256",
            labels: &["EMH", "EMHCRYPT01"],
            carries_key: true,
            carriers: &["chargeit"],
        }
    }

    fn detect(&self, bytes: &[u8]) -> Detection {
        detect_whole(bytes, |text| self.find(text, 1))
    }

    fn find(&self, text: &[u8], most: usize) -> Vec<Range<usize>> {
        match std::str::from_utf8(text) {
            Ok(text) if text.contains("\"measuredValue\"") => find_objects(text, most, &is_reading),
            _ => Vec::new(),
        }
    }

    fn parse(&self, record: &Record, limits: &Limits) -> Result<ParsedRecord, ParseError> {
        parse::parse(record, limits)
    }
}

/// A reading has no context, unlike the snapshots that stand in the same containers.
fn is_reading(fields: &SeenFields<'_>) -> bool {
    let has = |wanted: &str| fields.iter().any(|(key, _)| *key == wanted);
    has("measuredValue") && ["meterInfo", "contract", "additionalInfo"].into_iter().any(has) && !has("@context") && !has("additionalValues")
}
