//! Messages as Python prints them: single quotes, `None`, `True`, `datetime(…)`, enumerations in angle brackets.

/// Turns one printed value at the begin of a text into JSON. `None` when it is none.
///
/// Values are copied letter by letter, numbers included; nothing is computed.
pub(super) fn to_json(text: &str, most: usize) -> Option<String> {
    let mut printed = Printed { rest: text, json: String::new(), most };
    printed.value(0)?;
    Some(printed.json)
}

/// Values around one another at most; deeper ones are refused with the JSON they become.
const DEPTH: usize = 64;

struct Printed<'t> {
    rest: &'t str,
    json: String,
    most: usize,
}

impl Printed<'_> {
    fn value(&mut self, depth: usize) -> Option<()> {
        if depth > DEPTH || self.json.len() > self.most {
            return None;
        }
        self.blanks();
        match self.rest.chars().next()? {
            '{' => self.items('{', '}', true, depth),
            '[' => self.items('[', ']', false, depth),
            '(' => self.items('(', ')', false, depth),
            '\'' | '"' => self.string(),
            '<' => self.enumeration(),
            '0'..='9' | '-' => self.number(),
            _ => self.word(depth),
        }
    }

    fn blanks(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn skip(&mut self, character: char) -> Option<()> {
        self.blanks();
        self.rest = self.rest.strip_prefix(character)?;
        Some(())
    }

    fn items(&mut self, open: char, close: char, named: bool, depth: usize) -> Option<()> {
        self.skip(open)?;
        self.json.push(if named { '{' } else { '[' });
        let mut first = true;
        loop {
            self.blanks();
            if self.rest.starts_with(close) {
                break;
            }
            if !first {
                self.skip(',')?;
                self.blanks();
                // A tuple of one, and lists over several lines, end with a comma.
                if self.rest.starts_with(close) {
                    break;
                }
                self.json.push(',');
            }
            first = false;
            if named {
                self.blanks();
                self.string()?;
                self.skip(':')?;
                self.json.push(':');
            }
            self.value(depth + 1)?;
        }
        self.skip(close)?;
        self.json.push(if named { '}' } else { ']' });
        Some(())
    }

    /// A text in either kind of quotes.
    fn string(&mut self) -> Option<()> {
        let quote = self.rest.chars().next().filter(|quote| matches!(quote, '\'' | '"'))?;
        let mut characters = self.rest.char_indices().skip(1);
        let mut text = String::new();
        loop {
            let (at, character) = characters.next()?;
            match character {
                '\\' => match characters.next()?.1 {
                    'n' => text.push('\n'),
                    't' => text.push('\t'),
                    'r' => text.push('\r'),
                    known @ ('\\' | '\'' | '"') => text.push(known),
                    // Other escapes do not stand in signed values; guessing at them could alter one.
                    _ => return None,
                },
                end if end == quote => {
                    self.rest = self.rest.get(at + end.len_utf8()..)?;
                    self.push_text(&text);
                    return Some(());
                }
                other => text.push(other),
            }
        }
    }

    fn push_text(&mut self, text: &str) {
        self.json.push('"');
        for character in text.chars() {
            match character {
                '"' => self.json.push_str("\\\""),
                '\\' => self.json.push_str("\\\\"),
                '\n' => self.json.push_str("\\n"),
                '\r' => self.json.push_str("\\r"),
                '\t' => self.json.push_str("\\t"),
                other => self.json.push(other),
            }
        }
        self.json.push('"');
    }

    /// `<ReadingContext.transaction_end: 'Transaction.End'>`: the value behind the colon.
    fn enumeration(&mut self) -> Option<()> {
        let (_, behind) = self.rest.split_once(": ")?;
        self.rest = behind;
        self.value(DEPTH)?;
        self.skip('>')
    }

    fn number(&mut self) -> Option<()> {
        let length = self.rest.bytes().position(|byte| !matches!(byte, b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-'));
        let (digits, rest) = self.rest.split_at(length.unwrap_or(self.rest.len()));
        self.json.push_str(digits);
        self.rest = rest;
        Some(())
    }

    /// `None`, `True`, `False`, and calls such as `datetime.datetime(2026, 3, 29, 1, 58)` and `Decimal('1.5')`.
    fn word(&mut self, depth: usize) -> Option<()> {
        let length = self.rest.bytes().position(|byte| !(byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.')));
        let (word, rest) = self.rest.split_at(length.unwrap_or(self.rest.len()));
        self.rest = rest;
        match word {
            "" => None,
            "None" | "null" => self.literal("null"),
            "True" | "true" => self.literal("true"),
            "False" | "false" => self.literal("false"),
            "Decimal" => {
                self.skip('(')?;
                self.value(depth + 1)?;
                self.skip(')')
            }
            "datetime.datetime" | "datetime" => self.time(),
            _ => None,
        }
    }

    fn literal(&mut self, word: &str) -> Option<()> {
        self.json.push_str(word);
        Some(())
    }

    /// Year, month, day, hour, minute, second, microsecond, and a zone, of which only UTC is understood.
    fn time(&mut self) -> Option<()> {
        let (inner, rest) = call(self.rest)?;
        self.rest = rest;
        let mut parts: [u32; 7] = [0; 7];
        for (at, argument) in inner.split(',').map(str::trim).enumerate() {
            if argument.contains("tzinfo") {
                let utc = ["utc", "UTC", "tzutc()", "timedelta(0)"].iter().any(|name| inner.contains(name));
                if !utc {
                    return None;
                }
                break;
            }
            *parts.get_mut(at)? = argument.parse().ok()?;
        }
        let [year, month, day, hour, minute, second, micro] = parts;
        self.push_text(&format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{micro:06}Z"));
        Some(())
    }
}

/// What stands in the brackets of a call, and what comes behind it.
fn call(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix('(')?;
    let mut depth = 1_usize;
    for (at, byte) in inner.bytes().enumerate().take(200) {
        match byte {
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some((inner.get(..at)?, inner.get(at + 1..)?));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_printed_message_becomes_json() {
        let printed = "{'a': None, 'b': [True, 1.50], 'c': 'say \"hi\"', 'd': <ReadingContext.end: 'Transaction.End'>, \
                       't': datetime.datetime(2026, 3, 29, 1, 58, tzinfo=datetime.timezone.utc), 'v': (Decimal('0.10'),)} and more";
        assert_eq!(
            to_json(printed, 9999).unwrap(),
            "{\"a\":null,\"b\":[true,1.50],\"c\":\"say \\\"hi\\\"\",\"d\":\"Transaction.End\",\"t\":\"2026-03-29T01:58:00.000000Z\",\"v\":[\"0.10\"]}"
        );
    }

    #[test]
    fn what_is_not_printed_so_is_refused() {
        for text in ["", "{", "{'a'", "{'a': lambda: 1}", "{'a': '\\x41'}", "[datetime.datetime(2026, 3, 29, tzinfo=CET)]"] {
            assert_eq!(to_json(text, 9999), None, "{text}");
        }
        assert_eq!(to_json(&"[".repeat(100_000), 9999), None);
        assert_eq!(to_json(&format!("['{}', 1, 2]", "a".repeat(100)), 50), None);
    }
}
