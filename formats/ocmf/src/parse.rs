//! One record, from bytes to fields.

use eichrecht_json::{JsonError, JsonErrorKind, JsonLimits, Node};
use eichrecht_model::{
    AlgorithmClaim, KeyText, LimitName, Limits, Note, NoteKind, ParseError, ParseErrorKind, ParsedRecord, Record, SignatureData,
    SignatureProblem,
};

use crate::context::{Context, shorten};
use crate::{ID, payload, scan, signature_section, signed_bytes, text_check};

/// Reads one record. White space and byte order marks may stand around it, nothing else.
pub(crate) fn parse(record: &Record, limits: &Limits) -> Result<ParsedRecord, ParseError> {
    let bytes = record.bytes.as_slice();
    if bytes.len() > limits.record_bytes {
        return Err(ParseError::new(ParseErrorKind::Limit(LimitName::RecordBytes)).at(limits.record_bytes));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| ParseError::new(ParseErrorKind::NotUtf8).at(error.valid_up_to()))?;
    let sections = scan::sections(bytes, scan::skip_lead_in(bytes))?;
    let behind = scan::skip_blanks(bytes, sections.end);
    if behind < bytes.len() {
        return Err(ParseError::new(ParseErrorKind::Syntax).at(behind));
    }
    let piece = |range: &std::ops::Range<usize>| text.get(range.clone()).unwrap_or_default();
    let payload_text = piece(&sections.payload_object);
    let section_text = piece(&sections.signature_object);
    let payload_node = json(payload_text, sections.payload_object.start, "payload", limits)?;
    let section_node = json(section_text, sections.signature_object.start, "signature", limits)?;
    let (Some(payload), Some(section)) = (payload_node.as_object(), section_node.as_object()) else {
        return Err(ParseError::new(ParseErrorKind::PartMissing).at(sections.payload_object.start));
    };

    let mut context = Context::new(payload_text);
    let version = payload::version(&mut context, payload);
    let mut parsed = ParsedRecord::empty(
        ID,
        signed_bytes::candidates(bytes, &sections, context.version),
        AlgorithmClaim::Unknown(String::new()),
        SignatureData::Unreadable(SignatureProblem::Missing),
    );
    parsed.version = version;
    text_check::check(&mut context, &payload_node);
    payload::read(&mut context, payload, limits.readings, &mut parsed).map_err(|mut error| {
        error.offset = error.offset.map(|offset| offset + sections.payload_object.start);
        error
    })?;
    parsed.extensions = context.extensions;

    let mut beside = Context::new(section_text);
    beside.version = context.version;
    signature_section::read(&mut beside, section, payload, &mut parsed);

    parsed.notes = context.notes;
    parsed.notes.append(&mut beside.notes);
    if let Some(extra) = &sections.extra {
        let key = piece(extra);
        parsed.notes.push(Note::new(NoteKind::ExtraSection, "").found(shorten(key)));
        if !key.is_empty() {
            let location = record.location.inside("section[4]");
            parsed.carried_key = Some(KeyText { bytes: key.as_bytes().to_vec(), declared_encoding: None, location });
        }
    }
    Ok(parsed)
}

/// Reads a section. Offsets become those of the record.
fn json<'a>(text: &'a str, start: usize, section: &'static str, limits: &Limits) -> Result<Node<'a>, ParseError> {
    let limits = JsonLimits { depth: limits.json_depth, fields: limits.json_fields };
    eichrecht_json::parse(text, limits).map_err(|JsonError { kind, offset, .. }| {
        let kind = match kind {
            JsonErrorKind::TooDeep => ParseErrorKind::Limit(LimitName::JsonDepth),
            JsonErrorKind::TooManyFields => ParseErrorKind::Limit(LimitName::JsonFields),
            _ => ParseErrorKind::Syntax,
        };
        ParseError::new(kind).at(start + offset).field(section)
    })
}
