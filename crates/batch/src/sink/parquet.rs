//! Parquet: a file of this form has its table of contents at the end and cannot be gone on with. So rows are written
//! in pieces, each a complete file, which are put together at the end without being read anew.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use arrow_array::RecordBatch;
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::column::writer::ColumnCloseResult;
use parquet::file::properties::WriterProperties;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::file::writer::SerializedFileWriter;

use super::{Body, Sink, part_path};
use crate::arrow::result_schema;
use crate::journal::{State, sync_folder, with_ending};

/// Rows of a piece, which becomes one row group: some megabytes.
const PIECE_ROWS: usize = 32_768;

pub(super) struct Pieces {
    folder: PathBuf,
    path: PathBuf,
    pieces: u64,
    /// The rows of the piece in the making.
    open: Vec<RecordBatch>,
    rows: usize,
}

impl Pieces {
    pub(super) fn open(path: &Path, state: Option<&State>) -> io::Result<Self> {
        let folder = part_path(path);
        let mut pieces = Self { folder, path: path.to_owned(), pieces: 0, open: Vec::new(), rows: 0 };
        match state {
            None => fs::create_dir(&pieces.folder)?,
            Some(state) => {
                pieces.pieces = state.pieces;
                for number in 0..state.pieces {
                    File::open(pieces.piece(number))?;
                }
                if state.short_piece {
                    let short = arrow_ipc::reader::StreamReader::try_new(File::open(pieces.short())?, None).map_err(io::Error::other)?;
                    for batch in short {
                        pieces.take(batch.map_err(io::Error::other)?);
                    }
                }
            }
        }
        Ok(pieces)
    }

    fn piece(&self, number: u64) -> PathBuf {
        self.folder.join(format!("{number:08}.parquet"))
    }

    /// Rows that do not fill a piece are kept in the cuts they came in, so that the finished file does not depend on
    /// interruptions.
    fn short(&self) -> PathBuf {
        self.folder.join("short.arrows")
    }

    fn take(&mut self, batch: RecordBatch) {
        self.rows += batch.num_rows();
        self.open.push(batch);
    }

    fn write_piece(&mut self) -> io::Result<()> {
        let file = File::create(self.piece(self.pieces))?;
        let mut writer = ArrowWriter::try_new(file, result_schema(), Some(properties())).map_err(io::Error::other)?;
        for batch in self.open.drain(..) {
            writer.write(&batch).map_err(io::Error::other)?;
        }
        self.rows = 0;
        writer.into_inner().map_err(io::Error::other)?.sync_data()?;
        self.pieces += 1;
        Ok(())
    }

    fn write_short(&self) -> io::Result<()> {
        let file = File::create(self.short())?;
        let mut writer = arrow_ipc::writer::StreamWriter::try_new(file, &result_schema()).map_err(io::Error::other)?;
        for batch in &self.open {
            writer.write(batch).map_err(io::Error::other)?;
        }
        writer.into_inner().map_err(io::Error::other)?.sync_data()
    }

    /// One file of all pieces: their column chunks are copied as they are.
    fn join(&self, to: &Path) -> io::Result<()> {
        let first = SerializedFileReader::new(File::open(self.piece(0))?).map_err(io::Error::other)?;
        let schema = first.metadata().file_metadata().schema_descr().root_schema_ptr();
        let about = first.metadata().file_metadata().key_value_metadata().cloned();
        let properties = Arc::new(WriterProperties::builder().set_created_by(CREATED_BY.to_owned()).set_key_value_metadata(about).build());
        let mut writer = SerializedFileWriter::new(File::create(to)?, schema, properties).map_err(io::Error::other)?;
        for number in 0..self.pieces {
            let file = File::open(self.piece(number))?;
            let reader = SerializedFileReader::new(file.try_clone()?).map_err(io::Error::other)?;
            for group in reader.metadata().row_groups() {
                let mut out = writer.next_row_group().map_err(io::Error::other)?;
                for column in group.columns() {
                    let chunk = ColumnCloseResult {
                        bytes_written: u64::try_from(column.compressed_size()).unwrap_or(0),
                        rows_written: u64::try_from(group.num_rows()).unwrap_or(0),
                        metadata: column.clone(),
                        bloom_filter: None,
                        column_index: None,
                        offset_index: None,
                    };
                    out.append_column(&file, chunk).map_err(io::Error::other)?;
                }
                out.close().map_err(io::Error::other)?;
            }
        }
        writer.into_inner().map_err(io::Error::other)?.sync_all()
    }
}

const CREATED_BY: &str = concat!("eichrecht ", env!("CARGO_PKG_VERSION"));

fn properties() -> WriterProperties {
    WriterProperties::builder()
        .set_created_by(CREATED_BY.to_owned())
        .set_compression(Compression::SNAPPY)
        .set_max_row_group_row_count(Some(2 * PIECE_ROWS))
        .build()
}

impl Sink for Pieces {
    fn write(&mut self, body: Body) -> io::Result<()> {
        let Body::Table(batch) = body else { return Err(io::Error::other("a text for a table")) };
        self.take(batch);
        Ok(())
    }

    fn is_due(&self) -> bool {
        self.rows >= PIECE_ROWS
    }

    fn save(&mut self, state: &mut State, last: bool) -> io::Result<()> {
        if self.is_due() {
            self.write_piece()?;
        }
        state.short_piece = last && !self.open.is_empty();
        if state.short_piece {
            self.write_short()?;
        }
        state.pieces = self.pieces;
        Ok(())
    }

    fn finish(mut self: Box<Self>, _: &mut State) -> io::Result<()> {
        if !self.open.is_empty() || self.pieces == 0 {
            self.write_piece()?;
        }
        let joined = with_ending(&self.folder, ".joined");
        self.join(&joined)?;
        fs::rename(&joined, &self.path)?;
        sync_folder(&self.path)?;
        // Away in one step: a folder with some of the pieces would be worse than none.
        let done = with_ending(&self.folder, ".done");
        fs::rename(&self.folder, &done)?;
        fs::remove_dir_all(&done)
    }
}
