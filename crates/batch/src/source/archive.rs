//! Archives, read member by member: each member is an input, tables in them are tables.

use std::fs::File;
use std::io::{BufReader, Read};
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use eichrecht::model::LimitName;

use super::{Feed, Form, stream, told};
use crate::item::{Item, Unread};

/// Reads a TAR stream.
pub(crate) fn tar(input: &Arc<str>, reader: impl Read, feed: &mut Feed<'_>) -> ControlFlow<()> {
    let mut archive = tar::Archive::new(reader);
    let entries = match archive.entries() {
        Ok(entries) => entries,
        Err(error) => return feed.item(Item::unread(input, None, Unread::input(told(&error)))),
    };
    let mut position = 0;
    for entry in entries {
        position += 1;
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => return feed.item(Item::unread(input, Some(position), Unread::input(told(&error)))),
        };
        if entry.header().entry_type().is_file() {
            let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
            member(input, &name, Box::new(entry), feed)?;
        }
    }
    ControlFlow::Continue(())
}

/// Reads a ZIP file.
pub(crate) fn zip(input: &Arc<str>, file: File, read: &Arc<AtomicU64>, feed: &mut Feed<'_>) -> ControlFlow<()> {
    let size = file.metadata().map_or(0, |metadata| metadata.len());
    let before = read.load(Ordering::Relaxed);
    let mut archive = match zip::ZipArchive::new(BufReader::new(file)) {
        Ok(archive) => archive,
        Err(error) => return feed.item(Item::unread(input, None, Unread::input(told(&error)))),
    };
    let count = archive.len();
    for index in 0..count {
        let position = u64::try_from(index + 1).unwrap_or(u64::MAX);
        match archive.by_index(index) {
            Ok(entry) if entry.is_file() => {
                let name = String::from_utf8_lossy(entry.name_raw()).into_owned();
                member(input, &name, Box::new(entry), feed)?;
            }
            Ok(_) => {}
            Err(error) => feed.item(Item::unread(input, Some(position), Unread::input(told(&error))))?,
        }
        let total = u64::try_from(count).unwrap_or(1).max(1);
        read.store(before + size.saturating_mul(position) / total, Ordering::Relaxed);
    }
    read.store(before + size, Ordering::Relaxed);
    ControlFlow::Continue(())
}

fn member<'r>(input: &Arc<str>, name: &str, reader: Box<dyn Read + 'r>, feed: &mut Feed<'_>) -> ControlFlow<()> {
    let inner: Arc<str> = Arc::from(format!("{input} > {name}"));
    if feed.depth >= feed.bounds.depth {
        return feed.item(Item::unread(&inner, None, Unread::limit(LimitName::ArchiveDepth)));
    }
    feed.depth += 1;
    let outcome = stream(&inner, Form::Auto, &name.to_ascii_lowercase(), reader, feed);
    feed.depth -= 1;
    outcome
}

#[cfg(test)]
mod tests {
    use super::super::{Bounds, Chunk};
    use super::*;
    use crate::Columns;

    fn packed(name: &str, content: &[u8]) -> Vec<u8> {
        let mut archive = ::tar::Builder::new(Vec::new());
        let mut header = ::tar::Header::new_gnu();
        header.set_size(u64::try_from(content.len()).unwrap());
        header.set_cksum();
        archive.append_data(&mut header, name, content).unwrap();
        archive.into_inner().unwrap()
    }

    #[test]
    fn archives_in_archives_are_opened_so_far_and_no_further() {
        let columns = Columns::default();
        for (levels, expected) in [(2, Ok(vec![b"x".to_vec()])), (3, Err(Unread::limit(LimitName::ArchiveDepth)))] {
            let mut found = Vec::new();
            let mut emit = |chunk: Chunk| {
                found.extend(chunk.into_items(&columns));
                ControlFlow::Continue(())
            };
            let mut feed = Feed::new(&mut emit, Bounds { input_bytes: 100, row_bytes: 100, depth: 2 }, &columns);
            let archive = (1..levels).fold(packed("one.ocmf", b"x"), |inner, _| packed("in.tar", &inner));
            assert!(tar(&Arc::from("t"), archive.as_slice(), &mut feed).is_continue());
            assert!(feed.flush().is_continue());
            assert_eq!(found.len(), 1);
            assert_eq!(found[0].payload, expected);
        }
    }
}
