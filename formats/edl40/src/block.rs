//! The 320 bytes that an EDL40 meter signs, and what they say.
//!
//! What a record tells as signed is always read back from these bytes, never from the telegram they were
//! built of: what is shown is what was signed.

use eichrecht_model::{
    AlgorithmClaim, Curve, FormatId, Hash, LossCompensation, Measurement, Note, NoteKind, ObisCode, Pagination, PaginationContext,
    ParsedRecord, SignatureData, SignatureEncoding, SignedBytes, Unit,
};

use crate::reading::{self, Raw};
use crate::text;

/// Bytes of the block.
pub(crate) const BLOCK: usize = 320;

/// The block as signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Block(pub(crate) [u8; BLOCK]);

/// Parts of the block: offset and length.
pub(crate) struct Part(pub(crate) usize, pub(crate) usize);

pub(crate) const SERVER_ID: Part = Part(0, 10);
pub(crate) const TIME: Part = Part(10, 4);
pub(crate) const STATUS: Part = Part(14, 1);
pub(crate) const SECONDS_INDEX: Part = Part(15, 4);
pub(crate) const PAGINATION: Part = Part(19, 4);
pub(crate) const OBIS: Part = Part(23, 6);
pub(crate) const UNIT: Part = Part(29, 1);
pub(crate) const SCALER: Part = Part(30, 1);
pub(crate) const VALUE: Part = Part(31, 8);
pub(crate) const LOGBOOK: Part = Part(39, 2);
pub(crate) const CONTRACT_ID: Part = Part(41, 128);
pub(crate) const CONTRACT_TIME: Part = Part(169, 4);
pub(crate) const HISTORICAL: Part = Part(173, 8);
pub(crate) const COMPENSATED: Part = Part(181, 8);
pub(crate) const RESISTANCE: Part = Part(189, 2);
pub(crate) const STOPWATCH: Part = Part(191, 4);
pub(crate) const PRICE: Part = Part(195, 2);
pub(crate) const RESERVED: Part = Part(197, 123);

impl Block {
    pub(crate) fn empty() -> Self {
        Self([0; BLOCK])
    }

    pub(crate) fn bytes(&self, Part(offset, length): &Part) -> &[u8] {
        self.0.get(*offset..offset + length).unwrap_or_default()
    }

    /// Puts bytes into a part. What is left of the part stays zero; more than the part holds is cut, so the
    /// caller looks at the length first.
    pub(crate) fn put(&mut self, Part(offset, length): &Part, bytes: &[u8]) {
        for (place, byte) in self.0.iter_mut().skip(*offset).take(*length).zip(bytes) {
            *place = *byte;
        }
    }

    /// A part as a number, low byte first.
    pub(crate) fn number(&self, part: &Part) -> u64 {
        self.bytes(part).iter().rev().fold(0, |number, byte| (number << 8) | u64::from(*byte))
    }
}

/// Which of the two signatures a block has, told by its length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Variant {
    /// secp192r1, 48 bytes and two of the log book.
    Classic,
    /// secp256r1, 64 bytes and two of the log book; the status was translated.
    Wide,
}

impl Variant {
    /// Of a signature with its two bytes of the log book.
    pub(crate) fn of(signature: &[u8]) -> Option<Self> {
        match signature.len() {
            50 => Some(Self::Classic),
            66 => Some(Self::Wide),
            _ => None,
        }
    }

    pub(crate) fn algorithm(self) -> eichrecht_model::Algorithm {
        let curve = if self == Self::Classic { Curve::Secp192r1 } else { Curve::Secp256r1 };
        eichrecht_model::Algorithm::Ecdsa(curve, Hash::Sha256)
    }
}

/// A signature without the log book behind it, and that.
pub(crate) fn split_signature(signature: &[u8]) -> (&[u8], &[u8]) {
    signature.split_at(signature.len().saturating_sub(LOGBOOK.1))
}

/// A record with nothing but its signature, the log book's bytes cut off.
pub(crate) fn empty_record(format: FormatId, signed: Vec<SignedBytes>, variant: Variant, signature: &[u8]) -> ParsedRecord {
    let numbers = split_signature(signature).0.to_vec();
    let signature = SignatureData::Bytes(numbers, SignatureEncoding::Raw);
    ParsedRecord::empty(format, signed, AlgorithmClaim::Known(variant.algorithm()), signature)
}

/// Fills a record with what a block of the usual layout says.
pub(crate) fn fill(record: &mut ParsedRecord, block: &Block) {
    record.meter = text::meter(block.bytes(&SERVER_ID));
    let number = block.number(&PAGINATION);
    record.pagination = Some(Pagination { context: PaginationContext::Only, number });
    record.seconds_index = Some(block.number(&SECONDS_INDEX));
    text::user(record, block.bytes(&CONTRACT_ID));
    text::extension(record, "contract time", &reading::time_text(block.number(&CONTRACT_TIME)));
    measurements(record, block);
    rest(record, block);
}

fn measurements(record: &mut ParsedRecord, block: &Block) {
    let raw = |obis: ObisCode, part: &Part| Raw {
        obis,
        time: block.number(&TIME),
        status: block.number(&STATUS),
        unit: block.number(&UNIT),
        scaler: i8::from_le_bytes([byte(block, &SCALER)]),
        value: i64::from_le_bytes(block.number(part).to_le_bytes()),
        logbook: block.bytes(&LOGBOOK),
    };
    let obis = text::obis(block.bytes(&OBIS));
    let mut readings = vec![raw(obis, &VALUE)];
    // Zero and absent are the same in the block. Unit and scaler of these are those of the first.
    for (part, name) in [(&HISTORICAL, [1, 0, 1, 0x11, 0, 100]), (&COMPENSATED, [1, 0, 1, 0x11, 0, 200])] {
        if block.number(part) != 0 {
            readings.push(raw(text::obis(&name), part));
        }
    }
    for raw in readings {
        let (reading, notes) = reading::read(&raw, record.measurements.len());
        record.measurements.push(Measurement { ..reading });
        record.notes.extend(notes);
    }
}

/// What only the newer meters fill, and what nobody should.
fn rest(record: &mut ParsedRecord, block: &Block) {
    let resistance = block.number(&RESISTANCE);
    if resistance != 0 {
        let ohm = eichrecht_model::Decimal::new(i128::from(resistance), 3);
        record.loss = Some(LossCompensation { resistance: ohm, unit: Some(Unit::Ohm), ..LossCompensation::default() });
    }
    for (part, name) in [(&STOPWATCH, "stopwatch"), (&PRICE, "price")] {
        if block.number(part) != 0 {
            text::extension(record, name, &hex::encode(block.bytes(part)));
        }
    }
    if block.bytes(&RESERVED).iter().any(|byte| *byte != 0) {
        let found = hex::encode(block.bytes(&RESERVED));
        record.notes.push(Note::new(NoteKind::FieldUnknown, "reserved").found(found));
    }
}

pub(crate) fn byte(block: &Block, part: &Part) -> u8 {
    block.bytes(part).first().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_follow_one_another_to_the_end() {
        let parts = [
            SERVER_ID,
            TIME,
            STATUS,
            SECONDS_INDEX,
            PAGINATION,
            OBIS,
            UNIT,
            SCALER,
            VALUE,
            LOGBOOK,
            CONTRACT_ID,
            CONTRACT_TIME,
            HISTORICAL,
            COMPENSATED,
            RESISTANCE,
            STOPWATCH,
            PRICE,
            RESERVED,
        ];
        let end = parts.iter().fold(0, |end, Part(offset, length)| {
            assert_eq!(*offset, end);
            end + length
        });
        assert_eq!(end, BLOCK);
    }

    #[test]
    fn numbers_are_read_low_byte_first() {
        let mut block = Block::empty();
        block.put(&PAGINATION, &[0xDD, 1]);
        assert_eq!(block.number(&PAGINATION), 0x1DD);
    }
}
