//! The little DER that keys and signatures need, with the deviations that occur in the field.

use num_bigint::BigUint;

use super::ecdsa::{Pair, octets};

/// A tag, a length and the content.
#[must_use]
pub fn tagged(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = content.len();
    let mut out = vec![tag];
    match length {
        0..=127 => out.push(u8::try_from(length).unwrap()),
        128..=255 => out.extend([0x81, u8::try_from(length).unwrap()]),
        _ => {
            out.push(0x82);
            out.extend(u16::try_from(length).unwrap().to_be_bytes());
        }
    }
    out.extend(content);
    out
}

/// SEQUENCE.
#[must_use]
pub fn sequence(parts: &[Vec<u8>]) -> Vec<u8> {
    tagged(0x30, &parts.concat())
}

/// OBJECT IDENTIFIER from its content.
#[must_use]
pub fn object_identifier(content: &[u8]) -> Vec<u8> {
    tagged(0x06, content)
}

/// BIT STRING without unused bits.
#[must_use]
pub fn bit_string(content: &[u8]) -> Vec<u8> {
    tagged(0x03, &[&[0], content].concat())
}

/// INTEGER, strict: as short as can be, never negative.
#[must_use]
pub fn integer(number: &BigUint) -> Vec<u8> {
    let mut bytes = number.to_bytes_be();
    if bytes.first().is_some_and(|first| first & 0x80 != 0) {
        bytes.insert(0, 0);
    }
    tagged(0x02, &bytes)
}

/// How the numbers of a signature are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spelling {
    /// As DER asks.
    Strict,
    /// Without the zero byte in front of a number whose top bit is set.
    Negative,
    /// With a zero byte more than needed in front of both numbers.
    NonMinimal,
    /// With the length of the sequence in the long form.
    LongLength,
    /// With a byte behind the sequence.
    Trailing,
    /// The two numbers bare, without any structure.
    Raw,
}

/// A signature in one of the spellings; `number_bytes` is the size of a number in the raw one.
#[must_use]
pub fn signature(Pair { r, s }: &Pair, spelling: Spelling, number_bytes: usize) -> Vec<u8> {
    let strict = || sequence(&[integer(r), integer(s)]);
    match spelling {
        Spelling::Strict => strict(),
        Spelling::Negative => sequence(&[tagged(0x02, &r.to_bytes_be()), tagged(0x02, &s.to_bytes_be())]),
        Spelling::NonMinimal => {
            let padded = |number: &BigUint| tagged(0x02, &[vec![0, 0], number.to_bytes_be()].concat());
            sequence(&[padded(r), padded(s)])
        }
        Spelling::LongLength => {
            let content = [integer(r), integer(s)].concat();
            let length = u8::try_from(content.len()).unwrap();
            [vec![0x30, 0x81, length], content].concat()
        }
        Spelling::Trailing => [strict(), vec![0]].concat(),
        Spelling::Raw => [octets(r, number_bytes), octets(s, number_bytes)].concat(),
    }
}
