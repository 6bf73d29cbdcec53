//! The little DER of the outer structure. Strict: definite lengths in their shortest form, nothing left over.

use std::ops::Range;

/// Parts of a constructed element, read one after the other. Keeps the place in the record.
pub(crate) struct Parts<'a> {
    bytes: &'a [u8],
    at: usize,
    end: usize,
}

impl<'a> Parts<'a> {
    /// The whole record.
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0, end: bytes.len() }
    }

    /// The content of the next element, if it has this tag.
    pub(crate) fn take(&mut self, tag: u8) -> Option<Range<usize>> {
        let element = self.bytes.get(self.at..self.end)?;
        let (found, rest) = element.split_first()?;
        if *found != tag {
            return None;
        }
        let (first, rest) = rest.split_first()?;
        let (length, header) = match *first {
            short @ 0..=0x7f => (usize::from(short), 2),
            long @ 0x81..=0x83 => {
                let size = usize::from(long & 0x7f);
                let digits = rest.get(..size)?;
                let length = digits.iter().fold(0, |length, digit| length << 8 | usize::from(*digit));
                // The shortest form: no leading zero, and the long form only where the short one does not do.
                if digits.first() == Some(&0) || length < 0x80 {
                    return None;
                }
                (length, 2 + size)
            }
            _ => return None,
        };
        let start = self.at.checked_add(header)?;
        let end = start.checked_add(length).filter(|end| *end <= self.end)?;
        self.at = end;
        Some(start..end)
    }

    /// The parts of the next element.
    pub(crate) fn open(&mut self, tag: u8) -> Option<Self> {
        let Range { start, end } = self.take(tag)?;
        Some(Self { bytes: self.bytes, at: start, end })
    }

    /// The bytes of the next element.
    pub(crate) fn bytes(&mut self, tag: u8) -> Option<&'a [u8]> {
        let range = self.take(tag)?;
        self.bytes.get(range)
    }

    /// A non-negative INTEGER in its shortest form.
    pub(crate) fn integer(&mut self) -> Option<u64> {
        let digits = self.bytes(0x02)?;
        let (first, rest) = digits.split_first()?;
        let padded = *first == 0 && rest.first().is_some_and(|next| *next < 0x80);
        if *first >= 0x80 || padded || digits.len() > 8 {
            return None;
        }
        Some(digits.iter().fold(0, |number, digit| number << 8 | u64::from(*digit)))
    }

    /// Whether the next element has this tag.
    pub(crate) fn next_is(&self, tag: u8) -> bool {
        self.at < self.end && self.bytes.get(self.at) == Some(&tag)
    }

    /// Whether nothing is left.
    pub(crate) fn is_done(&self) -> bool {
        self.at == self.end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_and_numbers_only_in_their_shortest_form() {
        let take = |bytes: &[u8]| Parts::new(bytes).take(4);
        assert_eq!(take(&[4, 2, 7, 7]), Some(2..4));
        assert_eq!(take(&[&[4, 0x81, 0x80], [7; 128].as_slice()].concat()), Some(3..131));
        for bad in [&[4, 3, 7, 7][..], &[5, 2, 7, 7], &[4, 0x81, 2, 7, 7], &[4, 0x82, 0, 2, 7, 7], &[4, 0x80, 7, 0, 0], &[4], &[]] {
            assert_eq!(take(bad), None, "{bad:?}");
        }
        let integer = |bytes: &[u8]| Parts::new(bytes).integer();
        assert_eq!(integer(&[2, 1, 2]), Some(2));
        assert_eq!(integer(&[2, 2, 0x08, 0x00]), Some(2048));
        assert_eq!(integer(&[2, 2, 0x00, 0x80]), Some(128));
        for bad in [&[2, 0][..], &[2, 1, 0x80], &[2, 2, 0, 1], &[2, 9, 1, 0, 0, 0, 0, 0, 0, 0, 0]] {
            assert_eq!(integer(bad), None, "{bad:?}");
        }
    }
}
