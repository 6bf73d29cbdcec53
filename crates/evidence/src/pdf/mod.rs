//! The report as PDF: A4, tagged for those who hear it, fit for archives (PDF/A-3a, PDF/UA-1).

mod draw;
mod face;
mod layout;
mod sheet;

use eichrecht_model::Assessment;
use eichrecht_report::{Language, ToolInfo, paper};

use crate::{EvidenceError, EvidenceInput, MadeAt, Program};
use face::Faces;

/// Most pages with sessions and findings; what does not fit is counted, and stands in the JSON report.
const PAGES: usize = 60;
/// Most pages behind them with the inputs and the program.
const LAST_PAGES: usize = 20;

/// How a report is made.
#[derive(Clone, Copy, Debug)]
pub struct PdfOptions<'a> {
    /// Language of the texts.
    pub language: Language,
    /// The program that makes it.
    pub program: Program<'a>,
    /// When it is made.
    pub made_at: MadeAt,
    /// Files to attach, so that the report can be verified like the inputs themselves.
    pub attachments: &'a [EvidenceInput<'a>],
}

/// The assessment as PDF.
///
/// # Errors
/// [`EvidenceError::Pdf`] when the PDF library refuses.
pub fn pdf_report(assessment: &Assessment, options: &PdfOptions<'_>) -> Result<Vec<u8>, EvidenceError> {
    let Program { version, commit, sha256 } = options.program;
    let content = paper(assessment, options.language, ToolInfo { version, commit }, sha256, options.made_at);
    let sheet = layout::lay_out(&content, Faces::new()?, PAGES, LAST_PAGES);
    draw::draw(sheet, &content, options)
}
