//! What is told of sessions and nobody signed: a block of its own, so that it is never taken for proven.

use eichrecht_model::SessionClaim;

use super::table::aligned;
use crate::content::{self, words};
use crate::style::Page;
use crate::texts::Texts;
use crate::visible;

/// Up to this many claims of an input are shown in full; more of them become a table.
const IN_FULL: usize = 5;

/// The claims of one input.
pub(super) fn claims(page: &mut Page, texts: &Texts, claims: &[&SessionClaim]) {
    if claims.is_empty() {
        return;
    }
    page.heading(&texts.plain("heading-claims"));
    page.wrapped("  ", 2, &texts.plain("claims-are-claims"));
    if claims.len() > IN_FULL {
        return table(page, texts, claims);
    }
    for claim in claims {
        let content = content::claim(texts, claim);
        page.gap();
        page.wrapped("  ", 4, &content.title);
        page.rows(&content.rows);
    }
}

/// Many claims: one line each.
fn table(page: &mut Page, texts: &Texts, claims: &[&SessionClaim]) {
    let head = ["column-number", "column-belongs", "column-energy", "column-begin", "column-told-session"];
    let mut rows: Vec<Vec<String>> = vec![head.iter().map(|id| texts.plain(id)).collect()];
    rows.extend(claims.iter().map(|claim| {
        let numbers: Vec<String> = claim.transactions.iter().take(3).map(|id| id.0.to_string()).collect();
        let or_dash = |text: Option<String>| text.filter(|text| !text.is_empty()).unwrap_or_else(|| "-".to_owned());
        vec![
            claim.id.0.to_string(),
            if numbers.is_empty() { texts.plain("claim-unsigned-short") } else { numbers.join(", ") },
            or_dash(claim.claimed_energy().map(|energy| words::energy(texts, &energy))),
            or_dash(claim.begin.as_ref().map(|time| visible(&time.raw).into_owned())),
            or_dash(claim.session.as_deref().map(|session| visible(session).into_owned())),
        ]
    }));
    let tones = vec![None; rows.len()];
    aligned(page, &rows, &tones, &[0, 2]);
}
