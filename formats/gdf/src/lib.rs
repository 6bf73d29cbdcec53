//! GDFCrypt01: sessions of GraphDefined test meters in Chargy's own JSON.
//!
//! No genuine record shows how they are signed. They are recognised and shown as stated, and their signatures are not
//! put to the test ([`NotCheckedReason::RecipeUnproven`]). `FORMAT.md` beside this crate tells more.
//!
//! ```
//! use eichrecht_gdf::FORMAT;
//! use eichrecht_model::{Detection, Format};
//!
//! let session = br#"{"@context":"https://open.charging.cloud/contexts/SessionSignatureFormats/GDFCrypt01+json","measurements":[]}"#;
//! assert_eq!(FORMAT.detect(session), Detection::Yes);
//! ```
//!
//! [`NotCheckedReason::RecipeUnproven`]: eichrecht_model::NotCheckedReason::RecipeUnproven

mod parse;

use std::ops::Range;

use eichrecht_json::{SeenFields, detect_whole, find_objects};
use eichrecht_model::{Detection, Format, FormatId, FormatInfo, Limits, ParseError, ParsedRecord, Record};

/// The format. There is only one value of it: [`FORMAT`].
#[derive(Clone, Copy, Debug)]
pub struct Gdf;

/// The one value of [`Gdf`], for lists of formats.
pub static FORMAT: Gdf = Gdf;

pub(crate) const ID: FormatId = FormatId("gdf");
/// What the context of a session ends in.
const CONTEXT: &str = "/GDFCrypt01+json";

impl Format for Gdf {
    fn info(&self) -> FormatInfo {
        FormatInfo {
            id: ID,
            title: "GraphDefined session in JSON (GDFCrypt01); shown, not checked",
            versions: "the one there is; its way of signing was never shown by a genuine record",
            algorithms: "none is checked",
            labels: &["GDF", "GDFCRYPT01"],
            carries_key: false,
            carriers: &["chargy"],
        }
    }

    fn detect(&self, bytes: &[u8]) -> Detection {
        detect_whole(bytes, |text| self.find(text, 1))
    }

    fn find(&self, text: &[u8], most: usize) -> Vec<Range<usize>> {
        match std::str::from_utf8(text) {
            Ok(text) if text.contains("GDFCrypt01+json") => find_objects(text, most, &is_session),
            _ => Vec::new(),
        }
    }

    fn parse(&self, record: &Record, limits: &Limits) -> Result<ParsedRecord, ParseError> {
        parse::parse(record, limits)
    }
}

fn is_session(fields: &SeenFields<'_>) -> bool {
    let context = |value: &str| value.replace("\\/", "/").ends_with(CONTEXT);
    fields.iter().any(|(key, value)| *key == "@context" && value.is_some_and(context))
}
