//! CSV of an audit: one row for each finding, for each meter without one, for each record that is no evidence.

use eichrecht_model::{MeterAudit, UnprovenRecord};

use super::iso;
use crate::csv::{Cell, own, push_line};
use crate::key::hex;
use crate::message;
use crate::texts::Texts;

/// The columns. New ones are only ever added at the end.
const COLUMNS: [&str; 18] = [
    "kind",
    "serial",
    "manufacturer",
    "model",
    "gateway",
    "key",
    "key_origin",
    "records",
    "from_reports",
    "sessions",
    "code",
    "severity",
    "pagination",
    "time",
    "signed_sha256",
    "from_report",
    "message",
    "input",
];

pub(super) fn begin() -> String {
    let mut out = String::new();
    push_line(&mut out, COLUMNS.iter().map(|name| own(name)));
    out
}

pub(super) fn meter(texts: &Texts, audit: &MeterAudit) -> String {
    let mut out = String::new();
    let text = |field: &Option<String>| Cell::Foreign(field.clone().unwrap_or_default());
    let head = |kind: &str| {
        let meter = &audit.meter;
        let mut cells = vec![own(kind), text(&meter.serial), text(&meter.manufacturer), text(&meter.model), text(&meter.gateway)];
        cells.extend([own(&meter.key), own(audit.key_origin.as_str())]);
        cells.extend([audit.checked + audit.reported, audit.reported, audit.sessions].map(|count| Cell::Own(count.to_string())));
        cells
    };
    if audit.findings.is_empty() {
        push_line(&mut out, head("meter").into_iter().chain((0..8).map(|_| own(""))));
    }
    for finding in &audit.findings {
        let of = |what: &dyn Fn(&eichrecht_model::PastRecordRef) -> Option<String>| {
            let list: Vec<String> = finding.records.iter().filter_map(what).collect();
            Cell::Own(list.join(" "))
        };
        let mut cells = head("finding");
        cells.extend([own(finding.code), own(finding.severity.as_str())]);
        cells.push(of(&|record| record.pagination.map(|page| page.to_string())));
        cells.push(of(&|record| record.time.as_ref().map(iso)));
        cells.push(of(&|record| Some(hex(&record.signed_sha256))));
        cells.push(own(if finding.rests_on_report() { "yes" } else { "no" }));
        cells.push(Cell::Foreign(message::of(texts, finding.code, finding.name, &finding.facts)));
        cells.push(own(""));
        push_line(&mut out, cells.into_iter());
    }
    out
}

pub(super) fn unproven(record: &UnprovenRecord) -> String {
    let mut out = String::new();
    let mut cells = vec![own("unproven"), Cell::Foreign(record.serial.clone())];
    cells.extend((0..10).map(|_| own("")));
    cells.push(Cell::Own(record.pagination.map(|page| page.to_string()).unwrap_or_default()));
    cells.extend([own(""), Cell::Own(hex(&record.sha256)), own(""), own(record.verdict()), Cell::Foreign(record.input.clone())]);
    push_line(&mut out, cells.into_iter());
    out
}
