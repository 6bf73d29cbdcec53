//! Unwrapping of whatever carries signed records: bare text, SAFE XML, encodings, archives.
//!
//! Step 1 of the data flow: bytes go in, [`Record`]s come out, each with the place it stood in, what its
//! surroundings claim about it and the key that stood beside it. Nothing a container says is signed, so
//! all of it is kept as a claim. Nothing is verified here and no record is read; where a record begins and
//! ends is asked of the formats.
//!
//! ```
//! use eichrecht_container::unwrap;
//! use eichrecht_model::{Detection, Format, FormatId, FormatInfo, Limits, ParseError, ParseErrorKind, ParsedRecord, Record};
//! # struct Stars;
//! # impl Format for Stars {
//! #     fn info(&self) -> FormatInfo {
//! #         FormatInfo { id: FormatId("stars"), title: "", versions: "", algorithms: "", labels: &["STARS"], carries_key: false, carriers: &[] }
//! #     }
//! #     fn detect(&self, bytes: &[u8]) -> Detection {
//! #         if bytes.starts_with(b"*") { Detection::Yes } else { Detection::No }
//! #     }
//! #     fn find(&self, text: &[u8], most: usize) -> Vec<std::ops::Range<usize>> {
//! #         let stars: Vec<usize> = (0..text.len()).filter(|at| text.get(*at) == Some(&b'*')).collect();
//! #         stars.chunks_exact(2).take(most).filter_map(|pair| Some(*pair.first()?..*pair.last()? + 1)).collect()
//! #     }
//! #     fn parse(&self, _: &Record, _: &Limits) -> Result<ParsedRecord, ParseError> {
//! #         Err(ParseError::new(ParseErrorKind::Syntax))
//! #     }
//! # }
//!
//! // A format whose records stand between two stars.
//! let unwrapped = unwrap("mail.txt", b"see *1200.50* and *1206.10*", &[&Stars], &|_| false, &Limits::default());
//!
//! assert_eq!(unwrapped.records.len(), 2);
//! assert_eq!(unwrapped.records[1].bytes, b"*1206.10*");
//! assert_eq!(unwrapped.records[1].location.to_string(), "mail.txt > record[2]");
//! assert!(unwrapped.errors.is_empty());
//! ```

mod archive;
mod bare_text;
mod billing_xml;
mod carrier;
mod content;
mod encodings;
mod job;
mod json;
mod key_file;
mod link;
mod notes;
mod ocpp;
mod own_report;
mod pdf;
mod picture;
mod safe_xml;
mod scan;
mod search;
mod signed_text;

#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

use std::fmt;

use eichrecht_model::{Format, KeyText, Limits, Location, Note, ReadErrorKind, Record, SessionClaim};

pub use archive::SIGNATURE_ENDING;
pub use carrier::{CarrierInfo, carriers};

/// Everything found in one input, in the order of the input.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unwrapped {
    /// The records, unverified, among them those that no format recognises.
    pub records: Vec<Record>,
    /// Key texts that belong to no particular record.
    pub keys: Vec<KeyText>,
    /// Facts about the container as a whole.
    pub notes: Vec<Note>,
    /// What is told of charging sessions, unsigned; `claims[n - 1]` has the number n.
    pub claims: Vec<SessionClaim>,
    /// What could not be read. Records found besides stay good.
    pub errors: Vec<ContainerError>,
}

/// Something in an input that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContainerError {
    /// What is wrong.
    pub kind: ReadErrorKind,
    /// Where.
    pub location: Location,
    /// Byte offset in the input, where it is known.
    pub offset: Option<u64>,
    /// Short detail: a name or the words of the XML reader. May hold text of the sender: escape it before
    /// showing.
    pub detail: String,
}

impl fmt::Display for ContainerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} in {:?}", self.kind.as_str(), self.location.to_string())?;
        if let Some(offset) = self.offset {
            write!(f, " at byte {offset}")?;
        }
        if !self.detail.is_empty() {
            write!(f, ": {:?}", self.detail)?;
        }
        Ok(())
    }
}

impl std::error::Error for ContainerError {}

/// Finds the records and keys in one input.
///
/// `name` is the name of the input; every [`Location`] begins with it. `is_key` says whether bytes are,
/// as a whole, a key. Never fails as a whole: what cannot be read is listed in [`Unwrapped::errors`], and
/// an input without records always has at least one error, unless it is a key.
#[must_use]
pub fn unwrap(name: &str, bytes: &[u8], formats: &[&dyn Format], is_key: &dyn Fn(&[u8]) -> bool, limits: &Limits) -> Unwrapped {
    let mut job = job::Job::new(formats, is_key, limits);
    job.open(Location::input(name), bytes);
    job.finish()
}

/// An input whose signature came as an input of its own: the record it is as a whole. `None` when no format claims
/// it, and then both are inputs like any other.
#[must_use]
pub fn unwrap_signed(
    name: &str,
    bytes: &[u8],
    signature: &[u8],
    formats: &[&dyn Format],
    is_key: &dyn Fn(&[u8]) -> bool,
    limits: &Limits,
) -> Option<Unwrapped> {
    let mut job = job::Job::new(formats, is_key, limits);
    let taken = archive::signed_apart(bytes, signature, Location::input(name), &mut job);
    taken.then(|| job.finish())
}
