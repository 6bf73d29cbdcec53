//! Charging sessions by the thousand, signed by a key made up for the occasion.
#![allow(dead_code, unreachable_pub, reason = "each user takes a part of it")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    clippy::disallowed_methods,
    reason = "code of tests may fail loudly"
)]

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use arrow_array::{ArrayRef, RecordBatch, StringArray};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair};
use eichrecht::model::KeyOrigin;
use eichrecht::{Input, Verifier};
use eichrecht_report::InputRow;
use parquet::arrow::ArrowWriter;

/// One row of a table.
#[derive(Clone, Debug)]
pub struct Session {
    pub id: String,
    pub evse: String,
    pub ocmf: String,
    pub key: String,
}

/// A meter with its key.
pub struct Meter {
    serial: String,
    evse: String,
    pair: EcdsaKeyPair,
    spki: String,
}

/// SubjectPublicKeyInfo of a point on secp256r1 up to the point. RFC 5480.
const SPKI: &str = "3059301306072a8648ce3d020106082a8648ce3d030107034200";

/// Meters with new keys.
pub fn meters(count: usize) -> Vec<Meter> {
    let meter = |number: usize| {
        let pair = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_ASN1_SIGNING).unwrap();
        let spki = format!("{SPKI}{}", hex::encode(pair.public_key().as_ref()));
        Meter { serial: format!("1TST{number:010}"), evse: format!("DE*TST*E{number}*1"), pair, spki }
    };
    (0..count).map(meter).collect()
}

/// Session number `number`, by the meters in turn. About one in a hundred was altered after it was signed.
pub fn session(meters: &[Meter], number: usize, random: &SystemRandom) -> Session {
    let meter = &meters[number % meters.len()];
    let page = number / meters.len() + 1;
    let (day, minute) = (1 + page % 27, number % 50);
    let begin = 1_000.0 + page as f64 * 10.0;
    let (from, to) = (format!("{begin:.3}"), format!("{:.3}", begin + 1.0 + (number % 70) as f64 / 10.0));
    let reading = |time: &str, reason: &str, value: &str| {
        format!(
            r#"{{"TM":"2026-03-{day:02}T{time},000+0100 S","TX":"{reason}","RV":{value},"RI":"1-b:1.8.0","RU":"kWh","RT":"AC","EF":"","ST":"G"}}"#
        )
    };
    let payload = format!(
        r#"{{"FV":"1.0","GI":"TEST GATEWAY","GS":"{serial}","GV":"1.0","PG":"T{page}","MV":"TEST","MM":"M1","MS":"{serial}","MF":"1.0","IS":true,"IL":"VERIFIED","IF":["RFID_PLAIN","OCPP_AUTH_TLS"],"IT":"ISO14443","ID":"{number:014X}","CT":"EVSEID","CI":"{evse}","RD":[{},{}]}}"#,
        reading(&format!("08:{minute:02}:00"), "B", &from),
        reading(&format!("09:{minute:02}:30"), "E", &to),
        serial = meter.serial,
        evse = meter.evse,
    );
    let signature = meter.pair.sign(random, payload.as_bytes()).unwrap();
    let payload = if number % 100 == 99 { payload.replacen("\"RV\":", "\"RV\":1", 1) } else { payload };
    Session {
        id: format!("S{number}"),
        evse: meter.evse.clone(),
        ocmf: format!(r#"OCMF|{payload}|{{"SD":"{}"}}"#, hex::encode(signature.as_ref())),
        key: meter.spki.clone(),
    }
}

/// Many sessions.
pub fn sessions(count: usize, meter_count: usize) -> Vec<Session> {
    let (meters, random) = (meters(meter_count), SystemRandom::new());
    (0..count).map(|number| session(&meters, number, &random)).collect()
}

pub fn write_ndjson(sessions: &[Session], out: &mut impl Write) {
    for Session { id, evse, ocmf, key } in sessions {
        let row = serde_json::json!({ "session_id": id, "evse_id": evse, "ocmf": ocmf, "public_key": key });
        writeln!(out, "{row}").unwrap();
    }
}

pub fn write_csv(sessions: &[Session], header: bool, out: &mut impl Write) {
    if header {
        write!(out, "session_id,evse_id,ocmf,public_key\r\n").unwrap();
    }
    for Session { id, evse, ocmf, key } in sessions {
        write!(out, "{id},{evse},\"{}\",{key}\r\n", ocmf.replace('"', "\"\"")).unwrap();
    }
}

pub fn to_batch(sessions: &[Session]) -> RecordBatch {
    let column = |field: fn(&Session) -> &str| -> ArrayRef { Arc::new(StringArray::from_iter_values(sessions.iter().map(field))) };
    RecordBatch::try_from_iter([
        ("session_id", column(|session| &session.id)),
        ("evse_id", column(|session| &session.evse)),
        ("ocmf", column(|session| &session.ocmf)),
        ("public_key", column(|session| &session.key)),
    ])
    .unwrap()
}

pub fn write_parquet(sessions: &[Session], path: &Path) {
    let batch = to_batch(sessions);
    let mut writer = ArrowWriter::try_new(std::fs::File::create(path).unwrap(), batch.schema(), None).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
}

/// What one call of the verifier says, by the columns of a result.
pub fn expected(session: &Session) -> BTreeMap<String, String> {
    let input = Input::new("x", session.ocmf.as_bytes());
    // An empty cell is no key.
    let input = if session.key.is_empty() { input } else { input.with_key(KeyOrigin::Container, "key", session.key.as_bytes()) };
    let verifier = Verifier::new().now("2026-06-01T00:00:00Z".parse().unwrap());
    let row = InputRow::new(&verifier.verify(vec![input]));
    let words = |codes: &[&str]| codes.join(" ");
    [
        ("verdict", row.verdict.as_str().to_owned()),
        ("signature", row.signature.to_owned()),
        ("energy", row.energy.map(|energy| energy.value.to_string()).unwrap_or_default()),
        ("begin", row.begin.unwrap_or_default()),
        ("key_fingerprint", row.key_fingerprint.unwrap_or_default()),
        ("fail", words(&row.fail)),
        ("warn", words(&row.warn)),
        ("info", words(&row.info)),
        ("errors", words(&row.errors)),
        ("sha256", row.sha256.unwrap_or_default()),
    ]
    .map(|(name, text)| (name.to_owned(), text))
    .into()
}
