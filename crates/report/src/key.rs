//! Keys in words: for comparing with the label on a station.

use eichrecht_model::{KeyProblem, Note, NoteKind};
use serde::Serialize;

use crate::content::Row;
use crate::json::to_json;
use crate::style::Page;
use crate::texts::{Arg, Texts};
use crate::{Language, Style, names, visible};

/// A public key, as far as reports show it.
#[derive(Clone, Copy, Debug)]
pub struct KeyView<'a> {
    /// Name of the curve or parameter set.
    pub kind: &'a str,
    /// SHA-256 of the SubjectPublicKeyInfo, hex.
    pub fingerprint: &'a str,
    /// The SubjectPublicKeyInfo in DER.
    pub spki: &'a [u8],
    /// What was odd about the key text.
    pub notes: &'a [Note],
}

/// A key as text.
#[must_use]
pub fn key_text(key: &KeyView<'_>, language: Language, style: Style) -> String {
    let texts = Texts::new(language);
    let mut page = Page::new(style);
    page.row(&texts.plain("label-curve"), key.kind);
    page.rows(&key_rows(&texts, key.fingerprint, key.spki));
    for note in key.notes {
        let found = visible(&note.found);
        let id = match note.kind {
            NoteKind::KeyWrapping => "key-note-wrapping",
            NoteKind::KeyEncodingDiffers => "key-note-encoding",
            _ => "key-note-other",
        };
        page.row(&texts.plain("label-note"), &texts.say(id, &[("found", Arg::Text(&found))]));
    }
    page.finish()
}

/// A key as JSON, schema `eichrecht-key/1`.
#[must_use]
pub fn key_json(key: &KeyView<'_>) -> String {
    #[derive(Serialize)]
    struct Out<'a> {
        schema: &'static str,
        curve: &'a str,
        fingerprint: &'a str,
        spki: String,
        notes: Vec<NoteOut<'a>>,
    }
    #[derive(Serialize)]
    struct NoteOut<'a> {
        kind: &'static str,
        found: &'a str,
    }
    let notes = key.notes.iter().map(|note| NoteOut {
        kind: match note.kind {
            NoteKind::KeyWrapping => "wrapping",
            NoteKind::KeyEncodingDiffers => "encoding-differs",
            _ => "other",
        },
        found: &note.found,
    });
    to_json(&Out { schema: "eichrecht-key/1", curve: key.kind, fingerprint: key.fingerprint, spki: hex(key.spki), notes: notes.collect() })
}

/// That a file or text of this name is no readable key, and why.
#[must_use]
pub fn key_problem(name: &str, problem: &KeyProblem, language: Language) -> String {
    let texts = Texts::new(language);
    format!("{} {}", texts.say("key-refused", &[("name", Arg::Text(&visible(name)))]), problem_words(&texts, problem))
}

pub(crate) fn problem_words(texts: &Texts, problem: &KeyProblem) -> String {
    let id = format!("key-problem-{}", names::key_problem(problem));
    match problem {
        KeyProblem::AmbiguousCurve(curves) => {
            let list: Vec<&str> = curves.iter().map(|curve| curve.as_str()).collect();
            texts.say(&id, &[("curves", Arg::Text(&list.join(", ")))])
        }
        KeyProblem::UnsupportedAlgorithm(name) => texts.say(&id, &[("name", Arg::Text(&visible(name)))]),
        _ => texts.plain(&id),
    }
}

/// Rows with fingerprint and key in groups of four hex digits.
pub(crate) fn key_rows(texts: &Texts, fingerprint: &str, spki: &[u8]) -> Vec<Row> {
    /// Longer keys (ML-DSA) fit on no label; their fingerprint is what can be compared.
    const COMPARABLE_BYTES: usize = 256;
    let mut rows = vec![Row::own(texts.plain("label-fingerprint"), grouped(fingerprint))];
    if spki.len() > COMPARABLE_BYTES {
        rows.push(Row::own(texts.plain("label-key-bytes"), texts.say("key-too-long", &[("bytes", Arg::Count(spki.len()))])));
    } else if !spki.is_empty() {
        rows.push(Row::own(texts.plain("label-key-bytes"), grouped(&hex(spki))));
    }
    rows
}

/// Hex digits in groups of four.
pub(crate) fn grouped(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() * 5 / 4);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && position % 4 == 0 {
            out.push(' ');
        }
        out.push(digit);
    }
    out
}

/// Bytes in lower-case hex.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        // Writing to a String cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_of_four() {
        assert_eq!(grouped(&hex(&[0x30, 0x59, 0x0a, 0xff, 0x01])), "3059 0aff 01");
        assert_eq!(grouped(""), "");
    }
}
