//! The signature section. Nothing in it is signed, so nothing in it may decide what counts as verified.

use data_encoding::{BASE64_NOPAD, BASE64URL_NOPAD, HEXLOWER_PERMISSIVE};
use eichrecht_json::{Node, Object, Value};
use eichrecht_model::{Algorithm, AlgorithmClaim, Note, NoteKind, ParsedRecord, SignatureData, SignatureEncoding, SignatureProblem};

use crate::algorithm;
use crate::context::{Context, Fields, shorten};
use crate::version::Version;

const DER: &str = "application/x-der";
const BARE_BYTES: &str = "application/octet-stream";

/// Reads algorithm and signature into the record. `context` is that of the section's own text, `payload`
/// the object of the payload, where 0.4 and 0.5 have the algorithm.
pub(crate) fn read(context: &mut Context<'_>, section: &Object<'_>, payload: &Object<'_>, record: &mut ParsedRecord) {
    for key in section.duplicates() {
        context.note(Note::new(NoteKind::DuplicateField, key));
    }
    let fields = &Fields::new(section, "", None);
    let name = stated(context, fields, payload, "SA");
    record.algorithm = claim(context, fields, name.as_deref());
    let encoding = stated(context, fields, payload, "SE");
    record.signature = signature(context, fields, encoding.as_deref(), &record.algorithm);
    let mime_type = stated(context, fields, payload, "SM");
    check_mime_type(context, mime_type.as_deref(), &record.algorithm);
    for member in &section.members {
        let own = matches!(member.key.as_ref(), "SA" | "SE" | "SM" | "SD");
        if !own || section.get(&member.key).is_none() {
            let raw = context.raw(&member.value).to_owned();
            record.unsigned.push((member.key.to_string(), raw));
        }
    }
}

/// What the record says under `SA`, `SE` or `SM`. In 0.4 and 0.5 the payload may say it too; what is
/// signed then goes before what is not.
fn stated(context: &mut Context<'_>, fields: &Fields<'_, '_>, payload: &Object<'_>, key: &str) -> Option<String> {
    let beside = fields.get(key).map(|node| text_or_raw(context, node));
    let in_payload = context.version.is_some_and(Version::has_algorithm_in_payload);
    let signed = if in_payload { payload.get(key).and_then(Node::as_str) } else { None };
    let Some(signed) = signed else { return beside };
    if let Some(beside) = beside {
        let same = if key == "SA" { algorithm::same(&beside, signed) } else { beside.eq_ignore_ascii_case(signed) };
        if !same {
            context.note(Note::new(NoteKind::AlgorithmConflict, key).found(shorten(&beside)).expected(shorten(signed)));
        }
    }
    Some(signed.to_owned())
}

fn text_or_raw(context: &mut Context<'_>, node: &Node<'_>) -> String {
    node.as_str().unwrap_or(context.raw(node)).to_owned()
}

fn claim(context: &mut Context<'_>, fields: &Fields<'_, '_>, name: Option<&str>) -> AlgorithmClaim {
    match name {
        Some(name) => {
            let (claim, note) = algorithm::read(name);
            if let Some(note) = note {
                let found = shorten(&note.found);
                context.note(note.found(found));
            }
            claim
        }
        // Up to 0.3 there was no default.
        None if context.version.is_some_and(|version| version <= Version::V0_3) => {
            context.note(fields.note(NoteKind::FieldMissing, "SA"));
            AlgorithmClaim::Unknown(String::new())
        }
        None => {
            context.note(fields.note(NoteKind::AlgorithmDefaulted, "SA").found(algorithm::DEFAULT.to_string()));
            AlgorithmClaim::Known(algorithm::DEFAULT)
        }
    }
}

fn signature(context: &mut Context<'_>, fields: &Fields<'_, '_>, encoding: Option<&str>, claim: &AlgorithmClaim) -> SignatureData {
    // Two signatures are none: nobody says which one counts.
    if fields.has("SD") && fields.get("SD").is_none() {
        return SignatureData::Unreadable(SignatureProblem::NotDecodable);
    }
    let Some(node) = fields.get("SD") else { return SignatureData::Unreadable(SignatureProblem::Missing) };
    let Value::String(text) = &node.value else {
        context.wrong_type(fields, "SD", node, "text");
        return SignatureData::Unreadable(SignatureProblem::NotDecodable);
    };
    let text: String = text.chars().filter(|c| !matches!(c, ' ' | '\t' | '\r' | '\n')).collect();
    if text.is_empty() {
        return SignatureData::Unreadable(SignatureProblem::Missing);
    }
    let encoding = encoding.unwrap_or("hex");
    let bytes = match encoding.to_ascii_lowercase().as_str() {
        "hex" => HEXLOWER_PERMISSIVE.decode(text.as_bytes()).ok(),
        "base64" => base64(&text),
        _ => return SignatureData::Unreadable(SignatureProblem::UnknownEncoding(encoding.to_owned())),
    };
    if !matches!(encoding, "hex" | "base64") {
        context.code_unknown(fields, "SE", encoding, "hex, base64");
    }
    let packing = match claim {
        AlgorithmClaim::Known(Algorithm::Ed25519 | Algorithm::Ed448 | Algorithm::MlDsa(_)) => SignatureEncoding::Native,
        _ => SignatureEncoding::DerOrRaw,
    };
    bytes.map_or(SignatureData::Unreadable(SignatureProblem::NotDecodable), |bytes| SignatureData::Bytes(bytes, packing))
}

/// Base64 in either alphabet, with or without its padding.
fn base64(text: &str) -> Option<Vec<u8>> {
    let bare = text.strip_suffix("==").or_else(|| text.strip_suffix('=')).unwrap_or(text);
    BASE64_NOPAD.decode(bare.as_bytes()).or_else(|_| BASE64URL_NOPAD.decode(bare.as_bytes())).ok()
}

/// `SM` should name DER; signatures that are no pair of numbers are bare bytes.
fn check_mime_type(context: &mut Context<'_>, mime_type: Option<&str>, claim: &AlgorithmClaim) {
    let Some(found) = mime_type else { return };
    let expected = match claim {
        AlgorithmClaim::Known(Algorithm::Ed25519 | Algorithm::Ed448 | Algorithm::MlDsa(_)) => BARE_BYTES,
        _ => DER,
    };
    if !found.eq_ignore_ascii_case(expected) {
        context.note(Note::new(NoteKind::MimeTypeOdd, "SM").found(shorten(found)).expected(expected));
    }
}
