//! Readings, elements of `RD`, with values taken over from the reading before.
//!
//! Inside one record a reading may leave out what equals the reading before. That goes for every field but
//! two: a missing `RV` may as well mean that there is no value, so it is none; and `CL` belongs to its own
//! value. A field that is there and cannot be read is passed on as unreadable, never as the value before it.

use eichrecht_json::{Node, Object, Value};
use eichrecht_model::{CurrentKind, ErrorFlags, Measurement, MeterStatus, MeterTime, NoteKind, ObisCode, Provenance, ReadingReason, Unit};

use crate::context::{Context, Fields, Lookup, shorten};
use crate::number::{self, Sign};
use crate::version::Version;
use crate::{tables, time};

fn is_known(key: &str) -> bool {
    matches!(key, "TM" | "TX" | "RV" | "RI" | "RU" | "RT" | "CL" | "EF" | "EI" | "ST")
}

/// The readings of one record, in the making.
#[derive(Default)]
pub(crate) struct Readings {
    done: Vec<Measurement>,
}

impl Readings {
    /// Reads the next one.
    pub(crate) fn push(&mut self, context: &mut Context<'_>, object: &Object<'_>) {
        let index = self.done.len();
        let fields = &Fields::new(object, format!("RD[{index}]."), Some(index));
        let before = self.done.last();
        if before.is_none() {
            first_reading(context, fields);
        }
        if fields.has("RI") != fields.has("RU") {
            context.note(fields.note(NoteKind::ObisWithoutUnit, if fields.has("RI") { "RU" } else { "RI" }));
        }
        context.since(Version::V1_2, fields, "CL", "1.2");
        let own = |context: &mut Context<'_>, key, sign| fields.get(key).and_then(|node| number::read(context, fields, key, node, sign));
        let measurement = Measurement {
            time: inherit(context, fields, "TM", before.and_then(|m| m.time.as_ref()), read_time),
            reason: inherit(context, fields, "TX", before.and_then(|m| m.reason.as_ref()), read_reason),
            value: own(context, "RV", Sign::NotNegative),
            unit: inherit(context, fields, "RU", before.and_then(|m| m.unit.as_ref()), read_unit),
            obis: inherit(context, fields, "RI", before.and_then(|m| m.obis.as_ref()), read_obis),
            current: inherit(context, fields, "RT", before.and_then(|m| m.current.as_ref()), read_current),
            // A negative loss is kept, so that it can be judged.
            cumulated_loss: own(context, "CL", Sign::Any),
            error_flags: inherit(context, fields, "EF", before.and_then(|m| m.error_flags.as_ref()), read_flags),
            status: inherit(context, fields, "ST", before.and_then(|m| m.status.as_ref()), read_status),
            event_counter: inherit(context, fields, "EI", before.and_then(|m| m.event_counter.as_ref()), read_event_counter),
            provenance: Provenance::Signed,
        };
        context.leftovers(fields, is_known);
        self.done.push(measurement);
    }

    pub(crate) fn finish(self) -> Vec<Measurement> {
        self.done
    }
}

/// The first reading has nothing to take over. One without any value may be the mere message of an error.
fn first_reading(context: &mut Context<'_>, fields: &Fields<'_, '_>) {
    let has_value = ["RV", "RI", "RU", "RT"].into_iter().any(|key| fields.has(key));
    for (key, needed) in [("TM", true), ("RV", has_value), ("RU", has_value), ("ST", true)] {
        if needed && !fields.has(key) {
            context.note(fields.note(NoteKind::FirstReadingIncomplete, key));
        }
    }
}

/// The field's own value, or that of the reading before when the field is left out.
fn inherit<T: Clone>(
    context: &mut Context<'_>,
    fields: &Fields<'_, '_>,
    key: &str,
    before: Option<&T>,
    read: impl FnOnce(&mut Context<'_>, &Fields<'_, '_>, &Node<'_>) -> Option<T>,
) -> Option<T> {
    match fields.lookup(key) {
        Lookup::Absent => before.cloned(),
        Lookup::Duplicate => None,
        Lookup::One(node) => read(context, fields, node),
    }
}

/// The text of a value, or a note that it is none.
fn text_of<'n>(context: &mut Context<'_>, fields: &Fields<'_, '_>, key: &str, node: &'n Node<'_>) -> Option<&'n str> {
    if node.as_str().is_none() {
        context.wrong_type(fields, key, node, "text");
        context.keep(fields.path(key), node);
    }
    node.as_str()
}

fn read_time(context: &mut Context<'_>, fields: &Fields<'_, '_>, node: &Node<'_>) -> Option<MeterTime> {
    let Some((time, deviations)) = node.as_str().and_then(time::read) else {
        let found = shorten(node.as_str().unwrap_or(context.raw(node)));
        context.note(fields.note(NoteKind::TimeUnreadable, "TM").found(found));
        context.keep(fields.path("TM"), node);
        return None;
    };
    for deviation in deviations {
        context.note(fields.note(NoteKind::TimeForm, "TM").found(shorten(&time.raw)).expected(deviation.expected()));
    }
    Some(time)
}

fn read_reason(context: &mut Context<'_>, fields: &Fields<'_, '_>, node: &Node<'_>) -> Option<ReadingReason> {
    let code = text_of(context, fields, "TX", node)?;
    let reason = tables::reading_reason(code);
    if matches!(reason, ReadingReason::Other(_)) {
        context.code_unknown(fields, "TX", code, "B, C, S, T, X, E, L, R, A, P");
    }
    Some(reason)
}

fn read_unit(context: &mut Context<'_>, fields: &Fields<'_, '_>, node: &Node<'_>) -> Option<Unit> {
    let text = text_of(context, fields, "RU", node)?;
    let unit = Unit::from_text(text);
    if matches!(unit, Unit::Other(_)) {
        context.note(fields.note(NoteKind::UnitUnknown, "RU").found(shorten(text)));
    }
    Some(unit)
}

fn read_obis(context: &mut Context<'_>, fields: &Fields<'_, '_>, node: &Node<'_>) -> Option<ObisCode> {
    let text = text_of(context, fields, "RI", node)?;
    let obis = ObisCode::new(text);
    if !obis.is_readable() {
        context.note(fields.note(NoteKind::ObisUnreadable, "RI").found(shorten(text)));
    }
    if obis.is_ocmf_billing_code() {
        context.since(Version::V1_4, fields, "RI", "1.4");
    }
    Some(obis)
}

fn read_current(context: &mut Context<'_>, fields: &Fields<'_, '_>, node: &Node<'_>) -> Option<CurrentKind> {
    let code = text_of(context, fields, "RT", node)?;
    let current = tables::current_kind(code);
    if matches!(current, CurrentKind::Other(_)) {
        context.code_unknown(fields, "RT", code, "AC, DC");
    }
    Some(current)
}

fn read_flags(context: &mut Context<'_>, fields: &Fields<'_, '_>, node: &Node<'_>) -> Option<ErrorFlags> {
    let text = text_of(context, fields, "EF", node)?;
    let (flags, others) = tables::error_flags(text);
    if others {
        context.note(fields.note(NoteKind::ErrorFlagUnknown, "EF").found(shorten(text)).expected("E, t"));
        context.keep(fields.path("EF"), node);
    }
    Some(flags)
}

fn read_status(context: &mut Context<'_>, fields: &Fields<'_, '_>, node: &Node<'_>) -> Option<MeterStatus> {
    let code = text_of(context, fields, "ST", node)?;
    let status = tables::meter_status(code);
    if matches!(status, MeterStatus::Other(_)) {
        context.code_unknown(fields, "ST", code, "N, G, T, D, R, M, X, I, O, S, E, F");
    }
    Some(status)
}

/// `EI` is a text in some versions and a number in others.
fn read_event_counter(context: &mut Context<'_>, fields: &Fields<'_, '_>, node: &Node<'_>) -> Option<String> {
    if let Value::Number(spelling) = &node.value {
        return Some((*spelling).to_owned());
    }
    text_of(context, fields, "EI", node).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::with_readings;
    use eichrecht_model::ParsedRecord;

    const FIRST: &str =
        r#"{"TM":"2026-01-10T08:00:00,000+0100 S","TX":"B","RV":1,"RI":"1-0:1.8.0","RU":"kWh","RT":"DC","EF":"t","EI":567,"ST":"G"}"#;

    /// The reading that stands behind [`FIRST`], and its notes.
    fn second(json: &str) -> (Measurement, Vec<String>) {
        let record = with_readings("1.0", &format!("{FIRST},{json}"));
        let notes = notes(&record);
        (record.measurements.into_iter().nth(1).unwrap(), notes)
    }

    fn first(json: &str) -> (Measurement, Vec<String>) {
        let record = with_readings("1.4", json);
        let notes = notes(&record);
        (record.measurements.into_iter().next().unwrap(), notes)
    }

    fn notes(record: &ParsedRecord) -> Vec<String> {
        record
            .notes
            .iter()
            .map(|note| {
                assert_eq!(note.measurement, note.field.get(3..4).map(|index| index.parse().unwrap()), "{note:?}");
                format!("{:?} {}", note.kind, note.field)
            })
            .collect()
    }

    #[test]
    fn everything_but_value_and_loss_is_inherited() {
        let (reading, notes) = second("{}");
        let (before, _) = first(FIRST);
        assert!(notes.is_empty());
        assert_eq!((reading.value, reading.cumulated_loss), (None, None));
        assert_eq!(reading.time, before.time);
        assert_eq!(reading.reason, Some(ReadingReason::Begin));
        assert_eq!(reading.unit, Some(Unit::KilowattHour));
        assert_eq!(reading.obis, Some(ObisCode::new("1-0:1.8.0")));
        assert_eq!(reading.current, Some(CurrentKind::Dc));
        assert_eq!(reading.error_flags, Some(ErrorFlags { energy: false, time: true }));
        assert_eq!(reading.event_counter.as_deref(), Some("567"));
        assert_eq!(reading.status, Some(MeterStatus::Ok));
    }

    /// A reason given for some readings holds for those behind them.
    #[test]
    fn a_new_value_is_handed_on() {
        let record = with_readings("1.0", &format!(r#"{FIRST},{{"TX":"C","RV":2}},{{"RV":3}},{{"RV":3}},{{"TX":"E","RV":4}}"#));
        let reasons: Vec<_> = record.measurements.iter().map(|reading| reading.reason.clone().unwrap()).collect();
        use ReadingReason::{Begin, Charging, End};
        assert_eq!(reasons, [Begin, Charging, Charging, Charging, End]);
    }

    #[test]
    fn an_empty_text_clears_the_error_flags() {
        assert_eq!(second(r#"{"EF":""}"#).0.error_flags, Some(ErrorFlags::default()));
        assert_eq!(second(r#"{"EF":"E"}"#).0.error_flags, Some(ErrorFlags { energy: true, time: false }));
    }

    /// What cannot be read must not be replaced by the value before it.
    #[test]
    fn unreadable_values_are_not_inherited_over() {
        let (reading, notes) =
            second(r#"{"TM":"2026-02-30T08:00:00,000+0100 S","TX":5,"RI":7,"RU":null,"RT":[],"EF":false,"ST":{},"EI":true}"#);
        assert!(reading.time.is_none() && reading.reason.is_none() && reading.obis.is_none() && reading.unit.is_none());
        assert!(reading.current.is_none() && reading.error_flags.is_none() && reading.status.is_none() && reading.event_counter.is_none());
        assert_eq!(notes.len(), 8);
        assert_eq!(notes[0], "TimeUnreadable RD[1].TM");
        let record = with_readings("1.0", &format!(r#"{FIRST},{{"ST":1}},{{}}"#));
        assert_eq!(record.measurements[2].status, None);
        assert_eq!(record.extensions, [("RD[1].ST".to_owned(), "1".to_owned())]);
    }

    #[test]
    fn duplicates_are_not_inherited_over() {
        let (reading, notes) = second(r#"{"ST":"G","\u0053T":"G","RV":1,"RV":2}"#);
        assert_eq!((reading.status, reading.value), (None, None));
        assert_eq!(notes, ["DuplicateField RD[1].RV", "DuplicateField RD[1].ST"]);
    }

    /// LEM meters in VW stations: two registers at one instant, the second reading without time and reason.
    #[test]
    fn two_registers_at_one_instant() {
        let (reading, notes) = second(r#"{"RV":4.405,"RI":"1-0:2.8.0","RU":"kWh","ST":"G"}"#);
        assert_eq!(reading.reason, Some(ReadingReason::Begin));
        assert_eq!(reading.obis.unwrap().as_received(), "1-0:2.8.0");
        assert!(notes.is_empty());
    }

    #[test]
    fn the_first_reading_must_be_complete() {
        assert_eq!(
            first(r#"{"RV":1}"#).1,
            ["FirstReadingIncomplete RD[0].TM", "FirstReadingIncomplete RD[0].RU", "FirstReadingIncomplete RD[0].ST"]
        );
        assert_eq!(
            first(r#"{"TM":"2026-01-10T08:00:00,000+0100 S","RI":"1-0:1.8.0","RU":"kWh","ST":"G"}"#).1,
            ["FirstReadingIncomplete RD[0].RV"]
        );
        // OCMF 1.4.1: an error may be reported without any value.
        assert!(first(r#"{"TM":"2026-01-10T08:00:00,000+0100 S","TX":"X","EF":"E","ST":"D"}"#).1.is_empty());
    }

    #[test]
    fn register_and_unit_belong_together() {
        assert_eq!(first(r#"{"TM":"2026-01-10T08:00:00,000+0100 S","RV":1,"RU":"kWh","ST":"G"}"#).1, ["ObisWithoutUnit RD[0].RI"]);
        assert_eq!(second(r#"{"RV":1,"RI":"1-0:2.8.0"}"#).1, ["ObisWithoutUnit RD[1].RU"]);
        assert!(second(r#"{"RV":1}"#).1.is_empty());
    }

    #[test]
    fn odd_codes_are_kept_and_noted() {
        let (reading, notes) = second(r#"{"TX":"b","RI":"1-b","RU":"furlong","RT":"ac","EF":"Ex","ST":""}"#);
        assert_eq!(reading.reason, Some(ReadingReason::Other("b".to_owned())));
        assert_eq!(reading.obis.unwrap().as_received(), "1-b");
        assert_eq!(reading.unit, Some(Unit::Other("furlong".to_owned())));
        assert_eq!(reading.current, Some(CurrentKind::Other("ac".to_owned())));
        assert_eq!(reading.error_flags, Some(ErrorFlags { energy: true, time: false }));
        assert_eq!(reading.status, Some(MeterStatus::Other(String::new())));
        assert_eq!(
            notes,
            [
                "CodeUnknown RD[1].TX",
                "UnitUnknown RD[1].RU",
                "ObisUnreadable RD[1].RI",
                "CodeUnknown RD[1].RT",
                "ErrorFlagUnknown RD[1].EF",
                "CodeUnknown RD[1].ST"
            ]
        );
    }

    #[test]
    fn times_in_another_form() {
        let (reading, notes) = second(r#"{"TM":"2026-01-10T08:00:00.000Z"}"#);
        assert!(reading.time.is_some());
        assert_eq!(notes, ["TimeForm RD[1].TM"; 3]);
    }

    #[test]
    fn values_and_losses() {
        let (reading, notes) =
            first(r#"{"TM":"2026-01-10T08:00:00,000+0100 S","RV":"  1206.10","RI":"1-0:1.8.0","RU":"kWh","ST":"G","CL":-0.05}"#);
        assert_eq!(reading.value.unwrap().to_string(), "1206.10");
        assert_eq!(reading.cumulated_loss.unwrap().to_string(), "-0.05");
        assert_eq!(notes, ["NumberAsText RD[0].RV"]);
        assert_eq!(
            second(r#"{"RV":"NaN","CL":"x"}"#).1,
            ["FieldNewerThanVersion RD[1].CL", "ValueUnreadable RD[1].RV", "ValueUnreadable RD[1].CL"]
        );
    }

    /// The billing codes came with 1.4, the loss with 1.2.
    #[test]
    fn fields_newer_than_the_version() {
        let with = |version: &str| {
            notes(&with_readings(version, r#"{"TM":"2026-01-10T08:00:00,000+0100 S","RV":1,"RI":"1-0:B2.8.0","RU":"kWh","ST":"G","CL":0}"#))
        };
        assert_eq!(with("1.1"), ["FieldNewerThanVersion RD[0].CL", "FieldNewerThanVersion RD[0].RI"]);
        assert_eq!(with("1.3"), ["FieldNewerThanVersion RD[0].RI"]);
        assert!(with("1.4").is_empty());
    }

    /// `UC`: cable data of LEM meters. `XV`: lifetime register of the Bauer BSM.
    #[test]
    fn extensions_and_unknown_fields_of_readings() {
        let record = with_readings("1.0", &format!(r#"{FIRST},{{"UC":{{"UN":"x"}},"XV":88200,"AB":1}}"#));
        let kept: Vec<String> = record.extensions.iter().map(|(path, raw)| format!("{path}={raw}")).collect();
        assert_eq!(kept, [r#"RD[1].UC={"UN":"x"}"#, "RD[1].XV=88200", "RD[1].AB=1"]);
        assert_eq!(notes(&record), ["FieldUnknown RD[1].AB"]);
    }
}
