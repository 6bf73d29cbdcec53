//! What must hold for a format whatever the bytes.

use eichrecht_model::{Declared, Detection, Format, Limits, Location, ParsedRecord, Record, SignedBytesSource};

/// A record of these bytes, with nothing around it.
#[must_use]
pub fn record(bytes: &[u8]) -> Record {
    Record {
        bytes: bytes.to_vec(),
        location: Location::input("in"),
        span: None,
        declared: Declared::default(),
        key: None,
        notes: Vec::new(),
    }
}

/// A record of these bytes whose signature lay beside it.
#[must_use]
pub fn signed_apart(bytes: &[u8], signature: &[u8]) -> Record {
    let mut record = record(bytes);
    record.declared.detached_signature = Some(signature.to_vec());
    record
}

/// Asks a format everything about a record's bytes, taken as one record and as a text that may hold several.
///
/// Gives what was read, for claims of the format's own.
///
/// # Panics
/// When the contract of [`Format`] is broken.
pub fn any_bytes(format: &dyn Format, source: &Record) -> Vec<ParsedRecord> {
    let bytes = source.bytes.as_slice();
    let _ = format.detect(bytes);
    let found = format.find(bytes, usize::MAX);
    let mut end = 0;
    for range in &found {
        assert!(end <= range.start && range.start < range.end && range.end <= bytes.len(), "{range:?} behind {end}");
        end = range.end;
        let piece = &bytes[range.clone()];
        assert_eq!(format.detect(piece), Detection::Yes, "what is found at {range:?} is recognised");
        let _ = parts(format, &Record { bytes: piece.to_vec(), ..source.clone() }, &Limits::default());
    }
    for most in 0..=found.len().min(3) {
        assert_eq!(format.find(bytes, most), found[..most], "the first {most} of all");
    }
    let read: Vec<ParsedRecord> = parts(format, source, &Limits::default()).into_iter().flatten().collect();
    for parsed in &read {
        assert_eq!(parsed.format, format.info().id);
        assert!(!parsed.signed_bytes.is_empty(), "something was signed");
        for signed in &parsed.signed_bytes {
            if let SignedBytesSource::Range(range) = &signed.source {
                assert!(bytes.get(range.clone()).is_some(), "{range:?} lies in the record");
            }
            assert!(!signed.bytes(bytes).is_empty(), "not nothing was signed");
        }
    }
    let mut few = Limits::default();
    (few.readings, few.json_fields, few.json_depth, few.tlv_depth, few.xml_depth) = (5, 40, 3, 3, 3);
    for parsed in parts(format, source, &few).into_iter().flatten() {
        assert!(parsed.measurements.len() <= 5, "no more readings than allowed");
    }
    read
}

/// The record read, once for each of its signatures; errors are looked at and left out.
fn parts(format: &dyn Format, source: &Record, limits: &Limits) -> Vec<Option<ParsedRecord>> {
    (0..format.signatures())
        .map(|part| {
            let mut source = source.clone();
            source.declared.part = (format.signatures() > 1).then_some(part);
            match format.parse(&source, limits) {
                Ok(parsed) => Some(parsed),
                Err(error) => {
                    assert!(error.offset.is_none_or(|offset| offset <= source.bytes.len()), "{error}");
                    None
                }
            }
        })
        .collect()
}
