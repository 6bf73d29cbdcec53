//! How a text is laid out: width, indentation, colour.

use eichrecht_model::{Severity, Verdict};

use crate::content::Row;

/// How a text report looks. Meaning never rests on it: every colour only repeats a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Whether to colour with ANSI sequences.
    pub colour: bool,
    /// Width in characters; texts are wrapped to it, words longer than it are not broken.
    pub width: usize,
}

impl Default for Style {
    fn default() -> Self {
        Self { colour: false, width: 100 }
    }
}

/// What a word is painted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    Good,
    Remark,
    Bad,
    Unknown,
    Strong,
    Quiet,
}

impl Tone {
    pub(crate) fn of_verdict(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Verified => Self::Good,
            Verdict::VerifiedWithWarnings => Self::Remark,
            Verdict::NotChecked => Self::Unknown,
            Verdict::Failed => Self::Bad,
        }
    }

    pub(crate) fn of_severity(severity: Severity) -> Self {
        match severity {
            Severity::Info => Self::Quiet,
            Severity::Warn => Self::Remark,
            Severity::Fail => Self::Bad,
        }
    }

    fn sequence(self) -> &'static str {
        match self {
            Self::Good => "1;32",
            Self::Remark => "1;33",
            Self::Bad => "1;31",
            Self::Unknown => "1;35",
            Self::Strong => "1",
            Self::Quiet => "2",
        }
    }
}

/// A text under construction.
pub(crate) struct Page {
    style: Style,
    out: String,
}

impl Page {
    pub(crate) fn new(style: Style) -> Self {
        Self { style, out: String::new() }
    }

    pub(crate) fn finish(self) -> String {
        self.out
    }

    /// The text painted, or unchanged when there is no colour.
    pub(crate) fn paint(&self, tone: Tone, text: &str) -> String {
        if self.style.colour { format!("\u{1b}[{}m{text}\u{1b}[0m", tone.sequence()) } else { text.to_owned() }
    }

    /// A line as it is.
    pub(crate) fn line(&mut self, text: &str) {
        self.out.push_str(text.trim_end());
        self.out.push('\n');
    }

    /// A blank line, never two in a row and never the first.
    pub(crate) fn gap(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    /// A heading after a gap.
    pub(crate) fn heading(&mut self, text: &str) {
        self.gap();
        let painted = self.paint(Tone::Strong, text);
        self.line(&painted);
    }

    /// Paragraphs wrapped to the width: `first` before the first line, `rest` blanks before the others. A
    /// line break in the text is a blank, an empty line in it begins a paragraph.
    pub(crate) fn wrapped(&mut self, first: &str, rest: usize, text: &str) {
        let mut prefix = first.to_owned();
        let mut taken = plain_length(first);
        for paragraph in text.split("\n\n") {
            let mut line = std::mem::take(&mut prefix);
            let mut length = std::mem::replace(&mut taken, rest);
            let mut any = false;
            for word in paragraph.split_whitespace() {
                let word_length = plain_length(word);
                if any && length + 1 + word_length > self.style.width {
                    self.line(&line);
                    line = " ".repeat(rest);
                    length = rest;
                    any = false;
                }
                if any {
                    line.push(' ');
                    length += 1;
                }
                line.push_str(word);
                length += word_length;
                any = true;
            }
            self.line(&line);
            prefix = " ".repeat(rest);
        }
    }

    /// Labelled rows, with their remarks in brackets.
    pub(crate) fn rows(&mut self, rows: &[Row]) {
        for row in rows {
            let value = if row.strong { self.paint(Tone::Strong, &row.value) } else { row.value.clone() };
            match &row.note {
                Some(note) => self.row(&row.label, &format!("{value} ({note})")),
                None => self.row(&row.label, &value),
            }
        }
    }

    /// A labelled row; the value is wrapped behind the label.
    pub(crate) fn row(&mut self, label: &str, value: &str) {
        const LABEL: usize = 16;
        let padding = LABEL.saturating_sub(label.chars().count()).max(1);
        let first = format!("  {label}{}", " ".repeat(padding));
        self.wrapped(&first, 2 + LABEL, value);
    }
}

/// Number of characters without colour sequences.
fn plain_length(text: &str) -> usize {
    let mut inside = false;
    text.chars()
        .filter(|c| match (inside, c) {
            (false, '\u{1b}') => {
                inside = true;
                false
            }
            (true, 'm') => {
                inside = false;
                false
            }
            (inside, _) => !inside,
        })
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wraps_behind_the_label_and_keeps_long_words() {
        let mut page = Page::new(Style { colour: false, width: 30 });
        page.row("Energy", "one two three four five");
        page.wrapped("", 2, "0123456789012345678901234567890123456789 end\n\nnext\nparagraph");
        assert_eq!(
            page.finish(),
            "  Energy          one two\n                  three four\n                  five\n\
             0123456789012345678901234567890123456789\n  end\n  next paragraph\n"
        );
    }

    #[test]
    fn colour_takes_no_room() {
        let mut page = Page::new(Style { colour: true, width: 12 });
        let word = page.paint(Tone::Bad, "FAILED");
        page.wrapped("", 0, &format!("{word} words"));
        assert_eq!(page.finish(), "\u{1b}[1;31mFAILED\u{1b}[0m words\n");
        assert_eq!(Page::new(Style::default()).paint(Tone::Bad, "FAILED"), "FAILED");
    }
}
