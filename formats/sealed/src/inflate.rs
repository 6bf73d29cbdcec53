//! Unpacking a bare deflate stream (RFC 1951) within bounds.

use eichrecht_model::{LimitName, SealProblem};
use flate2::{Decompress, FlushDecompress, Status};

/// Bytes that are unpacked at a time.
const STEP: usize = 16 << 10;

/// The content of a stream that ends with the last byte and gives at most `most` bytes.
pub(crate) fn inflate(packed: &[u8], most: usize) -> Result<Vec<u8>, SealProblem> {
    let mut stream = Decompress::new(false);
    let mut content = Vec::new();
    let mut step = vec![0; STEP];
    let done = |count: u64| usize::try_from(count).map_err(|_| SealProblem::Inflate);
    loop {
        let (read, written) = (done(stream.total_in())?, done(stream.total_out())?);
        let rest = packed.get(read..).unwrap_or_default();
        let status = stream.decompress(rest, &mut step, FlushDecompress::None).map_err(|_| SealProblem::Inflate)?;
        let fresh = done(stream.total_out())?.saturating_sub(written);
        content.extend_from_slice(step.get(..fresh).unwrap_or_default());
        if content.len() > most {
            return Err(SealProblem::Limit(LimitName::RecordBytes));
        }
        let read_now = done(stream.total_in())?;
        match status {
            Status::StreamEnd if read_now == packed.len() => return Ok(content),
            Status::StreamEnd => return Err(SealProblem::Inflate),
            // Neither read nor written: it ends in the middle.
            _ if fresh == 0 && read_now == read => return Err(SealProblem::Inflate),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    fn deflate(content: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(content).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn streams_are_unpacked_whole_and_exactly() {
        for length in [0, 1, 1000, STEP, STEP + 1, 5 * STEP] {
            let content: Vec<u8> = (0..length).map(|at| u8::try_from(at * at % 251).unwrap()).collect();
            let packed = deflate(&content);
            assert_eq!(inflate(&packed, length), Ok(content), "{length}");
            assert_eq!(inflate(&[packed.as_slice(), &[0]].concat(), length), Err(SealProblem::Inflate), "{length} and a byte more");
            assert_eq!(inflate(&packed[..packed.len() - 1], length), Err(SealProblem::Inflate), "{length} and a byte less");
        }
        assert_eq!(inflate(&[], 10), Err(SealProblem::Inflate));
        assert_eq!(inflate(&[0xff; 40], 10), Err(SealProblem::Inflate));
    }

    #[test]
    fn a_bomb_ends_at_the_limit() {
        let packed = deflate(&vec![0; 8 << 20]);
        assert!(packed.len() < 10_000);
        assert_eq!(inflate(&packed, 1 << 20), Err(SealProblem::Limit(LimitName::RecordBytes)));
    }
}
