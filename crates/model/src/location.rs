//! Where something was found.

use std::fmt;

/// Way from the input to a thing in it, outermost first: `invoice.zip`, `data.xml`, `values/value[2]`.
///
/// The parts may hold text of the sender: escape them before showing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Location {
    parts: Vec<String>,
    /// Position of the innermost file among the parts.
    file: usize,
}

impl Location {
    /// The input of this name.
    #[must_use]
    pub fn input(name: &str) -> Self {
        Self { parts: vec![name.to_owned()], file: 0 }
    }

    /// One step further in.
    #[must_use]
    pub fn inside(&self, part: impl Into<String>) -> Self {
        let mut inner = self.clone();
        inner.parts.push(part.into());
        inner
    }

    /// One step further in, to a file with a name of its own: a member of an archive.
    #[must_use]
    pub fn inside_file(&self, name: impl Into<String>) -> Self {
        let mut inner = self.inside(name);
        inner.file = self.parts.len();
        inner
    }

    /// Name of the innermost file, with the folders the sender gave it.
    #[must_use]
    pub fn file(&self) -> Option<&str> {
        self.parts.get(self.file).map(String::as_str)
    }

    /// The parts, outermost first.
    #[must_use]
    pub fn parts(&self) -> &[String] {
        &self.parts
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.parts.join(" > "))
    }
}
