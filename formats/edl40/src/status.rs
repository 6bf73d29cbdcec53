//! The status byte of an EDL40 reading.
//!
//! Basis: status bits of EMH meters as the makers describe them. Bits 1, 2 and 7 have no known effect.

use eichrecht_model::{MeterStatus, TimeSync};

const ERROR: u64 = 0x01;
const CLOCK_SYNCHRONOUS: u64 = 0x08;
const ENERGY_FLOWS_BACK: u64 = 0x20;
const MAGNET: u64 = 0x40;

/// State of the meter at the reading.
pub(crate) fn state(status: u64) -> MeterStatus {
    if status & MAGNET != 0 {
        MeterStatus::Manipulated
    } else if status & ERROR != 0 {
        MeterStatus::OtherError
    } else {
        MeterStatus::Ok
    }
}

/// State of the clock. Even a clock that calls itself synchronous is only for information: meters with a
/// clock that was never set were seen to set the bit.
pub(crate) fn clock(status: u64) -> TimeSync {
    if status & CLOCK_SYNCHRONOUS != 0 { TimeSync::Informative } else { TimeSync::Unknown }
}

/// Whether energy was flowing from the vehicle when the reading was taken.
pub(crate) fn flows_back(status: u64) -> bool {
    status & ENERGY_FLOWS_BACK != 0
}

/// Pairs of the status word of meters with 256 bits and the byte they sign: bit of the word, bit of the byte.
const TRANSLATION: [(u32, u32); 6] = [(17, 0), (31, 3), (16, 4), (11, 5), (9, 6), (8, 7)];

/// The byte that is signed for a status word of 32 bits.
pub(crate) fn translate(word: u64) -> u8 {
    TRANSLATION.iter().fold(0, |byte, (from, to)| if (word >> from) & 1 == 1 { byte | (1 << to) } else { byte })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_bit_of_the_word_goes_to_its_place() {
        assert_eq!(translate(0x8004_0104), 0x88);
        assert_eq!(translate(u64::from(u32::MAX)), 0b1111_1001);
        for (from, to) in TRANSLATION {
            assert_eq!(translate(1 << from), 1 << to);
        }
    }

    #[test]
    fn bits_tell_the_state() {
        assert_eq!((state(0x88), clock(0x88), flows_back(0x88)), (MeterStatus::Ok, TimeSync::Informative, false));
        assert_eq!((state(0x01), clock(0x01)), (MeterStatus::OtherError, TimeSync::Unknown));
        assert_eq!(state(0x41), MeterStatus::Manipulated);
        assert!(flows_back(0x20));
    }
}
