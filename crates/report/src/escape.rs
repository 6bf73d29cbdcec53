//! Text of strangers made harmless for terminals, tables and reading eyes.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Most characters of a foreign text that are shown in a text report.
const SHOWN_CHARACTERS: usize = 120;

/// A foreign text for showing: escaped as by [`visible_whole`], and cut to 120 characters with `…` at the
/// cut.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    match visible_whole(text) {
        // Not longer in bytes means not longer in characters: the common case costs no counting.
        shown if shown.len() <= SHOWN_CHARACTERS => shown,
        shown => match shown.char_indices().nth(SHOWN_CHARACTERS) {
            None => shown,
            Some(_) => Cow::Owned(shown.chars().take(SHOWN_CHARACTERS - 1).chain(['…']).collect()),
        },
    }
}

/// A foreign text with every character that moves the cursor, colours, hides or reverses written out as
/// `\u{202E}`. The text is not shortened.
#[must_use]
pub fn visible_whole(text: &str) -> Cow<'_, str> {
    if !text.contains(is_treacherous) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        if is_treacherous(character) {
            // Writing to a String cannot fail.
            let _ = write!(shown, "\\u{{{:X}}}", u32::from(character));
        } else {
            shown.push(character);
        }
    }
    Cow::Owned(shown)
}

/// Whether a character does something else than standing there: control characters (C0, C1, DEL), line and
/// paragraph separators, bidirectional controls, characters without width, fillers and tags.
fn is_treacherous(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180E}'
            | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFFB}' | '\u{E000}'..='\u{F8FF}' | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn treacherous_characters_are_written_out() {
        for (text, shown) in [
            ("plain Text äöü €", "plain Text äöü €"),
            ("a\u{1b}[31mred", "a\\u{1B}[31mred"),
            ("1\n2\r3\t4", "1\\u{A}2\\u{D}3\\u{9}4"),
            ("\u{202E}drow", "\\u{202E}drow"),
            ("\u{9b}2J", "\\u{9B}2J"),
            ("a\u{200B}b\u{FEFF}\u{2066}\u{2028}", "a\\u{200B}b\\u{FEFF}\\u{2066}\\u{2028}"),
            ("x\u{7f}\0", "x\\u{7F}\\u{0}"),
        ] {
            assert_eq!(visible(text), shown);
        }
    }

    #[test]
    fn long_texts_are_cut_with_a_sign() {
        assert_eq!(visible(&"ä".repeat(120)), "ä".repeat(120));
        let cut = visible(&"ä".repeat(121)).into_owned();
        assert_eq!(cut.chars().count(), 120);
        assert!(cut.ends_with("ä…"));
        assert_eq!(visible_whole(&"a".repeat(5000)).len(), 5000);
    }

    proptest! {
        #[test]
        fn nothing_treacherous_is_left(text in any::<String>()) {
            let shown = visible(&text);
            prop_assert!(!shown.contains(is_treacherous));
            prop_assert!(shown.chars().count() <= 120);
        }
    }
}
