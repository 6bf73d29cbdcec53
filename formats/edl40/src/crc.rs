//! The checksum of SML: CRC-16/X-25 (ISO/IEC 13239), of frames and of messages.

/// Checksum of bytes: polynomial 0x1021 reflected, start and final XOR 0xFFFF.
pub(crate) fn crc16(bytes: &[u8]) -> u16 {
    let mut state = u16::MAX;
    for byte in bytes {
        state ^= u16::from(*byte);
        for _ in 0..8 {
            state = if state & 1 == 1 { (state >> 1) ^ 0x8408 } else { state >> 1 };
        }
    }
    !state
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_check_value_comes_out() {
        assert_eq!(crc16(b"123456789"), 0x906E);
    }
}
