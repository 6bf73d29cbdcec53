//! Finding messages in whatever a log is: frames line by line, pretty-printed, in JSON strings, in columns, as Python
//! prints them, in SOAP envelopes, payloads without frames.
//!
//! Balanced pieces of JSON are looked for in the text; what they are is decided by their shape. All looking together may
//! cost no more than a few passes over the text.

use std::borrow::Cow;
use std::ops::Range;

use eichrecht_json::{JsonLimits, Node, Object, Value, parse};
use eichrecht_model::{LimitName, Limits};

use super::action::{Action, Half};
use super::message::{Frame, Message, Surroundings};
use super::{prefix, python, soap};
use crate::encodings::{resolve_entities, unescape_json};
use crate::json::names::{member, plain, word};

/// Texts in texts that are opened: a frame in a string in a string.
const NESTED: usize = 3;
/// Objects and lists around a message, below which none is looked for.
const DEPTH: usize = 24;
/// Members of one message may be as many as [`Limits::json_fields`]; a document holds many messages.
const MESSAGES_WORTH: usize = 50;
/// A line with an escaped message in it is looked at up to this length at once.
const SHORTEST: usize = 8;

/// Who is told of the messages.
pub(super) trait Listener {
    /// Takes a message. `false` ends the search.
    fn message(&mut self, message: &Message<'_, '_>) -> bool;

    /// A message that matters is there and cannot be read.
    fn broken(&mut self, at: usize, action: &str);

    /// A limit ended the search.
    fn limit(&mut self, limit: LimitName, at: usize);
}

/// Looks through a text. Gives the stretches of it that belong to messages, in order.
pub(super) fn search(text: &str, limits: &Limits, listener: &mut dyn Listener) -> Vec<Range<usize>> {
    let budget = text.len().saturating_mul(12).saturating_add(1 << 16);
    let mut search = Search { limits, listener, budget, messages: 0, over: false };
    if text.trim_start().starts_with(['[', '{']) {
        let fields = limits.json_fields.saturating_mul(MESSAGES_WORTH);
        if let Ok(root) = parse(text, JsonLimits { depth: limits.json_depth, fields }) {
            let found = search.walk(&root, Surroundings::default(), Place { at: 0, in_place: true, nested: 0 }, 0);
            return if found { std::iter::once(0..text.len()).collect() } else { Vec::new() };
        }
    }
    search.text(text, Surroundings::default(), Place { at: 0, in_place: true, nested: 0 })
}

/// Where the searched text stands.
#[derive(Clone, Copy)]
struct Place {
    /// Offset of its begin in the content, or of the text that it is decoded from.
    at: usize,
    /// Whether it stands in the content as it is.
    in_place: bool,
    nested: usize,
}

impl Place {
    fn plus(self, offset: usize) -> Self {
        if self.in_place { Self { at: self.at + offset, ..self } } else { self }
    }

    /// Offset from which places in a value that is parsed here are counted.
    fn base(self) -> Option<usize> {
        self.in_place.then_some(self.at)
    }

    fn decoded(self) -> Self {
        Self { in_place: false, nested: self.nested + 1, ..self }
    }
}

struct Search<'a> {
    limits: &'a Limits,
    listener: &'a mut dyn Listener,
    budget: usize,
    messages: usize,
    /// The search is over: a limit, or the listener has enough.
    over: bool,
}

impl Search<'_> {
    fn spend(&mut self, cost: usize, at: usize) -> bool {
        match self.budget.checked_sub(cost) {
            Some(left) => self.budget = left,
            None => self.stop(LimitName::MessageBytes, at),
        }
        !self.over
    }

    fn stop(&mut self, limit: LimitName, at: usize) {
        if !self.over {
            self.over = true;
            self.listener.limit(limit, at);
        }
    }

    /// Looks through a text that is no JSON as a whole.
    fn text(&mut self, text: &str, around: Surroundings<'_>, place: Place) -> Vec<Range<usize>> {
        let (envelopes, all) = if text.contains("Envelope") { soap::find(text, self.limits.message_bytes) } else { (Vec::new(), true) };
        if !all {
            self.listener.limit(LimitName::MessageBytes, place.at);
        }
        let mut found = Vec::new();
        let mut from = 0;
        for envelope in envelopes {
            self.stretch(text, from..envelope.start, around, place, &mut found);
            if self.envelope(text.get(envelope.clone()).unwrap_or_default(), around, place.plus(envelope.start)) {
                found.push(envelope.clone());
            }
            from = envelope.end;
        }
        self.stretch(text, from..text.len(), around, place, &mut found);
        found
    }

    fn envelope(&mut self, text: &str, around: Surroundings<'_>, place: Place) -> bool {
        if !self.spend(text.len(), place.at) {
            return false;
        }
        let Some(envelope) = soap::read(text) else {
            self.listener.broken(place.at, "Envelope");
            return true;
        };
        let Some((name, body)) = &envelope.body else { return true };
        let Some((action, half)) = Action::of_name(name) else { return false };
        let station = envelope.station.as_deref().or(around.station);
        self.tell(Message { half, id: None, action: Some(action), payload: body, station, at: place.at, base: None });
        true
    }

    /// Looks through a part of a text, value by value.
    fn stretch(&mut self, text: &str, part: Range<usize>, around: Surroundings<'_>, place: Place, found: &mut Vec<Range<usize>>) {
        let mut at = part.start;
        let mut behind_last = part.start;
        // The line that was decoded already: its other brackets are not tried again.
        let mut decoded_to = part.start;
        while let Some(start) = text.get(at..part.end).and_then(|rest| rest.find(['[', '{'])).map(|offset| at + offset) {
            if self.over {
                return;
            }
            at = start + 1;
            let lead = prefix::lead(text, behind_last, start);
            let rest = text.get(start..part.end).unwrap_or_default();
            let framed = prefix::begins_frame(rest);
            let (length, cost) = balanced(rest, self.limits.message_bytes, framed.is_some());
            if !self.spend(cost.saturating_add(lead.len()), place.plus(start).at) {
                return;
            }
            let lead = prefix::read(lead, around);
            let json = length.and_then(|length| {
                let piece = rest.get(..length)?;
                let limits = JsonLimits { depth: self.limits.json_depth, fields: self.limits.json_fields };
                parse(piece, limits).ok().map(|root| (root, length))
            });
            if let Some((root, length)) = json {
                if self.walk(&root, lead, place.plus(start), 0) {
                    found.push(start..start + length);
                    behind_last = start + length;
                }
                at = start + length;
                continue;
            }
            if start < decoded_to || !(rest.starts_with('{') || prefix::may_be_frame(rest)) {
                continue;
            }
            let line = prefix::line(rest, self.limits.message_bytes);
            let line_end = start + line.len();
            if self.decoded(line, lead, place.plus(start)) {
                found.push(start..line_end);
                (at, behind_last) = (line_end, line_end);
                continue;
            }
            decoded_to = line_end;
            // In what is decoded by trial a broken message is no news.
            if place.nested == 0
                && let Some(action) = framed.filter(|action| Action::of_name(action).is_some_and(|(action, _)| action.matters()))
            {
                self.listener.broken(place.plus(start).at, action);
            }
        }
    }

    /// Tries a line in other spellings. Whether a message was in it.
    fn decoded(&mut self, line: &str, around: Surroundings<'_>, place: Place) -> bool {
        if place.nested >= NESTED || line.len() < SHORTEST || line.len() > self.limits.message_bytes || !self.spend(line.len(), place.at) {
            return false;
        }
        let as_text = |bytes: Vec<u8>| String::from_utf8(bytes).ok();
        let spellings: [(&str, &dyn Fn() -> Option<String>); 4] = [
            // The strictest reader comes first: the others would alter quotes inside what it reads.
            ("'", &|| python::to_json(line, self.limits.message_bytes)),
            ("\\\"", &|| as_text(unescape_json(line.as_bytes()))),
            ("\"\"", &|| Some(line.replace("\"\"", "\""))),
            ("&", &|| as_text(resolve_entities(line.as_bytes()))),
        ];
        let decoded: Vec<String> =
            spellings.into_iter().filter(|(mark, _)| line.contains(mark)).filter_map(|(_, spelling)| spelling()).collect();
        decoded.iter().any(|text| text != line && !self.text(text, around, place.decoded()).is_empty())
    }

    /// Looks for messages in a value. Whether there was one.
    fn walk(&mut self, node: &Node<'_>, around: Surroundings<'_>, place: Place, depth: usize) -> bool {
        if depth > DEPTH || self.over {
            return false;
        }
        let at = place.plus(node.span.start).at;
        match &node.value {
            Value::Array(elements) => match Frame::of(elements) {
                Some(frame) => self.frame(&frame, around, at, place),
                None => elements.iter().fold(false, |found, element| self.walk(element, around, place, depth + 1) | found),
            },
            Value::Object(object) => self.object(object, around, place, at, depth),
            Value::String(text) => self.string(text, around, Place { at, ..place }, depth),
            _ => false,
        }
    }

    fn frame(&mut self, frame: &Frame<'_, '_>, around: Surroundings<'_>, at: usize, place: Place) -> bool {
        let (half, id, action, payload) = match frame {
            Frame::Call { id, action, payload } => (Half::Request, *id, *action, *payload),
            Frame::Answer { id, payload } => (Half::Answer, *id, None, *payload),
            Frame::Empty => return true,
        };
        self.tell(Message { half, id: Some(id), action, payload, station: around.station, at, base: place.base() });
        true
    }

    fn object(&mut self, object: &Object<'_>, around: Surroundings<'_>, place: Place, at: usize, depth: usize) -> bool {
        let around = columns(object, around);
        if let Some((payload, half)) = payload_of(object, &around) {
            let parsed;
            let payload = match &payload.value {
                Value::Object(payload) => Some((payload, place.base())),
                Value::String(text) => {
                    parsed = self.parse_text(text, at);
                    parsed.as_ref().and_then(Node::as_object).map(|payload| (payload, None))
                }
                _ => None,
            };
            if let (Some((payload, base)), Some((action, named_half))) = (payload, around.action) {
                let half = if half == Half::Unknown { named_half } else { half };
                self.tell(Message { half, id: around.id, action: Some(action), payload, station: around.station, at, base });
                return true;
            }
        }
        if let Some((action, half)) = Action::of_payload(object) {
            let half = around
                .action
                .filter(|(named, _)| *named == action)
                .map_or(half, |(_, named)| if named == Half::Unknown { half } else { named });
            self.tell(Message {
                half,
                id: around.id,
                action: Some(action),
                payload: object,
                station: around.station,
                at,
                base: place.base(),
            });
            return true;
        }
        object.members.iter().fold(false, |found, member| self.walk(&member.value, around, place, depth + 1) | found)
    }

    /// A text in a value may hold messages itself.
    fn string(&mut self, text: &str, around: Surroundings<'_>, place: Place, depth: usize) -> bool {
        let worth = text.len() >= SHORTEST && (text.contains(['[', '{']) || text.contains("Envelope"));
        if !worth || place.nested >= NESTED || !self.spend(text.len(), place.at) {
            return false;
        }
        let place = place.decoded();
        match self.parse_text(text, place.at) {
            Some(root) => self.walk(&root, around, place, depth + 1),
            None => !self.text(text, around, place).is_empty(),
        }
    }

    fn parse_text<'t>(&mut self, text: &'t str, at: usize) -> Option<Node<'t>> {
        if !text.trim_start().starts_with(['[', '{']) || !self.spend(text.len(), at) {
            return None;
        }
        parse(text, JsonLimits { depth: self.limits.json_depth, fields: self.limits.json_fields }).ok()
    }

    fn tell(&mut self, message: Message<'_, '_>) {
        if self.over {
            return;
        }
        if self.messages >= self.limits.messages {
            return self.stop(LimitName::Messages, message.at);
        }
        self.messages += 1;
        self.over = !self.listener.message(&message);
    }
}

/// Members that name the station, in plain form.
const STATION: [&str; 18] = [
    "chargeboxid",
    "chargeboxidentity",
    "chargepointid",
    "chargepointidentity",
    "chargepoint",
    "chargingstationid",
    "chargingstation",
    "chargerid",
    "charger",
    "stationid",
    "station",
    "cpid",
    "csid",
    "cp",
    "identity",
    "clientid",
    "ocppidentity",
    "stationname",
];
const ACTION: [&str; 8] = ["action", "messageaction", "ocppaction", "command", "operation", "method", "messagetype", "messagename"];
const PAYLOAD: [(&str, Half); 10] = [
    ("payload", Half::Unknown),
    ("request", Half::Request),
    ("req", Half::Request),
    ("response", Half::Answer),
    ("conf", Half::Answer),
    ("data", Half::Unknown),
    ("body", Half::Unknown),
    ("content", Half::Unknown),
    ("message", Half::Unknown),
    ("params", Half::Unknown),
];

/// What the columns of an object say about the message in it.
fn columns<'s>(object: &'s Object<'_>, around: Surroundings<'s>) -> Surroundings<'s> {
    let first = |names: &[&str]| names.iter().find_map(|name| word(object, name));
    let url = || {
        let inside = member(object, "request").and_then(Node::as_object).and_then(|request| word(request, "url"));
        prefix::station_of_url(inside.or_else(|| word(object, "url"))?)
    };
    Surroundings {
        station: first(&STATION).map(str::trim).or_else(url).or(around.station),
        action: ACTION.iter().filter_map(|name| word(object, name)).find_map(Action::of_name).or(around.action),
        id: first(&["messageid", "uniqueid", "correlationid"]).or(around.id),
    }
}

/// The payload in an object whose columns name the action.
fn payload_of<'n, 't>(object: &'n Object<'t>, around: &Surroundings<'_>) -> Option<(&'n Node<'t>, Half)> {
    around.action?;
    // The columns of this very object must name it: what stands further out belongs to others as well.
    let own = object.members.iter().any(|member| ACTION.contains(&plain(&member.key).as_str()));
    let holds = |node: &&Node<'_>| node.as_object().is_some() || node.as_str().is_some_and(|text| text.trim_start().starts_with('{'));
    PAYLOAD.iter().filter(|_| own).find_map(|(name, half)| Some((member(object, name).filter(holds)?, *half)))
}

/// Length of the balanced value at the begin of a text, and how many bytes were looked at. A line break in a text ends
/// the search, as JSON allows none there; in a frame, so does the begin of the next one.
fn balanced(text: &str, most: usize, frame: bool) -> (Option<usize>, usize) {
    let bytes = text.as_bytes();
    let mut depth = 0_usize;
    let mut quoted = false;
    let mut at = 0;
    while let Some(byte) = bytes.get(at).filter(|_| at < most) {
        match byte {
            b'\\' if quoted => at += 1,
            b'"' => quoted = !quoted,
            b'\n' if quoted => return (None, at),
            _ if quoted => {}
            b'[' if frame && at > 0 && text.get(at..).and_then(prefix::begins_frame).is_some() => return (None, at),
            b'[' | b'{' => depth += 1,
            b']' | b'}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return (Some(at + 1), at + 1);
                }
            }
            _ => {}
        }
        at += 1;
    }
    (None, at)
}

/// Stretches of a text that lie between others.
pub(super) fn between(found: &[Range<usize>], length: usize) -> Vec<Range<usize>> {
    let mut sorted: Vec<Cow<'_, Range<usize>>> = found.iter().map(Cow::Borrowed).collect();
    sorted.sort_by_key(|range| range.start);
    let mut gaps = Vec::new();
    let mut end = 0;
    for range in sorted {
        if range.start > end {
            gaps.push(end..range.start);
        }
        end = end.max(range.end);
    }
    if length > end {
        gaps.push(end..length);
    }
    gaps
}
