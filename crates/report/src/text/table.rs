//! Many charging sessions: one line each.

use eichrecht_model::{Assessment, Transaction, TransactionId, Verdict, VerifiedEnergy};

use crate::content::{distinct, words};
use crate::style::{Page, Tone};
use crate::texts::{Arg, Texts};
use crate::{key, visible};

/// A table of sessions, and the meters and keys in it once each.
pub(super) fn sessions(page: &mut Page, texts: &Texts, assessment: &Assessment, transactions: &[&Transaction]) {
    page.heading(&texts.say("heading-sessions", &[("count", Arg::Count(transactions.len()))]));
    let mut rows: Vec<Vec<String>> = vec![COLUMNS.iter().map(|id| texts.plain(id)).collect()];
    rows.extend(transactions.iter().map(|transaction| line(texts, assessment, transaction).cells.into()));
    let verdicts = transactions.iter().map(|t| Some(assessment.transaction_verdict(t.id)));
    let tones: Vec<Option<Tone>> = std::iter::once(None).chain(verdicts.map(|v| v.map(Tone::of_verdict))).collect();
    aligned(page, &rows, &tones, &[0, 2, 5]);
    page.gap();
    evidence(page, texts, assessment, transactions);
}

/// Texts at the head of the columns of such a table.
pub(crate) const COLUMNS: [&str; 6] =
    ["column-number", "column-verdict", "column-energy", "column-proof", "column-begin", "column-duration"];

/// A session in one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionLine {
    /// The session.
    pub id: TransactionId,
    /// The verdict on it.
    pub verdict: Verdict,
    /// Whether its energy is proven.
    pub proven: bool,
    /// Number, verdict, energy, what stands behind it, begin, duration.
    pub cells: [String; 6],
}

/// The line of a session.
pub(crate) fn line(texts: &Texts, assessment: &Assessment, transaction: &Transaction) -> SessionLine {
    let verdict = assessment.transaction_verdict(transaction.id);
    let proven = assessment.verified_energy(transaction.id);
    let (energy, proof) = match (proven.as_ref().map(VerifiedEnergy::energy), &transaction.stated_energy) {
        (Some(energy), _) => (words::energy(texts, energy), texts.plain("proven")),
        (None, Some(energy)) => (words::energy(texts, energy), texts.plain("stated-not-proven")),
        (None, None) => ("-".to_owned(), texts.plain("no-value")),
    };
    let begin = transaction.begin(assessment).and_then(|m| m.time.as_ref()).map(|time| words::time(texts, time));
    let cells = [
        transaction.id.0.to_string(),
        texts.plain(&format!("short-{}", verdict.as_str())),
        energy,
        proof,
        begin.unwrap_or_else(|| "-".to_owned()),
        transaction.duration_s.map_or_else(|| "-".to_owned(), words::duration),
    ];
    SessionLine { id: transaction.id, verdict, proven: proven.is_some(), cells }
}

/// Rows in columns as wide as their widest cell; some are aligned to the right. The second cell of a row is
/// painted in its tone.
pub(crate) fn aligned(page: &mut Page, rows: &[Vec<String>], tones: &[Option<Tone>], right: &[usize]) {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    for (row, tone) in rows.iter().zip(tones) {
        let mut line = String::new();
        for (column, (cell, width)) in row.iter().zip(&widths).enumerate() {
            let padding = " ".repeat(width.saturating_sub(cell.chars().count()));
            let cell = match tone {
                Some(tone) if column == 1 => page.paint(*tone, cell),
                _ => cell.clone(),
            };
            line.push_str("  ");
            line.push_str(&if right.contains(&column) { padding + &cell } else { cell + &padding });
        }
        page.line(&line);
    }
}

/// Meters and keys of the sessions.
fn evidence(page: &mut Page, texts: &Texts, assessment: &Assessment, transactions: &[&Transaction]) {
    let records = || transactions.iter().flat_map(|t| &t.records).filter_map(|id| assessment.checked(*id));
    let all_valid = records().all(|record| record.signature().is_valid());
    let meters = distinct(records().filter_map(|r| r.content().meter.serial.as_deref()).map(|serial| visible(serial).into_owned()));
    if !meters.is_empty() {
        let list = short_list(texts, &meters);
        let list = if all_valid { list } else { format!("{list} ({})", texts.plain("stated-not-proven")) };
        page.row(&texts.plain("label-meter"), &list);
    }
    let mut seen = std::collections::HashSet::new();
    for record in records() {
        let Some(used) = record.keys().used.as_ref() else { continue };
        if seen.insert((used.origin, &used.fingerprint)) && seen.len() <= KEYS_IN_FULL {
            page.row(&texts.plain("label-key"), &words::key(texts, used, all_valid));
            page.rows(&key::key_rows(texts, &used.fingerprint, &used.spki));
        }
    }
    if seen.len() > KEYS_IN_FULL {
        page.row(&texts.plain("label-key"), &texts.say("and-more-keys", &[("count", Arg::Count(seen.len() - KEYS_IN_FULL))]));
    }
    if records().any(|record| record.keys().used.is_none()) {
        page.row(&texts.plain("label-key"), &texts.plain("origin-none-some"));
    }
}

/// Most keys that are written out under a table.
const KEYS_IN_FULL: usize = 5;

fn short_list(texts: &Texts, values: &[String]) -> String {
    const SHOWN: usize = 10;
    let list = values.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(", ");
    match values.len().checked_sub(SHOWN) {
        None | Some(0) => list,
        Some(more) => format!("{list}, {}", texts.say("and-more", &[("count", Arg::Count(more))])),
    }
}
