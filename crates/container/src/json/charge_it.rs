//! The containers of chargeIT, old and new: a list of signed values of one session.

use eichrecht_json::{Node, Object};
use eichrecht_model::{Declared, Location, Numbering};

use super::{Document, has_context, text_of};
use crate::notes::Notes;
use crate::signed_text::{HandedOver, Names};

const NAMES: Names = Names { data: "payload", format: "format", encoding: "encoding" };

pub(super) fn open(container: &Object<'_>, document: &mut Document<'_, '_, '_>) {
    let location = document.content.location.clone();
    document.duplicates(container, &location);
    let values = container.get("signedMeterValues").and_then(Node::as_array).unwrap_or_default();
    for (index, node) in values.iter().enumerate() {
        let role = match index {
            0 => Some("Transaction.Begin"),
            _ if index + 1 == values.len() => Some("Transaction.End"),
            _ => None,
        };
        let value = node.as_object();
        let transaction = value.and_then(|value| text_of(value, "transactionId"));
        let declared = Declared {
            format: value.and_then(format),
            // A list of values is the only word there is on what begins a session and what ends it.
            context: role.map(str::to_owned),
            transaction_id: transaction.or_else(|| text_of(container, "@id")).map(str::to_owned),
            numbering: if transaction.is_some() { Numbering::Transaction } else { Numbering::Session },
            charge_point: charge_point(container).map(str::to_owned),
            ..Declared::default()
        };
        let location = location.inside(format!("signedMeterValues[{}]", index + 1));
        if one(node, location, declared, document) == HandedOver::Full {
            return;
        }
    }
    document.beside(container, &["@context", "@id", "signedMeterValues", "signatures"]);
}

fn one(node: &Node<'_>, location: Location, declared: Declared, document: &mut Document<'_, '_, '_>) -> HandedOver {
    // Records that are texts stand in a member of their own.
    match node.as_object().and_then(|value| Some((value, value.get("payload").filter(|payload| payload.as_str().is_some())?))) {
        Some((value, payload)) => {
            document.duplicates(value, &location);
            let key = document.key_text(value, "publicKey", &location);
            document.value(payload, location, declared, key, Notes::default(), NAMES)
        }
        None => document.value(node, location, declared, None, Notes::default(), NAMES),
    }
}

/// The format a value names. The encoding that stands beside it is that of parts of the text and never fits the whole.
fn format(value: &Object<'_>) -> Option<String> {
    let context = text_of(value, "@context").unwrap_or_default();
    if context.starts_with("ALFEN") {
        return Some("ALFEN".to_owned());
    }
    if has_context(value, "/contexts/bsm-ws36a-json-v0") || has_context(value, "/contexts/bsm-ws36a-json-v1") {
        return Some("BSM".to_owned());
    }
    text_of(value, "format").map(str::to_owned)
}

fn charge_point<'n>(container: &'n Object<'_>) -> Option<&'n str> {
    [["placeInfo", "evseId"], ["chargePointInfo", "evseId"]].into_iter().find_map(|way| container.at(&way)?.as_str())
}
