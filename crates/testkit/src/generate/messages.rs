//! Message logs and charge detail records around records, with everything in them under control.

use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::keys::Key;

/// Messages of a log in order, a line each.
#[derive(Clone, Debug, Default)]
pub struct Log {
    lines: Vec<String>,
    calls: usize,
}

impl Log {
    /// A log without messages.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A line as it is.
    #[must_use]
    pub fn line(mut self, line: impl Into<String>) -> Self {
        self.lines.push(line.into());
        self
    }

    /// A call of a station, or of the back end.
    #[must_use]
    pub fn call(mut self, station: &str, action: &str, payload: &Value) -> Self {
        self.calls += 1;
        let line = format!("2026-03-29T04:00:{:02}Z {station} {}", self.calls % 60, json!([2, self.id(), action, payload]));
        self.line(line)
    }

    /// The answer to the last call.
    #[must_use]
    pub fn answer(self, station: &str, payload: &Value) -> Self {
        let line = format!("2026-03-29T04:00:59Z {station} {}", json!([3, self.id(), payload]));
        self.line(line)
    }

    fn id(&self) -> String {
        format!("m{:04}", self.calls)
    }

    /// The messages of a session of OCPP 1.6: start, its answer, end.
    #[must_use]
    pub fn session(self, session: &Session) -> Self {
        self.start(session).end(session)
    }

    /// The start of a session and its answer.
    #[must_use]
    pub fn start(self, session: &Session) -> Self {
        self.call(session.station, "StartTransaction", &session.start_payload())
            .answer(session.station, &json!({"idTagInfo": {"status": "Accepted"}, "transactionId": session.number}))
    }

    /// The end of a session.
    #[must_use]
    pub fn end(self, session: &Session) -> Self {
        self.call(session.station, "StopTransaction", &session.stop_payload())
    }

    /// A setting that the back end writes.
    #[must_use]
    pub fn setting(self, station: &str, key: &str, value: &str) -> Self {
        self.call(station, "ChangeConfiguration", &json!({"key": key, "value": value}))
    }

    /// Raw samples at these times of the usual day, `00:58:10`.
    #[must_use]
    pub fn samples(self, session: &Session, times: &[&str]) -> Self {
        times.iter().enumerate().fold(self, |log, (index, time)| {
            let sample = json!([
                {"value": (1_200_500 + index * 10).to_string(), "measurand": "Energy.Active.Import.Register", "unit": "Wh"},
                {"value": "11000", "measurand": "Power.Active.Import", "unit": "W"},
            ]);
            let value = json!([{"timestamp": format!("2026-03-29T{time}.250Z"), "sampledValue": sample}]);
            log.call(session.station, "MeterValues", &json!({"connectorId": 1, "transactionId": session.number, "meterValue": value}))
        })
    }

    /// The log.
    #[must_use]
    pub fn text(&self) -> String {
        self.lines.iter().fold(String::new(), |mut text, line| {
            let _ = writeln!(text, "{line}");
            text
        })
    }
}

/// What a log tells of a session: by default what the usual record signs.
#[derive(Clone, Debug)]
pub struct Session {
    /// Name of the station.
    pub station: &'static str,
    /// Number that the back end gives.
    pub number: u32,
    /// User.
    pub user: &'static str,
    /// Begin.
    pub begin: &'static str,
    /// End.
    pub end: &'static str,
    /// States of the register in watt hours.
    pub states: (u64, u64),
    /// Reason of the end.
    pub reason: Option<&'static str>,
    /// Samples of the end.
    pub samples: Vec<Value>,
}

impl Session {
    /// The usual session with these samples at its end.
    #[must_use]
    pub fn new(samples: Vec<Value>) -> Self {
        Self {
            station: "CP-0042",
            number: 4711,
            user: "04A1B2C3",
            begin: "2026-03-29T00:58:00.120Z",
            end: "2026-03-29T01:25:00.250Z",
            states: (1_200_500, 1_206_100),
            reason: Some("Local"),
            samples,
        }
    }

    /// The usual session with plain records, the last of them that of the end.
    #[must_use]
    pub fn of(records: &[&str]) -> Self {
        let last = records.len().saturating_sub(1);
        let context = |at: usize| if at == last { "Transaction.End" } else { "Transaction.Begin" };
        Self::new(records.iter().enumerate().map(|(at, record)| plain(record, Some(context(at)))).collect())
    }

    /// Payload of `StartTransaction`.
    #[must_use]
    pub fn start_payload(&self) -> Value {
        json!({"connectorId": 1, "idTag": self.user, "meterStart": self.states.0, "timestamp": self.begin})
    }

    /// Payload of `StopTransaction`.
    #[must_use]
    pub fn stop_payload(&self) -> Value {
        let mut payload = json!({"transactionId": self.number, "idTag": self.user, "meterStop": self.states.1, "timestamp": self.end});
        if let Some(reason) = self.reason {
            payload["reason"] = json!(reason);
        }
        if !self.samples.is_empty() {
            payload["transactionData"] = json!([{"timestamp": self.end, "sampledValue": self.samples}]);
        }
        payload
    }
}

/// A sample that is a record as plain text.
#[must_use]
pub fn plain(record: &str, context: Option<&str>) -> Value {
    let mut sample = json!({"value": record, "format": "SignedData"});
    if let Some(context) = context {
        sample["context"] = json!(context);
    }
    sample
}

/// The object of the Open Charge Alliance.
#[must_use]
pub fn signed_value(record: &str, key: Option<&Key>) -> Value {
    let key = key.map(|key| STANDARD.encode(format!("oca:base16:asn1:{}", hex::encode(key.spki())))).unwrap_or_default();
    json!({"signedMeterData": STANDARD.encode(record), "signingMethod": "", "encodingMethod": "OCMF", "publicKey": key})
}

/// A charge detail record of OCPI 2.2.1 over the usual session with these records.
#[must_use]
pub fn cdr(id: &str, records: &[(&str, &str)]) -> Value {
    let values: Vec<Value> =
        records.iter().map(|(nature, record)| json!({"nature": nature, "plain_data": "", "signed_data": record})).collect();
    let mut cdr = json!({
        "country_code": "DE",
        "party_id": "TST",
        "id": id,
        "start_date_time": "2026-03-29T00:57:40Z",
        "end_date_time": "2026-03-29T01:40:00Z",
        "cdr_token": {"uid": "04A1B2C3", "type": "RFID", "contract_id": "DE-TST-C12345678-X"},
        "auth_method": "AUTH_REQUEST",
        "cdr_location": {"id": "L1", "evse_uid": "1", "evse_id": "DE*TST*E1*1", "connector_id": "1"},
        "meter_id": "1TST0000000042",
        "currency": "EUR",
        "charging_periods": [
            {"start_date_time": "2026-03-29T00:57:40Z", "dimensions": [{"type": "ENERGY", "volume": 2.6}, {"type": "TIME", "volume": 0.25}]},
            {"start_date_time": "2026-03-29T01:10:00Z", "dimensions": [{"type": "ENERGY", "volume": 3.0}]},
        ],
        "total_cost": {"excl_vat": 2.18, "incl_vat": 2.59},
        "total_energy": 5.6,
        "total_time": 0.45,
    });
    if !values.is_empty() {
        cdr["signed_data"] = json!({"encoding_method": "OCMF", "signed_values": values});
    }
    cdr
}

/// A value as text over several lines.
#[must_use]
pub fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap() + "\n"
}
