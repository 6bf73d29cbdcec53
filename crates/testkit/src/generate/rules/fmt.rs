//! Syntax of the record.

use super::super::book::Group;
use super::super::keys::METER;
use super::super::ocmf::{ENERGY, Payload};
use super::{bad, good, quiet, triggers};

pub(super) fn cases(group: &mut Group) {
    texts(group);
    versions(group);
    fields(group);
}

fn texts(group: &mut Group) {
    let twice = Payload::whole().json().replacen("\"GV\":\"1.0\"", "\"GV\":\"1.0\",\"GV\":\"2.0\"", 1);
    triggers(group, "FMT001", "The version of the gateway is stated twice, differently.")
        .ocmf(super::super::ocmf::Seal::new().record(&twice))
        .key(&METER)
        .valid(1)
        .stated(ENERGY)
        .findings(&["FMT001"])
        .failed();
    good(quiet(group, "FMT001", "The version of the gateway is stated once."), &Payload::whole()).verified();

    let reversed = Payload::whole().text("TT", "price \u{202e}tnec 93\u{202c} per kWh");
    bad(triggers(group, "FMT002", "The tariff text holds a character that reverses the reading direction."), &reversed)
        .findings(&["FMT002"])
        .failed();
    let plain = Payload::whole().text("TT", "price 39 cent per kWh, Gr\u{fc}nstrom");
    good(quiet(group, "FMT002", "The tariff text holds an umlaut."), &plain).verified();

    let piped = Payload::whole().text("TT", "day|night");
    good(triggers(group, "FMT003", "The tariff text holds the separator of sections."), &piped).findings(&["FMT003"]).warned();
    let braced = Payload::whole().text("TT", "day{night");
    good(quiet(group, "FMT003", "The tariff text holds an unbalanced brace."), &braced).verified();

    triggers(group, "FMT004", "Behind the signature stands a fourth section with the key.")
        .ocmf(format!("{}|{}", Payload::whole().record(), METER.hex()))
        .key(&METER)
        .valid(1)
        .proven(ENERGY)
        .findings(&["FMT004"])
        .warned();
    good(quiet(group, "FMT004", "Behind the signature stands nothing."), &Payload::whole()).verified();
}

fn versions(group: &mut Group) {
    good(triggers(group, "FMT005", "No version is stated."), &Payload::whole().without("FV")).findings(&["FMT005"]).warned();
    good(quiet(group, "FMT005", "Version 1.2 is stated."), &Payload::whole().text("FV", "1.2")).verified();

    good(triggers(group, "FMT006", "Version 1.9 is stated, which nobody knows."), &Payload::whole().text("FV", "1.9"))
        .findings(&["FMT006"])
        .warned();
    good(quiet(group, "FMT006", "Version 1.3 is stated."), &Payload::whole().text("FV", "1.3")).verified();

    good(triggers(group, "FMT007", "The version is stated as a number."), &Payload::whole().set("FV", "1.4"))
        .findings(&["FMT007"])
        .warned();
    good(quiet(group, "FMT007", "The version is stated as a text."), &Payload::whole().text("FV", "1.4")).verified();

    let tariff = |version: &str| Payload::whole().text("FV", version).text("TT", "39 cent per kWh");
    good(triggers(group, "FMT008", "Version 1.0 has a tariff text, which came with 1.1."), &tariff("1.0")).findings(&["FMT008"]).verified();
    good(quiet(group, "FMT008", "Version 1.1 has a tariff text."), &tariff("1.1")).verified();
}

fn fields(group: &mut Group) {
    good(triggers(group, "FMT009", "The kind of identification is missing."), &Payload::whole().without("IT"))
        .findings(&["FMT009"])
        .warned();
    good(quiet(group, "FMT009", "The vendor of the meter is missing, which is allowed."), &Payload::whole().without("MV")).verified();

    good(triggers(group, "FMT010", "The kind of charge point is none of the table."), &Payload::whole().text("CT", "EVSE_ID"))
        .findings(&["FMT010"])
        .warned();
    let box_id = Payload::whole().text("CT", "CBIDC").text("CI", "BOX-1 1");
    good(quiet(group, "FMT010", "The kind of charge point is the other one of the table."), &box_id).verified();

    good(triggers(group, "FMT011", "The model of the meter is a number."), &Payload::whole().set("MM", "5")).findings(&["FMT011"]).warned();
    good(quiet(group, "FMT011", "The model of the meter is a text of digits."), &Payload::whole().text("MM", "5")).verified();

    let tariff = |length: usize| Payload::whole().text("TT", &"x".repeat(length));
    good(triggers(group, "FMT012", "The tariff text has 251 characters."), &tariff(251)).findings(&["FMT012"]).warned();
    good(quiet(group, "FMT012", "The tariff text has 250 characters."), &tariff(250)).verified();

    good(triggers(group, "FMT013", "A field QQ stands in the record."), &Payload::whole().text("QQ", "what"))
        .findings(&["FMT013"])
        .warned();
    good(quiet(group, "FMT013", "A field XQ stands in the record, a letter left to vendors."), &Payload::whole().text("XQ", "what"))
        .verified();

    let text = Payload::whole().text_at(0, "RV", "1200.50").text_at(1, "RV", "1206.10");
    good(triggers(group, "FMT014", "The register values are texts."), &text).findings(&["FMT014"]).warned();
    let exponent = Payload::whole().at(0, "RV", "1.20050e3");
    good(quiet(group, "FMT014", "A register value is a number with exponent."), &exponent).verified();

    // The begin has no state either, once nothing can be inherited.
    bad(triggers(group, "FMT015", "The first reading leaves out the state of the meter."), &Payload::whole().without_at(0, "ST"))
        .findings(&["FMT015", "MTR003"])
        .failed();
    good(quiet(group, "FMT015", "The second reading leaves out the state of the meter."), &Payload::whole().without_at(1, "ST")).verified();
}
