//! Why the store could not do something.

use std::fmt;

use eichrecht_model::{DirectoryError, LimitName};
use jiff::civil::Date;

/// Why the store could not do something.
#[derive(Debug)]
#[non_exhaustive]
pub enum StoreError {
    /// There is no store at this place.
    Missing,
    /// The file is another database, or none.
    NotAStore,
    /// The store was made by a later version of this program; its number.
    TooNew(i64),
    /// The store is damaged: what SQLite or our own check says.
    Damaged(String),
    /// Another program works on the store and did not finish in time.
    Busy,
    /// The file cannot be opened, read or written.
    Io(String),
    /// The file to import is no table with keys that is known: no header was found.
    NoHeader,
    /// The file to import is neither a readable table of text nor a workbook.
    NotATable(String),
    /// The file to import has rows below its header that do not fit it: row and what is wrong.
    Row(u64, String),
    /// A limit was reached.
    Limit(LimitName),
    /// Nothing says of which date the register is.
    NoDate,
    /// The store has another file of the same register and date; its SHA-256.
    DateTaken(Date, String),
    /// A pin names nothing that the key belongs to.
    NothingToPinTo,
}

impl fmt::Display for StoreError {
    /// In English, for logs. Texts for users are made in the report.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("there is no key store"),
            Self::NotAStore => f.write_str("the file is no key store"),
            Self::TooNew(version) => write!(f, "the key store has version {version}, which this program does not know"),
            Self::Damaged(detail) => write!(f, "the key store is damaged: {detail}"),
            Self::Busy => f.write_str("another program works on the key store"),
            Self::Io(detail) => f.write_str(detail),
            Self::NoHeader => f.write_str("no header of a known register or list was found"),
            Self::NotATable(detail) => write!(f, "no readable table: {detail}"),
            Self::Row(row, detail) => write!(f, "row {row}: {detail}"),
            Self::Limit(limit) => write!(f, "limit {} reached", limit.as_str()),
            Self::NoDate => f.write_str("nothing says of which date the register is"),
            Self::DateTaken(date, _) => write!(f, "the store has another file of this register of {date}"),
            Self::NothingToPinTo => f.write_str("a pin needs a charging point, a meter or a signing component"),
        }
    }
}

impl std::error::Error for StoreError {}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => Self::NotAStore,
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged(error.to_string()),
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            // A text where a number belongs, a missing column: the file was changed by somebody else.
            None => Self::Damaged(error.to_string()),
            Some(_) => Self::Io(error.to_string()),
        }
    }
}

impl From<StoreError> for DirectoryError {
    fn from(error: StoreError) -> Self {
        Self { detail: error.to_string() }
    }
}
