//! The objects of a PDF, ISO 32000-2, 7.3.

/// Number of an object. Generations are not told apart: no object of a document is there twice.
pub(crate) type Id = u32;

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Object {
    /// Null, a boolean, or a number with a fraction: nothing that is looked at here.
    Other,
    Integer(i64),
    Name(Vec<u8>),
    String(Vec<u8>),
    Array(Vec<Object>),
    Dictionary(Dictionary),
    Reference(Id),
}

impl Object {
    pub(crate) fn integer(&self) -> Option<usize> {
        match self {
            Self::Integer(number) => usize::try_from(*number).ok(),
            _ => None,
        }
    }

    pub(crate) fn is_name(&self, name: &[u8]) -> bool {
        matches!(self, Self::Name(found) if found == name)
    }
}

/// A dictionary. Where a key stands twice the first counts, as there is no rule.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Dictionary(pub(crate) Vec<(Vec<u8>, Object)>);

impl Dictionary {
    pub(crate) fn get(&self, key: &[u8]) -> Option<&Object> {
        self.0.iter().find(|(found, _)| found == key).map(|(_, value)| value)
    }

    pub(crate) fn is_of_type(&self, name: &[u8]) -> bool {
        self.get(b"Type").is_some_and(|kind| kind.is_name(name))
    }
}
