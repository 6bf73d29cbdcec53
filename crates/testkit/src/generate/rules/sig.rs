//! Signatures.

use eichrecht_model::{Curve, Hash};
use num_bigint::BigUint;

use super::super::book::Group;
use super::super::der::{self, Spelling};
use super::super::ecdsa::Pair;
use super::super::keys::{METER, of_curve};
use super::super::ocmf::{ENERGY, Payload, Seal};
use super::{good, quiet, triggers};

pub(super) fn cases(group: &mut Group) {
    outcome(group);
    spelling(group);
    algorithm(group);
    edges(group);
}

fn outcome(group: &mut Group) {
    let genuine = Payload::whole();
    let altered = genuine.clone().at(1, "RV", "1216.10");
    triggers(group, "SIG001", "The register value of the end was altered.")
        .altered("rules/SIG001/quiet", "RV of the end: 1206.10 became 1216.10")
        .ocmf(Seal::new().forged(&altered.json(), &genuine.json()))
        .key(&METER)
        .invalid("mismatch")
        .stated("15.60 kWh")
        .findings(&["SIG001"])
        .failed();
    good(quiet(group, "SIG001", "Nothing was altered."), &genuine).verified();

    triggers(group, "SIG002", "The algorithm is one nobody knows.")
        .ocmf(Seal::new().set("SA", "\"ECDSA-curve2000-SHA256\"").record(&genuine.json()))
        .key(&METER)
        .not_checked("algorithm-unknown")
        .stated(ENERGY)
        .findings(&["SIG002"])
        .unchecked();
    good(quiet(group, "SIG002", "The algorithm is the usual one."), &genuine).verified();

    triggers(group, "SIG003", "The signature is not hex.")
        .ocmf(Payload::whole().record().replace("\"SD\":\"30", "\"SD\":\"zz"))
        .key(&METER)
        .not_checked("signature-unreadable")
        .stated(ENERGY)
        .findings(&["SIG003"])
        .unchecked();
    quiet(group, "SIG003", "The signature is hex in small letters, with blanks.")
        .ocmf(spaced(&Payload::whole().record()))
        .key(&METER)
        .valid(1)
        .proven(ENERGY)
        .verified();

    triggers(group, "SIG006", "The record names another curve than the key has.")
        .ocmf(Seal::new().set("SA", "\"ECDSA-secp256k1-SHA256\"").record(&genuine.json()))
        .key(&METER)
        .invalid("key-does-not-fit-algorithm")
        .stated(ENERGY)
        .findings(&["SIG006"])
        .failed();
    good(quiet(group, "SIG006", "The record names the curve of the key."), &genuine).verified();

    let seal = Seal::new();
    let Pair { s, .. } = seal.pair(&genuine.json());
    let zero = der::signature(&Pair { r: BigUint::ZERO, s }, Spelling::Strict, 32);
    triggers(group, "SIG014", "The first number of the signature is zero.")
        .ocmf(format!("OCMF|{}|{}", genuine.json(), seal.section(&zero)))
        .key(&METER)
        .invalid("out-of-range")
        .stated(ENERGY)
        .findings(&["SIG014"])
        .failed();
    good(quiet(group, "SIG014", "The numbers of the signature lie where they must."), &genuine).verified();
}

/// Blanks between the bytes of the signature.
fn spaced(record: &str) -> String {
    let (head, tail) = record.split_once("\"SD\":\"").unwrap();
    let (digits, rest) = tail.split_once('"').unwrap();
    let pairs: Vec<&str> = digits.as_bytes().chunks(2).map(|pair| str::from_utf8(pair).unwrap()).collect();
    format!("{head}\"SD\":\"{}\"{rest}", pairs.join(" ").to_lowercase())
}

fn spelling(group: &mut Group) {
    let payload = Payload::whole().json();
    let spelled = |spelling| Seal::new().spelled(spelling).record(&payload);
    triggers(group, "SIG004", "The numbers of the signature have more zero bytes than DER allows.")
        .ocmf(spelled(Spelling::NonMinimal))
        .key(&METER)
        .valid(1)
        .proven(ENERGY)
        .findings(&["SIG004"])
        .warned();
    quiet(group, "SIG004", "The signature is DER.").ocmf(spelled(Spelling::Strict)).key(&METER).valid(1).proven(ENERGY).verified();

    triggers(group, "SIG005", "The numbers of the signature stand there without any structure.")
        .ocmf(spelled(Spelling::Raw))
        .key(&METER)
        .valid(1)
        .proven(ENERGY)
        .findings(&["SIG005"])
        .warned();
    quiet(group, "SIG005", "The numbers of the signature stand in a sequence.")
        .ocmf(spelled(Spelling::Strict))
        .key(&METER)
        .valid(1)
        .proven(ENERGY)
        .verified();

    triggers(group, "SIG008", "The signature is said to be plain text.")
        .ocmf(Seal::new().set("SM", "\"text/plain\"").record(&payload))
        .key(&METER)
        .valid(1)
        .proven(ENERGY)
        .findings(&["SIG008"])
        .warned();
    quiet(group, "SIG008", "The signature is said to be DER.")
        .ocmf(Seal::new().set("SM", "\"application/x-der\"").record(&payload))
        .key(&METER)
        .valid(1)
        .proven(ENERGY)
        .verified();
}

fn algorithm(group: &mut Group) {
    let payload = Payload::whole().json();
    let weak = of_curve(Curve::Secp192r1);
    triggers(group, "SIG007", "The curve has 192 bits.")
        .ocmf(Seal::by(&weak).record(&payload))
        .key(&weak)
        .valid(1)
        .proven(ENERGY)
        .findings(&["SIG007"])
        .warned();
    let strong = of_curve(Curve::Secp256k1);
    quiet(group, "SIG007", "The curve has 256 bits.")
        .ocmf(Seal::by(&strong).record(&payload))
        .key(&strong)
        .valid(1)
        .proven(ENERGY)
        .verified();

    let p384 = of_curve(Curve::Secp384r1);
    triggers(group, "SIG009", "The hash is SHA-384, which the specification does not list.")
        .ocmf(Seal::hashed(&p384, Hash::Sha384).record(&payload))
        .key(&p384)
        .valid(1)
        .proven(ENERGY)
        .findings(&["SIG009"])
        .warned();
    quiet(group, "SIG009", "The hash is SHA-256 on the same curve.")
        .ocmf(Seal::by(&p384).record(&payload))
        .key(&p384)
        .valid(1)
        .proven(ENERGY)
        .verified();

    triggers(group, "SIG010", "No algorithm is named.")
        .ocmf(Seal::new().without("SA").record(&payload))
        .key(&METER)
        .valid(1)
        .proven(ENERGY)
        .findings(&["SIG010"])
        .verified();
    good(quiet(group, "SIG010", "The algorithm is named."), &Payload::whole()).verified();

    // Up to 0.5 the algorithm is signed; what is signed goes before what is not.
    let signed = Payload::whole().text("FV", "0.5").text("SA", "ECDSA-secp256r1-SHA256").json();
    let beside = |curve: &str| Seal::new().set("SA", &format!("\"ECDSA-{curve}-SHA256\"")).record(&signed);
    triggers(group, "SIG012", "The signed part names another algorithm than the signature section.")
        .ocmf(beside("secp256k1"))
        .key(&METER)
        .valid(1)
        .stated(ENERGY)
        .findings(&["SIG012"])
        .failed();
    quiet(group, "SIG012", "The signed part names the same algorithm as the signature section.")
        .ocmf(beside("secp256r1"))
        .key(&METER)
        .valid(1)
        .proven(ENERGY)
        .verified();
}

fn edges(group: &mut Group) {
    let payload = Payload::whole().text("FV", "1.0").json();
    let spread = pretty(&payload);
    triggers(group, "SIG011", "The payload of version 1.0 was laid out anew after signing.")
        .ocmf(Seal::new().forged(&spread, &payload))
        .key(&METER)
        .valid(1)
        .proven(ENERGY)
        .findings(&["SIG011"])
        .warned();
    quiet(group, "SIG011", "The payload of version 1.0 was laid out before signing.")
        .ocmf(Seal::new().record(&spread))
        .key(&METER)
        .valid(1)
        .proven(ENERGY)
        .verified();

    let payload = Payload::whole().json();
    let blanks = format!(" {payload} ");
    triggers(group, "SIG013", "Blanks were put around the payload after signing.")
        .ocmf(Seal::new().forged(&blanks, &payload))
        .key(&METER)
        .valid(1)
        .proven(ENERGY)
        .findings(&["SIG013"])
        .warned();
    quiet(group, "SIG013", "Blanks around the payload were signed with it.")
        .ocmf(Seal::new().record(&blanks))
        .key(&METER)
        .valid(1)
        .proven(ENERGY)
        .verified();
}

/// Blanks and line ends where JSON allows them, nowhere else.
fn pretty(json: &str) -> String {
    json.replace("\":", "\": ").replace(",\"", ",\n  \"")
}
