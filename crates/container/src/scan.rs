//! Where records stand in a text, as all formats together see it.

use std::ops::Range;

use eichrecht_model::{Detection, Format, FormatId};

/// A stretch that a format takes for a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stretch {
    pub(crate) range: Range<usize>,
    pub(crate) format: FormatId,
}

/// Asks every format. The result ascends and does not overlap: of two stretches that overlap the one that
/// begins first stays, of two that begin together the longer one, of equal ones that of the first format.
/// Of each format only the first `most` stretches are looked at; `true` when there were more.
pub(crate) fn scan(formats: &[&dyn Format], text: &[u8], most: usize) -> (Vec<Stretch>, bool) {
    let mut all = Vec::new();
    let mut more = false;
    for format in formats {
        let id = format.info().id;
        let mut found = format.find(text, most.saturating_add(1));
        more |= found.len() > most;
        found.truncate(most);
        let found = found.into_iter().filter(|range| range.start < range.end && range.end <= text.len());
        let before = all.len();
        all.extend(found.map(|range| Stretch { range, format: id }));
        // The whole text: begins first and is the longest, whatever the formats that are left would find.
        if all.get(before).is_some_and(|stretch| stretch.range == (0..text.len())) {
            return (all.into_iter().skip(before).take(1).collect(), more);
        }
    }
    // The sort is stable, so equal stretches keep the order of the formats.
    all.sort_by(|a, b| a.range.start.cmp(&b.range.start).then(b.range.end.cmp(&a.range.end)));
    let mut end = 0;
    all.retain(|stretch| {
        let free = stretch.range.start >= end;
        if free {
            end = stretch.range.end;
        }
        free
    });
    (all, more)
}

/// The format that takes the bytes as a whole for a record of its own, and how sure it is.
pub(crate) fn detect(formats: &[&dyn Format], bytes: &[u8]) -> Option<(FormatId, Detection)> {
    let votes = formats.iter().map(|format| (format.info().id, format.detect(bytes)));
    let mut best: Option<(FormatId, Detection)> = None;
    for (id, detection) in votes.filter(|(_, detection)| *detection != Detection::No) {
        if best.is_none_or(|(_, known)| detection > known) {
            best = Some((id, detection));
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Bracket, Star};

    #[test]
    fn of_overlapping_stretches_the_first_and_then_the_longer_stays() {
        // Star: from one star to the next; Bracket: from `[` to `]`.
        let found = scan(&[&Star, &Bracket], b"*a[b*c] [d*e*f] *g*", 9).0;
        let ranges: Vec<_> = found.iter().map(|stretch| (stretch.range.clone(), stretch.format.as_str())).collect();
        assert_eq!(ranges, [(0..5, "star"), (8..15, "bracket"), (16..19, "star")]);
    }

    #[test]
    fn no_more_than_asked_for_are_looked_at() {
        let (found, more) = scan(&[&Star, &Bracket], b"[1] *1* *2* *3*", 2);
        assert_eq!((found.len(), more), (3, true));
        assert!(!scan(&[&Star, &Bracket], b"[1] *1* *2*", 2).1);
    }

    #[test]
    fn what_a_format_reports_beyond_the_text_is_dropped() {
        struct Liar;
        impl Format for Liar {
            fn info(&self) -> eichrecht_model::FormatInfo {
                Star.info()
            }
            fn detect(&self, _: &[u8]) -> Detection {
                Detection::No
            }
            fn find(&self, _: &[u8], _: usize) -> Vec<Range<usize>> {
                vec![0..99, 2..2, 1..3]
            }
            fn parse(
                &self,
                record: &eichrecht_model::Record,
                limits: &eichrecht_model::Limits,
            ) -> Result<eichrecht_model::ParsedRecord, eichrecht_model::ParseError> {
                Star.parse(record, limits)
            }
        }
        let found = scan(&[&Liar], b"abcd", 9).0;
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].range, 1..3);
    }
}
