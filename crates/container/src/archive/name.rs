//! Names of members that are not what they seem. No file is ever written under them.

/// Whether a name leads out of its archive, or holds characters that hide how it is spelled.
pub(super) fn is_odd(name: &str) -> bool {
    let absolute = name.starts_with('/') || name.as_bytes().get(1) == Some(&b':');
    absolute || name.contains('\\') || name.split('/').any(|part| part == "..") || name.chars().any(is_hidden)
}

/// Control characters, characters without width, and those that reverse the reading direction.
fn is_hidden(character: char) -> bool {
    let invisible = matches!(
        character,
        '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}'
    );
    invisible || character.is_control()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_lead_out_or_hide_something_are_odd() {
        for name in ["/etc/x", "C:x", "a/../../b", "..", "a\\b", "a\u{202E}fdp.exe", "a\nb", "a\u{200B}b"] {
            assert!(is_odd(name), "{name:?}");
        }
        for name in ["a", "folder/b.xml", "..a/b..", "Rechnung März.pdf", "x.y:z", ""] {
            assert!(!is_odd(name), "{name:?}");
        }
    }
}
