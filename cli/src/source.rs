//! Reading inputs: never more than the limit, and a failure is a result like any other.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use eichrecht::model::{LimitName, ReadErrorKind};
use eichrecht::{Input, Refused};

/// Standard input on the command line.
pub(crate) const STDIN: &str = "-";

/// The input an argument names: a file, `-`, or data pasted as the argument itself.
pub(crate) fn input(argument: &OsStr, limit: usize) -> Input {
    let name = argument.to_string_lossy().into_owned();
    if argument == STDIN {
        return finish(name, bounded(io::stdin().lock(), 0, limit));
    }
    if is_pasted(argument) {
        return Input::new("(text)", name.into_bytes());
    }
    finish(name, file(Path::new(argument), limit))
}

fn finish(name: String, bytes: Result<Vec<u8>, Refused>) -> Input {
    match bytes {
        Ok(bytes) => Input::new(name, bytes),
        Err(refused) => Input::refused(name, refused),
    }
}

/// Whether an argument is data and no file name: there is no such file, and it holds characters that
/// signed data begins or is divided with.
fn is_pasted(argument: &OsStr) -> bool {
    argument.to_str().is_some_and(|text| text.contains(['|', '<', '{', '\n'])) && !Path::new(argument).exists()
}

/// The content of a file of at most `limit` bytes.
pub(crate) fn file(path: &Path, limit: usize) -> Result<Vec<u8>, Refused> {
    let opened = File::open(path).and_then(|file| Ok((file.metadata()?, file)));
    let (metadata, file) = opened.map_err(|error| unreadable(0, &error))?;
    if metadata.is_dir() {
        return Err(Refused { kind: ReadErrorKind::InputUnreadable, size: 0, detail: "is a directory".to_owned() });
    }
    if metadata.len() > size(limit) {
        return Err(too_large(metadata.len()));
    }
    bounded(file, metadata.len(), limit)
}

/// All a reader gives, refused as soon as it gives more than `limit` bytes.
pub(crate) fn bounded(reader: impl Read, expected: u64, limit: usize) -> Result<Vec<u8>, Refused> {
    // The size a file claims is only a hint, and `file` has bounded it.
    let mut bytes = Vec::with_capacity(usize::try_from(expected).unwrap_or(0));
    let result = reader.take(size(limit).saturating_add(1)).read_to_end(&mut bytes);
    result.map_err(|error| unreadable(size(bytes.len()), &error))?;
    if bytes.len() > limit { Err(too_large(size(bytes.len()))) } else { Ok(bytes) }
}

fn unreadable(size: u64, error: &io::Error) -> Refused {
    // Without the number of the operating system, which tells a reader nothing.
    let text = error.to_string();
    let detail = text.split(" (os error").next().unwrap_or_default().to_owned();
    Refused { kind: ReadErrorKind::InputUnreadable, size, detail }
}

fn too_large(size: u64) -> Refused {
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
        let refused = file(Path::new(env!("CARGO_MANIFEST_DIR")), 1000).unwrap_err();
        assert_eq!((refused.kind, refused.detail.as_str()), (ReadErrorKind::InputUnreadable, "is a directory"));
        let missing = file(Path::new("there is no such file"), 1000).unwrap_err();
        assert_eq!(missing.kind, ReadErrorKind::InputUnreadable);
        assert!(!missing.detail.is_empty() && !missing.detail.contains("os error"), "{}", missing.detail);
    }

    #[test]
    fn data_is_told_from_file_names() {
        assert!(is_pasted(OsStr::new("OCMF|{}|{}")));
        assert!(is_pasted(OsStr::new("<values/>")));
        assert!(!is_pasted(OsStr::new("missing.xml")));
        assert!(!is_pasted(OsStr::new("Cargo.toml")));
    }
}
