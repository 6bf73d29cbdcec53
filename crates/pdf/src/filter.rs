//! Undoing the filters of a stream, ISO 32000-2, 7.4. Everything that comes out is counted.

use std::io::{ErrorKind, Read};

use flate2::read::ZlibDecoder;
use weezl::BitOrder;

use crate::object::{Dictionary, Object};
use crate::parse::hex;
use crate::{Bounds, Problem};

/// Size from which on the ratio is looked at: small texts of one letter are no attack.
const RATIO_FROM: usize = 1 << 20;

const BROKEN: Problem = Problem::Damaged("a compressed stream");

/// What undoing filters has cost so far.
pub(crate) struct Filters {
    bounds: Bounds,
    pub(crate) unpacked: usize,
}

impl Filters {
    /// Filters on one stream.
    pub(crate) const MOST: usize = 8;

    pub(crate) fn new(bounds: Bounds) -> Self {
        Self { bounds, unpacked: 0 }
    }

    pub(crate) fn undo(&mut self, names: &[Object], parameters: &[Object], bytes: &[u8]) -> Result<Vec<u8>, Problem> {
        if names.len() > Self::MOST {
            return Err(Problem::Filter);
        }
        let mut content: Option<Vec<u8>> = None;
        for (index, name) in names.iter().enumerate() {
            let Object::Name(name) = name else { return Err(BROKEN) };
            let parameters = match parameters.get(index) {
                Some(Object::Dictionary(parameters)) => parameters,
                _ => &Dictionary::default(),
            };
            content = Some(self.undo_one(name, parameters, content.as_deref().unwrap_or(bytes))?);
        }
        match content {
            Some(content) => Ok(content),
            None => self.all(bytes, bytes.len()),
        }
    }

    fn undo_one(&mut self, name: &[u8], parameters: &Dictionary, bytes: &[u8]) -> Result<Vec<u8>, Problem> {
        match name {
            b"FlateDecode" | b"Fl" => {
                let content = self.all(ZlibDecoder::new(bytes), bytes.len())?;
                unpredicted(content, parameters)
            }
            b"LZWDecode" | b"LZW" => {
                let early = parameters.get(b"EarlyChange").and_then(Object::integer) != Some(0);
                let content = self.lzw(bytes, early)?;
                unpredicted(content, parameters)
            }
            b"ASCIIHexDecode" | b"AHx" => self.all(hex_digits(bytes)?.as_slice(), bytes.len()),
            b"ASCII85Decode" | b"A85" => self.all(base85(bytes)?.as_slice(), bytes.len()),
            b"RunLengthDecode" | b"RL" => self.all(RunLength { rest: bytes, run: None }, bytes.len()),
            _ => Err(Problem::Filter),
        }
    }

    /// All that comes out of a reader.
    fn all(&mut self, mut from: impl Read, packed: usize) -> Result<Vec<u8>, Problem> {
        let mut content = Vec::new();
        let mut buffer = vec![0; 1 << 15];
        loop {
            match from.read(&mut buffer) {
                Ok(0) => return Ok(content),
                Ok(count) => self.take(buffer.get(..count).unwrap_or_default(), packed, &mut content)?,
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(_) => return Err(BROKEN),
            }
        }
    }

    fn take(&mut self, bytes: &[u8], packed: usize, content: &mut Vec<u8>) -> Result<(), Problem> {
        self.unpacked = self.unpacked.saturating_add(bytes.len());
        if self.unpacked > self.bounds.unpacked_bytes {
            return Err(Problem::TooManyBytes);
        }
        content.extend_from_slice(bytes);
        if content.len() > packed.saturating_mul(self.bounds.ratio).max(RATIO_FROM) {
            return Err(Problem::Ratio);
        }
        Ok(())
    }

    fn lzw(&mut self, mut bytes: &[u8], early: bool) -> Result<Vec<u8>, Problem> {
        use weezl::decode::Decoder;
        let mut decoder = if early { Decoder::with_tiff_size_switch(BitOrder::Msb, 8) } else { Decoder::new(BitOrder::Msb, 8) };
        let packed = bytes.len();
        let mut content = Vec::new();
        let mut buffer = vec![0; 1 << 15];
        loop {
            let step = decoder.decode_bytes(bytes, &mut buffer);
            self.take(buffer.get(..step.consumed_out).unwrap_or_default(), packed, &mut content)?;
            bytes = bytes.get(step.consumed_in..).unwrap_or_default();
            match step.status {
                Ok(weezl::LzwStatus::Done) => return Ok(content),
                Ok(weezl::LzwStatus::Ok) => {}
                // The mark of the end may be missing.
                Ok(weezl::LzwStatus::NoProgress) if bytes.is_empty() => return Ok(content),
                Ok(weezl::LzwStatus::NoProgress) | Err(_) => return Err(BROKEN),
            }
        }
    }
}

fn hex_digits(bytes: &[u8]) -> Result<Vec<u8>, Problem> {
    let digits = bytes.iter().take_while(|byte| **byte != b'>').filter(|byte| !byte.is_ascii_whitespace() && **byte != 0);
    let digits: Vec<u8> = digits.map(|byte| hex(*byte)).collect::<Option<_>>().ok_or(BROKEN)?;
    Ok(digits.chunks(2).map(|pair| pair.first().copied().unwrap_or(0) << 4 | pair.get(1).copied().unwrap_or(0)).collect())
}

/// ISO 32000-2, 7.4.3.
fn base85(bytes: &[u8]) -> Result<Vec<u8>, Problem> {
    let mut out = Vec::with_capacity(bytes.len() / 5 * 4);
    let mut group: Vec<u8> = Vec::with_capacity(5);
    for byte in bytes.iter().copied().filter(|byte| !byte.is_ascii_whitespace() && *byte != 0) {
        match byte {
            b'~' => break,
            b'z' if group.is_empty() => out.extend([0; 4]),
            b'!'..=b'u' => {
                group.push(byte - b'!');
                if group.len() == 5 {
                    out.extend(word(&group)?);
                    group.clear();
                }
            }
            _ => return Err(BROKEN),
        }
    }
    match group.len() {
        0 => {}
        1 => return Err(BROKEN),
        length => {
            group.resize(5, 84);
            out.extend(word(&group)?.into_iter().take(length - 1));
        }
    }
    Ok(out)
}

fn word(group: &[u8]) -> Result<[u8; 4], Problem> {
    let number = group.iter().fold(0_u64, |number, digit| number * 85 + u64::from(*digit));
    Ok(u32::try_from(number).map_err(|_| BROKEN)?.to_be_bytes())
}

/// ISO 32000-2, 7.4.5.
struct RunLength<'a> {
    rest: &'a [u8],
    /// A byte that is to be repeated, and how often still.
    run: Option<(u8, usize)>,
}

impl Read for RunLength<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let mut filled = 0;
        while let Some(free) = buffer.get_mut(filled..).filter(|free| free.len() >= 128) {
            if let Some((byte, times)) = self.run.take() {
                free.iter_mut().take(times).for_each(|place| *place = byte);
                filled += times;
                continue;
            }
            match self.rest {
                [] | [128, ..] => break,
                [length @ 0..=127, rest @ ..] => {
                    let length = usize::from(*length) + 1;
                    let (literal, rest) = rest.split_at_checked(length).ok_or(ErrorKind::UnexpectedEof)?;
                    free.iter_mut().zip(literal).for_each(|(place, byte)| *place = *byte);
                    filled += length;
                    self.rest = rest;
                }
                [length, byte, rest @ ..] => {
                    self.run = Some((*byte, 257 - usize::from(*length)));
                    self.rest = rest;
                }
                [_] => return Err(ErrorKind::UnexpectedEof.into()),
            }
        }
        Ok(filled)
    }
}

/// Undoes a predictor, ISO 32000-2, 7.4.4.4. Lists of objects are nearly always stored so.
fn unpredicted(content: Vec<u8>, parameters: &Dictionary) -> Result<Vec<u8>, Problem> {
    let number = |key: &[u8], otherwise: usize| parameters.get(key).map_or(Some(otherwise), Object::integer).ok_or(BROKEN);
    let predictor = number(b"Predictor", 1)?;
    if predictor <= 1 {
        return Ok(content);
    }
    let (colours, bits, columns) = (number(b"Colors", 1)?, number(b"BitsPerComponent", 8)?, number(b"Columns", 1)?);
    if bits != 8 || colours == 0 || colours > 64 || columns == 0 || columns > 1 << 20 {
        return Err(Problem::Filter);
    }
    let width = colours * columns;
    if predictor == 2 {
        return Ok(content.chunks(width).flat_map(|row| add_left(row, colours)).collect());
    }
    let mut out: Vec<u8> = Vec::with_capacity(content.len());
    let mut above = vec![0_u8; width];
    for row in content.chunks(width + 1) {
        let Some((kind, row)) = row.split_first() else { break };
        let mut line: Vec<u8> = Vec::with_capacity(width);
        for (index, byte) in row.iter().enumerate() {
            let before = index.checked_sub(colours);
            let left = before.and_then(|at| line.get(at).copied()).unwrap_or(0);
            let up = above.get(index).copied().unwrap_or(0);
            let corner = before.and_then(|at| above.get(at).copied()).unwrap_or(0);
            let guess = match kind {
                0 => 0,
                1 => left,
                2 => up,
                3 => left.midpoint(up),
                4 => paeth(left, up, corner),
                _ => return Err(BROKEN),
            };
            line.push(byte.wrapping_add(guess));
        }
        out.extend_from_slice(&line);
        line.resize(width, 0);
        above = line;
    }
    Ok(out)
}

fn add_left(row: &[u8], colours: usize) -> Vec<u8> {
    let mut line: Vec<u8> = Vec::with_capacity(row.len());
    for (index, byte) in row.iter().enumerate() {
        let left = index.checked_sub(colours).and_then(|at| line.get(at).copied()).unwrap_or(0);
        line.push(byte.wrapping_add(left));
    }
    line
}

/// PNG, 9.4.
fn paeth(left: u8, up: u8, corner: u8) -> u8 {
    let estimate = i16::from(left) + i16::from(up) - i16::from(corner);
    let distance = |value: u8| (estimate - i16::from(value)).abs();
    if distance(left) <= distance(up) && distance(left) <= distance(corner) {
        left
    } else if distance(up) <= distance(corner) {
        up
    } else {
        corner
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn undo(name: &[u8], bytes: &[u8]) -> Result<Vec<u8>, Problem> {
        let bounds = Bounds { objects: 10, unpacked_bytes: 8 << 20, ratio: 200, attachments: 1 };
        Filters::new(bounds).undo(&[Object::Name(name.to_vec())], &[], bytes)
    }

    fn zlib(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn every_filter_gives_back_what_went_in() {
        let text = b"OCMF|{}|{}, and OCMF|{}|{} again".repeat(100);
        assert_eq!(undo(b"FlateDecode", &zlib(&text)).unwrap(), text);
        let lzw = weezl::encode::Encoder::with_tiff_size_switch(BitOrder::Msb, 8).encode(&text).unwrap();
        assert_eq!(undo(b"LZWDecode", &lzw).unwrap(), text);
        assert_eq!(undo(b"ASCIIHexDecode", b"4F 43\n4d46>rest").unwrap(), b"OCMF");
        assert_eq!(undo(b"ASCII85Decode", b"87cURD]i,\"Ebo80~>").unwrap(), b"Hello World!");
        assert_eq!(undo(b"ASCII85Decode", b"z9j~>").unwrap(), b"\0\0\0\0M");
        assert_eq!(undo(b"RunLengthDecode", b"\x02abc\xFEx\x80rest").unwrap(), b"abcxxx");
        assert_eq!(undo(b"DCTDecode", b"x"), Err(Problem::Filter));
        for (name, bytes) in [(&b"FlateDecode"[..], &b"abc"[..]), (b"ASCII85Decode", b"v"), (b"RunLengthDecode", b"\x05a"), (b"AHx", b"x")]
        {
            assert_eq!(undo(name, bytes), Err(BROKEN), "{name:?}");
        }
    }

    #[test]
    fn what_comes_out_is_bounded() {
        assert_eq!(undo(b"FlateDecode", &zlib(&vec![0; 2 << 20])), Err(Problem::Ratio));
        let noise: Vec<u8> = (0..9_u32 << 20).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        assert_eq!(undo(b"FlateDecode", &zlib(&noise)), Err(Problem::TooManyBytes));
        // A bomb in a bomb: the first layer is small enough, the second is counted against the first.
        let names = [Object::Name(b"FlateDecode".to_vec()), Object::Name(b"FlateDecode".to_vec())];
        let bounds = Bounds { objects: 10, unpacked_bytes: 8 << 20, ratio: 200, attachments: 1 };
        let twice = zlib(&zlib(&vec![0; 64 << 20]));
        assert_eq!(Filters::new(bounds).undo(&names, &[], &twice), Err(Problem::TooManyBytes));
    }

    #[test]
    fn predictors_are_undone() {
        let parameters = |predictor: i64, columns: i64| {
            Dictionary(vec![(b"Predictor".to_vec(), Object::Integer(predictor)), (b"Columns".to_vec(), Object::Integer(columns))])
        };
        let rows = vec![0, 1, 2, 3, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 1, 1, 4, 1, 1, 1];
        let plain = [1, 2, 3, 1, 2, 3, 2, 3, 4, 2, 3, 4, 3, 4, 5];
        assert_eq!(unpredicted(rows, &parameters(12, 3)).unwrap(), plain);
        assert_eq!(unpredicted(vec![1, 1, 1, 5, 1, 1], &parameters(2, 3)).unwrap(), [1, 2, 3, 5, 6, 7]);
        assert_eq!(unpredicted(vec![9, 1], &parameters(12, 1)), Err(BROKEN));
        assert_eq!(unpredicted(vec![0, 1], &parameters(12, 1 << 40)), Err(Problem::Filter));
    }
}
