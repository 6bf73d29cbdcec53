//! Schema `eichrecht-audit/1`. It grows by new members only.

use eichrecht_model::{AuditSummary, EvidenceSource, HistoryFinding, KeyedMeter, MeterAudit, PastRecordRef, UnprovenRecord};
use eichrecht_rules::RULE_SET;
use serde::Serialize;

use super::iso;
use crate::json::{FactsOut, ToolOut};
use crate::key::hex;
use crate::message;
use crate::texts::Texts;
use crate::{ToolInfo, names};

const SCHEMA: &str = "eichrecht-audit/1";
/// From the list of meters to that of records without proof.
pub(super) const CHANGE: &str = "\n  ],\n  \"unproven\": [";

pub(super) fn begin(texts: &Texts, tool: ToolInfo<'_>) -> String {
    let tool = serde_json::to_string(&ToolOut::new(tool)).unwrap_or_default();
    let (language, rules) = (texts.language().tag(), RULE_SET);
    format!(
        "{{\n  \"schema\": \"{SCHEMA}\",\n  \"tool\": {tool},\n  \"language\": \"{language}\",\n  \"rules\": \"{rules}\",\n  \"meters\": ["
    )
}

/// An item of the list, a line each.
pub(super) fn item(number: usize, text: &str) -> String {
    let comma = if number > 1 { "," } else { "" };
    format!("{comma}\n    {text}")
}

#[derive(Serialize)]
pub(super) struct MeterOut<'a> {
    serial: Option<&'a str>,
    manufacturer: Option<&'a str>,
    model: Option<&'a str>,
    gateway: Option<&'a str>,
    key: &'a str,
}

impl<'a> MeterOut<'a> {
    pub(super) fn new(meter: &'a KeyedMeter) -> Self {
        Self {
            serial: meter.serial.as_deref(),
            manufacturer: meter.manufacturer.as_deref(),
            model: meter.model.as_deref(),
            gateway: meter.gateway.as_deref(),
            key: &meter.key,
        }
    }
}

pub(super) fn meter(texts: &Texts, audit: &MeterAudit) -> String {
    #[derive(Serialize)]
    struct Out<'a> {
        meter: MeterOut<'a>,
        key_origin: &'static str,
        formats: Vec<&'a str>,
        records: usize,
        /// Of `records`, those that a report told of and nobody has checked here.
        from_reports: usize,
        sessions: usize,
        first: Option<String>,
        last: Option<String>,
        findings: Vec<FindingOut<'a>>,
    }
    to_line(&Out {
        meter: MeterOut::new(&audit.meter),
        key_origin: audit.key_origin.as_str(),
        formats: audit.formats.iter().map(|format| &**format).collect(),
        records: audit.checked + audit.reported,
        from_reports: audit.reported,
        sessions: audit.sessions,
        first: audit.span.map(|(first, _)| first.to_string()),
        last: audit.span.map(|(_, last)| last.to_string()),
        findings: audit.findings.iter().map(|finding| FindingOut::new(texts, finding)).collect(),
    })
}

#[derive(Serialize)]
struct FindingOut<'a> {
    code: &'static str,
    name: &'static str,
    severity: &'static str,
    message: String,
    facts: FactsOut<'a>,
    records: Vec<RecordOut>,
    /// Whether it rests on a record that only a report told of.
    from_report: bool,
}

impl<'a> FindingOut<'a> {
    fn new(texts: &Texts, finding: &'a HistoryFinding) -> Self {
        Self {
            code: finding.code,
            name: finding.name,
            severity: finding.severity.as_str(),
            message: message::of(texts, finding.code, finding.name, &finding.facts),
            facts: FactsOut(&finding.facts),
            records: finding.records.iter().map(RecordOut::new).collect(),
            from_report: finding.rests_on_report(),
        }
    }
}

#[derive(Serialize)]
struct RecordOut {
    signed_sha256: String,
    pagination: Option<String>,
    time: Option<String>,
    time_sync: Option<&'static str>,
    from_report: bool,
}

impl RecordOut {
    fn new(record: &PastRecordRef) -> Self {
        Self {
            signed_sha256: hex(&record.signed_sha256),
            pagination: record.pagination.map(|page| page.to_string()),
            time: record.time.as_ref().map(iso),
            time_sync: record.time.map(|time| names::time_sync(time.sync)),
            from_report: record.evidence == EvidenceSource::Report,
        }
    }
}

pub(super) fn unproven(record: &UnprovenRecord) -> String {
    #[derive(Serialize)]
    struct Out<'a> {
        signed_sha256: String,
        format: Option<&'a str>,
        signature: &'static str,
        claimed_serial: Option<&'a str>,
        claimed_pagination: Option<String>,
        input: &'a str,
    }
    to_line(&Out {
        signed_sha256: hex(&record.sha256),
        format: Some(record.format.as_str()).filter(|format| !format.is_empty()),
        signature: record.verdict(),
        claimed_serial: Some(record.serial.as_str()).filter(|serial| !serial.is_empty()),
        claimed_pagination: record.pagination.map(|page| page.to_string()),
        input: &record.input,
    })
}

pub(super) fn end(summary: &AuditSummary) -> String {
    #[derive(Serialize)]
    struct Out {
        meters: usize,
        meters_with_findings: usize,
        records: usize,
        from_reports: usize,
        unproven: usize,
        sessions: usize,
        fail: usize,
        warn: usize,
        info: usize,
    }
    let AuditSummary { meters, checked, reported, sessions, unproven, fail, warn, info, meters_with_findings } = *summary;
    let records = checked + reported;
    let text = to_line(&Out { meters, meters_with_findings, records, from_reports: reported, unproven, sessions, fail, warn, info });
    format!("\n  ],\n  \"summary\": {text}\n}}\n")
}

/// Serialising these types cannot fail: all keys are texts and nothing is written but to memory.
pub(super) fn to_line<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
