//! Reading: files are opened one after the other and cut into chunks. What costs time, from the JSON of a line to
//! the signature, is left to the workers that take the chunks.

mod archive;
mod compressed;
mod csv;
mod lines;
mod pages;
mod plan;
pub(crate) mod table;

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use arrow_array::RecordBatch;
use eichrecht::model::LimitName;

pub use plan::{Plan, PlanError, Source};

use crate::columns::{Columns, Places};
use crate::item::{Item, Unread};
use csv::CsvRecord;
use lines::Line;

/// What the inputs are taken for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// Told by the name of each file, and by the first bytes of standard input.
    #[default]
    Auto,
    /// Each file is one input, as received.
    Whole,
    /// Each line is one input: the signed data itself.
    Lines,
    /// Each line is a JSON object: a row.
    Ndjson,
    /// A table with a header line.
    Csv,
    /// An Apache Parquet file.
    Parquet,
    /// An Arrow IPC file or stream.
    Arrow,
    /// A JSON document with OCPI charge detail records: each is one input.
    Cdrs,
}

/// Bounds of the reader.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bounds {
    /// Bytes of a whole file that is one input.
    pub(crate) input_bytes: usize,
    /// Bytes of one line or row of a table.
    pub(crate) row_bytes: usize,
    /// Archives inside archives.
    pub(crate) depth: usize,
}

/// Inputs of one chunk at most.
pub(crate) const CHUNK_ROWS: usize = 256;
/// Bytes from which on a chunk is closed.
pub(crate) const CHUNK_BYTES: usize = 256 << 10;

/// A piece of work: neighbouring inputs, not yet read in detail. How inputs are cut into chunks depends on them
/// alone, so that a run that goes on later cuts them the same way.
pub(crate) enum Chunk {
    /// Lines; JSON objects or the signed data itself.
    Lines { input: Arc<str>, text: Vec<u8>, lines: Vec<Line>, json: bool },
    /// Rows of a CSV table.
    Csv { input: Arc<str>, places: Arc<Places>, columns: usize, records: Vec<CsvRecord> },
    /// Rows of an Arrow table; `first` is the place of the first one, counted from 1, `bytes` what they take.
    Table { input: Arc<str>, places: Arc<Places>, first: u64, batch: RecordBatch, bytes: usize },
    /// Inputs that are complete already.
    Items(Vec<Item>),
}

impl Chunk {
    /// Number of inputs.
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Lines { lines, .. } => lines.len(),
            Self::Csv { records, .. } => records.len(),
            Self::Table { batch, .. } => batch.num_rows(),
            Self::Items(items) => items.len(),
        }
    }

    /// What it holds in memory, roughly.
    pub(crate) fn bytes(&self) -> usize {
        match self {
            Self::Lines { text, .. } => text.len(),
            Self::Csv { records, .. } => records.iter().map(CsvRecord::len).sum(),
            Self::Table { bytes, .. } => *bytes,
            Self::Items(items) => items.iter().map(size).sum(),
        }
    }

    /// The inputs in it.
    pub(crate) fn into_items(self, columns: &Columns) -> Vec<Item> {
        match self {
            Self::Lines { input, text, lines, json } => lines::items(&input, &text, &lines, json.then_some(columns)),
            Self::Csv { input, places, columns, records } => csv::items(&input, &places, columns, records),
            Self::Table { input, places, first, batch, .. } => table::items(&input, &places, first, &batch),
            Self::Items(items) => items,
        }
    }
}

fn size(item: &Item) -> usize {
    let payload = item.payload.as_ref().map_or(0, |payloads| payloads.iter().map(Vec::len).sum());
    payload + item.key.as_ref().map_or(0, Vec::len) + 64
}

/// Takes chunks; says whether more are wanted.
pub(crate) type Emit<'a> = dyn FnMut(Chunk) -> ControlFlow<()> + 'a;

/// The reader's hand: emits chunks, collects single inputs to chunks.
pub(crate) struct Feed<'a> {
    emit: &'a mut Emit<'a>,
    pending: Vec<Item>,
    pending_bytes: usize,
    /// Archives that are open.
    pub(crate) depth: usize,
    pub(crate) bounds: Bounds,
    pub(crate) columns: &'a Columns,
}

impl<'a> Feed<'a> {
    pub(crate) fn new(emit: &'a mut Emit<'a>, bounds: Bounds, columns: &'a Columns) -> Self {
        Self { emit, pending: Vec::new(), pending_bytes: 0, depth: 0, bounds, columns }
    }

    /// Emits a chunk, and before it what was collected.
    pub(crate) fn chunk(&mut self, chunk: Chunk) -> ControlFlow<()> {
        self.flush()?;
        if chunk.len() == 0 { ControlFlow::Continue(()) } else { (self.emit)(chunk) }
    }

    /// Adds a single input.
    pub(crate) fn item(&mut self, item: Item) -> ControlFlow<()> {
        let size = size(&item);
        // A large one goes by itself, so that few of them are held at a time.
        if self.pending_bytes + size > CHUNK_BYTES {
            self.flush()?;
        }
        self.pending_bytes += size;
        self.pending.push(item);
        if self.pending.len() >= CHUNK_ROWS || self.pending_bytes >= CHUNK_BYTES { self.flush() } else { ControlFlow::Continue(()) }
    }

    /// Emits what was collected.
    pub(crate) fn flush(&mut self) -> ControlFlow<()> {
        self.pending_bytes = 0;
        if self.pending.is_empty() {
            return ControlFlow::Continue(());
        }
        (self.emit)(Chunk::Items(std::mem::take(&mut self.pending)))
    }
}

/// Reads all sources in order.
pub(crate) fn read_all(plan: &Plan, read: &Arc<AtomicU64>, feed: &mut Feed<'_>) -> ControlFlow<()> {
    for source in plan.sources() {
        match source {
            Source::Stdin => {
                let input: Arc<str> = Arc::from("-");
                stream(&input, plan.form(), "", Box::new(Counted { inner: io::stdin(), count: Arc::clone(read) }), feed)?;
            }
            Source::File { path, name, .. } => {
                let input: Arc<str> = Arc::from(name.as_str());
                // Whatever a library makes of a file that was made to break it: its neighbours are read.
                let outcome = catch_unwind(AssertUnwindSafe(|| file(path, &input, plan.form(), read, feed)));
                feed.depth = 0;
                outcome.unwrap_or_else(|_| feed.item(Item::unread(&input, None, Unread::fault())))?;
            }
        }
    }
    feed.flush()
}

fn file(path: &Path, input: &Arc<str>, form: Form, read: &Arc<AtomicU64>, feed: &mut Feed<'_>) -> ControlFlow<()> {
    let opened = match File::open(path) {
        Ok(opened) => opened,
        Err(error) => return feed.item(Item::unread(input, None, Unread::input(told(&error)))),
    };
    let name = input.to_ascii_lowercase();
    // Parquet and ZIP have their table of contents at the end: they are read from the file itself.
    if form == Form::Parquet || form == Form::Auto && [".parquet", ".pq"].iter().any(|end| name.ends_with(end)) {
        return table::parquet(input, opened, read, feed);
    }
    if form == Form::Auto && name.ends_with(".zip") {
        return archive::zip(input, opened, read, feed);
    }
    stream(input, form, &name, Box::new(Counted { inner: opened, count: Arc::clone(read) }), feed)
}

/// Reads a stream of bytes, compressed or not. `name` is in lower case; empty where there is none.
pub(crate) fn stream<'r>(input: &Arc<str>, form: Form, name: &str, reader: Box<dyn Read + 'r>, feed: &mut Feed<'_>) -> ControlFlow<()> {
    let mut reader = BufReader::with_capacity(128 << 10, reader);
    let head = match compressed::peek(&mut reader) {
        Ok(head) => head,
        Err(error) => return feed.item(Item::unread(input, None, Unread::input(told(&error)))),
    };
    let inner = compressed::inner_name(name);
    let unpacked_form = if form == Form::Auto { Kind::of_name(inner) } else { Kind::of_form(form) };
    // A single compressed file that is no table goes to the verifier as received.
    if let Some(packing) = compressed::Packing::of(&head)
        && (name.is_empty() || !matches!(unpacked_form, None | Some(Kind::Whole)))
    {
        return match packing.unpack(reader) {
            Ok(unpacked) if name.is_empty() => stream(input, form, "-", unpacked, feed),
            Ok(unpacked) => stream(input, form, inner, unpacked, feed),
            Err(error) => feed.item(Item::unread(input, None, Unread::input(told(&error)))),
        };
    }
    let kind =
        unpacked_form.unwrap_or_else(|| if name.is_empty() || name == "-" { Kind::of_content(&head, feed.columns) } else { Kind::Whole });
    match kind {
        Kind::Lines => lines::read(input, reader, false, feed),
        Kind::Ndjson => lines::read(input, reader, true, feed),
        Kind::Csv => csv::read(input, reader, feed),
        Kind::Arrow => table::arrow(input, reader, feed),
        Kind::Tar => archive::tar(input, reader, feed),
        Kind::Cdrs => pages::read(input, reader, form == Form::Cdrs, feed),
        Kind::Parquet => feed.item(Item::unread(input, None, Unread::input("a Parquet file cannot be read from a stream"))),
        Kind::Whole => whole(input, reader, feed),
    }
}

/// One input as received.
pub(crate) fn whole(input: &Arc<str>, reader: impl Read, feed: &mut Feed<'_>) -> ControlFlow<()> {
    match bounded(reader, feed.bounds.input_bytes) {
        Ok(bytes) => feed.item(Item::whole(Arc::clone(input), bytes)),
        Err(why) => feed.item(Item::unread(input, None, why)),
    }
}

/// All a reader gives, refused as soon as it gives more than `limit` bytes.
pub(crate) fn bounded(reader: impl Read, limit: usize) -> Result<Vec<u8>, Unread> {
    let mut bytes = Vec::new();
    let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    reader.take(most).read_to_end(&mut bytes).map_err(|error| Unread::input(told(&error)))?;
    if bytes.len() > limit { Err(Unread::limit(LimitName::InputBytes)) } else { Ok(bytes) }
}

/// What a stream of bytes is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Whole,
    Lines,
    Ndjson,
    Csv,
    Parquet,
    Arrow,
    Cdrs,
    Tar,
}

impl Kind {
    fn of_form(form: Form) -> Option<Self> {
        match form {
            Form::Auto => None,
            Form::Whole => Some(Self::Whole),
            Form::Lines => Some(Self::Lines),
            Form::Ndjson => Some(Self::Ndjson),
            Form::Csv => Some(Self::Csv),
            Form::Parquet => Some(Self::Parquet),
            Form::Arrow => Some(Self::Arrow),
            Form::Cdrs => Some(Self::Cdrs),
        }
    }

    fn of_name(name: &str) -> Option<Self> {
        let (_, end) = name.rsplit_once('.')?;
        Some(match end {
            "ndjson" | "jsonl" | "ldjson" => Self::Ndjson,
            "csv" | "tsv" => Self::Csv,
            "parquet" | "pq" => Self::Parquet,
            "arrow" | "arrows" | "ipc" | "feather" => Self::Arrow,
            "tar" | "tgz" | "tbz2" | "txz" | "tzst" => Self::Tar,
            "json" => Self::Cdrs,
            _ => return None,
        })
    }

    /// Standard input has no name: its first bytes tell.
    fn of_content(head: &[u8], columns: &Columns) -> Self {
        if head.starts_with(b"ARROW1") || head.starts_with(&[0xff, 0xff, 0xff, 0xff]) {
            return Self::Arrow;
        }
        if head.starts_with(b"PAR1") {
            return Self::Parquet;
        }
        if head.get(257..262) == Some(b"ustar") {
            return Self::Tar;
        }
        let first = head.split(|byte| *byte == b'\n').next().unwrap_or_default();
        let more = first.len() < head.len();
        if first.trim_ascii_start().starts_with(b"{") {
            let complete = serde_json::from_slice::<serde::de::IgnoredAny>(first).is_ok();
            return if complete && more || !complete && !more { Self::Ndjson } else { Self::Cdrs };
        }
        if first.trim_ascii_start().starts_with(b"[") {
            return Self::Cdrs;
        }
        if more && csv::is_header(first, columns) { Self::Csv } else { Self::Whole }
    }
}

/// Counts what is read, for the progress.
struct Counted<R> {
    inner: R,
    count: Arc<AtomicU64>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.count.fetch_add(u64::try_from(read).unwrap_or(0), Ordering::Relaxed);
        Ok(read)
    }
}

/// An error of the operating system in words, without its number.
pub(crate) fn told(error: &dyn std::fmt::Display) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or_default().to_owned()
}
