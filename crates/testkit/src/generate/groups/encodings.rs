//! Spellings of signatures.

use super::super::book::{Draft, Group};
use super::super::der::Spelling;
use super::super::ecdsa::octets;
use super::super::keys::METER;
use super::super::ocmf::{ENERGY, Payload, Seal};

/// The group.
#[must_use]
pub fn group() -> Group {
    let mut group = Group::new("encodings", "The same kind of signature in every spelling that occurs.");
    der(&mut group);
    raw(&mut group);
    text(&mut group);
    group
}

fn case<'a>(group: &'a mut Group, name: &str, description: &str, record: &str) -> Draft<'a> {
    group.case(name, description).flag("signature-encoding").ocmf(record).key(&METER).valid(1).proven(ENERGY)
}

/// The first payload, counting up the version of the gateway, whose signature has a property. The numbers
/// r and s come as 32 bytes each.
fn search(wanted: impl Fn(&[u8], &[u8]) -> bool) -> String {
    let payloads = (0..10_000).map(|count| Payload::whole().text("GV", &format!("1.{count}")).json());
    let found = payloads.into_iter().find(|payload| {
        let pair = Seal::new().pair(payload);
        wanted(&octets(&pair.r, 32), &octets(&pair.s, 32))
    });
    found.expect("one of ten thousand signatures is so")
}

fn der(group: &mut Group) {
    let payload = Payload::whole().json();
    let spelled = |spelling, payload: &str| Seal::new().spelled(spelling).record(payload);
    case(group, "der-strict", "DER as it must be.", &spelled(Spelling::Strict, &payload)).verified();
    let top_bits = search(|r, s| r[0] >= 0x80 && s[0] >= 0x80);
    case(
        group,
        "der-strict-top-bits",
        "DER with a zero byte in front of both numbers, which need one.",
        &spelled(Spelling::Strict, &top_bits),
    )
    .verified();
    let short = search(|r, _| r[0] == 0 && r[1] < 0x80);
    case(group, "der-strict-short", "DER with a first number of 31 bytes.", &spelled(Spelling::Strict, &short)).verified();
    let low = search(|_, s| s[0] < 0x7f);
    case(group, "der-low-s", "The second number is below half of the order.", &spelled(Spelling::Strict, &low)).verified();
    case(
        group,
        "der-negative",
        "The zero byte in front of both numbers is missing, so that they look negative.",
        &spelled(Spelling::Negative, &top_bits),
    )
    .findings(&["SIG004"])
    .warned();
    case(group, "der-non-minimal", "The numbers have more zero bytes than they need.", &spelled(Spelling::NonMinimal, &payload))
        .findings(&["SIG004"])
        .warned();
    case(group, "der-long-length", "The length of the sequence is written in two bytes.", &spelled(Spelling::LongLength, &payload))
        .findings(&["SIG004"])
        .warned();
    case(group, "der-trailing-byte", "A byte follows the sequence.", &spelled(Spelling::Trailing, &payload)).findings(&["SIG004"]).warned();
}

fn raw(group: &mut Group) {
    let payload = Payload::whole().json();
    let spelled = |payload: &str| Seal::new().spelled(Spelling::Raw).record(payload);
    case(group, "raw", "The two numbers one behind the other.", &spelled(&payload)).findings(&["SIG005"]).warned();
    let like_der = search(|r, _| r[0] == 0x30);
    case(group, "raw-like-der", "The two numbers one behind the other, and the first byte is that of a sequence.", &spelled(&like_der))
        .findings(&["SIG005"])
        .warned();
    let leading_zero = search(|r, _| r[0] == 0);
    case(group, "raw-leading-zero", "The two numbers one behind the other, the first with a zero byte in front.", &spelled(&leading_zero))
        .findings(&["SIG005"])
        .warned();
}

fn text(group: &mut Group) {
    let payload = Payload::whole().json();
    case(group, "base64", "The signature is in Base64, and says so.", &Seal::new().base64().record(&payload)).verified();
    case(group, "hex", "The signature is in hex, and says so.", &Seal::new().set("SE", "\"hex\"").record(&payload)).verified();
    let small = Payload::whole().record();
    let (head, tail) = small.split_once("\"SD\":").unwrap();
    case(group, "hex-small", "The signature is in hex with small letters.", &format!("{head}\"SD\":{}", tail.to_lowercase())).verified();
    group
        .case("unknown", "The signature is in an encoding nobody knows.")
        .flag("signature-encoding")
        .ocmf(Seal::new().set("SE", "\"base58\"").record(&payload))
        .key(&METER)
        .not_checked("signature-unreadable")
        .stated(ENERGY)
        .findings(&["SIG003"])
        .unchecked();
    // The last digit of the signature stands in front of the closing quote and brace.
    let digits = small.trim_end_matches("\"}");
    group
        .case("hex-odd", "A digit of the signature is missing.")
        .flag("signature-encoding")
        .ocmf(format!("{}\"}}", &digits[..digits.len() - 1]))
        .key(&METER)
        .not_checked("signature-unreadable")
        .stated(ENERGY)
        .findings(&["SIG003"])
        .unchecked();
}
