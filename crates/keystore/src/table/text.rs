//! Text with separators (CSV).

use csv::{ReaderBuilder, StringRecord};
use encoding_rs::{Encoding, WINDOWS_1252};

use super::{PREAMBLE_ROWS, TakeRow};
use crate::StoreError;
use crate::layout::find_header;

/// Separators met: German registers use the semicolon.
const SEPARATORS: [u8; 3] = [b';', b',', b'\t'];

/// All rows, with blank lines counted: a row has the number a spreadsheet shows.
pub(super) fn rows(bytes: &[u8], row: TakeRow<'_>) -> Result<(), StoreError> {
    let text = decode(bytes)?;
    let separator = separator(&text);
    let mut reader = reader(&text, separator);
    let mut record = StringRecord::new();
    let mut number = 0;
    let mut cells = Vec::new();
    loop {
        let more = reader.read_record(&mut record).map_err(|error| StoreError::NotATable(error.to_string()))?;
        if !more {
            return Ok(());
        }
        // The reader passes over blank lines; each of them is a row to a spreadsheet.
        let start = record.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or(0);
        number += 1 + blank_lines(text.as_bytes(), start);
        cells.clear();
        cells.extend(record.iter().map(|cell| cell.trim_matches(is_blank).to_owned()));
        row(number, &cells)?;
    }
}

/// Line breaks at a place where a row should begin, without the rest of the one that ended the row before.
fn blank_lines(text: &[u8], start: usize) -> u64 {
    let mut rest = text.get(start..).unwrap_or_default();
    if start.checked_sub(1).and_then(|before| text.get(before)) == Some(&b'\r')
        && let [b'\n', behind @ ..] = rest
    {
        rest = behind;
    }
    let mut lines = 0;
    while let [b'\r', b'\n', behind @ ..] | [b'\r' | b'\n', behind @ ..] = rest {
        lines += 1;
        rest = behind;
    }
    lines
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}')
}

/// UTF-8 and UTF-16 as the mark at the start says, else UTF-8, else the Windows code page of western Europe, in
/// which no sequence of bytes is wrong.
fn decode(bytes: &[u8]) -> Result<std::borrow::Cow<'_, str>, StoreError> {
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None if std::str::from_utf8(bytes).is_ok() => encoding_rs::UTF_8,
        None => WINDOWS_1252,
    };
    let (text, _, damaged) = encoding.decode(bytes);
    if text.contains('\0') {
        return Err(StoreError::NotATable("it holds binary data".to_owned()));
    }
    if damaged && encoding != encoding_rs::UTF_8 {
        return Err(StoreError::NotATable(format!("it is not valid {}", encoding.name())));
    }
    // Marked as UTF-8 and not quite: the letters that are wrong show as what they are.
    Ok(text)
}

/// The separator with which a header is found; the semicolon if none does.
fn separator(text: &str) -> u8 {
    let finds = |separator: &u8| {
        let mut reader = reader(text, *separator);
        let top = reader.records().take(PREAMBLE_ROWS).flatten();
        top.map(|record| record.iter().map(|cell| cell.trim_matches(is_blank).to_owned()).collect::<Vec<_>>())
            .any(|cells| find_header(&cells).is_some())
    };
    SEPARATORS.into_iter().find(finds).unwrap_or(b';')
}

fn reader(text: &str, separator: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(bytes: &[u8]) -> Vec<(u64, Vec<String>)> {
        let mut found = Vec::new();
        rows(bytes, &mut |number, cells| {
            found.push((number, cells.to_vec()));
            Ok(())
        })
        .unwrap();
        found
    }

    #[test]
    fn rows_are_counted_as_a_spreadsheet_does() {
        let found = all(b"Stand;x\r\n\r\n\r\n\"a\nb\";c\r\nd;e\r\n\r\nf;g");
        let numbers: Vec<u64> = found.iter().map(|(number, _)| *number).collect();
        assert_eq!(numbers, [1, 4, 5, 7]);
        assert_eq!(found[1].1, ["a\nb", "c"]);
    }

    #[test]
    fn encodings_by_mark_by_content_and_by_default() {
        let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain("Straße;b".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        for bytes in ["\u{feff}Straße;b".as_bytes(), "Straße;b".as_bytes(), b"Stra\xdfe;b", &utf16] {
            assert_eq!(all(bytes), [(1, vec!["Straße".to_owned(), "b".to_owned()])]);
        }
        assert!(matches!(decode(b"a\0b"), Err(StoreError::NotATable(_))));
    }
}
