//! Messages in SOAP envelopes (OCPP 1.5 and 1.6-S), as the same tree that JSON gives.
//!
//! In 1.5 what is said about a value are attributes of `value`, in 1.6 elements beside it; both become members.

use std::borrow::Cow;
use std::ops::Range;

use eichrecht_json::{Member, Node, Object, Value};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// Elements around one another at most.
const DEPTH: usize = 32;
/// Differently named elements in one at most.
const MEMBERS: usize = 1000;

/// An envelope, read.
pub(super) struct Envelope {
    /// `chargeBoxIdentity` of the header.
    pub(super) station: Option<String>,
    /// Name of the element in the body, and what is in it.
    pub(super) body: Option<(String, Object<'static>)>,
}

/// Where envelopes stand in a text, none longer than `most`; `false` when looking for them cost too much.
pub(super) fn find(text: &str, most: usize) -> (Vec<Range<usize>>, bool) {
    let mut found = Vec::new();
    let mut budget = text.len().saturating_mul(4).saturating_add(1 << 16);
    let mut from = 0;
    while let Some(mark) = text.get(from..).and_then(|rest| rest.find(NAME)).map(|at| from + at) {
        from = mark + NAME.len();
        let Some(start) = tag_start(text, mark) else { continue };
        let prefix = text.get(start + 1..mark).unwrap_or_default();
        let close = format!("</{prefix}{NAME}>");
        let window = text.as_bytes().get(mark..mark.saturating_add(most).min(text.len())).unwrap_or_default();
        let end = window.windows(close.len()).position(|piece| piece == close.as_bytes());
        let Some(left) = budget.checked_sub(end.unwrap_or(window.len())) else { return (found, false) };
        budget = left;
        if let Some(end) = end.map(|at| mark + at + close.len()) {
            found.push(start..end);
            from = end;
        }
    }
    (found, true)
}

const NAME: &str = "Envelope";
/// Bytes of a prefix at most.
const PREFIX: usize = 32;

/// Where the tag begins whose name ends at `mark`; `None` when anything but a prefix stands between.
fn tag_start(text: &str, mark: usize) -> Option<usize> {
    let before = text.as_bytes().get(mark.saturating_sub(PREFIX + 1)..mark)?;
    let start = mark - before.len() + before.iter().rposition(|byte| *byte == b'<')?;
    let prefix = text.get(start + 1..mark)?;
    let letters = prefix.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b':' | b'-' | b'_'));
    (prefix.is_empty() || (prefix.ends_with(':') && letters)).then_some(start)
}

/// Reads an envelope. `None` when it is not well-formed, has a document type, or is too deep.
pub(super) fn read(text: &str) -> Option<Envelope> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut open: Vec<Element> = Vec::new();
    let root = loop {
        match reader.read_event().ok()? {
            Event::Start(start) => {
                if open.len() >= DEPTH {
                    return None;
                }
                open.push(Element::new(&start)?);
            }
            Event::End(_) => {
                let done = open.pop()?;
                match open.last_mut() {
                    Some(around) if around.members.len() < MEMBERS => around.take(done),
                    Some(_) => return None,
                    None => break done,
                }
            }
            Event::Text(text) => open.last_mut()?.text.push_str(&text.xml10_content()),
            Event::CData(data) => open.last_mut()?.text.push_str(&data.xml10_content()),
            Event::GeneralRef(reference) => {
                let character = match reference.resolve_char_ref().ok()? {
                    Some(character) => character,
                    None => named(reference.as_ref())?,
                };
                open.last_mut()?.text.push(character);
            }
            Event::Comment(_) | Event::PI(_) | Event::Decl(_) => {}
            Event::DocType(_) | Event::Eof | Event::Empty(_) => return None,
        }
    };
    let root = root.object();
    let part = |name: &str| root.members.iter().find(|member| member.key == name).and_then(|member| member.value.as_object());
    let identity = |header: &Object<'static>| {
        let found = header.members.iter().find(|member| member.key == "chargeBoxIdentity")?;
        let text = found.value.as_str().or_else(|| found.value.as_object()?.get(TEXT)?.as_str())?;
        Some(text.trim().to_owned())
    };
    let body = part("Body")
        .and_then(|body| body.members.first())
        .and_then(|first| Some((first.key.to_string(), first.value.as_object()?.clone())));
    Some(Envelope { station: part("Header").and_then(identity), body })
}

/// Member that holds the text of an element which has attributes.
pub(super) const TEXT: &str = "value";

fn named(name: &str) -> Option<char> {
    Some(match name {
        "lt" => '<',
        "gt" => '>',
        "amp" => '&',
        "quot" => '"',
        "apos" => '\'',
        _ => return None,
    })
}

/// An element that is being read.
struct Element {
    name: String,
    text: String,
    members: Vec<Member<'static>>,
    /// Members that came as elements, not as attributes.
    inner: bool,
}

fn node(value: Value<'static>) -> Node<'static> {
    Node { span: 0..0, value }
}

fn text_node(text: &str) -> Node<'static> {
    node(Value::String(Cow::Owned(text.trim().to_owned())))
}

impl Element {
    fn new(start: &BytesStart<'_>) -> Option<Self> {
        let mut members = Vec::new();
        for attribute in start.attributes().take(64) {
            let attribute = attribute.ok()?;
            let name = local(attribute.key.as_ref());
            // What prefixes mean, and how headers are to be treated, says nothing about the content.
            if attribute.key.as_ref().contains(':') || name == "xmlns" {
                continue;
            }
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned();
            members.push(Member { key: Cow::Owned(name.to_owned()), value: node(Value::String(Cow::Owned(value))) });
        }
        Some(Self { name: local(start.name().as_ref()).to_owned(), text: String::new(), members, inner: false })
    }

    /// Takes an element that has ended; of one name they become a list.
    fn take(&mut self, done: Self) {
        self.inner = true;
        let name = done.name.clone();
        let value = done.node();
        match self.members.iter_mut().find(|member| member.key == name) {
            Some(Member { value: Node { value: Value::Array(elements), .. }, .. }) => elements.push(value),
            Some(member) => {
                let first = std::mem::replace(&mut member.value, node(Value::Null));
                member.value = node(Value::Array(vec![first, value]));
            }
            None => self.members.push(Member { key: Cow::Owned(name), value }),
        }
    }

    /// A text where there is nothing but text; else an object.
    fn node(self) -> Node<'static> {
        if self.members.is_empty() && !self.text.trim().is_empty() { text_node(&self.text) } else { node(Value::Object(self.object())) }
    }

    fn object(mut self) -> Object<'static> {
        if !self.inner && !self.text.trim().is_empty() {
            self.members.push(Member { key: Cow::Borrowed(TEXT), value: text_node(&self.text) });
        }
        Object { members: self.members }
    }
}

/// A name without its prefix.
fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::names::{list, word};

    const ENVELOPE: &str = "<?xml version=\"1.0\"?><s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\">\
        <s:Header><chargeBoxIdentity s:mustUnderstand=\"true\"> CP-7 </chargeBoxIdentity></s:Header><s:Body>\
        <stopTransactionRequest xmlns=\"urn://Ocpp/Cs/2012/06/\"><transactionId>17</transactionId>\
        <values><timestamp>2026-03-29T01:58:00Z</timestamp><value context=\"Transaction.End\" format=\"SignedData\">a&lt;b</value>\
        <value unit=\"Wh\">7</value></values></stopTransactionRequest></s:Body></s:Envelope>";

    #[test]
    fn attributes_and_elements_become_members() {
        let log = format!("received {ENVELOPE} and <Envelope> and {ENVELOPE}");
        let found = find(&log, 9999).0;
        assert_eq!(found.len(), 2);
        let envelope = read(log.get(found[0].clone()).unwrap()).unwrap();
        assert_eq!(envelope.station.as_deref(), Some("CP-7"));
        let (name, body) = envelope.body.unwrap();
        assert_eq!((name.as_str(), word(&body, "transactionid")), ("stopTransactionRequest", Some("17")));
        let values = list(list(&body, "values")[0].as_object().unwrap(), "value");
        let first = values[0].as_object().unwrap();
        assert_eq!((word(first, "context"), word(first, "value")), (Some("Transaction.End"), Some("a<b")));
        assert_eq!(word(values[1].as_object().unwrap(), "unit"), Some("Wh"));
    }

    #[test]
    fn broken_and_deep_ones_are_refused() {
        assert!(read("<Envelope><a></Envelope>").is_none());
        assert!(read("<!DOCTYPE x><Envelope/>").is_none());
        assert!(read(&format!("<Envelope>{}</Envelope>", "<a>".repeat(1000))).is_none());
        assert!(find(&"<Envelope>".repeat(1000), 999).0.is_empty());
        assert!(!find(&"<Envelope>".repeat(100_000), 1 << 20).1);
    }
}
