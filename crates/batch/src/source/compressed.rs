//! Compressed streams, opened while they are read.

use std::io::{self, BufRead, BufReader, Read};

/// Bytes at the begin of a stream that tell what it is.
const HEAD: usize = 4096;

/// How a stream is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Packing {
    Gzip,
    Bzip2,
    Xz,
    Zstd,
}

impl Packing {
    pub(crate) fn of(head: &[u8]) -> Option<Self> {
        let marks: [(&[u8], Self); 4] =
            [(b"\x1F\x8B\x08", Self::Gzip), (b"BZh", Self::Bzip2), (b"\xFD7zXZ\x00", Self::Xz), (b"\x28\xB5\x2F\xFD", Self::Zstd)];
        let (_, packing) = marks.into_iter().find(|(mark, _)| head.starts_with(mark))?;
        // The first letters of bzip2 alone could begin a text.
        (packing != Self::Bzip2 || head.get(4..10) == Some(b"\x31\x41\x59\x26\x53\x59")).then_some(packing)
    }

    /// The stream behind the packing. Several packed streams one behind the other are one.
    pub(crate) fn unpack<'r>(self, reader: BufReader<Box<dyn Read + 'r>>) -> io::Result<Box<dyn Read + 'r>> {
        Ok(match self {
            Self::Gzip => Box::new(flate2::bufread::MultiGzDecoder::new(reader)),
            Self::Bzip2 => Box::new(bzip2::bufread::MultiBzDecoder::new(reader)),
            Self::Xz => Box::new(lzma_rust2::XzReader::new(reader, true)),
            Self::Zstd => Box::new(Frames { inner: None, rest: Some(reader) }),
        })
    }
}

/// The name without the ending of a packing: `night.csv.gz` is `night.csv`.
pub(crate) fn inner_name(name: &str) -> &str {
    [".gz", ".gzip", ".bz2", ".xz", ".zst", ".zstd"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name)
}

/// The first bytes of a stream, which stay in it. Fewer only when it is shorter.
pub(crate) fn peek<R: Read>(reader: &mut BufReader<R>) -> io::Result<Vec<u8>> {
    // One call may give less than there is; what a pipe delivers in pieces is enough to tell by.
    let head = reader.fill_buf()?;
    Ok(head.get(..head.len().min(HEAD)).unwrap_or_default().to_vec())
}

/// Zstandard frames, one behind the other.
struct Frames<R: Read> {
    inner: Option<ruzstd::decoding::StreamingDecoder<BufReader<R>, ruzstd::decoding::FrameDecoder>>,
    rest: Option<BufReader<R>>,
}

impl<R: Read> Read for Frames<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            if let Some(frame) = &mut self.inner {
                let read = frame.read(buffer)?;
                if read > 0 || buffer.is_empty() {
                    return Ok(read);
                }
                self.rest = self.inner.take().map(ruzstd::decoding::StreamingDecoder::into_inner);
            }
            let Some(mut rest) = self.rest.take() else { return Ok(0) };
            if rest.fill_buf()?.is_empty() {
                return Ok(0);
            }
            let frame = ruzstd::decoding::StreamingDecoder::new(rest)
                .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error.to_string()))?;
            self.inner = Some(frame);
        }
    }
}
