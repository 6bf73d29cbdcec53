//! The type-length-value coding of SML.

use std::ops::Range;

use eichrecht_model::{LimitName, ParseError, ParseErrorKind};

/// One field with its place in the payload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Node<'a> {
    pub(crate) span: Range<usize>,
    pub(crate) value: Value<'a>,
}

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value<'a> {
    /// An octet string; empty where an optional field is left out.
    Octets(&'a [u8]),
    Bool(bool),
    Signed(i64),
    Unsigned(u64),
    List(Vec<Node<'a>>),
}

/// Most elements of one list; known lists have at most 15.
const MOST_ELEMENTS: usize = 255;

/// The mark behind each message.
pub(crate) const END_OF_MESSAGE: u8 = 0x00;

/// Reads fields one after the other.
pub(crate) struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    /// Lists that may still be opened inside one another.
    depth: usize,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(bytes: &'a [u8], depth: usize) -> Self {
        Self { bytes, at: 0, depth }
    }

    pub(crate) fn position(&self) -> usize {
        self.at
    }

    pub(crate) fn is_at_end(&self) -> bool {
        self.at >= self.bytes.len()
    }

    /// One byte as it stands.
    pub(crate) fn byte(&mut self) -> Result<u8, ParseError> {
        let byte = *self.bytes.get(self.at).ok_or_else(|| self.truncated())?;
        self.at += 1;
        Ok(byte)
    }

    /// The head of a list: its number of elements.
    pub(crate) fn list(&mut self) -> Result<usize, ParseError> {
        let start = self.at;
        match self.head()? {
            (0b111, count, _) => Ok(count),
            _ => Err(ParseError::new(ParseErrorKind::Syntax).at(start)),
        }
    }

    /// The next field with everything in it.
    pub(crate) fn node(&mut self) -> Result<Node<'a>, ParseError> {
        let start = self.at;
        let syntax = || ParseError::new(ParseErrorKind::Syntax).at(start);
        let (kind, length, head) = self.head()?;
        let value = if kind == 0b111 {
            if length > MOST_ELEMENTS {
                return Err(syntax());
            }
            Value::List(self.elements(length, start)?)
        } else {
            let data = length.checked_sub(head).ok_or_else(syntax)?;
            let bytes = self.take(data)?;
            match (kind, bytes) {
                (0b000, octets) => Value::Octets(octets),
                (0b100, [byte]) => Value::Bool(*byte != 0),
                (0b101, bytes) => Value::Signed(signed(bytes).ok_or_else(syntax)?),
                (0b110, bytes) => Value::Unsigned(unsigned(bytes).ok_or_else(syntax)?),
                _ => return Err(syntax()),
            }
        };
        Ok(Node { span: start..self.at, value })
    }

    fn elements(&mut self, count: usize, start: usize) -> Result<Vec<Node<'a>>, ParseError> {
        self.depth = self.depth.checked_sub(1).ok_or_else(|| ParseError::new(ParseErrorKind::Limit(LimitName::TlvDepth)).at(start))?;
        // Each element has a byte at least, so a count beyond the rest need not be tried.
        if count > self.bytes.len().saturating_sub(self.at) {
            return Err(self.truncated());
        }
        let elements = (0..count).map(|_| self.node()).collect::<Result<Vec<_>, _>>()?;
        self.depth += 1;
        Ok(elements)
    }

    /// Type bits, length, and bytes of the head itself.
    fn head(&mut self) -> Result<(u8, usize, usize), ParseError> {
        let start = self.at;
        let first = self.byte()?;
        let kind = (first >> 4) & 0b111;
        let mut length = usize::from(first & 0x0F);
        let mut more = first & 0x80 != 0;
        while more {
            let next = self.byte()?;
            // Four such bytes tell of more than any record holds.
            if next & 0x70 != 0 || self.at - start > 4 {
                return Err(ParseError::new(ParseErrorKind::Syntax).at(start));
            }
            length = (length << 4) | usize::from(next & 0x0F);
            more = next & 0x80 != 0;
        }
        Ok((kind, length, self.at - start))
    }

    fn take(&mut self, length: usize) -> Result<&'a [u8], ParseError> {
        let end = self.at.checked_add(length).ok_or_else(|| self.truncated())?;
        let bytes = self.bytes.get(self.at..end).ok_or_else(|| self.truncated())?;
        self.at = end;
        Ok(bytes)
    }

    fn truncated(&self) -> ParseError {
        ParseError::new(ParseErrorKind::Truncated).at(self.bytes.len())
    }
}

/// A big-endian number of one to eight bytes, whatever its width.
fn unsigned(bytes: &[u8]) -> Option<u64> {
    let fits = (1..=8).contains(&bytes.len());
    fits.then(|| bytes.iter().fold(0, |number, byte| (number << 8) | u64::from(*byte)))
}

/// The same in two's complement.
fn signed(bytes: &[u8]) -> Option<i64> {
    let first = *bytes.first().filter(|_| bytes.len() <= 8)?;
    let start = if first & 0x80 == 0 { 0 } else { -1 };
    Some(bytes.iter().fold(start, |number: i64, byte| (number << 8) | i64::from(*byte)))
}

impl<'a> Node<'a> {
    /// The elements of a list of this many.
    pub(crate) fn elements<const N: usize>(&self) -> Option<&[Node<'a>; N]> {
        match &self.value {
            Value::List(elements) => elements.as_slice().try_into().ok(),
            _ => None,
        }
    }

    /// The bytes of an octet string.
    pub(crate) fn octets(&self) -> Option<&'a [u8]> {
        match self.value {
            Value::Octets(octets) => Some(octets),
            _ => None,
        }
    }

    /// Whether an optional field is left out.
    pub(crate) fn is_absent(&self) -> bool {
        self.octets() == Some(&[])
    }

    /// Whatever number the field holds.
    pub(crate) fn number(&self) -> Option<i128> {
        match self.value {
            Value::Signed(number) => Some(i128::from(number)),
            Value::Unsigned(number) => Some(i128::from(number)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn node(bytes: &[u8]) -> Result<Value<'_>, ParseErrorKind> {
        Reader::new(bytes, 16).node().map(|node| node.value).map_err(|error| error.kind)
    }

    #[test]
    fn fields_of_all_types_and_widths() {
        assert_eq!(node(&[0x01]), Ok(Value::Octets(&[])));
        assert_eq!(node(&[0x03, 7, 8]), Ok(Value::Octets(&[7, 8])));
        assert_eq!(node(&[0x42, 1]), Ok(Value::Bool(true)));
        assert_eq!(node(&[0x52, 0xFF]), Ok(Value::Signed(-1)));
        assert_eq!(node(&[0x56, 0, 0, 1, 0, 0]), Ok(Value::Signed(65_536)));
        assert_eq!(node(&[0x59, 0x80, 0, 0, 0, 0, 0, 0, 0]), Ok(Value::Signed(i64::MIN)));
        assert_eq!(node(&[0x64, 1, 0, 0]), Ok(Value::Unsigned(65_536)));
        let long = [&[0x83, 0x04][..], &[9; 50]].concat();
        assert_eq!(node(&long), Ok(Value::Octets(&[9; 50])));
        assert!(matches!(node(&[0x72, 0x01, 0x62, 5]), Ok(Value::List(elements)) if elements.len() == 2));
    }

    #[test]
    fn broken_fields_are_refused() {
        use ParseErrorKind::{Limit, Syntax, Truncated};
        for (bytes, kind) in [
            (&[][..], Truncated),
            (&[0x05, 1], Truncated),
            (&[0x60], Syntax),
            (&[0x61], Syntax),
            (&[0x50], Syntax),
            (&[0x00], Syntax),
            (&[0x12, 1], Syntax),
            (&[0x43, 1, 1], Syntax),
            (&[0x6A, 1, 2, 3, 4, 5, 6, 7, 8, 9], Syntax),
            (&[0x8F, 0x8F, 0x8F, 0x8F, 0x8F, 0x8F], Syntax),
            (&[0x83, 0x14], Syntax),
            (&[0xFF, 0x0F, 1], Truncated),
            (&[0x7F, 1], Truncated),
        ] {
            assert_eq!(node(bytes), Err(kind), "{bytes:02x?}");
        }
        assert_eq!(node(&[0x71; 17]), Err(Limit(LimitName::TlvDepth)));
    }

    #[test]
    fn lists_may_be_nested_up_to_the_limit() {
        let nested = |depth: usize| [vec![0x71; depth], vec![0x01]].concat();
        assert!(Reader::new(&nested(16), 16).node().is_ok());
        assert!(Reader::new(&nested(17), 16).node().is_err());
        let wide = [vec![0x73], vec![0x71, 0x01], vec![0x71, 0x01], vec![0x71, 0x01]].concat();
        assert!(Reader::new(&wide, 2).node().is_ok());
    }
}
