//! Records: as found, as parsed, as checked.

use crate::{
    Algorithm, AlgorithmClaim, ChargePoint, ClaimId, FormatId, GatewayIdentity, KeyFacts, KeyText, Location, LossCompensation, Measurement,
    MeterIdentity, Note, Pagination, SignatureData, SignatureEncoding, SignatureVerdict, TariffText, UserAssignment,
};

/// A record as found: the unit one signature covers, with everything its surroundings claim about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Bytes of the record after unwrapping, unaltered.
    pub bytes: Vec<u8>,
    /// Where it stood.
    pub location: Location,
    /// Byte range in the input, where no encoding lay around it.
    pub span: Option<std::ops::Range<usize>>,
    /// What the container claims. Unsigned.
    pub declared: Declared,
    /// The key that stood beside the record, as found.
    pub key: Option<KeyText>,
    /// Facts noted while unwrapping.
    pub notes: Vec<Note>,
}

/// What a container claims about a record. None of it is signed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Declared {
    /// Format named.
    pub format: Option<String>,
    /// Encoding named.
    pub encoding: Option<String>,
    /// Role named: `Transaction.Begin`, `Transaction.End`, else as received.
    pub context: Option<String>,
    /// Transaction number as received.
    pub transaction_id: Option<String>,
    /// Whose number that is.
    pub numbering: Numbering,
    /// Charging point named, as received.
    pub charge_point: Option<String>,
    /// The claim about a charging session that the record came under.
    pub claim: Option<ClaimId>,
    /// Signature of the whole record that lay beside it in a file of its own.
    pub detached_signature: Option<Vec<u8>>,
    /// Which of several signatures in the bytes the record stands for, counted from 0; set where a format
    /// has more than one in a record ([`crate::Format::signatures`]).
    pub part: Option<usize>,
}

/// Whose number of a session it is: only numbers of one kind can be compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Numbering {
    /// Not said.
    #[default]
    Unsaid,
    /// Of the station and its back end: OCPP, `transactionId` of a SAFE XML file.
    Transaction,
    /// Of a charge detail record.
    ChargeDetailRecord,
    /// Of a session in a back end or container.
    Session,
    /// Of a charge detail record that takes another one back: the records of that one appear in it again on purpose.
    CreditNote,
}

impl Numbering {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Unsaid, Self::Transaction, Self::ChargeDetailRecord, Self::Session, Self::CreditNote];

    /// The word of reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unsaid => "unsaid",
            Self::Transaction => "transaction",
            Self::ChargeDetailRecord => "charge-detail-record",
            Self::Session => "session",
            Self::CreditNote => "credit-note",
        }
    }
}

impl Declared {
    /// The role the container claims, if it is one of the two known ones.
    #[must_use]
    pub fn role(&self) -> Option<DeclaredRole> {
        match self.context.as_deref().map(str::trim) {
            Some("Transaction.Begin") => Some(DeclaredRole::Begin),
            Some("Transaction.End") => Some(DeclaredRole::End),
            _ => None,
        }
    }
}

/// Role of a record as a container claims it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DeclaredRole {
    /// `Transaction.Begin`.
    Begin,
    /// `Transaction.End`.
    End,
}

/// A record read, its signature not yet checked.
#[derive(Clone, Debug)]
pub struct ParsedRecord {
    /// Format it was read as.
    pub format: FormatId,
    /// Version the record states, as received.
    pub version: Option<String>,
    /// The bytes that may have been signed, most faithful reading first. Never empty.
    pub signed_bytes: Vec<SignedBytes>,
    /// What is said about the algorithm; unsigned in most formats.
    pub algorithm: AlgorithmClaim,
    /// The signature.
    pub signature: SignatureData,
    /// A key inside the record.
    pub carried_key: Option<KeyText>,
    /// The meter. Signed.
    pub meter: MeterIdentity,
    /// The signing component. Signed.
    pub gateway: GatewayIdentity,
    /// Counter of the record. Signed.
    pub pagination: Option<Pagination>,
    /// Seconds the meter has run, counted without regard to its clock. Signed.
    pub seconds_index: Option<u64>,
    /// How often the clock of the meter was set, as it counts itself. Signed.
    pub clock_sets: Option<u64>,
    /// A second signature, of a part of the record; it decides nothing by itself.
    pub inner_signature: Option<InnerSignature>,
    /// The signer's own number of the charging session, as received. Signed.
    pub session: Option<String>,
    /// Each record of a session tells its begin again, and the present reading behind it. A fact of the format.
    pub begin_retold: bool,
    /// Seconds the session lasted, as counted by the signer and not told by its clock. Signed.
    pub counted_seconds: Option<u64>,
    /// The user. Signed.
    pub user: UserAssignment,
    /// The charging point. Signed.
    pub charge_point: ChargePoint,
    /// Tariff text. Signed.
    pub tariff: Option<TariffText>,
    /// Parameters of the loss compensation. Signed.
    pub loss: Option<LossCompensation>,
    /// What the record calls itself beside the signed bytes: begin or end of a session. A claim, used only
    /// where nothing signed tells.
    pub claimed_role: Option<DeclaredRole>,
    /// The readings in the order of the record, inheritance resolved.
    pub measurements: Vec<Measurement>,
    /// Signed fields without a place above (vendor extensions, unknown ones): path and text as received.
    pub extensions: Vec<(String, String)>,
    /// Fields beside the signed bytes: path and text as received. Claims.
    pub unsigned: Vec<(String, String)>,
    /// Facts noted while parsing.
    pub notes: Vec<Note>,
}

impl ParsedRecord {
    /// A record of this format with nothing in it yet.
    #[must_use]
    pub fn empty(format: FormatId, signed_bytes: Vec<SignedBytes>, algorithm: AlgorithmClaim, signature: SignatureData) -> Self {
        Self {
            format,
            version: None,
            signed_bytes,
            algorithm,
            signature,
            carried_key: None,
            meter: MeterIdentity::default(),
            gateway: GatewayIdentity::default(),
            pagination: None,
            session: None,
            begin_retold: false,
            counted_seconds: None,
            seconds_index: None,
            clock_sets: None,
            inner_signature: None,
            user: UserAssignment::default(),
            charge_point: ChargePoint::default(),
            tariff: None,
            loss: None,
            claimed_role: None,
            measurements: Vec::new(),
            extensions: Vec::new(),
            unsigned: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// Whether the record holds a reading that begins a transaction.
    #[must_use]
    pub fn has_begin(&self) -> bool {
        self.measurements.iter().any(|m| m.reason.as_ref().is_some_and(crate::ReadingReason::is_begin))
    }

    /// Whether the record holds a reading that ends a transaction.
    #[must_use]
    pub fn has_end(&self) -> bool {
        self.measurements.iter().any(|m| m.reason.as_ref().is_some_and(crate::ReadingReason::is_end))
    }
}

/// A signature of a part of the record inside the signed whole, by the same key. The pipeline checks it
/// with the key that was used for the whole and makes a note if it does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InnerSignature {
    /// The bytes it covers.
    pub signed: Vec<u8>,
    /// Its algorithm.
    pub algorithm: Algorithm,
    /// The signature.
    pub signature: Vec<u8>,
    /// How `r` and `s` are packed in it.
    pub encoding: SignatureEncoding,
}

/// Bytes that may have been signed, and how they were taken from the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedBytes {
    /// How they were taken.
    pub reading: SignedBytesReading,
    /// Where they lie in [`Record::bytes`], or the bytes built from them.
    pub source: SignedBytesSource,
}

/// See [`SignedBytes::source`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignedBytesSource {
    /// A range of the record's bytes, as received.
    Range(std::ops::Range<usize>),
    /// Built as the format prescribes.
    Built(Vec<u8>),
}

impl SignedBytes {
    /// The bytes themselves. A range beyond the record gives none.
    #[must_use]
    pub fn bytes<'a>(&'a self, record: &'a [u8]) -> &'a [u8] {
        match &self.source {
            SignedBytesSource::Range(range) => record.get(range.clone()).unwrap_or_default(),
            SignedBytesSource::Built(bytes) => bytes,
        }
    }
}

/// How signed bytes are taken from a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SignedBytesReading {
    /// As received, or as the format prescribes without any freedom.
    Exact,
    /// Without white space at the edges.
    Trimmed,
    /// Without optional white space (OCMF up to 1.0 defines it so).
    Minified,
    /// With line ends CR LF, which an XML reader turns into LF.
    CrLf,
    /// With one number in the other byte order, where the order is not settled.
    OtherByteOrder,
}

/// A record whose signature was put to the test, with the outcome. Not the same as "valid": ask
/// [`Self::signature`].
#[derive(Clone, Debug)]
pub struct CheckedRecord {
    /// It is large, and handed on many times.
    parsed: Box<ParsedRecord>,
    signature: SignatureVerdict,
    matched: Option<SignedBytesReading>,
    keys: KeyFacts,
}

impl CheckedRecord {
    /// Seals a record with the outcome of its signature check. The one caller is the pipeline, right
    /// behind the check; the lint `disallowed-methods` keeps everybody else away.
    #[must_use]
    pub fn seal_after_signature_check(
        parsed: impl Into<Box<ParsedRecord>>,
        signature: SignatureVerdict,
        matched: Option<SignedBytesReading>,
        keys: KeyFacts,
    ) -> Self {
        Self { parsed: parsed.into(), signature, matched, keys }
    }

    /// The content. Proven only as far as [`Self::signature`] says.
    #[must_use]
    pub fn content(&self) -> &ParsedRecord {
        &self.parsed
    }

    /// Outcome of the check.
    #[must_use]
    pub fn signature(&self) -> &SignatureVerdict {
        &self.signature
    }

    /// Which reading of the signed bytes the valid signature fits.
    #[must_use]
    pub fn matched(&self) -> Option<SignedBytesReading> {
        self.matched
    }

    /// What is known of the keys.
    #[must_use]
    pub fn keys(&self) -> &KeyFacts {
        &self.keys
    }
}
