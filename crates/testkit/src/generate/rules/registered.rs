//! Keys of registers.

use eichrecht_model::Curve;

use super::super::book::Group;
use super::super::keys::{Key, METER, of_curve};
use super::super::ocmf::{ENERGY, Payload, Seal};
use super::super::xml::{self, Value};
use super::{quiet, triggers};

const REGISTER: &str = "demo-register_2026-03-01";

/// A key that no register has.
fn unknown() -> Key {
    of_curve(Curve::Secp256r1)
}

fn by_unknown(payload: &Payload) -> String {
    Seal::by(&unknown()).record(&payload.json())
}

fn beside(record: &str, key: &Key) -> String {
    xml::file(&[Value::new(record).key(key)])
}

pub(super) fn cases(group: &mut Group) {
    absent_or_another(group);
    where_and_when(group);
    odd_entries(group);
}

fn absent_or_another(group: &mut Group) {
    triggers(group, "KEY013", "The user's key is not in the register, and neither is the charging point.")
        .ocmf(by_unknown(&Payload::whole().text("CI", "DE*TST*E77*1")))
        .key(&unknown())
        .register(REGISTER)
        .valid(1)
        .proven(ENERGY)
        .findings(&["KEY013"])
        .verified();
    quiet(group, "KEY013", "The register has the key for the signed charging point; none came with the data.")
        .ocmf(Payload::whole().record())
        .register(REGISTER)
        .require("register")
        .valid(1)
        .proven(ENERGY)
        .verified();

    triggers(group, "KEY014", "The key beside the record verifies it, and the register has another one for the charging point.")
        .flag("forged")
        .input("xml", beside(&by_unknown(&Payload::whole()), &unknown()))
        .register(REGISTER)
        .valid(1)
        .stated(ENERGY)
        .findings(&["KEY004", "KEY014"])
        .failed();
    quiet(group, "KEY014", "The register has the key that came beside the record.")
        .input("xml", beside(&Payload::whole().record(), &METER))
        .register(REGISTER)
        .require("register")
        .valid(1)
        .proven(ENERGY)
        .verified();
}

fn where_and_when(group: &mut Group) {
    let nowhere = || Payload::whole().without("CT").without("CI");
    triggers(group, "KEY015", "The record signs no charging point; the register knows the key beside it.")
        .input("xml", beside(&nowhere().record(), &METER))
        .register(REGISTER)
        .valid(1)
        .proven(ENERGY)
        .findings(&["KEY015"])
        .warned();
    quiet(group, "KEY015", "A list has the key for the signed meter, so that no charging point is needed.")
        .input("xml", beside(&nowhere().record(), &METER))
        .register("list-exchanged-meter_2026-03-01")
        .valid(1)
        .proven(ENERGY)
        .verified();

    triggers(group, "KEY016", "The list has the key of the meter for a time before the session only.")
        .ocmf(Payload::whole().record())
        .register("list-former-key_2026-03-01")
        .valid(1)
        .proven(ENERGY)
        .findings(&["KEY016"])
        .warned();
    quiet(group, "KEY016", "The list has a former key of the meter and the one of the time of the session.")
        .ocmf(Payload::whole().record())
        .register("list-exchanged-meter_2026-03-01")
        .valid(1)
        .proven(ENERGY)
        .verified();

    triggers(group, "KEY017", "The user's key is registered for another station than the one that is signed.")
        .ocmf(Payload::whole().text("CI", "DE*TST*E77*1").record())
        .key(&METER)
        .register(REGISTER)
        .valid(1)
        .stated(ENERGY)
        .findings(&["KEY017"])
        .failed();
    quiet(group, "KEY017", "The register spells the charging point otherwise.")
        .ocmf(Payload::whole().text("CI", "DETSTE11").record())
        .key(&METER)
        .register(REGISTER)
        .valid(1)
        .proven(ENERGY)
        .verified();

    triggers(group, "KEY018", "The user's key is registered for another charging point of the same station.")
        .ocmf(Payload::whole().text("CI", "DE*TST*E1*2").record())
        .key(&METER)
        .register(REGISTER)
        .valid(1)
        .proven(ENERGY)
        .findings(&["KEY018"])
        .warned();
    quiet(group, "KEY018", "The key is registered for both charging points of the station.")
        .ocmf(Payload::whole().text("CI", "DE*TST*E1*2").record())
        .register("key-of-a-station_2026-03-01")
        .valid(1)
        .proven(ENERGY)
        .verified();

    triggers(group, "KEY022", "The only register at hand is younger than the session.")
        .ocmf(Payload::whole().record())
        .register("demo-register_2026-09-01")
        .valid(1)
        .proven(ENERGY)
        .findings(&["KEY022"])
        .verified();
    quiet(group, "KEY022", "Registers from before and after the session are at hand.")
        .ocmf(Payload::whole().record())
        .register("demo-register_2026-09-01")
        .register(REGISTER)
        .valid(1)
        .proven(ENERGY)
        .verified();
}

fn odd_entries(group: &mut Group) {
    triggers(group, "KEY019", "The register has the key at two stations.")
        .ocmf(Payload::whole().record())
        .register("copied-key_2026-03-01")
        .valid(1)
        .proven(ENERGY)
        .findings(&["KEY019"])
        .warned();
    quiet(group, "KEY019", "The register has the key at two charging points of one station.")
        .ocmf(Payload::whole().record())
        .register("key-of-a-station_2026-03-01")
        .valid(1)
        .proven(ENERGY)
        .verified();

    // The curves that the point fits are not the one the record names.
    let p384 = of_curve(Curve::Secp384r1);
    triggers(group, "KEY020", "The register has a bare point that fits two curves, none of which the record names.")
        .ocmf(Seal::by(&p384).record(&Payload::whole().json()))
        .register("ambiguous-key_2026-03-01")
        .not_checked("no-key")
        .stated(ENERGY)
        .findings(&["KEY001", "KEY020"])
        .unchecked();
    quiet(group, "KEY020", "The register has a bare point, and the record names its curve.")
        .ocmf(Payload::whole().record())
        .register("compressed-key_2026-03-01")
        .valid(1)
        .proven(ENERGY)
        .verified();

    triggers(group, "KEY021", "Where the key should be the register says that it will follow.")
        .ocmf(by_unknown(&Payload::whole().text("CI", "DE*TST*E3*1")))
        .key(&unknown())
        .register(REGISTER)
        .valid(1)
        .proven(ENERGY)
        .findings(&["KEY013", "KEY021"])
        .warned();
    quiet(group, "KEY021", "The register has the charging point without a key.")
        .ocmf(by_unknown(&Payload::whole().text("CI", "DE*TST*E1*2")))
        .key(&unknown())
        .register(REGISTER)
        .valid(1)
        .proven(ENERGY)
        .findings(&["KEY013"])
        .verified();
}
