//! What is to be verified.

use eichrecht_model::{KeyOrigin, KeyText, Location, ReadErrorKind};

use crate::keys::OfferedKey;

/// One input: a file, pasted text, anything as received.
#[derive(Clone, Debug)]
pub struct Input {
    /// Name to show; also used to pair key files with data files.
    pub name: String,
    /// The bytes, or why there are none.
    pub bytes: Result<Vec<u8>, Refused>,
    /// Keys that came with this input and serve the call it is in.
    pub(crate) keys: Vec<OfferedKey>,
}

/// Why the front end has no bytes of an input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// What is wrong: not readable, or over a limit.
    pub kind: ReadErrorKind,
    /// Size in bytes, as far as known.
    pub size: u64,
    /// Detail in the words of the operating system.
    pub detail: String,
}

impl Input {
    /// An input with its bytes.
    #[must_use]
    pub fn new(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { name: name.into(), bytes: Ok(bytes.into()), keys: Vec::new() }
    }

    /// Adds a key that came along with this input, as the key column of a table does: text or file content in any
    /// encoding. [`KeyOrigin::Container`] says that it came with the data, [`KeyOrigin::User`] that the caller
    /// took it from elsewhere. It serves the call the input is in, and no other.
    #[must_use]
    pub fn with_key(mut self, origin: KeyOrigin, name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        let text = KeyText { bytes: bytes.into(), declared_encoding: None, location: Location::input(name) };
        self.keys.push(OfferedKey { origin, text });
        self
    }

    /// An input that could not be read. It is reported like any other, as not checked.
    #[must_use]
    pub fn refused(name: impl Into<String>, refused: Refused) -> Self {
        Self { name: name.into(), bytes: Err(refused), keys: Vec::new() }
    }
}
