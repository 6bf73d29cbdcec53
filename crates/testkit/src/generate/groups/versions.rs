//! Versions of the format.

use super::super::book::Group;
use super::super::keys::METER;
use super::super::ocmf::{BEGIN, END, ENERGY, Payload, Seal};

/// The group.
#[must_use]
pub fn group() -> Group {
    let mut group = Group::new("versions", "Every version of the format, unknown and missing ones.");
    early(&mut group);
    current(&mut group);
    odd(&mut group);
    group
}

/// Readings before 0.5: a counter of events instead of flags, no kind of current.
fn early_readings(payload: Payload) -> Payload {
    [("B", BEGIN, "1200.50"), ("E", END, "1206.10")].into_iter().fold(payload, |payload, (reason, time, value)| {
        let (time, reason) = (format!("\"{time}\""), format!("\"{reason}\""));
        payload.short(&[
            ("TM", &time),
            ("TX", &reason),
            ("RV", value),
            ("RI", "\"1-b:1.8.e\""),
            ("RU", "\"kWh\""),
            ("EI", "567"),
            ("ST", "\"G\""),
        ])
    })
}

fn early(group: &mut Group) {
    for version in ["0.1", "0.2", "0.3"] {
        let head = Payload::bare()
            .text("FV", version)
            .without("GI")
            .without("GS")
            .without("GV")
            .text("VI", "TEST")
            .text("VV", "1.0")
            .text("IS", "VERIFIED")
            .without("IL")
            .without("CT")
            .without("CI");
        group
            .case(version, &format!("Version {version}: the gateway has other fields, the assignment is one text, events are counted."))
            .flag("version")
            .ocmf(early_readings(head).record())
            .key(&METER)
            .valid(1)
            .proven(ENERGY)
            .verified();
    }
    let fourth = early_readings(Payload::bare().text("FV", "0.4").without("CT").without("CI").text("SA", "ECDSA-secp256r1-SHA256"));
    group
        .case("0.4", "Version 0.4: the algorithm stands in the signed part.")
        .flag("version")
        .ocmf(Seal::new().without("SA").record(&fourth.json()))
        .key(&METER)
        .valid(1)
        .proven(ENERGY)
        .verified();
    let fifth = Payload::whole().text("FV", "0.5").text("SA", "ECDSA-secp256r1-SHA256");
    group
        .case("0.5", "Version 0.5: flags instead of counted events, charge point, kind of current.")
        .flag("version")
        .ocmf(Seal::new().without("SA").record(&fifth.json()))
        .key(&METER)
        .valid(1)
        .proven(ENERGY)
        .verified();
}

fn current(group: &mut Group) {
    let lossy = |payload: Payload| {
        payload.set("LC", "{\"LN\":\"cable 1\",\"LI\":1,\"LR\":12,\"LU\":\"mOhm\"}").at(0, "CL", "0.00").at(1, "CL", "0.05")
    };
    let tariff = |payload: Payload| payload.text("TT", "39 cent per kWh");
    let controller = |payload: Payload| payload.text("CF", "0.9.1");
    let device = |payload: Payload| payload.text_at(0, "RI", "01-00:B1.08.00*FF").text_at(1, "RI", "01-00:B1.08.00*FF");
    let cases = [
        ("1.0", "the algorithm stands in the signature section", Payload::whole()),
        ("1.1", "with a tariff text", tariff(Payload::whole())),
        ("1.2", "with compensation of cable loss", lossy(tariff(Payload::whole()))),
        ("1.3", "with the firmware of the charge controller", controller(lossy(tariff(Payload::whole())))),
        ("1.4", "with a billing register of its own", device(controller(lossy(tariff(Payload::whole()))))),
    ];
    for (version, what, payload) in cases {
        group
            .case(version, &format!("Version {version}: {what}."))
            .flag("version")
            .ocmf(payload.text("FV", version).record())
            .key(&METER)
            .valid(1)
            .proven(ENERGY)
            .verified();
    }
}

fn odd(group: &mut Group) {
    let mut odd = |name: &str, description: &str, payload: Payload, code: &str| {
        group.case(name, description).flag("version").ocmf(payload.record()).key(&METER).valid(1).proven(ENERGY).findings(&[code]).warned();
    };
    odd("unknown-1.9", "A minor version that does not exist yet.", Payload::whole().text("FV", "1.9"), "FMT006");
    odd("unknown-1.10", "1.10 is not 1.1.", Payload::whole().text("FV", "1.10"), "FMT006");
    odd("unknown-2.0", "A major version that does not exist yet.", Payload::whole().text("FV", "2.0"), "FMT006");
    odd("missing", "No version is stated.", Payload::whole().without("FV"), "FMT005");
    odd("number", "The version is a number.", Payload::whole().set("FV", "1.0"), "FMT007");
}
