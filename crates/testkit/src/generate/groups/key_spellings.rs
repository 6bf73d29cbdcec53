//! Spellings of keys.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use data_encoding::BASE32;

use super::super::book::Group;
use super::super::keys::METER;
use super::super::ocmf::{ENERGY, Payload};

/// The group.
#[must_use]
pub fn group() -> Group {
    let mut group = Group::new("keys", "One key in every spelling that occurs.");
    plain(&mut group);
    wrapped(&mut group);
    points(&mut group);
    refused(&mut group);
    group
}

fn case(group: &mut Group, name: &str, description: &str, text: &str, findings: &[&str]) {
    let draft = group
        .case(name, description)
        .flag("key-encoding")
        .ocmf(Payload::whole().record())
        .key_text(text)
        .valid(1)
        .proven(ENERGY)
        .findings(findings);
    draft.verified();
}

/// The digits in groups with something between them.
fn grouped(digits: &str, size: usize, between: &str) -> String {
    let groups: Vec<&str> = digits.as_bytes().chunks(size).map(|group| str::from_utf8(group).unwrap()).collect();
    groups.join(between)
}

fn plain(group: &mut Group) {
    let hex = METER.hex();
    case(group, "hex", "Hex with capitals.", &hex, &[]);
    case(group, "hex-small", "Hex with small letters.", &hex.to_lowercase(), &[]);
    case(group, "hex-blanks-2", "Hex with a blank behind every second digit.", &grouped(&hex, 2, " "), &[]);
    case(group, "hex-blanks-4", "Hex with a blank behind every fourth digit.", &grouped(&hex, 4, " "), &[]);
    case(group, "hex-colons", "Hex with colons.", &grouped(&hex, 2, ":"), &[]);
    case(group, "hex-0x", "Hex with 0x in front.", &format!("0x{hex}"), &[]);
    case(group, "hex-lines", "Hex over several lines.", &grouped(&hex, 40, "\r\n"), &[]);
    case(group, "base64", "Base64.", &STANDARD.encode(METER.spki()), &[]);
    case(group, "base64url", "Base64 for addresses, without padding.", &URL_SAFE_NO_PAD.encode(METER.spki()), &[]);
    case(group, "base32", "Base32.", &BASE32.encode(&METER.spki()), &[]);
    case(group, "pem", "PEM.", &METER.pem(), &[]);
    case(group, "pem-crlf", "PEM with line ends CR LF.", &METER.pem().replace('\n', "\r\n"), &[]);
    group
        .case("der", "DER, as bytes.")
        .flag("key-encoding")
        .ocmf(Payload::whole().record())
        .key_file("der.key", METER.spki())
        .valid(1)
        .proven(ENERGY)
        .verified();
}

fn wrapped(group: &mut Group) {
    let hex = METER.hex();
    case(group, "pem-in-base64", "PEM in Base64.", &STANDARD.encode(METER.pem()), &["KEY012"]);
    case(group, "hex-in-base64", "Hex in Base64.", &STANDARD.encode(&hex), &["KEY012"]);
    case(
        group,
        "oca-base16",
        "The envelope of the Open Charge Alliance with hex, in Base64.",
        &STANDARD.encode(format!("oca:base16:asn1:{hex}")),
        &["KEY012"],
    );
    let inner = STANDARD.encode(METER.spki());
    case(
        group,
        "oca-base64",
        "The envelope of the Open Charge Alliance with Base64, in Base64.",
        &STANDARD.encode(format!("oca:base64:asn1:{inner}")),
        &["KEY012"],
    );
    case(group, "oca-plain", "The envelope of the Open Charge Alliance as it is.", &format!("oca:base16:asn1:{hex}"), &["KEY012"]);
    case(group, "json-uk", "JSON with the key under UK, in Base64.", &STANDARD.encode(format!("{{\"UK\":\"{hex}\"}}")), &["KEY012"]);
}

fn points(group: &mut Group) {
    let (x, y) = METER.point();
    case(group, "sec1", "The point with 04 in front, hex.", &hex::encode_upper(METER.public_bytes()), &[]);
    case(group, "sec1-base64", "The point with 04 in front, Base64.", &STANDARD.encode(METER.public_bytes()), &[]);
    case(group, "x-y", "The two coordinates, hex.", &hex::encode_upper([x, y].concat()), &[]);
    case(group, "compressed", "The compressed point, hex.", &hex::encode_upper(METER.compressed()), &[]);
    case(group, "compressed-base32", "The compressed point, Base32.", &BASE32.encode(&METER.compressed()), &[]);
}

fn refused(group: &mut Group) {
    // PKCS #8 of a private number: 30 … 02 01 00, algorithm, OCTET STRING of an ECPrivateKey.
    let private = format!("308141020100301306072A8648CE3D020106082A8648CE3D030107042730250201010420{}", METER.private_hex().to_uppercase());
    let private = private.replacen("308141", "3041", 1);
    let mut refuse = |name: &str, description: &str, text: &str| {
        group
            .case(name, description)
            .flag("key-encoding")
            .ocmf(Payload::whole().record())
            .key_text(text)
            .not_checked("key-unreadable")
            .stated(ENERGY)
            .findings(&["KEY002"])
            .unchecked();
    };
    refuse("infinity", "The point at infinity.", "00");
    refuse("private", "A private key is refused.", &private);
    refuse("cut", "The last four digits are missing.", &METER.hex()[..METER.hex().len() - 4]);
    refuse("surplus", "Two bytes follow the key.", &format!("{}0000", METER.hex()));
    refuse("word", "A word.", "key");
    group
        .case("zeros", "64 zero bytes, which are no point of the curve.")
        .flag("key-encoding")
        .flag("invalid-curve")
        .ocmf(Payload::whole().record())
        .key_text("00".repeat(64))
        .not_checked("key-unreadable")
        .stated(ENERGY)
        .findings(&["KEY003"])
        .failed();
}
