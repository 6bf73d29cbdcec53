//! Charge detail records of OCPI in every version, and the file behind a link in one.

use serde_json::{Value, json};

use super::super::book::{Draft, Group};
use super::super::keys::METER;
use super::super::messages::{cdr, pretty};
use super::super::ocmf::{ENERGY, Payload};

/// The group.
#[must_use]
pub fn group() -> Group {
    let mut group = Group::of_format("ocpi", "Charge detail records of OCPI 2.1.1, 2.2.1 and 2.3.0 with signed data, and what they bill.");
    versions(&mut group);
    several(&mut group);
    contradictions(&mut group);
    group
}

fn record() -> String {
    Payload::whole().record()
}

fn one<'a>(group: &'a mut Group, name: &str, description: &str, cdr: &Value) -> Draft<'a> {
    group.case(name, description).flag("bill").input("cdr", pretty(cdr)).key(&METER).valid(1).proven(ENERGY)
}

/// A record of OCPI 2.1.1, which has no place for signed data; platforms put it there all the same.
fn old(signed: bool) -> Value {
    let mut old = json!({
        "id": "C1",
        "start_date_time": "2026-03-29T00:57:40Z",
        "stop_date_time": "2026-03-29T01:40:00Z",
        "auth_id": "04A1B2C3",
        "auth_method": "WHITELIST",
        "location": {"id": "L1", "evses": [{"uid": "1", "evse_id": "DE*TST*E1*1", "connectors": [{"id": "1"}]}]},
        "meter_id": "1TST0000000042",
        "currency": "EUR",
        "charging_periods": [{"start_date_time": "2026-03-29T00:57:40Z", "dimensions": [{"type": "ENERGY", "volume": 5.6}]}],
        "total_cost": 2.18,
        "total_energy": 5.6,
        "total_time": 0.45,
    });
    if signed {
        old["signed_data"] =
            json!({"encoding_method": "OCMF", "signed_values": [{"nature": "End", "plain_data": "", "signed_data": record()}]});
    }
    old
}

fn versions(group: &mut Group) {
    let ends = [("Start", Payload::begin().record()), ("End", Payload::end().record())];
    let ends: Vec<(&str, &str)> = ends.iter().map(|(nature, record)| (*nature, record.as_str())).collect();
    let pair = cdr("C1", &ends);
    let draft = group.case("2.2.1", "Begin and end, and all that is billed agrees.").flag("bill").input("cdr", pretty(&pair)).key(&METER);
    draft.valid(2).proven(ENERGY).verified();
    one(group, "2.1.1", "The older form with signed data in it.", &old(true)).verified();
    group
        .case("2.1.1-unsigned", "The older form as it is specified: nothing is signed.")
        .flag("bill")
        .input("cdr", pretty(&old(false)))
        .findings(&["CON037"])
        .errors(&["session-unsigned"])
        .unchecked();
    let mut newer = cdr("C1", &[("End", &record())]);
    newer["total_cost"] = json!({"before_taxes": 2.18, "taxes": [{"name": "VAT", "amount": 0.41}]});
    newer["total_energy_cost"] = json!({"before_taxes": 2.18});
    one(group, "2.3.0", "The newer form with taxes in a list.", &newer).verified();
    let file = json!({"sessionId": "S1", "evseId": "DE*TST*E1*1", "encodingMethod": "OCMF", "signedValues": [{"nature": "End", "signedData": record()}]});
    one(group, "signed-data-file", "The file behind the link in a record.", &file).verified();
    let apart = json!([
        {"sessionId": "S1", "evseId": "DE*TST*E1*1", "nature": "Start", "encodingMethod": "OCMF", "signedData": Payload::begin().record()},
        {"sessionId": "S1", "evseId": "DE*TST*E1*1", "nature": "End", "encodingMethod": "OCMF", "signedData": Payload::end().record()},
    ]);
    group
        .case("signed-data-list", "Signed values that name their session one by one.")
        .flag("bill")
        .input("cdr", pretty(&apart))
        .key(&METER)
        .valid(2)
        .proven(ENERGY)
        .verified();
}

fn several(group: &mut Group) {
    let mut other = cdr("C2", &[("End", &Payload::later().record())]);
    for (key, value) in [
        ("start_date_time", json!("2026-03-29T02:29:00Z")),
        ("end_date_time", json!("2026-03-29T03:01:00Z")),
        ("total_energy", json!(2.25)),
        ("charging_periods", json!([])),
    ] {
        other[key] = value;
    }
    let both = json!([cdr("C1", &[("End", &record())]), other]);
    let mut two = |name: &str, description: &str, document: &Value| {
        let draft = group.case(name, description).flag("bill").input("cdr", pretty(document)).key(&METER);
        draft.valid(2).proven(ENERGY).proven("2.25 kWh").verified();
    };
    two("array", "A list of records.", &both);
    two("envelope", "The answer of a server.", &json!({"data": both, "status_code": 1000, "timestamp": "2026-03-30T00:00:00Z"}));
    let mut credit = cdr("C1-CREDIT", &[("End", &record())]);
    credit["credit"] = json!(true);
    credit["credit_reference_id"] = json!("C1");
    credit["total_cost"] = json!({"excl_vat": -2.18, "incl_vat": -2.59});
    let corrected = cdr("C1-NEW", &[("End", &record())]);
    group
        .case("credit", "A record, its credit and a corrected record hold the same signed value: it is billed once.")
        .flag("bill")
        .input("cdr", pretty(&json!([cdr("C1", &[("End", &record())]), credit, corrected])))
        .key(&METER)
        .valid(3)
        .proven(ENERGY)
        .findings(&["CON010", "CON036"])
        .verified();
}

fn contradictions(group: &mut Group) {
    let altered = |change: &dyn Fn(&mut Value)| {
        let mut cdr = cdr("C1", &[("End", &record())]);
        change(&mut cdr);
        cdr
    };
    let wrong = altered(&|cdr| cdr["total_energy"] = json!(5600));
    one(group, "watt-hours", "The total is in watt hours.", &wrong).flag("contradiction").findings(&["VAL015", "VAL019"]).failed();
    let placeholder = altered(&|cdr| cdr["start_date_time"] = json!("1970-01-01T00:00:00Z"));
    one(group, "time-unknown", "The begin is not known to the sender, and he says so.", &placeholder).verified();
    let all = altered(&|cdr| {
        cdr["cdr_token"]["uid"] = json!("04FFFFFF");
        cdr["cdr_token"]["contract_id"] = json!("DE-TST-C00000000-X");
        cdr["meter_id"] = json!("9XXX9999999999");
        cdr["cdr_location"]["evse_id"] = json!("DE*TST*E9*9");
        cdr["total_energy"] = json!(7.25);
        cdr["total_time"] = json!(5);
    });
    one(group, "another-bill", "Token, meter, charging point, energy and time are others than signed.", &all)
        .flag("contradiction")
        .findings(&["IDN010", "IDN011", "IDN012", "TXN012", "VAL015"])
        .failed();
}
