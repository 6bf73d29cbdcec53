//! Records in JSON.

use eichrecht_model::{
    ChargePoint, CheckedRecord, Declared, DeclaredRole, GatewayIdentity, LossCompensation, MeterIdentity, MinutesRun, RecordEntry,
    RegisteredUse, TariffText, UsedKey, UserAssignment,
};
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::measurement::MeasurementOut;
use crate::names;

/// One record: everything it says, and what came of its signature.
#[derive(Serialize)]
pub(super) struct RecordOut<'a> {
    id: usize,
    format: Option<&'static str>,
    version: Option<&'a str>,
    location: &'a [String],
    span: Option<[usize; 2]>,
    verdict: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    duplicate_of: Option<usize>,
    signed_sha256: String,
    signature: SignatureOut,
    key: KeyOut<'a>,
    meter: MeterOut<'a>,
    gateway: GatewayOut<'a>,
    pagination: Option<String>,
    session: Option<&'a str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    begin_retold: bool,
    counted_seconds: Option<u64>,
    seconds_index: Option<u64>,
    charge_point: ChargePointOut<'a>,
    user: UserOut<'a>,
    tariff: Option<TariffOut<'a>>,
    loss: Option<LossOut<'a>>,
    measurements: Vec<MeasurementOut<'a>>,
    extensions: Vec<FieldOut<'a>>,
    unsigned: UnsignedOut<'a>,
}

impl<'a> RecordOut<'a> {
    pub(super) fn new(entry: &'a RecordEntry) -> Self {
        let checked = entry.content.as_ref().ok();
        let content = checked.map(CheckedRecord::content);
        Self {
            id: entry.id.0,
            format: entry.format.map(eichrecht_model::FormatId::as_str),
            version: content.and_then(|c| c.version.as_deref()),
            location: entry.source.location.parts(),
            span: entry.source.span.as_ref().map(|span| [span.start, span.end]),
            verdict: entry.verdict.as_str(),
            duplicate_of: entry.duplicate_of.map(|id| id.0),
            signed_sha256: crate::key::hex(&Sha256::digest(entry.signed_bytes())),
            signature: SignatureOut::new(entry),
            key: KeyOut::new(checked.and_then(|record| record.keys().used.as_ref())),
            meter: content.map(|c| MeterOut::new(&c.meter)).unwrap_or_default(),
            gateway: content.map(|c| GatewayOut::new(&c.gateway)).unwrap_or_default(),
            pagination: content.and_then(|c| c.pagination).map(|p| p.to_string()),
            session: content.and_then(|c| c.session.as_deref()),
            begin_retold: content.is_some_and(|c| c.begin_retold),
            counted_seconds: content.and_then(|c| c.counted_seconds),
            seconds_index: content.and_then(|c| c.seconds_index),
            charge_point: content.map(|c| ChargePointOut::new(&c.charge_point)).unwrap_or_default(),
            user: content.map(|c| UserOut::new(&c.user)).unwrap_or_default(),
            tariff: content.and_then(|c| c.tariff.as_ref()).map(TariffOut::new),
            loss: content.and_then(|c| c.loss.as_ref()).map(LossOut::new),
            measurements: content.map(|c| c.measurements.iter().map(MeasurementOut::new).collect()).unwrap_or_default(),
            extensions: content.map(|c| fields(&c.extensions)).unwrap_or_default(),
            unsigned: UnsignedOut::new(&entry.source.declared, content.and_then(|c| c.claimed_role), content.map_or(&[], |c| &c.unsigned)),
        }
    }
}

#[derive(Serialize)]
struct SignatureOut {
    verdict: &'static str,
    algorithm: Option<String>,
    reason: Option<&'static str>,
    /// Which reading of the signed bytes a valid signature fits.
    #[serde(skip_serializing_if = "Option::is_none")]
    signed_bytes: Option<&'static str>,
}

impl SignatureOut {
    fn new(entry: &RecordEntry) -> Self {
        match &entry.content {
            Ok(record) => Self {
                verdict: names::signature(record.signature()),
                algorithm: Some(names::algorithm(&record.content().algorithm)),
                reason: names::signature_reason(record.signature()),
                signed_bytes: record.matched().map(names::signed_bytes),
            },
            Err(why) => Self { verdict: "not-checked", algorithm: None, reason: Some(names::unread(why)), signed_bytes: None },
        }
    }
}

#[derive(Serialize)]
struct KeyOut<'a> {
    origin: &'static str,
    curve: Option<&'static str>,
    fingerprint: Option<&'a str>,
    choice: Option<&'static str>,
    spki: Option<String>,
    location: Option<&'a [String]>,
    /// The entry of a register that has the key, where one was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    registered: Option<RegisteredOut<'a>>,
}

impl<'a> KeyOut<'a> {
    fn new(key: Option<&'a UsedKey>) -> Self {
        match key {
            None => Self { origin: "none", curve: None, fingerprint: None, choice: None, spki: None, location: None, registered: None },
            Some(key) => Self {
                origin: key.origin.as_str(),
                curve: Some(key.kind.as_str()),
                fingerprint: Some(&key.fingerprint),
                choice: Some(names::key_choice(key.choice)),
                spki: Some(crate::key::hex(&key.spki)),
                location: Some(key.location.parts()),
                registered: key.registered.as_deref().map(RegisteredOut::new),
            },
        }
    }
}

#[derive(Serialize)]
struct RegisteredOut<'a> {
    /// What led to it: `signed`, `claimed` or `key`.
    found_by: &'static str,
    #[serde(flatten)]
    entry: crate::registration::EntryOut<'a>,
}

impl<'a> RegisteredOut<'a> {
    fn new(registered: &'a RegisteredUse) -> Self {
        Self { found_by: registered.found_by.as_str(), entry: crate::registration::EntryOut::new(&registered.entry) }
    }
}

#[derive(Default, Serialize)]
struct MeterOut<'a> {
    serial: Option<&'a str>,
    manufacturer: Option<&'a str>,
    model: Option<&'a str>,
    firmware: Option<&'a str>,
}

impl<'a> MeterOut<'a> {
    fn new(meter: &'a MeterIdentity) -> Self {
        Self {
            serial: meter.serial.as_deref(),
            manufacturer: meter.manufacturer.as_deref(),
            model: meter.model.as_deref(),
            firmware: meter.firmware.as_deref(),
        }
    }
}

#[derive(Default, Serialize)]
struct GatewayOut<'a> {
    id: Option<&'a str>,
    serial: Option<&'a str>,
    version: Option<&'a str>,
    controller_firmware: Option<&'a str>,
}

impl<'a> GatewayOut<'a> {
    fn new(gateway: &'a GatewayIdentity) -> Self {
        Self {
            id: gateway.id.as_deref(),
            serial: gateway.serial.as_deref(),
            version: gateway.version.as_deref(),
            controller_firmware: gateway.controller_firmware.as_deref(),
        }
    }
}

#[derive(Default, Serialize)]
struct ChargePointOut<'a> {
    id: Option<&'a str>,
    scheme: Option<&'a str>,
}

impl<'a> ChargePointOut<'a> {
    fn new(charge_point: &'a ChargePoint) -> Self {
        Self { id: charge_point.id.as_deref(), scheme: charge_point.scheme.as_deref() }
    }
}

#[derive(Default, Serialize)]
struct UserOut<'a> {
    assigned: Option<bool>,
    level: Option<&'a str>,
    flags: &'a [String],
    kind: Option<&'a str>,
    id: Option<&'a str>,
}

impl<'a> UserOut<'a> {
    fn new(user: &'a UserAssignment) -> Self {
        Self {
            assigned: user.assigned,
            level: user.level.as_ref().map(names::assignment_level),
            flags: &user.flags,
            kind: user.kind.as_deref(),
            id: user.id.as_deref(),
        }
    }
}

/// A tariff text; prices in euro cents.
#[derive(Serialize)]
struct TariffOut<'a> {
    text: &'a str,
    prices: Option<PricesOut>,
}

#[derive(Serialize)]
struct PricesOut {
    start_fee: String,
    per_kwh: Option<String>,
    per_minute: Option<String>,
    minutes_run: &'static str,
    from_minute: Option<String>,
}

impl<'a> TariffOut<'a> {
    fn new(tariff: &'a TariffText) -> Self {
        let prices = tariff.prices.as_ref().map(|prices| PricesOut {
            start_fee: prices.start_fee.to_string(),
            per_kwh: prices.per_kwh.map(|price| price.to_string()),
            per_minute: prices.per_minute.map(|price| price.to_string()),
            minutes_run: match prices.minutes_run {
                MinutesRun::FromStart => "from-start",
                MinutesRun::FromMinute(_) => "from-minute",
                MinutesRun::AfterCharging => "after-charging",
            },
            from_minute: match prices.minutes_run {
                MinutesRun::FromMinute(minute) => Some(minute.to_string()),
                MinutesRun::FromStart | MinutesRun::AfterCharging => None,
            },
        });
        Self { text: &tariff.text, prices }
    }
}

#[derive(Serialize)]
struct LossOut<'a> {
    name: Option<&'a str>,
    id: Option<String>,
    resistance: Option<String>,
    unit: Option<String>,
}

impl<'a> LossOut<'a> {
    fn new(loss: &'a LossCompensation) -> Self {
        Self {
            name: loss.name.as_deref(),
            id: loss.id.map(|id| id.to_string()),
            resistance: loss.resistance.map(|resistance| resistance.to_string()),
            unit: loss.unit.as_ref().map(ToString::to_string),
        }
    }
}

/// A field by its path. A list and no object, for a sender may name one twice.
#[derive(Serialize)]
struct FieldOut<'a> {
    field: &'a str,
    text: &'a str,
}

fn fields(list: &[(String, String)]) -> Vec<FieldOut<'_>> {
    list.iter().map(|(field, text)| FieldOut { field, text }).collect()
}

/// What is claimed beside the signed bytes.
#[derive(Serialize)]
struct UnsignedOut<'a> {
    context: Option<&'a str>,
    /// What the record calls itself beside the signed bytes, where it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<&'static str>,
    transaction_id: Option<&'a str>,
    numbering: &'static str,
    format: Option<&'a str>,
    encoding: Option<&'a str>,
    fields: Vec<FieldOut<'a>>,
}

impl<'a> UnsignedOut<'a> {
    fn new(declared: &'a Declared, role: Option<DeclaredRole>, beside: &'a [(String, String)]) -> Self {
        Self {
            context: declared.context.as_deref(),
            role: role.map(|role| match role {
                DeclaredRole::Begin => "begin",
                DeclaredRole::End => "end",
            }),
            transaction_id: declared.transaction_id.as_deref(),
            numbering: declared.numbering.as_str(),
            format: declared.format.as_deref(),
            encoding: declared.encoding.as_deref(),
            fields: fields(beside),
        }
    }
}
