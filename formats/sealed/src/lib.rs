//! Sealed data as SAFE XML carries it in `encodedData`: the layout around and inside the seal.
//!
//! A seal is made with a private RSA key, and the public key opens it. What opens is not proven by that: the scheme is no
//! signature, and its version 2 leaves most of the content unprotected. So this format is a wrapping and never a
//! record of its own. The core lets [`Seal`] say what a key has to do, has the crypto crate do it, and reads on with
//! the content, which is judged by a signature of its own or not at all.
//!
//! `FORMAT.md` beside this crate tells the layout. This crate holds no arithmetic and verifies nothing.
//!
//! ```
//! use eichrecht_model::{Detection, Format};
//! use eichrecht_sealed::FORMAT;
//!
//! let begin = [0x30, 0x0c, 0x06, 0x0a, 0x2b, 6, 1, 4, 1, 0x83, 0xd6, 0x77, 1, 1];
//! assert_eq!(FORMAT.detect(&begin), Detection::Yes);
//! assert!(FORMAT.seal().is_some_and(|seal| seal.task(&begin).is_err()));
//! ```

mod blocks;
mod der;
mod envelope;
mod inflate;

use std::ops::Range;

use eichrecht_model::{
    Detection, Format, FormatId, FormatInfo, Limits, ParseError, ParseErrorKind, ParsedRecord, Record, Seal, SealProblem, SealTask,
};

use envelope::{Envelope, FORMAT_ID, OWNER, Version};

/// The format. There is only one value of it: [`FORMAT`].
#[derive(Clone, Copy, Debug)]
pub struct Sealed;

/// The one value of [`Sealed`], for lists of formats.
pub static FORMAT: Sealed = Sealed;

const ID: FormatId = FormatId("sealed");

impl Format for Sealed {
    fn info(&self) -> FormatInfo {
        FormatInfo {
            id: ID,
            title: "Sealed data (SAFE sealing); opened, never counted as signed",
            versions: "1 and 2 with RSA; sealed by key agreement (ECDHE) is named and refused",
            algorithms: "none: RSA (1024 to 4096 bits) opens, and proves nothing",
            labels: &["SEALED"],
            carries_key: false,
            carriers: &["safe-xml"],
        }
    }

    /// By the identifier of the format, whatever length the structure states. Another identifier of the same owner may be
    /// a seal of another kind.
    fn detect(&self, bytes: &[u8]) -> Detection {
        let behind_length = match bytes {
            [0x30, 0x00..=0x80, rest @ ..]
            | [0x30, 0x81, _, rest @ ..]
            | [0x30, 0x82, _, _, rest @ ..]
            | [0x30, 0x83, _, _, _, rest @ ..] => rest,
            _ => return Detection::No,
        };
        let [0x06, _, id @ ..] = behind_length else { return Detection::No };
        if id.starts_with(FORMAT_ID) {
            Detection::Yes
        } else if id.starts_with(OWNER) {
            Detection::Maybe
        } else {
            Detection::No
        }
    }

    /// The bytes are no text, so none is found in one. In hex they are.
    fn find(&self, _: &[u8], _: usize) -> Vec<Range<usize>> {
        Vec::new()
    }

    fn seal(&self) -> Option<&dyn Seal> {
        Some(self)
    }

    fn parse(&self, _: &Record, _: &Limits) -> Result<ParsedRecord, ParseError> {
        Err(ParseError::new(ParseErrorKind::Sealed))
    }
}

impl Seal for Sealed {
    fn task(&self, record: &[u8]) -> Result<SealTask, SealProblem> {
        Envelope::read(record).map(|envelope| envelope.task())
    }

    fn content(&self, record: &[u8], opened: &[u8], limits: &Limits) -> Result<Vec<u8>, SealProblem> {
        let envelope = Envelope::read(record)?;
        let content = match envelope.version {
            Version::One => blocks::version_one(opened, envelope.sealed_length()),
            Version::Two(_) => blocks::version_two(opened),
        }?;
        if envelope.deflated { inflate::inflate(&content, limits.record_bytes) } else { Ok(content) }
    }
}
