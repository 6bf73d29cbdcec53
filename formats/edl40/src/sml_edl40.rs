//! EDL40 telegrams in SML with one reading each.

use std::ops::Range;

use eichrecht_model::{
    Detection, Format, FormatId, FormatInfo, Limits, Note, NoteKind, ParseError, ParseErrorKind, ParsedRecord, Record, SignedBytes,
    SignedBytesReading, SignedBytesSource,
};

use crate::base::{self, Parts};
use crate::block::{self, BLOCK, Block, Part, Variant, empty_record, split_signature};
use crate::sml::{self, Entry, EntryValue, List, Obis, Time, missing};
use crate::{isa, reading, status, text, transport};

/// EDL40 in SML as a [`Format`].
#[derive(Clone, Copy, Debug)]
pub struct SmlEdl40;

const ID: FormatId = FormatId("sml-edl40");

/// The signed total register, and the one some senders use in its place.
const READING: Obis = [0x01, 0x00, 0x01, 0x11, 0x00, 0xFF];
const READING_OF_OTHERS: Obis = [0x01, 0x00, 0x01, 0x08, 0x00, 0xFF];
pub(crate) const CONTRACT: Obis = [0x81, 0x82, 0x81, 0x54, 0x01, 0xFF];
const SECONDS_INDEX: Obis = [0x81, 0x00, 0x60, 0x08, 0x00, 0x01];
const PAGINATION: Obis = [0x81, 0x80, 0x81, 0x71, 0x01, 0xFF];

/// Further numbers of the newer meters: name, place in the block, what is expected of unit and scaler.
const EXTRAS: [(Obis, Part, Scale); 5] = [
    ([0x01, 0x00, 0x01, 0x11, 0x00, 0x64], block::HISTORICAL, Scale::OfReading),
    ([0x01, 0x00, 0x01, 0x11, 0x00, 0xC8], block::COMPENSATED, Scale::OfReading),
    ([0x00, 0xAF, 0x6C, 0x6C, 0x72, 0xFF], block::RESISTANCE, Scale::Fixed(38, -3)),
    ([0x00, 0xAF, 0x64, 0x75, 0x72, 0xFF], block::STOPWATCH, Scale::Any),
    ([0x00, 0xAF, 0x70, 0x72, 0x63, 0xFF], block::PRICE, Scale::Any),
];

/// Unit and scaler of a number whose own ones are not signed.
#[derive(Clone, Copy)]
enum Scale {
    OfReading,
    Fixed(i128, i128),
    /// The number is only shown as sent.
    Any,
}

impl Format for SmlEdl40 {
    fn info(&self) -> FormatInfo {
        FormatInfo {
            id: ID,
            title: "EDL40 meter telegram in SML",
            versions: "SML 1 transport; layouts of 2018 and later",
            algorithms: "ECDSA (secp192r1, secp256r1) with SHA-256",
            labels: &["EDL_40_P", "SML_EDL40_P"],
            carries_key: false,
            carriers: &["safe-xml"],
        }
    }

    fn detect(&self, bytes: &[u8]) -> Detection {
        if transport::begins_frame(bytes) && !isa::is_isa(bytes) { Detection::Yes } else { Detection::No }
    }

    fn find(&self, text: &[u8], most: usize) -> Vec<Range<usize>> {
        transport::frames(text, most, |frame| !isa::is_isa(frame))
    }

    fn parse(&self, record: &Record, limits: &Limits) -> Result<ParsedRecord, ParseError> {
        let list = sml::read(&record.bytes, limits)?;
        if list.signature.is_empty() {
            return Err(missing("listSignature"));
        }
        let syntax = |field: &str| ParseError::new(ParseErrorKind::Syntax).field(field);
        let variant = Variant::of(&list.signature).ok_or_else(|| syntax("listSignature"))?;
        let (obis, entry) = match list.entry(READING)? {
            Some(entry) => (READING, entry),
            None => (READING_OF_OTHERS, list.entry(READING_OF_OTHERS)?.ok_or_else(|| missing(hex::encode(READING)))?),
        };
        let parts = base::parts(entry)?;
        let is_old = !entry.signature.is_empty() && list.entry(PAGINATION)?.is_none() && list.entry(SECONDS_INDEX)?.is_none();
        let mut parsed = if is_old { old(&list, obis, entry, &parts, variant)? } else { current(&list, obis, &parts, variant)? };
        beside(&mut parsed, &list, entry, &parts);
        Ok(parsed)
    }
}

/// The layout in use: everything in one block.
fn current(list: &List, obis: Obis, parts: &Parts, variant: Variant) -> Result<ParsedRecord, ParseError> {
    let contract = list.needed(CONTRACT)?;
    let mut block = Block::empty();
    block.put(&block::SERVER_ID, &base::server_id(list)?);
    block.put(&block::TIME, &parts.time.to_le_bytes());
    let [lowest, ..] = parts.status.to_le_bytes();
    block.put(&block::STATUS, &[if variant == Variant::Wide { status::translate(parts.status) } else { lowest }]);
    block.put(&block::SECONDS_INDEX, &seconds_index(list)?.to_le_bytes());
    block.put(&block::PAGINATION, &counter(list.needed(PAGINATION)?)?.to_le_bytes());
    block.put(&block::OBIS, &obis);
    block.put(&block::UNIT, &[parts.unit]);
    block.put(&block::SCALER, &parts.scaler.to_le_bytes());
    block.put(&block::VALUE, &parts.value.to_le_bytes());
    block.put(&block::LOGBOOK, split_signature(&list.signature).1);
    block.put(&block::CONTRACT_ID, base::contract_id(contract)?);
    block.put(&block::CONTRACT_TIME, &contract_time(contract)?.to_le_bytes());
    extras(list, parts, &mut block)?;

    let exact = SignedBytes { reading: SignedBytesReading::Exact, source: SignedBytesSource::Built(block.0.to_vec()) };
    let mut signed = vec![exact];
    // No genuine telegram with a price is known, so nobody has seen its byte order.
    let mut price = block.bytes(&block::PRICE).to_vec();
    price.reverse();
    if price != block.bytes(&block::PRICE) {
        let mut other = block.clone();
        other.put(&block::PRICE, &price);
        signed.push(SignedBytes { reading: SignedBytesReading::OtherByteOrder, source: SignedBytesSource::Built(other.0.to_vec()) });
    }
    let mut record = empty_record(ID, signed, variant, &list.signature);
    block::fill(&mut record, &block);
    Ok(record)
}

/// The numbers only newer meters send. What is left out stays zero.
fn extras(list: &List, parts: &Parts, block: &mut Block) -> Result<(), ParseError> {
    for (name, part, scale) in EXTRAS {
        let Some(entry) = list.entry(name)? else { continue };
        let wrong = |field: &str| ParseError::new(ParseErrorKind::Syntax).field(format!("{}.{field}", hex::encode(name)));
        let EntryValue::Number(number) = entry.value else { return Err(wrong("value")) };
        let expected = match scale {
            Scale::OfReading => Some((i128::from(parts.unit), i128::from(parts.scaler))),
            Scale::Fixed(unit, scaler) => Some((unit, scaler)),
            Scale::Any => None,
        };
        // Nobody signs this unit, so a number in another one could be read as anything.
        if expected.is_some_and(|(unit, scaler)| entry.unit != Some(unit) || entry.scaler != Some(scaler)) {
            return Err(wrong("unit"));
        }
        let fits = number >= 0 && part.1.checked_mul(8).and_then(|bits| u32::try_from(bits).ok()).is_some_and(|bits| number >> bits == 0);
        let number = u64::try_from(number).ok().filter(|_| fits).ok_or_else(|| wrong("value"))?;
        let mut bytes = number.to_le_bytes().into_iter().take(part.1).collect::<Vec<u8>>();
        if part.0 == block::PRICE.0 {
            bytes.reverse();
        }
        block.put(&part, &bytes);
    }
    Ok(())
}

fn seconds_index(list: &List) -> Result<u32, ParseError> {
    match list.needed(SECONDS_INDEX)?.value {
        EntryValue::Time(Time::Index(seconds)) => Ok(seconds),
        _ => Err(ParseError::new(ParseErrorKind::Syntax).field("seconds index")),
    }
}

/// The number of a counter of 32 bits.
pub(crate) fn counter(entry: &Entry) -> Result<u32, ParseError> {
    let EntryValue::Number(number) = entry.value else { return Err(ParseError::new(ParseErrorKind::Syntax).field("pagination")) };
    u32::try_from(number).map_err(|_| ParseError::new(ParseErrorKind::Syntax).field("pagination"))
}

fn contract_time(contract: &Entry) -> Result<u32, ParseError> {
    contract.time.and_then(Time::local_seconds).ok_or_else(|| missing("contract time"))
}

/// The layout of 2018: the reading is signed by itself, and that signature is signed with the rest.
fn old(list: &List, obis: Obis, entry: &Entry, parts: &Parts, variant: Variant) -> Result<ParsedRecord, ParseError> {
    if Variant::of(&entry.signature) != Some(Variant::Classic) || variant != Variant::Classic {
        return Err(ParseError::new(ParseErrorKind::Syntax).field("valueSignature"));
    }
    let contract = list.needed(CONTRACT)?;
    let contract_bytes = base::contract_id(contract)?;
    let logbook = split_signature(&entry.signature).1;
    let front = base::bytes(base::server_id(list)?, obis, parts, logbook);
    let mut padded = contract_bytes.to_vec();
    padded.resize(block::CONTRACT_ID.1, 0);
    let time = contract_time(contract)?;
    let mut signed = [front.as_slice(), &entry.signature, &padded, &time.to_le_bytes()].concat();
    signed.resize(BLOCK, 0);

    let built = SignedBytes { reading: SignedBytesReading::Exact, source: SignedBytesSource::Built(signed) };
    let mut record = empty_record(ID, vec![built], variant, &list.signature);
    record.version = Some("2018".to_owned());
    record.meter = text::meter(&list.server_id);
    record.inner_signature = Some(base::inner_signature(&front, obis, &entry.signature, variant));
    text::user(&mut record, &padded);
    text::extension(&mut record, "contract time", &reading::time_text(u64::from(time)));
    if let Some(raw) = base::raw(&front) {
        let (reading, notes) = reading::read(&raw, 0);
        record.measurements.push(reading);
        record.notes.extend(notes);
    }
    logbooks_agree(&mut record, split_signature(&list.signature).1, logbook);
    Ok(record)
}

/// Both signatures of a telegram end in the bytes of the log book.
pub(crate) fn logbooks_agree(record: &mut ParsedRecord, outer: &[u8], inner: &[u8]) {
    if outer != inner {
        record.notes.push(Note::new(NoteKind::CopyDiffers, "logbook").found(text::hex(inner)).expected(text::hex(outer)));
    }
}

/// What the telegram says beside the signed bytes.
fn beside(record: &mut ParsedRecord, list: &List, entry: &Entry, parts: &Parts) {
    common(record, list);
    text::unsigned(record, "status word", format!("{:08x}", parts.status));
    if let Some(time) = entry.time {
        text::unsigned(record, "time as sent", time.to_string());
    }
}

/// What every telegram says beside the signed bytes.
pub(crate) fn common(record: &mut ParsedRecord, list: &List) {
    let client = text::printable(&list.client_id).unwrap_or_else(|| text::hex(&list.client_id));
    if !client.is_empty() {
        text::unsigned(record, "client", client);
    }
    if let Some(time) = list.read_out {
        text::unsigned(record, "read-out time", time.to_string());
    }
}
