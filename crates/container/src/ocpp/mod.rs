//! Carrier: logs of messages between charging stations and their back end, OCPP 1.5, 1.6, 2.0.1 and 2.1.
//!
//! A log is no signed thing: it is told which sessions there were, and the signed values are dug out of where stations
//! put them. What the log says of a session becomes a claim ([`eichrecht_model::SessionClaim`]); a session without any
//! signed value is a claim as well, so that it is never passed over. Records that stand anywhere else in the text are
//! taken, too.

mod action;
mod book;
mod course;
mod find;
mod message;
mod prefix;
mod python;
mod samples;
mod sessions;
mod settings;
mod soap;

use eichrecht_model::{LimitName, ReadErrorKind};

use crate::bare_text::{self, Stray};
use crate::carrier::{Carrier, CarrierInfo};
use crate::content::Content;
use crate::job::Job;
use action::{Action, Half};
use message::Message;

pub(crate) struct OcppLog;

/// Text between messages that may hold a record: no record is shorter.
const SHORTEST_GAP: usize = 64;
/// Names without one of which nothing here can be such a log; compared without underscores and case.
const MARKS: [&str; 9] = [
    "metervalue",
    "meter_value",
    "meterstart",
    "meter_start",
    "meterstop",
    "meter_stop",
    "starttransaction",
    "stoptransaction",
    "transactionevent",
];

impl Carrier for OcppLog {
    fn info(&self) -> CarrierInfo {
        CarrierInfo {
            id: "ocpp",
            title: "Message log of OCPP 1.5, 1.6 (JSON, SOAP), 2.0.1, 2.1",
            recognised_by: "messages about charging sessions: frames, envelopes or payloads in any text or JSON",
        }
    }

    fn recognises(&self, content: &Content<'_>, job: &Job<'_>) -> bool {
        let Some(text) = content.text else { return false };
        if !marked(text) {
            return false;
        }
        let mut first = First { found: false };
        find::search(text, job.limits, &mut first);
        first.found
    }

    fn open(&self, content: &Content<'_>, job: &mut Job<'_>) {
        let Some(text) = content.text else { return };
        let mark = job.mark();
        let first_record = job.records();
        let limits = job.limits;
        let mut book = book::Book::new(content, job);
        let found = find::search(text, limits, &mut book);
        book.finish(first_record);
        // Between the messages a record may stand in an envelope that nobody knows.
        for gap in find::between(&found, text.len()).into_iter().filter(|gap| gap.len() >= SHORTEST_GAP) {
            let location = content.location.inside(format!("byte[{}]", gap.start));
            let piece = Content { bytes: content.bytes, text: content.text, location, base: content.base };
            let rest = text.get(gap.clone()).unwrap_or_default().as_bytes();
            bare_text::read(&piece, rest, gap.start, Stray::Expected, job);
        }
        if !job.anything_since(mark) {
            job.error(ReadErrorKind::NothingFound, content.location.clone(), None, "");
        }
    }
}

/// Whether one of the names stands in the text.
fn marked(text: &str) -> bool {
    let bytes = text.as_bytes();
    // Their first two letters are looked at before all of them: every text that is read comes by here.
    bytes.windows(2).enumerate().any(|(at, pair)| {
        matches!(pair, [b'm' | b'M', b'e' | b'E'] | [b's' | b'S', b't' | b'T'] | [b't' | b'T', b'r' | b'R'])
            && MARKS.iter().any(|mark| bytes.get(at..at + mark.len()).is_some_and(|piece| piece.eq_ignore_ascii_case(mark.as_bytes())))
    })
}

/// Ends the search with the first message about a session.
struct First {
    found: bool,
}

impl find::Listener for First {
    fn message(&mut self, message: &Message<'_, '_>) -> bool {
        let about_a_session = [Action::StartTransaction, Action::StopTransaction, Action::MeterValues, Action::TransactionEvent].map(Some);
        self.found = message.half != Half::Answer && about_a_session.contains(&message.action);
        !self.found
    }

    fn broken(&mut self, _: usize, _: &str) {}

    fn limit(&mut self, _: LimitName, _: usize) {}
}
