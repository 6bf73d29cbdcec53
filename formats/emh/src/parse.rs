//! One reading.

use eichrecht_edl40::{BlockFields, fill_from_block};
use eichrecht_json::{Object, Value, carried_key, hex_signature};
use eichrecht_model::{
    Algorithm, AlgorithmClaim, Curve, Hash, Limits, Note, NoteKind, ParseError, ParseErrorKind, ParsedRecord, Record, SignatureEncoding,
    SignedBytes, SignedBytesReading, SignedBytesSource,
};

use crate::ID;
use crate::fields::Reader;

/// Members beside the signed ones that are shown as claims.
const UNSIGNED: [&[&str]; 9] = [
    &["timestamp"],
    &["transactionId"],
    &["contract", "type"],
    &["contract", "timestamp"],
    &["meterInfo", "type"],
    &["meterInfo", "manufacturer"],
    &["meterInfo", "firmwareVersion"],
    &["measurand", "name"],
    &["chargePoint", "softwareVersion"],
];
/// Number and word of the unit watt hour.
const WATT_HOUR: (u8, &str) = (30, "WATT_HOUR");

pub(crate) fn parse(record: &Record, limits: &Limits) -> Result<ParsedRecord, ParseError> {
    let node = eichrecht_json::parse_record(&record.bytes, limits)?;
    let object = node.as_object().ok_or_else(|| ParseError::new(ParseErrorKind::Syntax))?;
    let mut reader = Reader { object, notes: Vec::new() };
    let fields = reader.block()?;
    let block = fields.block().ok_or_else(|| ParseError::new(ParseErrorKind::Syntax).field("contract.id"))?;

    let signed = SignedBytes { reading: SignedBytesReading::Exact, source: SignedBytesSource::Built(block.to_vec()) };
    let algorithm = AlgorithmClaim::Known(Algorithm::Ecdsa(Curve::Secp192r1, Hash::Sha256));
    let mut parsed = ParsedRecord::empty(ID, vec![signed], algorithm, hex_signature(object, SignatureEncoding::Raw));
    fill_from_block(&mut parsed, &block);
    parsed.notes.append(&mut reader.notes);
    parsed.notes.extend(node.all_duplicates().into_iter().map(|field| Note::new(NoteKind::DuplicateField, field)));
    beside(&mut parsed, object, &fields);
    parsed.carried_key = carried_key(object, &["meterInfo", "publicKey"], &record.location);
    Ok(parsed)
}

/// What stands beside the signed fields, and whether it contradicts them.
fn beside(parsed: &mut ParsedRecord, object: &Object<'_>, fields: &BlockFields<'_>) {
    let unit = object.at(&["measuredValue", "unit"]).and_then(|unit| unit.as_str());
    if let Some(word) = unit.filter(|word| (*word == WATT_HOUR.1) != (fields.unit == WATT_HOUR.0)) {
        let note = Note::new(NoteKind::ClaimContradictsSigned, "measuredValue.unit").found(word);
        parsed.notes.push(note.expected(fields.unit.to_string()));
    }
    if fields.contract_id.iter().any(u8::is_ascii_control) {
        let found = String::from_utf8_lossy(fields.contract_id);
        parsed.notes.push(Note::new(NoteKind::HiddenCharacters, "contract.id").found(found));
    }
    for way in UNSIGNED {
        let text = match object.at(way).map(|node| &node.value) {
            Some(Value::String(text)) => text.to_string(),
            Some(Value::Number(digits)) => (*digits).to_owned(),
            _ => continue,
        };
        parsed.unsigned.push((way.join("."), text));
    }
}
