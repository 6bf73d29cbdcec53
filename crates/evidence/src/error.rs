//! What can go wrong. None of it says anything about the data.

use std::fmt;

/// Why no report could be made.
#[derive(Debug)]
#[non_exhaustive]
pub enum EvidenceError {
    /// The PDF library refused; in its words.
    Pdf(String),
    /// The archive could not be written; in the words of the library.
    Archive(String),
    /// The bundle would be larger, or have more members, than is read again.
    TooLarge {
        /// Bytes in it.
        bytes: usize,
        /// Most that is read again.
        limit: usize,
    },
}

impl fmt::Display for EvidenceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pdf(what) => write!(f, "the PDF could not be made: {what}"),
            Self::Archive(what) => write!(f, "the bundle could not be made: {what}"),
            Self::TooLarge { bytes, limit } => {
                write!(f, "the bundle would be too large: {bytes} bytes, and {limit} are read again at most")
            }
        }
    }
}

impl std::error::Error for EvidenceError {}
