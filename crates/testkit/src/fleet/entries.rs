//! Fleets as entries of a ledger, without a signature: for sizes that nobody would like to sign.

use std::sync::Arc;

use eichrecht_ledger::{Evidence, Submission};
use eichrecht_model::{
    Claim, DeclaredRole, EvidenceSource, KeyOrigin, KeyedMeter, Numbering, ObisCode, Pagination, PaginationContext, PastReading,
    PastRecord, PastRole, PastTime, Software, TimeSync, Unit,
};
use sha2::{Digest, Sha256};

use super::{Delivery, Made, Meter, Style};

/// What a meter delivered, one submission for each delivery.
pub fn submissions(meter: &Meter) -> impl Iterator<Item = Submission> {
    let keys: [String; 2] = [0, 1].map(|key| hex::encode(Sha256::digest(format!("key {} {key}", meter.number))));
    meter.deliveries.iter().map(move |delivery| submission(meter, delivery, &keys))
}

fn submission(meter: &Meter, delivery: &Delivery, keys: &[String; 2]) -> Submission {
    let input: Arc<str> = Arc::from(&hex::encode(Sha256::digest(&delivery.name))[..16]);
    let hashes: Vec<[u8; 32]> = delivery.records.iter().map(|made| signed(meter, made)).collect();
    let short = |hash: &[u8; 32]| hex::encode(&hash[..8]);
    let pair = match hashes.as_slice() {
        [begin, end] => Some((short(begin), short(end))),
        _ => None,
    };
    let evidence = delivery.records.iter().zip(&hashes).map(|(made, hash)| {
        let role = if made.role == 'B' { DeclaredRole::Begin } else { DeclaredRole::End };
        let number = delivery.transaction.map(|id| Claim::Number {
            numbering: Numbering::Transaction,
            id: id.to_string(),
            role: Some(role),
            input: input.clone(),
        });
        let session = pair.clone().map(|(begin, end)| Claim::Session { begin, end, input: input.clone() });
        let claims = number.into_iter().chain(session).collect();
        Evidence { meter: identity(meter, &keys[usize::from(made.key)]), record: record(meter, made, *hash, claims) }
    });
    Submission::without_signature_check(&delivery.name, evidence.collect())
}

/// Stands for the signed bytes: everything a meter would sign.
fn signed(meter: &Meter, made: &Made) -> [u8; 32] {
    Sha256::digest(format!("{} {made:?}", meter.number)).into()
}

fn identity(meter: &Meter, key: &str) -> KeyedMeter {
    KeyedMeter {
        serial: Some(meter.serial()),
        manufacturer: Some("TEST".to_owned()),
        model: Some("M1".to_owned()),
        gateway: Some(format!("GW-{}", meter.number)),
        key: key.to_owned(),
    }
}

fn record(meter: &Meter, made: &Made, signed_sha256: [u8; 32], claims: Vec<Claim>) -> PastRecord {
    let (context, format) = match (meter.style, made.role) {
        (Style::Seconds, _) => (PaginationContext::Only, "alfen"),
        (_, ' ') => (PaginationContext::Fiscal, "ocmf"),
        _ => (PaginationContext::Transaction, "ocmf"),
    };
    let role = match made.role {
        'B' => PastRole::Begin,
        'E' => PastRole::End,
        _ => PastRole::None,
    };
    PastRecord {
        signed_sha256,
        format: Arc::from(format),
        evidence: EvidenceSource::Checked,
        key_origin: KeyOrigin::User,
        pagination: (meter.style != Style::Uncounted).then_some(Pagination { context, number: made.page }),
        seconds_index: (meter.style == Style::Seconds).then_some(made.seconds),
        session: None,
        software: Software { meter: Some(made.firmware.to_owned()), ..Software::default() },
        charge_point: Some(meter.point.clone()),
        begin_retold: false,
        readings: vec![PastReading {
            role,
            register: Some(ObisCode::new("1-0:1.8.0")),
            value: format!("{}.{:03}", made.value / 1000, made.value % 1000).parse().ok(),
            unit: Some(Unit::KilowattHour),
            time: Some(PastTime {
                instant: jiff::Timestamp::from_second(made.time).unwrap(),
                offset_minutes: Some(60),
                sync: TimeSync::Synchronised,
            }),
            usable: true,
        }],
        claims,
    }
}
