//! The status word: what meter, adapter and command left in a reading. Bit 0 is the least significant one.

use eichrecht_model::{MeterStatus, ReadingReason};

/// The 32 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Status(pub(crate) u32);

/// Bits after which the value must not be billed, with a word each.
const FATAL: [(u32, &str); 5] =
    [(1, "meter-eeprom"), (2, "meter-data-flash"), (16, "adapter-fatal"), (30, "adapter-memory"), (31, "meter-communication")];
/// Bits that leave the value usable.
const REPORTS: [(u32, &str); 4] = [(8, "phase-l1"), (9, "phase-l2"), (10, "phase-l3"), (11, "phase-sequence")];
const CLOCK: u32 = 0;
const MOVED: u32 = 26;
const COMMUNICATION: u32 = 31;
/// The command the reading was made by.
const COMMANDS: [(u32, ReadingReason); 3] = [(29, ReadingReason::Begin), (28, ReadingReason::End), (27, ReadingReason::Charging)];

impl Status {
    fn bit(self, number: u32) -> bool {
        self.0 & (1 << number) != 0
    }

    /// What it says about the meter and the way to it.
    pub(crate) fn meter(self) -> MeterStatus {
        if self.bit(COMMUNICATION) {
            MeterStatus::ReadError
        } else if FATAL.iter().any(|(bit, _)| self.bit(*bit)) {
            MeterStatus::OtherError
        } else {
            MeterStatus::Ok
        }
    }

    /// The clock of the meter has an error.
    pub(crate) fn clock_bad(self) -> bool {
        self.bit(CLOCK)
    }

    /// The register moved between the end of the session before and the begin of this one.
    pub(crate) fn moved(self) -> bool {
        self.bit(MOVED)
    }

    /// The commands it names: one in a good reading, none in those of old adapters.
    pub(crate) fn commands(self) -> Vec<ReadingReason> {
        COMMANDS.iter().filter(|(bit, _)| self.bit(*bit)).map(|(_, reason)| reason.clone()).collect()
    }

    /// Words for what is worth telling although the value is usable.
    pub(crate) fn reports(self) -> Vec<String> {
        let mut words: Vec<String> = REPORTS.iter().filter(|(bit, _)| self.bit(*bit)).map(|(_, word)| (*word).to_owned()).collect();
        let reserved = self.reserved();
        if reserved != 0 {
            words.push(format!("0x{reserved:08X}"));
        }
        words
    }

    /// Words for the errors that make the value unusable.
    pub(crate) fn faults(self) -> Vec<&'static str> {
        FATAL.iter().filter(|(bit, _)| self.bit(*bit)).map(|(_, word)| *word).collect()
    }

    /// The bits without a known meaning.
    fn reserved(self) -> u32 {
        let named = FATAL.iter().chain(&REPORTS).map(|(bit, _)| *bit).chain(COMMANDS.iter().map(|(bit, _)| *bit)).chain([CLOCK, MOVED]);
        named.fold(self.0, |rest, bit| rest & !(1 << bit))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_bit_has_one_meaning() {
        for bit in 0..32 {
            let status = Status(1 << bit);
            let meanings = [
                status.meter() != MeterStatus::Ok,
                status.clock_bad(),
                status.moved(),
                !status.commands().is_empty(),
                !status.reports().is_empty(),
            ];
            assert_eq!(meanings.iter().filter(|meaning| **meaning).count(), 1, "bit {bit}");
            assert_eq!(status.faults().is_empty(), status.meter() == MeterStatus::Ok, "bit {bit}");
        }
    }

    #[test]
    fn words() {
        assert_eq!(Status(0x2000_0000).commands(), [ReadingReason::Begin]);
        assert_eq!(Status(0x3000_0000).commands(), [ReadingReason::Begin, ReadingReason::End]);
        assert_eq!(Status(0x0000_0910).reports(), ["phase-l1", "phase-sequence", "0x00000010"]);
        assert_eq!(Status(0x8001_0000).meter(), MeterStatus::ReadError);
        assert_eq!(Status(0x8001_0000).faults(), ["adapter-fatal", "meter-communication"]);
        assert_eq!((Status(0).meter(), Status(0).reports().len()), (MeterStatus::Ok, 0));
    }
}
