//! Identity and state of the meter.

use super::super::book::Group;
use super::super::keys::METER;
use super::super::ocmf::{BEGIN, END, ENERGY, INNER, Payload};
use super::{bad, good, lines, quiet, triggers};

/// A whole session with one reading in between.
fn three() -> Payload {
    Payload::bare().reading("B", BEGIN, "1200.50").reading("C", INNER, "1203.00").reading("E", END, "1206.10")
}

pub(super) fn cases(group: &mut Group) {
    firmware(group);
    bad(triggers(group, "MTR001", "Neither gateway nor meter has a number."), &Payload::whole().without("GS").without("MS"))
        .findings(&["MTR001"])
        .failed();
    good(quiet(group, "MTR001", "Only the meter has a number."), &Payload::whole().without("GS")).verified();

    good(triggers(group, "MTR002", "Only the gateway has a number."), &Payload::whole().without("MS")).findings(&["MTR002"]).warned();
    good(quiet(group, "MTR002", "Gateway and meter have a number."), &Payload::whole()).verified();

    bad(triggers(group, "MTR003", "The meter reports an error at the end."), &Payload::whole().text_at(1, "ST", "E"))
        .findings(&["MTR003"])
        .failed();
    good(quiet(group, "MTR003", "The meter reports no error."), &Payload::whole()).verified();

    good(triggers(group, "MTR004", "The meter reports an error between begin and end."), &three().text_at(1, "ST", "E"))
        .findings(&["MTR004"])
        .warned();
    good(quiet(group, "MTR004", "The meter reports no error between begin and end."), &three()).verified();

    bad(triggers(group, "MTR005", "The energy at the end is flagged as unusable."), &Payload::whole().text_at(1, "EF", "E"))
        .findings(&["MTR005"])
        .failed();
    good(quiet(group, "MTR005", "Nothing is flagged as unusable."), &Payload::whole()).verified();

    let exception = |flags: &str| three().text_at(1, "TX", "X").text_at(1, "EF", flags);
    bad(triggers(group, "MTR006", "An exception makes the energy unusable during the session."), &exception("E"))
        .findings(&["MTR006"])
        .failed();
    good(quiet(group, "MTR006", "Charging is suspended during the session."), &three().text_at(1, "TX", "S")).verified();

    good(triggers(group, "MTR007", "An exception makes only the time unusable during the session."), &exception("t"))
        .findings(&["MTR007"])
        .warned();
    good(quiet(group, "MTR007", "The tariff changes during the session."), &three().text_at(1, "TX", "T")).verified();

    bad(triggers(group, "MTR008", "The counter of events rose during the session."), &counted("17", "18")).findings(&["MTR008"]).failed();
    good(quiet(group, "MTR008", "The counter of events stood still during the session."), &counted("17", "17")).verified();

    good(triggers(group, "MTR009", "A flag is set that nobody knows."), &Payload::whole().text_at(1, "EF", "Q"))
        .findings(&["MTR009"])
        .warned();
    good(quiet(group, "MTR009", "No flag is set."), &Payload::whole()).verified();
}

fn firmware(group: &mut Group) {
    let pair = |version: &str| lines(&[Payload::begin(), Payload::end().text("MF", version)]);
    triggers(group, "MTR011", "The meter has other software at the end than at the begin.")
        .ocmf(pair("1.1"))
        .key(&METER)
        .valid(2)
        .proven(ENERGY)
        .findings(&["MTR011"])
        .warned();
    quiet(group, "MTR011", "The meter has the same software at begin and end.")
        .ocmf(pair("1.0"))
        .key(&METER)
        .valid(2)
        .proven(ENERGY)
        .verified();
}

/// A whole session of version 0.4, the last one with a counter of events.
fn counted(begin: &str, end: &str) -> Payload {
    let reading = |reason: &str, time: &str, value: &str, events: &str| {
        [("TM", format!("\"{time}\"")), ("TX", format!("\"{reason}\"")), ("RV", value.to_owned()), ("EI", events.to_owned())]
    };
    let mut payload = Payload::bare().text("FV", "0.4").without("CT").without("CI");
    for fields in [reading("B", BEGIN, "1200.50", begin), reading("E", END, "1206.10", end)] {
        let mut all: Vec<(&str, &str)> = fields.iter().map(|(key, value)| (*key, value.as_str())).collect();
        all.extend([("RI", "\"1-0:1.8.0\""), ("RU", "\"kWh\""), ("ST", "\"G\"")]);
        payload = payload.short(&all);
    }
    payload
}
