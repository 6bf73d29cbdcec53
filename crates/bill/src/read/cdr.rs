//! Charge detail records of OCPI 2.1.1 to 2.3.0.

use eichrecht_json::Value;
use eichrecht_model::{
    Bill, BillKind, BillNoteKind, BillPeriod, BillProblem, BillProblemKind, BillTime, BillZone, Decimal, Energy, LimitName, TariffKind,
    Unit, ZoneKnown,
};
use jiff::Timestamp;

use super::fields::Fields;
use super::{problem, tariff};
use crate::time;

/// OCPI: times are UTC, whether they say so or not.
const UTC: (BillZone, ZoneKnown) = (BillZone::Fixed(0), ZoneKnown::AssumedUtc);

pub(super) fn recognise(fields: &Fields<'_, '_>) -> bool {
    fields.has("start_date_time") && (fields.has("total_energy") || fields.has("charging_periods"))
}

pub(super) fn read(fields: &Fields<'_, '_>) -> Result<Bill, BillProblem> {
    let mut bill = Bill { kind: BillKind::OcpiCdr, ..Bill::default() };
    bill.id = fields.text("id");
    bill.session = fields.text("session_id");
    bill.credit = fields.flag("credit").unwrap_or(false);
    bill.currency = fields.text("currency").map(|text| text.to_uppercase());
    bill.energy = fields.amount("total_energy").map(|value| Energy { value, unit: Unit::KilowattHour });
    bill.begin = moment(fields, "start_date_time");
    bill.end = moment(fields, "end_date_time").or_else(|| moment(fields, "stop_date_time"));
    bill.duration_s = hours(fields, "total_time");
    bill.parking_s = hours(fields, "total_parking_time");
    total(fields, &mut bill);
    bill.evse = evse(fields);
    periods(fields, &mut bill)?;
    tariffs(fields, &mut bill)?;
    bill.notes = fields.take_notes();
    Ok(bill)
}

/// A time; the first second of 1970 stands for an unknown one by agreement.
fn moment(fields: &Fields<'_, '_>, name: &str) -> Option<BillTime> {
    let time = fields.text_as(name, |text| time::read(text, UTC))?;
    let unknown = time.instants.first().is_some_and(|instant| *instant == Timestamp::UNIX_EPOCH);
    (!unknown).then_some(time)
}

/// Hours as seconds.
fn hours(fields: &Fields<'_, '_>, name: &str) -> Option<Decimal> {
    let hours = fields.amount(name)?;
    hours.checked_mul(&Decimal::new(3600, 0)?)
}

/// 2.1.1: a number without tax. 2.2: an object of both. 2.3.0: an amount before taxes, and the taxes.
fn total(fields: &Fields<'_, '_>, bill: &mut Bill) {
    if matches!(fields.node("total_cost").map(|node| &node.value), Some(Value::Number(_) | Value::String(_))) {
        bill.net = fields.number("total_cost");
        return;
    }
    let Some(cost) = fields.inner("total_cost") else {
        if fields.has("total_cost") {
            fields.note(BillNoteKind::Unreadable, "total_cost", "");
        }
        return;
    };
    bill.net = if cost.has("excl_vat") { cost.number("excl_vat") } else { cost.number("before_taxes") };
    bill.gross = cost.number("incl_vat");
    if cost.has("taxes") {
        let amounts: Option<Vec<Decimal>> = cost.list("taxes").iter().map(|tax| tax.number("amount")).collect();
        let add = |sum: Decimal, amount: &Decimal| sum.checked_add(amount);
        bill.gross = amounts.and_then(|amounts| amounts.iter().try_fold(bill.net?, add));
        if bill.gross.is_none() {
            cost.note(BillNoteKind::Unreadable, "taxes", "");
        }
    }
    if bill.net.is_none() && bill.gross.is_none() {
        fields.note(BillNoteKind::Unreadable, "total_cost", "");
    }
}

fn evse(fields: &Fields<'_, '_>) -> Option<String> {
    let direct = fields.inner("cdr_location").and_then(|location| location.text("evse_id"));
    direct.or_else(|| {
        let evses = fields.inner("location")?.list("evses");
        match evses.as_slice() {
            [one] => one.text("evse_id"),
            _ => None,
        }
    })
}

fn periods(fields: &Fields<'_, '_>, bill: &mut Bill) -> Result<(), BillProblem> {
    let listed = fields.node("charging_periods").and_then(|node| node.as_array()).map_or(0, <[_]>::len);
    if listed > fields.limits.bill_periods {
        return Err(problem(BillProblemKind::Limit(LimitName::BillPeriods), "charging_periods"));
    }
    let found = fields.list("charging_periods");
    let periods: Vec<BillPeriod> = found.iter().filter_map(period).collect();
    // Half the periods would be worse than none.
    if periods.len() == listed {
        bill.periods = periods;
    } else {
        fields.note(BillNoteKind::Unreadable, "charging_periods", "");
    }
    Ok(())
}

fn period(fields: &Fields<'_, '_>) -> Option<BillPeriod> {
    let start = moment(fields, "start_date_time")?.instants.first().copied()?;
    let mut period =
        BillPeriod { start, kwh: None, charging_s: None, parking_s: None, power: None, current: None, tariff: fields.text("tariff_id") };
    for dimension in fields.list("dimensions") {
        let kind = dimension.text("type")?.to_ascii_uppercase();
        let volume = dimension.number("volume")?;
        let seconds = || volume.checked_mul(&Decimal::new(3600, 0)?);
        match kind.as_str() {
            "ENERGY" => period.kwh = Some(volume),
            "TIME" => period.charging_s = seconds(),
            "PARKING_TIME" => period.parking_s = seconds(),
            "POWER" => period.power = Some(volume),
            "CURRENT" => period.current = Some(volume),
            _ => {}
        }
    }
    Some(period)
}

fn tariffs(fields: &Fields<'_, '_>, bill: &mut Bill) -> Result<(), BillProblem> {
    let found = fields.list("tariffs");
    if found.len() > fields.limits.tariffs {
        return Err(problem(BillProblemKind::Limit(LimitName::Tariffs), "tariffs"));
    }
    let version = match fields.inner("total_cost") {
        None if fields.has("stop_date_time") => TariffKind::Ocpi211,
        Some(cost) if cost.has("before_taxes") => TariffKind::Ocpi23,
        _ => TariffKind::Ocpi22,
    };
    let mut elements_left = fields.limits.tariff_elements;
    for inner in found {
        match tariff::read(&inner, Some(version), &mut elements_left) {
            Ok(tariff) => bill.tariffs.push(tariff),
            Err(why @ BillProblem { kind: BillProblemKind::Limit(_), .. }) => return Err(why),
            Err(why) => bill.tariff_problem = Some(why),
        }
    }
    let listed = fields.node("tariffs").and_then(|node| node.as_array()).map_or(0, <[_]>::len);
    if bill.tariffs.len() != listed && bill.tariff_problem.is_none() {
        bill.tariff_problem = Some(fields.broken("tariffs"));
    }
    Ok(())
}
