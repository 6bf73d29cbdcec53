//! The container of the PTB: two OCMF texts and the key.

use eichrecht_json::{Object, Value};
use eichrecht_model::{Declared, Note, NoteKind};

use super::{Document, text_of};
use crate::notes::{Notes, shorten};
use crate::signed_text::{HandedOver, Names};

const NAMES: Names = Names { data: "ocmf", format: "ocmf", encoding: "ocmf" };
const ROLES: [(&str, &str); 2] = [("ocmfBegin", "Transaction.Begin"), ("ocmfEnd", "Transaction.End")];
const USED: [&str; 5] = ["format", "formatVersion", "publicKey", "ocmfBegin", "ocmfEnd"];

pub(super) fn open(container: &Object<'_>, document: &mut Document<'_, '_, '_>) {
    let location = document.content.location.clone();
    document.duplicates(container, &location);
    let key = document.key_text(container, "publicKey", &location);
    for (member, role) in ROLES {
        let Some(node) = container.get(member).filter(|node| node.value != Value::Null) else { continue };
        let declared = Declared {
            format: Some("OCMF".to_owned()),
            context: Some(role.to_owned()),
            charge_point: text_of(container, "chargeboxIdentifier").map(str::to_owned),
            ..Declared::default()
        };
        if document.value(node, location.inside(member), declared, key.clone(), Notes::default(), NAMES) == HandedOver::Full {
            return;
        }
    }
    if let Some(version) = container.get("formatVersion").and_then(|node| node.as_str())
        && version != "1"
        && !version.starts_with("1.")
    {
        document.job.note(Note::new(NoteKind::UnexpectedPart, "formatVersion").found(shorten(version)));
    }
    document.beside(container, &USED);
}
