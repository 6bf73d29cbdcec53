//! What is told of sessions, against what was signed.

use serde_json::{Value, json};

use super::super::book::{Draft, Group};
use super::super::keys::METER;
use super::super::messages::{Log, Session, cdr, pretty};
use super::super::ocmf::{ENERGY, Payload};
use super::{quiet, triggers};

pub(super) fn cases(group: &mut Group) {
    belonging(group);
    course(group);
    unsigned(group);
    times(group);
    identities(group);
    billed(group);
    reported(group);
}

/// A log with one valid record whose energy is proven. That the text names no format is told each time.
fn log<'a>(draft: Draft<'a>, log: &Log) -> Draft<'a> {
    draft.input("log", log.text()).key(&METER).valid(1).proven(ENERGY).findings(&["CON005"])
}

/// A charge detail record with the usual session in it, altered.
fn bill<'a>(draft: Draft<'a>, alter: impl FnOnce(&mut Value)) -> Draft<'a> {
    let record = Payload::whole().record();
    let mut cdr = cdr("A1", &[("End", &record)]);
    alter(&mut cdr);
    draft.input("json", pretty(&cdr)).key(&METER).valid(1).proven(ENERGY)
}

fn session() -> Session {
    Session::of(&[&Payload::whole().record()])
}

fn belonging(group: &mut Group) {
    let (first, second) = (Payload::whole().record(), Payload::later().record());
    let both = |first: &str| {
        let session = Session { states: (1_200_500, 1_208_350), end: "2026-03-29T03:00:01Z", ..Session::of(&[first, &second]) };
        Log::new().session(&session).text()
    };
    triggers(group, "CON030", "Two signed sessions stand under one number.")
        .flag("replay")
        .input("log", both(&first))
        .key(&METER)
        .valid(2)
        .proven(ENERGY)
        .proven("2.25 kWh")
        .findings(&["CON005", "CON008", "CON030"])
        .failed();
    let later = Session {
        number: 4712,
        states: (1_206_100, 1_208_350),
        begin: "2026-03-29T02:30:00Z",
        end: "2026-03-29T03:00:01Z",
        ..Session::of(&[&second])
    };
    quiet(group, "CON030", "Two signed sessions stand under a number each.")
        .input("log", Log::new().session(&session()).session(&later).text())
        .key(&METER)
        .valid(2)
        .proven(ENERGY)
        .proven("2.25 kWh")
        .findings(&["CON005"])
        .verified();

    let cut = Payload::whole().text_at(1, "TX", "P").record();
    triggers(group, "CON032", "A power failure cut the session in two signed parts.")
        .input("log", both(&cut))
        .key(&METER)
        .valid(2)
        .proven(ENERGY)
        .proven("2.25 kWh")
        .findings(&["CON005", "CON008", "CON032", "TXN005"])
        .warned();
    log(quiet(group, "CON032", "A power failure ended the session."), &Log::new().session(&Session::of(&[&cut])))
        .findings(&["TXN005"])
        .warned();

    let two = |other: Value| pretty(&json!([cdr("A1", &[("End", &first)]), other]));
    triggers(group, "CON031", "Two charge detail records bill the same signed session.")
        .flag("replay")
        .input("json", two(cdr("B7", &[("End", &first)])))
        .key(&METER)
        .valid(2)
        .proven(ENERGY)
        .findings(&["CON010", "CON031"])
        .failed();
    let mut credit = cdr("B7", &[("End", &first)]);
    credit["credit"] = json!(true);
    credit["credit_reference_id"] = json!("A1");
    credit["total_cost"] = json!({"excl_vat": -2.18, "incl_vat": -2.59});
    quiet(group, "CON031", "The second charge detail record takes the first one back.")
        .input("json", two(credit))
        .key(&METER)
        .valid(2)
        .proven(ENERGY)
        .findings(&["CON010", "CON036"])
        .verified();
}

fn course(group: &mut Group) {
    let times = ["00:58:10", "01:20:00", "01:20:10"];
    let sampled = |interval: &str| {
        let log = Log::new().setting("CP-0042", "MeterValueSampleInterval", interval).start(&session());
        log.samples(&session(), &times).end(&session())
    };
    log(triggers(group, "CON033", "A sample is due every ten seconds, and for minutes none came."), &sampled("10"))
        .findings(&["CON033"])
        .verified();
    log(quiet(group, "CON033", "A sample is due every quarter of an hour."), &sampled("900")).verified();

    let ended = |reason: &'static str| Log::new().session(&Session { reason: Some(reason), ..session() });
    log(triggers(group, "CON034", "The session ended by a restart of the station."), &ended("HardReset")).findings(&["CON034"]).verified();
    log(quiet(group, "CON034", "The session was ended by the driver."), &ended("EVDisconnected")).verified();
}

fn unsigned(group: &mut Group) {
    let silent = |value: &str| Log::new().setting("CP-0042", "StopTxnSampledData", value).session(&Session::new(Vec::new())).text();
    triggers(group, "CON035", "Nothing is to be sent at the end of a session.")
        .input("log", silent(""))
        .findings(&["CON035", "CON037"])
        .errors(&["session-unsigned"])
        .unchecked();
    quiet(group, "CON035", "A value is to be sent at the end of a session, and none came.")
        .input("log", silent("Energy.Active.Import.Register"))
        .findings(&["CON037"])
        .errors(&["session-unsigned"])
        .unchecked();

    bill(triggers(group, "CON036", "The record takes another one back."), |cdr| {
        cdr["credit"] = json!(true);
        cdr["credit_reference_id"] = json!("A0");
    })
    .findings(&["CON036"])
    .verified();
    bill(quiet(group, "CON036", "The record says that it takes nothing back."), |cdr| cdr["credit"] = json!(false)).verified();

    triggers(group, "CON037", "A charge detail record without signed data.")
        .input("json", pretty(&cdr("A1", &[])))
        .findings(&["CON037"])
        .errors(&["session-unsigned"])
        .unchecked();
    bill(quiet(group, "CON037", "A charge detail record with signed data."), |_| {}).verified();
}

fn times(group: &mut Group) {
    let from = |begin: &'static str| move |cdr: &mut Value| cdr["start_date_time"] = json!(begin);
    bill(triggers(group, "TXN010", "The record begins twenty minutes after the first signed reading."), from("2026-03-29T01:18:00Z"))
        .findings(&["TXN010"])
        .warned();
    bill(quiet(group, "TXN010", "The record begins twenty minutes before the first signed reading."), from("2026-03-29T00:38:00Z"))
        .verified();

    let day = |day: u32| {
        move |cdr: &mut Value| {
            cdr["start_date_time"] = json!(format!("2026-03-{day:02}T00:57:40Z"));
            cdr["end_date_time"] = json!(format!("2026-03-{day:02}T01:40:00Z"));
        }
    };
    let draft = triggers(group, "TXN011", "The record is about the day before.").flag("replay");
    bill(draft, day(28)).findings(&["TXN011"]).failed();
    bill(quiet(group, "TXN011", "The record is about the day of the signed session."), day(29)).verified();

    let hours = |hours: f64| move |cdr: &mut Value| cdr["total_time"] = json!(hours);
    bill(triggers(group, "TXN012", "Two hours are billed for 27 signed minutes."), hours(2.0)).findings(&["TXN012"]).warned();
    bill(quiet(group, "TXN012", "Half an hour is billed for 27 signed minutes."), hours(0.5)).verified();
}

fn identities(group: &mut Group) {
    let token = |uid: &'static str| move |cdr: &mut Value| cdr["cdr_token"]["uid"] = json!(uid);
    bill(triggers(group, "IDN010", "The record bills another card."), token("04FFFFFF")).findings(&["IDN010"]).failed();
    bill(quiet(group, "IDN010", "The record bills the signed card in another spelling."), token("04:a1:b2:c3")).verified();

    let point = |name: &'static str| move |cdr: &mut Value| cdr["cdr_location"]["evse_id"] = json!(name);
    bill(triggers(group, "IDN011", "The record names another charging point."), point("DE*TST*E1*2")).findings(&["IDN011"]).warned();
    bill(quiet(group, "IDN011", "The record names the signed charging point in another spelling."), point("de-tst-e1-1")).verified();

    let meter = |serial: &'static str| move |cdr: &mut Value| cdr["meter_id"] = json!(serial);
    bill(triggers(group, "IDN012", "The record names another meter."), meter("1TST0000000043")).findings(&["IDN012"]).warned();
    bill(quiet(group, "IDN012", "The record names the signed meter without its first letters."), meter("0000000042")).verified();
}

fn billed(group: &mut Group) {
    let energy = |kwh: f64| move |cdr: &mut Value| cdr["total_energy"] = json!(kwh);
    bill(triggers(group, "VAL015", "One kilowatt hour more is billed than was measured."), energy(6.6)).findings(&["VAL015"]).failed();
    bill(quiet(group, "VAL015", "The energy billed is the one measured, rounded to one digit."), energy(5.6)).verified();

    let periods = |kwh: f64| move |cdr: &mut Value| cdr["charging_periods"][1]["dimensions"][0]["volume"] = json!(kwh);
    bill(triggers(group, "VAL017", "The periods add up to more than was measured."), periods(3.5)).findings(&["VAL017"]).failed();
    bill(quiet(group, "VAL017", "The periods add up to what was measured."), periods(3.0)).verified();
}

fn reported(group: &mut Group) {
    let states = |begin: u64, end: u64| Log::new().session(&Session { states: (begin, end), ..session() });
    log(triggers(group, "VAL016", "The station reported another difference than it had signed."), &states(1_200_500, 1_207_100))
        .findings(&["VAL016"])
        .warned();
    log(quiet(group, "VAL016", "The station reported finer states than it had signed."), &states(1_200_503, 1_206_108)).verified();

    log(triggers(group, "VAL018", "The station reported the states of another register."), &states(103_214, 108_814))
        .findings(&["VAL018"])
        .verified();
    log(quiet(group, "VAL018", "The station reported the states of the signed register."), &states(1_200_500, 1_206_100)).verified();

    log(triggers(group, "VAL019", "The station reported a thousand times the energy."), &states(1_200_500, 6_800_500))
        .findings(&["VAL019"])
        .warned();
    log(quiet(group, "VAL019", "The station reported the energy."), &states(1_200_500, 1_206_100)).verified();
}
