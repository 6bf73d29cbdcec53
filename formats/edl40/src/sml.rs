//! Messages of SML: from a frame to the one list of readings in it.
//!
//! Basis: Smart Message Language, version 1.03: messages, GetList.Res, ListEntry, Time.

use eichrecht_model::{Limits, ParseError, ParseErrorKind};

use crate::crc::crc16;
use crate::tlv::{END_OF_MESSAGE, Node, Reader, Value};
use crate::transport;

/// Tag of GetList.Res.
const GET_LIST_RESPONSE: i128 = 0x0701;
/// Tags of PublicOpen.Res and PublicClose.Res, which hold nothing of interest.
const OPEN_RESPONSE: i128 = 0x0101;
const CLOSE_RESPONSE: i128 = 0x0201;

/// Register name of six bytes.
pub(crate) type Obis = [u8; 6];

/// The list of readings of a telegram, with everything copied out of it that a record can need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct List {
    pub(crate) client_id: Vec<u8>,
    pub(crate) server_id: Vec<u8>,
    pub(crate) name: Vec<u8>,
    /// When the meter was read; beside the signature.
    pub(crate) read_out: Option<Time>,
    pub(crate) entries: Vec<Entry>,
    pub(crate) signature: Vec<u8>,
}

/// One entry of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) obis: Vec<u8>,
    pub(crate) status: Option<u64>,
    pub(crate) time: Option<Time>,
    pub(crate) unit: Option<i128>,
    pub(crate) scaler: Option<i128>,
    pub(crate) value: EntryValue,
    pub(crate) signature: Vec<u8>,
}

/// What an entry tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum EntryValue {
    Number(i128),
    Octets(Vec<u8>),
    Time(Time),
    Other,
}

/// A time in one of its three forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Time {
    /// Seconds the meter has run.
    Index(u32),
    /// A number of seconds without offset.
    Timestamp(u32),
    /// Seconds in UTC and what the meter's clock is ahead of it, in minutes: zone and season.
    Local { utc: u32, zone: i16, season: i16 },
}

impl Time {
    /// Seconds on the meter's own clock, modulo 2^32; `None` for a seconds index.
    pub(crate) fn local_seconds(self) -> Option<u32> {
        match self {
            Self::Index(_) => None,
            Self::Timestamp(seconds) => Some(seconds),
            Self::Local { utc, zone, season } => {
                let ahead = (i64::from(zone) + i64::from(season)) * 60;
                u32::try_from((i64::from(utc) + ahead).rem_euclid(1 << 32)).ok()
            }
        }
    }
}

impl std::fmt::Display for Time {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Index(seconds) => write!(f, "index {seconds}"),
            Self::Timestamp(seconds) => write!(f, "{seconds}"),
            Self::Local { utc, zone, season } => write!(f, "{utc} UTC {zone:+} min {season:+} min"),
        }
    }
}

impl List {
    /// The only entry of a name; `None` when there is none.
    ///
    /// # Errors
    /// When there are several: nothing tells which one counts.
    pub(crate) fn entry(&self, obis: Obis) -> Result<Option<&Entry>, ParseError> {
        let mut found = self.entries.iter().filter(|entry| entry.obis == obis);
        match (found.next(), found.next()) {
            (_, Some(_)) => Err(ParseError::new(ParseErrorKind::Syntax).field(hex::encode(obis))),
            (one, None) => Ok(one),
        }
    }

    /// The only entry of a name that must be there.
    ///
    /// # Errors
    /// When there is none, or several.
    pub(crate) fn needed(&self, obis: Obis) -> Result<&Entry, ParseError> {
        self.entry(obis)?.ok_or_else(|| missing(hex::encode(obis)))
    }
}

/// The error for a part that is missing or of the wrong form.
pub(crate) fn missing(field: impl Into<String>) -> ParseError {
    ParseError::new(ParseErrorKind::PartMissing).field(field)
}

/// Reads a telegram. Offsets of errors behind the transport are those of the payload.
///
/// # Errors
/// When transport, coding or messages are broken, a checksum does not fit, or there is not exactly one list.
pub(crate) fn read(telegram: &[u8], limits: &Limits) -> Result<List, ParseError> {
    let payload = transport::payload(telegram)?;
    let mut reader = Reader::new(&payload, limits.tlv_depth);
    let mut list = None;
    while !reader.is_at_end() {
        if let Some(found) = message(&payload, &mut reader)? {
            if list.is_some() {
                return Err(ParseError::new(ParseErrorKind::Syntax).field("GetList.Res"));
            }
            list = Some(found);
        }
    }
    list.ok_or_else(|| missing("GetList.Res"))
}

/// One message: six fields, of which the fifth is a checksum over those before it.
fn message(payload: &[u8], reader: &mut Reader<'_>) -> Result<Option<List>, ParseError> {
    let start = reader.position();
    let syntax = |field: &str| ParseError::new(ParseErrorKind::Syntax).at(start).field(field);
    if reader.list()? != 6 {
        return Err(syntax("message"));
    }
    let (_transaction, _group, _abort) = (reader.node()?, reader.node()?, reader.node()?);
    let body = reader.node()?;
    let covered = payload.get(start..reader.position()).unwrap_or_default();
    let told = reader.node()?.number().and_then(|number| u16::try_from(number).ok()).ok_or_else(|| syntax("crc"))?;
    // The two bytes are swapped on the wire; a number cut to one byte had a zero in front.
    if crc16(covered).swap_bytes() != told {
        return Err(ParseError::new(ParseErrorKind::Checksum).at(start).field("message"));
    }
    if reader.byte()? != END_OF_MESSAGE {
        return Err(syntax("end of message"));
    }
    let [tag, content] = body.elements::<2>().ok_or_else(|| syntax("message body"))?;
    match tag.number() {
        Some(GET_LIST_RESPONSE) => list(content).map(Some),
        Some(OPEN_RESPONSE | CLOSE_RESPONSE) => Ok(None),
        _ => Err(syntax("message tag")),
    }
}

fn list(node: &Node<'_>) -> Result<List, ParseError> {
    let fields = node.elements::<7>().ok_or_else(|| malformed(node, "GetList.Res"))?;
    let [client_id, server_id, name, read_out, entries, signature, _gateway_time] = fields;
    let octets = |node: &Node<'_>, field: &str| Ok(node.octets().ok_or_else(|| malformed(node, field))?.to_vec());
    let Value::List(nodes) = &entries.value else { return Err(malformed(entries, "valList")) };
    Ok(List {
        client_id: octets(client_id, "clientId")?,
        server_id: octets(server_id, "serverId")?,
        name: octets(name, "listName")?,
        read_out: optional(read_out, "actSensorTime", time)?,
        entries: nodes.iter().map(entry).collect::<Result<_, _>>()?,
        signature: octets(signature, "listSignature")?,
    })
}

fn entry(node: &Node<'_>) -> Result<Entry, ParseError> {
    let [obis, status, val_time, unit, scaler, value, signature] = node.elements::<7>().ok_or_else(|| malformed(node, "ListEntry"))?;
    let number = |node: &Node<'_>| node.number();
    let unsigned = |node: &Node<'_>| node.number().and_then(|number| u64::try_from(number).ok());
    Ok(Entry {
        obis: obis.octets().ok_or_else(|| malformed(obis, "objName"))?.to_vec(),
        status: optional(status, "status", unsigned)?,
        time: optional(val_time, "valTime", time)?,
        unit: optional(unit, "unit", number)?,
        scaler: optional(scaler, "scaler", number)?,
        value: entry_value(value),
        signature: signature.octets().ok_or_else(|| malformed(signature, "valueSignature"))?.to_vec(),
    })
}

fn entry_value(node: &Node<'_>) -> EntryValue {
    match &node.value {
        Value::Octets(octets) => EntryValue::Octets(octets.to_vec()),
        Value::Signed(_) | Value::Unsigned(_) => node.number().map_or(EntryValue::Other, EntryValue::Number),
        Value::Bool(_) => EntryValue::Other,
        // A choice of its own: 1 is a time.
        Value::List(_) => match node.elements::<2>() {
            Some([choice, content]) if choice.number() == Some(1) => time(content).map_or(EntryValue::Other, EntryValue::Time),
            _ => EntryValue::Other,
        },
    }
}

fn time(node: &Node<'_>) -> Option<Time> {
    let seconds = |node: &Node<'_>| u32::try_from(node.number()?).ok();
    let minutes = |node: &Node<'_>| i16::try_from(node.number()?).ok();
    let [choice, content] = node.elements::<2>()?;
    match choice.number()? {
        1 => Some(Time::Index(seconds(content)?)),
        2 => Some(Time::Timestamp(seconds(content)?)),
        3 => {
            let [utc, zone, season] = content.elements::<3>()?;
            Some(Time::Local { utc: seconds(utc)?, zone: minutes(zone)?, season: minutes(season)? })
        }
        _ => None,
    }
}

/// A field that may be left out, but not be something else.
fn optional<T>(node: &Node<'_>, field: &str, read: impl Fn(&Node<'_>) -> Option<T>) -> Result<Option<T>, ParseError> {
    if node.is_absent() {
        return Ok(None);
    }
    read(node).map(Some).ok_or_else(|| malformed(node, field))
}

fn malformed(node: &Node<'_>, field: &str) -> ParseError {
    ParseError::new(ParseErrorKind::Syntax).at(node.span.start).field(field)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn local_seconds_wrap_around() {
        let local = |utc, zone, season| Time::Local { utc, zone, season }.local_seconds();
        assert_eq!(local(0x5EBB_9C38, 60, 60), Some(0x5EBB_B858));
        assert_eq!(local(u32::MAX, 60, 0), Some(3599));
        assert_eq!(local(0, -60, 0), Some(u32::MAX - 3599));
        assert_eq!(Time::Timestamp(7).local_seconds(), Some(7));
        assert_eq!(Time::Index(7).local_seconds(), None);
    }
}
