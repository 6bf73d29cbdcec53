//! Carrier: JSON documents that hold signed values beside unsigned ones.
//!
//! None of them signs anything itself. A document is recognised by its shape, signed texts in it are handed on as they
//! are, and values that are objects as the exact bytes they have in the file. What stands beside them is a claim. Other
//! JSON is no container: it is read as text, in which records may stand in any string.

mod cdr;
mod charge_it;
mod ctr;
mod key;
pub(crate) mod names;
mod ocpi;
mod ptb;

use eichrecht_json::{JsonLimits, Node, Object, Value, parse};
use eichrecht_model::{Declared, KeyText, Location, Note, NoteKind, ReadErrorKind, Record};

use crate::carrier::{Carrier, CarrierInfo};
use crate::content::Content;
use crate::job::Job;
use crate::notes::{Notes, shorten};
use crate::signed_text::{HandedOver, Names, SignedText};

/// Members of a record may be as many as [`eichrecht_model::Limits::json_fields`]; documents hold many records.
const RECORDS_WORTH: usize = 50;

pub(crate) struct JsonDocument;

impl Carrier for JsonDocument {
    fn info(&self) -> CarrierInfo {
        CarrierInfo {
            id: "json",
            title: "JSON containers: chargeIT, Chargy (CTR, keys), OCPI charge detail records, PTB",
            recognised_by: "JSON with the members of one of them",
        }
    }

    fn kinds(&self) -> Vec<CarrierInfo> {
        let kind = |id, title, recognised_by| CarrierInfo { id, title, recognised_by };
        vec![
            kind("chargy-key", "Key in JSON of Chargy", "JSON with the context `publicKey+json`, or a list of such"),
            kind("chargy", "Sessions in JSON of Chargy (CTR)", "JSON with the context `CTR+json` or the member `chargingSessions`"),
            kind("chargeit", "JSON container of chargeIT, old and new", "JSON with the list `signedMeterValues`"),
            kind("ptb", "JSON container of PTB", "JSON with `ocmfBegin` or `ocmfEnd`"),
            kind("ocpi", "OCPI charge detail record", "JSON with `signed_data`, or the like, in it"),
        ]
    }

    fn recognises(&self, content: &Content<'_>, job: &Job<'_>) -> bool {
        read(content, job).is_some_and(|root| Shape::of(&root).is_some())
    }

    fn open(&self, content: &Content<'_>, job: &mut Job<'_>) {
        let Some(root) = read(content, job) else { return };
        let mark = job.mark();
        let mut document = Document { content, job };
        match Shape::of(&root) {
            Some(Shape::ChargeIt(container)) => charge_it::open(container, &mut document),
            Some(Shape::Ctr(container)) => ctr::open(container, &mut document),
            Some(Shape::Ptb(container)) => ptb::open(container, &mut document),
            Some(Shape::Ocpi(found)) => ocpi::open(&found, &mut document),
            Some(Shape::Keys(found)) => found.iter().for_each(|object| key::take(object, content.location.clone(), &mut document)),
            None => {}
        }
        if !job.anything_since(mark) {
            job.error(ReadErrorKind::NothingFound, content.location.clone(), None, "");
        }
    }
}

fn read<'t>(content: &Content<'t>, job: &Job<'_>) -> Option<Node<'t>> {
    let text = content.text.filter(|text| text.trim_start().starts_with(['{', '[']))?;
    let fields = job.limits.json_fields.saturating_mul(RECORDS_WORTH);
    // JSON that is broken is searched as text.
    parse(text, JsonLimits { depth: job.limits.json_depth, fields }).ok()
}

/// The kinds of documents.
enum Shape<'n, 't> {
    ChargeIt(&'n Object<'t>),
    Ctr(&'n Object<'t>),
    Ptb(&'n Object<'t>),
    Ocpi(Vec<ocpi::Found<'n, 't>>),
    Keys(Vec<&'n Object<'t>>),
}

impl<'n, 't> Shape<'n, 't> {
    fn of(root: &'n Node<'t>) -> Option<Self> {
        if let Some(object) = root.as_object() {
            if key::is_key(object) {
                return Some(Self::Keys(vec![object]));
            }
            if has_context(object, ctr::CONTEXT) || has(object, "chargingSessions") {
                return Some(Self::Ctr(object));
            }
            if object.get("signedMeterValues").and_then(Node::as_array).is_some() {
                return Some(Self::ChargeIt(object));
            }
            if has(object, "ocmfBegin") || has(object, "ocmfEnd") {
                return Some(Self::Ptb(object));
            }
            let keys: Vec<_> =
                object.get("publicKeys").and_then(Node::as_array).unwrap_or_default().iter().filter_map(Node::as_object).collect();
            if !keys.is_empty() && keys.iter().all(|object| key::is_key(object)) {
                return Some(Self::Keys(keys));
            }
        }
        let found = ocpi::find(root);
        (!found.is_empty()).then_some(Self::Ocpi(found))
    }
}

fn has(object: &Object<'_>, key: &str) -> bool {
    object.members.iter().any(|member| member.key == key)
}

/// Whether `@context` is, or lists, a text that ends so.
fn has_context(object: &Object<'_>, ending: &str) -> bool {
    let fits = |node: &Node<'_>| node.as_str().is_some_and(|context| context.ends_with(ending));
    object.get("@context").is_some_and(|node| fits(node) || node.as_array().is_some_and(|contexts| contexts.iter().any(fits)))
}

/// A member that is a text.
fn text_of<'n>(object: &'n Object<'_>, key: &str) -> Option<&'n str> {
    object.get(key).and_then(Node::as_str)
}

/// The document that is being opened.
struct Document<'d, 't, 'j> {
    content: &'d Content<'t>,
    job: &'d mut Job<'j>,
}

impl Document<'_, '_, '_> {
    /// Hands on a value: the records in a text, and anything else as the bytes it has in the file.
    fn value(
        &mut self,
        node: &Node<'_>,
        location: Location,
        declared: Declared,
        key: Option<KeyText>,
        notes: Notes,
        names: Names,
    ) -> HandedOver {
        let at = self.content.offset(node.span.start);
        match &node.value {
            Value::String(text) => {
                // A text without escapes stands in the file as it is, behind its quote.
                let plain = node.span.len() == text.len() + 2;
                let base = self.content.base.filter(|_| plain).and_then(|base| base.checked_add(node.span.start + 1));
                SignedText { text: text.as_bytes(), base, at, location, declared, key, notes, names }.hand_over(self.job)
            }
            _ => {
                let bytes = self.content.bytes.get(node.span.clone()).unwrap_or_default().to_vec();
                let span = self.content.base.map(|base| node.span.start + base..node.span.end + base);
                let taken = self.job.record(Record { bytes, location, span, declared, key, notes: notes.finish() });
                if taken { HandedOver::Taken } else { HandedOver::Full }
            }
        }
    }

    /// Members that stand twice in an object that is read here: neither is used, and it is no small thing.
    fn duplicates(&mut self, object: &Object<'_>, location: &Location) {
        for key in object.duplicates() {
            self.job.error(ReadErrorKind::DuplicateElement, location.clone(), None, key);
        }
    }

    /// Tells that members are there that nobody signed.
    fn beside(&mut self, object: &Object<'_>, used: &[&str]) {
        for member in object.members.iter().filter(|member| !used.contains(&member.key.as_ref())) {
            self.job.note(self.claim(&member.key, &member.value));
        }
    }

    fn claim(&self, name: &str, node: &Node<'_>) -> Note {
        let raw = match &node.value {
            Value::String(text) => shorten(text),
            _ => shorten(self.content.text.and_then(|text| text.get(node.span.clone())).unwrap_or_default()),
        };
        Note::new(NoteKind::SenderData, shorten(name)).found(raw)
    }

    /// A key that stands as a text in a member.
    fn key_text(&mut self, object: &Object<'_>, member: &str, location: &Location) -> Option<KeyText> {
        let text = text_of(object, member).filter(|text| !text.trim().is_empty())?;
        let location = location.inside(member);
        if text.len() > self.job.limits.key_bytes {
            self.job.error(ReadErrorKind::Limit(eichrecht_model::LimitName::KeyBytes), location, None, "");
            return None;
        }
        Some(KeyText { bytes: text.as_bytes().to_vec(), declared_encoding: None, location })
    }
}
