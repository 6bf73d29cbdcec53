//! Where in the bytes of a record something stands.
//!
//! Formats tell what was signed as ranges of bytes, and readings as values. The place of a value is found by its
//! spelling: times and numbers are kept as received. What is not spelt out in the bytes, as in binary formats, has no
//! mark, and none is made up.

use std::ops::Range;

use eichrecht::model::{Measurement, RecordEntry, SignedBytes, SignedBytesSource};

/// Most places that are marked.
const MARKS: usize = 200;

/// The signed bytes of a record: those the signature fits, else the most faithful ones.
#[must_use]
pub(crate) fn signed(entry: &RecordEntry) -> Option<&SignedBytes> {
    let record = entry.content.as_ref().ok()?;
    let readings = &record.content().signed_bytes;
    readings.iter().find(|signed| Some(signed.reading) == record.matched()).or(readings.first())
}

/// The part of the record's bytes that was signed, where it stands in them in one piece.
#[must_use]
pub(crate) fn signed_range(entry: &RecordEntry) -> Option<Range<usize>> {
    match &signed(entry)?.source {
        SignedBytesSource::Range(range) if range.end <= entry.source.bytes.len() => Some(range.clone()),
        _ => None,
    }
}

/// The signed bytes, where they were built from the record.
#[must_use]
pub(crate) fn built(entry: &RecordEntry) -> Option<&[u8]> {
    match &signed(entry)?.source {
        SignedBytesSource::Built(bytes) => Some(bytes),
        SignedBytesSource::Range(_) => None,
    }
}

/// All places of some texts.
#[must_use]
pub(crate) fn of_texts(bytes: &[u8], texts: &[String]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    // A single letter stands everywhere and shows nothing.
    for text in texts.iter().filter(|text| text.len() > 1) {
        let mut from = 0;
        while found.len() < MARKS
            && let Some(at) = find(bytes, text.as_bytes(), from)
        {
            found.push(at..at + text.len());
            from = at + text.len();
        }
    }
    found.sort_by_key(|range| (range.start, range.end));
    found
}

/// What to look for so that a value as worded is found in the bytes: the value itself where it stands in them, else its
/// words, of which those of ours are simply not found.
#[must_use]
pub(crate) fn spelt(bytes: &[u8], value: &str) -> Vec<String> {
    if find(bytes, value.as_bytes(), 0).is_some() {
        return vec![value.to_owned()];
    }
    let words = value.split(|letter: char| letter.is_whitespace() || matches!(letter, ',' | ';' | '(' | ')'));
    words.filter(|word| word.len() > 2).map(str::to_owned).collect()
}

/// The place of one reading: its time and its value, looked for behind those of the readings before it.
#[must_use]
pub(crate) fn of_reading(bytes: &[u8], readings: &[Measurement], index: usize) -> Vec<Range<usize>> {
    let mut from = 0;
    for (position, reading) in readings.iter().enumerate() {
        let time = reading.time.as_ref().map(|time| time.raw.as_str()).filter(|raw| raw.len() > 3);
        let time = time.and_then(|raw| find(bytes, raw.as_bytes(), from).map(|at| at..at + raw.len()));
        let start = time.as_ref().map_or(from, |range| range.end);
        let value = reading.value.map(|value| value.to_string());
        let value = value.and_then(|text| find_number(bytes, text.as_bytes(), start).map(|at| at..at + text.len()));
        if position == index {
            return time.into_iter().chain(value).collect();
        }
        from = value.as_ref().or(time.as_ref()).map_or(from, |range| range.end);
    }
    Vec::new()
}

/// A number that is no part of a longer one.
fn find_number(bytes: &[u8], text: &[u8], mut from: usize) -> Option<usize> {
    let part = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(|byte| byte.is_ascii_digit() || *byte == b'.');
    while let Some(at) = find(bytes, text, from) {
        if !part(at.checked_sub(1)) && !part(Some(at + text.len())) {
            return Some(at);
        }
        from = at + 1;
    }
    None
}

fn find(bytes: &[u8], text: &[u8], from: usize) -> Option<usize> {
    if text.is_empty() {
        return None;
    }
    let rest = bytes.get(from..)?;
    rest.windows(text.len()).position(|window| window == text).map(|at| from + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(time: &str, value: &str) -> Measurement {
        let instant: jiff::Timestamp = "2026-01-01T00:00:00Z".parse().unwrap();
        let time = eichrecht::model::MeterTime {
            local: "2026-01-01T00:00:00".parse().unwrap(),
            offset_minutes: None,
            instant,
            sync: eichrecht::model::TimeSync::Unknown,
            raw: time.to_owned(),
        };
        Measurement { time: Some(time), value: Some(value.parse().unwrap()), ..Measurement::default() }
    }

    #[test]
    fn equal_readings_have_places_of_their_own() {
        let bytes = br#"{"TM":"12:00","RV":1.5},{"TM":"12:00","RV":1.5},{"TM":"12:01","RV":11.5}"#;
        let readings = [reading("12:00", "1.5"), reading("12:00", "1.5"), reading("12:01", "11.5")];
        let shown = |index| -> Vec<(usize, &[u8])> {
            of_reading(bytes, &readings, index).into_iter().map(|range| (range.start, &bytes[range])).collect()
        };
        assert_eq!(shown(0), [(7, &b"12:00"[..]), (19, b"1.5")]);
        assert_eq!(shown(1), [(31, &b"12:00"[..]), (43, b"1.5")]);
        assert_eq!(shown(2), [(55, &b"12:01"[..]), (67, b"11.5")]);
        assert!(of_reading(bytes, &readings, 3).is_empty());
    }

    #[test]
    fn a_number_inside_another_is_not_the_number() {
        assert_eq!(find_number(b"11.50 1.5", b"1.5", 0), Some(6));
        assert_eq!(find_number(b"11.50", b"1.5", 0), None);
    }

    #[test]
    fn a_value_in_words_is_found_by_its_parts() {
        let bytes = br#"{"MS":"1TST42","MF":"1.0"}"#;
        assert_eq!(spelt(bytes, "1TST42"), ["1TST42"]);
        let marks = of_texts(bytes, &spelt(bytes, "serial number 1TST42, firmware 1.0"));
        assert_eq!(marks, [7..13, 21..24]);
    }

    #[test]
    fn texts_are_found_everywhere_and_empty_ones_nowhere() {
        let texts = ["ab".to_owned(), String::new(), "x".to_owned()];
        assert_eq!(of_texts(b"ab cab x", &texts), [0..2, 4..6]);
    }
}
