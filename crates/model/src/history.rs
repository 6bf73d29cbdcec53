//! History of a meter: what its signed records say over all sessions, wherever they were delivered.
//!
//! Only records with a valid signature have a place here. A history is put together by the ledger and judged by the
//! rules of the family LED; nothing in it depends on the order in which records were delivered.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::Timestamp;

use crate::{Decimal, DeclaredRole, KeyOrigin, Numbering, ObisCode, Pagination, RegisterKind, RegisterScope, Severity, TimeSync, Unit};

/// A meter under one key: what its records sign about it, and who signed. Two makers may give one serial number, and a
/// stranger may sign with a key of his own for somebody else's meter, so all of it together is the identity.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct KeyedMeter {
    /// Serial number of the meter or server id. Signed.
    pub serial: Option<String>,
    /// Its manufacturer. Signed.
    pub manufacturer: Option<String>,
    /// Its model. Signed.
    pub model: Option<String>,
    /// Serial number of the signing component, where it is not the meter. Signed.
    pub gateway: Option<String>,
    /// SHA-256 of the SubjectPublicKeyInfo of the key, hex.
    pub key: String,
}

impl KeyedMeter {
    /// Whether both name the same device, whatever the key. Without a serial number nothing tells.
    #[must_use]
    pub fn same_device(&self, other: &Self) -> bool {
        self.serial.is_some() && (&self.serial, &self.manufacturer, &self.model) == (&other.serial, &other.manufacturer, &other.model)
    }

    /// Whether both were signed by the same component with the same key: they may share one counter of records.
    #[must_use]
    pub fn same_signer(&self, other: &Self) -> bool {
        self.key == other.key && self.gateway == other.gateway
    }
}

/// How a record came into a history, weaker first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EvidenceSource {
    /// A report of this program said that the signature is valid. The signature itself was not at hand.
    Report,
    /// The signature was checked when the record was added.
    Checked,
}

impl EvidenceSource {
    /// The word of reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Checked => "checked",
        }
    }
}

/// All that is known of one meter under one key.
#[derive(Clone, Debug)]
pub struct History {
    /// The meter.
    pub meter: KeyedMeter,
    /// Its records, each once, in no particular order.
    pub records: Vec<PastRecord>,
    /// Numbers that the same signer gave to records of other meters, sorted: they are not missing here.
    pub counted_elsewhere: Vec<Pagination>,
    /// Other meters that have to do with this one.
    pub relatives: Vec<Relative>,
}

/// A record of a history. Its signature is valid, as far as [`Self::evidence`] goes.
#[derive(Clone, Debug)]
pub struct PastRecord {
    /// SHA-256 of the signed bytes: together with the format the identity of the record.
    pub signed_sha256: [u8; 32],
    /// Format, by its stable name.
    pub format: Arc<str>,
    /// How it came into the history.
    pub evidence: EvidenceSource,
    /// The best origin the key ever had with this record.
    pub key_origin: KeyOrigin,
    /// Counter of the record. Signed.
    pub pagination: Option<Pagination>,
    /// Seconds the meter has run. Signed.
    pub seconds_index: Option<u64>,
    /// The signer's own number of the session. Signed.
    pub session: Option<String>,
    /// Versions of the software. Signed.
    pub software: Software,
    /// The charging point. Signed.
    pub charge_point: Option<String>,
    /// Each record of a session tells its begin again. A fact of the format.
    pub begin_retold: bool,
    /// The readings in the order of the record.
    pub readings: Vec<PastReading>,
    /// As what the record was delivered, sorted. Not signed.
    pub claims: Vec<Claim>,
}

/// Versions of the software that a record names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Software {
    /// Firmware of the meter.
    pub meter: Option<String>,
    /// Software of the signing component.
    pub gateway: Option<String>,
    /// Firmware of the charge controller.
    pub controller: Option<String>,
}

/// One reading.
#[derive(Clone, Debug)]
pub struct PastReading {
    /// Its part in a session.
    pub role: PastRole,
    /// The register.
    pub register: Option<ObisCode>,
    /// The value, exactly as signed.
    pub value: Option<Decimal>,
    /// Its unit.
    pub unit: Option<Unit>,
    /// When it was taken.
    pub time: Option<PastTime>,
    /// Whether the meter itself stands by the value: it reports no fault and declares nothing unusable.
    pub usable: bool,
}

/// Part of a reading in a session, as signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PastRole {
    /// Begins a session.
    Begin,
    /// During a session.
    Between,
    /// Ends a session.
    End,
    /// None is signed.
    None,
}

/// Time of a reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PastTime {
    /// The instant; a time without offset is taken as UTC.
    pub instant: Timestamp,
    /// Offset of the meter's zone in minutes, where one was signed.
    pub offset_minutes: Option<i16>,
    /// State of the clock.
    pub sync: TimeSync,
}

impl PastTime {
    /// The instant, if the clock was set at all: clocks that never were tell 1970, or nothing about themselves.
    #[must_use]
    pub fn set(&self) -> Option<Timestamp> {
        // 2015-01-01: no station signed readings before.
        const FIRST: i64 = 1_420_070_400;
        (self.sync != TimeSync::Unknown && self.instant.as_second() >= FIRST).then_some(self.instant)
    }
}

impl PastReading {
    /// The value in watt hours, if it is usable and an amount of energy.
    #[must_use]
    pub fn watt_hours(&self) -> Option<Decimal> {
        if self.usable { self.unit.as_ref()?.convert(self.value.as_ref()?, &Unit::WattHour) } else { None }
    }

    /// The smallest step the spelling of the value can show, in watt hours.
    #[must_use]
    pub fn resolution(&self) -> Option<Decimal> {
        self.unit.as_ref()?.convert(&self.value.as_ref()?.last_digit_unit(), &Unit::WattHour)
    }

    /// Whether the register counts on from session to session.
    #[must_use]
    pub fn counts_on(&self) -> bool {
        let kind = self.register.as_ref().map(ObisCode::kind);
        matches!(kind, Some(RegisterKind::Import(RegisterScope::Lifetime, _) | RegisterKind::Export(RegisterScope::Lifetime, _)))
    }
}

/// As what a record was delivered.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Claim {
    /// Under a number of a session.
    Number {
        /// Whose number it is; numbers of different kinds cannot be compared.
        numbering: Numbering,
        /// The number.
        id: String,
        /// The role the container gave the record.
        role: Option<DeclaredRole>,
        /// Name of the input.
        input: Arc<str>,
    },
    /// As part of a session of two records: the first 16 hex digits of what each signed.
    Session {
        /// The record of the begin.
        begin: String,
        /// The record of the end.
        end: String,
        /// Name of the input.
        input: Arc<str>,
    },
}

impl PastRecord {
    /// The signed bytes by the first 16 hex digits of their SHA-256, as in [`Claim::Session`].
    #[must_use]
    pub fn short_id(&self) -> String {
        use std::fmt::Write as _;
        self.signed_sha256.iter().take(8).fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
    }

    /// Latest time of the record, if the clock was set at all its readings.
    #[must_use]
    pub fn last_instant(&self) -> Option<Timestamp> {
        self.set_times()?.into_iter().max()
    }

    /// Earliest time of the record, if the clock was set at all its readings.
    #[must_use]
    pub fn first_instant(&self) -> Option<Timestamp> {
        self.set_times()?.into_iter().min()
    }

    fn set_times(&self) -> Option<Vec<Timestamp>> {
        // Of a begin that is told again the time is that of another record.
        let own = self.readings.iter().filter(|reading| !(self.begin_retold && reading.role == PastRole::Begin));
        own.filter_map(|reading| reading.time).map(|time| time.set()).collect()
    }
}

/// Another meter that has to do with the one looked at.
#[derive(Clone, Debug)]
pub struct Relative {
    /// Which one.
    pub meter: KeyedMeter,
    /// Whether it signed for the same charging point.
    pub same_charge_point: bool,
    /// Its earliest record, by a clock that was set.
    pub first: Option<Timestamp>,
    /// Its latest record, by a clock that was set.
    pub last: Option<Timestamp>,
}

/// What a rule found in the history of a meter. Its words are made in the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryFinding {
    /// Code of the rule: `LED001`.
    pub code: &'static str,
    /// Name of the rule.
    pub name: &'static str,
    /// Its weight.
    pub severity: Severity,
    /// The records it rests on, in the order of the history.
    pub records: Vec<PastRecordRef>,
    /// Facts for the text, by name. May hold text of the sender.
    pub facts: Vec<(&'static str, String)>,
}

impl HistoryFinding {
    /// Whether one of the records is in the history by the word of a report only.
    #[must_use]
    pub fn rests_on_report(&self) -> bool {
        self.records.iter().any(|record| record.evidence == EvidenceSource::Report)
    }

    /// The fact of this name.
    #[must_use]
    pub fn fact(&self, name: &str) -> Option<&str> {
        self.facts.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_str())
    }
}

/// Points at a record of a history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastRecordRef {
    /// SHA-256 of the signed bytes.
    pub signed_sha256: [u8; 32],
    /// Its number.
    pub pagination: Option<Pagination>,
    /// Its latest time, whatever the state of the clock.
    pub time: Option<PastTime>,
    /// How it came into the history.
    pub evidence: EvidenceSource,
}

impl From<&PastRecord> for PastRecordRef {
    fn from(record: &PastRecord) -> Self {
        Self {
            signed_sha256: record.signed_sha256,
            pagination: record.pagination,
            time: record.readings.iter().rev().find_map(|reading| reading.time),
            evidence: record.evidence,
        }
    }
}

/// What a ledger has of one meter, and what the rules say.
#[derive(Clone, Debug)]
pub struct MeterAudit {
    /// The meter.
    pub meter: KeyedMeter,
    /// Records whose signature was checked when they were added.
    pub checked: usize,
    /// Records taken from reports.
    pub reported: usize,
    /// Charging sessions they make up.
    pub sessions: usize,
    /// Formats of the records, by their stable names.
    pub formats: BTreeSet<Arc<str>>,
    /// The best origin the key had with a record that was checked; without one, that of the reports.
    pub key_origin: KeyOrigin,
    /// Earliest and latest time, by a clock that was set.
    pub span: Option<(Timestamp, Timestamp)>,
    /// What the rules found, in the order of the records.
    pub findings: Vec<HistoryFinding>,
}

/// What an audit has seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditSummary {
    /// Meters, each key counted for itself.
    pub meters: usize,
    /// Records whose signature was checked when they were added.
    pub checked: usize,
    /// Records taken from reports.
    pub reported: usize,
    /// Charging sessions.
    pub sessions: usize,
    /// Records that are no evidence.
    pub unproven: usize,
    /// Findings that fail.
    pub fail: usize,
    /// Findings that warn.
    pub warn: usize,
    /// Findings worth knowing.
    pub info: usize,
    /// Meters with findings.
    pub meters_with_findings: usize,
}

/// The records of one meter in its order, each with the number of its session, counted from 1.
#[derive(Clone, Debug)]
pub struct MeterListing {
    /// The meter.
    pub meter: KeyedMeter,
    /// The records.
    pub records: Vec<(PastRecord, Option<usize>)>,
}

/// A record that is no evidence: its signature does not hold or was not checked. All it says is a claim.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct UnprovenRecord {
    /// SHA-256 of the bytes that would have been signed.
    pub sha256: [u8; 32],
    /// Format, by its stable name; empty where none is known.
    pub format: String,
    /// Whether the signature was checked and does not hold; else it was not checked.
    pub invalid: bool,
    /// The serial number it claims; empty where it claims none.
    pub serial: String,
    /// The number it claims.
    pub pagination: Option<Pagination>,
    /// Name of the input it stood in.
    pub input: String,
}

impl UnprovenRecord {
    /// The word of reports.
    #[must_use]
    pub fn verdict(&self) -> &'static str {
        if self.invalid { "invalid" } else { "not-checked" }
    }
}
