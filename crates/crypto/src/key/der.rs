//! The little DER that keys need. Strict: definite lengths in their shortest form.

pub(super) const INTEGER: u8 = 0x02;
pub(super) const BIT_STRING: u8 = 0x03;
pub(super) const OCTET_STRING: u8 = 0x04;
pub(super) const NULL: u8 = 0x05;
pub(super) const OBJECT_IDENTIFIER: u8 = 0x06;
pub(super) const SEQUENCE: u8 = 0x30;
pub(super) const CONTEXT_0: u8 = 0xa0;

/// One element: tag, content, and what follows.
pub(super) struct Element<'a> {
    pub(super) tag: u8,
    pub(super) content: &'a [u8],
    pub(super) rest: &'a [u8],
}

/// The element at the start.
pub(super) fn element(bytes: &[u8]) -> Option<Element<'_>> {
    let (tag, bytes) = bytes.split_first()?;
    let (first, bytes) = bytes.split_first()?;
    let (length, bytes) = match *first {
        short @ 0..=0x7f => (usize::from(short), bytes),
        0x81 => match bytes.split_first()? {
            (length @ 0x80..=0xff, bytes) => (usize::from(*length), bytes),
            _ => return None,
        },
        // Keys and certificates stay below 64 KiB.
        0x82 => match bytes {
            [high @ 1..=0xff, low, bytes @ ..] => (usize::from(u16::from_be_bytes([*high, *low])), bytes),
            _ => return None,
        },
        _ => return None,
    };
    let (content, rest) = bytes.split_at_checked(length)?;
    Some(Element { tag: *tag, content, rest })
}

/// Content and rest of the element at the start, if it has this tag.
pub(super) fn expect(bytes: &[u8], tag: u8) -> Option<(&[u8], &[u8])> {
    element(bytes).filter(|element| element.tag == tag).map(|element| (element.content, element.rest))
}

/// Content of an element that fills the bytes to the end.
pub(super) fn whole(bytes: &[u8], tag: u8) -> Option<&[u8]> {
    expect(bytes, tag).filter(|(_, rest)| rest.is_empty()).map(|(content, _)| content)
}

/// Bytes of a BIT STRING whose last byte is full.
pub(super) fn bits(content: &[u8]) -> Option<&[u8]> {
    content.strip_prefix(&[0])
}

/// Writes an element of at most 64 KiB.
pub(super) fn write(tag: u8, content: &[u8]) -> Vec<u8> {
    let [.., high, low] = content.len().to_be_bytes();
    let header = match (high, low) {
        (0, ..=0x7f) => vec![tag, low],
        (0, _) => vec![tag, 0x81, low],
        _ => vec![tag, 0x82, high, low],
    };
    [header.as_slice(), content].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_read_as_written_and_only_in_their_shortest_form() {
        for length in [0, 1, 127, 128, 255, 256, 65_535] {
            let content = vec![7; length];
            let written = write(OCTET_STRING, &content);
            assert_eq!(whole(&written, OCTET_STRING), Some(content.as_slice()), "{length}");
            assert_eq!(whole(&[written.as_slice(), &[0]].concat(), OCTET_STRING), None, "{length} and one byte more");
            assert_eq!(whole(&written[..written.len() - 1], OCTET_STRING), None, "{length} and one byte less");
        }
        assert!(element(&[OCTET_STRING, 0x81, 0x01, 0]).is_none());
        assert!(element(&[OCTET_STRING, 0x82, 0x00, 0x01, 0]).is_none());
        assert!(element(&[OCTET_STRING, 0x80, 0, 0]).is_none());
    }
}
