//! The payload: everything but user and readings, which have files of their own.

use eichrecht_json::{Node, Object, Value};
use eichrecht_model::{
    ChargePoint, LossCompensation, NoteKind, Pagination, PaginationContext, ParseError, ParseErrorKind, ParsedRecord, Unit,
};

use crate::context::{Context, Fields, shorten};
use crate::number::{self, Sign};
use crate::version::Version;
use crate::{reading, tables, tariff, user};

/// Fields with a typed place. `SA`, `SE` and `SM` belong here in 0.4 and 0.5 only, `VI` and `VV` before 0.4.
const KNOWN: [&str; 22] =
    ["FV", "GI", "GS", "GV", "PG", "MV", "MM", "MS", "MF", "IS", "IL", "IF", "IT", "ID", "TT", "CF", "LC", "CT", "CI", "RD", "VI", "VV"];

/// `FV`, before anything else is read: much depends on it. Text as received, and its meaning.
pub(crate) fn version(context: &mut Context<'_>, payload: &Object<'_>) -> Option<String> {
    let fields = Fields::new(payload, "", None);
    let Some(node) = fields.get("FV") else {
        context.note(fields.note(NoteKind::VersionMissing, "FV"));
        return None;
    };
    let text = match &node.value {
        Value::String(text) => text.to_string(),
        Value::Number(spelling) => {
            context.note(fields.note(NoteKind::VersionNotText, "FV").found(shorten(spelling)));
            (*spelling).to_owned()
        }
        _ => {
            context.note(fields.note(NoteKind::VersionNotText, "FV").found(shorten(context.raw(node))));
            context.keep("FV".to_owned(), node);
            return None;
        }
    };
    context.version = Version::parse(&text);
    if !context.version.is_some_and(Version::is_known) {
        context.note(fields.note(NoteKind::VersionUnknown, "FV").found(shorten(&text)));
    }
    Some(text)
}

/// Reads all fields into the record.
///
/// # Errors
/// When there are no readings or too many, or one is no object. Offsets are those of the payload text.
pub(crate) fn read(
    context: &mut Context<'_>,
    payload: &Object<'_>,
    most_readings: usize,
    record: &mut ParsedRecord,
) -> Result<(), ParseError> {
    let fields = &Fields::new(payload, "", None);
    let before_0_4 = context.version.is_some_and(|version| version <= Version::V0_3);

    record.gateway.id = context.text(fields, "GI");
    record.gateway.version = context.text(fields, "GV");
    for (key, old_key) in [("GI", "VI"), ("GV", "VV")] {
        let place = if key == "GI" { &mut record.gateway.id } else { &mut record.gateway.version };
        match fields.get(old_key) {
            Some(_) if before_0_4 && place.is_none() => *place = context.text(fields, old_key),
            Some(node) => context.keep(fields.path(old_key), node),
            None => {}
        }
    }
    record.gateway.serial = context.text(fields, "GS");
    record.pagination = pagination(context, fields);
    record.meter.manufacturer = context.text(fields, "MV");
    record.meter.model = context.text(fields, "MM");
    record.meter.serial = context.text(fields, "MS");
    record.meter.firmware = context.text(fields, "MF");

    // The user must be named in transactions, not in readings for other purposes.
    let fiscal = record.pagination.is_some_and(|pagination| pagination.context == PaginationContext::Fiscal);
    record.user = user::read(context, fields, !fiscal);

    context.since(Version::V1_1, fields, "TT", "1.1");
    record.tariff = context.text_up_to(250, fields, "TT").map(tariff::read);
    context.since(Version::V1_3, fields, "CF", "1.3");
    record.gateway.controller_firmware = context.text_up_to(25, fields, "CF");
    context.since(Version::V1_2, fields, "LC", "1.2");
    record.loss = fields.get("LC").and_then(|node| loss(context, fields, node));
    record.charge_point = charge_point(context, fields);

    record.measurements = readings(context, fields, most_readings)?;
    let algorithm_known: &[&str] = if context.version.is_some_and(Version::has_algorithm_in_payload) { &["SA", "SE", "SM"] } else { &[] };
    for key in algorithm_known {
        if let Some(node) = fields.get(key) {
            context.keep(fields.path(key), node);
        }
    }
    context.leftovers(fields, &[&KNOWN, algorithm_known].concat());
    Ok(())
}

fn readings(context: &mut Context<'_>, fields: &Fields<'_, '_>, most: usize) -> Result<Vec<eichrecht_model::Measurement>, ParseError> {
    let missing = |offset: Option<usize>, field: String| {
        let error = ParseError::new(ParseErrorKind::PartMissing).field(field);
        offset.map_or(error.clone(), |offset| error.at(offset))
    };
    let node = fields.get("RD").ok_or_else(|| missing(None, "RD".to_owned()))?;
    let elements =
        node.as_array().filter(|elements| !elements.is_empty()).ok_or_else(|| missing(Some(node.span.start), "RD".to_owned()))?;
    if elements.len() > most {
        return Err(ParseError::new(ParseErrorKind::Limit(eichrecht_model::LimitName::Readings)).at(node.span.start).field("RD"));
    }
    let mut readings = reading::Readings::default();
    for (index, element) in elements.iter().enumerate() {
        let object = element.as_object().ok_or_else(|| missing(Some(element.span.start), format!("RD[{index}]")))?;
        readings.push(context, object);
    }
    Ok(readings.finish())
}

/// `PG`: `T` or `F` and a number without leading zeros. A small letter is tolerated.
fn pagination(context: &mut Context<'_>, fields: &Fields<'_, '_>) -> Option<Pagination> {
    let node = fields.get("PG")?;
    let pagination = node.as_str().and_then(read_pagination);
    match pagination {
        Some(_) if node.as_str().is_some_and(|text| text.starts_with(['t', 'f'])) => {
            context.code_unknown(fields, "PG", node.as_str().unwrap_or_default(), "T, F");
        }
        Some(_) => {}
        None => {
            let found = shorten(node.as_str().unwrap_or(context.raw(node)));
            context.note(fields.note(NoteKind::PaginationMalformed, "PG").found(found));
            context.keep(fields.path("PG"), node);
        }
    }
    pagination
}

fn read_pagination(text: &str) -> Option<Pagination> {
    let (context, number) = match text.split_at_checked(1)? {
        ("T" | "t", number) => (PaginationContext::Transaction, number),
        ("F" | "f", number) => (PaginationContext::Fiscal, number),
        _ => return None,
    };
    let plain = number.bytes().all(|byte| byte.is_ascii_digit()) && (number.len() == 1 || !number.starts_with('0'));
    let number = if plain { number.parse().ok()? } else { return None };
    Some(Pagination { context, number })
}

fn charge_point(context: &mut Context<'_>, fields: &Fields<'_, '_>) -> ChargePoint {
    let scheme = context.text(fields, "CT");
    if let (Some(scheme), Some(Value::String(_))) = (&scheme, fields.get("CT").map(|node| &node.value))
        && !tables::CHARGE_POINT_SCHEMES.contains(&scheme.as_str())
    {
        context.code_unknown(fields, "CT", scheme, "EVSEID, CBIDC");
    }
    ChargePoint { scheme, id: context.text(fields, "CI") }
}

/// `LC`: name, number and resistance of a cable.
fn loss(context: &mut Context<'_>, outer: &Fields<'_, '_>, node: &Node<'_>) -> Option<LossCompensation> {
    let Some(object) = node.as_object() else {
        context.wrong_type(outer, "LC", node, "object");
        context.keep(outer.path("LC"), node);
        return None;
    };
    let fields = &Fields::new(object, "LC.", None);
    for key in ["LR", "LU"] {
        if !fields.has(key) {
            context.note(fields.note(NoteKind::LossParametersIncomplete, key));
        }
    }
    let name = context.text_up_to(20, fields, "LN");
    let mut number = |key| fields.get(key).and_then(|node| number::read(context, fields, key, node, Sign::NotNegative));
    let (id, resistance) = (number("LI"), number("LR"));
    let unit = context.text(fields, "LU").map(|text| {
        let unit = Unit::from_text(&text);
        match unit {
            Unit::MilliOhm | Unit::MicroOhm => {}
            Unit::Other(_) => context.note(fields.note(NoteKind::UnitUnknown, "LU").found(shorten(&text)).expected("mOhm, uOhm")),
            _ => context.code_unknown(fields, "LU", &text, "mOhm, uOhm"),
        }
        unit
    });
    context.leftovers(fields, &["LN", "LI", "LR", "LU"]);
    Some(LossCompensation { name, id, resistance, unit })
}
