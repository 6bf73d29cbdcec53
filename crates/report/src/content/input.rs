//! What a report says about inputs.

use std::collections::HashMap;

use eichrecht_model::{Assessment, InputRole, RecordEntry};

use super::{InputContent, LooseRecord, ReportContent, claim, findings, headline, session, times, verdict_word, words};
use crate::texts::{Arg, Texts};
use crate::view::{InputView, by_input};
use crate::{Language, names, visible, visible_whole};

/// The whole report in words.
#[must_use]
pub fn content(assessment: &Assessment, language: Language) -> ReportContent {
    let texts = Texts::new(language);
    let views = by_input(assessment);
    let inputs: Vec<InputContent> = views.iter().map(|view| whole_input(&texts, assessment, view)).collect();
    let sentence = match inputs.as_slice() {
        [one] => one.sentence.clone(),
        _ => headline::overall(&texts, &views),
    };
    let bill = assessment.bill.as_ref().map(|check| super::bill(&texts, assessment, check));
    let sentence = match &bill {
        Some(bill) => format!("{} {sentence}", bill.sentence),
        None => sentence,
    };
    ReportContent { bill, verdict: assessment.verdict, verdict_word: verdict_word(&texts, assessment.verdict), sentence, inputs }
}

fn whole_input(texts: &Texts, assessment: &Assessment, view: &InputView<'_>) -> InputContent {
    InputContent {
        name: visible_whole(&view.input.name).into_owned(),
        verdict: view.input.verdict,
        verdict_word: verdict_word(texts, view.input.verdict),
        sentence: of_input(texts, assessment, view),
        is_aside: view.input.role != InputRole::Data,
        sessions: view.transactions.iter().map(|transaction| session(texts, assessment, transaction)).collect(),
        loose: view.unplaced.iter().map(|entry| LooseRecord { id: entry.id, text: loose_record(texts, entry) }).collect(),
        claims: view.claims.iter().map(|told| claim(texts, told)).collect(),
        findings: findings(texts, &view.findings),
        errors: errors(texts, view),
    }
}

/// The sentence about an input.
pub(crate) fn of_input(texts: &Texts, assessment: &Assessment, view: &InputView<'_>) -> String {
    match view.input.role {
        InputRole::Key => texts.plain("input-is-key"),
        InputRole::Signature => texts.plain("input-is-signature"),
        InputRole::Data => headline::of_input(texts, assessment, view),
    }
}

/// A record outside any session, in one line.
pub(crate) fn loose_record(texts: &Texts, entry: &RecordEntry) -> String {
    let number = entry.id.0.to_string();
    let mut parts = Vec::new();
    if let Some(first) = entry.duplicate_of {
        parts.push(texts.say("record-repeats", &[("number", Arg::Text(&first.0.to_string()))]));
    }
    match &entry.content {
        Err(why) => parts.push(texts.plain(&format!("reason-{}", names::unread(why)))),
        Ok(record) => {
            parts.push(words::signature(texts, record.signature()));
            if let Some(serial) = &record.content().meter.serial {
                parts.push(format!("{} {}", texts.plain("label-meter"), visible(serial)));
            }
            if let Some(reading) = record.content().measurements.first() {
                parts.push(words::value(texts, reading));
                if let Some(time) = &reading.time {
                    parts.push(words::time(texts, time));
                }
            }
            if !record.signature().is_valid() {
                parts.push(texts.plain("stated-not-proven"));
            }
        }
    }
    format!("{} {}", texts.say("record-number", &[("number", Arg::Text(&number))]), parts.join("; "))
}

/// What could not be read, in the order met; equal sentences once with their count.
pub(crate) fn errors(texts: &Texts, view: &InputView<'_>) -> Vec<String> {
    let mut merged: Vec<(String, usize)> = Vec::new();
    let mut position = HashMap::new();
    for error in &view.errors {
        let sentence = words::error(texts, error);
        let at = *position.entry(sentence.clone()).or_insert_with(|| {
            merged.push((sentence, 0));
            merged.len() - 1
        });
        if let Some((_, count)) = merged.get_mut(at) {
            *count += 1;
        }
    }
    let counted = |(sentence, count)| if count > 1 { format!("{sentence} ({})", times(texts, count)) } else { sentence };
    merged.into_iter().map(counted).collect()
}
