//! From the bytes of an input to what carriers look at.

use std::borrow::Cow;

use eichrecht_model::{Location, Note, NoteKind, ReadErrorKind};

/// Content to be opened.
pub(crate) struct Content<'a> {
    /// The bytes. UTF-8 without byte order mark when `text` is set.
    pub(crate) bytes: &'a [u8],
    /// The same as text, if it is text.
    pub(crate) text: Option<&'a str>,
    /// Where it stood.
    pub(crate) location: Location,
    /// Offset of `bytes` in the input; `None` when they are not the input's own bytes.
    pub(crate) base: Option<usize>,
}

impl Content<'_> {
    /// Offset in the input of an offset in the content.
    pub(crate) fn offset(&self, at: usize) -> Option<u64> {
        u64::try_from(self.base?.checked_add(at)?).ok()
    }
}

/// Text taken from bytes.
pub(crate) struct Decoded<'a> {
    pub(crate) text: Cow<'a, str>,
    /// Offset of the text in the bytes, when it was not converted.
    pub(crate) base: Option<usize>,
    /// What was done.
    pub(crate) note: Option<Note>,
}

/// Reads bytes as text: UTF-8, UTF-16 with byte order mark, or ISO 8859-1 if an XML declaration says so.
///
/// # Errors
/// [`ReadErrorKind::UnknownContent`] for what is no text, [`ReadErrorKind::NotUtf8`] for text in an
/// encoding that is not named, with the offset of the first bad byte.
pub(crate) fn decode(bytes: &[u8]) -> Result<Decoded<'_>, (ReadErrorKind, Option<usize>, String)> {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        let text = std::str::from_utf8(rest).map_err(|error| (ReadErrorKind::NotUtf8, Some(error.valid_up_to() + 3), String::new()))?;
        return reject_binary(Decoded { text: Cow::Borrowed(text), base: Some(3), note: None });
    }
    if let Some((name, units)) = utf16(bytes) {
        let units = units.ok_or((ReadErrorKind::UnknownContent, None, String::new()))?;
        let text = String::from_utf16(&units).map_err(|_| (ReadErrorKind::NotUtf8, None, name.to_owned()))?;
        let note = Note::new(NoteKind::WrappingRemoved, "").found(name);
        return reject_binary(Decoded { text: Cow::Owned(text), base: None, note: Some(note) });
    }
    if let Some(name) = known_binary(bytes) {
        return Err((ReadErrorKind::UnknownContent, None, name.to_owned()));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => {
            let note = misnamed_encoding(text);
            reject_binary(Decoded { text: Cow::Borrowed(text), base: Some(0), note })
        }
        Err(error) => {
            if let Some(position) = bytes.iter().position(|byte| is_binary(*byte)) {
                return Err((ReadErrorKind::UnknownContent, Some(position), String::new()));
            }
            if declared_encoding(bytes).is_some_and(|label| is_latin1(&label)) {
                // Every byte of ISO 8859-1 is the code point of its character.
                let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
                return Ok(Decoded { text: Cow::Owned(text), base: None, note: None });
            }
            Err((ReadErrorKind::NotUtf8, Some(error.valid_up_to()), String::new()))
        }
    }
}

fn reject_binary(decoded: Decoded<'_>) -> Result<Decoded<'_>, (ReadErrorKind, Option<usize>, String)> {
    match memchr::memchr(0, decoded.text.as_bytes()) {
        Some(position) => Err((ReadErrorKind::UnknownContent, decoded.base.map(|base| base + position), String::new())),
        None => Ok(decoded),
    }
}

/// Control characters that no text holds.
pub(crate) fn is_binary(byte: u8) -> bool {
    matches!(byte, 0..=8 | 14..=26 | 28..=31)
}

/// Name and code units of UTF-16 with byte order mark; no units when the length is odd.
fn utf16(bytes: &[u8]) -> Option<(&'static str, Option<Vec<u16>>)> {
    let (name, rest, unit): (_, _, fn([u8; 2]) -> u16) = match bytes {
        [0xFF, 0xFE, rest @ ..] => ("utf-16le", rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => ("utf-16be", rest, u16::from_be_bytes),
        _ => return None,
    };
    let (pairs, odd) = rest.as_chunks::<2>();
    Some((name, odd.is_empty().then(|| pairs.iter().map(|pair| unit(*pair)).collect())))
}

/// Name of a well-known kind of content that is not opened.
fn known_binary(bytes: &[u8]) -> Option<&'static str> {
    const KINDS: &[(&[u8], &str)] = &[
        (b"PK\x03\x04", "ZIP"),
        (b"PK\x05\x06", "ZIP"),
        (b"PK\x07\x08", "ZIP"),
        (b"\x1F\x8B\x08", "GZIP"),
        (b"%PDF-", "PDF"),
        (b"\x89PNG", "PNG"),
        (b"\xFF\xD8\xFF", "JPEG"),
        (b"GIF87a", "GIF"),
        (b"GIF89a", "GIF"),
    ];
    // Its first letters alone could be Base64.
    if bytes.starts_with(b"BZh") && bytes.get(4..10) == Some(b"\x31\x41\x59\x26\x53\x59") {
        return Some("BZIP2");
    }
    KINDS.iter().find(|(mark, _)| bytes.starts_with(mark)).map(|(_, name)| *name)
}

/// The encoding an XML declaration names, in the first bytes of a document.
fn declared_encoding(bytes: &[u8]) -> Option<String> {
    let start = bytes.trim_ascii_start().strip_prefix(b"<?xml")?;
    let declaration = start.split(|byte| *byte == b'>').next()?;
    let declaration = declaration.get(..declaration.len().min(200))?;
    let declaration: String = declaration.iter().map(|byte| char::from(*byte)).collect();
    let (_, value) = declaration.split_once("encoding")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    value.strip_prefix(quote)?.split_once(quote).map(|(label, _)| label.to_owned())
}

fn is_latin1(label: &str) -> bool {
    ["ISO-8859-1", "ISO8859-1", "ISO_8859-1", "LATIN1"].iter().any(|known| label.eq_ignore_ascii_case(known))
}

/// A declaration that names another encoding than the bytes are in. ASCII is the same in most encodings.
fn misnamed_encoding(text: &str) -> Option<Note> {
    let label = declared_encoding(text.as_bytes())?;
    let fits = if text.is_ascii() {
        let label = label.to_ascii_uppercase();
        ["UTF-8", "UTF8", "US-ASCII", "ASCII", "ISO-8859", "ISO8859", "ISO_8859", "LATIN", "WINDOWS-125"]
            .iter()
            .any(|known| label.starts_with(known))
    } else {
        label.eq_ignore_ascii_case("UTF-8") || label.eq_ignore_ascii_case("UTF8")
    };
    (!fits).then(|| Note::new(NoteKind::EncodingLabelDiffers, "?xml/@encoding").found(crate::notes::shorten(&label)).expected("UTF-8"))
}
