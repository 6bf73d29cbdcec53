//! The 17 data points and the bytes that are signed for them.

use eichrecht_json::{Node, Object, Value};
use eichrecht_model::{ParseError, ParseErrorKind};

/// What kind of value a data point has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Unsigned number of 32 bits.
    Unsigned,
    /// Signed number of 32 bits.
    Signed,
    /// Text of at most so many bytes.
    Text(usize),
}

impl Kind {
    /// The word of `valueType`.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Unsigned => "UnsignedInteger32",
            Self::Signed => "Integer32",
            Self::Text(_) => "String",
        }
    }
}

/// A data point as the meter defines it.
pub(crate) struct Definition {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    /// Number of the unit, IEC 62056-62; of numbers only.
    pub(crate) unit: u8,
    pub(crate) obis: Option<&'static str>,
}

const fn number(name: &'static str, unit: u8) -> Definition {
    Definition { name, kind: Kind::Unsigned, unit, obis: None }
}

const fn text(name: &'static str, most: usize) -> Definition {
    Definition { name, kind: Kind::Text(most), unit: NO_UNIT, obis: None }
}

pub(crate) const WATT_HOUR: u8 = 30;
const WATT: u8 = 27;
const SECOND: u8 = 7;
const MINUTE: u8 = 6;
pub(crate) const NO_UNIT: u8 = 255;

/// All data points in the order they are signed in.
pub(crate) static DEFINITIONS: [Definition; 17] = [
    number("Typ", NO_UNIT),
    Definition { name: "RCR", kind: Kind::Unsigned, unit: WATT_HOUR, obis: Some("1-0:1.8.0*198") },
    Definition { name: "TotWhImp", kind: Kind::Unsigned, unit: WATT_HOUR, obis: Some("1-0:1.8.0*255") },
    Definition { name: "W", kind: Kind::Signed, unit: WATT, obis: Some("1-0:1.7.0*255") },
    Definition { name: "MA1", kind: Kind::Text(64), unit: NO_UNIT, obis: Some("1-0:0.0.0*255") },
    number("RCnt", NO_UNIT),
    number("OS", SECOND),
    number("Epoch", SECOND),
    Definition { name: "TZO", kind: Kind::Signed, unit: MINUTE, obis: None },
    number("EpochSetCnt", NO_UNIT),
    number("EpochSetOS", SECOND),
    number("DI", NO_UNIT),
    number("DO", NO_UNIT),
    text("Meta1", 140),
    text("Meta2", 100),
    text("Meta3", 100),
    number("Evt", NO_UNIT),
];

/// The words for the number of a unit.
pub(crate) fn unit_words(unit: u8) -> &'static [&'static str] {
    match unit {
        WATT_HOUR => &["WATT_HOUR"],
        WATT => &["WATT"],
        SECOND => &["SECOND"],
        MINUTE => &["MIN", "MINUTE"],
        NO_UNIT => &["UNITLESS"],
        _ => &[],
    }
}

/// A signed value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Signed {
    Number { value: i64, scale: i8, unit: u8 },
    Text(String),
}

/// A data point as told in the list.
pub(crate) struct Point<'n, 'a> {
    pub(crate) definition: &'static Definition,
    pub(crate) entry: &'n Object<'a>,
    pub(crate) signed: Signed,
    /// Its signed bytes.
    pub(crate) bytes: Vec<u8>,
}

/// All 17 data points in signing order.
pub(crate) struct Points<'n, 'a>(pub(crate) Vec<Point<'n, 'a>>);

impl<'n, 'a> Points<'n, 'a> {
    /// Reads the list.
    ///
    /// # Errors
    /// When a point is missing, has no value, stands twice or is unknown: a value is never assumed, and of two nobody
    /// can say which one counts.
    pub(crate) fn read(list: &'n [Node<'a>]) -> Result<Self, ParseError> {
        let mut entries: Vec<(&str, &'n Node<'a>, &'n Object<'a>)> = Vec::with_capacity(list.len());
        for (index, node) in list.iter().enumerate() {
            let place = || format!("additionalValues[{index}]");
            let entry = node.as_object().ok_or_else(|| syntax(place(), node))?;
            let name = entry.at(&["measurand", "name"]).and_then(Node::as_str).ok_or_else(|| syntax(place(), node))?;
            let known = DEFINITIONS.iter().any(|definition| definition.name == name);
            if !known || entries.iter().any(|(other, ..)| *other == name) {
                return Err(syntax(place(), node));
            }
            entries.push((name, node, entry));
        }
        let point = |definition: &'static Definition| {
            let missing = || ParseError::new(ParseErrorKind::PartMissing).field(definition.name);
            let (_, node, entry) = entries.iter().find(|(name, ..)| *name == definition.name).ok_or_else(missing)?;
            let value = entry.get("measuredValue").and_then(Node::as_object).ok_or_else(missing)?;
            let (signed, bytes) = match definition.kind {
                Kind::Text(_) => read_text(value),
                _ => read_number(value, definition.kind),
            }
            .ok_or_else(|| if is_null(value) { missing() } else { syntax(definition.name.to_owned(), node) })?;
            Ok(Point { definition, entry, signed, bytes })
        };
        DEFINITIONS.iter().map(point).collect::<Result<_, _>>().map(Self)
    }

    /// What the meter signed.
    pub(crate) fn signed_bytes(&self) -> Vec<u8> {
        self.0.iter().flat_map(|point| point.bytes.iter().copied()).collect()
    }

    /// A number and its power of ten; zero for a name that is no number, which does not occur.
    pub(crate) fn number(&self, name: &str) -> (i64, i8) {
        match self.get(name).map(|point| &point.signed) {
            Some(Signed::Number { value, scale, .. }) => (*value, *scale),
            _ => (0, 0),
        }
    }

    pub(crate) fn text(&self, name: &str) -> &str {
        match self.get(name).map(|point| &point.signed) {
            Some(Signed::Text(text)) => text,
            _ => "",
        }
    }

    pub(crate) fn get(&self, name: &str) -> Option<&Point<'n, 'a>> {
        self.0.iter().find(|point| point.definition.name == name)
    }
}

fn syntax(field: String, node: &Node<'_>) -> ParseError {
    ParseError::new(ParseErrorKind::Syntax).field(field).at(node.span.start)
}

fn is_null(value: &Object<'_>) -> bool {
    value.get("value").is_none_or(|value| value.value == Value::Null)
}

/// A member that may be left out.
fn or<T: TryFrom<i64>>(value: &Object<'_>, key: &str, default: T) -> Option<T> {
    // A member that stands twice is not absent.
    if !value.members.iter().any(|member| member.key == key) {
        return Some(default);
    }
    T::try_from(value.get(key)?.as_integer()?).ok()
}

fn read_number(object: &Object<'_>, kind: Kind) -> Option<(Signed, Vec<u8>)> {
    let value = object.get("value")?.as_integer()?;
    let scale: i8 = or(object, "scale", 0)?;
    let unit: u8 = or(object, "unitEncoded", NO_UNIT)?;
    let four = if kind == Kind::Signed { i32::try_from(value).ok()?.to_be_bytes() } else { u32::try_from(value).ok()?.to_be_bytes() };
    let bytes = [four.as_slice(), &scale.to_be_bytes(), &[unit]].concat();
    Some((Signed::Number { value, scale, unit }, bytes))
}

fn read_text(object: &Object<'_>) -> Option<(Signed, Vec<u8>)> {
    let text = object.get("value")?.as_str()?;
    let encoding =
        if object.members.iter().any(|member| member.key == "valueEncoding") { object.get("valueEncoding")?.as_str()? } else { "UTF-8" };
    let encoded = match encoding {
        "UTF-8" => text.as_bytes().to_vec(),
        // Its bytes are the code points of the characters.
        "ISO-8859-1" => text.chars().map(|character| u8::try_from(u32::from(character))).collect::<Result<_, _>>().ok()?,
        _ => return None,
    };
    let bytes = [u32::try_from(encoded.len()).ok()?.to_be_bytes().as_slice(), &encoded].concat();
    Some((Signed::Text(text.to_owned()), bytes))
}
