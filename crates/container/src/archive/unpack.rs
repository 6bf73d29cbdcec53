//! What unpacking may cost, and reading within that.

use std::io::{ErrorKind, Read};

use eichrecht_model::{LimitName, Limits, ReadErrorKind};

/// Size from which on a member's ratio is looked at: small texts of one letter are no attack.
const RATIO_FROM: usize = 1 << 20;

/// What was spent on archives in one input.
#[derive(Debug, Default)]
pub(crate) struct Budget {
    depth: usize,
    members: usize,
    unpacked: usize,
    spent: bool,
}

impl Budget {
    /// One archive further in. `false` when that is too deep.
    pub(crate) fn enter(&mut self, limits: &Limits) -> bool {
        let allowed = self.depth < limits.archive_depth;
        if allowed {
            self.depth += 1;
        }
        allowed
    }

    pub(crate) fn leave(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    /// One more member.
    pub(super) fn member(&mut self, limits: &Limits) -> Result<(), Fault> {
        self.members += 1;
        if self.members > limits.archive_members { self.exhausted(LimitName::ArchiveMembers) } else { Ok(()) }
    }

    fn exhausted(&mut self, limit: LimitName) -> Result<(), Fault> {
        self.spent = true;
        Err(Fault::Limit(limit))
    }

    /// Whether a bound for the whole input was reached: nothing more is unpacked.
    pub(crate) fn is_spent(&self) -> bool {
        self.spent
    }

    /// Bytes that may still be unpacked.
    pub(crate) fn bytes_left(&self, limits: &Limits) -> usize {
        limits.unpacked_bytes.saturating_sub(self.unpacked)
    }

    /// Members that may still be opened.
    pub(crate) fn members_left(&self, limits: &Limits) -> usize {
        limits.archive_members.saturating_sub(self.members)
    }

    /// Counts what was unpacked elsewhere, within what was left.
    pub(crate) fn charge(&mut self, members: usize, bytes: usize, limits: &Limits) {
        self.members = self.members.saturating_add(members);
        self.unpacked = self.unpacked.saturating_add(bytes);
        self.spent |= self.unpacked > limits.unpacked_bytes;
    }

    /// Reads all that comes out of a decompressor of `packed` bytes.
    pub(super) fn unpack(&mut self, mut from: impl Read, packed: usize, limits: &Limits) -> Result<Vec<u8>, Fault> {
        let mut unpacked = Vec::new();
        let mut buffer = vec![0; 1 << 15];
        let most = packed.saturating_mul(limits.unpacking_ratio).max(RATIO_FROM);
        loop {
            let count = match from.read(&mut buffer) {
                Ok(0) => {
                    unpacked.shrink_to_fit();
                    return Ok(unpacked);
                }
                Ok(count) => count,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => return Err(Fault::Damaged(error.to_string())),
            };
            self.unpacked = self.unpacked.saturating_add(count);
            if self.unpacked > limits.unpacked_bytes {
                self.exhausted(LimitName::UnpackedBytes)?;
            }
            unpacked.extend_from_slice(buffer.get(..count).unwrap_or_default());
            if unpacked.len() > most {
                return Err(Fault::Limit(LimitName::UnpackingRatio));
            }
        }
    }
}

/// Bytes behind the end of an archive that are more than the zeros it was filled up with.
pub(super) fn behind(rest: &[u8]) -> usize {
    match rest.iter().position(|byte| *byte != 0) {
        Some(at) => rest.len() - at,
        None => 0,
    }
}

/// Why something could not be unpacked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    Damaged(String),
    Encrypted,
    Unsupported(String),
    Limit(LimitName),
    /// Bytes stand behind the end: no error, and told as a note.
    Behind(usize),
    /// Of another carrier, told as it is.
    Of(ReadErrorKind, &'static str),
}

impl Fault {
    /// The error it becomes, with its detail.
    pub(super) fn told(self) -> (ReadErrorKind, String) {
        match self {
            Self::Damaged(detail) => (ReadErrorKind::ArchiveDamaged, detail),
            Self::Encrypted => (ReadErrorKind::ArchiveEncrypted, String::new()),
            Self::Unsupported(detail) => (ReadErrorKind::ArchiveUnsupported, detail),
            Self::Limit(limit) => (ReadErrorKind::Limit(limit), String::new()),
            Self::Behind(count) => (ReadErrorKind::ArchiveDamaged, format!("{count} bytes behind the end")),
            Self::Of(kind, detail) => (kind, detail.to_owned()),
        }
    }
}
