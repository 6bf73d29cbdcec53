//! The contract every signed format fulfils.

use std::fmt;
use std::ops::Range;

use crate::{LimitName, Limits, ParsedRecord, Record, Seal};

/// Short stable name of a format: `ocmf`, `alfen` …
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FormatId(pub &'static str);

impl FormatId {
    /// The name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.0
    }
}

impl fmt::Display for FormatId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// What a format is, for lists and generated tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormatInfo {
    /// Stable name.
    pub id: FormatId,
    /// Full name.
    pub title: &'static str,
    /// Versions read.
    pub versions: &'static str,
    /// Algorithms met or specified.
    pub algorithms: &'static str,
    /// Names it goes by in `format` attributes and `encodingMethod` fields, upper case.
    pub labels: &'static [&'static str],
    /// Whether a key travels inside the record.
    pub carries_key: bool,
    /// Names of the carriers it is known to come in, apart from those that carry any format (text, archives). This is the
    /// one place where that is said; lists, tables and pages are made from it.
    pub carriers: &'static [&'static str],
}

/// How sure a format is that bytes are a record of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detection {
    /// Surely not.
    No,
    /// Possibly.
    Maybe,
    /// It bears the format's mark.
    Yes,
}

/// A signed format. Implementations recognise and read; they never verify.
///
/// None of the functions panics, whatever the bytes.
pub trait Format: Sync {
    /// What the format is.
    fn info(&self) -> FormatInfo;

    /// Whether the bytes are one record of this format. Cheap.
    fn detect(&self, bytes: &[u8]) -> Detection;

    /// Where records stand in a text that may hold several, with other text around. Ranges do not
    /// overlap and ascend. A record that begins and never ends is given up to the end of what could
    /// belong to it, so that it is reported as broken and not lost. The search ends with the record
    /// number `most`, so that a text full of beginnings costs no more memory than one of records.
    fn find(&self, text: &[u8], most: usize) -> Vec<Range<usize>>;

    /// How many signatures one record of this format holds, each of which covers a reading of its own and is
    /// checked by itself. Where there are several, the record is read once for each, with
    /// [`crate::Declared::part`] set. At least 1.
    fn signatures(&self) -> usize {
        1
    }

    /// Whether the signature of a record comes as a file of its own, `x.sign` beside `x`. Where it does not, a file of that
    /// name is a file like any other, and what is in it is not passed over.
    fn signed_apart(&self) -> bool {
        false
    }

    /// How records of this format are opened, where they are sealed and have no content before.
    fn seal(&self) -> Option<&dyn Seal> {
        None
    }

    /// Reads one record. A sealed one cannot be read as it is.
    ///
    /// # Errors
    /// When the bytes are no record of the format. Oddities that leave the content clear are notes.
    fn parse(&self, record: &Record, limits: &Limits) -> Result<ParsedRecord, ParseError>;
}

/// Why a record cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ParseError {
    /// What is wrong.
    pub kind: ParseErrorKind,
    /// Byte offset in the record, where it is known.
    pub offset: Option<usize>,
    /// The field concerned, as a path; empty for the whole.
    pub field: String,
}

impl ParseError {
    /// An error about the whole record.
    #[must_use]
    pub fn new(kind: ParseErrorKind) -> Self {
        Self { kind, offset: None, field: String::new() }
    }

    /// Adds the place.
    #[must_use]
    pub fn at(mut self, offset: usize) -> Self {
        self.offset = Some(offset);
        self
    }

    /// Adds the field.
    #[must_use]
    pub fn field(mut self, field: impl Into<String>) -> Self {
        self.field = field.into();
        self
    }
}

/// Kinds of [`ParseError`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ParseErrorKind {
    /// It does not begin as a record of the format must.
    HeaderMissing,
    /// It ends in the middle.
    Truncated,
    /// Not UTF-8.
    NotUtf8,
    /// The syntax is broken.
    Syntax,
    /// A part the format cannot do without is missing or of the wrong type.
    PartMissing,
    /// A checksum does not fit.
    Checksum,
    /// The content is under a seal.
    Sealed,
    /// A limit was reached.
    Limit(LimitName),
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            ParseErrorKind::HeaderMissing => f.write_str("the record does not begin as its format requires")?,
            ParseErrorKind::Truncated => f.write_str("the record ends in the middle")?,
            ParseErrorKind::NotUtf8 => f.write_str("the record is not valid UTF-8")?,
            ParseErrorKind::Syntax => f.write_str("the syntax of the record is broken")?,
            ParseErrorKind::PartMissing => f.write_str("a necessary part of the record is missing")?,
            ParseErrorKind::Checksum => f.write_str("a checksum of the record does not fit")?,
            ParseErrorKind::Sealed => f.write_str("the content of the record is under a seal")?,
            ParseErrorKind::Limit(limit) => write!(f, "the record exceeds the limit {}", limit.as_str())?,
        }
        if !self.field.is_empty() {
            write!(f, " (field {})", self.field)?;
        }
        if let Some(offset) = self.offset {
            write!(f, " at byte {offset}")?;
        }
        Ok(())
    }
}

impl std::error::Error for ParseError {}
