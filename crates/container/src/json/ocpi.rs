//! Charge detail records of OCPI 2.2.1 and 2.3.0, and the object with signed values alone. OCPI 2.1.1 has no place for
//! signed data; platforms put the same object there.

use eichrecht_json::{Node, Object, Value};
use eichrecht_model::Declared;

use super::Document;
use crate::notes::Notes;
use crate::signed_text::{HandedOver, Names};

const NAMES: Names = Names { data: "signed_data", format: "encoding_method", encoding: "signed_data" };
/// Objects and lists around the signed values at most: envelope, page, record, signed data.
const DEPTH: usize = 4;
/// Amounts and times of the record. They are what it bills, not what was measured.
const CLAIMED: [&str; 6] = ["totalenergy", "totaltime", "totalparkingtime", "totalcost", "startdatetime", "enddatetime"];

/// An object with signed values.
pub(super) struct Found<'n, 't> {
    signed: &'n Object<'t>,
    /// The charge detail record around it.
    record: Option<&'n Object<'t>>,
    path: String,
}

/// Names are compared without underscores and case: platforms write `signedData` as well.
fn plain(name: &str) -> String {
    name.chars().filter(|character| *character != '_').map(|character| character.to_ascii_lowercase()).collect()
}

/// The one member of that name.
fn member<'n, 't>(object: &'n Object<'t>, name: &str) -> Option<&'n Node<'t>> {
    let mut found = object.members.iter().filter(|member| plain(&member.key) == name);
    match (found.next(), found.next()) {
        (Some(one), None) => Some(&one.value),
        _ => None,
    }
}

fn text<'n>(object: &'n Object<'_>, name: &str) -> Option<&'n str> {
    member(object, name).and_then(Node::as_str)
}

/// Looks for signed values: in the object itself, in a record, in a list of them, in the envelope of a response.
pub(super) fn find<'n, 't>(root: &'n Node<'t>) -> Vec<Found<'n, 't>> {
    let mut found = Vec::new();
    look(root, None, String::new(), 0, &mut found);
    found
}

fn look<'n, 't>(node: &'n Node<'t>, record: Option<&'n Object<'t>>, path: String, depth: usize, found: &mut Vec<Found<'n, 't>>) {
    if depth > DEPTH {
        return;
    }
    let below = |part: &str| if path.is_empty() { part.to_owned() } else { format!("{path}.{part}") };
    match &node.value {
        Value::Array(elements) => {
            for (index, element) in elements.iter().enumerate() {
                look(element, None, format!("{path}[{}]", index + 1), depth + 1, found);
            }
        }
        Value::Object(object) => {
            if member(object, "signedvalues").and_then(Node::as_array).is_some() {
                found.push(Found { signed: object, record, path });
                return;
            }
            for name in ["data", "signeddata", "cdr", "cdrs"] {
                // Of a name that stands twice all are looked at: nothing may be passed over.
                for inner in object.members.iter().filter(|member| plain(&member.key) == name) {
                    let around = (name == "signeddata").then_some(object);
                    look(&inner.value, around, below(&inner.key), depth + 1, found);
                }
            }
        }
        _ => {}
    }
}

pub(super) fn open(found: &[Found<'_, '_>], document: &mut Document<'_, '_, '_>) {
    for one in found {
        if signed_values(one, document) == HandedOver::Full {
            return;
        }
    }
}

fn signed_values(found: &Found<'_, '_>, document: &mut Document<'_, '_, '_>) -> HandedOver {
    let base = document.content.location.clone();
    let location = if found.path.is_empty() { base } else { base.inside(found.path.as_str()) };
    document.duplicates(found.signed, &location);
    if let Some(record) = found.record {
        document.duplicates(record, &location);
        for member in record.members.iter().filter(|member| CLAIMED.contains(&plain(&member.key).as_str())) {
            document.job.note(document.claim(&member.key, &member.value));
        }
    }
    let key_name = found.signed.members.iter().find(|member| plain(&member.key) == "publickey").map(|member| member.key.to_string());
    let key = key_name.and_then(|name| document.key_text(found.signed, &name, &location));
    let values = member(found.signed, "signedvalues").and_then(Node::as_array).unwrap_or_default();
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
        let declared = Declared {
            format: text(found.signed, "encodingmethod").map(str::to_owned),
            context: value.and_then(|value| text(value, "nature")).map(role),
            transaction_id: found.record.and_then(|record| text(record, "id").or_else(|| text(record, "sessionid"))).map(str::to_owned),
            charge_point: found.record.and_then(|record| text(record, "evseid")).map(str::to_owned),
            ..Declared::default()
        };
        // A value without signed data is handed on whole, so that it shows up as one that cannot be checked.
        let signed = value.and_then(|value| member(value, "signeddata")).unwrap_or(node);
        if document.value(signed, location, declared, key.clone(), notes, NAMES) == HandedOver::Full {
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
