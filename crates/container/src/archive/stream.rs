//! Compressed files: one content, no members. Several streams behind one another are one content.

use std::io::Read;

use bzip2::bufread::BzDecoder;
use eichrecht_model::Limits;
use flate2::bufread::GzDecoder;
use lzma_rust2::XzReader;
use ruzstd::decoding::StreamingDecoder;

use super::kind::Kind;
use super::unpack::{Budget, Fault, behind};

/// Memory a decompressor may take for what it has to look back at: 64 MiB, as for all that is unpacked.
const WINDOW: u32 = 64 << 20;

/// The content, and the number of bytes behind its end.
pub(super) fn unpack(kind: Kind, bytes: &[u8], limits: &Limits, budget: &mut Budget) -> Result<(Vec<u8>, usize), Fault> {
    match kind {
        Kind::Gzip => joined(kind, bytes, limits, budget, |rest| Box::new(GzDecoder::new(rest))),
        Kind::Bzip2 => joined(kind, bytes, limits, budget, |rest| Box::new(BzDecoder::new(rest))),
        Kind::Xz => budget.unpack(XzReader::new_mem_limit(bytes, true, WINDOW >> 10), bytes.len(), limits).map(|content| (content, 0)),
        Kind::Zstd => zstd(bytes, limits, budget).map(|content| (content, 0)),
        Kind::Zip | Kind::Tar => Err(Fault::Unsupported(String::new())),
    }
}

/// Streams one behind the other. What begins as none does not belong to the content.
fn joined(
    kind: Kind,
    bytes: &[u8],
    limits: &Limits,
    budget: &mut Budget,
    open: impl for<'r> Fn(&'r mut &[u8]) -> Box<dyn Read + 'r>,
) -> Result<(Vec<u8>, usize), Fault> {
    let mut rest = bytes;
    let mut unpacked = Vec::new();
    while kind.recognises(rest) {
        let part = budget.unpack(open(&mut rest), bytes.len(), limits)?;
        if unpacked.is_empty() {
            unpacked = part;
        } else {
            unpacked.extend(part);
        }
    }
    Ok((unpacked, behind(rest)))
}

/// Zstandard, RFC 8878: frames one behind the other, each with a checksum if it likes.
fn zstd(bytes: &[u8], limits: &Limits, budget: &mut Budget) -> Result<Vec<u8>, Fault> {
    let damaged = |error: String| Fault::Damaged(error);
    let mut rest = bytes;
    let mut unpacked = Vec::new();
    while !rest.is_empty() {
        let mut decoder =
            StreamingDecoder::new_with_max_window_size(&mut rest, u64::from(WINDOW)).map_err(|error| damaged(error.to_string()))?;
        let frame = budget.unpack(decoder.by_ref(), bytes.len(), limits)?;
        let frames = decoder.into_frame_decoder();
        let told = frames.get_checksum_from_data();
        if told.is_some() && told != frames.get_calculated_checksum() {
            return Err(damaged("checksum".to_owned()));
        }
        unpacked.extend(frame);
    }
    Ok(unpacked)
}
