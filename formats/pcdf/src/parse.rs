//! One record, from bytes to fields.

use data_encoding::HEXLOWER_PERMISSIVE;
use eichrecht_model::{
    Algorithm, AlgorithmClaim, Curve, Hash, LimitName, Limits, ParseError, ParseErrorKind, ParsedRecord, Record, SignatureData,
    SignatureEncoding, SignatureProblem, SignedBytes, SignedBytesReading, SignedBytesSource,
};

use crate::groups::Groups;
use crate::{ID, fields, frame};

/// Reads one record, with or without its frame.
pub(crate) fn parse(record: &Record, limits: &Limits) -> Result<ParsedRecord, ParseError> {
    let bytes = record.bytes.as_slice();
    if bytes.len() > limits.record_bytes {
        return Err(ParseError::new(ParseErrorKind::Limit(LimitName::RecordBytes)).at(limits.record_bytes));
    }
    let content = frame::content(bytes);
    if !frame::prefix_at(bytes, content.start) {
        return Err(ParseError::new(ParseErrorKind::HeaderMissing).at(content.start));
    }
    let text = std::str::from_utf8(bytes.get(content.clone()).unwrap_or_default())
        .map_err(|error| ParseError::new(ParseErrorKind::NotUtf8).at(content.start + error.valid_up_to()))?;
    let unwrapped: String = text.chars().filter(|c| !is_break(*c)).collect();
    let groups = Groups::cut(&unwrapped).map_err(|mut error| {
        error.offset = error.offset.map(|offset| content.start + offset_in(text, offset));
        error
    })?;
    let signed = content.start..content.start + offset_in(text, groups.signed);
    let algorithm = AlgorithmClaim::Known(Algorithm::Ecdsa(Curve::Secp256r1, Hash::Sha256));
    let mut parsed = ParsedRecord::empty(ID, candidates(signed, text, &unwrapped, &groups), algorithm, signature(&groups));
    fields::read(&groups, record, &mut parsed);
    Ok(parsed)
}

fn is_break(c: char) -> bool {
    matches!(c, '\r' | '\n')
}

/// Offset in a text of an offset in the same text without its line ends.
fn offset_in(text: &str, unwrapped: usize) -> usize {
    let kept = text.char_indices().filter(|(_, c)| !is_break(*c));
    let mut length = 0;
    for (at, c) in kept {
        if length >= unwrapped {
            return at;
        }
        length += c.len_utf8();
    }
    text.len()
}

/// As received; and without line ends, as somebody may have wrapped the line.
fn candidates(signed: std::ops::Range<usize>, text: &str, unwrapped: &str, groups: &Groups<'_>) -> Vec<SignedBytes> {
    let mut candidates = vec![SignedBytes { reading: SignedBytesReading::Exact, source: SignedBytesSource::Range(signed) }];
    if unwrapped.len() < text.len() {
        let built = unwrapped.get(..groups.signed).unwrap_or_default().as_bytes().to_vec();
        candidates.push(SignedBytes { reading: SignedBytesReading::Minified, source: SignedBytesSource::Built(built) });
    }
    candidates
}

fn signature(groups: &Groups<'_>) -> SignatureData {
    match groups.get("SG") {
        None | Some("") => SignatureData::Unreadable(SignatureProblem::Missing),
        Some(text) => match HEXLOWER_PERMISSIVE.decode(text.as_bytes()) {
            Ok(bytes) => SignatureData::Bytes(bytes, SignatureEncoding::DerOrRaw),
            Err(_) => SignatureData::Unreadable(SignatureProblem::NotDecodable),
        },
    }
}
