//! The signed fields, one JSON member each.

use eichrecht_edl40::BlockFields;
use eichrecht_json::{Node, Object};
use eichrecht_model::{Note, NoteKind, ParseError, ParseErrorKind};

/// Reads members by their way, and remembers oddities.
pub(crate) struct Reader<'n, 'a> {
    pub(crate) object: &'n Object<'a>,
    pub(crate) notes: Vec<Note>,
}

fn missing(way: &[&str]) -> ParseError {
    ParseError::new(ParseErrorKind::PartMissing).field(way.join("."))
}

fn malformed(way: &[&str], node: &Node<'_>) -> ParseError {
    ParseError::new(ParseErrorKind::Syntax).field(way.join(".")).at(node.span.start)
}

impl<'n, 'a> Reader<'n, 'a> {
    fn node(&self, way: &[&str]) -> Result<&'n Node<'a>, ParseError> {
        self.object.at(way).ok_or_else(|| missing(way))
    }

    fn text(&self, way: &[&str]) -> Result<(&'n Node<'a>, &'n str), ParseError> {
        let node = self.node(way)?;
        node.as_str().map(|text| (node, text)).ok_or_else(|| malformed(way, node))
    }

    fn hex<const N: usize>(&self, way: &[&str]) -> Result<[u8; N], ParseError> {
        let (node, text) = self.text(way)?;
        let bytes = hex::decode(text).ok().and_then(|bytes| <[u8; N]>::try_from(bytes).ok());
        bytes.ok_or_else(|| malformed(way, node))
    }

    fn number<T: TryFrom<i64>>(&self, way: &[&str]) -> Result<T, ParseError> {
        let node = self.node(way)?;
        node.as_integer().and_then(|number| T::try_from(number).ok()).ok_or_else(|| malformed(way, node))
    }

    /// Seconds on the meter's clock. Only the sum of the three numbers is signed.
    fn local_seconds(&self, place: &str) -> Result<u32, ParseError> {
        let way = |last| [place, "timestampLocal", last];
        let utc: i64 = self.number(&way("timestamp"))?;
        let offset: i64 = self.number(&way("localOffset"))?;
        let season: i64 = self.number(&way("seasonOffset"))?;
        let minutes = offset.checked_add(season);
        let seconds = minutes.and_then(|minutes| minutes.checked_mul(60)).and_then(|seconds| utc.checked_add(seconds));
        seconds
            .and_then(|seconds| u32::try_from(seconds).ok())
            .ok_or_else(|| ParseError::new(ParseErrorKind::Syntax).field(format!("{place}.timestampLocal")))
    }

    /// A decimal integer, which stands in a text as it may exceed what programs take numbers of JSON for.
    fn value(&mut self) -> Result<u64, ParseError> {
        let way = ["measuredValue", "value"];
        let node = self.node(&way)?;
        let digits = match (&node.value, node.as_str()) {
            (_, Some(text)) => text,
            (eichrecht_json::Value::Number(digits), _) => {
                self.notes.push(Note::new(NoteKind::WrongType, way.join(".")).found(*digits));
                digits
            }
            _ => return Err(malformed(&way, node)),
        };
        // `parse` would take a sign as well.
        let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        digits.parse().ok().filter(|_| plain).ok_or_else(|| malformed(&way, node))
    }

    /// Up to eight hex digits; leading zeros may be left out.
    fn pagination(&self) -> Result<u32, ParseError> {
        let way = ["measurementId"];
        let (node, digits) = self.text(&way)?;
        let plain = (1..=8).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        u32::from_str_radix(digits, 16).ok().filter(|_| plain).ok_or_else(|| malformed(&way, node))
    }

    /// All fields of the block.
    ///
    /// # Errors
    /// When one is missing or does not have its form: none is ever assumed.
    pub(crate) fn block(&mut self) -> Result<BlockFields<'n>, ParseError> {
        let [status] = self.hex(&["additionalInfo", "status"])?;
        Ok(BlockFields {
            server_id: self.hex(&["meterInfo", "meterId"])?,
            time: self.local_seconds("measuredValue")?,
            status,
            seconds_index: self.number(&["additionalInfo", "indexes", "timer"])?,
            pagination: self.pagination()?,
            obis: self.hex(&["measurand", "id"])?,
            unit: self.number(&["measuredValue", "unitEncoded"])?,
            scaler: self.number(&["measuredValue", "scale"])?,
            value: self.value()?,
            logbook: self.hex(&["additionalInfo", "indexes", "logBook"])?,
            contract_id: self.text(&["contract", "id"])?.1.as_bytes(),
            contract_time: self.local_seconds("contract")?,
        })
    }
}
