//! The bill: the verdict on the whole in a sentence, the figures, what was found.

use eichrecht_model::{Assessment, BillCheck};

use super::{findings, verdict_word};
use crate::content;
use crate::style::{Page, Tone};
use crate::texts::Texts;

/// The first line, and everything about the bill.
pub(super) fn bill(page: &mut Page, texts: &Texts, assessment: &Assessment, check: &BillCheck) {
    let bill = content::bill(texts, assessment, check);
    let verdict = verdict_word(page, texts, assessment.verdict);
    page.wrapped("", 0, &format!("{verdict}: {}", bill.sentence));
    page.gap();
    let title = page.paint(Tone::Strong, &bill.title);
    let word = page.paint(Tone::of_verdict(bill.verdict), &bill.verdict_word);
    page.wrapped("", 2, &format!("{title}: {word}"));
    page.rows(&bill.rows);
    findings::findings(page, texts, &bill.findings);
}
