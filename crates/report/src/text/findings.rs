//! Findings: mark, code and name, what was found where, what it means and what can be done.

use crate::content::FindingContent;
use crate::style::{Page, Tone};
use crate::texts::Texts;

/// The findings under their heading.
pub(super) fn findings(page: &mut Page, texts: &Texts, findings: &[FindingContent]) {
    if findings.is_empty() {
        return;
    }
    page.heading(&texts.plain("heading-findings"));
    for finding in findings {
        page.gap();
        let mark = page.paint(Tone::of_severity(finding.severity), &finding.mark);
        page.wrapped("  ", 4, &format!("{mark} {} {}", finding.code, finding.name));
        for message in &finding.messages {
            page.wrapped("    ", 4, &format!("{} {}", message.text, message.place));
        }
        if let Some(more) = &finding.more {
            page.wrapped("    ", 4, more);
        }
        for (id, sentence) in [("finding-bill", &finding.bill), ("finding-advice", &finding.advice)] {
            if !sentence.is_empty() {
                page.wrapped("    ", 6, &format!("{} {sentence}", texts.plain(id)));
            }
        }
    }
}
