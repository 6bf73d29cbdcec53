//! Reading objects from bytes, ISO 32000-2, 7.2 and 7.3.

use crate::Problem;
use crate::object::{Dictionary, Id, Object};

/// Nesting of arrays and dictionaries; known documents stay below 10.
const DEPTH: usize = 64;

/// A place in bytes, with the number of values that may still be read.
pub(crate) struct Parser<'a> {
    pub(crate) bytes: &'a [u8],
    pub(crate) at: usize,
    values: usize,
}

fn broken<T>() -> Result<T, Problem> {
    Err(Problem::Damaged("an object"))
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, 0 | 9 | 10 | 12 | 13 | 32)
}

fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

fn is_regular(byte: u8) -> bool {
    !is_blank(byte) && !is_delimiter(byte)
}

impl<'a> Parser<'a> {
    pub(crate) fn new(bytes: &'a [u8], at: usize, values: usize) -> Self {
        Self { bytes, at, values }
    }

    /// Values that were not used up.
    pub(crate) fn values_left(&self) -> usize {
        self.values
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// Skips white space and comments.
    pub(crate) fn blanks(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                let line = self.rest().iter().position(|byte| matches!(byte, 10 | 13));
                self.at += line.unwrap_or(self.rest().len());
            } else if is_blank(byte) {
                self.at += 1;
            } else {
                break;
            }
        }
    }

    /// Skips a word. `false` when another one stands there.
    pub(crate) fn word(&mut self, word: &[u8]) -> bool {
        self.blanks();
        let found = self.rest().starts_with(word);
        if found {
            self.at += word.len();
        }
        found
    }

    /// A whole number without sign.
    pub(crate) fn number(&mut self) -> Option<usize> {
        self.blanks();
        let rest = self.rest();
        let digits = rest.get(..rest.iter().take(20).take_while(|byte| byte.is_ascii_digit()).count())?;
        let number = std::str::from_utf8(digits).ok()?.parse().ok()?;
        self.at += digits.len();
        Some(number)
    }

    /// The head of an object, `12 0 obj`.
    pub(crate) fn head(&mut self) -> Option<Id> {
        let id = self.number()?;
        self.number()?;
        if self.word(b"obj") { Id::try_from(id).ok() } else { None }
    }

    pub(crate) fn object(&mut self) -> Result<Object, Problem> {
        self.value(0)
    }

    fn value(&mut self, depth: usize) -> Result<Object, Problem> {
        self.values = self.values.checked_sub(1).ok_or(Problem::TooManyObjects)?;
        if depth > DEPTH {
            return Err(Problem::Damaged("nesting too deep"));
        }
        self.blanks();
        match self.rest() {
            [b'<', b'<', ..] => {
                self.at += 2;
                self.dictionary(depth)
            }
            [b'<', ..] => {
                self.at += 1;
                self.hex_string()
            }
            [b'(', ..] => {
                self.at += 1;
                self.string()
            }
            [b'[', ..] => {
                self.at += 1;
                self.array(depth)
            }
            [b'/', ..] => {
                self.at += 1;
                Ok(Object::Name(self.name()))
            }
            [b'0'..=b'9' | b'+' | b'-' | b'.', ..] => self.numeric(),
            [byte, ..] if is_regular(*byte) => {
                let word = self.regular();
                if matches!(word, b"null" | b"true" | b"false") { Ok(Object::Other) } else { broken() }
            }
            _ => broken(),
        }
    }

    /// Characters up to the next blank or delimiter.
    fn regular(&mut self) -> &'a [u8] {
        let rest = self.rest();
        let length = rest.iter().take_while(|byte| is_regular(**byte)).count();
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    /// A number, or a reference `12 0 R`.
    fn numeric(&mut self) -> Result<Object, Problem> {
        let word = self.regular();
        let behind = self.at;
        let Some(number) = std::str::from_utf8(word).ok().and_then(|word| word.parse::<i64>().ok()) else {
            return Ok(Object::Other);
        };
        if let Ok(id) = Id::try_from(number) {
            // Looking further costs little: a generation has at most five digits.
            if self.number().is_some_and(|generation| generation <= 0xFFFF) && self.word(b"R") && !self.peek().is_some_and(is_regular) {
                return Ok(Object::Reference(id));
            }
        }
        self.at = behind;
        Ok(Object::Integer(number))
    }

    fn array(&mut self, depth: usize) -> Result<Object, Problem> {
        let mut items = Vec::new();
        loop {
            if self.word(b"]") {
                return Ok(Object::Array(items));
            }
            items.push(self.value(depth + 1)?);
        }
    }

    fn dictionary(&mut self, depth: usize) -> Result<Object, Problem> {
        let mut entries = Vec::new();
        loop {
            if self.word(b">>") {
                return Ok(Object::Dictionary(Dictionary(entries)));
            }
            if !self.word(b"/") {
                return broken();
            }
            let key = self.name();
            entries.push((key, self.value(depth + 1)?));
        }
    }

    /// A name behind its slash; `#41` stands for `A`.
    fn name(&mut self) -> Vec<u8> {
        let raw = self.regular();
        let mut name = Vec::with_capacity(raw.len());
        let mut rest = raw;
        while let Some((byte, tail)) = rest.split_first() {
            rest = tail;
            let escaped = (*byte == b'#').then(|| Some((hex(*tail.first()?)?, hex(*tail.get(1)?)?))).flatten();
            if let Some((high, low)) = escaped {
                name.push(high << 4 | low);
                rest = tail.get(2..).unwrap_or_default();
            } else {
                name.push(*byte);
            }
        }
        name
    }

    fn hex_string(&mut self) -> Result<Object, Problem> {
        let rest = self.rest();
        let Some(length) = rest.iter().position(|byte| *byte == b'>') else { return broken() };
        self.at += length + 1;
        let digits: Vec<u8> = rest.iter().take(length).filter_map(|byte| hex(*byte)).collect();
        // A missing last digit is 0.
        let byte = |pair: &[u8]| pair.first().copied().unwrap_or(0) << 4 | pair.get(1).copied().unwrap_or(0);
        Ok(Object::String(digits.chunks(2).map(byte).collect()))
    }

    fn string(&mut self) -> Result<Object, Problem> {
        let mut text = Vec::new();
        let mut open = 1_usize;
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'(' => open += 1,
                b')' => {
                    open -= 1;
                    if open == 0 {
                        return Ok(Object::String(text));
                    }
                }
                b'\\' => {
                    self.escape(&mut text);
                    continue;
                }
                _ => {}
            }
            text.push(byte);
        }
        broken()
    }

    /// What stands behind a backslash in a string.
    fn escape(&mut self, text: &mut Vec<u8>) {
        let Some(byte) = self.peek() else { return };
        if matches!(byte, b'0'..=b'7') {
            let mut code = 0_u32;
            for _ in 0..3 {
                let Some(digit @ b'0'..=b'7') = self.peek() else { break };
                code = code * 8 + u32::from(digit - b'0');
                self.at += 1;
            }
            // The specification has the highest bit ignored.
            text.extend(u8::try_from(code & 0xFF));
            return;
        }
        self.at += 1;
        match byte {
            b'n' => text.push(b'\n'),
            b'r' => text.push(b'\r'),
            b't' => text.push(b'\t'),
            b'b' => text.push(8),
            b'f' => text.push(12),
            b'\r' => {
                if self.peek() == Some(b'\n') {
                    self.at += 1;
                }
            }
            b'\n' => {}
            other => text.push(other),
        }
    }
}

/// Value of a hex digit.
pub(crate) fn hex(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &[u8]) -> Result<Object, Problem> {
        Parser::new(text, 0, 100).object()
    }

    #[test]
    fn all_kinds_of_objects_are_read() {
        let dictionary = read(b"<</A 1/B[2 0 R 3 4 -5 .5 true null]/C#20D(x\\(\\051\\n(y))/E<4a4B5> %c\n>>").unwrap();
        let Object::Dictionary(dictionary) = dictionary else { panic!("no dictionary") };
        assert_eq!(dictionary.get(b"A"), Some(&Object::Integer(1)));
        let items = vec![
            Object::Reference(2),
            Object::Integer(3),
            Object::Integer(4),
            Object::Integer(-5),
            Object::Other,
            Object::Other,
            Object::Other,
        ];
        assert_eq!(dictionary.get(b"B"), Some(&Object::Array(items)));
        assert_eq!(dictionary.get(b"C D"), Some(&Object::String(b"x()\n(y)".to_vec())));
        assert_eq!(dictionary.get(b"E"), Some(&Object::String(b"JKP".to_vec())));
    }

    #[test]
    fn broken_and_endless_objects_are_refused() {
        for text in [&b"<</A"[..], b"[1 2", b"(a", b"<4", b"]", b"<</A 1 2>>", b"foo", b""] {
            assert!(matches!(read(text), Err(Problem::Damaged(_))), "{text:?}");
        }
        assert_eq!(read(&b"[".repeat(1000)), Err(Problem::Damaged("nesting too deep")));
        assert_eq!(read(&[&b"["[..], &b"0 ".repeat(1000)].concat()), Err(Problem::TooManyObjects));
    }
}
