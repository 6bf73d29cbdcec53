//! The groups of a record: `(NAME:VALUE)`, one behind the other.

use eichrecht_model::{ParseError, ParseErrorKind};

use crate::frame::PREFIX;

/// The attributes in the order all known records have.
pub(crate) const ORDER: [&str; 14] = ["ST", "CT", "CD", "TV", "BV", "CSC", "SP", "RV", "SI", "CS", "HW", "DT", "PK", "SG"];

/// Groups a record may have: far more than any has, and few enough that each may become a note.
const MOST: usize = 256;

/// The groups of a text, and how long it is up to the last of them.
pub(crate) struct Groups<'a> {
    pub(crate) all: Vec<(&'a str, &'a str)>,
    /// Bytes in front of the last group.
    pub(crate) signed: usize,
}

impl<'a> Groups<'a> {
    /// Cuts a text that begins with the prefix. Offsets of errors count from its begin.
    pub(crate) fn cut(text: &'a str) -> Result<Self, ParseError> {
        let mut rest = text.get(PREFIX.len()..).unwrap_or_default();
        let mut groups = Self { all: Vec::new(), signed: 0 };
        while !rest.is_empty() {
            let at = text.len() - rest.len();
            let syntax = || ParseError::new(ParseErrorKind::Syntax).at(at);
            let inner = rest.strip_prefix('(').ok_or_else(syntax)?;
            let (group, behind) = inner.split_once(')').ok_or_else(|| ParseError::new(ParseErrorKind::Truncated).at(text.len()))?;
            let (name, value) = group.split_once(':').filter(|_| !group.contains('(')).ok_or_else(syntax)?;
            if groups.all.len() == MOST || name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_uppercase()) {
                return Err(syntax());
            }
            groups.all.push((name, value));
            groups.signed = at;
            rest = behind;
        }
        match groups.all.last() {
            Some(("SG", _)) => {}
            // Where the signed part ends is told by the signature alone.
            _ if groups.count("SG") > 0 => return Err(ParseError::new(ParseErrorKind::Syntax).at(groups.signed).field("SG")),
            _ => return Err(ParseError::new(ParseErrorKind::PartMissing).at(text.len()).field("SG")),
        }
        match ORDER.into_iter().find(|name| groups.count(name) == 0) {
            Some(missing) => Err(ParseError::new(ParseErrorKind::PartMissing).field(missing)),
            None => Ok(groups),
        }
    }

    fn count(&self, name: &str) -> usize {
        self.all.iter().filter(|(known, _)| *known == name).count()
    }

    /// The value of an attribute; `None` when it stands twice.
    pub(crate) fn get(&self, name: &str) -> Option<&'a str> {
        let mut values = self.all.iter().filter(|(known, _)| *known == name).map(|(_, value)| *value);
        values.next().filter(|_| values.next().is_none())
    }

    /// Attributes that stand more than once, each named once.
    pub(crate) fn doubled(&self) -> Vec<&'static str> {
        ORDER.into_iter().filter(|name| self.count(name) > 1).collect()
    }

    /// Attributes nobody knows.
    pub(crate) fn unknown(&self) -> impl Iterator<Item = &(&'a str, &'a str)> {
        self.all.iter().filter(|(name, _)| !ORDER.contains(name))
    }

    /// Whether the known attributes stand in the known order.
    pub(crate) fn in_order(&self) -> bool {
        let places = self.all.iter().filter_map(|(name, _)| ORDER.iter().position(|known| known == name));
        places.is_sorted()
    }
}

#[cfg(test)]
#[allow(clippy::string_slice, reason = "a test")]
mod tests {
    use super::*;

    fn text(groups: &[(&str, &str)]) -> String {
        let groups: String = groups.iter().map(|(name, value)| format!("({name}:{value})")).collect();
        format!("128.8.0{groups}")
    }

    fn all() -> Vec<(&'static str, &'static str)> {
        ORDER.into_iter().map(|name| (name, "1")).collect()
    }

    #[test]
    fn signed_is_all_before_the_signature() {
        let text = text(&all());
        let groups = Groups::cut(&text).unwrap();
        assert_eq!(&text[groups.signed..], "(SG:1)");
        assert!(groups.in_order() && groups.doubled().is_empty() && groups.unknown().next().is_none());
        assert_eq!(groups.get("RV"), Some("1"));
    }

    #[test]
    fn each_attribute_is_needed() {
        for (position, name) in ORDER.iter().enumerate() {
            let mut groups = all();
            groups.remove(position);
            let error = Groups::cut(&text(&groups)).err().unwrap();
            assert_eq!((error.kind, error.field.as_str()), (ParseErrorKind::PartMissing, *name));
        }
    }

    #[test]
    fn oddities() {
        let mut groups = all();
        groups.insert(0, ("BV", "0"));
        groups.insert(3, ("XX", "a:b"));
        let text = text(&groups);
        let groups = Groups::cut(&text).unwrap();
        assert_eq!((groups.get("BV"), groups.doubled(), groups.in_order()), (None, vec!["BV"], false));
        assert_eq!(groups.unknown().collect::<Vec<_>>(), [&("XX", "a:b")]);
    }

    #[test]
    fn broken_syntax() {
        use ParseErrorKind::{Syntax, Truncated};
        for (text, kind, offset) in [
            ("128.8.0(ST:1)x", Syntax, 13),
            ("128.8.0(ST)", Syntax, 7),
            ("128.8.0(st:1)", Syntax, 7),
            ("128.8.0(:1)", Syntax, 7),
            ("128.8.0(ST:(1)", Syntax, 7),
            ("128.8.0(SG:1)(ST:1)", Syntax, 13),
            (&format!("128.8.0{}", "(A:)".repeat(257)), Syntax, 7 + 4 * 256),
            ("128.8.0(ST:1)(CT:", Truncated, 17),
        ] {
            let error = Groups::cut(text).err().unwrap();
            assert_eq!((error.kind, error.offset), (kind, Some(offset)), "{text}");
        }
    }
}
