//! Facts noted while reading, before any rule judges them.

/// One fact: something that deviates, was tolerated, or is worth telling. Rules turn it into findings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it is.
    pub kind: NoteKind,
    /// The field or part it is about, as a path: `RD[1].ST`, `@encoding`; empty for the whole.
    pub field: String,
    /// What was found, as received and unescaped; empty where there is nothing to show.
    pub found: String,
    /// What would have been expected; empty where that goes without saying.
    pub expected: String,
    /// The reading it is about, counted from 0.
    pub measurement: Option<usize>,
}

impl Note {
    /// A fact about a field.
    #[must_use]
    pub fn new(kind: NoteKind, field: impl Into<String>) -> Self {
        Self { kind, field: field.into(), found: String::new(), expected: String::new(), measurement: None }
    }

    /// Adds what was found.
    #[must_use]
    pub fn found(mut self, found: impl Into<String>) -> Self {
        self.found = found.into();
        self
    }

    /// Adds what would have been expected.
    #[must_use]
    pub fn expected(mut self, expected: impl Into<String>) -> Self {
        self.expected = expected.into();
        self
    }

    /// Ties the fact to a reading.
    #[must_use]
    pub fn at(mut self, measurement: usize) -> Self {
        self.measurement = Some(measurement);
        self
    }
}

/// Kinds of [`Note`]. The comment says where such a note is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NoteKind {
    // ---- unwrapping ----
    /// Element in a namespace that is none of the known ones.
    UnknownNamespace,
    /// Unknown, misspelt or misplaced element or attribute.
    UnexpectedPart,
    /// Text between records or elements that is not white space.
    StrayText,
    /// No format was named; it was recognised.
    FormatGuessed,
    /// Another format was recognised than named.
    FormatLabelDiffers,
    /// An encoding was named that is unknown or not the one that fits.
    EncodingLabelDiffers,
    /// A transaction number that is no integer, or is missing where several values stand together.
    TransactionIdOdd,
    /// An encoding around the record was taken off; `found` names it: `hex`, `base64`, `json-string` …
    WrappingRemoved,
    /// The sender states things about the station beside the signed data; `found` holds them.
    SenderData,

    /// The record was under a seal; `found` names the key that opened it.
    SealOpened,
    /// White space in the hex digits of sealed data.
    SealedTextBroken,

    /// A member of an archive that holds nothing to be read here; `field` names it.
    MemberWithoutData,

    /// A member of an archive under a name that points outside of it, or that shows otherwise than it is
    /// spelled; `field` is the name.
    MemberNameOdd,
    /// Something stands behind the end of an archive; `field` names the archive, `found` counts the bytes.
    DataBehindEnd,
    /// A member that is a report of this program, or the list of an evidence bundle: not believed, and set aside;
    /// `field` names it, `found` says which.
    ReportSetAside,
    /// A member of an evidence bundle that is not what the bundle's list says; `field` names it.
    BundleMemberAltered,
    /// The list of an evidence bundle names a member that is not there; `field` names it.
    BundleMemberMissing,
    /// A member that the list of its evidence bundle does not name; `field` names it.
    BundleMemberUnlisted,
    /// The list of an evidence bundle cannot be read, or there are several of them; `field` names it.
    BundleListUnreadable,
    /// The list of contents of a PDF is broken, and its parts were looked for in the bytes.
    CarrierRepaired,
    /// The text of a QR code is no UTF-8 and names no encoding; it was read as ISO 8859-1.
    EncodingAssumed,
    /// A private key lies among the data. It is not used.
    PrivateKeyPresent,

    // ---- syntax of the record ----
    /// A field stands twice in one object; neither is used.
    DuplicateField,
    /// Control characters or characters that reverse the reading direction in a text.
    HiddenCharacters,
    /// The separator of sections inside a signed text.
    SeparatorInPayload,
    /// A section behind the signature (OCMF's old fourth section).
    ExtraSection,
    /// No format version.
    VersionMissing,
    /// A format version nobody knows.
    VersionUnknown,
    /// The version is no text.
    VersionNotText,
    /// A field that came with a later version than the record states.
    FieldNewerThanVersion,
    /// A field the specification requires is missing.
    FieldMissing,
    /// A code that is none of the table.
    CodeUnknown,
    /// A value of the wrong type.
    WrongType,
    /// A number written as a text.
    NumberAsText,
    /// A text longer than allowed.
    TextTooLong,
    /// A field nobody knows.
    FieldUnknown,
    /// The first reading leaves out a field that it could only have inherited.
    FirstReadingIncomplete,
    /// The pagination cannot be read.
    PaginationMalformed,
    /// The time cannot be read.
    TimeUnreadable,
    /// The time deviates from the form required, and was read all the same.
    TimeForm,
    /// The register value cannot be read, or is negative.
    ValueUnreadable,
    /// The unit is not known.
    UnitUnknown,
    /// The register code cannot be read.
    ObisUnreadable,
    /// Register code and unit must be given together.
    ObisWithoutUnit,
    /// A flag for unusable quantities that is not known.
    ErrorFlagUnknown,
    /// The parameters of the loss compensation are incomplete.
    LossParametersIncomplete,
    /// The identification of the user is not of the form its kind requires.
    IdForm,
    /// Something that stands twice in the record does not agree; the signed one counts.
    CopyDiffers,
    /// Something stated beside the signed data says otherwise than the signed data does.
    ClaimContradictsSigned,
    /// The meter says that energy was flowing back when the reading was taken.
    EnergyFlowsBack,

    /// A signed field is not of the form its format requires, and no more specific kind speaks of it.
    FieldMalformed,
    /// The record states a role beside the signed bytes that differs from the signed one.
    RoleLabelDiffers,
    /// The device reports something that leaves the reading usable; `found` names it.
    DeviceReport,
    /// The device reports that its register moved between the session before and this one.
    RegisterMovedReported,

    // ---- signature and key ----
    /// No algorithm was named, the default of the format was taken.
    AlgorithmDefaulted,
    /// The algorithm was named by a synonym or in another spelling.
    AlgorithmSynonym,
    /// The algorithm is not one the specification lists.
    AlgorithmUnusual,
    /// The algorithm is named twice, differently.
    AlgorithmConflict,
    /// A data type of the signature that is not the expected one.
    MimeTypeOdd,
    /// DER with deviations that strict readers refuse; `found` names them.
    LaxDer,
    /// Signature as bare bytes where DER is required.
    RawSignature,
    /// The signature holds for the section without the white space around it.
    MatchedTrimmed,
    /// The signature holds only for the payload without optional white space.
    MatchedMinified,
    /// The signature holds only with line ends CR LF restored.
    MatchedCrlf,
    /// The signature of a part of the record does not hold, although that of the whole does.
    InnerSignatureInvalid,
    /// The key was encoded otherwise than declared.
    KeyEncodingDiffers,
    /// The key was in an unusual wrapping; `found` names it.
    KeyWrapping,
}
