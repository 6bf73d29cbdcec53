//! How records are written into rows: texts that a person with any SQLite program can read.

use std::sync::Arc;

use eichrecht_model::{
    Claim, Decimal, DeclaredRole, EvidenceSource, KeyOrigin, Numbering, ObisCode, Pagination, PaginationContext, PastReading, PastRecord,
    PastRole, PastTime, Software, TimeSync, Unit,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::LedgerError;

/// Claims of one kind kept for a record. Of more the smallest are kept, so that the order of adding does not matter.
const CLAIMS: usize = 64;

/// The signed content of a record.
#[derive(Serialize, Deserialize)]
struct Content {
    /// Seconds index.
    #[serde(rename = "i", default, skip_serializing_if = "Option::is_none")]
    seconds_index: Option<u64>,
    /// Session.
    #[serde(rename = "s", default, skip_serializing_if = "Option::is_none")]
    session: Option<String>,
    /// Software of meter, gateway, controller.
    #[serde(rename = "f", default, skip_serializing_if = "is_empty")]
    software: [Option<String>; 3],
    /// Charging point.
    #[serde(rename = "p", default, skip_serializing_if = "Option::is_none")]
    point: Option<String>,
    /// Whether the begin is told again.
    #[serde(rename = "b", default, skip_serializing_if = "std::ops::Not::not")]
    retold: bool,
    #[serde(rename = "r")]
    readings: Vec<Reading>,
}

fn is_empty(software: &[Option<String>; 3]) -> bool {
    software.iter().all(Option::is_none)
}

/// Role, register, value, unit, time, whether usable.
#[derive(Serialize, Deserialize)]
struct Reading(char, Option<String>, Option<String>, Option<String>, Option<Time>, bool);

/// Milliseconds since 1970, offset in minutes, state of the clock.
#[derive(Serialize, Deserialize)]
struct Time(i64, Option<i16>, char);

/// A claim.
#[derive(Serialize, Deserialize, PartialEq, Eq, PartialOrd, Ord, Clone, Debug)]
enum ClaimRow {
    /// Kind, number, role, input.
    #[serde(rename = "n")]
    Number(String, String, Option<char>, String),
    /// Begin, end, input.
    #[serde(rename = "s")]
    Session(String, String, String),
}

pub(crate) fn content(record: &PastRecord) -> Result<String, LedgerError> {
    let reading = |reading: &PastReading| {
        Reading(
            role_letter(reading.role),
            reading.register.as_ref().map(|code| code.as_received().to_owned()),
            reading.value.map(|value| value.to_string()),
            reading.unit.as_ref().map(Unit::to_string),
            reading.time.map(|time| Time(time.instant.as_millisecond(), time.offset_minutes, sync_letter(time.sync))),
            reading.usable,
        )
    };
    let Software { meter, gateway, controller } = record.software.clone();
    to_text(&Content {
        seconds_index: record.seconds_index,
        session: record.session.clone(),
        software: [meter, gateway, controller],
        point: record.charge_point.clone(),
        retold: record.begin_retold,
        readings: record.readings.iter().map(reading).collect(),
    })
}

pub(crate) fn claims(claims: &[Claim]) -> Result<String, LedgerError> {
    let mut rows: Vec<ClaimRow> = claims
        .iter()
        .map(|claim| match claim {
            Claim::Number { numbering, id, role, input } => {
                let role = role.map(|role| if role == DeclaredRole::Begin { 'b' } else { 'e' });
                ClaimRow::Number(numbering.as_str().to_owned(), id.clone(), role, input.to_string())
            }
            Claim::Session { begin, end, input } => ClaimRow::Session(begin.clone(), end.clone(), input.to_string()),
        })
        .collect();
    finish(&mut rows)
}

/// Both lists as one.
pub(crate) fn merged_claims(known: &str, new: &str) -> Result<String, LedgerError> {
    let mut rows: Vec<ClaimRow> = parse(known)?;
    rows.extend(parse::<Vec<ClaimRow>>(new)?);
    finish(&mut rows)
}

fn finish(rows: &mut Vec<ClaimRow>) -> Result<String, LedgerError> {
    rows.sort();
    rows.dedup();
    let mut counts = [0usize; 2];
    rows.retain(|row| {
        let count = match row {
            ClaimRow::Number(..) => counts.first_mut(),
            ClaimRow::Session(..) => counts.last_mut(),
        };
        count.is_some_and(|count| {
            *count += 1;
            *count <= CLAIMS
        })
    });
    to_text(rows)
}

/// A row of the table `record`, as read.
pub(crate) struct RecordRow {
    pub(crate) context: i64,
    pub(crate) page: i64,
    pub(crate) sha256: [u8; 32],
    pub(crate) format: Arc<str>,
    pub(crate) evidence: i64,
    pub(crate) origin: i64,
    pub(crate) content: String,
    pub(crate) claims: String,
}

impl RecordRow {
    /// The record. Claims name their inputs by what `name` makes of the beginning of the hash.
    pub(crate) fn record(&self, name: &mut dyn FnMut(&str) -> Arc<str>) -> Result<PastRecord, LedgerError> {
        let content: Content = parse(&self.content)?;
        let [meter, gateway, controller] = content.software;
        let claims: Vec<ClaimRow> = parse(&self.claims)?;
        Ok(PastRecord {
            signed_sha256: self.sha256,
            format: self.format.clone(),
            evidence: evidence(self.evidence)?,
            key_origin: origin(self.origin)?,
            pagination: page_of(self.context, self.page)?,
            seconds_index: content.seconds_index,
            session: content.session,
            software: Software { meter, gateway, controller },
            charge_point: content.point,
            begin_retold: content.retold,
            readings: content.readings.into_iter().map(read_reading).collect::<Result<_, _>>()?,
            claims: claims.into_iter().map(|row| claim(row, name)).collect::<Result<_, _>>()?,
        })
    }
}

fn claim(row: ClaimRow, name: &mut dyn FnMut(&str) -> Arc<str>) -> Result<Claim, LedgerError> {
    Ok(match row {
        ClaimRow::Number(numbering, id, role, input) => {
            let role = match role {
                None => None,
                Some('b') => Some(DeclaredRole::Begin),
                Some('e') => Some(DeclaredRole::End),
                Some(_) => return Err(damaged("role of a claim")),
            };
            let numbering = Numbering::ALL.into_iter().find(|known| known.as_str() == numbering).unwrap_or_default();
            Claim::Number { numbering, id, role, input: name(&input) }
        }
        ClaimRow::Session(begin, end, input) => Claim::Session { begin, end, input: name(&input) },
    })
}

fn read_reading(Reading(role, register, value, unit, time, usable): Reading) -> Result<PastReading, LedgerError> {
    let time = match time {
        None => None,
        Some(Time(milliseconds, offset_minutes, sync)) => Some(PastTime {
            instant: Timestamp::from_millisecond(milliseconds).map_err(|_| damaged("time of a reading"))?,
            offset_minutes,
            sync: sync_of(sync)?,
        }),
    };
    Ok(PastReading {
        role: role_of(role)?,
        register: register.map(|code| ObisCode::new(&code)),
        // A number beyond what can be read again is as good as none.
        value: value.and_then(|value| value.parse::<Decimal>().ok()),
        unit: unit.map(|unit| Unit::from_text(&unit)),
        time,
        usable,
    })
}

fn role_letter(role: PastRole) -> char {
    match role {
        PastRole::Begin => 'b',
        PastRole::Between => 'c',
        PastRole::End => 'e',
        PastRole::None => '-',
    }
}

fn role_of(letter: char) -> Result<PastRole, LedgerError> {
    Ok(match letter {
        'b' => PastRole::Begin,
        'c' => PastRole::Between,
        'e' => PastRole::End,
        '-' => PastRole::None,
        _ => return Err(damaged("role of a reading")),
    })
}

/// The letters of OCMF.
fn sync_letter(sync: TimeSync) -> char {
    match sync {
        TimeSync::Synchronised => 'S',
        TimeSync::Informative => 'I',
        TimeSync::Relative => 'R',
        _ => 'U',
    }
}

fn sync_of(letter: char) -> Result<TimeSync, LedgerError> {
    Ok(match letter {
        'S' => TimeSync::Synchronised,
        'I' => TimeSync::Informative,
        'R' => TimeSync::Relative,
        'U' => TimeSync::Unknown,
        _ => return Err(damaged("state of a clock")),
    })
}

/// Context and number for columns. SQLite has signed numbers only; the shift keeps the order.
pub(crate) fn page(pagination: Option<Pagination>) -> (i64, i64) {
    let Some(pagination) = pagination else { return (0, 0) };
    let context = match pagination.context {
        PaginationContext::Transaction => 1,
        PaginationContext::Fiscal => 2,
        _ => 3,
    };
    (context, (pagination.number ^ SHIFT).cast_signed())
}

const SHIFT: u64 = 1 << 63;

pub(crate) fn page_of(context: i64, page: i64) -> Result<Option<Pagination>, LedgerError> {
    let context = match context {
        0 => return Ok(None),
        1 => PaginationContext::Transaction,
        2 => PaginationContext::Fiscal,
        3 => PaginationContext::Only,
        _ => return Err(damaged("counter of a record")),
    };
    Ok(Some(Pagination { context, number: page.cast_unsigned() ^ SHIFT }))
}

pub(crate) fn evidence_number(evidence: EvidenceSource) -> i64 {
    match evidence {
        EvidenceSource::Report => 0,
        EvidenceSource::Checked => 1,
    }
}

fn evidence(number: i64) -> Result<EvidenceSource, LedgerError> {
    match number {
        0 => Ok(EvidenceSource::Report),
        1 => Ok(EvidenceSource::Checked),
        _ => Err(damaged("evidence of a record")),
    }
}

pub(crate) fn origin_number(origin: KeyOrigin) -> i64 {
    match origin {
        KeyOrigin::Record => 0,
        KeyOrigin::Container => 1,
        KeyOrigin::User => 2,
        KeyOrigin::Register => 3,
    }
}

fn origin(number: i64) -> Result<KeyOrigin, LedgerError> {
    Ok(match number {
        0 => KeyOrigin::Record,
        1 => KeyOrigin::Container,
        2 => KeyOrigin::User,
        3 => KeyOrigin::Register,
        _ => return Err(damaged("origin of a key")),
    })
}

fn damaged(what: &str) -> LedgerError {
    LedgerError::Damaged(what.to_owned())
}

fn to_text<T: Serialize>(value: &T) -> Result<String, LedgerError> {
    serde_json::to_string(value).map_err(|error| LedgerError::Damaged(error.to_string()))
}

fn parse<T: for<'de> Deserialize<'de>>(text: &str) -> Result<T, LedgerError> {
    serde_json::from_str(text).map_err(|error| LedgerError::Damaged(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_keep_their_order_in_signed_columns() {
        let page = |number| super::page(Some(Pagination { context: PaginationContext::Transaction, number }));
        let numbers = [0, 1, 1 << 62, (1 << 63) - 1, 1 << 63, u64::MAX];
        assert!(numbers.windows(2).all(|pair| page(pair[0]) < page(pair[1])));
        for number in numbers {
            let (context, column) = page(number);
            assert_eq!(page_of(context, column).unwrap().unwrap().number, number);
        }
        assert!(page_of(7, 0).is_err());
    }

    #[test]
    fn of_too_many_claims_the_smallest_stay_in_whatever_order_they_come() {
        let rows: Vec<String> =
            (0..100).map(|n| to_text(&[ClaimRow::Session(format!("{n:03}"), "e".into(), "i".into())]).unwrap()).collect();
        let forward = rows.iter().fold("[]".to_owned(), |known, row| merged_claims(&known, row).unwrap());
        let backward = rows.iter().rev().fold("[]".to_owned(), |known, row| merged_claims(&known, row).unwrap());
        assert_eq!(forward, backward);
        assert_eq!(parse::<Vec<ClaimRow>>(&forward).unwrap().len(), CLAIMS);
    }
}
