//! Pagination.

use super::super::book::Group;
use super::super::keys::METER;
use super::super::ocmf::{BEGIN, END, ENERGY, Payload};
use super::{bad, good, lines, quiet, triggers};

/// A whole session of a register that starts at zero, so that sessions need not join on to one another.
fn from_zero(page: &str, begin: &str, end: &str, value: &str) -> Payload {
    Payload::bare().text("PG", page).register("B", begin, "0.00", "1-0:98.8.0", "kWh").register("E", end, value, "1-0:98.8.0", "kWh")
}

pub(super) fn cases(group: &mut Group) {
    one_session(group);
    several_sessions(group);
}

fn one_session(group: &mut Group) {
    let pair = |first: &str, second: &str| lines(&[Payload::begin().text("PG", first), Payload::end().text("PG", second)]);
    triggers(group, "PAG001", "Between begin and end a record was signed that is not shown.")
        .ocmf(pair("T1", "T3"))
        .key(&METER)
        .valid(2)
        .proven(ENERGY)
        .findings(&["PAG001"])
        .warned();
    quiet(group, "PAG001", "End follows begin.").ocmf(pair("T1", "T2")).key(&METER).valid(2).proven(ENERGY).verified();

    bad(triggers(group, "PAG002", "The pagination has a letter nobody knows."), &Payload::whole().text("PG", "P1"))
        .findings(&["PAG002"])
        .failed();
    good(quiet(group, "PAG002", "The pagination is zero."), &Payload::whole().text("PG", "T0")).verified();

    triggers(group, "PAG003", "Begin and end come from different counters.")
        .ocmf(pair("T1", "F2"))
        .key(&METER)
        .valid(2)
        .stated(ENERGY)
        .findings(&["PAG003", "PAG006"])
        .failed();
    quiet(group, "PAG003", "Begin and end come from one counter, with more digits at the end.")
        .ocmf(pair("T9", "T10"))
        .key(&METER)
        .valid(2)
        .proven(ENERGY)
        .verified();

    triggers(group, "PAG006", "The session is counted among the fiscal readings.")
        .ocmf(pair("F1", "F2"))
        .key(&METER)
        .valid(2)
        .proven(ENERGY)
        .findings(&["PAG006"])
        .warned();
    quiet(group, "PAG006", "The session is counted among the transactions.")
        .ocmf(pair("T1", "T2"))
        .key(&METER)
        .valid(2)
        .proven(ENERGY)
        .verified();
}

fn several_sessions(group: &mut Group) {
    let later = ("2026-03-29T04:30:00,000+0200 S", "2026-03-29T05:00:00,000+0200 S");
    let two = |first: &str, second: &str| lines(&[from_zero(first, BEGIN, END, "5.60"), from_zero(second, later.0, later.1, "2.25")]);

    triggers(group, "PAG004", "Two different records have one number.")
        .ocmf(two("T1", "T1"))
        .key(&METER)
        .valid(2)
        .stated(ENERGY)
        .stated("2.25 kWh")
        .findings(&["PAG004"])
        .failed();
    quiet(group, "PAG004", "Two different records have different numbers.")
        .ocmf(two("T1", "T2"))
        .key(&METER)
        .valid(2)
        .proven(ENERGY)
        .proven("2.25 kWh")
        .verified();

    triggers(group, "PAG007", "The later record has the lower number.")
        .ocmf(two("T5", "T4"))
        .key(&METER)
        .valid(2)
        .findings(&["PAG007"])
        // One of the two is the culprit; which, nobody can tell, but the one that is named must not count.
        .proven(ENERGY)
        .stated("2.25 kWh")
        .failed();
    quiet(group, "PAG007", "The later record has the higher number.")
        .ocmf(two("T4", "T5"))
        .key(&METER)
        .valid(2)
        .proven(ENERGY)
        .proven("2.25 kWh")
        .verified();

    let around = |inside: Payload| {
        let zero = |payload: Payload, value: &str| payload.text_at(0, "RI", "1-0:98.8.0").at(0, "RV", value);
        lines(&[zero(Payload::begin(), "0.00"), inside, zero(Payload::end(), "5.60").text("PG", "T3")])
    };
    let other = from_zero("T2", "2026-03-29T03:05:00,000+0200 S", "2026-03-29T03:10:00,000+0200 S", "2.25");
    triggers(group, "PAG005", "Between begin and end the same meter signed another session.")
        .ocmf(around(other))
        .key(&METER)
        .valid(3)
        .stated(ENERGY)
        .proven("2.25 kWh")
        .findings(&["PAG005"])
        .failed();
    let inner = Payload::bare().text("PG", "T2").register("C", "2026-03-29T03:10:00,000+0200 S", "2.25", "1-0:98.8.0", "kWh");
    quiet(group, "PAG005", "Between begin and end the meter signed a reading of the same session.")
        .ocmf(around(inner))
        .key(&METER)
        .valid(3)
        .proven(ENERGY)
        .verified();
}
