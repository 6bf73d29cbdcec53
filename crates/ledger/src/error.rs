//! What can go wrong with a ledger.

use std::fmt;

/// Why a ledger could not do its work. It is never a verdict.
#[derive(Debug)]
#[non_exhaustive]
pub enum LedgerError {
    /// The file is no ledger of this program.
    NotALedger,
    /// The ledger was made by a later version of the program.
    TooNew {
        /// Its version.
        found: i64,
    },
    /// What is in the file contradicts itself; the text says where.
    Damaged(String),
    /// An input has no content to tell it by: it was not read.
    InputUnread(String),
    /// A report that is none, or one with parts missing: which one, counted from 1, and why.
    Report {
        /// Number of the report in its stream.
        number: usize,
        /// Why.
        reason: String,
    },
    /// The store itself failed: disk full, no permission, locked by another program.
    Store(rusqlite::Error),
    /// The thread of a writer has ended.
    WriterGone,
}

impl fmt::Display for LedgerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotALedger => f.write_str("the file is no ledger of eichrecht"),
            Self::TooNew { found } => write!(f, "the ledger was made by a later version of eichrecht (its version is {found})"),
            Self::Damaged(what) => write!(f, "the ledger is damaged: {what}"),
            Self::InputUnread(name) => write!(f, "the input {name} was not read"),
            Self::Report { number, reason } => write!(f, "report {number} cannot be taken in: {reason}"),
            Self::Store(error) => write!(f, "the ledger cannot be read or written: {error}"),
            Self::WriterGone => f.write_str("the thread that writes the ledger has ended"),
        }
    }
}

impl std::error::Error for LedgerError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Store(error) => Some(error),
            _ => None,
        }
    }
}

impl From<rusqlite::Error> for LedgerError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::NotADatabase) => Self::NotALedger,
            _ => Self::Store(error),
        }
    }
}
