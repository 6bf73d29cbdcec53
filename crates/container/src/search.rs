//! Finding records in a text that may be encoded, once or several times over.

use std::borrow::Cow;
use std::cell::Cell;
use std::ops::Range;

use eichrecht_model::{Detection, Format, FormatId, Limits};

use crate::encodings::{ALPHABETS, Encoding, decode, is_base64, resolve_entities, unescape_json, unescape_json_objects};
use crate::scan::{Stretch, detect, scan};

/// A record found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    pub(crate) bytes: Vec<u8>,
    /// Range in the text searched, when no encoding lay around the record.
    pub(crate) span: Option<Range<usize>>,
    pub(crate) format: FormatId,
    /// What lay around it, outermost first.
    pub(crate) layers: Vec<Encoding>,
}

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Found<'t> {
    pub(crate) hits: Vec<Hit>,
    /// What belongs to no record, with the encodings around it taken off. Never only white space.
    pub(crate) between: Vec<Cow<'t, [u8]>>,
    /// More encodings lay around one another than may be taken off.
    pub(crate) too_many_layers: bool,
    /// There were more records than are taken.
    pub(crate) too_many_records: bool,
}

impl<'t> Found<'t> {
    /// Keeps a stretch of the text that belongs to no record, unless it is blank.
    fn between(&mut self, text: &'t [u8], range: Range<usize>) {
        let piece = text.get(range).unwrap_or_default().trim_ascii();
        if !piece.is_empty() {
            self.between.push(Cow::Borrowed(piece));
        }
    }

    fn append(&mut self, mut other: Found<'t>) {
        self.hits.append(&mut other.hits);
        self.between.append(&mut other.between);
    }
}

/// Shortest text that is worth decoding: no record is shorter than this.
const SHORTEST_TOKEN: usize = 16;

/// Searches a text and, as far as that finds nothing, what is encoded in it.
pub(crate) fn search<'t>(formats: &[&dyn Format], limits: &Limits, text: &'t [u8]) -> Found<'t> {
    let search = Search::new(formats, limits, text);
    let found = search.level(text, 0).unwrap_or_default();
    search.finish(found)
}

/// As [`search`], where it is known that the text is one record, be it escaped.
pub(crate) fn search_in<'t>(formats: &[&dyn Format], limits: &Limits, text: &'t [u8], record: Stretch) -> Found<'t> {
    let search = Search::new(formats, limits, text);
    let found = search.stretches(text, vec![record], 0);
    search.finish(found)
}

struct Search<'a> {
    formats: &'a [&'a dyn Format],
    limits: &'a Limits,
    too_many_layers: Cell<bool>,
    too_many_records: Cell<bool>,
    budget: Cell<usize>,
}

impl<'a> Search<'a> {
    fn new(formats: &'a [&'a dyn Format], limits: &'a Limits, text: &[u8]) -> Self {
        Self {
            formats,
            limits,
            too_many_layers: Cell::new(false),
            too_many_records: Cell::new(false),
            // All decoding together may not cost more than a few passes over the text.
            budget: Cell::new(text.len().saturating_mul(16).saturating_add(1 << 16)),
        }
    }

    fn finish<'t>(&self, mut found: Found<'t>) -> Found<'t> {
        found.too_many_layers = self.too_many_layers.get() && found.hits.is_empty();
        found.too_many_records = self.too_many_records.get();
        found
    }

    /// Searches under `depth` encodings. `None` when nothing is found.
    fn level<'t>(&self, text: &'t [u8], depth: usize) -> Option<Found<'t>> {
        let (stretches, more) = scan(self.formats, text, self.limits.records);
        if more {
            self.too_many_records.set(true);
        }
        if !stretches.is_empty() {
            return Some(self.stretches(text, stretches, depth));
        }
        let whole = trimmed(text);
        let detected = detect(self.formats, text.get(whole.clone())?);
        if let Some((format, Detection::Yes)) = detected {
            return Some(self.plain(text, vec![Stretch { range: whole, format }]));
        }
        let inner = self.lines(text, depth).or_else(|| self.whole(text, depth)).or_else(|| self.escaped(text, depth));
        let inner = inner.or_else(|| self.tokens(text, depth));
        // What might be a record is taken for one only when there is no better reading.
        inner.or_else(|| detected.map(|(format, _)| self.plain(text, vec![Stretch { range: whole, format }])))
    }

    /// Records that stand in the text, and those from the first escaped one on.
    fn stretches<'t>(&self, text: &'t [u8], mut stretches: Vec<Stretch>, depth: usize) -> Found<'t> {
        let escaped = stretches.iter().enumerate().find_map(|(index, stretch)| {
            let encoding = escaped_object(text.get(stretch.range.clone())?)?;
            Some((index, stretch.range.start, encoding))
        });
        // Where quotes are escaped no format can tell where a record ends, so all behind is read anew.
        let inner = escaped.and_then(|(index, start, encoding)| {
            let rest = text.get(start..)?;
            let resolve = if encoding == Encoding::Entities { resolve_entities } else { unescape_json_objects };
            Some((index, start, self.under(encoding, depth, rest.len(), || Some(resolve(rest)))?))
        });
        let Some((index, start, inner)) = inner else { return self.plain(text, stretches) };
        stretches.truncate(index);
        let mut found = self.plain(text.get(..start).unwrap_or_default(), stretches);
        found.append(inner);
        found
    }

    fn plain<'t>(&self, text: &'t [u8], mut stretches: Vec<Stretch>) -> Found<'t> {
        // Several formats together may have found more than each of them.
        if stretches.len() > self.limits.records {
            self.too_many_records.set(true);
            stretches.truncate(self.limits.records);
        }
        let mut found = Found::default();
        let mut end = 0;
        for Stretch { range, format } in stretches {
            found.between(text, end..range.start);
            end = range.end;
            let bytes = text.get(range.clone()).unwrap_or_default().to_vec();
            found.hits.push(Hit { bytes, span: Some(range), format, layers: Vec::new() });
        }
        found.between(text, end..text.len());
        found
    }

    /// Takes one encoding off, if the limits allow it, and searches what comes out.
    fn under(&self, encoding: Encoding, depth: usize, cost: usize, decoded: impl FnOnce() -> Option<Vec<u8>>) -> Option<Found<'static>> {
        let budget = self.budget.get().checked_sub(cost);
        if depth >= self.limits.wrappings || budget.is_none() {
            self.too_many_layers.set(true);
            return None;
        }
        let decoded = decoded()?;
        self.budget.set(budget.unwrap_or_default());
        let mut found = self.level(&decoded, depth + 1)?;
        for hit in &mut found.hits {
            hit.span = None;
            hit.layers.insert(0, encoding);
        }
        let between = found.between.into_iter().map(|text| Cow::Owned(text.into_owned())).collect();
        Some(Found { hits: found.hits, between, ..Found::default() })
    }

    /// The text as one piece of hex, Base64 or Base32.
    fn whole(&self, text: &[u8], depth: usize) -> Option<Found<'static>> {
        let text = text.trim_ascii();
        let digits = text.strip_prefix(b"0x").or_else(|| text.strip_prefix(b"0X")).unwrap_or(text);
        if text.len() < SHORTEST_TOKEN || !digits.iter().all(|byte| byte.is_ascii_whitespace() || is_base64(byte)) {
            return None;
        }
        ALPHABETS.iter().find_map(|encoding| self.under(*encoding, depth, text.len(), || decode(*encoding, digits)))
    }

    /// Several lines of which each is encoded by itself. Base64 that is wrapped at a fixed column looks
    /// alike, but there only the first line begins a record.
    fn lines(&self, text: &[u8], depth: usize) -> Option<Found<'static>> {
        let lines = || text.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii).filter(|line| !line.is_empty());
        if lines().nth(1).is_none() || !lines().all(|line| line.len() >= SHORTEST_TOKEN && line.iter().all(is_base64)) {
            return None;
        }
        let mut found = Found::default();
        for line in lines() {
            found.append(self.whole(line, depth)?);
            if self.enough(&mut found) {
                break;
            }
        }
        Some(found)
    }

    /// Text with escapes or entities in which no record shows before they are resolved.
    fn escaped(&self, text: &[u8], depth: usize) -> Option<Found<'static>> {
        let searchable = std::str::from_utf8(text).ok()?;
        let has = |mark: &str| searchable.contains(mark);
        if ["&lt;", "&quot;", "&#"].into_iter().any(has)
            && let Some(found) = self.under(Encoding::Entities, depth, text.len(), || Some(resolve_entities(text)))
        {
            return Some(found);
        }
        if has("\\\"") || has("\\u00") {
            return self.under(Encoding::JsonString, depth, text.len(), || Some(unescape_json(text)));
        }
        None
    }

    /// Encoded pieces inside other text, such as a log.
    fn tokens<'t>(&self, text: &'t [u8], depth: usize) -> Option<Found<'t>> {
        let mut found = Found::default();
        let mut start = 0;
        let mut end = 0;
        for token in text.split(|byte| !is_base64(byte)) {
            let at = start;
            start += token.len() + 1;
            if token.len() < SHORTEST_TOKEN || token.len() == text.len() {
                continue;
            }
            if let Some(inner) = self.whole(token, depth) {
                found.between(text, end..at);
                found.append(inner);
                end = at + token.len();
                if self.enough(&mut found) {
                    break;
                }
            }
        }
        if found.hits.is_empty() {
            return None;
        }
        found.between(text, end..text.len());
        Some(found)
    }

    fn enough(&self, found: &mut Found<'_>) -> bool {
        let enough = found.hits.len() > self.limits.records;
        if enough {
            self.too_many_records.set(true);
            found.hits.truncate(self.limits.records);
        }
        enough
    }
}

/// How the quotes of the first JSON object are escaped. Behind its brace stands a quote, a brace or white
/// space, so a backslash or an ampersand tells.
fn escaped_object(record: &[u8]) -> Option<Encoding> {
    let brace = record.iter().take(64).position(|byte| *byte == b'{')?;
    match record.get(brace + 1..)?.trim_ascii_start().first()? {
        b'\\' => Some(Encoding::JsonString),
        b'&' => Some(Encoding::Entities),
        _ => None,
    }
}

/// The text without white space at its ends.
pub(crate) fn trimmed(text: &[u8]) -> Range<usize> {
    let start = text.len() - text.trim_ascii_start().len();
    start..(start + text.trim_ascii().len())
}
