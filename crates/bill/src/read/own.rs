//! The JSON of this program, `eichrecht-bill/1`: small enough to be written by hand.
//!
//! | Field | Holds |
//! |---|---|
//! | `schema` | `eichrecht-bill/1` |
//! | `id`, `session`, `evse` | texts |
//! | `energy`, `unit` | number or text, `kWh` unless said otherwise |
//! | `start`, `end` | times, with or without offset |
//! | `total`, `net` | with and without tax, number or text |
//! | `currency`, `vat` | three letters; percent |
//! | `zone` | of times without offset: `CET` (default), `UTC`, `+02:00` |
//! | `tariff` | an OCPI tariff, a tariff text, or `0.45 EUR/kWh` |

use eichrecht_json::Value;
use eichrecht_model::{Bill, BillKind, BillNoteKind, BillProblem, BillProblemKind, BillZone, Energy, Unit, ZoneKnown};

use super::fields::Fields;
use super::{problem, tariff, tariff_text};
use crate::{figures, time};

const SCHEMA: &str = "eichrecht-bill/1";
const KNOWN: [&str; 14] =
    ["schema", "id", "session", "evse", "energy", "unit", "start", "end", "total", "net", "currency", "vat", "zone", "tariff"];

pub(super) fn recognise(fields: &Fields<'_, '_>) -> bool {
    fields.node("schema").and_then(|node| node.as_str()) == Some(SCHEMA)
}

pub(super) fn read(fields: &Fields<'_, '_>) -> Result<Bill, BillProblem> {
    let mut bill = Bill { kind: BillKind::Own, ..Bill::default() };
    let limits = fields.limits;
    bill.id = fields.text("id");
    bill.session = fields.text("session");
    bill.evse = fields.text("evse");
    bill.energy = energy(fields);
    let assumed = match fields.text_as("zone", figures::read_zone) {
        Some(zone) => (zone, ZoneKnown::Given),
        None => (BillZone::German, ZoneKnown::AssumedGerman),
    };
    bill.zone = assumed.0;
    bill.begin = fields.text_as("start", |text| time::read(text, assumed));
    bill.end = fields.text_as("end", |text| time::read(text, assumed));
    let mut currency = fields.text("currency").map(|text| text.to_uppercase());
    let mut money = |name: &str| {
        if matches!(fields.node(name)?.value, Value::Number(_)) {
            return fields.number(name);
        }
        let (value, found) = fields.text_as(name, |text| figures::money(text, limits).ok())?;
        currency = currency.take().or(found);
        Some(value)
    };
    (bill.gross, bill.net) = (money("total"), money("net"));
    bill.currency = currency;
    bill.vat = fields.number("vat");
    read_tariff(fields, &mut bill)?;
    for name in fields.names().filter(|name| !KNOWN.contains(name)) {
        fields.note(BillNoteKind::Unknown, name, "");
    }
    bill.notes = fields.take_notes();
    Ok(bill)
}

fn energy(fields: &Fields<'_, '_>) -> Option<Energy> {
    let unit = fields.text_as("unit", |text| Some(Unit::from_text(text)).filter(Unit::is_energy));
    if matches!(fields.node("energy")?.value, Value::Number(_)) {
        let value = fields.amount("energy")?;
        // A unit that is there and cannot be read must not become kilowatt hours.
        let unit = if fields.has("unit") { unit? } else { Unit::KilowattHour };
        return Some(Energy { value, unit });
    }
    let energy = fields.text_as("energy", |text| figures::energy(text, fields.limits).ok())?;
    let has_unit = fields.text("energy").is_some_and(|text| text.contains(|c: char| c.is_ascii_alphabetic()));
    match (has_unit, fields.has("unit")) {
        (false, true) => Some(Energy { unit: unit?, ..energy }),
        (true, true) if unit.as_ref() != Some(&energy.unit) => {
            fields.note(BillNoteKind::Contradiction, "unit", "");
            None
        }
        _ => Some(energy),
    }
}

fn read_tariff(fields: &Fields<'_, '_>, bill: &mut Bill) -> Result<(), BillProblem> {
    let Some(node) = fields.node("tariff") else { return Ok(()) };
    let read = match (node.as_str(), fields.inner("tariff")) {
        (Some(text), _) => tariff_text::read(text, fields.limits).ok_or_else(|| problem(BillProblemKind::Syntax, "tariff")),
        (None, Some(inner)) => tariff::read(&inner, None, &mut fields.limits.tariff_elements.clone()),
        _ => Err(fields.broken("tariff")),
    };
    match read {
        Ok(tariff) => bill.tariffs.push(tariff),
        Err(why @ BillProblem { kind: BillProblemKind::Limit(_), .. }) => return Err(why),
        Err(why) => bill.tariff_problem = Some(why),
    }
    Ok(())
}
