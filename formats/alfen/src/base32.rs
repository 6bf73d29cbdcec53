//! Base32 as lines carry it: RFC 4648, often retyped or wrapped.

use std::sync::LazyLock;

use data_encoding::{BASE32_NOPAD, Encoding};

/// Small letters count as capitals, white space is passed over, and the unused bits of the last letter may be anything:
/// what counts is the bytes.
static LENIENT: LazyLock<Encoding> = LazyLock::new(|| {
    let mut specification = BASE32_NOPAD.specification();
    specification.check_trailing_bits = false;
    specification.ignore.push_str(" \t\r\n");
    specification.translate.from.push_str("abcdefghijklmnopqrstuvwxyz");
    specification.translate.to.push_str("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    specification.encoding().unwrap_or(BASE32_NOPAD)
});

/// The bytes of a field. Padding may be missing. `None` when it is no Base32.
pub(crate) fn decode(field: &[u8]) -> Option<Vec<u8>> {
    let padding = |byte: &u8| *byte == b'=' || is_blank(*byte);
    let length = field.iter().rposition(|byte| !padding(byte)).map_or(0, |last| last + 1);
    LENIENT.decode(field.get(..length)?).ok()
}

/// White space that may stand inside a field.
pub(crate) fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_the_same_bytes() {
        for text in ["MFRGGZDF", "mfrggzdf", "MFRG\r\nGZDF", " MF RGGZDF\t"] {
            assert_eq!(decode(text.as_bytes()).unwrap(), b"abcde", "{text}");
        }
        for text in ["MFRA====", "MFRA", "MFRA==\n==", "MFRB"] {
            assert_eq!(decode(text.as_bytes()).unwrap(), b"ab", "{text}");
        }
        assert_eq!(decode(b"").unwrap(), b"");
    }

    #[test]
    fn no_base32() {
        for text in ["MFR1", "MF=RA", "MFRA-", "A", "MF\u{e4}A"] {
            assert_eq!(decode(text.as_bytes()), None, "{text}");
        }
    }
}
