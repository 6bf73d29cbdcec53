//! Times.

use super::super::book::Group;
use super::super::keys::METER;
use super::super::ocmf::{BEGIN, END, ENERGY, INNER, Payload};
use super::{bad, good, quiet, triggers};

/// The usual session with other times.
fn times(begin: &str, end: &str) -> Payload {
    Payload::whole().text_at(0, "TM", begin).text_at(1, "TM", end)
}

/// The usual session with other states of the clock.
fn clocks(begin: &str, end: &str) -> Payload {
    times(&BEGIN.replace('S', begin), &END.replace('S', end))
}

pub(super) fn cases(group: &mut Group) {
    clock_states(group);
    order(group);
    plausible(group);
    usable(group);
}

fn clock_states(group: &mut Group) {
    good(triggers(group, "TIM002", "The clock is only informative."), &clocks("I", "I")).findings(&["TIM002"]).warned();
    good(quiet(group, "TIM002", "The clock is informative at the begin and counts from there."), &clocks("I", "R")).verified();

    bad(triggers(group, "TIM005", "The time counted from the begin is given up at the end."), &clocks("R", "S"))
        .findings(&["TIM002", "TIM005"])
        .failed();
    good(quiet(group, "TIM005", "The time is counted from the begin to the end."), &clocks("R", "R")).verified();

    good(triggers(group, "TIM006", "The clock was set during the session."), &clocks("U", "S")).findings(&["TIM002", "TIM006"]).warned();
    good(quiet(group, "TIM006", "The clock was never set, but counted from the begin."), &clocks("U", "R")).verified();
}

fn order(group: &mut Group) {
    triggers(group, "TIM003", "The end lies before the begin.")
        .ocmf(times(END, BEGIN).record())
        .key(&METER)
        .valid(1)
        .stated(ENERGY)
        .findings(&["TIM003"])
        .failed();
    let same_clock = times("2026-10-25T02:50:00,000+0200 S", "2026-10-25T02:10:00,000+0100 S");
    good(quiet(group, "TIM003", "The clock shows less at the end, as summer time ended in between."), &same_clock).verified();

    let three = |inner: &str| Payload::bare().reading("B", BEGIN, "1200.50").reading("C", inner, "1203.00").reading("E", END, "1206.10");
    good(triggers(group, "TIM004", "A reading in between lies before the begin."), &three("2026-03-29T01:50:00,000+0100 S"))
        .findings(&["TIM004"])
        .warned();
    good(quiet(group, "TIM004", "The readings ascend."), &three(INNER)).verified();
}

fn plausible(group: &mut Group) {
    let lost = times("1970-01-01T00:10:00,000+0000 U", "1970-01-01T00:37:00,000+0000 R");
    good(triggers(group, "TIM007", "The clock was never set and shows 1970."), &lost).findings(&["TIM007"]).warned();
    quiet(group, "TIM007", "The record is from today.")
        .ocmf(Payload::whole().record())
        .key(&METER)
        .now("2026-03-29T02:00:00Z")
        .valid(1)
        .proven(ENERGY)
        .verified();

    good(triggers(group, "TIM008", "The session took three days."), &times("2026-03-26T03:25:00,000+0100 S", END))
        .findings(&["TIM008"])
        .warned();
    good(quiet(group, "TIM008", "The session took 47 hours."), &times("2026-03-27T03:25:00,000+0100 S", END)).verified();

    good(triggers(group, "TIM011", "The milliseconds stand behind a dot."), &times(&BEGIN.replace(',', "."), END))
        .findings(&["TIM011"])
        .warned();
    good(quiet(group, "TIM011", "The time is written as it must be."), &times(BEGIN, END)).verified();
}

fn usable(group: &mut Group) {
    bad(triggers(group, "TIM001", "The time of the end is a word."), &times(BEGIN, "yesterday")).findings(&["TIM001", "TIM002"]).failed();
    good(quiet(group, "TIM001", "The time of the end can be read."), &times(BEGIN, END)).verified();

    good(triggers(group, "TIM009", "The time at the end is flagged as unusable."), &Payload::whole().text_at(1, "EF", "t"))
        .findings(&["TIM002", "TIM009"])
        .warned();
    good(quiet(group, "TIM009", "No flag is set at the end."), &Payload::whole()).verified();

    let by_minute = |payload: Payload| payload.text("TT", "003;EUR;0;10");
    bad(triggers(group, "TIM010", "The minute has a price, and the clock is only informative."), &by_minute(clocks("I", "I")))
        .findings(&["TIM002", "TIM010"])
        .failed();
    good(quiet(group, "TIM010", "The minute has a price, and the clock is synchronised."), &by_minute(Payload::whole())).verified();
}
