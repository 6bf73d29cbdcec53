//! Texts that say what they are: PEM, the `oca:` envelope of the Open Charge Alliance, JSON.

use std::fmt;

use eichrecht_model::{KeyKind, KeyProblem};
use serde::de::{Deserializer, Error, MapAccess, Visitor};
use serde_json::Value;

use super::oid;
use super::shape::Failure;
use super::text::{Found, Layer, Reader, base64};

const BEGIN: &str = "-----BEGIN ";
const END: &str = "-----END ";
const DASHES: &str = "-----";

/// Reads a text that begins with the mark of an envelope; `None` when it does not.
pub(super) fn read(text: &str, reader: Reader) -> Option<Result<Found, Failure>> {
    let text = text.trim();
    if let Some(blocks) = without_comments(text).strip_prefix(BEGIN) {
        Some(pem(blocks, reader))
    } else if let Some(rest) = strip_prefix_ignoring_case(text, "oca:") {
        Some(oca(rest, reader).map(|found| found.inside(Layer::Oca)))
    } else if text.starts_with('{') {
        Some(json(text, reader))
    } else {
        None
    }
}

/// Leaves out lines in front of the first block that are empty or begin with `#`.
fn without_comments(mut text: &str) -> &str {
    while text.starts_with('#') {
        text = text.split_once('\n').map_or("", |(_, rest)| rest).trim_start();
    }
    text
}

/// One or more PEM blocks, RFC 7468; line breaks may be lost. `text` starts behind the first `BEGIN`.
///
/// Several blocks must all hold the same key. A private key among them is refused with all the rest.
fn pem(text: &str, reader: Reader) -> Result<Found, Failure> {
    let mut found: Option<Found> = None;
    let mut failure = None;
    let mut several = false;
    for block in text.split(BEGIN) {
        match pem_block(block, reader) {
            Ok(None) => {}
            Ok(Some(key)) => {
                several |= found.as_ref().is_some_and(|other| other.key != key.key);
                found = Some(key);
            }
            Err(found) if found.problem == KeyProblem::PrivateKey => return Err(found),
            Err(found) => failure = failure.or(Some(found)),
        }
    }
    match (found, failure) {
        (_, Some(failure)) => Err(failure),
        (Some(_), None) if several => Err(Failure::bad_key(KeyProblem::AmbiguousEncoding)),
        (Some(found), None) => Ok(found.inside(Layer::Pem)),
        (None, None) => Err(Failure::no_key(KeyProblem::NotAKey)),
    }
}

/// One block, starting behind its `BEGIN`. `None` for parameters, which are no key.
fn pem_block(block: &str, reader: Reader) -> Result<Option<Found>, Failure> {
    let not_decodable = || Failure::no_key(KeyProblem::NotDecodable);
    let (label, rest) = block.split_once(DASHES).ok_or_else(not_decodable)?;
    if label.ends_with("PRIVATE KEY") {
        return Err(Failure::bad_key(KeyProblem::PrivateKey));
    }
    let (body, tail) = rest.split_once(END).ok_or_else(not_decodable)?;
    let behind = tail.strip_prefix(label).and_then(|tail| tail.strip_prefix(DASHES)).ok_or_else(not_decodable)?;
    if behind.lines().any(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#')) {
        return Err(not_decodable());
    }
    match label {
        "PUBLIC KEY" | "CERTIFICATE" | "RSA PUBLIC KEY" | "EC PUBLIC KEY" => {
            let bytes = base64(body).ok_or_else(not_decodable)?;
            reader.binary(&bytes).map(Some)
        }
        "EC PARAMETERS" => Ok(None),
        _ => Err(Failure::no_key(KeyProblem::NotAKey)),
    }
}

/// The envelope of the Open Charge Alliance's application note on signed meter values:
/// `oca:<encoding>:<structure>:<key>`, seen without the structure, too. `rest` starts behind `oca:`.
fn oca(rest: &str, reader: Reader) -> Result<Found, Failure> {
    let Some((encoding, rest)) = rest.split_once(':') else {
        return Err(Failure::no_key(KeyProblem::NotDecodable));
    };
    let is_hex = |text: &str| text.bytes().all(|byte| byte.is_ascii_hexdigit());
    // Hex may have colons of its own between the digits.
    let key = match rest.split_once(':') {
        Some((structure, key)) if !is_hex(structure.trim()) => key,
        _ => rest,
    };
    let named = [Layer::Hex, Layer::Base32, Layer::Base64].into_iter().find(|layer| layer.is_called(encoding));
    match named {
        Some(layer) => reader.encoded(key, None, &[layer]),
        None => reader.encoded(key, None, &[Layer::Hex, Layer::Base32, Layer::Base64]),
    }
}

/// `{"UK": "<hex>"}` of KEBA stations, or the key JSON of the Chargy transparency software.
fn json(text: &str, reader: Reader) -> Result<Found, Failure> {
    let members = members(text).ok_or(Failure::no_key(KeyProblem::NotAKey))?;
    let get = |name: &str| members.iter().find(|(key, _)| key == name).map(|(_, value)| value);
    let text = |name: &str| get(name).and_then(Value::as_str);
    if let Some(key) = text("UK") {
        return reader.encoded(key, Some("hex"), &[Layer::Hex, Layer::Base64]).map(|found| found.inside(Layer::KebaJson));
    }
    // What else has a context of this kind is a record, not a key.
    if !text("@context").is_some_and(|context| context.contains("publicKey")) {
        return Err(Failure::no_key(KeyProblem::NotAKey));
    }
    let hint = get("algorithm").and_then(curve_of).map(KeyKind::Ec).or(reader.hint);
    let reader = Reader { hint, ..reader };
    let encodings = [Layer::Hex, Layer::Base32, Layer::Base64];
    let found = match (text("value"), text("x"), text("y")) {
        (Some(value), ..) => reader.encoded(value, text("encoding"), &encodings),
        (None, Some(x), Some(y)) => reader.encoded(&format!("{x}{y}"), None, &[Layer::Hex]),
        _ => Err(Failure::no_key(KeyProblem::NotAKey)),
    };
    found.map(|found| found.inside(Layer::ChargyJson))
}

/// The curve of Chargy's `algorithm`: its name, its identifier, or an object of both.
fn curve_of(algorithm: &Value) -> Option<eichrecht_model::Curve> {
    match algorithm {
        Value::String(name) => oid::curve_by_name(name),
        Value::Object(both) => ["oid", "name"].iter().find_map(|key| both.get(*key)?.as_str().and_then(oid::curve_by_name)),
        _ => None,
    }
}

/// The members of a JSON object. `None` when it is none, or when a name stands twice: which one counts would be
/// anybody's guess.
fn members(text: &str) -> Option<Vec<(String, Value)>> {
    struct Members;

    impl<'de> Visitor<'de> for Members {
        type Value = Vec<(String, Value)>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut members: Vec<(String, Value)> = Vec::new();
            while let Some(key) = map.next_key::<String>()? {
                if members.iter().any(|(known, _)| *known == key) {
                    return Err(A::Error::custom("a member stands twice"));
                }
                let value = map.next_value()?;
                members.push((key, value));
            }
            Ok(members)
        }
    }

    let mut json = serde_json::Deserializer::from_str(text);
    let members = json.deserialize_map(Members).ok()?;
    json.end().ok()?;
    Some(members)
}

fn strip_prefix_ignoring_case<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (start, rest) = text.split_at_checked(prefix.len())?;
    if start.eq_ignore_ascii_case(prefix) { Some(rest) } else { None }
}
