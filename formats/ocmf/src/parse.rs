//! One record, from bytes to fields.

use eichrecht_json::Node;
use eichrecht_model::{
    AlgorithmClaim, KeyText, LimitName, Limits, Note, NoteKind, ParseError, ParseErrorKind, ParsedRecord, Record, SignatureData,
    SignatureProblem,
};

use crate::context::{Context, shorten};
use crate::text_check::Scope;
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
    text_check::check(&mut context, &payload_node, Scope::Payload);
    payload::read(&mut context, payload, limits.readings, &mut parsed).map_err(|mut error| {
        error.offset = error.offset.map(|offset| offset + sections.payload_object.start);
        error
    })?;
    parsed.extensions = context.extensions;

    let mut beside = Context::new(section_text);
    beside.version = context.version;
    text_check::check(&mut beside, &section_node, Scope::SignatureSection);
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
    eichrecht_json::parse(text, limits.into()).map_err(|error| error.in_record(start).field(section))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{MINIMAL, parsed, record};
    use eichrecht_model::{SignedBytesReading, SignedBytesSource};

    fn error_with(text: &str, limits: &Limits) -> (ParseErrorKind, Option<usize>, String) {
        let error = parse(&record(text), limits).expect_err(text);
        (error.kind, error.offset, error.field)
    }

    fn error(text: &str) -> (ParseErrorKind, Option<usize>, String) {
        error_with(text, &Limits::default())
    }

    #[test]
    fn a_minimal_record_has_no_notes() {
        assert_eq!(parsed(MINIMAL).notes, []);
    }

    #[test]
    fn offsets_count_from_the_begin_of_the_record() {
        use ParseErrorKind::{HeaderMissing, PartMissing, Syntax, Truncated};
        for (text, kind, offset, field) in [
            ("", HeaderMissing, Some(0), ""),
            ("OCM|{}|{}", HeaderMissing, Some(0), ""),
            ("  OCMF|{\"RD\":[", Truncated, Some(14), ""),
            ("OCMF|{}", Truncated, Some(7), ""),
            ("OCMF|7|{}", PartMissing, Some(5), "payload"),
            ("OCMF|{}|[]", PartMissing, Some(8), "signature"),
            (" OCMF|{\"RV\":NaN}|{}", Syntax, Some(12), "payload"),
            ("OCMF|{\"a\":1,}|{}", Syntax, Some(12), "payload"),
            ("OCMF|{}|{\"SD\":01}", Syntax, Some(15), "signature"),
            ("OCMF|{\"ID\":\"\\ud800\"}|{}", Syntax, Some(18), "payload"),
            ("OCMF|{}|{} x", Syntax, Some(11), ""),
            ("OCMF|{}|{}OCMF|{}|{}", Syntax, Some(10), ""),
            ("OCMF|{}|{}", PartMissing, None, "RD"),
            ("OCMF|{\"RD\":{}}|{}", PartMissing, Some(11), "RD"),
            ("OCMF|{\"RD\":[]}|{}", PartMissing, Some(11), "RD"),
            ("OCMF|{\"RD\":[{}],\"RD\":[{}]}|{}", PartMissing, None, "RD"),
            ("OCMF|{\"RD\":[{},7]}|{}", PartMissing, Some(15), "RD[1]"),
        ] {
            assert_eq!(error(text), (kind, offset, field.to_owned()), "{text}");
        }
    }

    #[test]
    fn bytes_that_are_no_text() {
        let mut broken = record(MINIMAL);
        broken.bytes[20] = 0xff;
        let error = parse(&broken, &Limits::default()).unwrap_err();
        assert_eq!((error.kind, error.offset), (ParseErrorKind::NotUtf8, Some(20)));
    }

    #[test]
    fn limits_are_errors_by_name() {
        let mut limits = Limits::default();
        limits.record_bytes = MINIMAL.len() - 1;
        assert_eq!(error_with(MINIMAL, &limits).0, ParseErrorKind::Limit(LimitName::RecordBytes));
        limits.record_bytes += 1;
        assert!(parse(&record(MINIMAL), &limits).is_ok());

        let deep = format!("OCMF|{{\"U\":{}{}}}|{{}}", "[".repeat(32), "]".repeat(32));
        assert_eq!(error(&deep).0, ParseErrorKind::Limit(LimitName::JsonDepth));
        let wide = format!("OCMF|{{\"U\":[{}1]}}|{{}}", "1,".repeat(20_000));
        assert_eq!(error(&wide).0, ParseErrorKind::Limit(LimitName::JsonFields));
        let long = format!("OCMF|{{\"RD\":[{}{{}}]}}|{{}}", "{},".repeat(5_000));
        assert_eq!(error(&long), (ParseErrorKind::Limit(LimitName::Readings), Some(11), "RD".to_owned()));
    }

    #[test]
    fn signed_bytes_are_ranges_of_the_record() {
        let text = format!("\u{feff}\n{MINIMAL}");
        let record = record(&text);
        let parsed = parse(&record, &Limits::default()).unwrap();
        let [candidate] = parsed.signed_bytes.as_slice() else { panic!() };
        assert_eq!(candidate.reading, SignedBytesReading::Exact);
        assert!(matches!(&candidate.source, SignedBytesSource::Range(range) if range.start == 9));
        assert_eq!(candidate.bytes(&record.bytes), MINIMAL.split('|').nth(1).unwrap().as_bytes());
    }

    #[test]
    fn a_fourth_section_is_a_carried_key() {
        let parsed_record = parsed(&format!("{MINIMAL} | 3059 3013\n"));
        assert_eq!(parsed_record.notes, [Note::new(NoteKind::ExtraSection, "").found("3059 3013")]);
        let key = parsed_record.carried_key.unwrap();
        assert_eq!((key.bytes.as_slice(), key.declared_encoding), (b"3059 3013".as_slice(), None));
        assert_eq!(key.location.to_string(), "test > section[4]");
        let empty = parsed(&format!("{MINIMAL}|"));
        assert_eq!((empty.notes.len(), empty.carried_key), (1, None));
    }
}
