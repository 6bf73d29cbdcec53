//! What a message log or a charge detail record claims about a charging session. None of it is signed.
//!
//! Claims stand beside the transactions and are never a part of them: they are held against what was signed, they
//! can lower a verdict, and nothing in them can raise one.

use std::collections::HashMap;

use jiff::Timestamp;

use crate::{Assessment, Decimal, Energy, Location, RecordId, Transaction, TransactionId};

/// Number of a claim, unique in an assessment, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ClaimId(pub usize);

/// One charging session as somebody tells it. All fields are as received and unsigned; a field that was not told, or
/// told in several ways, is empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionClaim {
    /// Its number. A container counts those of its own input.
    pub id: ClaimId,
    /// Index of the input it was told in.
    pub input: usize,
    /// Who tells it.
    pub source: ClaimSource,
    /// Where it stands, or begins.
    pub location: Location,
    /// Number of the session: OCPP transaction id, OCPI id of the record.
    pub session: Option<String>,
    /// Identity of the station: charge box identity, or what stands for it in the log.
    pub station: Option<String>,
    /// Number of the connector or EVSE in the station.
    pub connector: Option<String>,
    /// The charging point by its public name (EVSE id).
    pub charge_point: Option<String>,
    /// Serial number of the meter.
    pub meter: Option<String>,
    /// Who charged, by each of the names given: idTag, token, contract.
    pub users: Vec<String>,
    /// How charging was allowed, as far as the log shows.
    pub allowed: Option<ClaimedPermission>,
    /// Begin.
    pub begin: Option<ClaimedTime>,
    /// End.
    pub end: Option<ClaimedTime>,
    /// State of the register at the begin: `meterStart`, or the raw reading there.
    pub begin_state: Option<Energy>,
    /// State of the register at the end: `meterStop`, or the raw reading there.
    pub end_state: Option<Energy>,
    /// Energy of the whole session, where it is told as such: OCPI `total_energy`.
    pub energy: Option<Energy>,
    /// Energy of all charging periods added up.
    pub period_energy: Option<Energy>,
    /// Time of the whole session in hours, with or without charging: OCPI `total_time`.
    pub hours: Option<Decimal>,
    /// Time in hours in which nothing was charged: OCPI `total_parking_time`.
    pub parking_hours: Option<Decimal>,
    /// Sums of money, the total first.
    pub costs: Vec<ClaimedCost>,
    /// Whether and what the record credits.
    pub credit: Option<ClaimedCredit>,
    /// Reason of the end.
    pub end_reason: Option<String>,
    /// What else the messages show about the way of the session.
    pub events: Vec<ClaimedEvent>,
    /// The records that were handed over under this claim, copies included.
    pub records: Vec<RecordId>,
    /// The transactions those records belong to. What was signed decides which they are.
    pub transactions: Vec<TransactionId>,
}

/// Who makes a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ClaimSource {
    /// Messages between a station and its back end (OCPP): what the station reported unsigned.
    MessageLog,
    /// A charge detail record (OCPI): what is billed.
    ChargeDetailRecord,
}

/// A point in time as told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimedTime {
    /// The text as received.
    pub raw: String,
    /// The instant; a time without offset is taken as UTC, as OCPP and OCPI have it. `None` when it cannot be read.
    pub instant: Option<Timestamp>,
}

/// How charging was allowed, as far as a message log shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ClaimedPermission {
    /// A card or the like was held up and the back end asked (`Authorize`).
    Presented,
    /// The back end started the session (`RemoteStartTransaction`, `RequestStartTransaction`).
    Remote,
    /// The station decided by itself: local list, cache, free charging.
    Local,
}

/// A sum of money as told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimedCost {
    /// What it is for.
    pub kind: CostKind,
    /// Without tax, in the currency. Where the sender does not say whether tax is in it (OCPI 2.1.1), it stands here.
    pub net: Option<Decimal>,
    /// With tax, in the currency.
    pub gross: Option<Decimal>,
    /// The currency, ISO 4217, as received.
    pub currency: Option<String>,
}

/// What a sum of money is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum CostKind {
    /// All of it.
    Total,
    /// Fees that depend on nothing.
    Fixed,
    /// Energy.
    Energy,
    /// Time while charging.
    Time,
    /// Time without charging.
    Parking,
    /// Reservation.
    Reservation,
}

/// The record takes back another one; its amounts are those of the other and must not be counted again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimedCredit {
    /// Number of the record it takes back.
    pub of: Option<String>,
}

/// Something on the way of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ClaimedEvent {
    /// The station restarted during the session.
    Restarted {
        /// The reason as received; empty where none was given.
        reason: String,
    },
    /// For longer than the interval of the station nothing came.
    Silence {
        /// The last that came before.
        from: ClaimedTime,
        /// The first that came after.
        to: ClaimedTime,
        /// Seconds between messages that were agreed or usual.
        interval_s: i64,
    },
    /// Numbered messages of the session are missing.
    MessagesMissing {
        /// How many.
        count: u64,
    },
    /// The station is set up so that it sends no signed values, or not all.
    Setting {
        /// Name of the setting.
        name: String,
        /// Its value as received, empty where it is unset.
        value: String,
    },
    /// No message ends the session.
    NotEnded,
}

impl SessionClaim {
    /// A claim about which nothing is known yet.
    #[must_use]
    pub fn new(source: ClaimSource, location: Location) -> Self {
        Self {
            id: ClaimId(0),
            input: 0,
            source,
            location,
            session: None,
            station: None,
            connector: None,
            charge_point: None,
            meter: None,
            users: Vec::new(),
            allowed: None,
            begin: None,
            end: None,
            begin_state: None,
            end_state: None,
            energy: None,
            period_energy: None,
            hours: None,
            parking_hours: None,
            costs: Vec::new(),
            credit: None,
            end_reason: None,
            events: Vec::new(),
            records: Vec::new(),
            transactions: Vec::new(),
        }
    }

    /// The energy it claims: as told, or else the difference of the states told. In the unit of the end.
    #[must_use]
    pub fn claimed_energy(&self) -> Option<Energy> {
        if let Some(energy) = &self.energy {
            return Some(energy.clone());
        }
        let (begin, end) = (self.begin_state.as_ref()?, self.end_state.as_ref()?);
        let begin = begin.unit.convert(&begin.value, &end.unit)?;
        Some(Energy { value: end.value.checked_sub(&begin)?, unit: end.unit.clone() })
    }

    /// Whether the station restarted during the session.
    #[must_use]
    pub fn restarted(&self) -> bool {
        self.events.iter().any(|event| matches!(event, ClaimedEvent::Restarted { .. }))
    }

    /// The sum of money for everything.
    #[must_use]
    pub fn total_cost(&self) -> Option<&ClaimedCost> {
        self.costs.iter().find(|cost| cost.kind == CostKind::Total)
    }
}

impl ClaimedTime {
    /// Reads a time as OCPP and OCPI write it: RFC 3339, its offset possibly left out.
    #[must_use]
    pub fn new(raw: &str) -> Self {
        let text = raw.trim();
        let as_utc = || text.parse::<jiff::civil::DateTime>().ok()?.to_zoned(jiff::tz::TimeZone::UTC).ok().map(|time| time.timestamp());
        let instant = text.parse::<Timestamp>().ok().or_else(as_utc);
        Self { raw: raw.to_owned(), instant }
    }
}

impl Assessment {
    /// The claim of this number.
    #[must_use]
    pub fn claim(&self, id: ClaimId) -> Option<&SessionClaim> {
        self.claims.get(id.0.checked_sub(1)?)
    }

    /// The transactions that records of a claim belong to, in their order.
    pub fn transactions_of_claim<'a>(&'a self, claim: &'a SessionClaim) -> impl Iterator<Item = &'a Transaction> {
        claim.transactions.iter().filter_map(|id| self.transaction(*id))
    }

    /// The claims told in an input.
    pub fn claims_of(&self, input: usize) -> impl Iterator<Item = &SessionClaim> {
        self.claims.iter().filter(move |claim| claim.input == input)
    }

    /// Links claims, records and transactions; the pipeline calls it once the transactions are there. A copy of a record
    /// counts as the record.
    pub fn link_claims(&mut self) {
        let mut home: HashMap<RecordId, TransactionId> = HashMap::new();
        for transaction in &self.transactions {
            home.extend(transaction.records.iter().map(|record| (*record, transaction.id)));
        }
        for entry in &self.records {
            let Some(at) = entry.source.declared.claim.and_then(|id| id.0.checked_sub(1)) else { continue };
            let Some(claim) = self.claims.get_mut(at) else { continue };
            claim.records.push(entry.id);
            if let Some(transaction) = home.get(&entry.duplicate_of.unwrap_or(entry.id))
                && !claim.transactions.contains(transaction)
            {
                claim.transactions.push(*transaction);
            }
        }
        self.claims.iter_mut().for_each(|claim| claim.transactions.sort_unstable());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Unit;

    #[test]
    fn times_without_offset_are_utc() {
        let at = |text: &str| ClaimedTime::new(text).instant.map(|instant| instant.to_string());
        assert_eq!(at("2026-03-29T01:58:00Z").as_deref(), Some("2026-03-29T01:58:00Z"));
        assert_eq!(at("2026-03-29T03:58:00.250+02:00").as_deref(), Some("2026-03-29T01:58:00.25Z"));
        assert_eq!(at("2026-03-29T01:58:00").as_deref(), Some("2026-03-29T01:58:00Z"));
        assert_eq!(at("yesterday"), None);
    }

    #[test]
    fn the_energy_told_goes_before_the_states_told() {
        let energy = |value: &str, unit: Unit| Some(Energy { value: value.parse().unwrap(), unit });
        let mut claim = SessionClaim::new(ClaimSource::MessageLog, Location::input("log"));
        assert_eq!(claim.claimed_energy(), None);
        claim.begin_state = energy("1200.5", Unit::KilowattHour);
        claim.end_state = energy("1206100", Unit::WattHour);
        assert_eq!(claim.claimed_energy(), energy("5600", Unit::WattHour));
        claim.energy = energy("5.60", Unit::KilowattHour);
        assert_eq!(claim.claimed_energy(), energy("5.60", Unit::KilowattHour));
    }
}
