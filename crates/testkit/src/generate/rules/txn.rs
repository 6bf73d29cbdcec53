//! Shape of transactions.

use super::super::book::Group;
use super::super::keys::{METER, OTHER};
use super::super::ocmf::{BEGIN, END, ENERGY, INNER, Payload, Seal};
use super::super::xml::{self, Value};
use super::{good, lines, quiet, triggers};

pub(super) fn cases(group: &mut Group) {
    halves(group);
    ends(group);
    signers(group);
}

fn halves(group: &mut Group) {
    triggers(group, "TXN001", "Only the end is there.")
        .ocmf(Payload::end().record())
        .key(&METER)
        .valid(1)
        .no_energy()
        .findings(&["TXN001"])
        .failed();
    let pair = lines(&[Payload::begin(), Payload::end()]);
    quiet(group, "TXN001", "Begin and end are there.").ocmf(&pair).key(&METER).valid(2).proven(ENERGY).verified();

    triggers(group, "TXN002", "Only the begin is there.")
        .ocmf(Payload::begin().record())
        .key(&METER)
        .valid(1)
        .no_energy()
        .findings(&["TXN002"])
        .failed();
    let turned = lines(&[Payload::end(), Payload::begin()]);
    quiet(group, "TXN002", "The end stands in front of the begin.").ocmf(turned).key(&METER).valid(2).proven(ENERGY).verified();

    let fiscal = Payload::bare().text("PG", "F1").reading("B", BEGIN, "1200.50").without_at(0, "TX");
    triggers(group, "TXN007", "The record is a reading outside any session.")
        .ocmf(fiscal.record())
        .key(&METER)
        .valid(1)
        .findings(&["TXN007"])
        .unchecked();
    good(quiet(group, "TXN007", "The record is a session."), &Payload::whole()).verified();
}

fn ends(group: &mut Group) {
    let three =
        |reason: &str| Payload::bare().reading("B", BEGIN, "1200.50").reading(reason, INNER, "1203.00").reading("E", END, "1206.10");
    triggers(group, "TXN003", "The session ends twice.")
        .ocmf(three("E").record())
        .key(&METER)
        .valid(1)
        .no_energy()
        .findings(&["TIM002", "TXN003"])
        .failed();
    good(quiet(group, "TXN003", "The session ends once."), &three("C")).verified();

    let ended = |reason: &str| Payload::whole().text_at(1, "TX", reason);
    good(triggers(group, "TXN005", "The session was aborted."), &ended("A")).findings(&["TXN005"]).warned();
    good(quiet(group, "TXN005", "The session was ended at the station."), &ended("L")).verified();

    let two = |first: &str, second: &str| {
        Payload::bare()
            .register("B", BEGIN, "1200.50", first, "kWh")
            .register("B", BEGIN, "7.00", second, "kWh")
            .register("E", END, "1206.10", first, "kWh")
            .register("E", END, "7.00", second, "kWh")
    };
    triggers(group, "TXN006", "Of two registers of energy none is known for billing.")
        .ocmf(two("1-0:7.8.0", "1-0:6.8.0").record())
        .key(&METER)
        .valid(1)
        .no_energy()
        .findings(&["TXN006"])
        .failed();
    good(quiet(group, "TXN006", "Of two registers of energy one is known for billing."), &two("1-0:1.8.0", "1-0:6.8.0")).verified();
}

fn signers(group: &mut Group) {
    let file = |end: &str| {
        let role = |record: &str, role: &str| Value::new(record).role("9", &format!("Transaction.{role}"));
        xml::file(&[role(&Payload::begin().record(), "Begin"), role(end, "End")])
    };
    let stranger = Payload::end().text("GS", "GW-8").text("MS", "1TST0000000043");
    triggers(group, "TXN004", "Begin and end of one transaction number come from different meters.")
        .flag("replay")
        .input("xml", file(&Seal::by(&OTHER).record(&stranger.json())))
        .key(&METER)
        .key(&OTHER)
        .valid(2)
        .no_energy()
        .no_energy()
        .findings(&["TXN001", "TXN002", "TXN004"])
        .failed();
    quiet(group, "TXN004", "Begin and end of one transaction number come from one meter.")
        .input("xml", file(&Payload::end().record()))
        .key(&METER)
        .valid(2)
        .proven(ENERGY)
        .verified();
}
