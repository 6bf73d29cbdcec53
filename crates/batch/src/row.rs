//! The result of one input, and the columns it is written in.

use std::borrow::Cow;
use std::sync::Arc;

use eichrecht::model::{Energy, Verdict};
use eichrecht_report::InputRow;

/// The result of one input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its number in the run, counted from 1 in input order.
    pub number: u64,
    /// Where it came from.
    pub input: Arc<str>,
    /// Its place there, counted from 1; `None` for a whole file.
    pub position: Option<u64>,
    /// The caller's number of the session, as given.
    pub session_ref: Option<String>,
    /// The charging point by the caller's word, as given.
    pub evse_ref: Option<String>,
    /// What was found.
    pub outcome: InputRow,
}

impl Row {
    /// The verdict.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        self.outcome.verdict
    }

    /// Whether the program itself failed at this input.
    #[must_use]
    pub fn is_fault(&self) -> bool {
        self.outcome.errors.contains(&crate::engine::FAULT)
    }
}

/// A column of the result.
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// What it says, for the documentation.
    pub about: &'static str,
    pub(crate) value: for<'a> fn(&'a Row) -> Value<'a>,
}

/// Kinds of columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A whole number of at most 63 bits.
    Integer,
    /// A text; amounts too, as decimal digits.
    Text,
    /// A list of codes.
    Codes,
}

impl Kind {
    /// The word of the documentation.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Integer => "integer",
            Self::Text => "text",
            Self::Codes => "list of texts",
        }
    }
}

/// What stands in a cell.
pub(crate) enum Value<'a> {
    Nothing,
    Integer(i64),
    /// A word or number of our own.
    Word(Cow<'a, str>),
    /// Text that came with the data.
    Foreign(Cow<'a, str>),
    Codes(&'a [&'static str]),
}

/// A column of one kind: name, what it says, and how a row tells it.
macro_rules! column {
    (integer $name:literal, $about:literal, |$row:ident| $value:expr) => {
        Column { name: $name, kind: Kind::Integer, about: $about, value: |$row| integer($value) }
    };
    (word $name:literal, $about:literal, |$row:ident| $value:expr) => {
        Column { name: $name, kind: Kind::Text, about: $about, value: |$row| word($value) }
    };
    (amount $name:literal, $about:literal, |$row:ident| $value:expr) => {
        Column { name: $name, kind: Kind::Text, about: $about, value: |$row| amount($value) }
    };
    (unit $name:literal, $about:literal, |$row:ident| $value:expr) => {
        Column { name: $name, kind: Kind::Text, about: $about, value: |$row| unit($value) }
    };
    (foreign $name:literal, $about:literal, |$row:ident| $value:expr) => {
        Column { name: $name, kind: Kind::Text, about: $about, value: |$row| foreign($value) }
    };
    (codes $name:literal, $about:literal, |$row:ident| $value:expr) => {
        Column { name: $name, kind: Kind::Codes, about: $about, value: |$row| Value::Codes($value) }
    };
}

/// The columns in order. The list is a promise: new ones are only ever added at the end.
#[rustfmt::skip]
pub const COLUMNS: &[Column] = &[
    column!(integer "row", "number of the input in the run, from 1", |row| i64::try_from(row.number).ok()),
    column!(foreign "input", "file, or archive and member, it came from", |row| Some(&*row.input)),
    column!(integer "position", "line, row or element in it, from 1; empty for a whole file", |row| row.position.and_then(|at| i64::try_from(at).ok())),
    column!(foreign "session_ref", "the session column of the input, as given", |row| row.session_ref.as_deref()),
    column!(foreign "evse_ref", "the EVSE column of the input, as given", |row| row.evse_ref.as_deref()),
    column!(word "verdict", "`verified`, `verified-with-warnings`, `failed` or `not-checked`", |row| Some(row.outcome.verdict.as_str())),
    column!(word "signature", "worst of the signatures: `valid`, `invalid` or `not-checked`", |row| Some(row.outcome.signature)),
    column!(word "key_origin", "least origin of the keys used: `record`, `container`, `user` or `register`", |row| row.outcome.key_origin),
    column!(word "key_kind", "curve or scheme of the keys used", |row| row.outcome.key_kind.as_deref()),
    column!(word "key_fingerprint", "SHA-256 of the key (SubjectPublicKeyInfo), hex", |row| row.outcome.key_fingerprint.as_deref()),
    column!(word "format", "formats of the records", |row| row.outcome.format.as_deref()),
    column!(integer "records", "number of records", |row| i64::try_from(row.outcome.records).ok()),
    column!(integer "sessions", "number of charging sessions; with more than one, the columns about one session are empty", |row| i64::try_from(row.outcome.sessions).ok()),
    column!(amount "energy", "proven energy, decimal digits; empty where nothing is proven", |row| row.outcome.energy.as_ref()),
    column!(unit "energy_unit", "its unit as signed, mostly `kWh` or `Wh`", |row| row.outcome.energy.as_ref()),
    column!(amount "stated_energy", "what the data states, proven or not", |row| row.outcome.stated_energy.as_ref()),
    column!(unit "stated_energy_unit", "its unit", |row| row.outcome.stated_energy.as_ref()),
    column!(word "begin", "begin as signed, ISO 8601 with the signed offset", |row| row.outcome.begin.as_deref()),
    column!(word "end", "end, likewise", |row| row.outcome.end.as_deref()),
    column!(integer "duration_s", "seconds from begin to end", |row| row.outcome.duration_s),
    column!(word "time_quality", "what the times are worth: `synchronised`, `duration-only`, `informative` or `unusable`", |row| row.outcome.time_quality),
    column!(foreign "meter_serial", "serial number of the meter, signed", |row| row.outcome.meter_serial.as_deref()),
    column!(foreign "gateway_serial", "serial number of the signing unit, signed", |row| row.outcome.gateway_serial.as_deref()),
    column!(word "pagination", "signed counters of the records", |row| row.outcome.pagination.as_deref()),
    column!(foreign "session", "signed number of the session, where the format has one", |row| row.outcome.session.as_deref()),
    column!(foreign "charge_point", "signed charging point", |row| row.outcome.charge_point.as_deref()),
    column!(codes "fail", "codes of the findings that fail", |row| row.outcome.fail.as_slice()),
    column!(codes "warn", "codes of the warnings", |row| row.outcome.warn.as_slice()),
    column!(codes "info", "codes of what is only told", |row| row.outcome.info.as_slice()),
    column!(codes "errors", "kinds of what could not be read", |row| row.outcome.errors.as_slice()),
    column!(foreign "error_detail", "the first of them in detail", |row| row.outcome.error_detail.as_deref()),
    column!(word "sha256", "SHA-256 of the signed data as received, hex", |row| row.outcome.sha256.as_deref()),
];

fn integer(number: Option<i64>) -> Value<'static> {
    number.map_or(Value::Nothing, Value::Integer)
}

fn word(text: Option<&str>) -> Value<'_> {
    text.map_or(Value::Nothing, |text| Value::Word(Cow::Borrowed(text)))
}

fn foreign(text: Option<&str>) -> Value<'_> {
    text.map_or(Value::Nothing, |text| Value::Foreign(Cow::Borrowed(text)))
}

fn amount(energy: Option<&Energy>) -> Value<'static> {
    energy.map_or(Value::Nothing, |energy| Value::Word(Cow::Owned(energy.value.to_string())))
}

fn unit(energy: Option<&Energy>) -> Value<'static> {
    energy.map_or(Value::Nothing, |energy| Value::Foreign(Cow::Owned(energy.unit.to_string())))
}
