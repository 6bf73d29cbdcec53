//! Reports as text, JSON and CSV, in German and English: step 7 of the data flow.
//!
//! A report says what an [`Assessment`](eichrecht_model::Assessment) holds and decides nothing: verdicts,
//! findings and proven energies come from there. This is the one crate with sentences meant for people;
//! they stand in `i18n/`, one folder for each language, and are found by code and facts.
//!
//! Everything that came with the data is text of a stranger: it is escaped before it reaches a terminal
//! or a table (see [`visible`]). JSON carries it in full.
//!
//! ```
//! use eichrecht_report::{Language, Style, explain};
//!
//! let rule = eichrecht_rules::find("PAG001").unwrap();
//! assert!(explain(rule, Language::English, Style::default()).starts_with("PAG001 pagination-gap"));
//! ```

mod audit;
mod content;
mod csv;
mod escape;
mod explain;
mod formats;
mod json;
mod key;
mod language;
mod message;
mod names;
mod paper;
mod registration;
mod row;
mod store;
mod style;
mod text;
mod texts;
mod view;
mod words;

pub use audit::{AddedNote, AuditForm, AuditPrinter, ListingPrinter, added_note, added_summary};
pub use content::{
    BillContent, ClaimContent, FindingContent, InputContent, LooseRecord, MessageContent, ReportContent, Row, SessionContent, Standing,
    content,
};
pub use csv::{csv, foreign_cell, own_cell};
pub use escape::{visible, visible_whole};
pub use explain::{RulePage, explain, explain_json, rule_list, rule_list_json};
pub use formats::{Carrier, formats_json, formats_list};
pub use json::{json, json_fault};
pub use key::{KeyView, key_json, key_problem, key_text};
pub use language::Language;
pub use paper::{Figure, PaperContent, PaperWords, ReadingContent, SessionReadings, paper, rule_set};
pub use registration::{export_csv, export_json, export_pem};
pub use row::InputRow;
pub use store::{
    HistoryView, ListView, PinView, StoreProblem, key_found, key_found_json, key_history, key_history_json, key_import, key_import_json,
    key_left_out, key_list, key_list_json, key_pin, key_pin_json, key_unpin, key_unpin_json, store_problem,
};
pub use style::Style;
pub use text::table::SessionLine;
pub use text::text;
pub use texts::Arg;
pub use words::{Headline, InputHead, RecordContent, RecordReading, Words, grouped};

/// The program that makes the report, as named in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ToolInfo<'a> {
    /// Its version.
    pub version: &'a str,
    /// The commit it was built from, if known.
    pub commit: Option<&'a str>,
}

#[cfg(test)]
mod testing;
