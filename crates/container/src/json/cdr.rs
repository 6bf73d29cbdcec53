//! What a charge detail record says of its session. It is what is billed; nobody signed it.
//!
//! Source: OCPI 2.1.1, 2.2.1 and 2.3.0, module CDRs. Names are those of 2.2.1; where 2.1.1 has another, it is tried as well.

use eichrecht_json::{Node, Object};
use eichrecht_model::{
    ClaimSource, ClaimedCost, ClaimedCredit, ClaimedPermission, ClaimedTime, CostKind, Decimal, Energy, Location, Numbering, SessionClaim,
    Unit,
};

use super::names::{at, list, member, number, text, word};

/// By agreement between platforms this stands where a time is not known.
const NO_TIME: &str = "1970-01-01T00:00:00";
/// Most charging periods that are added up.
const PERIODS: usize = 100_000;

/// Whether an object is a charge detail record: a total of energy and a begin.
pub(super) fn is_record(object: &Object<'_>) -> bool {
    number(object, "totalenergy").is_some() && text(object, "startdatetime").is_some()
}

/// The number of the record, or else of the session.
pub(super) fn session<'n>(record: &'n Object<'_>) -> Option<&'n str> {
    word(record, "id").or_else(|| word(record, "sessionid"))
}

/// Whose number [`session`] is.
pub(super) fn numbering(record: &Object<'_>) -> Numbering {
    if credit(record).is_some() {
        Numbering::CreditNote
    } else if word(record, "id").is_some() {
        Numbering::ChargeDetailRecord
    } else {
        Numbering::Session
    }
}

/// The public name of the charging point.
pub(super) fn charge_point<'n>(record: &'n Object<'_>) -> Option<&'n str> {
    let of_location = || at(record, &["cdrlocation", "evseid"]).and_then(Node::as_str);
    text(record, "evseid").or_else(of_location).or_else(|| only_evse(record).and_then(|evse| text(evse, "evseid")))
}

/// OCPI 2.1.1 repeats the location with the one EVSE that was used.
fn only_evse<'n, 't>(record: &'n Object<'t>) -> Option<&'n Object<'t>> {
    match list(member(record, "location")?.as_object()?, "evses") {
        [one] => one.as_object(),
        _ => None,
    }
}

pub(super) fn claim(record: &Object<'_>, location: Location) -> SessionClaim {
    let own = |text: &str| text.to_owned();
    let hours = |name| number(record, name);
    let kwh = |value: Decimal| Energy { value, unit: Unit::KilowattHour };
    SessionClaim {
        session: session(record).map(own),
        connector: connector(record).map(own),
        charge_point: charge_point(record).map(own),
        meter: word(record, "meterid").map(own),
        users: users(record),
        allowed: text(record, "authmethod").and_then(permission),
        begin: time(record, &["startdatetime"]),
        end: time(record, &["enddatetime", "stopdatetime"]),
        energy: number(record, "totalenergy").map(kwh),
        period_energy: period_energy(record).map(kwh),
        hours: hours("totaltime"),
        parking_hours: hours("totalparkingtime"),
        costs: costs(record),
        credit: credit(record),
        ..SessionClaim::new(ClaimSource::ChargeDetailRecord, location)
    }
}

fn connector<'n>(record: &'n Object<'_>) -> Option<&'n str> {
    let newer = member(record, "cdrlocation").and_then(Node::as_object).and_then(|place| word(place, "connectorid"));
    newer.or_else(|| match list(only_evse(record)?, "connectors") {
        [one] => word(one.as_object()?, "id"),
        _ => None,
    })
}

fn users(record: &Object<'_>) -> Vec<String> {
    let token = member(record, "cdrtoken").and_then(Node::as_object);
    let names = [token.and_then(|token| word(token, "uid")), token.and_then(|token| word(token, "contractid")), word(record, "authid")];
    let mut users: Vec<String> = Vec::new();
    for name in names.into_iter().flatten() {
        if !users.iter().any(|known| known == name) {
            users.push(name.to_owned());
        }
    }
    users
}

fn permission(method: &str) -> Option<ClaimedPermission> {
    match method {
        "AUTH_REQUEST" => Some(ClaimedPermission::Presented),
        "COMMAND" => Some(ClaimedPermission::Remote),
        "WHITELIST" => Some(ClaimedPermission::Local),
        _ => None,
    }
}

fn time(record: &Object<'_>, names: &[&str]) -> Option<ClaimedTime> {
    let raw = names.iter().find_map(|name| text(record, name))?;
    (!raw.trim().starts_with(NO_TIME)).then(|| ClaimedTime::new(raw))
}

/// The energy of all periods; `None` when no period tells any, or a number cannot be read.
fn period_energy(record: &Object<'_>) -> Option<Decimal> {
    let periods = list(record, "chargingperiods").iter().take(PERIODS).filter_map(Node::as_object);
    let dimensions = periods.flat_map(|period| list(period, "dimensions")).filter_map(Node::as_object);
    let mut energies = dimensions.filter(|dimension| text(dimension, "type") == Some("ENERGY")).map(|one| number(one, "volume"));
    let first = energies.next()??;
    energies.try_fold(first, |sum, energy| sum.checked_add(&energy?))
}

fn costs(record: &Object<'_>) -> Vec<ClaimedCost> {
    let kinds = [
        ("totalcost", CostKind::Total),
        ("totalfixedcost", CostKind::Fixed),
        ("totalenergycost", CostKind::Energy),
        ("totaltimecost", CostKind::Time),
        ("totalparkingcost", CostKind::Parking),
        ("totalreservationcost", CostKind::Reservation),
    ];
    let currency = text(record, "currency").map(str::to_owned);
    kinds
        .into_iter()
        .filter_map(|(name, kind)| {
            let (net, gross) = price(record, name)?;
            Some(ClaimedCost { kind, net, gross, currency: currency.clone() })
        })
        .collect()
}

/// A sum without and with tax: a bare number in 2.1.1, `excl_vat` and `incl_vat` in 2.2.1, `before_taxes` and a list of
/// taxes in 2.3.0.
fn price(record: &Object<'_>, name: &str) -> Option<(Option<Decimal>, Option<Decimal>)> {
    let Some(parts) = member(record, name)?.as_object() else { return Some((Some(number(record, name)?), None)) };
    let net = number(parts, "exclvat").or_else(|| number(parts, "beforetaxes"));
    let taxes = list(parts, "taxes");
    let with_taxes = || {
        let amounts = taxes.iter().map(|tax| number(tax.as_object()?, "amount"));
        amounts.fold(net, |sum, amount| sum?.checked_add(&amount?))
    };
    let gross = number(parts, "inclvat").or_else(|| with_taxes().filter(|_| !taxes.is_empty()));
    (net.is_some() || gross.is_some()).then_some((net, gross))
}

fn credit(record: &Object<'_>) -> Option<ClaimedCredit> {
    let says_so = member(record, "credit").is_some_and(|node| node.value == eichrecht_json::Value::Bool(true));
    let of = text(record, "creditreferenceid").map(str::to_owned);
    (says_so || of.is_some()).then_some(ClaimedCredit { of })
}
