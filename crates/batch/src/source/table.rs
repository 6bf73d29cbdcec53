//! Parquet and Arrow IPC: tables that come as record batches already.

use std::fs::File;
use std::io::Read;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_schema::{DataType, SchemaRef};
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

use super::{CHUNK_ROWS, Chunk, Feed, told};
use crate::columns::{Columns, Places};
use crate::item::{Item, Unread};

/// The places of the columns in a schema.
pub(crate) fn places(columns: &Columns, schema: &SchemaRef) -> Result<Places, String> {
    let names: Vec<&str> = schema.fields().iter().map(|field| field.name().as_str()).collect();
    let places = columns.places(&names)?;
    let all = places.payload.iter().chain(&places.key).chain(&places.session).chain(&places.evse);
    for at in all {
        if let Some(field) = schema.fields().get(*at)
            && !is_readable(field.data_type())
        {
            return Err(format!(
                "the column {} is of the type {}, which is neither text nor bytes nor a whole number",
                field.name(),
                field.data_type()
            ));
        }
    }
    Ok(places)
}

fn is_readable(kind: &DataType) -> bool {
    use DataType::*;
    match kind {
        Utf8 | LargeUtf8 | Utf8View | Binary | LargeBinary | BinaryView | Int32 | Int64 | UInt32 | UInt64 | Null => true,
        Dictionary(_, values) => is_readable(values),
        _ => false,
    }
}

/// Reads a Parquet file, only the columns that are wanted.
pub(crate) fn parquet(input: &Arc<str>, file: File, read: &Arc<AtomicU64>, feed: &mut Feed<'_>) -> ControlFlow<()> {
    let unread = |why| Item::unread(input, None, why);
    let size = file.metadata().map_or(0, |metadata| metadata.len());
    let before = read.load(Ordering::Relaxed);
    let builder = match ParquetRecordBatchReaderBuilder::try_new(file) {
        Ok(builder) => builder,
        Err(error) => return feed.item(unread(Unread::input(told(&error)))),
    };
    let places = match places(feed.columns, builder.schema()) {
        Ok(places) => places,
        Err(why) => return feed.item(unread(Unread::columns(why))),
    };
    // Columns are counted anew among the wanted ones.
    let mut wanted: Vec<usize> = places.payload.iter().chain(&places.key).chain(&places.session).chain(&places.evse).copied().collect();
    wanted.sort_unstable();
    wanted.dedup();
    let narrow = |at: usize| wanted.iter().position(|known| *known == at).unwrap_or_default();
    let places = Arc::new(Places {
        payload: places.payload.iter().map(|at| narrow(*at)).collect(),
        key: places.key.map(narrow),
        session: places.session.map(narrow),
        evse: places.evse.map(narrow),
    });
    let total = u64::try_from(builder.metadata().file_metadata().num_rows()).unwrap_or(0).max(1);
    let mask = ProjectionMask::roots(builder.parquet_schema(), wanted.iter().copied());
    let reader = match builder.with_projection(mask).with_batch_size(CHUNK_ROWS).build() {
        Ok(reader) => reader,
        Err(error) => return feed.item(unread(Unread::input(told(&error)))),
    };
    let mut first = 1;
    for batch in reader {
        match batch {
            Ok(batch) => {
                batches(input, &places, &mut first, &batch, feed)?;
                read.store(before + size.saturating_mul((first - 1).min(total)) / total, Ordering::Relaxed);
            }
            Err(error) => return feed.item(Item::unread(input, Some(first), Unread::input(told(&error)))),
        }
    }
    if first == 1 { feed.item(unread(Unread::empty())) } else { ControlFlow::Continue(()) }
}

/// Reads an Arrow IPC stream, or a file, which is a stream between two marks.
pub(crate) fn arrow(input: &Arc<str>, mut reader: impl Read, feed: &mut Feed<'_>) -> ControlFlow<()> {
    let unread = |why| Item::unread(input, None, why);
    let lead = match lead(&mut reader) {
        Ok(lead) => lead,
        Err(error) => return feed.item(unread(Unread::input(told(&error)))),
    };
    let stream = match arrow_ipc::reader::StreamReader::try_new(lead.as_slice().chain(reader), None) {
        Ok(stream) => stream,
        Err(error) => return feed.item(unread(Unread::input(told(&error)))),
    };
    let places = match places(feed.columns, &stream.schema()) {
        Ok(places) => Arc::new(places),
        Err(why) => return feed.item(unread(Unread::columns(why))),
    };
    let mut first = 1;
    for batch in stream {
        match batch {
            Ok(batch) => batches(input, &places, &mut first, &batch, feed)?,
            Err(error) => return feed.item(Item::unread(input, Some(first), Unread::input(told(&error)))),
        }
    }
    if first == 1 { feed.item(unread(Unread::empty())) } else { ControlFlow::Continue(()) }
}

/// The first bytes of the stream. A file begins with a mark and zeros, as many as its writer likes, and then goes on as a
/// stream does.
fn lead(reader: &mut impl Read) -> std::io::Result<Vec<u8>> {
    const MOST_ZEROS: usize = 256;
    let mut mark = [0; 8];
    reader.read_exact(&mut mark)?;
    if !mark.starts_with(b"ARROW1") {
        return Ok(mark.to_vec());
    }
    let mut word = [0; 4];
    for _ in 0..MOST_ZEROS / word.len() {
        reader.read_exact(&mut word)?;
        if word != [0; 4] {
            break;
        }
    }
    Ok(word.to_vec())
}

fn batches(input: &Arc<str>, places: &Arc<Places>, first: &mut u64, batch: &RecordBatch, feed: &mut Feed<'_>) -> ControlFlow<()> {
    let (mut at, all) = (0, batch.get_array_memory_size());
    while at < batch.num_rows() {
        let rows = CHUNK_ROWS.min(batch.num_rows() - at);
        let part = batch.slice(at, rows);
        // A part holds the whole batch in memory, but all its parts hold the same one.
        let bytes = all / batch.num_rows().div_ceil(rows);
        feed.chunk(Chunk::Table { input: Arc::clone(input), places: Arc::clone(places), first: *first, batch: part, bytes })?;
        *first += u64::try_from(rows).unwrap_or(0);
        at += rows;
    }
    ControlFlow::Continue(())
}

/// The inputs of a record batch.
pub(crate) fn items(input: &Arc<str>, places: &Places, first: u64, batch: &RecordBatch) -> Vec<Item> {
    let column = |at: usize| batch.columns().get(at);
    let bytes = |at: usize, row: usize| column(at).and_then(|column| cell(column, row)).filter(|cell| !cell.is_empty());
    let text = |at: Option<usize>, row: usize| at.and_then(|at| bytes(at, row)).map(|cell| String::from_utf8_lossy(&cell).into_owned());
    let item = |row: usize| {
        let payload: Vec<Vec<u8>> = places.payload.iter().filter_map(|at| bytes(*at, row)).collect();
        Item {
            input: Arc::clone(input),
            position: Some(first + u64::try_from(row).unwrap_or(0)),
            payload: if payload.is_empty() { Err(Unread::missing("the cell is empty")) } else { Ok(payload) },
            key: places.key.and_then(|at| bytes(at, row)),
            session: text(places.session, row),
            evse: text(places.evse, row),
        }
    };
    (0..batch.num_rows()).map(item).collect()
}

/// The bytes of a cell; `None` where there is nothing. Whole numbers are spelt in decimal digits.
fn cell(column: &ArrayRef, row: usize) -> Option<Vec<u8>> {
    use arrow_array::types::{Int32Type, Int64Type, UInt32Type, UInt64Type};
    if column.is_null(row) {
        return None;
    }
    Some(match column.data_type() {
        DataType::Utf8 => column.as_string::<i32>().value(row).as_bytes().to_vec(),
        DataType::LargeUtf8 => column.as_string::<i64>().value(row).as_bytes().to_vec(),
        DataType::Utf8View => column.as_string_view().value(row).as_bytes().to_vec(),
        DataType::Binary => column.as_binary::<i32>().value(row).to_vec(),
        DataType::LargeBinary => column.as_binary::<i64>().value(row).to_vec(),
        DataType::BinaryView => column.as_binary_view().value(row).to_vec(),
        DataType::Int32 => column.as_primitive::<Int32Type>().value(row).to_string().into_bytes(),
        DataType::Int64 => column.as_primitive::<Int64Type>().value(row).to_string().into_bytes(),
        DataType::UInt32 => column.as_primitive::<UInt32Type>().value(row).to_string().into_bytes(),
        DataType::UInt64 => column.as_primitive::<UInt64Type>().value(row).to_string().into_bytes(),
        DataType::Dictionary(..) => {
            let dictionary = column.as_any_dictionary();
            let key = *dictionary.normalized_keys().get(row)?;
            return cell(dictionary.values(), key);
        }
        _ => return None,
    })
}
