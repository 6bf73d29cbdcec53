//! Charge detail records of OCPI 2.1.1 to 2.3.0, the object with signed values alone, and the file behind a link in a
//! record. OCPI 2.1.1 has no place for signed data; platforms put the same object there, or send it apart.

use eichrecht_json::{Node, Object, Value};
use eichrecht_model::{ClaimId, Declared, Location};

use super::names::{member, plain, text, word};
use super::{Document, cdr};
use crate::notes::Notes;
use crate::signed_text::{HandedOver, Names};

const NAMES: Names = Names { data: "signed_data", format: "encoding_method", encoding: "signed_data" };
/// Objects and lists around a record at most: envelope, page, record, signed data.
const DEPTH: usize = 4;

/// A record, or an object with signed values, or both in one another.
pub(super) struct Found<'n, 't> {
    signed: Option<&'n Object<'t>>,
    /// The object that says which session it is: the charge detail record, or the file with the signed values.
    record: Option<&'n Object<'t>>,
    path: String,
}

/// Looks for records: in the object itself, in a list, in the envelope of a response.
pub(super) fn find<'n, 't>(root: &'n Node<'t>) -> Vec<Found<'n, 't>> {
    let mut found = Vec::new();
    look(root, String::new(), 0, &mut found);
    found
}

fn look<'n, 't>(node: &'n Node<'t>, path: String, depth: usize, found: &mut Vec<Found<'n, 't>>) {
    if depth > DEPTH {
        return;
    }
    match &node.value {
        Value::Array(elements) => {
            for (index, element) in elements.iter().enumerate() {
                look(element, format!("{path}[{}]", index + 1), depth + 1, found);
            }
        }
        Value::Object(object) => object_of(object, path, depth, found),
        _ => {}
    }
}

fn object_of<'n, 't>(object: &'n Object<'t>, path: String, depth: usize, found: &mut Vec<Found<'n, 't>>) {
    let below = |part: &str| if path.is_empty() { part.to_owned() } else { format!("{path}.{part}") };
    if holds_values(object) || is_value(object) {
        let record = ["sessionid", "evseid"].iter().any(|name| text(object, name).is_some()).then_some(object);
        return found.push(Found { signed: Some(object), record, path });
    }
    // Of a name that stands twice all are looked at: nothing may be passed over.
    let named = |name: &'static str| object.members.iter().filter(move |member| plain(&member.key) == name);
    let before = found.len();
    for inner in named("signeddata") {
        if let Some(signed) = inner.value.as_object().filter(|signed| holds_values(signed)) {
            found.push(Found { signed: Some(signed), record: Some(object), path: below(&inner.key) });
        }
    }
    if found.len() == before && cdr::is_record(object) {
        return found.push(Found { signed: None, record: Some(object), path });
    }
    for name in ["data", "cdr", "cdrs"] {
        for inner in named(name) {
            look(&inner.value, below(&inner.key), depth + 1, found);
        }
    }
}

/// Whether an object holds a list of signed values.
fn holds_values(object: &Object<'_>) -> bool {
    member(object, "signedvalues").and_then(Node::as_array).is_some()
}

/// Whether an object is a signed value that names its session itself.
fn is_value(object: &Object<'_>) -> bool {
    text(object, "nature").is_some() && text(object, "signeddata").is_some() && word(object, "sessionid").is_some()
}

pub(super) fn open(found: &[Found<'_, '_>], document: &mut Document<'_, '_, '_>) {
    // Signed values that name their session one by one belong to one claim.
    let mut told: Vec<(String, Option<ClaimId>)> = Vec::new();
    for one in found {
        let base = document.content.location.clone();
        let location = if one.path.is_empty() { base } else { base.inside(one.path.as_str()) };
        let claim = match (one.record, one.signed.filter(|signed| is_value(signed))) {
            (Some(record), Some(value)) => {
                let session = word(value, "sessionid").unwrap_or_default();
                match told.iter().find(|(known, _)| known == session) {
                    Some((_, claim)) => *claim,
                    None => {
                        let claim = document.job.claim(cdr::claim(record, location.clone()));
                        told.push((session.to_owned(), claim));
                        claim
                    }
                }
            }
            (Some(record), None) => document.job.claim(cdr::claim(record, location.clone())),
            (None, _) => None,
        };
        if one.record.is_some() && claim.is_none() {
            return;
        }
        if one.signed.is_some_and(|signed| signed_values(one, signed, claim, &location, document) == HandedOver::Full) {
            return;
        }
    }
}

fn signed_values(
    found: &Found<'_, '_>,
    signed: &Object<'_>,
    claim: Option<ClaimId>,
    location: &Location,
    document: &mut Document<'_, '_, '_>,
) -> HandedOver {
    document.duplicates(signed, location);
    if let Some(record) = found.record.filter(|record| !std::ptr::eq(*record, signed)) {
        document.duplicates(record, location);
    }
    let key_name = signed.members.iter().find(|member| plain(&member.key) == "publickey").map(|member| member.key.to_string());
    let key = key_name.and_then(|name| document.key_text(signed, &name, location));
    let declared = Declared {
        format: text(signed, "encodingmethod").map(str::to_owned),
        transaction_id: found.record.and_then(cdr::session).map(str::to_owned),
        numbering: found.record.map(cdr::numbering).unwrap_or_default(),
        charge_point: found.record.and_then(cdr::charge_point).map(str::to_owned),
        claim,
        ..Declared::default()
    };
    if is_value(signed) {
        let declared = Declared { context: text(signed, "nature").map(role), ..declared };
        let data = member(signed, "signeddata").map(|data| (data, location.clone()));
        return data.map_or(HandedOver::Taken, |(data, location)| document.value(data, location, declared, key, Notes::default(), NAMES));
    }
    let values = member(signed, "signedvalues").and_then(Node::as_array).unwrap_or_default();
    for (index, node) in values.iter().enumerate() {
        let location = location.inside(format!("signed_values[{}]", index + 1));
        let value = node.as_object();
        let mut notes = Notes::default();
        if let Some(value) = value {
            document.duplicates(value, &location);
            // What the sender decoded himself is shown as his word and never used.
            if let Some(claimed) = member(value, "plaindata").filter(|claimed| claimed.as_str().is_some_and(|text| !text.is_empty())) {
                notes.push(document.claim("plain_data", claimed));
            }
        }
        let declared = Declared { context: value.and_then(|value| text(value, "nature")).map(role), ..declared.clone() };
        // A value without signed data is handed on whole, so that it shows up as one that cannot be checked.
        let data = value.and_then(|value| member(value, "signeddata")).unwrap_or(node);
        if document.value(data, location, declared, key.clone(), notes, NAMES) == HandedOver::Full {
            return HandedOver::Full;
        }
    }
    HandedOver::Taken
}

fn role(nature: &str) -> String {
    match nature.trim().to_ascii_lowercase().as_str() {
        "start" => "Transaction.Begin".to_owned(),
        "end" => "Transaction.End".to_owned(),
        _ => nature.to_owned(),
    }
}
