//! Files: never more is read than the limit, and what is written is there as a whole or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::Path;

use eichrecht::Refused;
use eichrecht::model::{LimitName, ReadErrorKind};
use sha2::{Digest, Sha256};
use tempfile::Builder;

/// The content of a file of at most `limit` bytes.
///
/// # Errors
/// Why it was not read: not there, a directory, longer than the limit.
pub fn read(path: &Path, limit: usize) -> Result<Vec<u8>, Refused> {
    let opened = File::open(path).and_then(|file| Ok((file.metadata()?, file)));
    let (metadata, file) = opened.map_err(|error| unreadable(0, &error))?;
    if metadata.is_dir() {
        return Err(refused("is a directory"));
    }
    if metadata.len() > size(limit) {
        return Err(too_large(metadata.len()));
    }
    bounded(file, metadata.len(), limit)
}

/// As [`read`], of an ordinary file only: opening a pipe or a device may keep a reader waiting for ever.
///
/// # Errors
/// As [`read`], and that it is no ordinary file.
pub fn read_ordinary(path: &Path, limit: usize) -> Result<Vec<u8>, Refused> {
    let metadata = fs::metadata(path).map_err(|error| unreadable(0, &error))?;
    if metadata.is_file() || metadata.is_dir() { read(path, limit) } else { Err(refused("is no ordinary file")) }
}

/// All a reader gives, refused as soon as it gives more than `limit` bytes. `expected` is only a hint.
///
/// # Errors
/// Why it was not read to its end.
pub fn bounded(reader: impl Read, expected: u64, limit: usize) -> Result<Vec<u8>, Refused> {
    let mut bytes = Vec::with_capacity(usize::try_from(expected).unwrap_or(0).min(limit));
    let result = reader.take(size(limit).saturating_add(1)).read_to_end(&mut bytes);
    result.map_err(|error| unreadable(size(bytes.len()), &error))?;
    if bytes.len() > limit { Err(too_large(size(bytes.len()))) } else { Ok(bytes) }
}

/// Writes a file beside its final place and moves it there, so that no half of it is ever taken for one and the one it
/// replaces stays until then. A link stays a link; what is no ordinary file, like a pipe, is written as it is.
///
/// # Errors
/// Those of the operating system; then nothing was replaced.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if fs::metadata(&path).is_ok_and(|there| !there.is_file()) {
        return OpenOptions::new().write(true).open(&path)?.write_all(bytes);
    }
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut builder = Builder::new();
    // Temporary files are for their owner's eyes; this one becomes an ordinary file, as the user's mask wants it.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.prefix(".eichrecht-").tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(&path).map_err(|error| error.error)?;
    Ok(())
}

/// SHA-256 of the running program's own file, hex, if it can be read.
#[must_use]
pub fn own_hash() -> Option<String> {
    let mut file = File::open(std::env::current_exe().ok()?).ok()?;
    let (mut hash, mut piece) = (Sha256::new(), vec![0; 1 << 16]);
    loop {
        match file.read(&mut piece).ok()? {
            0 => return Some(hex::encode(hash.finalize())),
            count => hash.update(piece.get(..count)?),
        }
    }
}

fn refused(detail: &str) -> Refused {
    Refused { kind: ReadErrorKind::InputUnreadable, size: 0, detail: detail.to_owned() }
}

/// An input that the system does not give; `size` in bytes, as far as read.
#[must_use]
pub fn unreadable(size: u64, error: &io::Error) -> Refused {
    // Without the number of the operating system, which tells a reader nothing.
    let text = error.to_string();
    let detail = text.split(" (os error").next().unwrap_or_default().to_owned();
    Refused { kind: ReadErrorKind::InputUnreadable, size, detail }
}

/// An input of `size` bytes, which are more than the limit.
#[must_use]
pub fn too_large(size: u64) -> Refused {
    Refused { kind: ReadErrorKind::Limit(LimitName::InputBytes), size, detail: String::new() }
}

fn size(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_is_not_read_beyond_the_limit() {
        assert_eq!(bounded(&b"12345"[..], 0, 5).unwrap(), b"12345");
        let refused = bounded(io::repeat(b'x'), 0, 1000).unwrap_err();
        assert_eq!((refused.kind, refused.size), (ReadErrorKind::Limit(LimitName::InputBytes), 1001));
    }

    #[test]
    fn directories_and_missing_files_are_refused_with_a_reason() {
        for read in [read, read_ordinary] {
            let refused = read(Path::new(env!("CARGO_MANIFEST_DIR")), 1000).unwrap_err();
            assert_eq!((refused.kind, refused.detail.as_str()), (ReadErrorKind::InputUnreadable, "is a directory"));
            let missing = read(Path::new("there is no such file"), 1000).unwrap_err();
            assert_eq!(missing.kind, ReadErrorKind::InputUnreadable);
            assert!(!missing.detail.is_empty() && !missing.detail.contains("os error"), "{}", missing.detail);
        }
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn a_device_is_no_ordinary_file() {
        assert_eq!(read_ordinary(Path::new("/dev/zero"), 1000).unwrap_err().detail, "is no ordinary file");
    }

    #[test]
    fn a_file_is_replaced_as_a_whole_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.json");
        replace(&path, b"first").unwrap();
        replace(&path, b"second").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "second");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        assert!(replace(&folder.path().join("no such folder/report.json"), b"x").is_err());
    }
}
