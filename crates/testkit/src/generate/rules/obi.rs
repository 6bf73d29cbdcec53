//! Registers and units.

use super::super::book::Group;
use super::super::keys::METER;
use super::super::ocmf::{BEGIN, END, Payload};
use super::{good, quiet, triggers};

/// A whole session of one register.
fn session(obis: &str, unit: &str) -> Payload {
    Payload::bare().register("B", BEGIN, "1200.50", obis, unit).register("E", END, "1206.10", obis, unit)
}

/// The usual session and a second register.
fn beside(begin: &str, end: &str, obis: &str, unit: &str) -> Payload {
    Payload::whole().register("B", BEGIN, begin, obis, unit).register("E", END, end, obis, unit)
}

pub(super) fn cases(group: &mut Group) {
    registers(group);
    compensated(group);
    units(group);
}

fn registers(group: &mut Group) {
    triggers(group, "OBI001", "Begin and end read different registers.")
        .ocmf(session("1-0:1.8.0", "kWh").text_at(1, "RI", "1-0:1.8.1").record())
        .key(&METER)
        .valid(1)
        .no_energy()
        .findings(&["OBI001", "TXN006"])
        .failed();
    let spelt = session("1-0:1.8.0", "kWh").text_at(1, "RI", "01-00:01.08.00*FF");
    good(quiet(group, "OBI001", "Begin and end spell one register differently."), &spelt).verified();

    good(triggers(group, "OBI002", "The only register is not known for billing."), &session("1-0:7.8.0", "kWh"))
        .findings(&["OBI002"])
        .warned();
    good(quiet(group, "OBI002", "The only register is the one of the vehicle's transaction."), &session("1-0:98.8.0", "kWh")).verified();

    good(triggers(group, "OBI003", "A register that the specification has set aside is used."), &session("1-0:B7.8.0", "kWh"))
        .findings(&["OBI002", "OBI003"])
        .warned();
    good(quiet(group, "OBI003", "The last register that the specification defines for import is used."), &session("1-0:B3.8.0", "kWh"))
        .verified();

    good(triggers(group, "OBI005", "Energy also flowed out of the vehicle."), &beside("3.00", "4.20", "1-0:2.8.0", "kWh"))
        .findings(&["OBI005"])
        .verified();
    good(quiet(group, "OBI005", "No energy flowed out of the vehicle."), &beside("3.00", "3.00", "1-0:2.8.0", "kWh")).verified();

    good(triggers(group, "OBI009", "The code of a second register cannot be read."), &beside("0", "1620", "1-b", "s"))
        .findings(&["OBI009"])
        .warned();
    good(quiet(group, "OBI009", "The code of a second register has placeholders."), &beside("0", "1620", "1-b:0.8.e", "s")).verified();
}

/// Mains side and device side of a compensated session.
fn compensated(group: &mut Group) {
    let both_sides = |device: &str| {
        Payload::bare()
            .set("LC", "{\"LR\":12,\"LU\":\"mOhm\"}")
            .register("B", BEGIN, "0.00", "1-0:B2.8.0", "kWh")
            .register("B", BEGIN, "0.00", "1-0:B3.8.0", "kWh")
            .at(1, "CL", "0.00")
            .register("E", END, "29.50", "1-0:B2.8.0", "kWh")
            .register("E", END, device, "1-0:B3.8.0", "kWh")
            .at(3, "CL", "0.50")
    };
    triggers(group, "OBI004", "Mains side less loss is not what the device side says.")
        .ocmf(both_sides("28.00").record())
        .key(&METER)
        .valid(1)
        .stated("28.00 kWh")
        .findings(&["OBI004"])
        .failed();
    quiet(group, "OBI004", "Mains side less loss is what the device side says.")
        .ocmf(both_sides("29.00").record())
        .key(&METER)
        .valid(1)
        .proven("29.00 kWh")
        .verified();
}

fn units(group: &mut Group) {
    triggers(group, "OBI006", "The unit of the energy is a fruit.")
        .ocmf(session("1-0:1.8.0", "banana").record())
        .key(&METER)
        .valid(1)
        .no_energy()
        .findings(&["OBI006"])
        .failed();
    good(quiet(group, "OBI006", "The unit of the energy is written in capitals."), &session("1-0:1.8.0", "KWH")).verified();

    good(triggers(group, "OBI007", "The unit of a second register is a fruit."), &beside("0", "1620", "1-0:0.8.6", "banana"))
        .findings(&["OBI007"])
        .warned();
    good(quiet(group, "OBI007", "The unit of a second register is the second."), &beside("0", "1620", "1-0:0.8.6", "s")).verified();

    // The second register names itself and leaves its unit to the reading before it.
    let apart = |unit: &[(&str, &str)]| {
        let export = |value: &'static str| [&[("RV", value), ("RI", "\"1-0:2.8.0\"")], unit].concat();
        Payload::bare().reading("B", BEGIN, "1200.50").short(&export("3.00")).reading("E", END, "1206.10").short(&export("3.00"))
    };
    good(triggers(group, "OBI008", "A second register names its code and not its unit."), &apart(&[])).findings(&["OBI008"]).warned();
    good(quiet(group, "OBI008", "A second register names its code and its unit."), &apart(&[("RU", "\"kWh\"")])).verified();

    let mixed = Payload::bare().register("B", BEGIN, "1200500", "1-0:1.8.0", "Wh").register("E", END, "1206.10", "1-0:1.8.0", "kWh");
    triggers(group, "OBI010", "The begin is in Wh, the end in kWh.")
        .ocmf(mixed.record())
        .key(&METER)
        .valid(1)
        .proven("5.600 kWh")
        .findings(&["OBI010"])
        .warned();
    let watt_hours = Payload::bare().register("B", BEGIN, "1200500", "1-0:1.8.0", "Wh").register("E", END, "1206100", "1-0:1.8.0", "Wh");
    quiet(group, "OBI010", "Begin and end are in Wh.").ocmf(watt_hours.record()).key(&METER).valid(1).proven("5600 Wh").verified();
}
