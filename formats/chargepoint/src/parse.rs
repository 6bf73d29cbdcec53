//! One record, from bytes to fields.

use data_encoding::{BASE64, HEXLOWER_PERMISSIVE};
use eichrecht_json::Value;
use eichrecht_model::{
    AlgorithmClaim, Hash, LimitName, Limits, Note, NoteKind, ParseError, ParseErrorKind, ParsedRecord, Record, SignatureData,
    SignatureEncoding, SignatureProblem, SignedBytes, SignedBytesReading, SignedBytesSource,
};

use crate::{ID, fields, scan};

/// Reads one record. All of its bytes are signed, whatever stands at their ends.
pub(crate) fn parse(record: &Record, limits: &Limits) -> Result<ParsedRecord, ParseError> {
    let bytes = record.bytes.as_slice();
    if bytes.len() > limits.record_bytes {
        return Err(ParseError::new(ParseErrorKind::Limit(LimitName::RecordBytes)).at(limits.record_bytes));
    }
    let (text, start) = scan::text(bytes).map_err(|at| ParseError::new(ParseErrorKind::NotUtf8).at(at))?;
    let root = eichrecht_json::parse(text, limits.into()).map_err(|error| error.in_record(start))?;
    let Value::Object(object) = &root.value else { return Err(ParseError::new(ParseErrorKind::HeaderMissing)) };
    let (signature, note) = signature(record.declared.detached_signature.as_deref());
    let signed = SignedBytes { reading: SignedBytesReading::Exact, source: SignedBytesSource::Range(0..bytes.len()) };
    // No algorithm is named: the key decides on the curve.
    let mut parsed = ParsedRecord::empty(ID, vec![signed], AlgorithmClaim::ByKey(Hash::Sha256), signature);
    parsed.notes.extend(note);
    parsed.notes.extend(root.all_duplicates().into_iter().map(|path| Note::new(NoteKind::DuplicateField, path)));
    fields::read(object, &mut parsed);
    Ok(parsed)
}

/// DER as it lies in the file, or the same as text in hex or Base64.
fn signature(file: Option<&[u8]>) -> (SignatureData, Option<Note>) {
    let Some(file) = file.filter(|file| !file.trim_ascii().is_empty()) else {
        return (SignatureData::Unreadable(SignatureProblem::Missing), None);
    };
    let text = file.trim_ascii();
    let decoded = match text.first_chunk::<2>() {
        Some(b"30") => HEXLOWER_PERMISSIVE.decode(text).ok().map(|bytes| (bytes, "hex")),
        Some([b'M', b'A'..=b'Z']) => BASE64.decode(text).ok().map(|bytes| (bytes, "base64")),
        _ => None,
    };
    match decoded {
        Some((bytes, wrapping)) => {
            (SignatureData::Bytes(bytes, SignatureEncoding::DerOrRaw), Some(Note::new(NoteKind::WrappingRemoved, "").found(wrapping)))
        }
        None => (SignatureData::Bytes(file.to_vec(), SignatureEncoding::DerOrRaw), None),
    }
}
