//! CSV tables with a header line. Comma, semicolon or tab: the header tells.

use std::io::BufRead;
use std::ops::ControlFlow;
use std::sync::Arc;

use csv_core::ReadRecordResult;
use eichrecht::model::LimitName;

use super::{CHUNK_BYTES, CHUNK_ROWS, Chunk, Feed, told};
use crate::columns::{Columns, Places};
use crate::item::{Item, Unread};

/// One row, its cells still as bytes.
#[derive(Clone, Debug)]
pub(crate) struct CsvRecord {
    /// Its number in the table, from 1; the header is none.
    number: u64,
    /// Cells one behind the other; `None` when the row is too long to be read.
    bytes: Option<Vec<u8>>,
    /// Where each cell ends.
    ends: Vec<usize>,
}

impl CsvRecord {
    pub(crate) fn len(&self) -> usize {
        self.bytes.as_ref().map_or(0, Vec::len) + self.ends.len() * size_of::<usize>()
    }

    fn cell(&self, at: usize) -> Option<&[u8]> {
        let start = if at == 0 { 0 } else { *self.ends.get(at - 1)? };
        self.bytes.as_ref()?.get(start..*self.ends.get(at)?)
    }

    fn cells(&self) -> Vec<&[u8]> {
        (0..self.ends.len()).filter_map(|at| self.cell(at)).collect()
    }
}

const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

/// Whether a first line names columns that are looked for.
pub(crate) fn is_header(line: &[u8], columns: &Columns) -> bool {
    let Ok(text) = std::str::from_utf8(line) else { return false };
    let text = text.trim_start_matches('\u{feff}').trim_end();
    let cells: Vec<&str> = text.split([',', ';', '\t']).map(|cell| cell.trim_matches('"')).collect();
    cells.len() > 1 && columns.places(&cells).is_ok()
}

/// What divides the cells: the candidate that the first line holds most of.
fn delimiter(head: &[u8]) -> u8 {
    let line = head.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let count = |delimiter: u8| line.iter().filter(|byte| **byte == delimiter).count();
    let most = DELIMITERS.iter().map(|delimiter| count(*delimiter)).max().unwrap_or(0);
    DELIMITERS.into_iter().find(|delimiter| count(*delimiter) == most).unwrap_or(b',')
}

/// Cuts a stream into rows.
pub(crate) fn read(input: &Arc<str>, mut reader: impl BufRead, feed: &mut Feed<'_>) -> ControlFlow<()> {
    let head = match reader.fill_buf() {
        Ok(head) => head,
        Err(error) => return feed.item(Item::unread(input, None, Unread::input(told(&error)))),
    };
    let delimiter = delimiter(head);
    if head.starts_with(b"\xEF\xBB\xBF") {
        reader.consume(3);
    }
    let mut table =
        Table { core: csv_core::ReaderBuilder::new().delimiter(delimiter).build(), reader, limit: feed.bounds.row_bytes, number: 0 };
    let header = match table.next() {
        Ok(Some(header)) => header,
        Ok(None) => return feed.item(Item::unread(input, None, Unread::columns("there is no header line"))),
        Err(why) => return feed.item(Item::unread(input, None, why)),
    };
    let names: Vec<String> = header.cells().iter().map(|cell| String::from_utf8_lossy(cell).trim().to_owned()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let places = match feed.columns.places(&names) {
        Ok(places) => Arc::new(places),
        Err(why) => return feed.item(Item::unread(input, None, Unread::columns(why))),
    };
    let mut records = Vec::new();
    let mut bytes = 0;
    loop {
        let next = table.next();
        let ended = !matches!(next, Ok(Some(_)));
        if let Ok(Some(record)) = &next {
            bytes += record.len();
            records.push(record.clone());
        }
        if ended || records.len() >= CHUNK_ROWS || bytes >= CHUNK_BYTES {
            bytes = 0;
            let records = std::mem::take(&mut records);
            feed.chunk(Chunk::Csv { input: Arc::clone(input), places: Arc::clone(&places), columns: names.len(), records })?;
        }
        match next {
            Ok(Some(_)) => {}
            Ok(None) if table.number <= 1 => return feed.item(Item::unread(input, None, Unread::empty())),
            Ok(None) => return ControlFlow::Continue(()),
            Err(why) => return feed.item(Item::unread(input, Some(table.number), why)),
        }
    }
}

struct Table<R> {
    core: csv_core::Reader,
    reader: R,
    limit: usize,
    /// Rows read so far.
    number: u64,
}

impl<R: BufRead> Table<R> {
    /// The next row; the first one is the header and has the number 0.
    fn next(&mut self) -> Result<Option<CsvRecord>, Unread> {
        let mut output = vec![0; 2 << 10];
        let mut ends = vec![0; 64];
        let (mut written, mut cells, mut too_long) = (0, 0, false);
        loop {
            let input = self.reader.fill_buf().map_err(|error| Unread::input(told(&error)))?;
            let room = output.get_mut(written..).unwrap_or_default();
            let places = ends.get_mut(cells..).unwrap_or_default();
            let (result, read, wrote, ended) = self.core.read_record(input, room, places);
            self.reader.consume(read);
            written += wrote;
            cells += ended;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull
                    if too_long || written > self.limit || cells > MOST_CELLS =>
                {
                    // Read on to the end of the row, keeping nothing of it.
                    (written, cells, too_long) = (0, 0, true);
                }
                ReadRecordResult::OutputFull => output.resize(output.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => ends.resize(ends.len() * 2, 0),
                ReadRecordResult::Record => break,
                ReadRecordResult::End => return Ok(None),
            }
        }
        let number = self.number;
        self.number += 1;
        output.truncate(written);
        ends.truncate(cells);
        let bytes = (!too_long && written <= self.limit).then_some(output);
        Ok(Some(CsvRecord { number, bytes, ends }))
    }
}

/// Cells of one row at most.
const MOST_CELLS: usize = 10_000;

/// The inputs of a chunk of rows.
pub(crate) fn items(input: &Arc<str>, places: &Places, columns: usize, records: Vec<CsvRecord>) -> Vec<Item> {
    let item = |record: CsvRecord| {
        let unread = |why| Item::unread(input, Some(record.number), why);
        if record.bytes.is_none() {
            return unread(Unread::limit(LimitName::RowBytes));
        }
        if record.ends.len() != columns {
            return unread(Unread::row(format!("{} cells where the header has {columns}", record.ends.len())));
        }
        let filled = |at: usize| record.cell(at).filter(|cell| !cell.is_empty());
        let text = |at: Option<usize>| at.and_then(filled).map(|cell| String::from_utf8_lossy(cell).into_owned());
        let payload: Vec<Vec<u8>> = places.payload.iter().filter_map(|at| filled(*at)).map(<[u8]>::to_vec).collect();
        Item {
            input: Arc::clone(input),
            position: Some(record.number),
            payload: if payload.is_empty() { Err(Unread::missing("the cell is empty")) } else { Ok(payload) },
            key: places.key.and_then(filled).map(<[u8]>::to_vec),
            session: text(places.session),
            evse: text(places.evse),
        }
    };
    records.into_iter().map(item).collect()
}

#[cfg(test)]
mod tests {
    use super::super::Bounds;
    use super::*;

    fn cut(text: &str, limit: usize) -> Vec<Item> {
        let columns = Columns::default();
        let mut found = Vec::new();
        let mut emit = |chunk: Chunk| {
            found.extend(chunk.into_items(&columns));
            ControlFlow::Continue(())
        };
        let mut feed = Feed::new(&mut emit, Bounds { input_bytes: 100, row_bytes: limit, depth: 2 }, &columns);
        assert!(read(&Arc::from("t"), text.as_bytes(), &mut feed).is_continue());
        assert!(feed.flush().is_continue());
        found
    }

    #[test]
    fn cells_are_found_by_the_header_whatever_divides_them() {
        for delimiter in [",", ";", "\t"] {
            let text = format!(
                "\u{feff}id{delimiter}ocmf{delimiter}public_key\r\n1{delimiter}\"a{delimiter}\"\"b\"\"\n\"{delimiter}30\r\n2{delimiter}{delimiter}\n"
            );
            let found = cut(&text, 1000);
            assert_eq!(found.len(), 2);
            assert_eq!(found[0].payload, Ok(vec![format!("a{delimiter}\"b\"\n").into_bytes()]));
            assert_eq!((found[0].position, found[0].session.as_deref(), found[0].key.as_deref()), (Some(1), Some("1"), Some(&b"30"[..])));
            assert!(matches!(found[1].payload, Err(Unread { kind: "payload-missing", .. })));
            assert_eq!(found[1].key, None);
        }
    }

    #[test]
    fn odd_rows_keep_their_neighbours() {
        let long = "x".repeat(50_000);
        let found = cut(&format!("ocmf,id\na,1\nb\n{long},2\nc,3,4\nd,5"), 10_000);
        let kinds: Vec<_> = found.iter().map(|item| item.payload.as_ref().map_or_else(|why| why.kind, |_| "")).collect();
        assert_eq!(kinds, ["", "row-unreadable", "limit", "row-unreadable", ""]);
        assert_eq!(found[4].position, Some(5));
        // A quote that is never closed swallows the rest, and no memory.
        let found = cut(&format!("ocmf,id\n\"{long}\na,1\nb,2\n"), 10_000);
        assert_eq!(found.len(), 1);
        assert!(matches!(found[0].payload, Err(Unread { kind: "limit", .. })));
    }

    #[test]
    fn a_table_without_its_columns_is_told_once() {
        for text in ["", "\n\n", "a,b\n1,2\n3,4\n"] {
            let found = cut(text, 1000);
            assert_eq!(found.len(), 1, "{text:?}");
            assert!(matches!(found[0].payload, Err(Unread { kind: "column-missing", .. })), "{text:?}");
        }
    }
}
