//! Collecting notes without letting an input order more of them than a person can read.

use std::collections::BTreeMap;

use eichrecht_model::{Note, NoteKind};

/// Notes of one kind that are kept; of the others only the number is told.
const KEPT: usize = 30;
/// Characters kept of a text that is quoted in a note.
const QUOTED: usize = 120;

/// Notes about one thing.
#[derive(Default)]
pub(crate) struct Notes {
    kept: Vec<Note>,
    counts: BTreeMap<&'static str, (NoteKind, usize)>,
}

impl Notes {
    pub(crate) fn push(&mut self, note: Note) {
        let count = self.counts.entry(key(note.kind)).or_insert((note.kind, 0));
        count.1 += 1;
        if count.1 <= KEPT {
            self.kept.push(note);
        }
    }

    /// As [`Self::push`], but a note that is already there is not repeated.
    pub(crate) fn push_once(&mut self, note: Note) {
        if !self.kept.contains(&note) {
            self.push(note);
        }
    }

    /// The notes; the number left out closes each kind that has too many.
    pub(crate) fn finish(mut self) -> Vec<Note> {
        for (kind, count) in self.counts.into_values() {
            if count > KEPT {
                self.kept.push(Note::new(kind, "").found(format!("… +{}", count - KEPT)));
            }
        }
        self.kept
    }
}

/// `NoteKind` has no order; only the kinds made in this crate are told apart.
fn key(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::UnknownNamespace => "namespace",
        NoteKind::UnexpectedPart => "part",
        NoteKind::StrayText => "text",
        NoteKind::WrappingRemoved => "wrapping",
        NoteKind::SenderData => "sender",
        NoteKind::EncodingLabelDiffers => "encoding",
        NoteKind::FormatGuessed => "guessed",
        NoteKind::FormatLabelDiffers => "format",
        _ => "other",
    }
}

/// The beginning of a text, for quoting it.
pub(crate) fn shorten(text: &str) -> String {
    let mut rest = text.char_indices().skip(QUOTED);
    match rest.next().and_then(|(end, _)| text.get(..end)) {
        Some(start) => format!("{start}…"),
        None => text.to_owned(),
    }
}

/// The beginning of bytes that are mostly text, without white space around it.
pub(crate) fn shorten_bytes(bytes: &[u8]) -> String {
    let bytes = bytes.trim_ascii();
    shorten(&String::from_utf8_lossy(bytes.get(..bytes.len().min(QUOTED * 5)).unwrap_or_default()))
}
