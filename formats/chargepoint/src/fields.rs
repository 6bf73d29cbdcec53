//! The fields of a session and what becomes of them.

use eichrecht_json::{Node, Object, Value};
use eichrecht_model::{ChargePoint, Decimal, Measurement, MeterTime, Note, NoteKind, ParsedRecord, ReadingReason, TimeSync, Unit};
use jiff::Timestamp;

/// Field in which the older form keeps what the newer one has at the top.
pub(crate) const INFO: &str = "additional_info";
/// Fields that have a place of their own; all others are kept as they are.
const PLACED: [&str; 10] = [
    "outlet",
    "session_id",
    "station_mac",
    "driver_info",
    "meter_serial",
    "meter_startreading",
    "meter_endreading",
    "energy_units",
    "start_time",
    "end_time",
];

/// Reads the fields into the record.
pub(crate) fn read(root: &Object<'_>, record: &mut ParsedRecord) {
    let older = root.get(INFO).and_then(|node| object(node));
    let session = older.unwrap_or(root);
    let path = if older.is_some() { format!("{INFO}.") } else { String::new() };
    let fields = Fields { object: session, path };
    let mac = fields.text("station_mac", record);
    let outlet = fields.number("outlet", record);
    record.gateway.serial.clone_from(&mac);
    record.charge_point = charge_point(mac.as_deref(), outlet.as_deref());
    record.session = fields.number("session_id", record);
    record.meter.serial = fields.text("meter_serial", record);
    record.user.id = fields.text("driver_info", record);
    let unit = fields.text("energy_units", record);
    let times = match older {
        Some(_) => periods(root),
        None => (fields.seconds("start_time", record), fields.seconds("end_time", record)),
    };
    let begin = fields.decimal("meter_startreading", record, 0);
    let end = fields.decimal("meter_endreading", record, 1);
    readings(record, [(begin, times.0, ReadingReason::Begin), (end, times.1, ReadingReason::End)], unit.as_deref());
    compare(root, older.is_some(), begin, end, unit.as_deref(), record);
    rest(root, "", older.is_none(), record);
}

/// One object and the way to it.
struct Fields<'o, 'a> {
    object: &'o Object<'a>,
    path: String,
}

impl Fields<'_, '_> {
    fn note(&self, name: &str, kind: NoteKind) -> Note {
        Note::new(kind, format!("{}{name}", self.path))
    }

    fn value(&self, name: &str, record: &mut ParsedRecord) -> Option<&Value<'_>> {
        let value = self.object.get(name).map(|node| &node.value);
        // What stands twice is noted as that, and counts as absent.
        if value.is_none() && !self.object.members.iter().any(|member| member.key == name) {
            record.notes.push(self.note(name, NoteKind::FieldMissing));
        }
        value
    }

    fn text(&self, name: &str, record: &mut ParsedRecord) -> Option<String> {
        match self.value(name, record)? {
            Value::String(text) => Some(text.to_string()).filter(|text| !text.trim().is_empty()),
            other => {
                let note = self.note(name, NoteKind::WrongType).found(spelt(other)).expected("text");
                record.notes.push(note);
                None
            }
        }
    }

    /// A number in its own spelling. One that stands between quotes is taken and noted.
    fn number(&self, name: &str, record: &mut ParsedRecord) -> Option<String> {
        match self.value(name, record)? {
            Value::Number(digits) => Some((*digits).to_owned()),
            Value::String(text) if text.parse::<Decimal>().is_ok() => {
                let note = self.note(name, NoteKind::NumberAsText).found(text.as_ref());
                let text = text.to_string();
                record.notes.push(note);
                Some(text)
            }
            other => {
                let note = self.note(name, NoteKind::WrongType).found(spelt(other)).expected("number");
                record.notes.push(note);
                None
            }
        }
    }

    fn decimal(&self, name: &str, record: &mut ParsedRecord, reading: usize) -> Option<Decimal> {
        let digits = self.number(name, record)?;
        let value = digits.parse::<Decimal>().ok().filter(|value| !value.is_negative());
        if value.is_none() {
            record.notes.push(self.note(name, NoteKind::ValueUnreadable).found(digits).at(reading));
        }
        value
    }

    fn seconds(&self, name: &str, record: &mut ParsedRecord) -> Option<MeterTime> {
        let digits = self.number(name, record)?;
        let time = time(&digits);
        if time.is_none() {
            record.notes.push(self.note(name, NoteKind::TimeUnreadable).found(digits));
        }
        time
    }
}

/// The outlet of a station, as its keys are named: `0024b1000002e300_2`.
fn charge_point(mac: Option<&str>, outlet: Option<&str>) -> ChargePoint {
    let plain = |mac: &str| mac.replace(':', "").to_lowercase();
    ChargePoint { scheme: None, id: mac.zip(outlet).map(|(mac, outlet)| format!("{}_{outlet}", plain(mac))) }
}

fn object<'o, 'a>(node: &'o Node<'a>) -> Option<&'o Object<'a>> {
    match &node.value {
        Value::Object(object) => Some(object),
        _ => None,
    }
}

/// Seconds since 1970 in UTC, by the clock of the station: nothing tells how it is set.
fn time(digits: &str) -> Option<MeterTime> {
    let instant = Timestamp::from_second(digits.parse().ok()?).ok()?;
    let local = jiff::tz::Offset::UTC.to_datetime(instant);
    Some(MeterTime { local, offset_minutes: Some(0), instant, sync: TimeSync::Informative, raw: digits.to_owned() })
}

/// Earliest begin and latest end of all periods of charging and parking.
fn periods(root: &Object<'_>) -> (Option<MeterTime>, Option<MeterTime>) {
    let items = ["energy", "parking"].into_iter().filter_map(|name| root.get(name)).flat_map(|node| match &node.value {
        Value::Array(items) => items.as_slice(),
        _ => &[],
    });
    let (mut begin, mut end): (Option<MeterTime>, Option<MeterTime>) = (None, None);
    for item in items.filter_map(object) {
        let at = |name: &str| match &item.get(name)?.value {
            Value::Number(digits) => time(digits),
            _ => None,
        };
        begin = begin.into_iter().chain(at("start_time_utc")).min_by_key(|time| time.instant);
        end = end.into_iter().chain(at("end_time_utc")).max_by_key(|time| time.instant);
    }
    (begin, end)
}

fn readings(record: &mut ParsedRecord, two: [(Option<Decimal>, Option<MeterTime>, ReadingReason); 2], unit: Option<&str>) {
    let unit = unit.map(Unit::from_text);
    for (index, (value, time, reason)) in two.into_iter().enumerate() {
        if let Some(Unit::Other(found)) = &unit {
            record.notes.push(Note::new(NoteKind::UnitUnknown, "energy_units").found(found).at(index));
        }
        record.measurements.push(Measurement { time, reason: Some(reason), value, unit: unit.clone(), ..Measurement::default() });
    }
}

/// Compares the difference of the register with the energy that the record states besides.
fn compare(root: &Object<'_>, older: bool, begin: Option<Decimal>, end: Option<Decimal>, unit: Option<&str>, record: &mut ParsedRecord) {
    let unit = unit.map(Unit::from_text);
    let (Some(begin), Some(end), Some(unit)) = (begin, end, unit.filter(Unit::is_energy)) else { return };
    let Some(difference) = end.checked_sub(&begin).and_then(|value| unit.convert(&value, &Unit::KilowattHour)) else { return };
    let (field, stated) = if older { ("energy", charged(root)) } else { ("total_energy", total(root, &unit)) };
    let Some((stated, tolerance)) = stated else { return };
    let apart = stated.checked_sub(&difference).map(|apart| apart.abs());
    if apart.is_none_or(|apart| apart > tolerance) {
        let note = Note::new(NoteKind::CopyDiffers, field).found(format!("{stated} kWh")).expected(format!("{difference} kWh"));
        record.notes.push(note);
    }
}

/// The total of the newer form in kWh, and the half of its last digit.
fn total(root: &Object<'_>, unit: &Unit) -> Option<(Decimal, Decimal)> {
    let Value::Number(digits) = &root.get("total_energy")?.value else { return None };
    let value: Decimal = digits.parse().ok()?;
    let half = value.last_digit_unit().checked_mul(&Decimal::new(5, 1)?)?;
    Some((unit.convert(&value, &Unit::KilowattHour)?, unit.convert(&half, &Unit::KilowattHour)?))
}

/// The amounts of all charging periods of the older form in kWh, and half a watt hour: they are printed with the
/// noise of binary fractions. None where charging was sold by time.
fn charged(root: &Object<'_>) -> Option<(Decimal, Decimal)> {
    let Value::Array(items) = &root.get("energy")?.value else { return None };
    let mut sum = Decimal::ZERO;
    for item in items.iter().filter_map(object) {
        let number = |name: &str| match &item.get(name)?.value {
            Value::Number(digits) => digits.parse::<Decimal>().ok(),
            _ => None,
        };
        // The line of the sum has no such field.
        match number("active_charging") {
            Some(active) if active.is_zero() => sum = sum.checked_add(&number("units")?)?,
            Some(_) => return None,
            None => {}
        }
    }
    Some((sum, Decimal::new(5, 4)?))
}

/// Keeps every other field with its path, as received.
fn rest(object: &Object<'_>, path: &str, placed_here: bool, record: &mut ParsedRecord) {
    for member in &object.members {
        if placed_here && PLACED.contains(&member.key.as_ref()) {
            continue;
        }
        keep(&member.value, &format!("{path}{}", member.key), record);
    }
}

fn keep(node: &Node<'_>, path: &str, record: &mut ParsedRecord) {
    match &node.value {
        Value::Object(object) => rest(object, &format!("{path}."), path == INFO, record),
        Value::Array(items) => items.iter().enumerate().for_each(|(index, item)| keep(item, &format!("{path}[{index}]"), record)),
        value => record.extensions.push((path.to_owned(), spelt(value))),
    }
}

/// A value as text.
fn spelt(value: &Value<'_>) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(truth) => truth.to_string(),
        Value::Number(digits) => (*digits).to_owned(),
        Value::String(text) => text.to_string(),
        Value::Array(_) => "[…]".to_owned(),
        Value::Object(_) => "{…}".to_owned(),
    }
}
