//! The encodings that records are met in, one layer each.
//!
//! "It decodes" proves nothing: hex digits are legal Base64 as well. Callers therefore keep a decoding
//! only when a format recognises what comes out.

use data_encoding::{BASE32_NOPAD, BASE64_NOPAD};

/// An encoding that was taken off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    Hex,
    Base64,
    Base32,
    JsonString,
    Entities,
}

impl Encoding {
    /// The name in notes. Those of the first three are the words that containers use, too.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Hex => "hex",
            Self::Base64 => "base64",
            Self::Base32 => "base32",
            Self::JsonString => "json-string",
            Self::Entities => "html-entities",
        }
    }
}

/// The encodings of bytes as text, most specific alphabet first.
pub(crate) const ALPHABETS: [Encoding; 3] = [Encoding::Hex, Encoding::Base64, Encoding::Base32];

/// Decodes one of [`ALPHABETS`]; white space is skipped. `None` when it does not decode without rest.
pub(crate) fn decode(encoding: Encoding, text: &[u8]) -> Option<Vec<u8>> {
    let fits: fn(&u8) -> bool = match encoding {
        Encoding::Hex => u8::is_ascii_hexdigit,
        Encoding::Base64 => is_base64,
        Encoding::Base32 => |byte| byte.is_ascii_alphabetic() || matches!(byte, b'2'..=b'7' | b'='),
        Encoding::JsonString | Encoding::Entities => return None,
    };
    // Looking before copying: most text is no encoding at all.
    if !text.iter().filter(|byte| !byte.is_ascii_whitespace()).all(fits) {
        return None;
    }
    let mut symbols: Vec<u8> = text.iter().copied().filter(|byte| !byte.is_ascii_whitespace()).collect();
    if symbols.is_empty() {
        return None;
    }
    match encoding {
        Encoding::Hex => data_encoding::HEXLOWER_PERMISSIVE.decode(&symbols).ok(),
        Encoding::Base64 => {
            strip_padding(&mut symbols, 2);
            for symbol in &mut symbols {
                *symbol = match *symbol {
                    b'-' => b'+',
                    b'_' => b'/',
                    other => other,
                };
            }
            BASE64_NOPAD.decode(&symbols).ok()
        }
        _ => {
            strip_padding(&mut symbols, 6);
            symbols.make_ascii_uppercase();
            BASE32_NOPAD.decode(&symbols).ok()
        }
    }
}

/// Digits of Base64, in the standard and the URL-safe alphabet, and padding.
pub(crate) fn is_base64(byte: &u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'-' | b'_' | b'=')
}

fn strip_padding(symbols: &mut Vec<u8>, most: usize) {
    for _ in 0..most {
        if symbols.last() == Some(&b'=') {
            symbols.pop();
        }
    }
}

/// Resolves the escapes of JSON strings wherever a JSON object with escaped quotes begins: from there up
/// to the next quote that is not escaped. The rest stays as it is.
///
/// `OCMF|{\"FV\":\"1.0\"}` becomes `OCMF|{"FV":"1.0"}`, and a record beside it that holds escapes of its
/// own is left alone. Hence a brace counts only where a section or a string may begin, not in a text.
pub(crate) fn unescape_json_objects(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    let mut after_brace = false;
    let mut last = b'|';
    while let Some((byte, tail)) = rest.split_first() {
        if after_brace && *byte == b'\\' {
            rest = unescape_json_until_quote(rest, &mut out);
            after_brace = false;
            continue;
        }
        let begins = *byte == b'{' && matches!(last, b'|' | b'"');
        after_brace = begins || (after_brace && byte.is_ascii_whitespace());
        if !byte.is_ascii_whitespace() {
            last = *byte;
        }
        out.push(*byte);
        rest = tail;
    }
    out
}

/// Resolves the escapes of JSON strings everywhere.
pub(crate) fn unescape_json(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((byte, tail)) = rest.split_first() {
        if *byte == b'\\' {
            rest = unescape_one(rest, &mut out);
        } else {
            out.push(*byte);
            rest = tail;
        }
    }
    out
}

fn unescape_json_until_quote<'a>(text: &'a [u8], out: &mut Vec<u8>) -> &'a [u8] {
    let mut rest = text;
    while let Some((byte, tail)) = rest.split_first() {
        match byte {
            b'"' => break,
            b'\\' => rest = unescape_one(rest, out),
            _ => {
                out.push(*byte);
                rest = tail;
            }
        }
    }
    rest
}

/// Resolves the escape at the start of `text`; what is none is kept as it stands.
fn unescape_one<'a>(text: &'a [u8], out: &mut Vec<u8>) -> &'a [u8] {
    let (plain, rest) = match text {
        [b'\\', b'u', rest @ ..] => {
            if let Some((character, rest)) = unicode_escape(rest) {
                out.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
                return rest;
            }
            (b'\\', text.get(1..).unwrap_or_default())
        }
        [b'\\', b'n', rest @ ..] => (b'\n', rest),
        [b'\\', b't', rest @ ..] => (b'\t', rest),
        [b'\\', b'r', rest @ ..] => (b'\r', rest),
        [b'\\', b'b', rest @ ..] => (8, rest),
        [b'\\', b'f', rest @ ..] => (12, rest),
        [b'\\', symbol @ (b'"' | b'\\' | b'/'), rest @ ..] => (*symbol, rest),
        _ => (b'\\', text.get(1..).unwrap_or_default()),
    };
    out.push(plain);
    rest
}

/// The character of four hex digits, or of a surrogate pair written as two escapes.
fn unicode_escape(digits: &[u8]) -> Option<(char, &[u8])> {
    fn unit(digits: &[u8]) -> Option<(u32, &[u8])> {
        let (four, rest) = digits.split_at_checked(4)?;
        if !four.iter().all(u8::is_ascii_hexdigit) {
            return None;
        }
        Some((u32::from_str_radix(std::str::from_utf8(four).ok()?, 16).ok()?, rest))
    }
    let (high, rest) = unit(digits)?;
    if let Some(character) = char::from_u32(high) {
        return Some((character, rest));
    }
    let (low, rest) = unit(rest.strip_prefix(b"\\u")?)?;
    let pair = [u16::try_from(high).ok()?, u16::try_from(low).ok()?];
    let character = char::decode_utf16(pair).next()?.ok()?;
    Some((character, rest))
}

/// Resolves character references and the entities that XML and HTML share. Others stay as they are.
pub(crate) fn resolve_entities(text: &[u8]) -> Vec<u8> {
    const LONGEST: usize = 10;
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((byte, tail)) = rest.split_first() {
        rest = tail;
        if *byte == b'&' {
            let window = tail.get(..tail.len().min(LONGEST)).unwrap_or_default();
            let end = window.iter().position(|byte| *byte == b';');
            let character = end.and_then(|end| window.get(..end)).and_then(entity);
            if let (Some(character), Some(end)) = (character, end) {
                out.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
                rest = tail.get(end + 1..).unwrap_or_default();
                continue;
            }
        }
        out.push(*byte);
    }
    out
}

fn entity(name: &[u8]) -> Option<char> {
    match name {
        b"quot" => Some('"'),
        b"amp" => Some('&'),
        b"lt" => Some('<'),
        b"gt" => Some('>'),
        b"apos" => Some('\''),
        [b'#', b'x' | b'X', digits @ ..] => number(digits, 16),
        [b'#', digits @ ..] => number(digits, 10),
        _ => None,
    }
}

fn number(digits: &[u8], radix: u32) -> Option<char> {
    let digits = std::str::from_utf8(digits).ok()?;
    let code = u32::from_str_radix(digits, radix).ok().filter(|_| !digits.starts_with('+'))?;
    char::from_u32(code).filter(|character| *character != '\0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hex_base64_and_base32_decode_in_all_their_spellings() {
        assert_eq!(decode(Encoding::Hex, b"4F 43\n4d46").unwrap(), b"OCMF");
        assert_eq!(decode(Encoding::Hex, b"4F4"), None);
        assert_eq!(decode(Encoding::Base64, b"T0NNRg==").unwrap(), b"OCMF");
        assert_eq!(decode(Encoding::Base64, b"T0NN\r\nRg").unwrap(), b"OCMF");
        assert_eq!(decode(Encoding::Base64, b"-_8").unwrap(), [0xFB, 0xFF]);
        assert_eq!(decode(Encoding::Base64, b"T0NNR"), None);
        assert_eq!(decode(Encoding::Base32, b"J5BU2RQ=").unwrap(), b"OCMF");
        assert_eq!(decode(Encoding::Base32, b"j5bu2rq").unwrap(), b"OCMF");
        assert_eq!(decode(Encoding::Base32, b"J5BU1RQ"), None);
        for encoding in ALPHABETS {
            assert_eq!(decode(encoding, b" "), None);
        }
    }

    #[test]
    fn json_escapes_are_resolved_in_objects_only() {
        assert_eq!(unescape_json_objects(br#"a\"b |{\"x\":\"\u00e4\\n\n\"} "c\"d"#), "a\\\"b |{\"x\":\"ä\\n\n\"} \"c\\\"d".as_bytes());
        for plain in [br#"{"a":"\""}"#.as_slice(), br#"|{"a":"text {\"b\"}"}"#] {
            assert_eq!(unescape_json_objects(plain), plain);
        }
        assert_eq!(unescape_json(br#"\ud83d\ude00 \ud83d \uZZ \q \"#), "😀 \\ud83d \\uZZ \\q \\".as_bytes());
    }

    #[test]
    fn entities_are_resolved_once() {
        assert_eq!(resolve_entities(b"&lt;a b=&quot;&amp;lt;&quot;&gt;&#x41;&#66;&apos;"), b"<a b=\"&lt;\">AB'");
        assert_eq!(resolve_entities(b"& &; &nbsp; &#x110000; &#0; &#+65; &quot"), b"& &; &nbsp; &#x110000; &#0; &#+65; &quot");
    }
}
