//! Everything found about a set of inputs.

use std::ops::Range;

use crate::{
    BillCheck, CheckedRecord, Finding, FormatId, KeyOrigin, KeyProblem, LimitName, Location, Measurement, MeasurementRef, Note, Outcome,
    ParseError, Record, SealProblem, SessionClaim, Transaction, TransactionId, Verdict, VerifiedEnergy,
};

/// Number of a record, unique in an assessment, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RecordId(pub usize);

/// The whole result: inputs, records, transactions, findings and errors, each list in input order.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// The inputs in the order given.
    pub inputs: Vec<InputAssessment>,
    /// All records; `records[n - 1]` has the number n.
    pub records: Vec<RecordEntry>,
    /// All transactions; `transactions[n - 1]` has the number n.
    pub transactions: Vec<Transaction>,
    /// What the inputs claim about charging sessions, unsigned; `claims[n - 1]` has the number n.
    pub claims: Vec<SessionClaim>,
    /// All findings.
    pub findings: Vec<Finding>,
    /// What became of each rule, by code.
    pub outcomes: Vec<(&'static str, Outcome)>,
    /// Everything that could not be read.
    pub errors: Vec<ReadError>,
    /// The least origin of a key that may count as verified.
    pub required_origin: KeyOrigin,
    /// What became of the bill, if one was given. Findings about it stand in `findings` like all others.
    pub bill: Option<BillCheck>,
    /// The worst of the inputs and of the bill.
    pub verdict: Verdict,
}

/// One input.
#[derive(Clone, Debug)]
pub struct InputAssessment {
    /// Name as given.
    pub name: String,
    /// SHA-256 of its bytes, hex; `None` when it was not read completely.
    pub sha256: Option<String>,
    /// Size in bytes, as far as read.
    pub size: u64,
    /// What the input is.
    pub role: InputRole,
    /// Facts noted about the container as a whole.
    pub notes: Vec<Note>,
    /// Positions of its records in [`Assessment::records`].
    pub records: Range<usize>,
    /// The verdict on it.
    pub verdict: Verdict,
}

/// What an input was taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum InputRole {
    /// It carries records, or should.
    Data,
    /// It is a key that lay beside the data; it has no part in the verdict by itself.
    Key,
    /// It is the signature of the input beside it, and is judged with that one.
    Signature,
}

/// A record with its number.
#[derive(Clone, Debug)]
pub struct RecordEntry {
    /// The number.
    pub id: RecordId,
    /// The input it came from.
    pub input: usize,
    /// The record as found.
    pub source: Record,
    /// The format it was recognised as, if any.
    pub format: Option<FormatId>,
    /// Number of an earlier record of the same input in which the same bytes were signed.
    pub duplicate_of: Option<RecordId>,
    /// The record read and checked, or why it could not be read.
    pub content: Result<CheckedRecord, UnreadRecord>,
    /// The verdict on it.
    pub verdict: Verdict,
}

impl RecordEntry {
    /// What identifies the record, whatever stood around it: the bytes that were signed. Of several readings of them it
    /// is the one the valid signature fits, else the most faithful; of a record that was not read all its bytes.
    #[must_use]
    pub fn signed_bytes(&self) -> &[u8] {
        let Ok(record) = &self.content else { return &self.source.bytes };
        let readings = &record.content().signed_bytes;
        let signed = readings.iter().find(|signed| Some(signed.reading) == record.matched()).or(readings.first());
        signed.map_or(&[], |signed| signed.bytes(&self.source.bytes))
    }
}

/// Why there is no content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnreadRecord {
    /// No format recognises it.
    FormatUnknown,
    /// Several formats claim it.
    FormatAmbiguous(Vec<FormatId>),
    /// Its format cannot read it.
    Unreadable(ParseError),
    /// It is under a seal that was not opened.
    Sealed,
}

/// Something that could not be read or done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    /// The input.
    pub input: usize,
    /// What is wrong.
    pub kind: ReadErrorKind,
    /// Where.
    pub location: Location,
    /// Byte offset, where it is known.
    pub offset: Option<u64>,
    /// Short detail in the words of the specification or library; may hold text of the sender.
    pub detail: String,
}

/// Kinds of [`ReadError`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReadErrorKind {
    /// The input could not be opened or read from its source.
    InputUnreadable,
    /// Not a byte in it, or only blanks.
    Empty,
    /// Nothing in it that could be signed data.
    NothingFound,
    /// Neither text nor any known container.
    UnknownContent,
    /// Text that is not valid UTF-8.
    NotUtf8,
    /// XML that is not well-formed.
    XmlSyntax,
    /// XML with a document type or entities: refused.
    XmlDoctype,
    /// XML whose root is none that carries signed data.
    XmlRoot,
    /// A value with no, or more than one, piece of signed data.
    ValuePayload,
    /// An element that may stand once stands several times.
    DuplicateElement,
    /// A comment or processing instruction inside signed data.
    SplitText,
    /// Text that is not what its declared encoding requires.
    NotDecodable,
    /// An archive or a member of it that is broken: wrong checksum, cut off, contradicting itself.
    ArchiveDamaged,
    /// An archive or a member of it that is encrypted.
    ArchiveEncrypted,
    /// An archive or a member of it packed in a way that is not opened; the detail names it.
    ArchiveUnsupported,
    /// A PDF that is broken, or an attachment in it that is.
    PdfDamaged,
    /// A PDF that is encrypted.
    PdfEncrypted,
    /// A PDF without attached files: what is printed in it proves nothing.
    PdfWithoutAttachment,
    /// A report of this program and no signed data: what it says is not believed.
    OwnReport,
    /// A picture that cannot be opened.
    PictureUnreadable,
    /// A picture without a QR code that can be read.
    PictureWithoutCode,
    /// Nothing but a link to data elsewhere, which is never loaded.
    LinkOnly,
    /// A message of a log that cannot be read although it is about a session; the detail names it.
    MessageUnreadable,
    /// A charging session is told of and nothing about it is signed.
    SessionUnsigned,
    /// A seal that was not opened.
    Sealed(SealProblem),
    /// A record of no known format.
    FormatUnknown,
    /// A record that several formats claim.
    FormatAmbiguous,
    /// A record its format cannot read.
    RecordUnreadable(ParseError),
    /// A key text without a readable key.
    KeyUnreadable(KeyProblem),
    /// The store of registered keys could not be asked; what it would have said is not known.
    KeyStoreUnreadable,
    /// A limit was reached; what came behind it was not read.
    Limit(LimitName),
}

impl ReadErrorKind {
    /// The stable name of reports.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::InputUnreadable => "input-unreadable",
            Self::Empty => "empty",
            Self::NothingFound => "nothing-found",
            Self::UnknownContent => "unknown-content",
            Self::NotUtf8 => "not-utf8",
            Self::XmlSyntax => "xml-syntax",
            Self::XmlDoctype => "xml-doctype",
            Self::XmlRoot => "xml-root",
            Self::ValuePayload => "value-payload",
            Self::DuplicateElement => "duplicate-element",
            Self::SplitText => "split-text",
            Self::NotDecodable => "not-decodable",
            Self::ArchiveDamaged => "archive-damaged",
            Self::ArchiveEncrypted => "archive-encrypted",
            Self::ArchiveUnsupported => "archive-unsupported",
            Self::PdfDamaged => "pdf-damaged",
            Self::PdfEncrypted => "pdf-encrypted",
            Self::PdfWithoutAttachment => "pdf-without-attachment",
            Self::OwnReport => "own-report",
            Self::PictureUnreadable => "picture-unreadable",
            Self::PictureWithoutCode => "picture-without-code",
            Self::LinkOnly => "link-only",
            Self::MessageUnreadable => "message-unreadable",
            Self::SessionUnsigned => "session-unsigned",
            Self::Sealed(_) => "sealed",
            Self::FormatUnknown => "format-unknown",
            Self::FormatAmbiguous => "format-ambiguous",
            Self::RecordUnreadable(_) => "record-unreadable",
            Self::KeyUnreadable(_) => "key-unreadable",
            Self::KeyStoreUnreadable => "key-store-unreadable",
            Self::Limit(_) => "limit",
        }
    }
}

impl Assessment {
    /// One with nothing in it, which proves nothing.
    #[must_use]
    pub fn empty(required_origin: KeyOrigin) -> Self {
        Self {
            inputs: Vec::new(),
            records: Vec::new(),
            transactions: Vec::new(),
            claims: Vec::new(),
            findings: Vec::new(),
            outcomes: Vec::new(),
            errors: Vec::new(),
            required_origin,
            bill: None,
            verdict: Verdict::NotChecked,
        }
    }

    /// The record of this number.
    #[must_use]
    pub fn record(&self, id: RecordId) -> Option<&RecordEntry> {
        self.records.get(id.0.checked_sub(1)?)
    }

    /// The content of a record, if it could be read.
    #[must_use]
    pub fn checked(&self, id: RecordId) -> Option<&CheckedRecord> {
        self.record(id)?.content.as_ref().ok()
    }

    /// The transaction of this number.
    #[must_use]
    pub fn transaction(&self, id: TransactionId) -> Option<&Transaction> {
        self.transactions.get(id.0.checked_sub(1)?)
    }

    /// One reading.
    #[must_use]
    pub fn measurement(&self, at: MeasurementRef) -> Option<&Measurement> {
        self.checked(at.record)?.content().measurements.get(at.index)
    }

    /// The records of an input.
    #[must_use]
    pub fn records_of(&self, input: usize) -> &[RecordEntry] {
        self.inputs.get(input).and_then(|i| self.records.get(i.records.clone())).unwrap_or_default()
    }

    /// The transactions listed under an input.
    pub fn transactions_of(&self, input: usize) -> impl Iterator<Item = &Transaction> {
        self.transactions.iter().filter(move |t| t.input == input)
    }

    /// The verdict on a transaction; `NotChecked` for a number that does not exist.
    #[must_use]
    pub fn transaction_verdict(&self, id: TransactionId) -> Verdict {
        self.transaction(id).map_or(Verdict::NotChecked, |transaction| transaction.verdict)
    }

    /// The energy of a transaction, if it is proven.
    #[must_use]
    pub fn verified_energy(&self, id: TransactionId) -> Option<VerifiedEnergy> {
        VerifiedEnergy::prove(self.transaction(id)?, self)
    }
}
