//! Writing: rows come in chunks, in the order they are to stand in.

mod parquet;
mod text;

use std::io;
use std::path::Path;
use std::time::Duration;

use arrow_array::RecordBatch;

use crate::journal::State;
use crate::render;
use crate::row::Row;
use crate::{Counts, arrow};

/// Forms of the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResultForm {
    /// One JSON object a line.
    Ndjson,
    /// CSV with a header line.
    Csv,
    /// Apache Parquet; only to a file.
    Parquet,
}

/// The rows of a chunk, ready to be written.
pub(crate) struct Rendered {
    pub(crate) counts: Counts,
    pub(crate) body: Body,
}

pub(crate) enum Body {
    Text(Vec<u8>),
    Table(RecordBatch),
}

impl Rendered {
    pub(crate) fn new(rows: &[Row], form: ResultForm) -> io::Result<Self> {
        let mut counts = Counts::default();
        rows.iter().for_each(|row| counts.add(row));
        let lines = |line: fn(&Row, &mut Vec<u8>)| {
            let mut text = Vec::with_capacity(rows.len() * 900);
            rows.iter().for_each(|row| line(row, &mut text));
            Body::Text(text)
        };
        let body = match form {
            ResultForm::Ndjson => lines(render::json_line),
            ResultForm::Csv => lines(render::csv_line),
            ResultForm::Parquet => Body::Table(arrow::to_batch(rows).map_err(io::Error::other)?),
        };
        Ok(Self { counts, body })
    }
}

/// Where rows go.
pub(crate) trait Sink {
    /// Takes the rows of a chunk.
    fn write(&mut self, body: Body) -> io::Result<()>;

    /// Whether it is time to save what was taken.
    fn is_due(&self) -> bool;

    /// Makes what was taken last, and notes in the state how far that is. `last`: the run ends here for now.
    fn save(&mut self, state: &mut State, last: bool) -> io::Result<()>;

    /// All rows were taken: puts the result in its place.
    fn finish(self: Box<Self>, state: &mut State) -> io::Result<()>;
}

/// The sink for an output; without a path it is standard output. With a state it goes on where that ends.
pub(crate) fn open(path: Option<&Path>, form: ResultForm, save_every: Duration, state: Option<&State>) -> io::Result<Box<dyn Sink>> {
    let header = || if form == ResultForm::Csv { render::csv_header() } else { Vec::new() };
    match (path, form) {
        (None, ResultForm::Parquet) => Err(io::Error::new(io::ErrorKind::InvalidInput, "Parquet can only be written to a file")),
        (None, _) => Ok(Box::new(text::Stream::new(&header())?)),
        (Some(path), ResultForm::Parquet) => Ok(Box::new(parquet::Pieces::open(path, state)?)),
        (Some(path), _) => Ok(Box::new(text::PartFile::open(path, &header(), save_every, state)?)),
    }
}

/// What stands beside an output while it is not finished.
pub(crate) fn part_path(path: &Path) -> std::path::PathBuf {
    crate::journal::with_ending(path, ".part")
}
