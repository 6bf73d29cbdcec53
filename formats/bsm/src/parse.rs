//! One snapshot.

use eichrecht_json::{JsonErrorKind, JsonLimits, Node, Object};
use eichrecht_model::{
    Algorithm, AlgorithmClaim, Curve, Hash, KeyText, LimitName, Limits, Note, NoteKind, ParseError, ParseErrorKind, ParsedRecord, Record,
    SignatureData, SignatureEncoding, SignatureProblem, SignedBytes, SignedBytesReading, SignedBytesSource,
};

use crate::points::Points;
use crate::{ID, claims, content};

pub(crate) fn parse(record: &Record, limits: &Limits) -> Result<ParsedRecord, ParseError> {
    let bytes = record.bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&record.bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| ParseError::new(ParseErrorKind::NotUtf8).at(error.valid_up_to()))?;
    let node = eichrecht_json::parse(text, JsonLimits { depth: limits.json_depth, fields: limits.json_fields }).map_err(|error| {
        let kind = match error.kind {
            JsonErrorKind::TooDeep => ParseErrorKind::Limit(LimitName::JsonDepth),
            JsonErrorKind::TooManyFields => ParseErrorKind::Limit(LimitName::JsonFields),
            _ => ParseErrorKind::Syntax,
        };
        ParseError::new(kind).at(error.offset)
    })?;
    let object = node.as_object().ok_or_else(|| ParseError::new(ParseErrorKind::Syntax))?;
    let list = object.get("additionalValues").and_then(Node::as_array);
    let points = Points::read(list.ok_or_else(|| ParseError::new(ParseErrorKind::PartMissing).field("additionalValues"))?)?;

    let signed = SignedBytes { reading: SignedBytesReading::Exact, source: SignedBytesSource::Built(points.signed_bytes()) };
    let algorithm = AlgorithmClaim::Known(Algorithm::Ecdsa(Curve::Secp256r1, Hash::Sha256));
    let mut parsed = ParsedRecord::empty(ID, vec![signed], algorithm, signature(object));
    content::fill(&mut parsed, &points);
    parsed.notes.extend(node.all_duplicates().into_iter().map(|field| Note::new(NoteKind::DuplicateField, field)));
    claims::compare(&mut parsed, object, &points, &record.declared);
    if let Some(key) = object.at(&["meterInfo", "publicKey"]).and_then(Node::as_str) {
        parsed.carried_key = Some(KeyText {
            bytes: key.as_bytes().to_vec(),
            declared_encoding: None,
            location: record.location.inside("meterInfo/publicKey"),
        });
    }
    Ok(parsed)
}

fn signature(object: &Object<'_>) -> SignatureData {
    let Some(node) = object.get("signature") else { return SignatureData::Unreadable(SignatureProblem::Missing) };
    match node.as_str().and_then(|text| hex::decode(text).ok()) {
        Some(bytes) => SignatureData::Bytes(bytes, SignatureEncoding::DerOrRaw),
        None => SignatureData::Unreadable(SignatureProblem::NotDecodable),
    }
}
