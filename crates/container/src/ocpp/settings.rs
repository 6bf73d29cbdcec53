//! Settings and keys of a station: read by the back end, written by it, or sent by the station on its own.

use eichrecht_json::{Node, Object, parse};
use eichrecht_model::Location;

use super::action::{Action, Half};
use super::book::Book;
use super::message::Message;
use crate::json::names::{at, list, member, plain, text, word};

/// Most settings that are remembered of one station.
const SETTINGS: usize = 1000;

/// Takes what a message says about settings and keys. Whether that was all that is in it.
pub(super) fn take(book: &mut Book<'_, '_, '_>, message: &Message<'_, '_>, station: &str, location: &Location) -> bool {
    let payload = message.payload;
    match (message.action, message.half) {
        (Some(Action::GetConfiguration) | None, _) if member(payload, "configurationkey").is_some() => {
            for one in list(payload, "configurationkey").iter().filter_map(Node::as_object) {
                setting(book, station, text(one, "key"), word(one, "value"), None, location);
            }
            true
        }
        (Some(Action::ChangeConfiguration), Half::Request | Half::Unknown) => {
            setting(book, station, text(payload, "key"), word(payload, "value"), None, location);
            true
        }
        (Some(Action::DataTransfer), _) => {
            meters(book, payload, station, location);
            // Some stations send records this way.
            false
        }
        (Some(Action::GetVariables | Action::SetVariables | Action::NotifyReport) | None, _) => {
            let lists = ["getvariableresult", "setvariabledata", "reportdata"];
            for one in lists.into_iter().flat_map(|name| list(payload, name)).filter_map(Node::as_object) {
                let name = at(one, &["variable", "name"]).and_then(Node::as_str);
                let evse = at(one, &["component", "evse"]).and_then(Node::as_object).and_then(|evse| word(evse, "id"));
                let reported = || list(one, "variableattribute").first()?.as_object().and_then(|attribute| word(attribute, "value"));
                setting(book, station, name, word(one, "attributevalue").or_else(reported), evse, location);
            }
            false
        }
        _ => false,
    }
}

fn setting(book: &mut Book<'_, '_, '_>, station: &str, name: Option<&str>, value: Option<&str>, evse: Option<&str>, location: &Location) {
    let Some(name) = name.map(plain).filter(|name| name.len() <= 100) else { return };
    let value = value.unwrap_or_default();
    // `MeterPublicKey1` is the key of connector 1; from OCPP 2.0.1 on `PublicKey` stands with its EVSE.
    let connector = match name.strip_prefix("meterpublickey") {
        Some(number) => Some(number),
        None if name == "publickey" => Some(evse.unwrap_or("1")),
        None => None,
    };
    if let Some(connector) = connector {
        return key(book, station, connector, value, location.inside(name.as_str()));
    }
    let settings = &mut book.sessions.station(station).settings;
    if settings.len() < SETTINGS && value.len() <= 500 {
        settings.insert(name, value.to_owned());
    }
}

fn key(book: &mut Book<'_, '_, '_>, station: &str, connector: &str, value: &str, location: Location) {
    if value.trim().is_empty() {
        return;
    }
    if let Some(key) = book.key_text(value, location) {
        let known = book.sessions.station(station).keys.insert(connector.to_owned(), key.clone());
        if known.is_none_or(|known| known.bytes != key.bytes) {
            book.job.key(key);
        }
    }
}

/// `setMeterConfiguration`: a list of meters with serial numbers and keys, as a text or as an object.
fn meters(book: &mut Book<'_, '_, '_>, payload: &Object<'_>, station: &str, location: &Location) {
    let parsed;
    let data = match member(payload, "data") {
        Some(node) if node.as_object().is_some() => node.as_object(),
        Some(node) => {
            parsed = node.as_str().and_then(|text| parse(text, book.json_limits()).ok());
            parsed.as_ref().and_then(Node::as_object)
        }
        None => None,
    };
    let Some(data) = data else { return };
    for meter in list(data, "meters").iter().filter_map(Node::as_object) {
        let connector = word(meter, "connectorid").unwrap_or("1");
        if let Some(serial) = word(meter, "meterserial") {
            let meters = &mut book.sessions.station(station).meters;
            if meters.len() < SETTINGS {
                meters.insert(connector.to_owned(), serial.to_owned());
            }
        }
        if let Some(value) = word(meter, "publickey") {
            key(book, station, connector, value, location.inside("publicKey"));
        }
    }
}
