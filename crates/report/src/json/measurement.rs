//! Readings in JSON.

use eichrecht_model::{Measurement, Provenance};
use serde::Serialize;

use crate::csv::iso;
use crate::names;

/// One reading. Values are texts with the digits as signed; units and codes as received.
#[derive(Serialize)]
pub(super) struct MeasurementOut<'a> {
    obis: Option<String>,
    obis_raw: Option<&'a str>,
    value: Option<String>,
    unit: Option<String>,
    time: Option<String>,
    time_raw: Option<&'a str>,
    time_sync: Option<&'static str>,
    reason: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason_detail: Option<&'a str>,
    status: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status_detail: Option<&'a str>,
    error_flags: Option<ErrorFlagsOut>,
    #[serde(skip_serializing_if = "Option::is_none")]
    current: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cumulated_loss: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event_counter: Option<&'a str>,
    signed: bool,
    provenance: &'static str,
}

#[derive(Serialize)]
struct ErrorFlagsOut {
    energy: bool,
    time: bool,
}

impl<'a> MeasurementOut<'a> {
    pub(super) fn new(reading: &'a Measurement) -> Self {
        let time = reading.time.as_ref();
        Self {
            obis: reading.obis.as_ref().map(eichrecht_model::ObisCode::normalised),
            obis_raw: reading.obis.as_ref().map(eichrecht_model::ObisCode::as_received),
            value: reading.value.map(|value| value.to_string()),
            unit: reading.unit.as_ref().map(ToString::to_string),
            time: time.map(iso),
            time_raw: time.map(|t| t.raw.as_str()),
            time_sync: time.map(|t| names::time_sync(t.sync)),
            reason: reading.reason.as_ref().map(names::reading_reason),
            reason_detail: reading.reason.as_ref().and_then(names::reading_detail),
            status: reading.status.as_ref().map(names::meter_status),
            status_detail: reading.status.as_ref().and_then(names::meter_status_detail),
            error_flags: reading.error_flags.map(|flags| ErrorFlagsOut { energy: flags.energy, time: flags.time }),
            current: reading.current.as_ref().map(names::current),
            cumulated_loss: reading.cumulated_loss.map(|loss| loss.to_string()),
            event_counter: reading.event_counter.as_deref(),
            signed: reading.provenance == Provenance::Signed,
            provenance: names::provenance(reading.provenance),
        }
    }
}
