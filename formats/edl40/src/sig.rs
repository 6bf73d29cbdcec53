//! The bare block with its signature in a small XML document, `signedMeterValue`.

use std::ops::Range;

use data_encoding::{BASE32, BASE64, HEXLOWER_PERMISSIVE};
use eichrecht_model::{
    AlgorithmClaim, Detection, Format, FormatId, FormatInfo, KeyText, Limits, Note, NoteKind, ParseError, ParseErrorKind, ParsedRecord,
    Record, SignedBytes, SignedBytesReading, SignedBytesSource,
};

use crate::block::{self, BLOCK, Block, Variant, empty_record, split_signature};
use crate::text;
use crate::xml::{self, Document, Element};

/// The bare EDL40 block as a [`Format`].
#[derive(Clone, Copy, Debug)]
pub struct Edl40Sig;

const ID: FormatId = FormatId("edl40-sig");

/// Elements of the document.
const BLOCK_ELEMENT: &str = "encodedMeterValue";
const SIGNATURE_ELEMENT: &str = "meterValueSignature";
const METHOD_ELEMENT: &str = "signatureMethod";
const KEY_ELEMENT: &str = "publicKey";
const ENCODING_METHOD_ELEMENT: &str = "encodingMethod";
const KNOWN: [&str; 5] = [BLOCK_ELEMENT, SIGNATURE_ELEMENT, METHOD_ELEMENT, KEY_ELEMENT, ENCODING_METHOD_ELEMENT];

impl Format for Edl40Sig {
    fn info(&self) -> FormatInfo {
        FormatInfo {
            id: ID,
            title: "EDL40 block with signature in XML (signedMeterValue)",
            versions: "as sent by stations since 2018",
            algorithms: "ECDSA (secp192r1, secp256r1) with SHA-256",
            labels: &["EDL_40_SIG"],
            carries_key: true,
            carriers: &["safe-xml"],
        }
    }

    fn detect(&self, bytes: &[u8]) -> Detection {
        let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii();
        let is_document = text.starts_with(b"<") && xml::documents(text, 1).first().is_some_and(|first| first.start == 0);
        if is_document { Detection::Yes } else { Detection::No }
    }

    fn find(&self, text: &[u8], most: usize) -> Vec<Range<usize>> {
        xml::documents(text, most)
    }

    fn parse(&self, record: &Record, limits: &Limits) -> Result<ParsedRecord, ParseError> {
        let bytes = record.bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&record.bytes);
        let text = std::str::from_utf8(bytes).map_err(|error| ParseError::new(ParseErrorKind::NotUtf8).at(error.valid_up_to()))?;
        let document = xml::read(text, limits)?;
        let block = decoded(document.needed(BLOCK_ELEMENT)?)?;
        let signature = decoded(document.needed(SIGNATURE_ELEMENT)?)?;
        let method = document.needed(METHOD_ELEMENT)?;
        let syntax = |field: &str| ParseError::new(ParseErrorKind::Syntax).field(field);
        let block = Block(<[u8; BLOCK]>::try_from(block).map_err(|_| syntax(BLOCK_ELEMENT))?);
        let variant = Variant::of(&signature).ok_or_else(|| syntax(SIGNATURE_ELEMENT))?;

        // The bytes as received are what counts; what they say is only read from them.
        let signed = SignedBytes { reading: SignedBytesReading::Exact, source: SignedBytesSource::Built(block.0.to_vec()) };
        let mut parsed = empty_record(ID, vec![signed], variant, &signature);
        block::fill(&mut parsed, &block);
        method_fits(&mut parsed, method.text.trim(), variant);
        tail_fits(&mut parsed, &signature, &block);
        if variant == Variant::Classic {
            only_newer_meters_fill_it(&mut parsed, &block);
        }
        if let Some(key) = document.optional(KEY_ELEMENT)?.filter(|key| !key.text.trim().is_empty()) {
            parsed.carried_key = Some(KeyText {
                bytes: key.text.clone().into_bytes(),
                declared_encoding: key.encoding.clone(),
                location: record.location.inside("signedMeterValue/publicKey"),
            });
        }
        beside(&mut parsed, &document)?;
        Ok(parsed)
    }
}

/// The name of the algorithm is not signed. The lengths decide; a name that says otherwise is a contradiction.
fn method_fits(record: &mut ParsedRecord, method: &str, variant: Variant) {
    let expected = if variant == Variant::Classic { "ECDSA192SHA256" } else { "ECDSA256SHA256" };
    text::unsigned(record, METHOD_ELEMENT, method);
    match method {
        _ if method == expected => {}
        "ECDSA192SHA256" | "ECDSA256SHA256" => {
            record.notes.push(Note::new(NoteKind::AlgorithmConflict, METHOD_ELEMENT).found(method).expected(expected));
        }
        _ => record.algorithm = AlgorithmClaim::Unknown(method.to_owned()),
    }
}

/// The log book stands behind the signature and in the block.
fn tail_fits(record: &mut ParsedRecord, signature: &[u8], block: &Block) {
    let (tail, signed) = (split_signature(signature).1, block.bytes(&block::LOGBOOK));
    if tail != signed {
        let note = Note::new(NoteKind::CopyDiffers, SIGNATURE_ELEMENT);
        record.notes.push(note.found(text::hex(tail)).expected(text::hex(signed)));
    }
}

fn only_newer_meters_fill_it(record: &mut ParsedRecord, block: &Block) {
    let part = block::Part(block::HISTORICAL.0, block::RESERVED.0 - block::HISTORICAL.0);
    if block.bytes(&part).iter().any(|byte| *byte != 0) {
        record.notes.push(Note::new(NoteKind::FieldUnknown, "bytes 173 to 196").found(text::hex(block.bytes(&part))));
    }
}

/// What the document says beside the signed block.
fn beside(record: &mut ParsedRecord, document: &Document) -> Result<(), ParseError> {
    if let Some(method) = document.optional(ENCODING_METHOD_ELEMENT)? {
        let name = method.text.trim();
        text::unsigned(record, ENCODING_METHOD_ELEMENT, name);
        if name != "EDL" {
            record.notes.push(Note::new(NoteKind::CodeUnknown, ENCODING_METHOD_ELEMENT).found(name).expected("EDL"));
        }
    }
    for element in document.elements.iter().filter(|element| !KNOWN.contains(&element.name.as_str())) {
        record.notes.push(Note::new(NoteKind::UnexpectedPart, element.name.as_str()).found(element.text.trim()));
    }
    Ok(())
}

/// The bytes in an element, by the encoding it names; Base64 where it names none.
fn decoded(element: &Element) -> Result<Vec<u8>, ParseError> {
    let symbols: Vec<u8> = element.text.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
    let encoding = element.encoding.as_deref().map(|label| label.trim().to_ascii_lowercase());
    let decoded = match encoding.as_deref() {
        None | Some("base64") => BASE64.decode(&symbols),
        Some("hex") => HEXLOWER_PERMISSIVE.decode(&symbols),
        Some("base32") => BASE32.decode(&symbols),
        Some(_) => return Err(ParseError::new(ParseErrorKind::Syntax).field(format!("{}/@encoding", element.name))),
    };
    decoded.map_err(|_| ParseError::new(ParseErrorKind::Syntax).field(element.name.clone()))
}
