//! What an input may cost.

/// Bounds for hostile input. An error that comes of one of them names it by [`LimitName`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// Bytes of one input. Default 128 MiB: 100,000 OCMF records with a tariff text each fit in.
    pub input_bytes: usize,
    /// Records in one input. Default 100,000.
    pub records: usize,
    /// Bytes of one record. Default 1 MiB; the largest known one has 8 KiB.
    pub record_bytes: usize,
    /// Nesting of elements in an XML document. Default 32.
    pub xml_depth: usize,
    /// Attributes of one XML element. Default 64.
    pub xml_attributes: usize,
    /// Bytes of all attributes of one XML element together. Default 64 KiB.
    pub xml_attribute_bytes: usize,
    /// Nesting of objects and arrays in a JSON text. Default 32.
    pub json_depth: usize,
    /// Fields in one JSON text, all levels together. Default 20,000.
    pub json_fields: usize,
    /// Nesting of lists in a record of binary type-length-value fields. Default 16; known ones have 6.
    pub tlv_depth: usize,
    /// Readings in one record. Default 5,000.
    pub readings: usize,
    /// Encodings around one another (hex in Base64 in a JSON string …). Default 6.
    pub wrappings: usize,
    /// Archives and compressed files around one another. Default 8; known ones have 3.
    pub archive_depth: usize,
    /// Members of all archives in one input together. Default 10,000.
    pub archive_members: usize,
    /// Bytes unpacked from one input, all archives in it together. Default 64 MiB.
    pub unpacked_bytes: usize,
    /// How many times larger than packed a member may become, once it is larger than 1 MiB. Default 200.
    pub unpacking_ratio: usize,
    /// Messages in one log. Default 1,000,000.
    pub messages: usize,
    /// Bytes of one message of a log. Default 1 MiB.
    pub message_bytes: usize,
    /// Charging sessions that one input may tell of. Default 100,000.
    pub claims: usize,
    /// Objects in a PDF. Default 200,000; a receipt has some hundred.
    pub pdf_objects: usize,
    /// Points of a picture. Default 25 million; a page of A4 scanned at 400 dots per inch has 15. All pictures in
    /// one input together may have four times as many.
    pub picture_pixels: usize,
    /// Places that look like the corner of a QR code, all pictures in one input together; a code has three.
    /// Default 2,000.
    pub picture_marks: usize,
    /// Elements of a vector picture. Default 100,000; a QR code drawn dot by dot has 31,000 at most.
    pub svg_elements: usize,
    /// Bytes of a key text. Default 64 KiB.
    pub key_bytes: usize,
    /// Keys tried for one record. Default 64.
    pub keys_per_record: usize,
    /// Bytes of a bill or tariff. Default 1 MiB.
    pub bill_bytes: usize,
    /// Digits of a number on a bill or in a tariff. Default 12: with them no step of the price overflows.
    pub bill_digits: usize,
    /// Charging periods of a bill. Default 1,000.
    pub bill_periods: usize,
    /// Tariffs of a bill. Default 20.
    pub tariffs: usize,
    /// Elements of all tariffs of a bill together. Default 500.
    pub tariff_elements: usize,
    /// Components of one element of a tariff. Default 20.
    pub price_components: usize,
    /// Days a session may last for a price that depends on the time of day. Default 60.
    pub bill_days: usize,
    /// Bytes of a register or list of keys. Default 256 MiB; the whole German register has 55 MB.
    pub register_bytes: usize,
    /// Rows of a register or list of keys. Default 1,000,000; the German register has 116,000.
    pub register_rows: usize,
    /// Columns of a register or list of keys. Default 512; the German register has 47.
    pub register_columns: usize,
    /// Bytes of one cell of a register. Default 64 KiB.
    pub cell_bytes: usize,
    /// Bytes a register unpacks to where it is an XLSX workbook. Default 2 GiB, of which texts shared by cells may be
    /// an eighth: they are all that is held in memory.
    pub workbook_bytes: u64,
    /// Bytes of one row of a table or one line, where each row is an input. Default 16 MiB.
    pub row_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            input_bytes: 128 << 20,
            records: 100_000,
            record_bytes: 1 << 20,
            xml_depth: 32,
            xml_attributes: 64,
            xml_attribute_bytes: 64 << 10,
            json_depth: 32,
            json_fields: 20_000,
            tlv_depth: 16,
            readings: 5_000,
            wrappings: 6,
            archive_depth: 8,
            archive_members: 10_000,
            unpacked_bytes: 64 << 20,
            unpacking_ratio: 200,
            messages: 1_000_000,
            message_bytes: 1 << 20,
            claims: 100_000,
            pdf_objects: 200_000,
            picture_pixels: 25_000_000,
            picture_marks: 2_000,
            svg_elements: 100_000,
            key_bytes: 64 << 10,
            keys_per_record: 64,
            bill_bytes: 1 << 20,
            bill_digits: 12,
            bill_periods: 1_000,
            tariffs: 20,
            tariff_elements: 500,
            price_components: 20,
            bill_days: 60,
            register_bytes: 256 << 20,
            register_rows: 1_000_000,
            register_columns: 512,
            cell_bytes: 64 << 10,
            workbook_bytes: 2 << 30,
            row_bytes: 16 << 20,
        }
    }
}

/// Name of a bound in [`Limits`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LimitName {
    /// [`Limits::input_bytes`].
    InputBytes,
    /// [`Limits::records`].
    Records,
    /// [`Limits::record_bytes`].
    RecordBytes,
    /// [`Limits::xml_depth`].
    XmlDepth,
    /// [`Limits::xml_attributes`].
    XmlAttributes,
    /// [`Limits::xml_attribute_bytes`].
    XmlAttributeBytes,
    /// [`Limits::json_depth`].
    JsonDepth,
    /// [`Limits::json_fields`].
    JsonFields,
    /// [`Limits::tlv_depth`].
    TlvDepth,
    /// [`Limits::readings`].
    Readings,
    /// [`Limits::wrappings`].
    Wrappings,
    /// [`Limits::archive_depth`].
    ArchiveDepth,
    /// [`Limits::archive_members`].
    ArchiveMembers,
    /// [`Limits::unpacked_bytes`].
    UnpackedBytes,
    /// [`Limits::unpacking_ratio`].
    UnpackingRatio,
    /// [`Limits::messages`].
    Messages,
    /// [`Limits::message_bytes`].
    MessageBytes,
    /// [`Limits::claims`].
    Claims,
    /// [`Limits::pdf_objects`].
    PdfObjects,
    /// [`Limits::picture_pixels`].
    PicturePixels,
    /// [`Limits::picture_marks`].
    PictureMarks,
    /// [`Limits::svg_elements`].
    SvgElements,
    /// [`Limits::key_bytes`].
    KeyBytes,
    /// [`Limits::keys_per_record`].
    KeysPerRecord,
    /// [`Limits::bill_bytes`].
    BillBytes,
    /// [`Limits::bill_digits`].
    BillDigits,
    /// [`Limits::bill_periods`].
    BillPeriods,
    /// [`Limits::tariffs`].
    Tariffs,
    /// [`Limits::tariff_elements`].
    TariffElements,
    /// [`Limits::price_components`].
    PriceComponents,
    /// [`Limits::bill_days`].
    BillDays,
    /// [`Limits::register_bytes`].
    RegisterBytes,
    /// [`Limits::register_rows`].
    RegisterRows,
    /// [`Limits::register_columns`].
    RegisterColumns,
    /// [`Limits::cell_bytes`].
    CellBytes,
    /// [`Limits::workbook_bytes`].
    WorkbookBytes,
    /// [`Limits::row_bytes`].
    RowBytes,
}

impl LimitName {
    /// The name as it stands in reports and in the documentation.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::InputBytes => "input-bytes",
            Self::Records => "records",
            Self::RecordBytes => "record-bytes",
            Self::XmlDepth => "xml-depth",
            Self::XmlAttributes => "xml-attributes",
            Self::XmlAttributeBytes => "xml-attribute-bytes",
            Self::JsonDepth => "json-depth",
            Self::JsonFields => "json-fields",
            Self::TlvDepth => "tlv-depth",
            Self::Readings => "readings",
            Self::Wrappings => "wrappings",
            Self::ArchiveDepth => "archive-depth",
            Self::ArchiveMembers => "archive-members",
            Self::UnpackedBytes => "unpacked-bytes",
            Self::UnpackingRatio => "unpacking-ratio",
            Self::Messages => "messages",
            Self::MessageBytes => "message-bytes",
            Self::Claims => "claims",
            Self::PdfObjects => "pdf-objects",
            Self::PicturePixels => "picture-pixels",
            Self::PictureMarks => "picture-marks",
            Self::SvgElements => "svg-elements",
            Self::KeyBytes => "key-bytes",
            Self::KeysPerRecord => "keys-per-record",
            Self::BillBytes => "bill-bytes",
            Self::BillDigits => "bill-digits",
            Self::BillPeriods => "bill-periods",
            Self::Tariffs => "tariffs",
            Self::TariffElements => "tariff-elements",
            Self::PriceComponents => "price-components",
            Self::BillDays => "bill-days",
            Self::RegisterBytes => "register-bytes",
            Self::RegisterRows => "register-rows",
            Self::RegisterColumns => "register-columns",
            Self::CellBytes => "cell-bytes",
            Self::WorkbookBytes => "workbook-bytes",
            Self::RowBytes => "row-bytes",
        }
    }
}
