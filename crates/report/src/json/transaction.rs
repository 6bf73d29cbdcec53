//! Transactions in JSON.

use eichrecht_model::{Assessment, Energy, Measurement, MeasurementRef, Transaction, VerifiedEnergy};
use serde::Serialize;

use super::measurement::MeasurementOut;
use crate::names;

/// One charging session.
#[derive(Serialize)]
pub(super) struct TransactionOut<'a> {
    id: usize,
    records: Vec<usize>,
    verdict: &'static str,
    shape: &'static str,
    begin: Option<PlacedOut<'a>>,
    end: Option<PlacedOut<'a>>,
    billing: Option<BillingOut>,
    /// Only from a [`VerifiedEnergy`].
    energy: Option<EnergyOut>,
    stated_energy: Option<EnergyOut>,
    duration_s: Option<i64>,
    time_quality: &'static str,
}

impl<'a> TransactionOut<'a> {
    pub(super) fn new(assessment: &'a Assessment, transaction: &'a Transaction) -> Self {
        let billing = transaction.billing_register();
        let only = |refs: Option<&'a Vec<MeasurementRef>>| match refs.map(Vec::as_slice) {
            Some([one]) => Some(*one),
            _ => None,
        };
        let begin_at = only(billing.map(|run| &run.begins));
        let end_at = only(billing.map(|run| &run.ends));
        Self {
            id: transaction.id.0,
            records: transaction.records.iter().map(|id| id.0).collect(),
            verdict: assessment.transaction_verdict(transaction.id).as_str(),
            shape: names::shape(transaction.shape),
            begin: PlacedOut::new(begin_at, transaction.begin(assessment)),
            end: PlacedOut::new(end_at, transaction.end(assessment)),
            billing: BillingOut::new(transaction),
            energy: assessment.verified_energy(transaction.id).as_ref().map(VerifiedEnergy::energy).map(EnergyOut::new),
            stated_energy: transaction.stated_energy.as_ref().map(EnergyOut::new),
            duration_s: transaction.duration_s,
            time_quality: names::time_quality(transaction.time_quality),
        }
    }
}

/// A reading with its place.
#[derive(Serialize)]
struct PlacedOut<'a> {
    record: usize,
    measurement: usize,
    #[serde(flatten)]
    reading: MeasurementOut<'a>,
}

impl<'a> PlacedOut<'a> {
    fn new(at: Option<MeasurementRef>, reading: Option<&'a Measurement>) -> Option<Self> {
        let at = at?;
        Some(Self { record: at.record.0, measurement: at.index, reading: MeasurementOut::new(reading?) })
    }
}

/// The register that counts for the bill.
#[derive(Serialize)]
struct BillingOut {
    obis: Option<String>,
    obis_raw: Option<String>,
    choice: &'static str,
}

impl BillingOut {
    fn new(transaction: &Transaction) -> Option<Self> {
        let (_, choice) = transaction.billing?;
        let obis = transaction.billing_register()?.obis.as_ref();
        Some(Self {
            obis: obis.map(eichrecht_model::ObisCode::normalised),
            obis_raw: obis.map(|code| code.as_received().to_owned()),
            choice: names::billing_choice(choice),
        })
    }
}

#[derive(Serialize)]
pub(super) struct EnergyOut {
    value: String,
    unit: String,
}

impl EnergyOut {
    pub(super) fn new(energy: &Energy) -> Self {
        Self { value: energy.value.to_string(), unit: energy.unit.to_string() }
    }
}
