//! One of the two signatures of a charging process, from bytes to fields.

use data_encoding::HEXLOWER_PERMISSIVE;
use eichrecht_edl40::{BlockFields, fill_from_block};
use eichrecht_model::{
    Algorithm, AlgorithmClaim, Curve, DeclaredRole, Hash, KeyText, LimitName, Limits, Note, NoteKind, ParseError, ParseErrorKind,
    ParsedRecord, Record, SignatureData, SignatureEncoding, SignedBytes, SignedBytesReading, SignedBytesSource,
};
use jiff::civil::DateTime;
use jiff::tz::Offset;

use crate::document::{self, Document};
use crate::{ID, scan};

/// Bytes of both numbers of a signature.
const NUMBERS: usize = 48;
/// Bytes of the signed block.
const BLOCK: usize = 320;
/// The one register that is signed: import of active energy, IEC 62056-61. What the document names is not used.
const IMPORT: [u8; 6] = [1, 0, 1, 0x11, 0, 0xFF];
/// Watt hour, IEC 62056-62.
const WATT_HOUR: u8 = 30;

/// Reads the reading that the record stands for: the one at the start, unless it is the second part.
pub(crate) fn parse(record: &Record, limits: &Limits) -> Result<ParsedRecord, ParseError> {
    let bytes = record.bytes.as_slice();
    if bytes.len() > limits.record_bytes {
        return Err(ParseError::new(ParseErrorKind::Limit(LimitName::RecordBytes)).at(limits.record_bytes));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| ParseError::new(ParseErrorKind::NotUtf8).at(error.valid_up_to()))?;
    if scan::find(bytes, 1).is_empty() {
        return Err(ParseError::new(ParseErrorKind::HeaderMissing));
    }
    let document = document::read(text.trim_start_matches('\u{feff}'), limits)?;
    let (name, role) = match record.declared.part {
        Some(1) => ("MeasurementEnd", DeclaredRole::End),
        _ => ("MeasurementStart", DeclaredRole::Begin),
    };
    let measurement = Measurement { document: &document, name };
    let signature = hex(measurement.needed("Signature")?).filter(|bytes| [NUMBERS, NUMBERS + 2].contains(&bytes.len()));
    let signature = signature.ok_or_else(|| measurement.syntax("Signature"))?;
    let (numbers, tail) = signature.split_at(NUMBERS);
    let counter = measurement.number::<u16>("EventCounter")?.to_be_bytes();
    let block = measurement.block(<[u8; 2]>::try_from(tail).unwrap_or(counter))?;

    let signed = SignedBytes { reading: SignedBytesReading::Exact, source: SignedBytesSource::Built(block.to_vec()) };
    let algorithm = AlgorithmClaim::Known(Algorithm::Ecdsa(Curve::Secp192r1, Hash::Sha256));
    let signature = SignatureData::Bytes(numbers.to_vec(), SignatureEncoding::Raw);
    let mut parsed = ParsedRecord::empty(ID, vec![signed], algorithm, signature);
    fill_from_block(&mut parsed, &block);
    parsed.claimed_role = Some(role);
    parsed.notes.extend(document.notes.iter().cloned());
    if !tail.is_empty() && tail != counter {
        let note = Note::new(NoteKind::CopyDiffers, measurement.path("EventCounter"));
        parsed.notes.push(note.found(data_encoding::HEXLOWER.encode(&counter)).expected(data_encoding::HEXLOWER.encode(tail)));
    }
    let key = document.needed("PublicKey")?;
    parsed.carried_key = Some(KeyText {
        bytes: key.as_bytes().to_vec(),
        declared_encoding: Some("hex".to_owned()),
        location: record.location.inside("PublicKey"),
    });
    beside(&document, &measurement, &mut parsed)?;
    Ok(parsed)
}

/// One of the two measurements of a process.
struct Measurement<'d> {
    document: &'d Document,
    name: &'static str,
}

impl Measurement<'_> {
    fn path(&self, name: &str) -> String {
        format!("{}/{name}", self.name)
    }

    fn syntax(&self, name: &str) -> ParseError {
        ParseError::new(ParseErrorKind::Syntax).field(self.path(name))
    }

    fn needed(&self, name: &str) -> Result<&str, ParseError> {
        self.document.needed(&self.path(name))
    }

    /// A plain decimal number: no fraction, no exponent.
    fn number<N: std::str::FromStr>(&self, name: &str) -> Result<N, ParseError> {
        self.needed(name)?.parse().map_err(|_| self.syntax(name))
    }

    /// The bytes that the meter signed.
    fn block(&self, logbook: [u8; 2]) -> Result<[u8; BLOCK], ParseError> {
        let syntax = |field: &str| ParseError::new(ParseErrorKind::Syntax).field(field);
        let server_id = hex(self.document.needed("ServerId")?).and_then(|id| <[u8; 10]>::try_from(id).ok());
        let contract_id = hex(self.document.needed("CustomerIdent")?).ok_or_else(|| syntax("CustomerIdent"))?;
        let contract = match self.document.optional(&self.path("TimestampCustomerIdent"))? {
            Some(own) => (self.path("TimestampCustomerIdent"), own),
            None => ("TimestampCustomerIdent".to_owned(), self.document.needed("TimestampCustomerIdent")?),
        };
        let [status, ..] = self.number::<u64>("MeterStatus")?.to_le_bytes();
        let value = self.number::<i64>("Value")?;
        let fields = BlockFields {
            server_id: server_id.ok_or_else(|| syntax("ServerId"))?,
            time: wall_clock(self.needed("Timestamp")?).ok_or_else(|| self.syntax("Timestamp"))?,
            status,
            seconds_index: self.number("SecondIndex")?,
            pagination: self.number("Pagination")?,
            obis: IMPORT,
            unit: WATT_HOUR,
            scaler: self.number("Scaler")?,
            // The meter counts in 64 bits with a sign; what is negative is noted when the block is read.
            value: u64::from_le_bytes(value.to_le_bytes()),
            logbook,
            contract_id: &contract_id,
            contract_time: wall_clock(contract.1).ok_or_else(|| syntax(&contract.0))?,
        };
        fields.block().ok_or_else(|| syntax("CustomerIdent"))
    }
}

/// Hex digits, with white space between them.
fn hex(text: &str) -> Option<Vec<u8>> {
    let digits: Vec<u8> = text.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
    HEXLOWER_PERMISSIVE.decode(&digits).ok()
}

/// The digits of a time with its offset, read as if they were UTC: that is what the meter's clock shows and signs. The
/// offset itself is not signed, but a time without one is refused, as then nothing tells which clock it is of.
fn wall_clock(text: &str) -> Option<u32> {
    let (date, time) = text.split_once('T')?;
    let end = time.find(['Z', '+', '-'])?;
    let (time, offset) = time.split_at_checked(end)?;
    let offset_holds =
        offset == "Z" || matches!(offset.as_bytes(), [_, a, b, b':', c, d] if [a, b, c, d].into_iter().all(u8::is_ascii_digit));
    let whole = time.len() == 8 && date.len() == 10;
    let local: DateTime = format!("{date}T{time}").parse().ok().filter(|_| offset_holds && whole)?;
    u32::try_from(Offset::UTC.to_timestamp(local).ok()?.as_second()).ok()
}

/// What the document says and the block does not hold.
fn beside(document: &Document, measurement: &Measurement<'_>, parsed: &mut ParsedRecord) -> Result<(), ParseError> {
    let times = measurement.path("Timestamp");
    let status = measurement.path("MeterStatus");
    for path in ["MeteringPoint", "SiteAddress/ZipCode", "SiteAddress/Street", "SiteAddress/Town", &times, &status] {
        if let Some(text) = document.optional(path)? {
            parsed.unsigned.push((path.to_owned(), text.to_owned()));
        }
    }
    Ok(())
}
