//! Keys.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use eichrecht_model::Curve;

use super::super::book::Group;
use super::super::keys::{METER, OTHER, of_curve};
use super::super::ocmf::{ENERGY, Payload, Seal};
use super::super::xml::{self, Value};
use super::{good, lines, quiet, triggers};

pub(super) fn cases(group: &mut Group) {
    readable(group);
    origins(group);
    spellings(group);
}

fn value() -> Value {
    Value::new(&Payload::whole().record())
}

fn readable(group: &mut Group) {
    triggers(group, "KEY001", "There is no key.")
        .ocmf(Payload::whole().record())
        .not_checked("no-key")
        .stated(ENERGY)
        .findings(&["KEY001"])
        .unchecked();
    good(quiet(group, "KEY001", "The user gives the key."), &Payload::whole()).verified();

    triggers(group, "KEY002", "Beside the record stands a text that is no key.")
        .input("xml", xml::file(&[value().key_text("", "see the label on the meter")]))
        .not_checked("key-unreadable")
        .stated(ENERGY)
        .findings(&["KEY002"])
        .unchecked();
    quiet(group, "KEY002", "Beside the record stands a key.")
        .input("xml", xml::file(&[value().key(&METER)]))
        .valid(1)
        .proven(ENERGY)
        .findings(&["KEY004"])
        .warned();

    let mut off_curve = METER.spki();
    *off_curve.last_mut().unwrap() ^= 1;
    triggers(group, "KEY003", "The key beside the record is no point of its curve.")
        .flag("invalid-curve")
        .input("xml", xml::file(&[value().key_text(" encoding=\"hex\"", &hex::encode_upper(off_curve))]))
        .not_checked("key-unreadable")
        .stated(ENERGY)
        .findings(&["KEY003"])
        .failed();
    quiet(group, "KEY003", "The key beside the record is a compressed point of its curve.")
        .input("xml", xml::file(&[value().key_text(" encoding=\"hex\"", &hex::encode_upper(METER.compressed()))]))
        .valid(1)
        .proven(ENERGY)
        .findings(&["KEY004"])
        .warned();

    // 33 bytes that are a compressed point of more than one curve, beside a record for yet another curve.
    let p384 = of_curve(Curve::Secp384r1);
    let record = Seal::by(&p384).record(&Payload::whole().json());
    triggers(group, "KEY008", "The key is a bare point that fits several curves, none of which the record names.")
        .input("xml", xml::file(&[Value::new(&record).key_text(" encoding=\"hex\"", &several_curves())]))
        .not_checked("key-ambiguous")
        .stated(ENERGY)
        .findings(&["KEY008"])
        .unchecked();
    quiet(group, "KEY008", "The key is a bare point of the curve the record names.")
        .input("xml", xml::file(&[Value::new(&record).key_text(" encoding=\"hex\"", &hex::encode_upper(p384.compressed()))]))
        .valid(1)
        .proven(ENERGY)
        .findings(&["KEY004"])
        .warned();
}

/// A compressed point, hex, whose X lies on P-256 and on secp256k1: the first one, counting up from 1.
pub(in super::super) fn several_curves() -> String {
    use super::super::curves::Domain;
    use num_bigint::BigUint;
    let on_curve = |x: &BigUint, curve: Curve| {
        let Domain { p, a, b, .. } = Domain::of(curve);
        let square = (x * x * x + a * x + b) % &p;
        square.modpow(&((&p - 1u8) / 2u8), &p) == BigUint::from(1u8)
    };
    let x = (1u32..).map(BigUint::from).find(|x| on_curve(x, Curve::Secp256r1) && on_curve(x, Curve::Secp256k1)).unwrap();
    format!("02{}", hex::encode_upper(super::super::ecdsa::octets(&x, 32)))
}

fn origins(group: &mut Group) {
    let beside = |key| xml::file(&[value().key(key)]);
    triggers(group, "KEY004", "The only key came with the data.")
        .input("xml", beside(&METER))
        .valid(1)
        .proven(ENERGY)
        .findings(&["KEY004"])
        .warned();
    quiet(group, "KEY004", "The key came with the data, and the user gives it too.")
        .input("xml", beside(&METER))
        .key(&METER)
        .valid(1)
        .proven(ENERGY)
        .verified();

    triggers(group, "KEY005", "The key beside the record is not the one the user gives, which fits.")
        .input("xml", beside(&OTHER))
        .key(&METER)
        .valid(1)
        .stated(ENERGY)
        .findings(&["KEY005"])
        .failed();
    quiet(group, "KEY005", "The key beside the record is the one the user gives, in another spelling.")
        .input("xml", xml::file(&[value().key_text(" encoding=\"base64\"", &STANDARD.encode(METER.spki()))]))
        .key(&METER)
        .valid(1)
        .proven(ENERGY)
        .verified();

    triggers(group, "KEY006", "The user's key does not fit, the one beside the record does.")
        .input("xml", beside(&METER))
        .key(&OTHER)
        .valid(1)
        .stated(ENERGY)
        .findings(&["KEY004", "KEY006"])
        .failed();
    quiet(group, "KEY006", "The user gives two keys, and one fits.")
        .input("xml", beside(&METER))
        .key(&OTHER)
        .key(&METER)
        .valid(1)
        .proven(ENERGY)
        .verified();

    let two_meters = |first: Payload, second: Payload| lines(&[first, second.text("MS", "1TST0000000043")]);
    triggers(group, "KEY007", "Two meters without a common gateway sign with one key.")
        .ocmf(two_meters(Payload::whole().without("GS"), Payload::later().without("GS")))
        .key(&METER)
        .valid(2)
        .stated(ENERGY)
        .stated("2.25 kWh")
        .findings(&["KEY007"])
        .failed();
    quiet(group, "KEY007", "A gateway signs for two meters with one key.")
        .ocmf(two_meters(Payload::whole(), Payload::later()))
        .key(&METER)
        .valid(2)
        .proven(ENERGY)
        .proven("2.25 kWh")
        .verified();

    triggers(group, "KEY009", "Only a key from a register may count, and the user gives one.")
        .ocmf(Payload::whole().record())
        .key(&METER)
        .require("register")
        .valid(1)
        .stated(ENERGY)
        .findings(&["KEY009"])
        .unchecked();
    quiet(group, "KEY009", "Only a key from a register may count, and that is where the key is from.")
        .ocmf(Payload::whole().record())
        .register_key(&METER)
        .require("register")
        .valid(1)
        .proven(ENERGY)
        .verified();

    triggers(group, "KEY010", "Two key files lie beside the record, and one of them fits.")
        .file("KEY010-session.ocmf", Payload::whole().record())
        .file("KEY010-one.pem", OTHER.pem())
        .file("KEY010-two.pem", METER.pem())
        .valid(1)
        .proven(ENERGY)
        .findings(&["KEY004", "KEY010"])
        .warned();
    quiet(group, "KEY010", "Two key files lie beside the record, and the name of one belongs to it.")
        .file("KEY010-quiet.ocmf", Payload::whole().record())
        .file("KEY010-quiet-publicKey.pem", METER.pem())
        .file("KEY010-other.pem", OTHER.pem())
        .valid(1)
        .proven(ENERGY)
        .findings(&["KEY004"])
        .warned();
}

fn spellings(group: &mut Group) {
    let beside = |attributes: &str, text: &str| xml::file(&[value().key_text(attributes, text)]);
    triggers(group, "KEY011", "The container says Base64, the key is in hex.")
        .input("xml", beside(" encoding=\"base64\"", &METER.hex()))
        .valid(1)
        .proven(ENERGY)
        .findings(&["KEY004", "KEY011"])
        .warned();
    quiet(group, "KEY011", "The container says plain, which means hex for keys.")
        .input("xml", beside(" encoding=\"plain\"", &METER.hex()))
        .valid(1)
        .proven(ENERGY)
        .findings(&["KEY004"])
        .warned();

    triggers(group, "KEY012", "The user's key is a PEM file in Base64.")
        .ocmf(Payload::whole().record())
        .key_text(STANDARD.encode(METER.pem()))
        .valid(1)
        .proven(ENERGY)
        .findings(&["KEY012"])
        .verified();
    quiet(group, "KEY012", "The user's key is in Base64.")
        .ocmf(Payload::whole().record())
        .key_text(STANDARD.encode(METER.spki()))
        .valid(1)
        .proven(ENERGY)
        .verified();
}
