//! The report for people: the verdict first, then what was charged, then what was found.

mod findings;
mod foot;
mod headline;
mod session;
mod table;
pub(crate) mod words;

use eichrecht_model::{Assessment, InputRole, RecordEntry};

use crate::style::{Page, Tone};
use crate::texts::{Arg, Texts};
use crate::view::{InputView, by_input};
use crate::{Language, Style, ToolInfo, visible, visible_whole};

/// Up to this many sessions of an input are shown in full; more of them become a table.
const SESSIONS_IN_FULL: usize = 3;
/// Most records outside sessions that are listed one by one; their findings are listed in any case.
const LOOSE_RECORDS: usize = 20;

/// The assessment as text, laid out for the width of the style.
#[must_use]
pub fn text(assessment: &Assessment, language: Language, style: Style, tool: ToolInfo<'_>) -> String {
    let texts = Texts::new(language);
    let mut page = Page::new(style);
    let views = by_input(assessment);
    match views.as_slice() {
        [view] => input(&mut page, &texts, assessment, view),
        _ => {
            headline::overall(&mut page, &texts, assessment, &views);
            for (number, view) in views.iter().enumerate() {
                page.gap();
                let number = (number + 1).to_string();
                let title =
                    texts.say("input-title", &[("number", Arg::Text(&number)), ("name", Arg::Text(&visible_whole(&view.input.name)))]);
                page.heading(&title);
                input(&mut page, &texts, assessment, view);
            }
            foot::summary(&mut page, &texts, assessment, &views);
        }
    }
    foot::foot(&mut page, &texts, assessment, &views, tool);
    page.finish()
}

/// Everything about one input.
fn input(page: &mut Page, texts: &Texts, assessment: &Assessment, view: &InputView<'_>) {
    if view.input.role == InputRole::Key {
        page.wrapped("", 0, &texts.plain("input-is-key"));
    } else {
        headline::of_input(page, texts, assessment, view);
    }
    if view.transactions.len() <= SESSIONS_IN_FULL {
        for transaction in &view.transactions {
            session::session(page, texts, assessment, transaction);
        }
    } else {
        table::sessions(page, texts, assessment, &view.transactions);
    }
    loose_records(page, texts, view);
    findings::findings(page, texts, &view.findings);
    errors(page, texts, view);
}

/// Records outside any session, one line each.
fn loose_records(page: &mut Page, texts: &Texts, view: &InputView<'_>) {
    if view.unplaced.is_empty() {
        return;
    }
    page.heading(&texts.plain("heading-loose"));
    for entry in view.unplaced.iter().take(LOOSE_RECORDS) {
        page.wrapped("  ", 4, &loose_record(texts, entry));
    }
    let more = view.unplaced.len().saturating_sub(LOOSE_RECORDS);
    if more > 0 {
        page.wrapped("  ", 4, &texts.say("and-more-records", &[("count", Arg::Count(more))]));
    }
}

fn loose_record(texts: &Texts, entry: &RecordEntry) -> String {
    let number = entry.id.0.to_string();
    let mut parts = Vec::new();
    if let Some(first) = entry.duplicate_of {
        parts.push(texts.say("record-repeats", &[("number", Arg::Text(&first.0.to_string()))]));
    }
    match &entry.content {
        Err(why) => parts.push(texts.plain(&format!("reason-{}", crate::names::unread(why)))),
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

/// What could not be read.
fn errors(page: &mut Page, texts: &Texts, view: &InputView<'_>) {
    if view.errors.is_empty() {
        return;
    }
    page.heading(&texts.plain("heading-errors"));
    let mut merged: Vec<(String, usize)> = Vec::new();
    let mut position = std::collections::HashMap::new();
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
    for (sentence, count) in merged {
        let sentence = if count > 1 { format!("{sentence} ({})", times(texts, count)) } else { sentence };
        page.wrapped("  ", 4, &sentence);
    }
}

/// `3 times`.
fn times(texts: &Texts, count: usize) -> String {
    texts.say("times", &[("count", Arg::Count(count))])
}

/// The word for a verdict in capital letters, painted.
fn verdict_word(page: &Page, texts: &Texts, verdict: eichrecht_model::Verdict) -> String {
    let word = texts.plain(&format!("verdict-{}", verdict.as_str()));
    page.paint(Tone::of_verdict(verdict), &word)
}

#[cfg(test)]
mod tests;
