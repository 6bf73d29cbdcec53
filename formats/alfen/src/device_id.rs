//! Identities of adapter and meter, ten bytes each.

use data_encoding::HEXUPPER;

/// How the last four bytes hold the number.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Number {
    /// As an integer, big-endian.
    Binary,
    /// As eight decimal digits, one in each half of a byte.
    Decimal,
}

/// The identity as it is printed on devices: `E DZG 00 28010130`, which is medium, maker, block and number of the
/// identification of meters (DIN 43863-5). Bytes of any other shape are given in hex. Different bytes always give
/// different texts.
pub(crate) fn text(bytes: [u8; 10], number: Number) -> String {
    let [length, medium, m1, m2, m3, block, n1, n2, n3, n4] = bytes;
    let maker = [m1, m2, m3];
    let digits = match number {
        Number::Binary => Some(format!("{:08}", u32::from_be_bytes([n1, n2, n3, n4]))),
        Number::Decimal => Some(HEXUPPER.encode(&[n1, n2, n3, n4])).filter(|digits| digits.bytes().all(|b| b.is_ascii_digit())),
    };
    match digits {
        Some(digits) if length == 10 && medium < 16 && maker.iter().all(u8::is_ascii_uppercase) => {
            let maker: String = maker.iter().map(|letter| char::from(*letter)).collect();
            format!("{medium:X} {maker} {block:02X} {digits}")
        }
        _ => HEXUPPER.encode(&bytes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printed_form() {
        let adapter = [0x0A, 0x0E, b'T', b'S', b'T', 0, 0x01, 0xAB, 0x66, 0x92];
        assert_eq!(text(adapter, Number::Binary), "E TST 00 28010130");
        let meter = [0x0A, 0x01, b'T', b'S', b'T', 0x0C, 0x33, 0x00, 0x85, 0x06];
        assert_eq!(text(meter, Number::Decimal), "1 TST 0C 33008506");
    }

    #[test]
    fn any_other_shape_is_hex() {
        for bytes in [*b"DEMO-ADAPT", [0x0A, 0x10, b'T', b'S', b'T', 0, 0, 0, 0, 1], [0x0A, 1, b't', b'S', b'T', 0, 0, 0, 0, 1]] {
            assert_eq!(text(bytes, Number::Binary), HEXUPPER.encode(&bytes));
        }
        let letters = [0x0A, 0x01, b'T', b'S', b'T', 0, 0x3A, 0, 0, 1];
        assert_eq!(text(letters, Number::Decimal), HEXUPPER.encode(&letters));
    }
}
