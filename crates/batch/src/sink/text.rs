//! Text: to standard output as it comes, or to a file that gets its name when it is complete.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::{Body, Sink, part_path};
use crate::journal::{State, sync_folder};

/// Standard output.
pub(super) struct Stream;

impl Stream {
    pub(super) fn new(header: &[u8]) -> io::Result<Self> {
        io::stdout().lock().write_all(header)?;
        Ok(Self)
    }
}

impl Sink for Stream {
    fn write(&mut self, body: Body) -> io::Result<()> {
        let Body::Text(text) = body else { return Err(io::Error::other("a table for a text")) };
        let mut out = io::stdout().lock();
        out.write_all(&text)?;
        out.flush()
    }

    fn is_due(&self) -> bool {
        false
    }

    fn save(&mut self, _: &mut State, _: bool) -> io::Result<()> {
        Ok(())
    }

    fn finish(self: Box<Self>, _: &mut State) -> io::Result<()> {
        Ok(())
    }
}

/// A file beside the result, which becomes it at the end.
pub(super) struct PartFile {
    file: File,
    part: PathBuf,
    path: PathBuf,
    bytes: u64,
    saved: Instant,
    save_every: Duration,
}

impl PartFile {
    pub(super) fn open(path: &Path, header: &[u8], save_every: Duration, state: Option<&State>) -> io::Result<Self> {
        let part = part_path(path);
        let (mut file, bytes) = match state {
            None => (OpenOptions::new().write(true).create_new(true).open(&part)?, 0),
            Some(state) => {
                let file = OpenOptions::new().write(true).open(&part)?;
                if file.metadata()?.len() < state.bytes {
                    return Err(io::Error::new(io::ErrorKind::InvalidData, "the unfinished output is shorter than it should be"));
                }
                // What was written behind the last save may be cut in the middle of a row.
                file.set_len(state.bytes)?;
                (file, state.bytes)
            }
        };
        file.seek(SeekFrom::Start(bytes))?;
        let mut part = Self { file, part, path: path.to_owned(), bytes, saved: Instant::now(), save_every };
        if bytes == 0 {
            part.append(header)?;
        }
        Ok(part)
    }

    fn append(&mut self, text: &[u8]) -> io::Result<()> {
        self.file.write_all(text)?;
        self.bytes += u64::try_from(text.len()).unwrap_or(0);
        Ok(())
    }
}

impl Sink for PartFile {
    fn write(&mut self, body: Body) -> io::Result<()> {
        let Body::Text(text) = body else { return Err(io::Error::other("a table for a text")) };
        self.append(&text)
    }

    fn is_due(&self) -> bool {
        self.saved.elapsed() >= self.save_every
    }

    fn save(&mut self, state: &mut State, _: bool) -> io::Result<()> {
        self.file.sync_data()?;
        self.saved = Instant::now();
        state.bytes = self.bytes;
        Ok(())
    }

    fn finish(self: Box<Self>, _: &mut State) -> io::Result<()> {
        self.file.sync_all()?;
        fs::rename(&self.part, &self.path)?;
        sync_folder(&self.path)
    }
}
