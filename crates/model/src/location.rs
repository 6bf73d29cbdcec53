//! Where something was found.

use std::fmt;

/// Way from the input to a thing in it, outermost first: `invoice.zip`, `data.xml`, `values/value[2]`.
///
/// The parts may hold text of the sender: escape them before showing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Location(Vec<String>);

impl Location {
    /// The input of this name.
    #[must_use]
    pub fn input(name: &str) -> Self {
        Self(vec![name.to_owned()])
    }

    /// One step further in.
    #[must_use]
    pub fn inside(&self, part: impl Into<String>) -> Self {
        let mut parts = self.0.clone();
        parts.push(part.into());
        Self(parts)
    }

    /// The parts, outermost first.
    #[must_use]
    pub fn parts(&self) -> &[String] {
        &self.0
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join(" > "))
    }
}
