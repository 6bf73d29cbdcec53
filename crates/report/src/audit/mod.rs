//! The audit of a ledger in words: meter by meter, so that a ledger of any size needs no more memory than its largest
//! meter.

mod added;
mod csv;
mod json;
mod listing;
mod text;

pub use added::{AddedNote, added_note, added_summary};
pub use listing::ListingPrinter;

use eichrecht_model::{AuditSummary, MeterAudit, PastTime, UnprovenRecord};

use crate::texts::Texts;
use crate::{Language, Style, ToolInfo};

/// Form of an audit or listing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuditForm {
    /// For people.
    Text,
    /// One JSON document.
    Json,
    /// A table.
    Csv,
}

/// Prints an audit piece by piece: [`Self::begin`], each meter, each record that is no evidence, [`Self::end`]. The
/// pieces put together are the document.
pub struct AuditPrinter<'a> {
    form: AuditForm,
    texts: Texts,
    style: Style,
    tool: ToolInfo<'a>,
    /// Pieces of the list that is being written.
    pieces: usize,
    in_unproven: bool,
}

impl<'a> AuditPrinter<'a> {
    /// A printer for one document.
    #[must_use]
    pub fn new(form: AuditForm, language: Language, style: Style, tool: ToolInfo<'a>) -> Self {
        Self { form, texts: Texts::new(language), style, tool, pieces: 0, in_unproven: false }
    }

    /// What stands in front.
    #[must_use]
    pub fn begin(&mut self) -> String {
        match self.form {
            AuditForm::Text => String::new(),
            AuditForm::Json => json::begin(&self.texts, self.tool),
            AuditForm::Csv => csv::begin(),
        }
    }

    /// A meter. As text only those with findings are told.
    #[must_use]
    pub fn meter(&mut self, audit: &MeterAudit) -> String {
        self.pieces += 1;
        match self.form {
            AuditForm::Text => text::meter(&self.texts, self.style, audit),
            AuditForm::Json => json::item(self.pieces, &json::meter(&self.texts, audit)),
            AuditForm::Csv => csv::meter(&self.texts, audit),
        }
    }

    /// A record that is no evidence. Behind the last meter.
    #[must_use]
    pub fn unproven(&mut self, record: &UnprovenRecord) -> String {
        let first = !std::mem::replace(&mut self.in_unproven, true);
        if first {
            self.pieces = 0;
        }
        self.pieces += 1;
        match self.form {
            AuditForm::Text => text::unproven(&self.texts, self.style, record, self.pieces),
            AuditForm::Json => {
                let change = if first { json::CHANGE } else { "" };
                format!("{change}{}", json::item(self.pieces, &json::unproven(record)))
            }
            AuditForm::Csv => csv::unproven(record),
        }
    }

    /// What stands behind.
    #[must_use]
    pub fn end(self, summary: &AuditSummary) -> String {
        match self.form {
            AuditForm::Text => text::summary(&self.texts, self.style, summary),
            AuditForm::Json => {
                let change = if self.in_unproven { "" } else { json::CHANGE };
                format!("{change}{}", json::end(summary))
            }
            AuditForm::Csv => String::new(),
        }
    }
}

/// A time on the clock of the meter, ISO 8601, with the offset that was signed.
fn iso(time: &PastTime) -> String {
    let minutes = time.offset_minutes.unwrap_or(0);
    let offset = jiff::tz::Offset::from_seconds(i32::from(minutes) * 60).unwrap_or(jiff::tz::Offset::UTC);
    let local = offset.to_datetime(time.instant);
    match time.offset_minutes {
        None => local.to_string(),
        Some(minutes) => {
            let sign = if minutes < 0 { '-' } else { '+' };
            format!("{local}{sign}{:02}:{:02}", minutes.unsigned_abs() / 60, minutes.unsigned_abs() % 60)
        }
    }
}
