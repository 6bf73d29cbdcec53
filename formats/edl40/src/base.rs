//! The 33 bytes of one reading that older and Isabellenhütte meters put in front of their block, and sign
//! a second time by themselves.

use eichrecht_model::{InnerSignature, ParseError, ParseErrorKind, SignatureEncoding};

use crate::block::{Variant, split_signature};
use crate::reading::Raw;
use crate::sml::{Entry, EntryValue, List, Obis, Time, missing};
use crate::text;

/// Bytes of the reading in front of a block.
pub(crate) const BASE: usize = 33;
/// Bytes of the reading when it is signed by itself, filled up with zeros.
const ALONE: usize = 48;
/// Where the register name stands in it.
const OBIS_AT: usize = 15;

/// The parts of a reading that every meter sends.
pub(crate) struct Parts {
    /// Seconds on the meter's own clock.
    pub(crate) time: u32,
    pub(crate) status: u64,
    pub(crate) unit: u8,
    pub(crate) scaler: i8,
    pub(crate) value: i64,
}

/// Takes the parts of a reading from its entry.
///
/// # Errors
/// When one is left out or out of range: none is ever assumed.
pub(crate) fn parts(entry: &Entry) -> Result<Parts, ParseError> {
    let field = |name: &str| format!("{}.{name}", hex::encode(&entry.obis));
    let range = |name: &str| ParseError::new(ParseErrorKind::Syntax).field(field(name));
    let number = match entry.value {
        EntryValue::Number(number) => number,
        _ => return Err(range("value")),
    };
    Ok(Parts {
        time: entry.time.and_then(Time::local_seconds).ok_or_else(|| missing(field("valTime")))?,
        status: entry.status.ok_or_else(|| missing(field("status")))?,
        unit: u8::try_from(entry.unit.ok_or_else(|| missing(field("unit")))?).map_err(|_| range("unit"))?,
        scaler: i8::try_from(entry.scaler.ok_or_else(|| missing(field("scaler")))?).map_err(|_| range("scaler"))?,
        value: i64::try_from(number).map_err(|_| range("value"))?,
    })
}

/// The server id, which has ten bytes.
pub(crate) fn server_id(list: &List) -> Result<[u8; 10], ParseError> {
    list.server_id.as_slice().try_into().map_err(|_| ParseError::new(ParseErrorKind::Syntax).field("serverId"))
}

/// The contract of the customer, at most 128 bytes.
pub(crate) fn contract_id(entry: &Entry) -> Result<&[u8], ParseError> {
    match &entry.value {
        EntryValue::Octets(octets) if octets.len() <= 128 => Ok(octets),
        _ => Err(ParseError::new(ParseErrorKind::Syntax).field("contract id")),
    }
}

/// The 33 bytes of a reading. The status is its lowest byte here.
pub(crate) fn bytes(server: [u8; 10], obis: Obis, parts: &Parts, logbook: &[u8]) -> Vec<u8> {
    let [status, ..] = parts.status.to_le_bytes();
    let mut bytes = Vec::with_capacity(BASE);
    bytes.extend(server);
    bytes.extend(parts.time.to_le_bytes());
    bytes.push(status);
    bytes.extend(obis);
    bytes.push(parts.unit);
    bytes.extend(parts.scaler.to_le_bytes());
    bytes.extend(parts.value.to_le_bytes());
    bytes.extend(logbook);
    bytes
}

/// The signature of the reading alone. It covers the name of the signed register, whatever name was sent,
/// and the log book's bytes at its own end.
pub(crate) fn inner_signature(base: &[u8], obis: Obis, signature: &[u8], variant: Variant) -> InnerSignature {
    let (numbers, logbook) = split_signature(signature);
    let mut signed = base.to_vec();
    let places = signed.iter_mut().skip(OBIS_AT).zip(obis);
    places.for_each(|(place, byte)| *place = byte);
    signed.truncate(BASE - logbook.len());
    signed.extend(logbook);
    signed.resize(ALONE, 0);
    InnerSignature { signed, algorithm: variant.algorithm(), signature: numbers.to_vec(), encoding: SignatureEncoding::Raw }
}

/// Reads the numbers of the 33 bytes.
pub(crate) fn raw(base: &[u8]) -> Option<Raw<'_>> {
    let (_, rest) = base.split_at_checked(10)?;
    let (time, rest) = rest.split_first_chunk::<4>()?;
    let (status, rest) = rest.split_first()?;
    let (obis, rest) = rest.split_first_chunk::<6>()?;
    let (unit, rest) = rest.split_first()?;
    let (scaler, rest) = rest.split_first_chunk::<1>()?;
    let (value, logbook) = rest.split_first_chunk::<8>()?;
    Some(Raw {
        obis: text::obis(obis),
        time: u64::from(u32::from_le_bytes(*time)),
        status: u64::from(*status),
        unit: u64::from(*unit),
        scaler: i8::from_le_bytes(*scaler),
        value: i64::from_le_bytes(*value),
        logbook,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_built_is_read_back() {
        let parts = Parts { time: 0x5EBB_B858, status: 0x0001_0108, unit: 30, scaler: -1, value: -125_396 };
        let base = bytes([7; 10], [1, 0, 1, 8, 0, 255], &parts, &[0, 0xA4]);
        assert_eq!(base.len(), BASE);
        let raw = raw(&base).unwrap();
        assert_eq!((raw.time, raw.status, raw.unit, raw.scaler, raw.value), (0x5EBB_B858, 8, 30, -1, -125_396));
        assert_eq!((raw.logbook, raw.obis.as_received()), ([0, 0xA4].as_slice(), "01-00:01.08.00*255"));
        let inner = inner_signature(&base, [1, 0, 1, 0x11, 0, 255], &[9; 66], Variant::Wide);
        assert_eq!((inner.signed.len(), inner.signature.len()), (48, 64));
        assert_eq!(inner.signed[15..21], [1, 0, 1, 0x11, 0, 255]);
        assert_eq!(inner.signed[31..34], [9, 9, 0]);
    }
}
