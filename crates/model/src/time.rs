//! Times of readings and how far they can be relied on.

use jiff::Timestamp;
use jiff::civil::DateTime;

/// Time of a reading as the meter signed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeterTime {
    /// Date and time on the meter's own clock, in its zone.
    pub local: DateTime,
    /// Offset of that zone from UTC in minutes, as signed; `None` when the format carries none.
    pub offset_minutes: Option<i16>,
    /// The instant, for comparison; a time without offset is taken as UTC.
    pub instant: Timestamp,
    /// State of the clock.
    pub sync: TimeSync,
    /// The text or number as received.
    pub raw: String,
}

/// State of a meter's clock at a reading. OCMF: status letter of `TM`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TimeSync {
    /// Never set, or not said. OCMF `U`, and a missing letter.
    Unknown,
    /// For display only. OCMF `I`.
    Informative,
    /// Set from a trusted source. OCMF `S`.
    Synchronised,
    /// Start was informative, the duration since then was counted legally. OCMF `R`.
    Relative,
}

/// What the times of a transaction prove.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TimeQuality {
    /// Begin and end by a synchronised clock: times and duration count.
    Synchronised,
    /// Only the duration counts.
    DurationOnly,
    /// Times are information only.
    Informative,
    /// No time was readable, or the meter declared it unusable.
    Unusable,
}

impl TimeQuality {
    /// Whether a price by time may rest on the duration.
    #[must_use]
    pub fn proves_duration(self) -> bool {
        matches!(self, Self::Synchronised | Self::DurationOnly)
    }
}
