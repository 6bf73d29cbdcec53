//! What adding to a ledger did, in words.

use crate::texts::{Arg, Texts};
use crate::{Language, visible};

/// What is to be said of an input that was added or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddedNote<'a> {
    /// A record whose signature does not hold.
    Invalid,
    /// A record whose signature could not be checked.
    NotChecked,
    /// No signed record at all.
    Nothing,
    /// Something could not be read: a sentence about it.
    Unread(&'a str),
    /// A report that is none: which one in its file, counted from 1, and why.
    Report {
        /// Number of the report.
        number: usize,
        /// Why, in the words of the reader.
        reason: &'a str,
    },
}

/// A line about an input.
#[must_use]
pub fn added_note(input: &str, note: AddedNote<'_>, language: Language) -> String {
    let (id, number, detail) = match note {
        AddedNote::Invalid => ("added-invalid", 0, ""),
        AddedNote::NotChecked => ("added-not-checked", 0, ""),
        AddedNote::Nothing => ("added-nothing", 0, ""),
        AddedNote::Unread(sentence) => ("added-error", 0, sentence),
        AddedNote::Report { number, reason } => ("added-report", number, reason),
    };
    let facts = [("input", Arg::Text(&visible(input))), ("number", Arg::Count(number)), ("detail", Arg::Text(&visible(detail)))];
    Texts::new(language).say(id, &facts)
}

/// How many records were new, known already, and without a valid signature.
#[must_use]
pub fn added_summary(new: usize, known: usize, unproven: usize, language: Language) -> String {
    let facts = [("new", Arg::Count(new)), ("known", Arg::Count(known)), ("unproven", Arg::Count(unproven))];
    Texts::new(language).say("added", &facts) + "\n"
}
