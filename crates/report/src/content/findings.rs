//! Findings, worst first; equal ones merged with their count.

use std::collections::HashMap;

use eichrecht_model::{Finding, MeasurementRef, Severity, Subject};

use super::{FindingContent, MessageContent, times};
use crate::message;
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
pub(crate) fn findings(texts: &Texts, findings: &[&Finding]) -> Vec<FindingContent> {
    let merged = merge(texts, findings);
    let groups = merged.chunk_by(|a, b| a.first.code == b.first.code);
    groups.filter_map(|group| Some(content(texts, group.first()?.first, group))).collect()
}

fn content(texts: &Texts, first: &Finding, group: &[Merged<'_>]) -> FindingContent {
    let shown = if first.severity == Severity::Fail { group.len() } else { MESSAGES.min(group.len()) };
    let hidden: usize = group.iter().skip(shown).map(|one| one.count).sum();
    let more = texts.say("and-more-findings", &[("count", Arg::Count(hidden)), ("code", Arg::Text(first.code))]);
    FindingContent {
        code: first.code,
        name: first.name,
        severity: first.severity,
        mark: texts.plain(&format!("mark-{}", first.severity.as_str())),
        title: message::title(texts, first),
        messages: group.iter().take(shown).map(|one| message_content(texts, one)).collect(),
        more: (group.len() > shown).then_some(more),
        bill: message::bill(texts, first),
        advice: message::advice(texts, first),
    }
}

fn message_content(texts: &Texts, one: &Merged<'_>) -> MessageContent {
    MessageContent { text: one.message.clone(), place: place(texts, one), subjects: one.places.clone() }
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
        Subject::Input | Subject::Bill => None,
        Subject::Record(id) => Some(texts.say("subject-record", &[("number", Arg::Text(&id.0.to_string()))])),
        Subject::Measurement(MeasurementRef { record, index }) => {
            let (record, index) = (record.0.to_string(), (index + 1).to_string());
            Some(texts.say("subject-measurement", &[("number", Arg::Text(&record)), ("reading", Arg::Text(&index))]))
        }
        Subject::Claim(id) => Some(texts.say("subject-claim", &[("number", Arg::Text(&id.0.to_string()))])),
        Subject::Transaction(id) => Some(texts.say("subject-transaction", &[("number", Arg::Text(&id.0.to_string()))])),
    }
}
