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

const KNOWN: [&str; 10] = ["TM", "TX", "RV", "RI", "RU", "RT", "CL", "EF", "EI", "ST"];

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
        context.leftovers(fields, &KNOWN);
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
