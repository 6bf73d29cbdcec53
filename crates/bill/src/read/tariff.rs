//! Tariffs of OCPI 2.1.1, 2.2, 2.2.1 and 2.3.0.
//!
//! A tariff is read as a whole or not at all: a price that rests on half of it would be worth nothing. A restriction
//! nobody knows is kept as such, so that its element is neither applied nor passed over.

use eichrecht_model::{
    BillProblem, BillProblemKind, ComponentKind, LimitName, PriceBound, PriceComponent, Restrictions, Tariff, TariffElement, TariffKind,
    Taxes, ZoneKnown,
};
use jiff::Timestamp;
use jiff::civil::Weekday;

use super::fields::Fields;
use super::problem;
use crate::time;

pub(super) fn recognise(fields: &Fields<'_, '_>) -> bool {
    fields.node("elements").is_some_and(|node| node.as_array().is_some())
}

/// Reads a tariff. `within` is the version of the record around it; `elements_left` counts down over all tariffs.
pub(super) fn read(fields: &Fields<'_, '_>, within: Option<TariffKind>, elements_left: &mut usize) -> Result<Tariff, BillProblem> {
    let elements = fields.list("elements");
    let listed = fields.node("elements").and_then(|node| node.as_array()).map_or(0, <[_]>::len);
    if elements.is_empty() || elements.len() != listed {
        return Err(fields.broken("elements"));
    }
    let over = problem(BillProblemKind::Limit(LimitName::TariffElements), fields.place("elements"));
    *elements_left = elements_left.checked_sub(elements.len()).ok_or(over)?;
    let elements = elements.iter().map(element).collect::<Result<Vec<_>, _>>()?;
    let kind = version(fields, within, &elements);
    let taxes = match (kind, fields.strict("tax_included", |text| Some(text.to_ascii_uppercase()))?.as_deref()) {
        (_, Some("YES")) => Taxes::Included,
        (_, Some("N/A")) => Taxes::None,
        (_, Some("NO")) | (_, None) => Taxes::Excluded,
        (_, Some(_)) => return Err(fields.broken("tax_included")),
    };
    let currency = fields.strict("currency", |text| (text.len() == 3).then(|| text.to_uppercase()))?;
    Ok(Tariff {
        id: fields.text("id").unwrap_or_default(),
        kind,
        currency: currency.ok_or_else(|| fields.broken("currency"))?,
        taxes,
        min_price: bound(fields, "min_price")?,
        max_price: bound(fields, "max_price")?,
        from: fields.strict("start_date_time", instant)?,
        until: fields.strict("end_date_time", instant)?,
        elements,
    })
}

/// The version, by what only one of them has.
fn version(fields: &Fields<'_, '_>, within: Option<TariffKind>, elements: &[TariffElement]) -> TariffKind {
    let newer = ["country_code", "party_id", "min_price", "max_price", "type"].iter().any(|name| fields.has(name));
    let taxed = elements.iter().flat_map(|element| &element.components).any(|component| component.vat.is_some());
    match within {
        _ if fields.has("tax_included") => TariffKind::Ocpi23,
        Some(within) => within,
        None if newer || taxed => TariffKind::Ocpi22,
        None => TariffKind::Ocpi211,
    }
}

/// An instant in UTC, which OCPI lets be written without saying so.
pub(super) fn instant(text: &str) -> Option<Timestamp> {
    let time = time::read(text, (eichrecht_model::BillZone::Fixed(0), ZoneKnown::AssumedUtc))?;
    time.instants.first().copied()
}

fn bound(fields: &Fields<'_, '_>, name: &str) -> Result<Option<PriceBound>, BillProblem> {
    if !fields.has(name) {
        return Ok(None);
    }
    if let Some(inner) = fields.inner(name) {
        let either = |a: &str, b: &str| inner.strict_number(if inner.has(a) { a } else { b });
        let bound = PriceBound { net: either("excl_vat", "before_taxes")?, gross: either("incl_vat", "after_taxes")? };
        let empty = bound.net.is_none() && bound.gross.is_none();
        return if empty { Err(fields.broken(name)) } else { Ok(Some(bound)) };
    }
    Ok(Some(PriceBound { net: fields.strict_number(name)?, gross: None }))
}

fn element(fields: &Fields<'_, '_>) -> Result<TariffElement, BillProblem> {
    let listed = fields.node("price_components").and_then(|node| node.as_array()).map_or(0, <[_]>::len);
    if listed > fields.limits.price_components {
        return Err(problem(BillProblemKind::Limit(LimitName::PriceComponents), fields.place("price_components")));
    }
    let components = fields.list("price_components");
    if components.is_empty() || components.len() != listed {
        return Err(fields.broken("price_components"));
    }
    let restrictions = match fields.inner("restrictions") {
        Some(inner) => restrictions(&inner)?,
        None if fields.has("restrictions") => return Err(fields.broken("restrictions")),
        None => Restrictions::default(),
    };
    Ok(TariffElement { components: components.iter().map(component).collect::<Result<_, _>>()?, restrictions })
}

fn component(fields: &Fields<'_, '_>) -> Result<PriceComponent, BillProblem> {
    let kind = fields.strict("type", |text| match text.to_ascii_uppercase().as_str() {
        "ENERGY" => Some(ComponentKind::Energy),
        "FLAT" => Some(ComponentKind::Flat),
        "TIME" => Some(ComponentKind::Time),
        "PARKING_TIME" => Some(ComponentKind::Parking),
        _ => None,
    })?;
    let step = fields.strict_whole("step_size")?.unwrap_or(0);
    Ok(PriceComponent {
        kind: kind.ok_or_else(|| fields.broken("type"))?,
        price: fields.strict_number("price")?.ok_or_else(|| fields.broken("price"))?,
        vat: fields.strict_number("vat")?,
        step: u32::try_from(step).map_err(|_| fields.broken("step_size"))?,
    })
}

fn restrictions(fields: &Fields<'_, '_>) -> Result<Restrictions, BillProblem> {
    let mut found = Restrictions {
        start_time: fields.strict("start_time", time::time_of_day)?,
        end_time: fields.strict("end_time", time::time_of_day)?,
        start_date: fields.strict("start_date", time::date)?,
        end_date: fields.strict("end_date", time::date)?,
        days: Vec::new(),
        min_kwh: fields.strict_number("min_kwh")?,
        max_kwh: fields.strict_number("max_kwh")?,
        min_seconds: fields.strict_whole("min_duration")?,
        max_seconds: fields.strict_whole("max_duration")?,
        min_power: fields.strict_number("min_power")?,
        max_power: fields.strict_number("max_power")?,
        min_current: fields.strict_number("min_current")?,
        max_current: fields.strict_number("max_current")?,
        reservation: fields.has("reservation"),
        unknown: None,
    };
    for day in fields.texts("day_of_week") {
        found.days.push(weekday(&day).ok_or_else(|| fields.broken("day_of_week"))?);
    }
    if fields.has("day_of_week") && found.days.is_empty() {
        // An empty list restricts nothing; anything else is no list.
        fields.node("day_of_week").and_then(|node| node.as_array()).ok_or_else(|| fields.broken("day_of_week"))?;
    }
    const KNOWN: [&str; 14] = [
        "starttime",
        "endtime",
        "startdate",
        "enddate",
        "dayofweek",
        "minkwh",
        "maxkwh",
        "minduration",
        "maxduration",
        "minpower",
        "maxpower",
        "mincurrent",
        "maxcurrent",
        "reservation",
    ];
    let plain = |name: &str| -> String { name.chars().filter(|c| *c != '_').map(|c| c.to_ascii_lowercase()).collect() };
    found.unknown = fields.names().find(|name| !KNOWN.contains(&plain(name).as_str()) && fields.has(name)).map(str::to_owned);
    Ok(found)
}

fn weekday(text: &str) -> Option<Weekday> {
    Some(match text.to_ascii_uppercase().as_str() {
        "MONDAY" => Weekday::Monday,
        "TUESDAY" => Weekday::Tuesday,
        "WEDNESDAY" => Weekday::Wednesday,
        "THURSDAY" => Weekday::Thursday,
        "FRIDAY" => Weekday::Friday,
        "SATURDAY" => Weekday::Saturday,
        "SUNDAY" => Weekday::Sunday,
        _ => return None,
    })
}
