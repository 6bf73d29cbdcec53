//! The block of 320 bytes for formats that carry its fields in another dress.

use eichrecht_model::ParsedRecord;

use crate::block::{self, BLOCK, Block};

/// The fields of a block of the classic layout. Everything it does not name stays zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockFields<'a> {
    /// Server id of the meter.
    pub server_id: [u8; 10],
    /// Seconds since 1970 on the meter's own clock, in its zone.
    pub time: u32,
    /// Status byte.
    pub status: u8,
    /// Seconds the meter has run.
    pub seconds_index: u32,
    /// Count of signed readings.
    pub pagination: u32,
    /// Register name.
    pub obis: [u8; 6],
    /// Unit, IEC 62056-62.
    pub unit: u8,
    /// Power of ten of the value.
    pub scaler: i8,
    /// Register value, in ten to the power of `scaler` units.
    pub value: u64,
    /// State of the log book.
    pub logbook: [u8; 2],
    /// Contract of the customer, at most 128 bytes.
    pub contract_id: &'a [u8],
    /// When the contract was told to the meter, as `time`.
    pub contract_time: u32,
}

impl BlockFields<'_> {
    /// The block; `None` when the contract is too long for it.
    #[must_use]
    pub fn block(&self) -> Option<[u8; BLOCK]> {
        if self.contract_id.len() > block::CONTRACT_ID.1 {
            return None;
        }
        let mut built = Block::empty();
        built.put(&block::SERVER_ID, &self.server_id);
        built.put(&block::TIME, &self.time.to_le_bytes());
        built.put(&block::STATUS, &[self.status]);
        built.put(&block::SECONDS_INDEX, &self.seconds_index.to_le_bytes());
        built.put(&block::PAGINATION, &self.pagination.to_le_bytes());
        built.put(&block::OBIS, &self.obis);
        built.put(&block::UNIT, &[self.unit]);
        built.put(&block::SCALER, &self.scaler.to_le_bytes());
        built.put(&block::VALUE, &self.value.to_le_bytes());
        built.put(&block::LOGBOOK, &self.logbook);
        built.put(&block::CONTRACT_ID, self.contract_id);
        built.put(&block::CONTRACT_TIME, &self.contract_time.to_le_bytes());
        Some(built.0)
    }
}

/// Fills a record with what a signed block says.
pub fn fill_from_block(record: &mut ParsedRecord, block: &[u8; BLOCK]) {
    block::fill(record, &Block(*block));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_field_has_its_place() {
        let fields = BlockFields {
            server_id: [1; 10],
            time: 0x0403_0201,
            status: 0x88,
            seconds_index: 2,
            pagination: 3,
            obis: [1, 0, 1, 0x11, 0, 0xFF],
            unit: 30,
            scaler: -1,
            value: 0x0102,
            logbook: [0, 4],
            contract_id: b"abc",
            contract_time: 5,
        };
        let block = fields.block().unwrap();
        assert_eq!(block[..15], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 3, 4, 0x88]);
        assert_eq!(block[15..29], [2, 0, 0, 0, 3, 0, 0, 0, 1, 0, 1, 0x11, 0, 0xFF]);
        assert_eq!(block[29..45], [30, 0xFF, 2, 1, 0, 0, 0, 0, 0, 0, 0, 4, b'a', b'b', b'c', 0]);
        assert_eq!(block[169..174], [5, 0, 0, 0, 0]);
        assert!(block[173..].iter().all(|byte| *byte == 0));
        assert!(BlockFields { contract_id: &[b'x'; 129], ..fields }.block().is_none());
    }
}
