//! The signature section. Nothing in it is signed, so nothing in it may decide what counts as verified.

use data_encoding::{BASE64_NOPAD, BASE64URL_NOPAD, HEXLOWER_PERMISSIVE};
use eichrecht_json::{Node, Object, Value};
use eichrecht_model::{Algorithm, AlgorithmClaim, Note, NoteKind, ParsedRecord, SignatureData, SignatureEncoding, SignatureProblem};

use crate::algorithm;
use crate::context::{Context, Fields, shorten};
use crate::scan::is_blank;
use crate::version::Version;

const DER: &str = "application/x-der";
const BARE_BYTES: &str = "application/octet-stream";

/// Reads algorithm and signature into the record. `context` is that of the section's own text, `payload`
/// the object of the payload, where 0.4 and 0.5 have the algorithm.
pub(crate) fn read(context: &mut Context<'_>, section: &Object<'_>, payload: &Object<'_>, record: &mut ParsedRecord) {
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
    let mut text = text.as_bytes().to_vec();
    text.retain(|byte| !is_blank(*byte));
    if text.is_empty() {
        return SignatureData::Unreadable(SignatureProblem::Missing);
    }
    let encoding = encoding.unwrap_or("hex");
    let bytes = match encoding.to_ascii_lowercase().as_str() {
        "hex" => HEXLOWER_PERMISSIVE.decode(&text).ok(),
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
fn base64(text: &[u8]) -> Option<Vec<u8>> {
    let bare = text.strip_suffix(b"==").or_else(|| text.strip_suffix(b"=")).unwrap_or(text);
    BASE64_NOPAD.decode(bare).or_else(|_| BASE64URL_NOPAD.decode(bare)).ok()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{MINIMAL, noted, parsed};
    use eichrecht_model::{Curve, Hash};

    /// The minimal record with another signature section.
    fn with_section(section: &str) -> ParsedRecord {
        let (front, _) = MINIMAL.rsplit_once('|').unwrap();
        parsed(&format!("{front}|{section}"))
    }

    /// The same with another version and more fields in the payload.
    fn early(version: &str, fields: &str, section: &str) -> ParsedRecord {
        let (front, _) = MINIMAL.rsplit_once('|').unwrap();
        let front = front.replace("B1.8.0", "1.8.0").replace(r#""FV":"1.4","#, &format!(r#""FV":"{version}",{fields}"#));
        let front = if version < "0.4" { front.replace("false", r#""NONE""#) } else { front };
        parsed(&format!("{front}|{section}"))
    }

    fn bytes(signature: &SignatureData) -> Option<&[u8]> {
        if let SignatureData::Bytes(bytes, _) = signature { Some(bytes) } else { None }
    }

    const P256: AlgorithmClaim = AlgorithmClaim::Known(Algorithm::Ecdsa(Curve::Secp256r1, Hash::Sha256));
    const K256: AlgorithmClaim = AlgorithmClaim::Known(Algorithm::Ecdsa(Curve::Secp256k1, Hash::Sha256));

    /// OCMF 1.4.1, signature section: algorithm, encoding and data type have defaults.
    #[test]
    fn defaults() {
        let record = with_section(r#"{"SD":"30aB"}"#);
        assert_eq!(record.algorithm, P256);
        assert_eq!(record.signature, SignatureData::Bytes(vec![0x30, 0xab], SignatureEncoding::DerOrRaw));
        assert_eq!(noted(&record), [(NoteKind::AlgorithmDefaulted, "SA".to_owned())]);
    }

    #[test]
    fn before_0_4_there_is_no_default() {
        let record = early("0.1", "", r#"{"SD":"00"}"#);
        assert_eq!(record.algorithm, AlgorithmClaim::Unknown(String::new()));
        assert!(noted(&record).contains(&(NoteKind::FieldMissing, "SA".to_owned())));
        assert_eq!(early("0.1", "", r#"{"SA":"ECDSA-secp256k1-SHA256","SD":"00"}"#).algorithm, K256);
        assert_eq!(early("0.4", "", r#"{"SD":"00"}"#).algorithm, P256);
    }

    /// Versions 0.4 and 0.5 have the algorithm in the payload.
    #[test]
    fn a_signed_algorithm_goes_before_an_unsigned_one() {
        for version in ["0.4", "0.5"] {
            let fields = r#""SA":"ECDSA-secp256k1-SHA256","SE":"base64","#;
            let alone = early(version, fields, r#"{"SD":"AAE="}"#);
            assert_eq!((&alone.algorithm, bytes(&alone.signature)), (&K256, Some([0, 1].as_slice())));
            assert!(noted(&alone).is_empty(), "{:?}", alone.notes);
            assert_eq!(alone.extensions[0], ("SA".to_owned(), "\"ECDSA-secp256k1-SHA256\"".to_owned()));
            let agreeing = early(version, fields, r#"{"SA":"ecdsa-secp256k1-sha256","SD":"AAE="}"#);
            assert!(noted(&agreeing).is_empty());
            let other = early(version, fields, r#"{"SA":"ECDSA-secp256r1-SHA256","SE":"hex","SD":"AAE="}"#);
            assert_eq!(other.algorithm, K256);
            assert_eq!(noted(&other), [(NoteKind::AlgorithmConflict, "SA".to_owned()), (NoteKind::AlgorithmConflict, "SE".to_owned())]);
        }
        let later = early("1.0", r#""SA":"ECDSA-secp256k1-SHA256","#, r#"{"SD":"00"}"#);
        assert_eq!(later.algorithm, P256);
        assert_eq!(noted(&later), [(NoteKind::FieldUnknown, "SA".to_owned()), (NoteKind::AlgorithmDefaulted, "SA".to_owned())]);
    }

    #[test]
    fn algorithms_and_packing() {
        let record = with_section(r#"{"SA":"EdDSA-Ed25519","SM":"application/octet-stream","SD":"00"}"#);
        assert_eq!(record.signature, SignatureData::Bytes(vec![0], SignatureEncoding::Native));
        assert_eq!(noted(&record), [(NoteKind::AlgorithmUnusual, "SA".to_owned())]);
        let unknown = with_section(r#"{"SA":"RSA","SD":"00"}"#);
        assert_eq!(unknown.algorithm, AlgorithmClaim::Unknown("RSA".to_owned()));
        assert!(noted(&unknown).is_empty());
        assert_eq!(with_section(r#"{"SA":256,"SD":"00"}"#).algorithm, AlgorithmClaim::Unknown("256".to_owned()));
    }

    fn signature_of(section: &str) -> SignatureData {
        with_section(section).signature
    }

    #[test]
    fn encodings_of_the_signature() {
        for section in [
            r#"{"SD":"FB\r\n ff\tFE"}"#,
            r#"{"SE":"hex","SD":"fbfffe"}"#,
            r#"{"SE":"base64","SD":"+//+"}"#,
            r#"{"SE":"base64","SD":"-__-"}"#,
            r#"{"SE":"BASE64","SD":"+/ /+"}"#,
        ] {
            assert_eq!(signature_of(section), SignatureData::Bytes(vec![0xfb, 0xff, 0xfe], SignatureEncoding::DerOrRaw), "{section}");
        }
        assert_eq!(bytes(&signature_of(r#"{"SE":"base64","SD":"AA=="}"#)), Some([0].as_slice()));
        assert_eq!(bytes(&signature_of(r#"{"SE":"base64","SD":"AA"}"#)), Some([0].as_slice()));
        assert_eq!(
            noted(&with_section(r#"{"SA":"ECDSA-secp256r1-SHA256","SE":"HEX","SD":"00"}"#)),
            [(NoteKind::CodeUnknown, "SE".to_owned())]
        );
    }

    #[test]
    fn hostile_signatures_are_unreadable() {
        use SignatureProblem::{Missing, NotDecodable, UnknownEncoding};
        for (section, problem) in [
            ("{}", Missing),
            (r#"{"SD":""}"#, Missing),
            (r#"{"SD":" \n"}"#, Missing),
            (r#"{"SD":"0"}"#, NotDecodable),
            (r#"{"SD":"0x00"}"#, NotDecodable),
            (r#"{"SD":"zz"}"#, NotDecodable),
            (r#"{"SD":"٠٠"}"#, NotDecodable),
            (r#"{"SD":null}"#, NotDecodable),
            (r#"{"SD":["00"]}"#, NotDecodable),
            (r#"{"SD":"00","S\u0044":"00"}"#, NotDecodable),
            (r#"{"SE":"base64","SD":"A"}"#, NotDecodable),
            (r#"{"SE":"base64","SD":"AAE==="}"#, NotDecodable),
            (r#"{"SE":"base64","SD":"+_AA"}"#, NotDecodable),
            (r#"{"SE":"base32","SD":"AA"}"#, UnknownEncoding("base32".to_owned())),
            (r#"{"SE":null,"SD":"AA"}"#, UnknownEncoding("null".to_owned())),
        ] {
            assert_eq!(signature_of(section), SignatureData::Unreadable(problem), "{section}");
        }
    }

    /// OCMF 1.4.1 knows one data type; bare bytes are right where the signature is no pair of numbers.
    #[test]
    fn data_types() {
        let odd = |algorithm: &str, mime: &str| {
            let record = with_section(&format!(r#"{{"SA":"{algorithm}","SM":"{mime}","SD":"00"}}"#));
            noted(&record).contains(&(NoteKind::MimeTypeOdd, "SM".to_owned()))
        };
        assert!(!odd("ECDSA-secp256r1-SHA256", "application/x-der"));
        assert!(odd("ECDSA-secp256r1-SHA256", "application/octet-stream"));
        assert!(odd("ECDSA-secp256r1-SHA256", ""));
        assert!(!odd("ML-DSA-65", "application/octet-stream"));
        assert!(odd("ML-DSA-65", "application/x-der"));
    }

    #[test]
    fn everything_else_is_an_unsigned_claim() {
        let record = with_section(r#"{"SA":"ECDSA-secp256r1-SHA256","A1":{"x":[1.0]},"SD":"00","A2":"|","A2":2}"#);
        let unsigned: Vec<String> = record.unsigned.iter().map(|(path, raw)| format!("{path}={raw}")).collect();
        assert_eq!(unsigned, [r#"A1={"x":[1.0]}"#, r#"A2="|""#, "A2=2"]);
        assert_eq!(noted(&record), [(NoteKind::DuplicateField, "A2".to_owned())]);
        let twice = with_section(r#"{"SA":"ECDSA-secp256r1-SHA256","SA":"EdDSA-Ed25519","SD":"00"}"#);
        assert_eq!(twice.algorithm, P256);
        assert_eq!(noted(&twice), [(NoteKind::DuplicateField, "SA".to_owned()), (NoteKind::AlgorithmDefaulted, "SA".to_owned())]);
        assert_eq!(twice.unsigned.len(), 2);
    }
}
