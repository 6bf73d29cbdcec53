//! Collecting notes without letting an input order more of them than a person can read.

use eichrecht_model::{Note, NoteKind};

/// Notes of one kind that are kept; of the others only the number is told.
const KEPT: usize = 30;
/// Characters kept of a text that is quoted in a note.
const QUOTED: usize = 120;

/// Notes about one thing.
#[derive(Default)]
pub(crate) struct Notes {
    kept: Vec<Note>,
    /// How many there were of each kind; there are only a few kinds.
    counts: Vec<(NoteKind, usize)>,
}

impl Notes {
    pub(crate) fn push(&mut self, note: Note) {
        let count = match self.counts.iter_mut().find(|(kind, _)| *kind == note.kind) {
            Some((_, count)) => {
                *count += 1;
                *count
            }
            None => {
                self.counts.push((note.kind, 1));
                1
            }
        };
        if count <= KEPT {
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
        for (kind, count) in self.counts {
            if count > KEPT {
                self.kept.push(Note::new(kind, "").found(format!("… +{}", count - KEPT)));
            }
        }
        self.kept
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
