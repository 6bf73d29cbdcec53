//! The tree a text is read into.

use std::borrow::Cow;
use std::ops::Range;

/// A value and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node<'a> {
    /// Byte range of the value in the text, without white space around it.
    pub span: Range<usize>,
    /// The value.
    pub value: Value<'a>,
}

/// A JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number in the spelling of the text, such as `0.2600` or `1e999`.
    Number(&'a str),
    /// A text, unescaped.
    String(Cow<'a, str>),
    /// A list.
    Array(Vec<Node<'a>>),
    /// An object.
    Object(Object<'a>),
}

/// The fields of an object in the order of the text. The same key may stand in it several times.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Object<'a> {
    /// The fields.
    pub members: Vec<Member<'a>>,
}

/// One field of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member<'a> {
    /// The key, unescaped.
    pub key: Cow<'a, str>,
    /// Its value.
    pub value: Node<'a>,
}

impl<'a> Object<'a> {
    /// The value of a key. `None` when the key is absent, and when it stands several times: JSON does not
    /// say which one counts, so none does.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Node<'a>> {
        // Keys are short: comparing byte by byte is quicker here than calling for a comparison of memory.
        let mut found = self.members.iter().filter(|member| member.key.len() == key.len() && member.key.bytes().eq(key.bytes()));
        match (found.next(), found.next()) {
            (Some(only), None) => Some(&only.value),
            _ => None,
        }
    }

    /// The keys that stand several times, each once, in alphabetical order.
    #[must_use]
    pub fn duplicates(&self) -> Vec<&str> {
        let mut keys: Vec<&str> = self.members.iter().map(|member| member.key.as_ref()).collect();
        keys.sort_unstable();
        let mut duplicates: Vec<&str> =
            keys.windows(2).filter(|pair| pair.first() == pair.last()).filter_map(|pair| pair.first().copied()).collect();
        duplicates.dedup();
        duplicates
    }

    /// The value at the end of a way of keys; `None` when a part of the way is absent, stands twice or is no object.
    #[must_use]
    pub fn at(&self, way: &[&str]) -> Option<&Node<'a>> {
        let (last, before) = way.split_last()?;
        let mut object = self;
        for key in before {
            object = object.get(key)?.as_object()?;
        }
        object.get(last)
    }
}

impl<'a> Node<'a> {
    /// The object, if it is one.
    #[must_use]
    pub fn as_object(&self) -> Option<&Object<'a>> {
        if let Value::Object(object) = &self.value { Some(object) } else { None }
    }

    /// The elements, if it is a list.
    #[must_use]
    pub fn as_array(&self) -> Option<&[Self]> {
        if let Value::Array(elements) = &self.value { Some(elements) } else { None }
    }

    /// The text, if it is one.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        if let Value::String(text) = &self.value { Some(text) } else { None }
    }

    /// The whole number, if it is written as one: no fraction, no exponent.
    #[must_use]
    pub fn as_integer(&self) -> Option<i64> {
        if let Value::Number(digits) = &self.value { digits.parse().ok() } else { None }
    }

    /// Keys that stand several times in one object, in this value and everything in it, as paths.
    #[must_use]
    pub fn all_duplicates(&self) -> Vec<String> {
        let mut found = Vec::new();
        self.collect_duplicates("", &mut found);
        found
    }

    fn collect_duplicates(&self, path: &str, found: &mut Vec<String>) {
        let below = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
        match &self.value {
            Value::Object(object) => {
                found.extend(object.duplicates().into_iter().map(below));
                object.members.iter().for_each(|member| member.value.collect_duplicates(&below(&member.key), found));
            }
            Value::Array(elements) => {
                for (index, element) in elements.iter().enumerate() {
                    element.collect_duplicates(&format!("{path}[{index}]"), found);
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{JsonLimits, parse};

    #[test]
    fn a_key_that_stands_twice_gives_nothing() {
        let text = r#"{"b":1,"a":1,"\u0062":2,"c":3,"a":4,"a":5}"#;
        let node = parse(text, JsonLimits { depth: 4, fields: 10 }).unwrap();
        let object = node.as_object().unwrap();
        assert_eq!(object.duplicates(), ["a", "b"]);
        assert!(object.get("a").is_none());
        assert!(object.get("b").is_none());
        assert!(object.get("d").is_none());
        assert_eq!(object.get("c").unwrap().span, 28..29);
        assert_eq!(object.members.len(), 6);
    }

    #[test]
    fn ways_integers_and_duplicates_below() {
        let text = r#"{"a":{"b":7,"c":1e3,"d":[{"e":1,"e":2}]},"f":{"g":1},"f":2}"#;
        let node = parse(text, JsonLimits { depth: 8, fields: 50 }).unwrap();
        let object = node.as_object().unwrap();
        assert_eq!(object.at(&["a", "b"]).unwrap().as_integer(), Some(7));
        assert_eq!(object.at(&["a", "c"]).unwrap().as_integer(), None);
        assert!(object.at(&["f", "g"]).is_none());
        assert!(object.at(&["a", "b", "x"]).is_none());
        assert_eq!(node.all_duplicates(), ["f", "a.d[0].e"]);
    }
}
