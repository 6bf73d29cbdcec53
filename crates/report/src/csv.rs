//! CSV: one row per charging session, per record that belongs to none, per input that holds neither, and one for the bill.

use std::borrow::Cow;
use std::collections::HashSet;

use eichrecht_model::{
    Assessment, BillCheck, Energy, Finding, InputRole, Measurement, MeterTime, RecordEntry, RecordId, Severity, Transaction, VerifiedEnergy,
};

use crate::content::words;
use crate::message::message;
use crate::texts::Texts;
use crate::view::{BySubject, InputView, about_bill, by_input};
use crate::{Language, names, visible_whole};

/// The columns, in order, as documented at [`csv`]. New ones are only ever added at the end.
pub(crate) const COLUMNS: [&str; 30] = [
    "input",
    "sha256",
    "input_verdict",
    "kind",
    "id",
    "verdict",
    "records",
    "format",
    "signature",
    "key_origin",
    "key_fingerprint",
    "meter_serial",
    "gateway_serial",
    "pagination",
    "session",
    "charge_point",
    "user",
    "begin",
    "end",
    "duration_s",
    "time_quality",
    "energy",
    "energy_unit",
    "stated_energy",
    "stated_energy_unit",
    "fail",
    "warn",
    "info",
    "errors",
    "messages",
];

/// The assessment as CSV (RFC 4180, lines end in CR LF) with a header line.
///
/// Several values in one cell are separated by a blank. Foreign text that a spreadsheet would take for a
/// formula gets an apostrophe in front. The columns are a promise: new ones are only ever added at the end.
///
/// | Column | Holds |
/// |---|---|
/// | `input` | name of the input as given |
/// | `sha256` | SHA-256 of the input, hex |
/// | `input_verdict` | verdict on the input; empty for a key |
/// | `kind` | `transaction`, `record`, `input`, `key` or `bill`: what the row is about |
/// | `id` | number of the transaction or record |
/// | `verdict` | verdict on what the row is about |
/// | `records` | numbers of its records |
/// | `format` | formats of its records |
/// | `signature` | `valid`, `invalid` or `not-checked`, the distinct ones of its records |
/// | `key_origin`, `key_fingerprint` | of the keys used |
/// | `meter_serial`, `gateway_serial`, `pagination`, `session`, `charge_point`, `user` | as the records state them |
/// | `begin`, `end` | times as signed, ISO 8601 with the signed offset |
/// | `duration_s`, `time_quality` | seconds, and what the times are worth |
/// | `energy`, `energy_unit` | the proven energy; empty where nothing is proven |
/// | `stated_energy`, `stated_energy_unit` | what the data states, proven or not |
/// | `fail`, `warn`, `info` | codes of the findings about what the row is about, and about its input |
/// | `errors` | kinds of what could not be read in the input |
/// | `messages` | the failing findings and the errors in words |
#[must_use]
pub fn csv(assessment: &Assessment, language: Language) -> String {
    let texts = Texts::new(language);
    let mut out = String::new();
    push_line(&mut out, COLUMNS.iter().map(|name| own(name)));
    for view in by_input(assessment) {
        InputRows::new(assessment, &texts, &view).write(&mut out);
    }
    if let Some(check) = &assessment.bill {
        push_line(&mut out, bill_cells(assessment, &texts, check).into_iter());
    }
    out
}

/// The row of a bill: its name, the verdict on it alone, what was found about it.
fn bill_cells(assessment: &Assessment, texts: &Texts, check: &BillCheck) -> Vec<Cell> {
    let found = about_bill(assessment);
    let codes = |severity| distinct(found.iter().filter(|f| f.severity == severity).map(|f| f.code.to_owned()));
    let words: Vec<String> =
        found.iter().filter(|f| f.severity == Severity::Fail).map(|f| format!("{}: {}", f.code, one_line(&message(texts, f)))).collect();
    let cell = |column: &str| match column {
        "input" => Cell::Foreign(check.request.name.clone()),
        "kind" => own("bill"),
        "verdict" => own(check.verdict.as_str()),
        "fail" => Cell::Own(codes(Severity::Fail)),
        "warn" => Cell::Own(codes(Severity::Warn)),
        "info" => Cell::Own(codes(Severity::Info)),
        "messages" => Cell::Foreign(words.join(" | ")),
        _ => own(""),
    };
    COLUMNS.iter().map(|column| cell(column)).collect()
}

/// A cell: our own word or number, or text of the sender.
pub(crate) enum Cell {
    Own(String),
    Foreign(String),
}

pub(crate) fn push_line(out: &mut String, cells: impl Iterator<Item = Cell>) {
    for (position, cell) in cells.enumerate() {
        if position > 0 {
            out.push(',');
        }
        match cell {
            Cell::Own(text) => out.push_str(&own_cell(&text)),
            Cell::Foreign(text) => out.push_str(&foreign_cell(&text)),
        }
    }
    out.push_str("\r\n");
}

/// A cell of a CSV table with text of a stranger in it: escaped, and harmless for spreadsheets.
#[must_use]
pub fn foreign_cell(text: &str) -> String {
    quoted(&defused(&visible_whole(text))).into_owned()
}

/// A cell of a CSV table with a word or number of our own.
#[must_use]
pub fn own_cell(text: &str) -> Cow<'_, str> {
    quoted(text)
}

/// Spreadsheets take a cell for a formula by its first character, some also by its full-width form.
fn defused(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

fn quoted(text: &str) -> Cow<'_, str> {
    if text.contains([',', '"', '\r', '\n', ';']) || text.starts_with(' ') || text.ends_with(' ') {
        Cow::Owned(format!("\"{}\"", text.replace('"', "\"\"")))
    } else {
        Cow::Borrowed(text)
    }
}

/// The rows of one input.
struct InputRows<'a> {
    assessment: &'a Assessment,
    texts: &'a Texts,
    view: &'a InputView<'a>,
    findings: BySubject<'a>,
    error_kinds: String,
    error_words: Vec<String>,
}

/// What a row is about.
struct Row<'a> {
    kind: &'static str,
    id: Option<usize>,
    verdict: &'static str,
    records: Vec<&'a RecordEntry>,
    transaction: Option<&'a Transaction>,
}

impl<'a> InputRows<'a> {
    fn new(assessment: &'a Assessment, texts: &'a Texts, view: &'a InputView<'a>) -> Self {
        Self {
            assessment,
            texts,
            view,
            findings: BySubject::new(assessment, &view.findings),
            error_kinds: distinct(view.errors.iter().map(|error| error.kind.as_str().to_owned())),
            error_words: view.errors.iter().map(|error| words::error(texts, error)).collect(),
        }
    }

    fn write(&self, out: &mut String) {
        for transaction in &self.view.transactions {
            let verdict = self.assessment.transaction_verdict(transaction.id).as_str();
            let records = transaction.records.iter().filter_map(|id| self.assessment.record(*id)).collect();
            let id = Some(transaction.id.0);
            self.row(out, &Row { kind: "transaction", id, verdict, records, transaction: Some(transaction) });
        }
        for entry in &self.view.unplaced {
            let verdict = entry.verdict.as_str();
            self.row(out, &Row { kind: "record", id: Some(entry.id.0), verdict, records: vec![entry], transaction: None });
        }
        if self.view.transactions.is_empty() && self.view.unplaced.is_empty() {
            let (kind, verdict) = match self.view.input.role {
                InputRole::Data => ("input", self.view.input.verdict.as_str()),
                InputRole::Key => ("key", ""),
                InputRole::Signature => ("signature", ""),
            };
            self.row(out, &Row { kind, id: None, verdict, records: Vec::new(), transaction: None });
        }
    }

    fn row(&self, out: &mut String, row: &Row<'_>) {
        let ids: Vec<RecordId> = row.records.iter().map(|entry| entry.id).collect();
        let findings = self.findings.about(row.transaction.map(|t| t.id), &ids);
        let mut cells = self.input_cells(row);
        cells.extend(record_cells(&row.records));
        cells.extend(self.transaction_cells(row.transaction));
        for severity in [Severity::Fail, Severity::Warn, Severity::Info] {
            cells.push(Cell::Own(distinct(findings.iter().filter(|f| f.severity == severity).map(|f| f.code.to_owned()))));
        }
        cells.push(Cell::Own(self.error_kinds.clone()));
        cells.push(Cell::Foreign(self.messages(&findings)));
        push_line(out, cells.into_iter());
    }

    fn input_cells(&self, row: &Row<'_>) -> Vec<Cell> {
        let input = self.view.input;
        vec![
            Cell::Foreign(input.name.clone()),
            Cell::Own(input.sha256.clone().unwrap_or_default()),
            own(if input.role == InputRole::Data { input.verdict.as_str() } else { "" }),
            own(row.kind),
            Cell::Own(row.id.map(|id| id.to_string()).unwrap_or_default()),
            own(row.verdict),
        ]
    }

    fn transaction_cells(&self, transaction: Option<&Transaction>) -> Vec<Cell> {
        let time = |reading: Option<&Measurement>| Cell::Own(reading.and_then(|m| m.time.as_ref()).map(iso).unwrap_or_default());
        let proven = transaction.and_then(|t| self.assessment.verified_energy(t.id));
        let mut cells = vec![
            time(transaction.and_then(|t| t.begin(self.assessment))),
            time(transaction.and_then(|t| t.end(self.assessment))),
            Cell::Own(transaction.and_then(|t| t.duration_s).map(|s| s.to_string()).unwrap_or_default()),
            own(transaction.map_or("", |t| names::time_quality(t.time_quality))),
        ];
        cells.extend(energy_cells(proven.as_ref().map(VerifiedEnergy::energy)));
        cells.extend(energy_cells(transaction.and_then(|t| t.stated_energy.as_ref())));
        cells
    }

    fn messages(&self, findings: &[&Finding]) -> String {
        let fails = findings.iter().filter(|f| f.severity == Severity::Fail);
        let fails = fails.map(|f| format!("{}: {}", f.code, one_line(&message(self.texts, f))));
        let mut seen = HashSet::new();
        let all: Vec<String> = fails.chain(self.error_words.iter().cloned()).filter(|text| seen.insert(text.clone())).collect();
        all.join(" | ")
    }
}

fn record_cells(records: &[&RecordEntry]) -> Vec<Cell> {
    let checked: Vec<_> = records.iter().filter_map(|entry| entry.content.as_ref().ok()).collect();
    let contents: Vec<_> = checked.iter().map(|record| record.content()).collect();
    let keys: Vec<_> = checked.iter().filter_map(|record| record.keys().used.as_ref()).collect();
    let signature =
        |entry: &&RecordEntry| entry.content.as_ref().map_or("not-checked", |record| names::signature(record.signature())).to_owned();
    vec![
        Cell::Own(distinct(records.iter().map(|entry| entry.id.0.to_string()))),
        Cell::Own(distinct(records.iter().filter_map(|entry| entry.format).map(|format| format.to_string()))),
        Cell::Own(distinct(records.iter().map(signature))),
        Cell::Own(distinct(keys.iter().map(|key| key.origin.as_str().to_owned()))),
        Cell::Own(distinct(keys.iter().map(|key| key.fingerprint.clone()))),
        Cell::Foreign(distinct(contents.iter().filter_map(|c| c.meter.serial.clone()))),
        Cell::Foreign(distinct(contents.iter().filter_map(|c| c.gateway.serial.clone()))),
        Cell::Own(distinct(contents.iter().filter_map(|c| c.pagination).map(|p| p.to_string()))),
        Cell::Foreign(distinct(contents.iter().filter_map(|c| c.session.clone()))),
        Cell::Foreign(distinct(contents.iter().filter_map(|c| c.charge_point.id.clone()))),
        Cell::Foreign(distinct(contents.iter().filter_map(|c| c.user.id.clone()))),
    ]
}

pub(crate) fn own(text: &str) -> Cell {
    Cell::Own(text.to_owned())
}

fn energy_cells(energy: Option<&Energy>) -> [Cell; 2] {
    match energy {
        Some(energy) => [Cell::Own(energy.value.to_string()), Cell::Foreign(energy.unit.to_string())],
        None => [own(""), own("")],
    }
}

/// A time as signed: local time with its offset, without one when none was signed.
pub(crate) fn iso(time: &MeterTime) -> String {
    match time.offset_minutes {
        None => time.local.to_string(),
        Some(minutes) => {
            let sign = if minutes < 0 { '-' } else { '+' };
            let minutes = minutes.unsigned_abs();
            format!("{}{sign}{:02}:{:02}", time.local, minutes / 60, minutes % 60)
        }
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The distinct values in order of appearance, separated by blanks.
fn distinct(values: impl Iterator<Item = String>) -> String {
    let mut seen = HashSet::new();
    let list: Vec<String> = values.filter(|value| seen.insert(value.clone())).collect();
    list.join(" ")
}

#[cfg(test)]
mod tests;
