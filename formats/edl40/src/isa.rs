//! Telegrams of Isabellenhütte meters: begin and present reading of a session in one.

use std::ops::Range;

use eichrecht_model::{
    Detection, Format, FormatId, FormatInfo, Limits, Measurement, Pagination, PaginationContext, ParseError, ParseErrorKind, ParsedRecord,
    ReadingReason, Record, SignedBytes, SignedBytesReading, SignedBytesSource,
};

use crate::base::{self, Parts};
use crate::block::{BLOCK, Variant, empty_record, split_signature};
use crate::reading::{self, Raw};
use crate::sml::{self, EntryValue, List, Obis};
use crate::sml_edl40::{CONTRACT, common, counter, logbooks_agree};
use crate::{text, transport};

/// EDL40 of Isabellenhütte meters as a [`Format`].
#[derive(Clone, Copy, Debug)]
pub struct IsaEdl40;

const ID: FormatId = FormatId("isa-edl40");

const START: Obis = [0x01, 0x00, 0x01, 0x08, 0x00, 0x80];
const CURRENT: Obis = [0x01, 0x00, 0x01, 0x08, 0x00, 0xFF];
const PAGINATION: Obis = [0x81, 0x80, 0xC7, 0xF0, 0x40, 0xFF];
const ESTH: Obis = [0x81, 0x80, 0x81, 0x61, 0x01, 0xFF];
/// The name under which the present reading is signed by itself.
const SIGNED_AS: Obis = [0x01, 0x00, 0x01, 0x11, 0x00, 0xFF];

/// Names of the list: begin, in between, end.
const CONTEXT: [u8; 4] = [0x81, 0x80, 0x81, 0x62];

/// Whether a telegram has the two entries no other meter sends.
pub(crate) fn is_isa(telegram: &[u8]) -> bool {
    // A name of six bytes has the head 07.
    let has = |name: &Obis| telegram.windows(7).any(|window| window.first() == Some(&0x07) && window.ends_with(name));
    has(&START) && has(&PAGINATION)
}

impl Format for IsaEdl40 {
    fn info(&self) -> FormatInfo {
        FormatInfo {
            id: ID,
            title: "EDL40 meter telegram of Isabellenhütte",
            versions: "SML 1 transport",
            algorithms: "ECDSA (secp256r1) with SHA-256",
            labels: &["ISA_EDL_40_P"],
            carries_key: false,
            carriers: &["safe-xml"],
        }
    }

    fn detect(&self, bytes: &[u8]) -> Detection {
        if transport::begins_frame(bytes) && is_isa(bytes) { Detection::Yes } else { Detection::No }
    }

    fn find(&self, text: &[u8], most: usize) -> Vec<Range<usize>> {
        transport::frames(text, most, is_isa)
    }

    fn parse(&self, record: &Record, limits: &Limits) -> Result<ParsedRecord, ParseError> {
        let list = sml::read(&record.bytes, limits)?;
        let telegram = Telegram::of(&list)?;
        let mut parsed = telegram.record()?;
        common(&mut parsed, &list);
        let words = [("start status word", telegram.start.status), ("status word", telegram.current.status)];
        for (name, word) in words {
            text::unsigned(&mut parsed, name, format!("{word:016x}"));
        }
        if let Some(time) = list.needed(CONTRACT)?.time {
            text::unsigned(&mut parsed, "contract time", time.to_string());
        }
        Ok(parsed)
    }
}

/// The parts of a telegram that are signed.
struct Telegram<'a> {
    server: [u8; 10],
    /// The last byte of the list name but one: what the telegram is.
    context: ReadingReason,
    name: [u8; 6],
    contract: &'a [u8],
    esth: [u8; 20],
    start: Parts,
    current: Parts,
    pagination: u32,
    value_signature: &'a [u8],
    list_signature: &'a [u8],
}

impl<'a> Telegram<'a> {
    fn of(list: &'a List) -> Result<Self, ParseError> {
        let syntax = |field: &str| ParseError::new(ParseErrorKind::Syntax).field(field);
        let name: [u8; 6] = list.name.as_slice().try_into().map_err(|_| syntax("listName"))?;
        let current = list.needed(CURRENT)?;
        let esth = match &list.needed(ESTH)?.value {
            EntryValue::Octets(octets) => octets.as_slice().try_into().map_err(|_| syntax("ESTH"))?,
            _ => return Err(syntax("ESTH")),
        };
        let wide = |signature: &'a [u8], field: &str| match Variant::of(signature) {
            Some(Variant::Wide) => Ok(signature),
            _ if signature.is_empty() => Err(sml::missing(field)),
            _ => Err(syntax(field)),
        };
        Ok(Self {
            server: base::server_id(list)?,
            context: context(name).ok_or_else(|| syntax("listName"))?,
            name,
            contract: base::contract_id(list.needed(CONTRACT)?)?,
            esth,
            start: base::parts(list.needed(START)?)?,
            current: base::parts(current)?,
            pagination: counter(list.needed(PAGINATION)?)?,
            value_signature: wide(&current.signature, "valueSignature")?,
            list_signature: wide(&list.signature, "listSignature")?,
        })
    }

    /// The 320 bytes that are signed; the first 33 are the present reading.
    fn block(&self) -> Vec<u8> {
        let mut block = base::bytes(self.server, CURRENT, &self.current, split_signature(self.list_signature).1);
        let mut contract = self.contract.to_vec();
        contract.resize(128, 0);
        let [start_status, ..] = self.start.status.to_le_bytes();
        block.extend(self.value_signature);
        block.extend(contract);
        block.extend(self.start.time.to_le_bytes());
        block.extend(self.esth);
        block.push(start_status);
        block.extend(START);
        block.push(self.start.unit);
        block.extend(self.start.scaler.to_le_bytes());
        block.extend(self.start.value.to_le_bytes());
        block.extend(self.name);
        block.extend(self.pagination.to_le_bytes());
        block.resize(BLOCK, 0);
        block
    }

    fn record(&self) -> Result<ParsedRecord, ParseError> {
        let block = self.block();
        let front = block.get(..base::BASE).unwrap_or_default();
        let current = base::raw(front).ok_or_else(|| ParseError::new(ParseErrorKind::Syntax))?;
        let inner = base::inner_signature(front, SIGNED_AS, self.value_signature, Variant::Wide);
        let [start_status, ..] = self.start.status.to_le_bytes();
        // The start is the same register, kept since the begin: in the telegram it has the group F 128.
        let start = Raw {
            obis: current.obis.clone(),
            time: u64::from(self.start.time),
            status: u64::from(start_status),
            unit: u64::from(self.start.unit),
            scaler: self.start.scaler,
            value: self.start.value,
            logbook: &[],
        };
        let readings = [(start, ReadingReason::Begin), (current, self.context.clone())];
        let (measurements, notes): (Vec<Measurement>, Vec<_>) = readings
            .into_iter()
            .enumerate()
            .map(|(index, (raw, reason))| {
                let (reading, notes) = reading::read(&raw, index);
                let event_counter = reading.event_counter.filter(|counter| !counter.is_empty());
                (Measurement { reason: Some(reason), event_counter, ..reading }, notes)
            })
            .unzip();
        let built = SignedBytes { reading: SignedBytesReading::Exact, source: SignedBytesSource::Built(block) };
        let mut record = empty_record(ID, vec![built], Variant::Wide, self.list_signature);
        record.measurements = measurements;
        record.notes = notes.concat();
        record.meter = text::meter(&self.server);
        record.pagination = Some(Pagination { context: PaginationContext::Only, number: u64::from(self.pagination) });
        record.begin_retold = true;
        record.inner_signature = Some(inner);
        text::user(&mut record, self.contract);
        text::extension(&mut record, "list name", &text::hex(&self.name));
        text::extension(&mut record, "start register", &text::obis(&START).normalised());
        text::extension(&mut record, "ESTH", &text::hex(&self.esth));
        logbooks_agree(&mut record, split_signature(self.list_signature).1, split_signature(self.value_signature).1);
        Ok(record)
    }
}

/// What the present reading is, by the name of the list. An unknown name is never taken for anything.
fn context(name: [u8; 6]) -> Option<ReadingReason> {
    match name.strip_prefix(&CONTEXT)? {
        [0x00 | 0x01, 0xFF] => Some(ReadingReason::Charging),
        [0x02, 0xFF] => Some(ReadingReason::End),
        _ => None,
    }
}
