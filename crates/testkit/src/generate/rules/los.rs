//! Compensation of cable loss.

use super::super::book::Group;
use super::super::keys::METER;
use super::super::ocmf::{BEGIN, END, ENERGY, INNER, Payload};
use super::{bad, good, lines, quiet, triggers};

/// Complete parameters.
const LC: &str = "{\"LN\":\"cable 1\",\"LI\":1,\"LR\":12,\"LU\":\"mOhm\"}";

/// A whole session with cumulated losses at begin and end.
fn losses(begin: &str, end: &str) -> Payload {
    Payload::whole().set("LC", LC).at(0, "CL", begin).at(1, "CL", end)
}

pub(super) fn cases(group: &mut Group) {
    let duration = |payload: Payload| payload.register("B", BEGIN, "0", "1-0:0.8.6", "s").register("E", END, "1620", "1-0:0.8.6", "s");
    let on_duration = duration(losses("0.00", "0.05")).at(2, "CL", "0").at(3, "CL", "0");
    good(triggers(group, "LOS001", "The register of the duration has a loss."), &on_duration).findings(&["LOS001"]).warned();
    good(quiet(group, "LOS001", "Only the register of the energy has a loss."), &duration(losses("0.00", "0.05"))).verified();

    bad(triggers(group, "LOS002", "The loss was not set to zero at the begin."), &losses("0.10", "0.20")).findings(&["LOS002"]).failed();
    good(quiet(group, "LOS002", "The loss was set to zero at the begin."), &losses("0.00", "0.20")).verified();

    bad(triggers(group, "LOS003", "More was lost than was consumed."), &losses("0.00", "9.00")).findings(&["LOS003"]).failed();
    good(quiet(group, "LOS003", "A little was lost."), &losses("0.00", "0.05")).verified();

    let with = |payload: Payload, resistance: &str| {
        let parameters = LC.replace("12", resistance);
        payload.set("LC", &parameters)
    };
    let pair =
        |resistance: &str| lines(&[with(Payload::begin(), "12").at(0, "CL", "0.00"), with(Payload::end(), resistance).at(0, "CL", "0.05")]);
    triggers(group, "LOS004", "The resistance of the cable changes during the session.")
        .ocmf(pair("24"))
        .key(&METER)
        .valid(2)
        .proven(ENERGY)
        .findings(&["LOS004"])
        .warned();
    quiet(group, "LOS004", "The resistance of the cable stays.").ocmf(pair("12")).key(&METER).valid(2).proven(ENERGY).verified();

    let without_resistance = losses("0.00", "0.05").set("LC", "{\"LN\":\"cable 1\",\"LI\":1,\"LU\":\"mOhm\"}");
    good(triggers(group, "LOS005", "The resistance of the cable is not stated."), &without_resistance).findings(&["LOS005"]).warned();
    let least = losses("0.00", "0.05").set("LC", "{\"LR\":12,\"LU\":\"mOhm\"}");
    good(quiet(group, "LOS005", "Of the cable only resistance and unit are stated."), &least).verified();

    let gone = losses("0.00", "0.05").without_at(1, "CL");
    good(triggers(group, "LOS006", "The end no longer states the loss."), &gone).findings(&["LOS006"]).warned();
    let inner = Payload::bare()
        .set("LC", LC)
        .reading("B", BEGIN, "1200.50")
        .reading("C", INNER, "1203.00")
        .reading("E", END, "1206.10")
        .at(0, "CL", "0.00")
        .at(2, "CL", "0.05");
    good(quiet(group, "LOS006", "A reading in between does not state the loss."), &inner).verified();
}
