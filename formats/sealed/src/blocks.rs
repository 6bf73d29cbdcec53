//! The blocks inside: from opened bytes to the content.

use eichrecht_model::SealProblem;

/// First bytes of the header block of version 1.
const MAGIC_ONE: [u8; 8] = [0x3e, 0x7a, 0xb1, 0x70, 0x5a, 0xfe, 0xe4, 0x10];
/// What stands in front of the blocks of version 2.
const PREFIX_TWO: [u8; 2] = [0x3e, 0x7a];
/// First bytes of each block of version 2.
const MAGIC_TWO: [u8; 16] = [0x3e, 0x7a, 0xb1, 0x70, 0x5a, 0xfe, 0xe4, 0x21, 0xea, 0x41, 0x94, 0xe4, 0x04, 0x07, 0x07, 0xea];
/// Bytes of a block of version 2.
const BLOCK_TWO: usize = 256;

/// The content of version 1. A header block tells a nonce and the length; each further block begins with a counter that
/// starts behind the nonce and wraps. Sealing made every block one byte longer, which tells how long they are.
pub(crate) fn version_one(opened: &[u8], sealed_length: usize) -> Result<Vec<u8>, SealProblem> {
    let count = sealed_length.checked_sub(opened.len()).filter(|count| *count > 0).ok_or(SealProblem::Length)?;
    let size = opened.len() / count;
    if size < 16 || size * count != opened.len() {
        return Err(SealProblem::Length);
    }
    let mut blocks = opened.chunks_exact(size);
    let header = blocks.next().ok_or(SealProblem::Length)?;
    if !header.starts_with(&MAGIC_ONE) {
        return Err(SealProblem::Magic);
    }
    let nonce = number(header, size - 8).ok_or(SealProblem::Length)?;
    let length = usize::try_from(number(header, size - 4).ok_or(SealProblem::Length)?).map_err(|_| SealProblem::ContentLength)?;
    if count != length / (size - 4) + 2 {
        return Err(SealProblem::BlockCount);
    }
    let mut content = Vec::with_capacity(opened.len());
    let mut counter = nonce;
    for block in blocks {
        counter = counter.wrapping_add(1);
        let (begin, payload) = block.split_first_chunk().ok_or(SealProblem::Length)?;
        if u32::from_be_bytes(*begin) != counter {
            return Err(SealProblem::Sequence);
        }
        content.extend_from_slice(payload);
    }
    // What fills the last block is random and says nothing.
    content.truncate(length);
    Ok(content)
}

/// The content of version 2: every block tells nonce, length and its place, and what fills the last one is zero.
pub(crate) fn version_two(opened: &[u8]) -> Result<Vec<u8>, SealProblem> {
    let body = opened.strip_prefix(&PREFIX_TWO).ok_or(SealProblem::Prefix)?;
    if body.is_empty() || !body.len().is_multiple_of(BLOCK_TWO) {
        return Err(SealProblem::Length);
    }
    let mut content = Vec::with_capacity(body.len());
    let mut first: Option<(&[u8], u32)> = None;
    for (place, block) in body.chunks_exact(BLOCK_TWO).enumerate() {
        if !block.starts_with(&MAGIC_TWO) {
            return Err(SealProblem::Magic);
        }
        let nonce = block.get(16..24).ok_or(SealProblem::Length)?;
        let length = number(block, 24).ok_or(SealProblem::Length)?;
        let sequence = number(block, 28).ok_or(SealProblem::Length)?;
        let (first_nonce, first_length) = *first.get_or_insert((nonce, length));
        if nonce != first_nonce {
            return Err(SealProblem::Nonce);
        }
        if length != first_length {
            return Err(SealProblem::ContentLength);
        }
        if usize::try_from(sequence) != Ok(place) {
            return Err(SealProblem::Sequence);
        }
        content.extend_from_slice(block.get(32..).unwrap_or_default());
    }
    let length = first.and_then(|(_, length)| usize::try_from(length).ok()).ok_or(SealProblem::ContentLength)?;
    if body.len() / BLOCK_TWO != length.div_ceil(BLOCK_TWO - 32).max(1) {
        return Err(SealProblem::BlockCount);
    }
    if content.split_off(length.min(content.len())).iter().any(|filler| *filler != 0) {
        return Err(SealProblem::Filler);
    }
    Ok(content)
}

fn number(block: &[u8], at: usize) -> Option<u32> {
    block.get(at..)?.first_chunk().map(|bytes| u32::from_be_bytes(*bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Blocks of 20 bytes, 16 of them content, as they are before sealing.
    fn one(nonce: u32, length: u32, data: &[&[u8; 16]]) -> Vec<u8> {
        let mut bytes = [MAGIC_ONE.as_slice(), &[9; 4], &nonce.to_be_bytes(), &length.to_be_bytes()].concat();
        for (at, data) in data.iter().enumerate() {
            bytes.extend(nonce.wrapping_add(u32::try_from(at).unwrap()).wrapping_add(1).to_be_bytes());
            bytes.extend(*data);
        }
        bytes
    }

    fn open(bytes: &[u8]) -> Result<Vec<u8>, SealProblem> {
        version_one(bytes, bytes.len() + bytes.len() / 20)
    }

    #[test]
    fn version_one_joins_its_blocks() {
        assert_eq!(open(&one(7, 3, &[b"abcxxxxxxxxxxxxx"])), Ok(b"abc".to_vec()));
        assert_eq!(open(&one(7, 0, &[&[9; 16]])), Ok(Vec::new()));
        // A full block is followed by one of filler only, and the counter wraps.
        assert_eq!(open(&one(u32::MAX, 16, &[b"0123456789abcdef", &[9; 16]])), Ok(b"0123456789abcdef".to_vec()));
    }

    #[test]
    fn version_one_refuses_what_does_not_fit() {
        let good = one(7, 20, &[b"0123456789abcdef", b"ghijxxxxxxxxxxxx"]);
        assert_eq!(open(&good).unwrap(), b"0123456789abcdefghij");
        let with = |at: usize, value: u8| {
            let mut bytes = good.clone();
            bytes[at] = value;
            open(&bytes)
        };
        assert_eq!(with(0, 0), Err(SealProblem::Magic));
        assert_eq!(with(15, 8), Err(SealProblem::Sequence));
        assert_eq!(with(23, 9), Err(SealProblem::Sequence));
        assert_eq!(with(19, 40), Err(SealProblem::BlockCount));
        assert_eq!(with(16, 0xff), Err(SealProblem::BlockCount));
        assert_eq!(open(&good[..40]), Err(SealProblem::BlockCount));
        let exchanged = [&good[..20], &good[40..], &good[20..40]].concat();
        assert_eq!(open(&exchanged), Err(SealProblem::Sequence));
        assert_eq!(version_one(&[], 0), Err(SealProblem::Length));
        assert_eq!(version_one(&good, good.len()), Err(SealProblem::Length));
    }

    fn two(content: &[u8]) -> Vec<u8> {
        let mut bytes = PREFIX_TWO.to_vec();
        let blocks: Vec<&[u8]> = if content.is_empty() { vec![&[]] } else { content.chunks(224).collect() };
        for (place, data) in blocks.into_iter().enumerate() {
            bytes.extend(MAGIC_TWO);
            bytes.extend([5; 8]);
            bytes.extend(u32::try_from(content.len()).unwrap().to_be_bytes());
            bytes.extend(u32::try_from(place).unwrap().to_be_bytes());
            bytes.extend(data);
            bytes.resize(2 + (place + 1) * 256, 0);
        }
        bytes
    }

    #[test]
    fn version_two_joins_its_blocks() {
        for length in [0, 1, 223, 224, 225, 448, 1000] {
            let content = vec![b'x'; length];
            assert_eq!(version_two(&two(&content)), Ok(content), "{length}");
        }
    }

    #[test]
    fn version_two_refuses_what_does_not_fit() {
        let good = two(&[b'x'; 300]);
        let with = |at: usize| {
            let mut bytes = good.clone();
            bytes[at] ^= 1;
            version_two(&bytes)
        };
        assert_eq!(with(0), Err(SealProblem::Prefix));
        assert_eq!(with(2), Err(SealProblem::Magic));
        assert_eq!(with(258), Err(SealProblem::Magic));
        assert_eq!(with(258 + 16), Err(SealProblem::Nonce));
        assert_eq!(with(258 + 27), Err(SealProblem::ContentLength));
        assert_eq!(with(258 + 31), Err(SealProblem::Sequence));
        assert_eq!(with(good.len() - 1), Err(SealProblem::Filler));
        assert_eq!(version_two(&good[..good.len() - 1]), Err(SealProblem::Length));
        assert_eq!(version_two(&good[..258]), Err(SealProblem::BlockCount));
        assert_eq!(version_two(&[good.as_slice(), &two(b"")[2..]].concat()), Err(SealProblem::ContentLength));
        assert_eq!(version_two(&PREFIX_TWO), Err(SealProblem::Length));
    }
}
