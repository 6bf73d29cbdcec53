//! The kinds of archives and their marks.

use crate::carrier::CarrierInfo;

/// Kinds of archives and of compressed files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Zip,
    Tar,
    Gzip,
    Bzip2,
    Xz,
    Zstd,
}

impl Kind {
    pub(super) fn info(self) -> CarrierInfo {
        let (id, title, recognised_by) = match self {
            Self::Zip => ("zip", "ZIP archive", "the bytes `PK` with a known number behind them"),
            Self::Tar => ("tar", "TAR archive", "`ustar` at byte 257, or a header with a correct checksum"),
            Self::Gzip => ("gzip", "GZIP compressed file", "the bytes 1F 8B 08"),
            Self::Bzip2 => ("bzip2", "BZIP2 compressed file", "`BZh` and the mark of a block"),
            Self::Xz => ("xz", "XZ compressed file", "the bytes FD 37 7A 58 5A 00"),
            Self::Zstd => ("zstd", "Zstandard compressed file", "the bytes 28 B5 2F FD"),
        };
        CarrierInfo { id, title, recognised_by }
    }

    pub(super) fn recognises(self, bytes: &[u8]) -> bool {
        match self {
            Self::Zip => [b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"].iter().any(|mark| bytes.starts_with(*mark)),
            Self::Tar => is_tar(bytes),
            Self::Gzip => bytes.starts_with(b"\x1F\x8B\x08"),
            Self::Bzip2 => is_bzip2(bytes),
            Self::Xz => bytes.starts_with(b"\xFD7zXZ\x00"),
            Self::Zstd => bytes.starts_with(b"\x28\xB5\x2F\xFD"),
        }
    }
}

/// The first letters alone could be Base64: the mark of a block, or of the end where there is none, follows.
fn is_bzip2(bytes: &[u8]) -> bool {
    let mark = bytes.get(4..10);
    let level = bytes.get(3).is_some_and(|level| (b'1'..=b'9').contains(level));
    bytes.starts_with(b"BZh") && level && (mark == Some(b"\x31\x41\x59\x26\x53\x59") || mark == Some(b"\x17\x72\x45\x38\x50\x90"))
}

/// The newer form names itself. Of the old one only the checksum of its header tells, POSIX 1003.1 `pax`.
fn is_tar(bytes: &[u8]) -> bool {
    let Some(header) = bytes.get(..512) else { return false };
    header.get(257..262) == Some(b"ustar") || (header.first() != Some(&0) && checksum(header).is_some_and(|sum| Some(sum) == told(header)))
}

/// Sum of the header's bytes, with blanks in place of the checksum.
fn checksum(header: &[u8]) -> Option<u32> {
    let sum = |part: &[u8]| part.iter().map(|byte| u32::from(*byte)).sum::<u32>();
    Some(sum(header.get(..148)?) + 8 * u32::from(b' ') + sum(header.get(156..)?))
}

fn told(header: &[u8]) -> Option<u32> {
    let field = header.get(148..156)?;
    let text = std::str::from_utf8(field).ok()?;
    u32::from_str_radix(text.trim_matches(['\0', ' ']), 8).ok()
}
