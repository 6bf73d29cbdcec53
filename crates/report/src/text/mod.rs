//! The report for people: the verdict first, then what was charged, then what was found.

mod bill;
mod claims;
mod findings;
mod foot;
mod session;
pub(crate) mod table;

use eichrecht_model::{Assessment, InputRole, Verdict};

pub(crate) use foot::about;

use crate::content::{self, headline};
use crate::style::{Page, Tone};
use crate::texts::{Arg, Texts};
use crate::view::{InputView, by_input};
use crate::{Language, Style, ToolInfo, visible_whole};

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
    if let Some(check) = &assessment.bill {
        bill::bill(&mut page, &texts, assessment, check);
        page.heading(&texts.plain("heading-signed-data"));
    }
    match views.as_slice() {
        [view] => input(&mut page, &texts, assessment, view),
        _ => {
            // A bill has its own first line; this one is about the inputs.
            let worst = views.iter().filter(|view| view.input.role == InputRole::Data).map(|view| view.input.verdict).max();
            let verdict = verdict_word(&page, &texts, worst.unwrap_or(assessment.verdict));
            page.wrapped("", 0, &format!("{verdict}: {}", headline::overall(&texts, &views)));
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
    let sentence = content::of_input(texts, assessment, view);
    if view.input.role != InputRole::Data {
        page.wrapped("", 0, &sentence);
    } else {
        let verdict = verdict_word(page, texts, view.input.verdict);
        page.wrapped("", 0, &format!("{verdict}: {sentence}"));
    }
    if view.transactions.len() <= SESSIONS_IN_FULL {
        for transaction in &view.transactions {
            session::session(page, &content::session(texts, assessment, transaction));
        }
    } else {
        table::sessions(page, texts, assessment, &view.transactions);
    }
    loose_records(page, texts, view);
    claims::claims(page, texts, &view.claims);
    findings::findings(page, texts, &content::findings(texts, &view.findings));
    errors(page, texts, view);
}

/// Records outside any session, one line each.
fn loose_records(page: &mut Page, texts: &Texts, view: &InputView<'_>) {
    if view.unplaced.is_empty() {
        return;
    }
    page.heading(&texts.plain("heading-loose"));
    for entry in view.unplaced.iter().take(LOOSE_RECORDS) {
        page.wrapped("  ", 4, &content::loose_record(texts, entry));
    }
    let more = view.unplaced.len().saturating_sub(LOOSE_RECORDS);
    if more > 0 {
        page.wrapped("  ", 4, &texts.say("and-more-records", &[("count", Arg::Count(more))]));
    }
}

/// What could not be read.
fn errors(page: &mut Page, texts: &Texts, view: &InputView<'_>) {
    if view.errors.is_empty() {
        return;
    }
    page.heading(&texts.plain("heading-errors"));
    for sentence in content::errors(texts, view) {
        page.wrapped("  ", 4, &sentence);
    }
}

/// The word for a verdict in capital letters, painted.
fn verdict_word(page: &Page, texts: &Texts, verdict: Verdict) -> String {
    page.paint(Tone::of_verdict(verdict), &content::verdict_word(texts, verdict))
}

#[cfg(test)]
mod tests;
