//! Findings, worst first; equal ones merged with their count.

use std::collections::HashMap;

use eichrecht_model::{Finding, MeasurementRef, Severity, Subject};

use super::times;
use crate::message;
use crate::style::{Page, Tone};
use crate::texts::{Arg, Texts};

/// Most places of a merged finding that are named.
const PLACES: usize = 5;
/// Most different messages of one code that are shown when it does not fail; failing ones are all shown.
const MESSAGES: usize = 5;

/// Findings with the same code and the same words.
struct Merged<'a> {
    first: &'a Finding,
    message: String,
    places: Vec<Subject>,
    count: usize,
}

/// The findings, by weight and code.
pub(super) fn findings(page: &mut Page, texts: &Texts, findings: &[&Finding]) {
    if findings.is_empty() {
        return;
    }
    page.heading(&texts.plain("heading-findings"));
    let merged = merge(texts, findings);
    for group in merged.chunk_by(|a, b| a.first.code == b.first.code) {
        let Some(first) = group.first() else { continue };
        let shown = if first.first.severity == Severity::Fail { group.len() } else { MESSAGES.min(group.len()) };
        page.gap();
        head(page, texts, first.first);
        for one in group.iter().take(shown) {
            let place = place(texts, one);
            page.wrapped("    ", 4, &format!("{} {place}", one.message));
        }
        if group.len() > shown {
            let hidden: usize = group.iter().skip(shown).map(|one| one.count).sum();
            page.wrapped(
                "    ",
                4,
                &texts.say("and-more-findings", &[("count", Arg::Count(hidden)), ("code", Arg::Text(first.first.code))]),
            );
        }
        for (id, sentence) in [("finding-bill", message::bill(texts, first.first)), ("finding-advice", message::advice(texts, first.first))]
        {
            if !sentence.is_empty() {
                page.wrapped("    ", 6, &format!("{} {sentence}", texts.plain(id)));
            }
        }
    }
}

fn head(page: &mut Page, texts: &Texts, finding: &Finding) {
    let mark = texts.plain(&format!("mark-{}", finding.severity.as_str()));
    let mark = page.paint(Tone::of_severity(finding.severity), &mark);
    page.wrapped("  ", 4, &format!("{mark} {} {}", finding.code, finding.name));
}

/// Merges equal findings; worst first, then by code, then in order of appearance.
fn merge<'a>(texts: &Texts, findings: &[&'a Finding]) -> Vec<Merged<'a>> {
    let mut merged: Vec<Merged<'a>> = Vec::new();
    let mut positions: HashMap<(&str, String), usize> = HashMap::new();
    for finding in findings {
        let message = message::message(texts, finding);
        let position = *positions.entry((finding.code, message.clone())).or_insert_with(|| {
            merged.push(Merged { first: finding, message, places: Vec::new(), count: 0 });
            merged.len() - 1
        });
        if let Some(one) = merged.get_mut(position) {
            one.count += 1;
            if one.places.len() < PLACES && !one.places.contains(&finding.subject) {
                one.places.push(finding.subject);
            }
        }
    }
    merged.sort_by(|a, b| b.first.severity.cmp(&a.first.severity).then_with(|| a.first.code.cmp(b.first.code)));
    merged
}

/// `(record 3)`, `(session 1, session 2, …; 12 times)`: the count is there when the places do not tell it.
fn place(texts: &Texts, finding: &Merged<'_>) -> String {
    let names: Vec<String> = finding.places.iter().filter_map(|subject| subject_name(texts, *subject)).collect();
    let counted = finding.count > names.len().max(1);
    let names = names.join(", ");
    match (names.is_empty(), counted) {
        (true, false) => String::new(),
        (true, true) => format!("({})", times(texts, finding.count)),
        (false, false) => format!("({names})"),
        (false, true) => format!("({names}, …; {})", times(texts, finding.count)),
    }
}

fn subject_name(texts: &Texts, subject: Subject) -> Option<String> {
    match subject {
        Subject::Input => None,
        Subject::Record(id) => Some(texts.say("subject-record", &[("number", Arg::Text(&id.0.to_string()))])),
        Subject::Measurement(MeasurementRef { record, index }) => {
            let (record, index) = (record.0.to_string(), (index + 1).to_string());
            Some(texts.say("subject-measurement", &[("number", Arg::Text(&record)), ("reading", Arg::Text(&index))]))
        }
        Subject::Transaction(id) => Some(texts.say("subject-transaction", &[("number", Arg::Text(&id.0.to_string()))])),
    }
}
