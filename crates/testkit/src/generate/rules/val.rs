//! Register values.

use super::super::book::Group;
use super::super::keys::METER;
use super::super::ocmf::{BEGIN, END, ENERGY, INNER, Payload};
use super::{good, lines, quiet, triggers};

fn values(begin: &str, end: &str) -> Payload {
    Payload::bare().reading("B", BEGIN, begin).reading("E", END, end)
}

fn three(inner: &str) -> Payload {
    Payload::bare().reading("B", BEGIN, "1200.50").reading("C", INNER, inner).reading("E", END, "1206.10")
}

pub(super) fn cases(group: &mut Group) {
    one_session(group);
    between_sessions(group);
}

fn one_session(group: &mut Group) {
    triggers(group, "VAL001", "The register falls.")
        .ocmf(values("1206.10", "1200.50").record())
        .key(&METER)
        .valid(1)
        .stated("-5.60 kWh")
        .findings(&["VAL001"])
        .failed();
    let units = Payload::bare().register("B", BEGIN, "1200500", "1-0:1.8.0", "Wh").register("E", END, "1206100", "1-0:1.8.0", "Wh");
    quiet(group, "VAL001", "The register rises.").ocmf(units.record()).key(&METER).valid(1).proven("5600 Wh").verified();

    triggers(group, "VAL002", "The register value of the begin is negative.")
        .ocmf(values("-1.00", "1206.10").record())
        .key(&METER)
        .valid(1)
        .no_energy()
        .findings(&["VAL002"])
        .failed();
    quiet(group, "VAL002", "The register value of the begin is zero.")
        .ocmf(values("0.00", "5.60").record())
        .key(&METER)
        .valid(1)
        .proven(ENERGY)
        .verified();

    good(triggers(group, "VAL003", "A register value in between is negative."), &three("-1.00")).findings(&["VAL003"]).warned();
    good(quiet(group, "VAL003", "A register value in between can be read."), &three("1203.00")).verified();

    triggers(group, "VAL004", "Nothing was consumed.")
        .ocmf(values("1200.50", "1200.50").record())
        .key(&METER)
        .valid(1)
        .proven("0.00 kWh")
        .findings(&["VAL004"])
        .warned();
    quiet(group, "VAL004", "The least was consumed.")
        .ocmf(values("1200.50", "1200.51").record())
        .key(&METER)
        .valid(1)
        .proven("0.01 kWh")
        .verified();

    // 12 minutes: at 3.75 MW not more than 750 kWh.
    let quick = |end: &str| Payload::bare().reading("B", BEGIN, "0.00").reading("E", INNER, end);
    triggers(group, "VAL005", "More was consumed than any plug can carry.")
        .ocmf(quick("750.10").record())
        .key(&METER)
        .valid(1)
        .proven("750.10 kWh")
        .findings(&["VAL005"])
        .warned();
    quiet(group, "VAL005", "As much was consumed as the largest plug can carry.")
        .ocmf(quick("750.00").record())
        .key(&METER)
        .valid(1)
        .proven("750.00 kWh")
        .verified();

    triggers(group, "VAL010", "More was consumed than the largest batteries hold.")
        .ocmf(values("0.00", "1000.01").record())
        .key(&METER)
        .valid(1)
        .proven("1000.01 kWh")
        .findings(&["VAL010"])
        .warned();
    quiet(group, "VAL010", "As much was consumed as the largest batteries hold.")
        .ocmf(values("0.00", "1000.00").record())
        .key(&METER)
        .valid(1)
        .proven("1000.00 kWh")
        .verified();

    triggers(group, "VAL008", "The register falls in between and rises again.")
        .ocmf(three("1199.00").record())
        .key(&METER)
        .valid(1)
        .stated(ENERGY)
        .findings(&["VAL008"])
        .failed();
    good(quiet(group, "VAL008", "The register stands still for a while."), &three("1200.50")).verified();
}

fn between_sessions(group: &mut Group) {
    triggers(group, "VAL006", "Between two sessions the register rose.")
        .ocmf(lines(&[Payload::whole(), Payload::later().at(0, "RV", "1207.00")]))
        .key(&METER)
        .valid(2)
        .proven(ENERGY)
        .proven("1.35 kWh")
        .findings(&["VAL006"])
        .warned();
    quiet(group, "VAL006", "Between two sessions the register stood still.")
        .ocmf(lines(&[Payload::whole(), Payload::later()]))
        .key(&METER)
        .valid(2)
        .proven(ENERGY)
        .proven("2.25 kWh")
        .verified();

    // The register starts at zero with each session, so that only the layouts are compared.
    let from_zero = |payload: Payload, at: usize, value: &str| payload.text_at(at, "RI", "1-0:98.8.0").at(at, "RV", value);
    let whole = from_zero(from_zero(Payload::whole(), 0, "0.00"), 1, "5.60").text("PG", "T3");
    let both = |end: &str| lines(&[from_zero(Payload::begin(), 0, "0.00"), from_zero(Payload::end(), 0, end), whole.clone()]);
    triggers(group, "VAL007", "A session is signed in two layouts, with different amounts.")
        .ocmf(both("6.60"))
        .key(&METER)
        .valid(3)
        .stated("6.60 kWh")
        .stated(ENERGY)
        .findings(&["VAL007"])
        .failed();
    quiet(group, "VAL007", "A session is signed in two layouts, with the same amount.")
        .ocmf(both("5.60"))
        .key(&METER)
        .valid(3)
        .proven(ENERGY)
        .proven(ENERGY)
        .verified();
}
