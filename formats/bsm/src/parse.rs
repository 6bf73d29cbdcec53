//! One snapshot.

use eichrecht_json::{Node, Object, carried_key, hex_signature};
use eichrecht_model::{
    Algorithm, AlgorithmClaim, Curve, Hash, Limits, Note, NoteKind, ParseError, ParseErrorKind, ParsedRecord, Record, SignatureEncoding,
    SignedBytes, SignedBytesReading, SignedBytesSource,
};

use crate::points::Points;
use crate::{CONTEXT, ID, VERSION, claims, content, unproven};

pub(crate) fn parse(record: &Record, limits: &Limits) -> Result<ParsedRecord, ParseError> {
    let node = eichrecht_json::parse_record(&record.bytes, limits)?;
    let object = node.as_object().ok_or_else(|| ParseError::new(ParseErrorKind::Syntax))?;
    let list = object.get("additionalValues").and_then(Node::as_array);
    let list = list.ok_or_else(|| ParseError::new(ParseErrorKind::PartMissing).field("additionalValues"))?;
    let version = version(object);
    if version != VERSION {
        let mut parsed = unproven::read(record, version, list);
        parsed.notes.extend(node.all_duplicates().into_iter().map(|field| Note::new(NoteKind::DuplicateField, field)));
        return Ok(parsed);
    }
    let points = Points::read(list)?;

    let signed = SignedBytes { reading: SignedBytesReading::Exact, source: SignedBytesSource::Built(points.signed_bytes()) };
    let algorithm = AlgorithmClaim::Known(Algorithm::Ecdsa(Curve::Secp256r1, Hash::Sha256));
    let mut parsed = ParsedRecord::empty(ID, vec![signed], algorithm, hex_signature(object, SignatureEncoding::DerOrRaw));
    parsed.version = Some(version.to_owned());
    content::fill(&mut parsed, &points);
    parsed.notes.extend(node.all_duplicates().into_iter().map(|field| Note::new(NoteKind::DuplicateField, field)));
    claims::compare(&mut parsed, object, &points, &record.declared);
    parsed.carried_key = carried_key(object, &["meterInfo", "publicKey"], &record.location);
    Ok(parsed)
}

/// The version that the context names; empty when it stands twice or names none.
fn version<'n>(object: &'n Object<'_>) -> &'n str {
    let context = object.get("@context").and_then(Node::as_str).unwrap_or_default();
    context.split_once(CONTEXT).map_or("", |(_, version)| version)
}
