//! Chargy's own format, `.chargy`: sessions taken apart. What it says about results of earlier checks is not looked at.

use eichrecht_json::{Node, Object};
use eichrecht_model::{Declared, Numbering, Record};

use super::{Document, key, text_of};
use crate::encodings::{Encoding, decode};
use crate::notes::Notes;
use crate::search::search;
use crate::signed_text::{HandedOver, Names};

/// What the name of its context ends in.
pub(super) const CONTEXT: &str = "/contexts/CTR+json";
const NAMES: Names = Names { data: "original", format: "@context", encoding: "original" };
/// Objects and lists around one another in which keys of meters are looked for.
const DEPTH: usize = 12;

pub(super) fn open(container: &Object<'_>, document: &mut Document<'_, '_, '_>) {
    let location = document.content.location.clone();
    document.duplicates(container, &location);
    let sessions = container.get("chargingSessions").and_then(Node::as_array).unwrap_or_default();
    for (index, node) in sessions.iter().enumerate() {
        let location = location.inside(format!("chargingSessions[{}]", index + 1));
        let declared = Declared {
            format: node.as_object().and_then(recipe),
            transaction_id: node.as_object().and_then(|session| text_of(session, "@id")).map(str::to_owned),
            numbering: Numbering::Session,
            charge_point: node.as_object().and_then(|session| text_of(session, "EVSEId")).map(str::to_owned),
            ..Declared::default()
        };
        let handed = match node.as_object().and_then(|session| signed_apart(session, document)) {
            Some((bytes, signature)) => {
                let declared = Declared { detached_signature: Some(signature), ..declared };
                let location = location.inside("original");
                let taken = document.job.record(Record { bytes, location, span: None, declared, key: None, notes: Vec::new() });
                if taken { HandedOver::Taken } else { HandedOver::Full }
            }
            None => match node.as_object().and_then(|session| session.get("original")).filter(|original| original.as_str().is_some()) {
                Some(original) => document.value(original, location.inside("original"), declared, None, Notes::default(), NAMES),
                None => document.value(node, location, declared, None, Notes::default(), NAMES),
            },
        };
        if handed == HandedOver::Full {
            return;
        }
    }
    for member in container.members.iter().filter(|member| member.key != "chargingSessions") {
        keys(&member.value, &member.key, 0, document);
    }
    document.beside(container, &["@context", "@id", "chargingSessions", "publicKeys"]);
}

/// A text that is signed as a whole, with its signature beside it. One in which records are found by themselves is none.
fn signed_apart(session: &Object<'_>, document: &Document<'_, '_, '_>) -> Option<(Vec<u8>, Vec<u8>)> {
    let bytes = decode(Encoding::Base64, text_of(session, "original")?.as_bytes())?;
    let signature = decode(Encoding::Hex, text_of(session, "signature")?.as_bytes())?;
    let holds_records = !search(document.job.formats, document.job.limits, &bytes).hits.is_empty();
    let is_record = crate::scan::detect(document.job.formats, &bytes).is_some();
    (is_record || !holds_records).then_some((bytes, signature))
}

/// The recipe that the context of a session names: `EMHCrypt01` of `…/EMHCrypt01+json`.
fn recipe(session: &Object<'_>) -> Option<String> {
    let name = text_of(session, "@context")?.rsplit('/').next()?;
    Some(name.strip_suffix("+json").unwrap_or(name).to_owned())
}

/// Keys of meters, wherever among stations, pools and operators they stand.
fn keys(node: &Node<'_>, path: &str, depth: usize, document: &mut Document<'_, '_, '_>) {
    if depth > DEPTH {
        return;
    }
    if let Some(object) = node.as_object() {
        if key::is_key(object) {
            return key::take(object, document.content.location.inside(path), document);
        }
        object.members.iter().for_each(|member| keys(&member.value, &format!("{path}.{}", member.key), depth + 1, document));
    }
    for (index, element) in node.as_array().unwrap_or_default().iter().enumerate() {
        keys(element, &format!("{path}[{}]", index + 1), depth + 1, document);
    }
}
