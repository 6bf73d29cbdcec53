//! What formats whose records are JSON objects do alike.

use std::ops::Range;

use eichrecht_model::{
    Detection, KeyText, LimitName, Limits, Location, ParseError, ParseErrorKind, SignatureData, SignatureEncoding, SignatureProblem,
};

use crate::{JsonError, JsonErrorKind, JsonLimits, Node, Object, parse};

impl JsonError {
    /// The same as an error about a record in which the text begins at `start`.
    #[must_use]
    pub fn in_record(&self, start: usize) -> ParseError {
        let kind = match self.kind {
            JsonErrorKind::TooDeep => ParseErrorKind::Limit(LimitName::JsonDepth),
            JsonErrorKind::TooManyFields => ParseErrorKind::Limit(LimitName::JsonFields),
            _ => ParseErrorKind::Syntax,
        };
        ParseError::new(kind).at(start.saturating_add(self.offset))
    }
}

/// The bounds for one record.
impl From<&Limits> for JsonLimits {
    fn from(limits: &Limits) -> Self {
        Self { depth: limits.json_depth, fields: limits.json_fields }
    }
}

/// Reads a record that is JSON as a whole, behind a byte order mark if there is one.
///
/// # Errors
/// When it is not UTF-8 or no JSON, or exceeds a limit.
pub fn parse_record<'a>(bytes: &'a [u8], limits: &Limits) -> Result<Node<'a>, ParseError> {
    let start = if bytes.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
    let text = bytes.get(start..).unwrap_or_default();
    let text = std::str::from_utf8(text).map_err(|error| ParseError::new(ParseErrorKind::NotUtf8).at(start + error.valid_up_to()))?;
    parse(text, limits.into()).map_err(|error| error.in_record(start))
}

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Whether the bytes as a whole are an object that `find` finds, white space and a byte order mark around it left aside.
pub fn detect_whole(bytes: &[u8], find: impl FnOnce(&[u8]) -> Vec<Range<usize>>) -> Detection {
    let text = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes).trim_ascii();
    if text.first() == Some(&b'{') && find(text).first().is_some_and(|range| *range == (0..text.len())) {
        Detection::Yes
    } else {
        Detection::No
    }
}

/// The signature in the member `signature`, in hex.
#[must_use]
pub fn hex_signature(object: &Object<'_>, encoding: SignatureEncoding) -> SignatureData {
    let Some(node) = object.get("signature") else { return SignatureData::Unreadable(SignatureProblem::Missing) };
    match node.as_str().and_then(|text| hex::decode(text).ok()) {
        Some(bytes) => SignatureData::Bytes(bytes, encoding),
        None => SignatureData::Unreadable(SignatureProblem::NotDecodable),
    }
}

/// A key that stands as a text in the record.
#[must_use]
pub fn carried_key(object: &Object<'_>, way: &[&str], record: &Location) -> Option<KeyText> {
    let key = object.at(way)?.as_str()?;
    Some(KeyText { bytes: key.as_bytes().to_vec(), declared_encoding: None, location: record.inside(way.join("/")) })
}
