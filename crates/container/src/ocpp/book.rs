//! Takes the messages one by one: keeps book of the sessions and hands the signed values on.

use eichrecht_json::{JsonLimits, Node, Object, Value};
use eichrecht_model::{
    ClaimId, ClaimedPermission, ClaimedTime, Declared, Detection, Energy, KeyText, LimitName, Location, Numbering, ReadErrorKind, Record,
    Unit,
};

use super::action::{Action, Half};
use super::find::Listener;
use super::message::Message;
use super::samples::{MeterValue, Sample, Signed, data, inner_object, meter_values, sample};
use super::sessions::{Sessions, Start, add_user, given};
use super::{course, settings};
use crate::content::Content;
use crate::encodings::{ALPHABETS, decode};
use crate::job::Job;
use crate::json::names::{at, member, number, plain, text, word};
use crate::notes::Notes;
use crate::scan::detect;
use crate::search::search;
use crate::signed_text::{HandedOver, Names, SignedText};

const NAMES: Names = Names { data: "signedMeterData", format: "encodingMethod", encoding: "signedMeterData" };
/// Reasons of an end that mean a restart of the station.
const RESTARTS: [&str; 5] = ["hardreset", "softreset", "reboot", "powerloss", "immediatereset"];
/// Broken messages that are told one by one: one of them is enough to leave the input unchecked.
const BROKEN: usize = 1000;
/// Texts elsewhere in a message that may be records: no record is shorter.
const SHORTEST: usize = 32;

pub(super) struct Book<'b, 't, 'j> {
    pub(super) content: &'b Content<'t>,
    pub(super) job: &'b mut Job<'j>,
    pub(super) sessions: Sessions,
    messages: usize,
    broken: usize,
    full: bool,
}

/// Where a value came from.
#[derive(Clone, Copy)]
struct Origin<'o> {
    session: Option<usize>,
    context: Option<&'o str>,
    /// Offset in the content from which places are counted; `None` when the message does not stand there as it is.
    base: Option<usize>,
    at: Option<u64>,
}

impl<'b, 't, 'j> Book<'b, 't, 'j> {
    pub(super) fn new(content: &'b Content<'t>, job: &'b mut Job<'j>) -> Self {
        Self { content, job, sessions: Sessions::default(), messages: 0, broken: 0, full: false }
    }

    fn start(&mut self, message: &Message<'_, '_>, station: &str, location: &Location) {
        let payload = message.payload;
        let state = number(payload, "meterstart").map(|value| Energy { value, unit: Unit::WattHour });
        let start = Start {
            exchange: message.id,
            connector: word(payload, "connectorid"),
            user: word(payload, "idtag"),
            time: text(payload, "timestamp"),
            state,
        };
        let at = self.sessions.start(station, start, location);
        // A dump of a data base writes the number beside what was asked for.
        if let Some(number) = given(word(payload, "transactionid")) {
            self.sessions.number(at, number);
        }
    }

    fn stop(&mut self, message: &Message<'_, '_>, station: &str, location: &Location) {
        let payload = message.payload;
        let at = self.session_of(payload, station, location).or_else(|| self.sessions.unnumbered(station));
        let at = at.unwrap_or_else(|| self.sessions.of_number(station, "", location));
        if let Some(session) = self.sessions.get_mut(at) {
            session.ended = true;
            let claim = &mut session.claim;
            let state = number(payload, "meterstop").map(|value| Energy { value, unit: Unit::WattHour });
            claim.end_state = claim.end_state.take().or(state);
            claim.end = claim.end.take().or_else(|| text(payload, "timestamp").map(ClaimedTime::new));
            claim.end_reason = claim.end_reason.take().or_else(|| word(payload, "reason").map(str::to_owned));
            if !session.started {
                add_user(&mut session.claim, word(payload, "idtag"));
            }
        }
        self.restart_by_reason(at, word(payload, "reason"));
        self.values(message, Some(at), location);
    }

    /// The session a message of OCPP 1.5 or 1.6 names: by number, or else by what is open on the connector.
    fn session_of(&mut self, payload: &Object<'_>, station: &str, location: &Location) -> Option<usize> {
        if let Some(number) = given(word(payload, "transactionid")) {
            let known = self.sessions.known(station, number);
            if known.is_none()
                && let Some(open) = self.sessions.unnumbered(station)
            {
                self.sessions.number(open, number);
                return Some(open);
            }
            return Some(self.sessions.of_number(station, number, location));
        }
        self.sessions.on_connector(station, word(payload, "connectorid")?)
    }

    fn event(&mut self, message: &Message<'_, '_>, station: &str, location: &Location) {
        let payload = message.payload;
        let number = at(payload, &["transactioninfo", "transactionid"]);
        let Some(number) = number.and_then(Node::as_str) else { return };
        let at_session = self.sessions.of_number(station, number, location);
        let evse = member(payload, "evse").and_then(Node::as_object).and_then(|evse| word(evse, "id"));
        let token = member(payload, "idtoken").and_then(Node::as_object);
        let user = token.and_then(|token| word(token, "idtoken"));
        let kind = text(payload, "eventtype").unwrap_or_default();
        let time = text(payload, "timestamp").map(ClaimedTime::new);
        let known = self.sessions.get_mut(at_session).is_some_and(|session| session.claim.allowed.is_some());
        let allowed = user.filter(|_| !known).map(|user| {
            let remote = text(payload, "triggerreason") == Some("RemoteStart");
            let local = token.and_then(|token| text(token, "type")).is_some_and(|kind| matches!(kind, "Local" | "NoAuthorization"));
            match self.sessions.permission(station, user) {
                _ if remote => ClaimedPermission::Remote,
                _ if local => ClaimedPermission::Local,
                found => found,
            }
        });
        let reason = at(payload, &["transactioninfo", "stoppedreason"]).and_then(Node::as_str).or_else(|| text(payload, "stoppedreason"));
        if let Some(session) = self.sessions.get_mut(at_session) {
            session.numbers.extend(word(payload, "seqno").and_then(|digits| digits.parse::<u64>().ok()));
            session.times.extend(time.clone());
            session.sampled += 1;
            let claim = &mut session.claim;
            claim.connector = claim.connector.take().or_else(|| evse.map(str::to_owned));
            claim.allowed = claim.allowed.or(allowed);
            match kind {
                "Started" => {
                    session.started = true;
                    claim.begin = claim.begin.take().or(time);
                }
                "Ended" => {
                    session.ended = true;
                    claim.end = claim.end.take().or(time);
                    claim.end_reason = claim.end_reason.take().or_else(|| reason.map(str::to_owned));
                }
                _ => {}
            }
            if kind != "Ended" || claim.users.is_empty() {
                add_user(claim, user);
            }
        }
        if let Some(evse) = evse.filter(|_| kind == "Started") {
            self.sessions.opened(at_session, station, evse);
        }
        self.restart_by_reason(at_session, reason);
        self.values(message, Some(at_session), location);
    }

    fn restart_by_reason(&mut self, at: usize, reason: Option<&str>) {
        let Some(reason) = reason.filter(|reason| RESTARTS.contains(&plain(reason).as_str())) else { return };
        if let Some(session) = self.sessions.get_mut(at) {
            // The reason the station gives says more than the start that was seen.
            session.restarted = Some(reason.to_owned());
        }
    }

    /// The samples of a message.
    fn values(&mut self, message: &Message<'_, '_>, session: Option<usize>, location: &Location) {
        for group in meter_values(message.payload) {
            let mut raw = Vec::new();
            for (index, node) in group.samples.iter().enumerate() {
                let Some(found) = sample(node) else { continue };
                let origin = Origin { session, context: found.context, base: message.base, at: self.content.offset(message.at) };
                let location = location.inside(format!("{}.sampledValue[{}]", group.path, index + 1));
                if found.empty {
                    self.job.error(ReadErrorKind::ValuePayload, location.clone(), origin.at, "");
                }
                if let Some(signed) = &found.signed {
                    self.signed(signed, origin, &location);
                }
                raw.push(found);
            }
            self.raw(&group, &raw, message.action, session);
        }
    }

    /// Keeps what raw readings tell: when they came, and the states at begin and end where nothing else tells them.
    fn raw(&mut self, group: &MeterValue<'_, '_>, samples: &[Sample<'_, '_>], action: Option<Action>, session: Option<usize>) {
        let Some(session) = session.and_then(|at| self.sessions.get_mut(at)) else { return };
        session.times.extend(group.time.map(ClaimedTime::new));
        if action == Some(Action::MeterValues) {
            session.sampled += 1;
        }
        // A reading that stands apart from the signed value has its own unit; beside it the unit is often left out.
        let mut apart: Vec<&Sample<'_, '_>> = samples.iter().filter(|sample| sample.energy.is_some()).collect();
        apart.sort_by_key(|sample| sample.signed.is_some());
        for sample in apart {
            let claim = &mut session.claim;
            match sample.context {
                Some("Transaction.Begin") => claim.begin_state = claim.begin_state.take().or(sample.energy.clone()),
                Some("Transaction.End") => claim.end_state = claim.end_state.take().or(sample.energy.clone()),
                _ => {}
            }
        }
    }

    fn signed(&mut self, signed: &Signed<'_, '_>, origin: Origin<'_>, location: &Location) {
        match signed {
            Signed::Text(node) | Signed::Value(node) => self.hand_over(node, None, None, origin, location),
            Signed::Object(object) => self.object(object, origin, location),
            Signed::Inner(text) => match inner_object(text, self.json_limits()) {
                Some(object) => self.object(&object, Origin { base: None, ..origin }, location),
                None => self.text(text, None, None, None, origin, location),
            },
        }
    }

    /// The object of the Open Charge Alliance: the data, its format, and perhaps the key.
    fn object(&mut self, object: &Object<'_>, origin: Origin<'_>, location: &Location) {
        let Some(data) = data(object) else { return };
        let format = text(object, "encodingmethod").filter(|name| !name.trim().eq_ignore_ascii_case("other"));
        let key = text(object, "publickey").and_then(|text| self.key_text(text, location.inside("publicKey")));
        self.hand_over(data, format, key, origin, location);
    }

    pub(super) fn key_text(&mut self, text: &str, location: Location) -> Option<KeyText> {
        if text.len() > self.job.limits.key_bytes {
            self.job.error(ReadErrorKind::Limit(LimitName::KeyBytes), location, None, "");
            return None;
        }
        Some(KeyText { bytes: text.trim().as_bytes().to_vec(), declared_encoding: None, location })
    }

    pub(super) fn json_limits(&self) -> JsonLimits {
        JsonLimits { depth: self.job.limits.json_depth, fields: self.job.limits.json_fields }
    }

    fn hand_over(&mut self, node: &Node<'_>, format: Option<&str>, key: Option<KeyText>, origin: Origin<'_>, location: &Location) {
        match &node.value {
            Value::String(text) => {
                // A text without escapes stands in the log as it is, behind its quote.
                let plain = node.span.len() == text.len() + 2;
                let base =
                    self.content.base.zip(origin.base.filter(|_| plain)).map(|(input, message)| input + message + node.span.start + 1);
                self.text(text, base, format, key, origin, location);
            }
            _ => {
                let range = origin.base.map(|base| base + node.span.start..base + node.span.end);
                let bytes = range.clone().and_then(|range| self.content.bytes.get(range)).unwrap_or_default().to_vec();
                let span = self.content.base.zip(range).map(|(input, range)| input + range.start..input + range.end);
                let declared = self.declared(format, origin);
                let taken = self.job.record(Record { bytes, location: location.clone(), span, declared, key, notes: Vec::new() });
                self.full |= !taken;
            }
        }
    }

    fn declared(&self, format: Option<&str>, origin: Origin<'_>) -> Declared {
        Declared {
            format: format.map(str::to_owned),
            context: origin.context.map(str::to_owned),
            // The place in the list stands for the number until all is read.
            claim: origin.session.map(ClaimId),
            ..Declared::default()
        }
    }

    fn text(
        &mut self,
        text: &str,
        base: Option<usize>,
        format: Option<&str>,
        key: Option<KeyText>,
        origin: Origin<'_>,
        location: &Location,
    ) {
        let declared = self.declared(format, origin);
        if let Some(document) = self.document_in(text) {
            let first = self.job.records();
            if self.job.open_inner(location.clone(), &document) {
                for record in self.job.records_from(first) {
                    record.declared.claim = declared.claim;
                    record.declared.context = record.declared.context.take().or_else(|| declared.context.clone());
                    record.key = record.key.take().or_else(|| key.clone());
                }
                return;
            }
        }
        let value = SignedText {
            text: text.as_bytes(),
            base,
            at: origin.at,
            location: location.clone(),
            declared,
            key,
            notes: Notes::default(),
            names: NAMES,
        };
        self.full |= value.hand_over(self.job) == HandedOver::Full;
    }

    /// A container in a value, plain or encoded: its records have to be taken by its own rules.
    fn document_in(&self, text: &str) -> Option<Vec<u8>> {
        let text = text.trim().as_bytes();
        let is_container = |bytes: &[u8]| {
            bytes.trim_ascii_start().starts_with(b"<") && !matches!(detect(self.job.formats, bytes), Some((_, Detection::Yes)))
        };
        if is_container(text) {
            return Some(text.to_vec());
        }
        ALPHABETS.iter().filter_map(|encoding| decode(*encoding, text)).find(|bytes| is_container(bytes))
    }

    /// Records in texts where none is expected: nothing signed may be lost.
    fn elsewhere(&mut self, message: &Message<'_, '_>, station: &str, location: &Location) {
        let session = given(word(message.payload, "transactionid")).and_then(|number| self.sessions.known(station, number));
        let origin = Origin { session, context: None, base: message.base, at: self.content.offset(message.at) };
        for member in &message.payload.members {
            if !["metervalue", "transactiondata", "values"].contains(&plain(&member.key).as_str()) {
                self.loose(&member.value, origin, &location.inside(member.key.as_ref()), 0);
            }
        }
    }

    fn loose(&mut self, node: &Node<'_>, origin: Origin<'_>, location: &Location, depth: usize) {
        if depth > 8 || self.full {
            return;
        }
        match &node.value {
            Value::String(text)
                if text.len() >= SHORTEST && !search(self.job.formats, self.job.limits, text.as_bytes()).hits.is_empty() =>
            {
                self.hand_over(node, None, None, origin, location);
            }
            Value::Array(elements) => elements.iter().for_each(|element| self.loose(element, origin, location, depth + 1)),
            Value::Object(object) => {
                object
                    .members
                    .iter()
                    .for_each(|member| self.loose(&member.value, origin, &location.inside(member.key.as_ref()), depth + 1));
            }
            _ => {}
        }
    }
}

impl Listener for Book<'_, '_, '_> {
    fn message(&mut self, message: &Message<'_, '_>) -> bool {
        self.messages += 1;
        let location = self.content.location.inside(format!("message[{}]", self.messages));
        let station = message.station.unwrap_or_default().trim();
        let payload = message.payload;
        let mut expected = false;
        match (message.action, message.half) {
            (Some(Action::StartTransaction), Half::Answer) | (None, Half::Answer) if member(payload, "transactionid").is_some() => {
                if let (Some(exchange), Some(number)) = (message.id, word(payload, "transactionid")) {
                    self.sessions.answer(station, exchange, number);
                }
            }
            (Some(Action::StartTransaction), _) => self.start(message, station, &location),
            (Some(Action::StopTransaction), Half::Request | Half::Unknown) => self.stop(message, station, &location),
            (Some(Action::MeterValues), Half::Request | Half::Unknown) => {
                let session = self.session_of(payload, station, &location);
                self.values(message, session, &location);
            }
            (Some(Action::TransactionEvent), Half::Request | Half::Unknown) => self.event(message, station, &location),
            _ => expected = self.about_the_station(message, station, &location),
        }
        if !expected {
            self.elsewhere(message, station, &location);
        }
        if self.sessions.list.len() > self.job.limits.claims {
            self.limit(LimitName::Claims, message.at);
            self.full = true;
        }
        !self.full
    }

    fn broken(&mut self, at: usize, action: &str) {
        self.broken += 1;
        if self.broken > BROKEN {
            return;
        }
        let location = self.content.location.clone();
        self.job.error(ReadErrorKind::MessageUnreadable, location, self.content.offset(at), action);
    }

    fn limit(&mut self, limit: LimitName, at: usize) {
        self.job.error(ReadErrorKind::Limit(limit), self.content.location.clone(), self.content.offset(at), "");
    }
}

impl Book<'_, '_, '_> {
    /// Messages that tell of the station rather than of a session. Whether all in it is dealt with.
    fn about_the_station(&mut self, message: &Message<'_, '_>, station: &str, location: &Location) -> bool {
        let payload = message.payload;
        match message.action {
            Some(Action::Authorize) if message.half != Half::Answer => {
                let token = member(payload, "idtoken").and_then(Node::as_object).and_then(|token| word(token, "idtoken"));
                if let Some(user) = word(payload, "idtag").or(token) {
                    self.sessions.station(station).presented.insert(user.to_owned());
                }
            }
            Some(Action::RemoteStart) if message.half != Half::Answer => {
                let token = member(payload, "idtoken").and_then(Node::as_object).and_then(|token| word(token, "idtoken"));
                if let Some(user) = word(payload, "idtag").or(token) {
                    self.sessions.station(station).remote.insert(user.to_owned());
                }
            }
            Some(Action::BootNotification) if message.half != Half::Answer => {
                if let Some(serial) = text(payload, "meterserialnumber") {
                    self.sessions.station(station).meter = Some(serial.to_owned());
                }
                self.sessions.restarted(station, text(payload, "reason").unwrap_or_default());
            }
            _ => return settings::take(self, message, station, location),
        }
        true
    }

    /// Closes the book: claims get their numbers, records theirs, and keys that came once are laid beside all records
    /// they are for.
    pub(super) fn finish(mut self, first_record: usize) {
        let finished = self.sessions.finish();
        let mut with_records = vec![false; self.sessions.list.len()];
        let mut places: Vec<Option<usize>> = Vec::new();
        for record in self.job.records_from(first_record).iter() {
            let at = record.declared.claim.map(|claim| self.sessions.resolve(claim.0));
            if let Some(with) = at.and_then(|at| with_records.get_mut(at)) {
                *with = true;
            }
            places.push(at);
        }
        let mut numbers: Vec<Option<ClaimId>> = vec![None; self.sessions.list.len()];
        let mut keys: Vec<Option<KeyText>> = vec![None; self.sessions.list.len()];
        for (at, mut claim) in finished {
            let station = self.sessions.stations.get(claim.station.as_deref().unwrap_or_default());
            if let Some(station) = station.filter(|_| with_records.get(at) == Some(&false)) {
                claim.events.extend(course::settings(station));
            }
            if let (Some(key), Some(station), Some(connector)) = (keys.get_mut(at), station, &claim.connector) {
                *key = station.keys.get(connector).cloned();
            }
            // What has no number at all gets none that somebody might look for.
            claim.session = claim.session.take().filter(|session| !session.is_empty());
            let Some(id) = self.job.claim(claim) else { break };
            if let Some(number) = numbers.get_mut(at) {
                *number = Some(id);
            }
        }
        self.carry_keys(first_record, &places, &mut keys);
        for (record, at) in self.job.records_from(first_record).iter_mut().zip(places) {
            record.declared.claim = at.and_then(|at| *numbers.get(at)?);
            let session = at.and_then(|at| self.sessions.list.get(at));
            let number = session.and_then(|session| session.claim.session.clone()).filter(|number| !number.is_empty());
            if record.declared.transaction_id.is_none() && number.is_some() {
                record.declared.transaction_id = number;
                record.declared.numbering = Numbering::Transaction;
            }
        }
    }

    /// A key that came once in a session is there for all its records; before it goes one from the station's messages.
    fn carry_keys(&mut self, first_record: usize, places: &[Option<usize>], of_station: &mut [Option<KeyText>]) {
        let mut once: Vec<Option<KeyText>> = vec![None; of_station.len()];
        for (record, at) in self.job.records_from(first_record).iter().zip(places) {
            if let Some(slot) = at.and_then(|at| once.get_mut(at)) {
                *slot = slot.take().or_else(|| record.key.clone());
            }
        }
        for (record, at) in self.job.records_from(first_record).iter_mut().zip(places) {
            let Some(at) = *at else { continue };
            if record.key.is_none() {
                let known = |list: &[Option<KeyText>]| list.get(at).and_then(Clone::clone);
                record.key = known(&once).or_else(|| known(of_station));
            }
        }
    }
}
