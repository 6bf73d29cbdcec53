//! The history of a meter as a list.

use eichrecht_model::{EvidenceSource, MeterListing, ObisCode, PastReading, PastRecord, PastRole, Unit};
use serde::Serialize;

use super::json::{MeterOut, item, to_line};
use super::{AuditForm, iso, text};
use crate::csv::{Cell, own, push_line};
use crate::json::ToolOut;
use crate::key::hex;
use crate::style::Page;
use crate::texts::Texts;
use crate::{Language, Style, ToolInfo, names, visible};

const SCHEMA: &str = "eichrecht-history/1";

/// Prints histories piece by piece: [`Self::begin`], each meter, [`Self::end`].
pub struct ListingPrinter<'a> {
    form: AuditForm,
    texts: Texts,
    style: Style,
    tool: ToolInfo<'a>,
    meters: usize,
}

impl<'a> ListingPrinter<'a> {
    /// A printer for one document.
    #[must_use]
    pub fn new(form: AuditForm, language: Language, style: Style, tool: ToolInfo<'a>) -> Self {
        Self { form, texts: Texts::new(language), style, tool, meters: 0 }
    }

    /// What stands in front.
    #[must_use]
    pub fn begin(&mut self) -> String {
        match self.form {
            AuditForm::Text => String::new(),
            AuditForm::Json => {
                format!("{{\n  \"schema\": \"{SCHEMA}\",\n  \"tool\": {},\n  \"meters\": [", to_line(&ToolOut::new(self.tool)))
            }
            AuditForm::Csv => {
                let columns =
                    ["serial", "key", "session", "pagination", "time", "part", "register", "value", "unit", "seconds_index", "evidence"];
                let mut out = String::new();
                push_line(&mut out, columns.iter().chain(&["format", "signed_sha256"]).map(|name| own(name)));
                out
            }
        }
    }

    /// A meter.
    #[must_use]
    pub fn meter(&mut self, listing: &MeterListing) -> String {
        self.meters += 1;
        match self.form {
            AuditForm::Text => self.as_text(listing),
            AuditForm::Json => item(self.meters, &as_json(listing)),
            AuditForm::Csv => as_csv(listing),
        }
    }

    /// What stands behind.
    #[must_use]
    pub fn end(self) -> String {
        match (self.form, self.meters) {
            (AuditForm::Text, 0) => self.texts.plain("audit-no-meter") + "\n",
            (AuditForm::Json, _) => "\n  ]\n}\n".to_owned(),
            _ => String::new(),
        }
    }

    fn as_text(&self, listing: &MeterListing) -> String {
        let mut page = Page::new(self.style);
        text::head(&mut page, &self.texts, &listing.meter);
        page.gap();
        for (record, session) in &listing.records {
            let number = record.pagination.map_or_else(|| format!("#{}", record.short_id()), |page| page.to_string());
            let session = session.map(|session| session.to_string()).unwrap_or_default();
            let report = if record.evidence == EvidenceSource::Report { self.texts.plain("audit-from-report") } else { String::new() };
            for (at, reading) in record.readings.iter().enumerate() {
                let (number, session) = if at == 0 { (number.as_str(), session.as_str()) } else { ("", "") };
                let time = reading.time.as_ref().map(iso).unwrap_or_default();
                let part = self.texts.plain(&format!("part-{}", part(reading.role)));
                let register = register(reading);
                let value = shown(reading);
                page.line(&format!("  {number:<18} {session:>5}  {time:<25}  {part:<8} {:<14} {value:>18}  {report}", visible(&register)));
            }
        }
        page.gap();
        page.finish()
    }
}

fn part(role: PastRole) -> &'static str {
    match role {
        PastRole::Begin => "begin",
        PastRole::Between => "between",
        PastRole::End => "end",
        PastRole::None => "none",
    }
}

fn register(reading: &PastReading) -> String {
    reading.register.as_ref().map(ObisCode::normalised).unwrap_or_default()
}

fn shown(reading: &PastReading) -> String {
    let unit = reading.unit.as_ref().map_or_else(|| "?".to_owned(), Unit::to_string);
    reading.value.map(|value| format!("{value} {}", visible(&unit))).unwrap_or_default()
}

fn as_json(listing: &MeterListing) -> String {
    #[derive(Serialize)]
    struct Out<'a> {
        meter: MeterOut<'a>,
        records: Vec<RecordOut>,
    }
    #[derive(Serialize)]
    struct RecordOut {
        signed_sha256: String,
        format: String,
        evidence: &'static str,
        session: Option<usize>,
        pagination: Option<String>,
        seconds_index: Option<u64>,
        readings: Vec<ReadingOut>,
    }
    #[derive(Serialize)]
    struct ReadingOut {
        part: &'static str,
        obis: String,
        value: Option<String>,
        unit: Option<String>,
        time: Option<String>,
        time_sync: Option<&'static str>,
        usable: bool,
    }
    let reading = |reading: &PastReading| ReadingOut {
        part: part(reading.role),
        obis: register(reading),
        value: reading.value.map(|value| value.to_string()),
        unit: reading.unit.as_ref().map(Unit::to_string),
        time: reading.time.as_ref().map(iso),
        time_sync: reading.time.map(|time| names::time_sync(time.sync)),
        usable: reading.usable,
    };
    let record = |record: &'_ PastRecord, session: Option<usize>| RecordOut {
        signed_sha256: hex(&record.signed_sha256),
        format: record.format.to_string(),
        evidence: record.evidence.as_str(),
        session,
        pagination: record.pagination.map(|page| page.to_string()),
        seconds_index: record.seconds_index,
        readings: record.readings.iter().map(reading).collect(),
    };
    let records = listing.records.iter().map(|(one, session)| record(one, *session)).collect();
    to_line(&Out { meter: MeterOut::new(&listing.meter), records })
}

fn as_csv(listing: &MeterListing) -> String {
    let mut out = String::new();
    for (record, session) in &listing.records {
        for reading in &record.readings {
            let cells = [
                Cell::Foreign(listing.meter.serial.clone().unwrap_or_default()),
                own(&listing.meter.key),
                Cell::Own(session.map(|session| session.to_string()).unwrap_or_default()),
                Cell::Own(record.pagination.map(|page| page.to_string()).unwrap_or_default()),
                Cell::Own(reading.time.as_ref().map(iso).unwrap_or_default()),
                own(part(reading.role)),
                Cell::Foreign(register(reading)),
                Cell::Own(reading.value.map(|value| value.to_string()).unwrap_or_default()),
                Cell::Foreign(reading.unit.as_ref().map(Unit::to_string).unwrap_or_default()),
                Cell::Own(record.seconds_index.map(|seconds| seconds.to_string()).unwrap_or_default()),
                own(record.evidence.as_str()),
                own(&record.format),
                Cell::Own(hex(&record.signed_sha256)),
            ];
            push_line(&mut out, cells.into_iter());
        }
    }
    out
}
