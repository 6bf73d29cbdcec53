//! Members beside the signed list, compared with it. A file whose signatures hold and whose members say something else
//! than the meter signed is a forgery, or damaged; it is never a matter of form.

use eichrecht_json::{Node, Object, Value};
use eichrecht_model::{Declared, Note, NoteKind, ParsedRecord};
use jiff::Timestamp;

use crate::points::{NO_UNIT, Point, Points, Signed, unit_words};
use crate::tags::{self, Tag, contract, tag};

/// Compares everything, and keeps what there is nothing to compare with as a claim.
pub(crate) fn compare(record: &mut ParsedRecord, object: &Object<'_>, points: &Points<'_, '_>, declared: &Declared) {
    for point in &points.0 {
        entry(record, &format!("additionalValues.{}", point.definition.name), point.entry, point, false);
    }
    if let (Some(copy), Some(point)) = (object.get("value").filter(|node| node.value != Value::Null), points.get("RCR")) {
        match copy.as_object() {
            Some(copy) => entry(record, "value", copy, point, true),
            None => contradiction(record, "value", &shown(Some(copy)), "RCR"),
        }
    }
    let count = points.number("RCnt").0;
    let meter = points.text("MA1");
    same(record, object.get("measurementId"), "measurementId", &count.to_string());
    same(record, object.at(&["meterInfo", "meterId"]), "meterInfo.meterId", meter);
    same(record, object.get("@id"), "@id", &format!("{meter}-{count}"));
    time(record, object, points);
    customer(record, object, points);
    if let (Some(claimed), Some(signed)) = (declared.charge_point.as_deref(), tag(points, tags::EVSE).known())
        && claimed != signed
    {
        contradiction(record, "evseId", claimed, signed);
    }
    for way in [["meterInfo", "firmwareVersion"], ["meterInfo", "type"], ["meterInfo", "manufacturer"], ["chargePoint", "softwareVersion"]]
    {
        if let Some(text) = object.at(&way).and_then(Node::as_str) {
            record.unsigned.push((way.join("."), text.to_owned()));
        }
    }
}

fn contradiction(record: &mut ParsedRecord, field: &str, found: &str, signed: &str) {
    record.notes.push(Note::new(NoteKind::ClaimContradictsSigned, field).found(found).expected(signed));
}

/// A value as it is shown in a finding.
fn shown(node: Option<&Node<'_>>) -> String {
    match node.map(|node| &node.value) {
        Some(Value::String(text)) => text.to_string(),
        Some(Value::Number(digits)) => (*digits).to_owned(),
        Some(Value::Bool(value)) => value.to_string(),
        Some(Value::Null) => "null".to_owned(),
        Some(Value::Array(_)) => "[…]".to_owned(),
        Some(Value::Object(_)) => "{…}".to_owned(),
        None => String::new(),
    }
}

/// A member that is there and does not say the signed thing. Numbers are compared by their digits: whole ones have one
/// spelling only.
fn same(record: &mut ParsedRecord, claimed: Option<&Node<'_>>, field: &str, signed: &str) {
    if let Some(claimed) = claimed.filter(|claimed| claimed.value != Value::Null)
        && shown(Some(claimed)) != signed
    {
        contradiction(record, field, &shown(Some(claimed)), signed);
    }
}

/// What an entry says about its value in words, and, in the copy beside the list, the value itself.
fn entry(record: &mut ParsedRecord, field: &str, entry: &Object<'_>, point: &Point<'_, '_>, is_copy: bool) {
    let definition = point.definition;
    let field = |part: &str| format!("{field}.{part}");
    if is_copy {
        same(record, entry.at(&["measurand", "name"]), &field("measurand.name"), definition.name);
    }
    same(record, entry.at(&["measurand", "id"]), &field("measurand.id"), definition.obis.unwrap_or_default());
    same(record, entry.at(&["measuredValue", "valueType"]), &field("valueType"), definition.kind.word());
    let Signed::Number { value, scale, unit } = point.signed else { return };
    let word = entry.at(&["measuredValue", "unit"]).filter(|word| word.value != Value::Null);
    if let Some(word) = word
        && !word.as_str().is_some_and(|word| unit_words(unit).contains(&word))
    {
        let signed = unit_words(unit).first().map_or_else(|| unit.to_string(), |word| (*word).to_owned());
        contradiction(record, &field("unit"), &shown(Some(word)), &signed);
    }
    if is_copy {
        let member = |name: &str| entry.at(&["measuredValue", name]);
        same(record, member("value"), &field("value"), &value.to_string());
        // What is left out has the same meaning here as in the list.
        for (name, default, signed) in [("scale", 0, i64::from(scale)), ("unitEncoded", i64::from(NO_UNIT), i64::from(unit))] {
            let claimed = member(name).map_or_else(|| default.to_string(), |node| shown(Some(node)));
            if claimed != signed.to_string() && member("value").is_some() {
                contradiction(record, &field(name), &claimed, &signed.to_string());
            }
        }
    }
}

/// `time` has to be the signed instant, shown at the signed offset.
fn time(record: &mut ParsedRecord, object: &Object<'_>, points: &Points<'_, '_>) {
    let Some(claimed) = object.get("time").filter(|node| node.value != Value::Null) else { return };
    let Some(signed) = record.measurements.first().and_then(|reading| reading.time.clone()) else { return };
    let text = shown(Some(claimed));
    let instant = text.parse::<Timestamp>().ok();
    let local = signed.local.to_string();
    if instant != Some(signed.instant) || !text.starts_with(&local) {
        let expected = format!("{local}, {:+} min", points.number("TZO").0);
        contradiction(record, "time", &text, &expected);
    }
}

/// The customer is who the signed tag names, and nobody where there is none.
fn customer(record: &mut ParsedRecord, object: &Object<'_>, points: &Points<'_, '_>) {
    let (kind, id) = signed_customer(points);
    for (name, signed) in [("id", id), ("type", kind.unwrap_or_default())] {
        same(record, object.at(&["contract", name]), &format!("contract.{name}"), signed);
    }
}

/// Kind and number of the customer, as the record shows them.
fn signed_customer<'p>(points: &'p Points<'_, '_>) -> (Option<&'p str>, &'p str) {
    if let Tag::Once(content) = tag(points, tags::CONTRACT) { contract(content) } else { (None, "") }
}
