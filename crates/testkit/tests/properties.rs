//! What holds for every input, not only for those somebody thought of.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "test code: a panic is a failing test"
)]

use eichrecht::{Input, Verifier};
use eichrecht_model::{Assessment, KeyOrigin, SignatureVerdict, TransactionId, Verdict};
use eichrecht_testkit::generate::der::{self, Spelling};
use eichrecht_testkit::generate::ecdsa::{Pair, octets};
use eichrecht_testkit::generate::keys::{ED25519, Key, METER};
use eichrecht_testkit::generate::ocmf::{Payload, Seal};
use eichrecht_testkit::generate::xml::{self, Value};
use num_bigint::BigUint;
use proptest::prelude::*;

fn assess(key: &Key, bytes: impl Into<Vec<u8>>) -> Assessment {
    Verifier::new().key(KeyOrigin::User, "key", key.hex()).verify(vec![Input::new("input", bytes.into())])
}

fn signatures(assessment: &Assessment) -> Vec<Option<&SignatureVerdict>> {
    assessment.records.iter().map(|entry| entry.content.as_ref().ok().map(|record| record.signature())).collect()
}

fn any_valid(assessment: &Assessment) -> bool {
    signatures(assessment).into_iter().flatten().any(SignatureVerdict::is_valid)
}

/// Nothing valid, nothing verified, no energy proven.
fn passes_nothing(assessment: &Assessment) -> bool {
    let proven = assessment.transactions.iter().any(|transaction| assessment.verified_energy(transaction.id).is_some());
    !any_valid(assessment) && assessment.verdict > Verdict::VerifiedWithWarnings && !proven
}

/// The bytes with one bit turned over.
fn flipped(bytes: &[u8], bit: usize) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    bytes[bit / 8] ^= 1 << (bit % 8);
    bytes
}

/// Turns over the given bits of what is signed, one at a time.
fn flip_signed_bits(key: &Key, payload: &str, bits: impl Iterator<Item = usize>) {
    let seal = Seal::by(key);
    let tail = format!("|{}", seal.section(&seal.signature(payload)));
    let record = |signed: &[u8]| [b"OCMF|".as_slice(), signed, tail.as_bytes()].concat();
    assert!(any_valid(&assess(key, record(payload.as_bytes()))), "the record itself does not verify");
    for bit in bits {
        let bytes = record(&flipped(payload.as_bytes(), bit));
        assert!(passes_nothing(&assess(key, bytes.clone())), "bit {bit}: {}", String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn no_flipped_signed_bit_is_ever_valid() {
    let payload = Payload::whole().json();
    flip_signed_bits(&METER, &payload, 0..payload.len() * 8);
}

/// Up to 1.0 another reading of the signed bytes is tried as well. One bit of each byte, in turn.
#[test]
fn no_flipped_signed_bit_is_ever_valid_where_blanks_are_free() {
    let payload = Payload::begin().text("FV", "1.0").json().replace(",\"", ", \"");
    flip_signed_bits(&METER, &payload, (0..payload.len()).map(|byte| byte * 8 + byte % 8));
}

/// One bit of each byte, in turn.
#[test]
fn no_flipped_signed_bit_is_ever_valid_with_another_algorithm() {
    let payload = Payload::begin().json();
    flip_signed_bits(&ED25519, &payload, (0..payload.len()).map(|byte| byte * 8 + byte % 8));
}

#[test]
fn no_flipped_bit_of_a_signature_is_ever_valid() {
    let payload = Payload::whole().json();
    let seal = Seal::new();
    let Pair { r, s } = seal.pair(&payload);
    let numbers = [octets(&r, 32), octets(&s, 32)].concat();
    for bit in 0..numbers.len() * 8 {
        let altered = flipped(&numbers, bit);
        let (r, s) = altered.split_at(32);
        let pair = Pair { r: BigUint::from_bytes_be(r), s: BigUint::from_bytes_be(s) };
        for spelling in [Spelling::Strict, Spelling::Raw] {
            let record = format!("OCMF|{payload}|{}", seal.section(&der::signature(&pair, spelling, 32)));
            assert!(passes_nothing(&assess(&METER, record)), "bit {bit}, {spelling:?}");
        }
    }
    let seal = Seal::by(&ED25519);
    let signature = seal.signature(&payload);
    for bit in 0..signature.len() * 8 {
        let record = format!("OCMF|{payload}|{}", seal.section(&flipped(&signature, bit)));
        assert!(passes_nothing(&assess(&ED25519, record)), "Ed25519, bit {bit}");
    }
}

/// Pieces that lead deep into the readers.
fn tokens() -> impl Strategy<Value = Vec<u8>> {
    let known: Vec<&[u8]> = vec![
        b"OCMF|",
        b"OCMF",
        b"|",
        b"{",
        b"}",
        b"[",
        b"]",
        b"\"",
        b":",
        b",",
        b"\\",
        b"\\u0022",
        b"\n",
        b"\r\n",
        b" ",
        b"\"FV\":\"1.4\"",
        b"\"RD\":[",
        b"\"TX\":\"B\"",
        b"\"RV\":",
        b"1e9999",
        b"-0",
        b"\"SD\":\"",
        b"3006020101020101",
        b"\"SA\":\"ECDSA-secp256r1-SHA256\"",
        b"<values>",
        b"</values>",
        b"<value transactionId=\"1\">",
        b"</value>",
        b"<signedData format=\"OCMF\">",
        b"</signedData>",
        b"<publicKey>",
        b"</publicKey>",
        b"<![CDATA[",
        b"]]>",
        b"<!--",
        b"-->",
        b"&amp;",
        b"&#x22;",
        b"<?xml version=\"1.0\"?>",
        b"<!DOCTYPE",
        b"4f434d467c7b7d7c7b7d",
        b"T0NNRnx7fXx7fQ==",
        b"-----BEGIN PUBLIC KEY-----",
        b"oca:base16:asn1:",
        b"\xff",
        b"\x00",
        b"\xef\xbb\xbf",
        "\u{202e}".as_bytes(),
    ];
    prop::collection::vec(prop::sample::select(known), 0..40).prop_map(|pieces| pieces.concat())
}

/// A change of a text: a piece of it taken out, and something put there.
fn changes(length: usize) -> impl Strategy<Value = (usize, usize, Vec<u8>)> {
    (0..length, 0usize..12, prop_oneof![prop::collection::vec(any::<u8>(), 0..6), tokens()])
}

/// A record of a list, by what must become of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Good,
    Altered,
    Unreadable,
}

impl Kind {
    fn record(self, number: usize) -> String {
        let payload = Payload::whole().text("PG", &format!("T{number}"));
        match self {
            Self::Good => payload.record(),
            Self::Altered => Seal::new().forged(&payload.clone().at(1, "RV", "1306.10").json(), &payload.json()),
            Self::Unreadable => format!("OCMF|{{\"FV\":\"1.4\",\"PG\":\"T{number}\",\"RD\":7}}|{{\"SD\":\"00\"}}"),
        }
    }

    fn of(verdict: Option<&SignatureVerdict>) -> Option<Self> {
        match verdict {
            None => Some(Self::Unreadable),
            Some(SignatureVerdict::Valid) => Some(Self::Good),
            Some(SignatureVerdict::Invalid(_)) => Some(Self::Altered),
            Some(SignatureVerdict::NotChecked(_)) => None,
        }
    }
}

fn kinds() -> impl Strategy<Value = Vec<Kind>> {
    prop::collection::vec(prop::sample::select(vec![Kind::Good, Kind::Altered, Kind::Unreadable]), 1..12)
}

/// Sessions of one meter: for each the number of records it is spread over (1 to 3) and which of them is altered.
fn sessions() -> impl Strategy<Value = Vec<(usize, Option<usize>)>> {
    let one = (1usize..=3).prop_flat_map(|count| (Just(count), prop::option::weighted(0.3, 0..count)));
    prop::collection::vec(one, 1..5)
}

/// Records of a session, and the energy it states while nothing is altered: 1.50 kWh.
fn session(hour: usize, first_page: usize, count: usize, altered: Option<usize>) -> Vec<String> {
    let time = |minute: u32| format!("2026-06-01T{hour:02}:{minute:02}:00,000+0200 S");
    let value = |part: &str| format!("{}.{part}", 100 + hour * 2);
    let page = |offset: usize| Payload::bare().text("PG", &format!("T{}", first_page + offset));
    let payloads = match count {
        1 => vec![page(0).reading("B", &time(5), &value("00")).reading("E", &time(50), &value("50"))],
        2 => vec![page(0).reading("B", &time(5), &value("00")), page(1).reading("E", &time(50), &value("50"))],
        _ => vec![
            page(0).reading("B", &time(5), &value("00")),
            page(1).reading("C", &time(30), &value("25")),
            page(2).reading("E", &time(50), &value("50")),
        ],
    };
    let write = |(at, payload): (usize, Payload)| {
        let signed = payload.json();
        if altered == Some(at) { Seal::new().forged(&payload.text("GV", "9.9").json(), &signed) } else { Seal::new().record(&signed) }
    };
    payloads.into_iter().enumerate().map(write).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes_never_panic_and_never_pass(bytes in prop_oneof![prop::collection::vec(any::<u8>(), 0..300), tokens()]) {
        prop_assert!(passes_nothing(&assess(&METER, bytes)));
    }

    /// However a file is changed: what is called valid is exactly what was signed.
    #[test]
    fn only_what_was_signed_is_ever_valid(at_xml in any::<bool>(), list in prop::collection::vec(changes(700), 1..4)) {
        let payload = Payload::whole().json();
        let record = Seal::new().record(&payload);
        let mut bytes = if at_xml { xml::file(&[Value::new(&record).role("1", "x")]) } else { record }.into_bytes();
        for (from, length, put) in list {
            let from = from.min(bytes.len());
            let to = (from + length).min(bytes.len());
            bytes.splice(from..to, put);
        }
        let assessment = assess(&METER, bytes);
        for entry in &assessment.records {
            let Ok(record) = &entry.content else { continue };
            if record.signature().is_valid() {
                let matched = record.matched();
                let signed = record.content().signed_bytes.iter().find(|signed| Some(signed.reading) == matched).unwrap();
                prop_assert_eq!(String::from_utf8_lossy(signed.bytes(&entry.source.bytes)), payload.as_str());
            }
        }
        for transaction in &assessment.transactions {
            if let Some(proven) = assessment.verified_energy(transaction.id) {
                prop_assert_eq!(proven.energy().value.to_string(), "5.60");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn as_many_records_come_out_as_went_in(kinds in kinds(), in_xml in any::<bool>()) {
        let records: Vec<String> = kinds.iter().enumerate().map(|(number, kind)| kind.record(number)).collect();
        let text = if in_xml {
            let values: Vec<Value> = records.iter().enumerate().map(|(number, record)| Value::new(record).attributes(&format!(" transactionId=\"{number}\""))).collect();
            xml::file(&values)
        } else {
            records.join("\n")
        };
        let assessment = assess(&METER, text);
        let found: Vec<Option<Kind>> = signatures(&assessment).into_iter().map(Kind::of).collect();
        let expected: Vec<Option<Kind>> = kinds.iter().copied().map(Some).collect();
        prop_assert_eq!(found, expected);
        prop_assert_eq!(assessment.errors.len(), kinds.iter().filter(|kind| **kind == Kind::Unreadable).count());
        if kinds.contains(&Kind::Altered) {
            prop_assert_eq!(assessment.verdict, Verdict::Failed);
        }
    }

    /// Neither does an altered record spoil its neighbours, nor do they lend it anything.
    #[test]
    fn energy_is_proven_for_exactly_the_sessions_nobody_altered(sessions in sessions(), reversed in any::<bool>()) {
        let mut page = 1;
        let mut records = Vec::new();
        for (hour, (count, altered)) in sessions.iter().enumerate() {
            records.push(session(hour, page, *count, *altered));
            page += count;
        }
        let mut lines: Vec<String> = records.concat();
        if reversed {
            lines.reverse();
        }
        let assessment = assess(&METER, lines.join("\n"));
        prop_assert_eq!(assessment.transactions.len(), sessions.len());
        let mut expected: Vec<bool> = sessions.iter().map(|(_, altered)| altered.is_none()).collect();
        if reversed {
            expected.reverse();
        }
        let proven: Vec<bool> = (1..=sessions.len()).map(|number| assessment.verified_energy(TransactionId(number)).is_some()).collect();
        prop_assert_eq!(&proven, &expected);
        let verified = assessment.verdict <= Verdict::VerifiedWithWarnings;
        prop_assert!(!verified || expected.iter().all(|genuine| *genuine), "verified with an altered record in it");
    }
}
