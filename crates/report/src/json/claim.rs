//! Claims about sessions in JSON. Nothing in them is signed.

use eichrecht_model::{ClaimedCost, ClaimedEvent, ClaimedTime, SessionClaim};
use serde::Serialize;

use super::transaction::EnergyOut;
use crate::names;

/// What is told of one charging session.
#[derive(Serialize)]
pub(super) struct ClaimOut<'a> {
    id: usize,
    source: &'static str,
    signed: bool,
    location: &'a [String],
    session: Option<&'a str>,
    station: Option<&'a str>,
    connector: Option<&'a str>,
    charge_point: Option<&'a str>,
    meter: Option<&'a str>,
    users: &'a [String],
    allowed: Option<&'static str>,
    begin: Option<&'a str>,
    end: Option<&'a str>,
    begin_state: Option<EnergyOut>,
    end_state: Option<EnergyOut>,
    energy: Option<EnergyOut>,
    period_energy: Option<EnergyOut>,
    hours: Option<String>,
    parking_hours: Option<String>,
    costs: Vec<CostOut<'a>>,
    credit: bool,
    credit_of: Option<&'a str>,
    end_reason: Option<&'a str>,
    events: Vec<EventOut<'a>>,
    records: Vec<usize>,
    transactions: Vec<usize>,
}

impl<'a> ClaimOut<'a> {
    pub(super) fn new(claim: &'a SessionClaim) -> Self {
        let raw = |time: &'a Option<ClaimedTime>| time.as_ref().map(|time| time.raw.as_str());
        Self {
            id: claim.id.0,
            source: names::claim_source(claim.source),
            signed: false,
            location: claim.location.parts(),
            session: claim.session.as_deref(),
            station: claim.station.as_deref(),
            connector: claim.connector.as_deref(),
            charge_point: claim.charge_point.as_deref(),
            meter: claim.meter.as_deref(),
            users: &claim.users,
            allowed: claim.allowed.map(names::permission),
            begin: raw(&claim.begin),
            end: raw(&claim.end),
            begin_state: claim.begin_state.as_ref().map(EnergyOut::new),
            end_state: claim.end_state.as_ref().map(EnergyOut::new),
            energy: claim.claimed_energy().as_ref().map(EnergyOut::new),
            period_energy: claim.period_energy.as_ref().map(EnergyOut::new),
            hours: claim.hours.map(|hours| hours.to_string()),
            parking_hours: claim.parking_hours.map(|hours| hours.to_string()),
            costs: claim.costs.iter().map(CostOut::new).collect(),
            credit: claim.credit.is_some(),
            credit_of: claim.credit.as_ref().and_then(|credit| credit.of.as_deref()),
            end_reason: claim.end_reason.as_deref(),
            events: claim.events.iter().map(EventOut::new).collect(),
            records: claim.records.iter().map(|id| id.0).collect(),
            transactions: claim.transactions.iter().map(|id| id.0).collect(),
        }
    }
}

#[derive(Serialize)]
struct CostOut<'a> {
    kind: &'static str,
    net: Option<String>,
    gross: Option<String>,
    currency: Option<&'a str>,
}

impl<'a> CostOut<'a> {
    fn new(cost: &'a ClaimedCost) -> Self {
        Self {
            kind: names::cost_kind(cost.kind),
            net: cost.net.map(|amount| amount.to_string()),
            gross: cost.gross.map(|amount| amount.to_string()),
            currency: cost.currency.as_deref(),
        }
    }
}

#[derive(Default, Serialize)]
struct EventOut<'a> {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'a str>,
}

impl<'a> EventOut<'a> {
    fn new(event: &'a ClaimedEvent) -> Self {
        let kind = names::claimed_event(event);
        match event {
            ClaimedEvent::Restarted { reason } => Self { kind, reason: Some(reason), ..Self::default() },
            ClaimedEvent::Silence { from, to, .. } => Self { kind, from: Some(&from.raw), to: Some(&to.raw), ..Self::default() },
            ClaimedEvent::MessagesMissing { count } => Self { kind, count: Some(*count), ..Self::default() },
            ClaimedEvent::Setting { name, value } => Self { kind, name: Some(name), value: Some(value), ..Self::default() },
            _ => Self { kind, ..Self::default() },
        }
    }
}
