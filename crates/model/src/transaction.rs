//! Transactions: begin to end on one meter.

use crate::{Assessment, Decimal, Measurement, ObisCode, RecordId, TimeQuality, Unit, Verdict};

/// Number of a transaction, unique in an assessment, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TransactionId(pub usize);

/// Points at one reading of one record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MeasurementRef {
    /// The record.
    pub record: RecordId,
    /// The reading in it, counted from 0.
    pub index: usize,
}

/// A charging session on one meter, put together from what the records themselves say.
#[derive(Clone, Debug)]
pub struct Transaction {
    /// Its number.
    pub id: TransactionId,
    /// Index of the input it is listed under: that of its first record.
    pub input: usize,
    /// Its records in signed order.
    pub records: Vec<RecordId>,
    /// Whether begin and end were found.
    pub shape: TransactionShape,
    /// The registers read, each with its begin, end and what lies between.
    pub registers: Vec<RegisterRun>,
    /// Which of `registers` counts for the bill, and why that one; `None` when no choice is possible.
    pub billing: Option<(usize, BillingChoice)>,
    /// What the data says was consumed, proven or not: end minus begin of the billing register.
    pub stated_energy: Option<Energy>,
    /// Seconds between begin and end: as counted beside the clock where the device does so, else by its clock.
    pub duration_s: Option<i64>,
    /// What the times are worth.
    pub time_quality: TimeQuality,
    /// The verdict: the worst of its records and of the findings about itself. `NotChecked` until the
    /// rules have run.
    pub verdict: Verdict,
}

/// Whether a transaction is complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TransactionShape {
    /// One record holds begin and end.
    WholeInOneRecord,
    /// Begin and end stand in records of their own.
    SeparateRecords,
    /// There is a begin and no end.
    EndMissing,
    /// There is an end and no begin.
    BeginMissing,
}

impl TransactionShape {
    /// Whether begin and end are there.
    #[must_use]
    pub fn is_complete(self) -> bool {
        matches!(self, Self::WholeInOneRecord | Self::SeparateRecords)
    }
}

/// All readings of one register in a transaction, in signed order.
#[derive(Clone, Debug)]
pub struct RegisterRun {
    /// The register; `None` when no reading names one.
    pub obis: Option<ObisCode>,
    /// Readings that say "begin".
    pub begins: Vec<MeasurementRef>,
    /// Readings that say "end".
    pub ends: Vec<MeasurementRef>,
    /// All others.
    pub inner: Vec<MeasurementRef>,
}

/// Why a register counts for the bill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BillingChoice {
    /// It counts what reaches the vehicle, cable loss taken off.
    CompensatedImport,
    /// It counts import.
    Import,
    /// It is the only energy register, although not one known for billing.
    OnlyEnergyRegister,
}

/// An amount of energy, with nothing said about its proof.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Energy {
    /// The amount, exact.
    pub value: Decimal,
    /// Its unit.
    pub unit: Unit,
}

/// An amount of energy that is proven: every record of its transaction has a valid signature and no rule
/// failed. There is one way to get one, [`VerifiedEnergy::prove`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifiedEnergy(Energy);

impl VerifiedEnergy {
    /// The stated energy of a transaction, if everything it rests on holds: the transaction is complete,
    /// each of its records was checked and is valid by a key of sufficient origin, the rules have run,
    /// none failed about the transaction or its records, and the amount is not negative.
    #[must_use]
    pub fn prove(transaction: &Transaction, assessment: &Assessment) -> Option<Self> {
        let complete = transaction.shape.is_complete() && !transaction.records.is_empty();
        let all_valid = transaction.records.iter().all(|id| {
            assessment.checked(*id).is_some_and(|record| {
                record.signature().is_valid() && record.keys().used.as_ref().is_some_and(|key| key.origin >= assessment.required_origin)
            })
        });
        let passed = transaction.verdict <= Verdict::VerifiedWithWarnings;
        let energy = transaction.stated_energy.as_ref()?;
        (complete && all_valid && passed && !energy.value.is_negative()).then(|| Self(energy.clone()))
    }

    /// The amount.
    #[must_use]
    pub fn energy(&self) -> &Energy {
        &self.0
    }
}

impl Transaction {
    /// The billing register, if one could be chosen.
    #[must_use]
    pub fn billing_register(&self) -> Option<&RegisterRun> {
        self.registers.get(self.billing?.0)
    }

    /// The reading that begins the billing register, if there is exactly one.
    #[must_use]
    pub fn begin<'a>(&self, assessment: &'a Assessment) -> Option<&'a Measurement> {
        match self.billing_register()?.begins.as_slice() {
            [one] => assessment.measurement(*one),
            _ => None,
        }
    }

    /// Seconds from begin to end as the device counted them beside its clock, where it does. A count that runs
    /// backwards is none.
    #[must_use]
    pub fn counted_seconds(&self, assessment: &Assessment) -> Option<i64> {
        let run = self.billing_register()?;
        let ([begin], [end]) = (run.begins.as_slice(), run.ends.as_slice()) else { return None };
        let content = |at: &MeasurementRef| assessment.checked(at.record).map(crate::CheckedRecord::content);
        let seconds = if begin.record == end.record {
            content(begin)?.counted_seconds?
        } else {
            content(end)?.seconds_index?.checked_sub(content(begin)?.seconds_index?)?
        };
        i64::try_from(seconds).ok()
    }

    /// The reading that ends the billing register, if there is exactly one.
    #[must_use]
    pub fn end<'a>(&self, assessment: &'a Assessment) -> Option<&'a Measurement> {
        match self.billing_register()?.ends.as_slice() {
            [one] => assessment.measurement(*one),
            _ => None,
        }
    }
}
