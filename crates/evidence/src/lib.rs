//! Reports for a dispute: a PDF for people, and a bundle that holds everything a verdict was reached from.
//!
//! Both say what an [`Assessment`](eichrecht_model::Assessment) holds, in the words of `eichrecht-report`, and decide
//! nothing. Neither is a proof: a proof can only be worked out again from the signed data. No clock, file or network is
//! used: the caller says when a report is made and by which program, and the same calls give the same bytes.
//!
//! ```
//! use eichrecht::{Input, Verifier};
//! use eichrecht_evidence::{EvidenceInput, PdfOptions, Program, pdf_report};
//! use eichrecht_report::Language;
//!
//! let file = std::fs::read("../../testvectors/demo/receipt.xml")?;
//! let result = Verifier::new().verify(vec![Input::new("receipt.xml", file.clone())]);
//! let options = PdfOptions {
//!     language: Language::German,
//!     program: Program { version: "0.1.0", commit: None, sha256: None },
//!     made_at: (jiff::civil::date(2026, 11, 26).at(12, 0, 0, 0), 60),
//!     attachments: &[EvidenceInput { name: "receipt.xml", bytes: &file }],
//! };
//! let pdf = pdf_report(&result, &options).expect("a short report");
//! assert!(pdf.starts_with(b"%PDF-1.7"));
//! # Ok::<(), std::io::Error>(())
//! ```

mod bundle;
mod error;
mod pdf;

pub use bundle::{BundleOptions, bundle};
pub use error::EvidenceError;
pub use pdf::{PdfOptions, pdf_report};

use jiff::civil::DateTime;

/// The program that makes a report. All of it comes from the front end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Program<'a> {
    /// Its version.
    pub version: &'a str,
    /// The commit it was built from, if known.
    pub commit: Option<&'a str>,
    /// SHA-256 of its own file, hex, if it could be read.
    pub sha256: Option<&'a str>,
}

/// Local time, and its offset from UTC in minutes.
pub type MadeAt = (DateTime, i32);

/// A file as received.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EvidenceInput<'a> {
    /// Its name as given; the last part of a path is kept.
    pub name: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
}
