//! One charging session in full.

use crate::content::SessionContent;
use crate::style::{Page, Tone};

/// A session with all its rows.
pub(super) fn session(page: &mut Page, session: &SessionContent) {
    page.gap();
    let title = page.paint(Tone::Strong, &session.title);
    let word = page.paint(Tone::of_verdict(session.verdict), &session.verdict_word);
    page.wrapped("", 2, &format!("{title}: {word}"));
    if let Some(sentence) = &session.not_proven {
        page.wrapped("  ", 2, sentence);
    }
    page.rows(&session.rows);
}
