//! One reading.

use crate::{Decimal, MeterTime, ObisCode, Unit};

/// One reading in a record: a register value with its time and state. OCMF: an element of `RD`.
///
/// A field is `None` when it is absent or unreadable; which of the two it is stands in the record's notes.
#[derive(Clone, Debug, Default)]
pub struct Measurement {
    /// Time of the reading.
    pub time: Option<MeterTime>,
    /// Why it was taken; `None` outside transactions.
    pub reason: Option<ReadingReason>,
    /// The value, exactly as signed, in `unit`.
    pub value: Option<Decimal>,
    /// Unit of `value` and `cumulated_loss`.
    pub unit: Option<Unit>,
    /// Which register was read.
    pub obis: Option<ObisCode>,
    /// Kind of current.
    pub current: Option<CurrentKind>,
    /// Cable loss that is already taken off the value, added up since the begin; in `unit`. OCMF `CL`.
    pub cumulated_loss: Option<Decimal>,
    /// Which quantities the meter itself declares unusable; `None` when the format says nothing.
    pub error_flags: Option<ErrorFlags>,
    /// State of the meter.
    pub status: Option<MeterStatus>,
    /// Counter of log-book events, as received. OCMF `EI`.
    pub event_counter: Option<String>,
    /// Whether the signature covers the reading.
    pub provenance: Provenance,
}

/// Whether a value was signed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Provenance {
    /// Part of the signed bytes.
    #[default]
    Signed,
    /// Beside them: a claim.
    Unsigned,
    /// Computed by this program.
    Derived,
}

/// Why a reading was taken. OCMF `TX`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ReadingReason {
    /// Begin of the transaction. `B`.
    Begin,
    /// During charging. `C`.
    Charging,
    /// Charging is suspended. `S`.
    Suspended,
    /// Change of the tariff. `T`.
    TariffChange,
    /// An error during charging: from here on time, energy or both are unusable. `X`.
    Exception,
    /// End. `E`.
    End,
    /// Ended at the station. `L`.
    EndLocal,
    /// Ended from outside. `R`.
    EndRemote,
    /// Aborted. `A`.
    EndAbort,
    /// Ended by power failure. `P`.
    EndPowerFailure,
    /// Something else, as received.
    Other(String),
}

impl ReadingReason {
    /// Whether the reading ends a transaction, in whatever way.
    #[must_use]
    pub fn is_end(&self) -> bool {
        matches!(self, Self::End | Self::EndLocal | Self::EndRemote | Self::EndAbort | Self::EndPowerFailure)
    }

    /// Whether the reading begins a transaction.
    #[must_use]
    pub fn is_begin(&self) -> bool {
        matches!(self, Self::Begin)
    }

    /// Whether the transaction did not end in the ordinary way.
    #[must_use]
    pub fn is_abnormal_end(&self) -> bool {
        matches!(self, Self::EndAbort | Self::EndPowerFailure)
    }
}

/// Kind of current a reading counts. OCMF `RT`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CurrentKind {
    /// Alternating current.
    Ac,
    /// Direct current.
    Dc,
    /// Something else, as received.
    Other(String),
}

/// Quantities a meter declares unusable. OCMF `EF`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct ErrorFlags {
    /// Energy is unusable. `E`.
    pub energy: bool,
    /// Time is unusable. `t`.
    pub time: bool,
}

/// State of a meter at a reading. OCMF `ST`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MeterStatus {
    /// `G`.
    Ok,
    /// `N`: no meter there.
    NotPresent,
    /// `T`.
    Timeout,
    /// `D`.
    Disconnected,
    /// `R`.
    NotFound,
    /// `M`.
    Manipulated,
    /// `X`.
    Exchanged,
    /// `I`.
    Incompatible,
    /// `O`.
    OutOfRange,
    /// `S`: a substitute value.
    Substitute,
    /// `E`.
    OtherError,
    /// `F`.
    ReadError,
    /// Something else, as received.
    Other(String),
}

impl MeterStatus {
    /// Whether the meter reported no fault.
    #[must_use]
    pub fn is_ok(&self) -> bool {
        matches!(self, Self::Ok)
    }
}

/// Parameters of a cable-loss compensation. OCMF `LC`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LossCompensation {
    /// Name of the cable.
    pub name: Option<String>,
    /// Number of the parameter set.
    pub id: Option<Decimal>,
    /// Resistance of the cable.
    pub resistance: Option<Decimal>,
    /// Unit of the resistance.
    pub unit: Option<Unit>,
}
