//! Snapshots of other versions than the known one, shown as they are stated.
//!
//! How version `v0` differs was never published, and no genuine file is known: an older program signed other data points
//! in another order. So nothing is put to the test and nothing is compared; a check by hearsay would prove nothing.

use eichrecht_json::{Node, Object, Value};
use eichrecht_model::{
    AlgorithmClaim, Decimal, Measurement, NotCheckedReason, Note, NoteKind, ObisCode, ParsedRecord, Provenance, Record, SignatureData,
    SignedBytes, SignedBytesReading, SignedBytesSource, Unit,
};

use crate::content;
use crate::points::WATT_HOUR;
use crate::{ID, VERSION};

/// The one version besides the known one that has been heard of.
const OLDER: &str = "v0";

/// A record of the data points in the list, all of them claims.
pub(crate) fn read(record: &Record, version: &str, list: &[Node<'_>]) -> ParsedRecord {
    // Which bytes are signed is not known; the whole record stands for them, so that a copy is known as one.
    let whole = SignedBytes { reading: SignedBytesReading::Exact, source: SignedBytesSource::Range(0..record.bytes.len()) };
    let signature = SignatureData::NotTested(NotCheckedReason::RecipeUnproven);
    let mut parsed = ParsedRecord::empty(ID, vec![whole], AlgorithmClaim::Unknown("unproven".to_owned()), signature);
    parsed.version = Some(version.to_owned());
    if version != OLDER {
        parsed.notes.push(Note::new(NoteKind::VersionUnknown, "@context").found(version).expected(VERSION));
    }
    let points: Vec<(&str, &Object<'_>)> = list.iter().filter_map(point).collect();
    let integer = |name: &str| points.iter().find(|(known, _)| *known == name).and_then(|(_, value)| value.get("value")?.as_integer());
    let reason = integer("Typ").map(content::reason);
    let time = integer("Epoch").zip(integer("TZO")).and_then(|(epoch, minutes)| content::instant(epoch, minutes));
    for (name, value) in &points {
        let Some(shown) = value.get("value").and_then(shown) else { continue };
        match amount(value) {
            Some(amount) => parsed.measurements.push(Measurement {
                time: time.clone(),
                reason: reason.clone(),
                value: Some(amount),
                unit: Some(Unit::WattHour),
                obis: register(list, name),
                provenance: Provenance::Unsigned,
                ..Measurement::default()
            }),
            None if *name == "MA1" => parsed.meter.serial = Some(shown),
            None => parsed.unsigned.push((format!("additionalValues.{name}"), shown)),
        }
    }
    parsed
}

/// Name and value of an entry.
fn point<'n, 'a>(entry: &'n Node<'a>) -> Option<(&'n str, &'n Object<'a>)> {
    let entry = entry.as_object()?;
    Some((entry.at(&["measurand", "name"])?.as_str()?, entry.get("measuredValue")?.as_object()?))
}

fn register(list: &[Node<'_>], name: &str) -> Option<ObisCode> {
    let entry =
        list.iter().filter_map(Node::as_object).find(|entry| entry.at(&["measurand", "name"]).and_then(Node::as_str) == Some(name))?;
    entry.at(&["measurand", "id"])?.as_str().map(ObisCode::new)
}

/// An amount of energy; `None` for every other value.
fn amount(value: &Object<'_>) -> Option<Decimal> {
    if value.get("unitEncoded")?.as_integer()? != i64::from(WATT_HOUR) {
        return None;
    }
    let power = value.get("scale").map_or(Some(0), |scale| i32::try_from(scale.as_integer()?).ok())?;
    Decimal::new(i128::from(value.get("value")?.as_integer()?), 0)?.shift(power)
}

fn shown(value: &Node<'_>) -> Option<String> {
    match &value.value {
        Value::Number(digits) => Some((*digits).to_owned()),
        Value::String(text) => Some(text.to_string()),
        _ => None,
    }
}
