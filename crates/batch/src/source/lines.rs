//! Lines: JSON objects, or the signed data itself.

use std::fmt;
use std::io::{BufRead, Read};
use std::ops::{ControlFlow, Range};
use std::sync::Arc;

use eichrecht::model::LimitName;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::{CHUNK_BYTES, CHUNK_ROWS, Chunk, Feed, told};
use crate::columns::{Columns, USUAL_EVSE, USUAL_KEY, USUAL_PAYLOAD, USUAL_SESSION};
use crate::item::{Item, Unread};

/// One line of a chunk.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// Its number in the file, from 1.
    number: u64,
    /// Where it stands in the text of the chunk; `None` when it is too long to be read.
    range: Option<Range<usize>>,
}

/// Cuts a stream into lines. Blank lines are no rows.
pub(crate) fn read(input: &Arc<str>, mut reader: impl BufRead, json: bool, feed: &mut Feed<'_>) -> ControlFlow<()> {
    let limit = feed.bounds.row_bytes;
    let mut number = 0;
    let mut text: Vec<u8> = Vec::new();
    let mut lines: Vec<Line> = Vec::new();
    let mut any = false;
    loop {
        let start = text.len();
        let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
        let result = (&mut reader).take(most).read_until(b'\n', &mut text);
        number += 1;
        let ended = match result {
            Ok(0) => true,
            Ok(_) => {
                let line = text.get(start..).unwrap_or_default();
                if line.len() > limit && !line.ends_with(b"\n") {
                    text.truncate(start);
                    lines.push(Line { number, range: None });
                    if let Err(error) = skip_line(&mut reader) {
                        feed.chunk(Chunk::Lines { input: Arc::clone(input), text, lines, json })?;
                        return feed.item(Item::unread(input, Some(number), Unread::input(told(&error))));
                    }
                } else if line.trim_ascii().is_empty() {
                    text.truncate(start);
                } else {
                    lines.push(Line { number, range: Some(start..text.len()) });
                }
                false
            }
            Err(error) => {
                text.truncate(start);
                feed.chunk(Chunk::Lines { input: Arc::clone(input), text, lines, json })?;
                return feed.item(Item::unread(input, Some(number), Unread::input(told(&error))));
            }
        };
        any |= !lines.is_empty();
        if ended || lines.len() >= CHUNK_ROWS || text.len() >= CHUNK_BYTES {
            let text = std::mem::replace(&mut text, Vec::with_capacity(CHUNK_BYTES + (4 << 10)));
            feed.chunk(Chunk::Lines { input: Arc::clone(input), text, lines: std::mem::take(&mut lines), json })?;
        }
        if ended {
            return if any { ControlFlow::Continue(()) } else { feed.item(Item::unread(input, None, Unread::empty())) };
        }
    }
}

/// Reads on behind the next line break.
fn skip_line(reader: &mut impl BufRead) -> std::io::Result<()> {
    loop {
        let buffer = reader.fill_buf()?;
        if buffer.is_empty() {
            return Ok(());
        }
        match memchr::memchr(b'\n', buffer) {
            Some(at) => {
                reader.consume(at + 1);
                return Ok(());
            }
            None => {
                let all = buffer.len();
                reader.consume(all);
            }
        }
    }
}

/// The inputs of a chunk of lines; with columns each line is a JSON object.
pub(crate) fn items(input: &Arc<str>, text: &[u8], lines: &[Line], columns: Option<&Columns>) -> Vec<Item> {
    let item = |line: &Line| {
        let Some(bytes) = line.range.clone().and_then(|range| text.get(range)) else {
            return Item::unread(input, Some(line.number), Unread::limit(LimitName::RowBytes));
        };
        let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
        let bytes = bytes.strip_suffix(b"\r").unwrap_or(bytes);
        let bytes = if line.number == 1 { bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes) } else { bytes };
        match columns {
            None => Item { position: Some(line.number), ..Item::whole(Arc::clone(input), bytes.to_vec()) },
            Some(columns) => object(input, line.number, bytes, columns),
        }
    };
    lines.iter().map(item).collect()
}

/// A line that is a JSON object: a row of a table, or, where no column with signed data was named and none of the
/// usual ones is there, a document by itself.
fn object(input: &Arc<str>, number: u64, line: &[u8], columns: &Columns) -> Item {
    let unread = |why| Item::unread(input, Some(number), why);
    // Nearly always all that is wanted are texts. Where it is not, or the line is broken, it is read once more, by the
    // spelling of each value.
    let read = |spelt| {
        let mut deserializer = serde_json::Deserializer::from_slice(line);
        let fields = Wanted { columns, spelt }.deserialize(&mut deserializer)?;
        deserializer.end().map(|()| fields)
    };
    let fields = match read(false).or_else(|_: serde_json::Error| read(true)) {
        Ok(fields) => fields,
        Err(error) => return unread(Unread::row(error.to_string())),
    };
    if let Some(twice) = &fields.twice {
        return unread(Unread::row(format!("the member {twice} stands there twice")));
    }
    let (session, evse) = (fields.session.text(), fields.evse.text());
    let payload = if fields.payload.is_empty() {
        if columns.payload.is_empty() { Ok(vec![line.to_vec()]) } else { Err(Unread::missing(columns.payload.join(", "))) }
    } else {
        Ok(fields.payload.into_iter().map(|(_, bytes)| bytes).collect())
    };
    let key = fields.key.value.map(|(_, bytes)| bytes).filter(|key| !key.is_empty());
    Item { input: Arc::clone(input), position: Some(number), payload, key, session, evse }
}

/// The members of a row that are wanted.
#[derive(Default)]
struct Fields {
    /// In the order of the columns named.
    payload: Vec<(usize, Vec<u8>)>,
    key: Best,
    session: Best,
    evse: Best,
    /// A wanted member that stands there twice.
    twice: Option<String>,
}

/// Of several usual names the first one present counts.
#[derive(Default)]
struct Best {
    value: Option<(usize, Vec<u8>)>,
}

impl Best {
    fn offer(&mut self, rank: usize, bytes: Option<Vec<u8>>) {
        if let Some(bytes) = bytes
            && self.value.as_ref().is_none_or(|(known, _)| rank < *known)
        {
            self.value = Some((rank, bytes));
        }
    }

    fn text(&self) -> Option<String> {
        self.value.as_ref().map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned())
    }
}

/// What a member is wanted for, and its rank there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Payload(usize),
    Key(usize),
    Session(usize),
    Evse(usize),
}

struct Wanted<'c> {
    columns: &'c Columns,
    /// Take values of any kind as they are spelt; otherwise only texts are taken.
    spelt: bool,
}

impl Wanted<'_> {
    fn uses(&self, name: &str) -> Option<Use> {
        let columns = self.columns;
        let rank = |given: Option<&String>, usual: &[&str]| match given {
            Some(given) => (given == name).then_some(0),
            None => usual.iter().position(|usual| *usual == name),
        };
        let payload =
            if columns.payload.is_empty() { rank(None, USUAL_PAYLOAD) } else { columns.payload.iter().position(|given| given == name) };
        payload
            .map(Use::Payload)
            .or_else(|| rank(columns.key.as_ref(), USUAL_KEY).map(Use::Key))
            .or_else(|| rank(columns.session.as_ref(), USUAL_SESSION).map(Use::Session))
            .or_else(|| rank(columns.evse.as_ref(), USUAL_EVSE).map(Use::Evse))
    }
}

impl<'de> DeserializeSeed<'de> for Wanted<'_> {
    type Value = Fields;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Fields, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Wanted<'_> {
    type Value = Fields;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields, A::Error> {
        let mut fields = Fields::default();
        let mut seen: Vec<Use> = Vec::new();
        while let Some(name) = map.next_key::<std::borrow::Cow<'de, str>>()? {
            let Some(wanted) = self.uses(&name) else {
                map.next_value::<IgnoredAny>()?;
                continue;
            };
            if seen.contains(&wanted) {
                fields.twice.get_or_insert_with(|| name.to_string());
            }
            seen.push(wanted);
            let bytes = match self.spelt {
                true => text_or_json(map.next_value::<&'de RawValue>()?).map_err(serde::de::Error::custom)?,
                false => map.next_value::<Option<String>>()?.map(String::into_bytes),
            };
            match wanted {
                Use::Payload(rank) => fields.payload.extend(bytes.map(|bytes| (rank, bytes))),
                Use::Key(rank) => fields.key.offer(rank, bytes),
                Use::Session(rank) => fields.session.offer(rank, bytes),
                Use::Evse(rank) => fields.evse.offer(rank, bytes),
            }
        }
        fields.payload.sort_by_key(|(rank, _)| *rank);
        if self.columns.payload.is_empty() {
            fields.payload.truncate(1);
        }
        Ok(fields)
    }
}

/// A string's text; anything else as it is spelt, an object that holds signed data among them. `None` for null.
fn text_or_json(value: &RawValue) -> Result<Option<Vec<u8>>, serde_json::Error> {
    let spelt = value.get();
    match spelt.as_bytes().first() {
        Some(b'"') => serde_json::from_str::<String>(spelt).map(|text| Some(text.into_bytes())),
        _ if spelt == "null" => Ok(None),
        _ => Ok(Some(spelt.as_bytes().to_vec())),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Bounds;
    use super::*;

    fn cut(text: &[u8], limit: usize) -> Vec<Item> {
        let columns = Columns::default();
        let mut found = Vec::new();
        let mut emit = |chunk: Chunk| {
            found.extend(chunk.into_items(&columns));
            ControlFlow::Continue(())
        };
        let mut feed = Feed::new(&mut emit, Bounds { input_bytes: 100, row_bytes: limit, depth: 2 }, &columns);
        assert!(read(&Arc::from("t"), text, true, &mut feed).is_continue());
        found
    }

    fn one(line: &str, columns: &Columns) -> Item {
        object(&Arc::from("t"), 1, line.as_bytes(), columns)
    }

    #[test]
    fn lines_keep_their_number_and_long_ones_their_neighbours() {
        let long = format!("{{\"ocmf\":\"{}\"}}", "x".repeat(100));
        let text = format!("\u{feff}{{\"ocmf\":\"a\"}}\r\n\n  \n{long}\n{{\"ocmf\":\"b\"}}");
        let found = cut(text.as_bytes(), 60);
        let places: Vec<_> = found.iter().map(|item| item.position.unwrap()).collect();
        assert_eq!(places, [1, 4, 5]);
        assert_eq!(found[0].payload, Ok(vec![b"a".to_vec()]));
        assert_eq!(found[1].payload, Err(Unread::limit(LimitName::RowBytes)));
        assert_eq!(found[2].payload, Ok(vec![b"b".to_vec()]));
        // A line of exactly the limit is read.
        assert!(cut(long.as_bytes(), long.len())[0].payload.is_ok());
        assert!(cut(format!("{long}\n").as_bytes(), long.len())[0].payload.is_ok());
    }

    #[test]
    fn members_are_found_by_name() {
        let usual = Columns::default();
        let row = one(r#"{"id":17,"x":{"ocmf":"no"},"data":"second","ocmf":"a\"b","evse_id":null,"public_key":"30"}"#, &usual);
        assert_eq!(row.payload, Ok(vec![b"a\"b".to_vec()]));
        assert_eq!((row.session.as_deref(), row.evse, row.key), (Some("17"), None, Some(b"30".to_vec())));
        let named = Columns { payload: vec!["end".to_owned(), "begin".to_owned()], key: Some("k".to_owned()), ..Columns::default() };
        let row = one(r#"{"begin":"1","end":"2","public_key":"30","k":""}"#, &named);
        assert_eq!((row.payload, row.key), (Ok(vec![b"2".to_vec(), b"1".to_vec()]), None));
        assert!(matches!(one(r#"{"ocmf":"1"}"#, &named).payload, Err(Unread { kind: "payload-missing", .. })));
    }

    #[test]
    fn a_document_is_a_payload_by_itself() {
        let usual = Columns::default();
        let line = r#"{"id":"7","meter":{"x":1}}"#;
        assert_eq!(one(line, &usual).payload, Ok(vec![line.as_bytes().to_vec()]));
        assert_eq!(one(r#"{"payload":{"a":[1, 2]}}"#, &usual).payload, Ok(vec![br#"{"a":[1, 2]}"#.to_vec()]));
    }

    #[test]
    fn what_is_broken_is_a_row_with_its_error() {
        let usual = Columns::default();
        for line in ["{\"ocmf\":", "[]", "7", "{} {}", r#"{"ocmf":"1","ocmf":"2"}"#, r#"{"ocmf":"\ud800"}"#, "\u{0}"] {
            assert!(matches!(one(line, &usual).payload, Err(Unread { kind: "row-unreadable", .. })), "{line}");
        }
    }
}
