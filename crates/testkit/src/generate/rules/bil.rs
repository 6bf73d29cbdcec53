//! Bills.

use super::super::book::{Draft, Group};
use super::super::keys::METER;
use super::super::ocmf::{BEGIN, END, ENERGY, INNER, Payload};
use super::{good, lines, quiet, triggers};

/// Begin of the usual session as a bill may write it, with its zone.
const START: &str = "2026-03-29T01:58:00+01:00";

/// The usual session, proven.
fn proven(draft: Draft<'_>) -> Draft<'_> {
    good(draft, &Payload::whole())
}

/// The usual session by a clock for information only.
fn informative(draft: Draft<'_>) -> Draft<'_> {
    good(draft, &Payload::whole().text_at(0, "TM", &BEGIN.replace('S', "I")).text_at(1, "TM", &END.replace('S', "I")))
}

/// The usual session and a later one.
fn two(draft: Draft<'_>) -> Draft<'_> {
    draft.ocmf(lines(&[Payload::whole(), Payload::later()])).key(&METER).valid(2).proven(ENERGY).proven("2.25 kWh")
}

/// A bill in the form of this program.
fn own(fields: &str) -> String {
    format!("{{\n  \"schema\": \"eichrecht-bill/1\",\n  {fields}\n}}\n")
}

/// A charge detail record of OCPI over the usual session.
fn cdr(fields: &str) -> String {
    format!(
        "{{\n  \"id\": \"CDR-1\",\n  \"start_date_time\": \"2026-03-29T00:58:00Z\",\n  \"end_date_time\": \"2026-03-29T01:25:00Z\",\n  \
         \"currency\": \"EUR\",\n  \"total_energy\": 5.60,\n  {fields}\n}}\n"
    )
}

pub(super) fn cases(group: &mut Group) {
    energy(group);
    session(group);
    times(group);
    total(group);
    proof(group);
    tariffs(group);
    content(group);
}

fn energy(group: &mut Group) {
    proven(triggers(group, "BIL001", "The bill is 0.01 kWh above what is proven."))
        .bill("failed", &[("energy", "5.61 kWh")])
        .findings(&["BIL001"])
        .failed();
    proven(quiet(group, "BIL001", "The bill states what is proven.")).bill("verified", &[("energy", "5.60 kWh")]).verified();

    proven(triggers(group, "BIL002", "The bill is 0.01 kWh below what is proven."))
        .bill("verified-with-warnings", &[("energy", "5,59 kWh")])
        .findings(&["BIL002"])
        .warned();
    proven(quiet(group, "BIL002", "The bill has cut off what lies behind its last place."))
        .bill("verified", &[("energy", "5 kWh")])
        .verified();

    triggers(group, "BIL003", "Without a key nothing is proven, so the bill is not checked, although its figures are those of the data.")
        .ocmf(Payload::whole().record())
        .not_checked("no-key")
        .stated(ENERGY)
        .bill("not-checked", &[("energy", "5.60 kWh")])
        .findings(&["BIL003", "KEY001"])
        .unchecked();
    proven(quiet(group, "BIL003", "With the key the same bill is right.")).bill("verified", &[("energy", "5600 Wh")]).verified();
}

fn session(group: &mut Group) {
    two(triggers(group, "BIL004", "Neither of two sessions has the billed amount."))
        .bill("not-checked", &[("energy", "3.00 kWh")])
        .findings(&["BIL004"])
        .unchecked();
    two(quiet(group, "BIL004", "The begin on the bill is that of the second session."))
        .bill("verified", &[("energy", "2.25 kWh"), ("start", "2026-03-29T04:30:00+02:00")])
        .verified();

    two(triggers(group, "BIL005", "One of two sessions has the billed amount, and the bill says nothing else."))
        .bill("verified-with-warnings", &[("energy", "2.25 kWh")])
        .findings(&["BIL005"])
        .warned();
    proven(quiet(group, "BIL005", "There is only one session.")).bill("verified", &[("energy", "5.60 kWh")]).verified();

    proven(triggers(group, "BIL009", "The bill names the charge point beside."))
        .bill("verified-with-warnings", &[("energy", "5.60"), ("evse", "DE*TST*E1*2")])
        .findings(&["BIL009"])
        .warned();
    proven(quiet(group, "BIL009", "The bill names the charge point in another spelling."))
        .bill("verified", &[("energy", "5.60"), ("evse", "de-tst-e1-1")])
        .verified();
}

fn times(group: &mut Group) {
    proven(triggers(group, "BIL006", "The bill begins an hour late: a mistaken zone."))
        .bill("verified-with-warnings", &[("energy", "5.60"), ("start", "2026-03-29T01:58:00Z")])
        .findings(&["BIL006"])
        .warned();
    proven(quiet(group, "BIL006", "The bill begins 20 minutes early, when the vehicle was plugged in."))
        .bill("verified", &[("energy", "5.60"), ("start", "2026-03-29T01:38:00+01:00")])
        .verified();

    informative(triggers(group, "BIL007", "The bill states times, and the clock is only informative."))
        .bill("verified", &[("energy", "5.60"), ("start", START)])
        .findings(&["BIL007", "TIM002"])
        .warned();
    proven(quiet(group, "BIL007", "The clock is synchronised.")).bill("verified", &[("energy", "5.60"), ("start", START)]).verified();

    proven(triggers(group, "BIL008", "The bill states an hour, the meter 27 minutes."))
        .bill_file("verified-with-warnings", "BIL008-triggers.json", &cdr("\"total_time\": 1.0"))
        .findings(&["BIL008"])
        .warned();
    proven(quiet(group, "BIL008", "The bill states 27 minutes."))
        .bill_file("verified", "BIL008-quiet.json", &cdr("\"total_time\": 0.45"))
        .verified();

    proven(triggers(group, "BIL021", "The begin has no zone."))
        .bill("verified", &[("energy", "5.60"), ("start", "29.03.2026 01:58 Uhr")])
        .findings(&["BIL021"])
        .verified();
    proven(quiet(group, "BIL021", "The begin has its zone.")).bill("verified", &[("energy", "5.60"), ("start", START)]).verified();
}

/// 5.60 kWh at 0.39 EUR are 2.184 EUR.
fn total(group: &mut Group) {
    let tariff = ("tariff", "0,39 EUR/kWh");
    proven(triggers(group, "BIL010", "The total is a cent too high."))
        .bill("failed", &[("energy", "5.60"), ("total", "2,19 EUR"), tariff])
        .findings(&["BIL010"])
        .failed();
    proven(quiet(group, "BIL010", "The total is right.")).bill("verified", &[("energy", "5.60"), ("total", "2,18 EUR"), tariff]).verified();

    proven(triggers(group, "BIL011", "The total is a cent too low."))
        .bill("verified-with-warnings", &[("energy", "5.60"), ("total", "2.17"), tariff])
        .findings(&["BIL011"])
        .warned();
    proven(quiet(group, "BIL011", "The total follows from the amount as the bill has rounded it."))
        .bill("verified", &[("energy", "5.6"), ("total", "2.18"), tariff])
        .verified();

    proven(triggers(group, "BIL012", "The bill has a total, and there is no tariff."))
        .bill("not-checked", &[("energy", "5.60"), ("total", "2.18")])
        .findings(&["BIL012"])
        .unchecked();
    proven(quiet(group, "BIL012", "The tariff is given."))
        .bill("verified", &[("energy", "5.60"), ("total", "2.18 EUR"), tariff])
        .verified();
}

/// 27 minutes at 10 ct are 2.70 EUR.
fn proof(group: &mut Group) {
    let by_time = [("total", "2,70 EUR"), ("tariff", "003;EUR;0;10")];
    informative(triggers(group, "BIL013", "The minute has a price, and the clock is only informative."))
        .bill("not-checked", &by_time)
        .findings(&["BIL013", "TIM002"])
        .unchecked();
    proven(quiet(group, "BIL013", "The minute has a price, and the clock is synchronised.")).bill("verified", &by_time).verified();

    let tariff = "{\n  \"id\": \"BY-HOUR\",\n  \"currency\": \"EUR\",\n  \"country_code\": \"DE\",\n  \"party_id\": \"TST\",\n  \"elements\": [\n    \
        { \"price_components\": [{ \"type\": \"ENERGY\", \"price\": 0.60, \"step_size\": 1 }], \
        \"restrictions\": { \"start_time\": \"03:10\", \"end_time\": \"22:00\" } },\n    \
        { \"price_components\": [{ \"type\": \"ENERGY\", \"price\": 0.40, \"step_size\": 1 }] }\n  ]\n}\n";
    // 3.00 kWh at 0.40 and 2.60 kWh at 0.60 are 2.76 EUR.
    let periods = cdr("\"total_cost\": { \"excl_vat\": 2.76 },\n  \"charging_periods\": [\n    \
        { \"start_date_time\": \"2026-03-29T00:58:00Z\", \"dimensions\": [{ \"type\": \"ENERGY\", \"volume\": 3.00 }] },\n    \
        { \"start_date_time\": \"2026-03-29T01:10:00Z\", \"dimensions\": [{ \"type\": \"ENERGY\", \"volume\": 2.60 }] }\n  ]");
    proven(triggers(group, "BIL014", "The price changes during the session, and only the bill says how much was charged before."))
        .bill_file("not-checked", "BIL014-triggers.json", &periods)
        .tariff_file("BIL014-tariff.json", tariff)
        .findings(&["BIL014"])
        .unchecked();
    // 2.50 kWh at 0.40 and 3.10 kWh at 0.60 are 2.86 EUR.
    let three = Payload::bare().reading("B", BEGIN, "1200.50").reading("C", INNER, "1203.00").reading("E", END, "1206.10");
    good(quiet(group, "BIL014", "A signed reading at the hour tells how much was charged before."), &three)
        .bill_file("verified", "BIL014-quiet.json", &cdr("\"total_cost\": { \"excl_vat\": 2.86 }"))
        .tariff_file("BIL014-tariff.json", tariff)
        .verified();
}

fn tariffs(group: &mut Group) {
    let fields = "\"energy\": \"5,60 kWh\",\n  \"total\": \"2,18 EUR\"";
    proven(triggers(group, "BIL015", "The tariff stands on the bill."))
        .bill_file("verified", "BIL015-triggers.json", &own(&format!("{fields},\n  \"tariff\": \"0.39 EUR/kWh\"")))
        .findings(&["BIL015"])
        .verified();
    proven(quiet(group, "BIL015", "The tariff is given apart from the bill."))
        .bill_file("verified", "BIL015-quiet.json", &own(fields))
        .bill("verified", &[("tariff", "0.39 EUR/kWh")])
        .verified();

    let signed = Payload::whole().text("TT", "002;EUR;0;35;0");
    good(triggers(group, "BIL016", "The meter signed 35 ct a kWh, the tariff has 39."), &signed)
        .bill("verified-with-warnings", &[("total", "2.18"), ("tariff", "39 ct/kWh")])
        .findings(&["BIL016"])
        .warned();
    good(quiet(group, "BIL016", "The tariff is the one the meter signed."), &signed)
        .bill("verified", &[("total", "1.96"), ("tariff", "35 ct/kWh")])
        .verified();
}

fn content(group: &mut Group) {
    let with_net = |net: &str| own(&format!("\"energy\": 5.60,\n  \"total\": 2.18,\n  \"net\": {net}"));
    proven(triggers(group, "BIL017", "The total with tax is less than that without."))
        .bill_file("verified-with-warnings", "BIL017-triggers.json", &with_net("2.60"))
        .bill("verified-with-warnings", &[("tariff", "0.39 EUR/kWh")])
        .findings(&["BIL017"])
        .warned();
    proven(quiet(group, "BIL017", "The total with tax is more than that without."))
        .bill_file("verified", "BIL017-quiet.json", &with_net("1.83"))
        .bill("verified", &[("tariff", "0.39 EUR/kWh")])
        .verified();

    proven(triggers(group, "BIL018", "The bill is cut off."))
        .bill_file("not-checked", "BIL018-triggers.json", "{\n")
        .findings(&["BIL018"])
        .unchecked();
    proven(quiet(group, "BIL018", "The bill can be read.")).bill_file("verified", "BIL018-quiet.json", &own("\"energy\": 5.60")).verified();

    let begins = |start: &str| own(&format!("\"energy\": 5.60,\n  \"start\": \"{start}\""));
    proven(triggers(group, "BIL019", "The begin on the bill is a word."))
        .bill_file("not-checked", "BIL019-triggers.json", &begins("yesterday"))
        .findings(&["BIL019"])
        .unchecked();
    proven(quiet(group, "BIL019", "The begin on the bill can be read."))
        .bill_file("verified", "BIL019-quiet.json", &begins(START))
        .verified();

    proven(triggers(group, "BIL020", "The bill states its begin and nothing else."))
        .bill("not-checked", &[("start", START)])
        .findings(&["BIL020"])
        .unchecked();
    proven(quiet(group, "BIL020", "The bill states its energy.")).bill("verified", &[("start", START), ("energy", "5.60")]).verified();
}
