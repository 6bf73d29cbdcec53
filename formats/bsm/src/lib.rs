//! Signed snapshots of BSM-WS36A meters, as chargeIT containers retell them in JSON.
//!
//! The meter signs a binary form of 17 data points. The list `additionalValues` tells all of them, and the signed bytes
//! are built from it. Everything else in the object repeats parts of the list or adds to it and is not signed: each
//! member that says otherwise than the list becomes a [`NoteKind::ClaimContradictsSigned`].
//!
//! `FORMAT.md` beside this crate tells the data points. This crate verifies nothing and judges nothing.
//!
//! ```
//! use eichrecht_bsm::FORMAT;
//! use eichrecht_model::{Detection, Format};
//!
//! let snapshot = br#"{"@context":"https://www.chargeit-mobility.com/contexts/bsm-ws36a-json-v1","additionalValues":[]}"#;
//! assert_eq!(FORMAT.detect(snapshot), Detection::Yes);
//! ```
//!
//! [`NoteKind::ClaimContradictsSigned`]: eichrecht_model::NoteKind::ClaimContradictsSigned

mod claims;
mod content;
mod parse;
mod points;
mod tags;
mod unproven;

use std::ops::Range;

use eichrecht_json::{SeenFields, detect_whole, find_objects};
use eichrecht_model::{Detection, Format, FormatId, FormatInfo, Limits, ParseError, ParsedRecord, Record};

/// The format. There is only one value of it: [`FORMAT`].
#[derive(Clone, Copy, Debug)]
pub struct Bsm;

/// The one value of [`Bsm`], for lists of formats.
pub static FORMAT: Bsm = Bsm;

pub(crate) const ID: FormatId = FormatId("bsm");
/// What the contexts of all snapshots have in common.
pub(crate) const CONTEXT: &str = "/contexts/bsm-ws36a-json-";
/// The version whose way of signing is known.
pub(crate) const VERSION: &str = "v1";

impl Format for Bsm {
    fn info(&self) -> FormatInfo {
        FormatInfo {
            id: ID,
            title: "BSM-WS36A snapshot in JSON",
            versions: "v1; v0 is shown, not checked: its way of signing was never published",
            algorithms: "ECDSA (secp256r1) with SHA-256",
            labels: &["BSM", "BSM-WS36A"],
            carries_key: true,
            carriers: &["chargeit"],
        }
    }

    fn detect(&self, bytes: &[u8]) -> Detection {
        detect_whole(bytes, |text| self.find(text, 1))
    }

    fn find(&self, text: &[u8], most: usize) -> Vec<Range<usize>> {
        match std::str::from_utf8(text) {
            // Slashes may be escaped in JSON.
            Ok(text) if text.contains("bsm-ws36a-json-") => find_objects(text, most, &is_snapshot),
            _ => Vec::new(),
        }
    }

    fn parse(&self, record: &Record, limits: &Limits) -> Result<ParsedRecord, ParseError> {
        parse::parse(record, limits)
    }
}

fn is_snapshot(fields: &SeenFields<'_>) -> bool {
    fields.iter().any(|(key, value)| *key == "@context" && value.is_some_and(|context| context.replace("\\/", "/").contains(CONTEXT)))
}
