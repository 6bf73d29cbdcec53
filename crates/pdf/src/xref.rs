//! The list of objects: cross-reference tables and streams, ISO 32000-2, 7.5.4 to 7.5.8.

use std::collections::HashSet;

use crate::Problem;
use crate::document::{Document, Loaded, Place};
use crate::object::{Dictionary, Id, Object};

/// Bytes at the end in which the pointer to the list stands.
const TAIL: usize = 2048;
const BROKEN: Problem = Problem::Damaged("the list of objects");

/// Reads all lists of a document, the newest first.
pub(crate) fn read(document: &mut Document<'_>) -> Result<(), Problem> {
    let bytes = document.bytes;
    let from = bytes.len().saturating_sub(TAIL);
    let tail = bytes.get(from..).unwrap_or_default();
    let at = tail.windows(9).rposition(|window| window == b"startxref").ok_or(BROKEN)?;
    let start = document.parser(from + at + 9).number().ok_or(BROKEN)?;
    let mut todo = vec![start];
    let mut seen = HashSet::new();
    while let Some(at) = todo.pop() {
        if !seen.insert(at) {
            continue;
        }
        let trailer = section(document, at)?;
        document.places.add_trailer(&trailer);
        // Of a hybrid file, the stream beside the table counts before the older list.
        for key in [&b"Prev"[..], b"XRefStm"] {
            todo.extend(trailer.get(key).and_then(Object::integer));
        }
    }
    Ok(())
}

fn section(document: &mut Document<'_>, at: usize) -> Result<Dictionary, Problem> {
    if document.parser(at).word(b"xref") { table(document, at) } else { stream(document, at) }
}

fn table(document: &mut Document<'_>, at: usize) -> Result<Dictionary, Problem> {
    let mut parser = document.parser(at);
    parser.word(b"xref");
    while !parser.word(b"trailer") {
        let first = parser.number().ok_or(BROKEN)?;
        let count = parser.number().ok_or(BROKEN)?;
        for index in 0..count {
            let offset = parser.number().ok_or(BROKEN)?;
            parser.number().ok_or(BROKEN)?;
            let place = if parser.word(b"n") {
                Place::At(offset)
            } else if parser.word(b"f") {
                Place::Free
            } else {
                return Err(BROKEN);
            };
            let id = first.checked_add(index).and_then(|id| Id::try_from(id).ok()).ok_or(BROKEN)?;
            let bounds = document.bounds;
            document.places.add(id, place, &bounds)?;
        }
    }
    let trailer = parser.object();
    document.charge(&parser, at)?;
    match trailer? {
        Object::Dictionary(trailer) => Ok(trailer),
        _ => Err(BROKEN),
    }
}

fn stream(document: &mut Document<'_>, at: usize) -> Result<Dictionary, Problem> {
    let (_, Loaded::Stream(dictionary, range)) = document.read_at(at)? else { return Err(BROKEN) };
    let numbers = |key: &[u8]| match dictionary.get(key) {
        Some(Object::Array(items)) => items.iter().map(Object::integer).collect::<Option<Vec<usize>>>(),
        _ => None,
    };
    let widths = numbers(b"W").ok_or(BROKEN)?;
    let [kind, second, third] = *widths.as_slice() else { return Err(BROKEN) };
    if widths.iter().any(|width| *width > 8) || second == 0 {
        return Err(BROKEN);
    }
    let size = dictionary.get(b"Size").and_then(Object::integer).ok_or(BROKEN)?;
    let index = numbers(b"Index").unwrap_or_else(|| vec![0, size]);
    let content = document.content(&dictionary, range)?;
    let mut entries = content.chunks_exact(kind + second + third);
    let bounds = document.bounds;
    for pair in index.chunks_exact(2) {
        let [first, count] = *pair else { continue };
        for (id, entry) in (first..first.saturating_add(count)).zip(entries.by_ref()) {
            let (head, rest) = entry.split_at(kind);
            let (head, value) = (if kind == 0 { 1 } else { number(head) }, number(rest.get(..second).unwrap_or_default()));
            let place = match head {
                0 => Place::Free,
                1 => Place::At(usize::try_from(value).map_err(|_| BROKEN)?),
                2 => Place::In(Id::try_from(value).map_err(|_| BROKEN)?),
                // Kinds to come are null.
                _ => continue,
            };
            document.places.add(Id::try_from(id).map_err(|_| BROKEN)?, place, &bounds)?;
        }
    }
    Ok(dictionary)
}

fn number(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |number, byte| number << 8 | u64::from(*byte))
}
