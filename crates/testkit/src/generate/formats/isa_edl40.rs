//! Telegrams of Isabellenhütte meters: begin and present reading in one.

use super::super::book::{Draft, Group};
use super::super::xml::{self, Value};
use super::edl40::{CONTRACT, ISA_CURRENT, ISA_ESTH, ISA_PAGE, ISA_START, Isa, frame, payload, sign, telegram, wide_key};

const ENERGY: &str = "5600.0 Wh";
const USUAL: [&str; 2] = ["CON011", "TIM002"];

/// The group.
#[must_use]
pub fn group() -> Group {
    let mut group = Group::of_format("isa-edl40", "EDL40 meter telegrams of Isabellenhütte: a session in one telegram.");
    sessions(&mut group);
    altered(&mut group);
    broken(&mut group);
    group
}

fn file(telegram: &[u8]) -> String {
    xml::file(&[Value::new(&hex::encode_upper(telegram))
        .data_attributes(" format=\"ISA_EDL_40_P\" encoding=\"plain\"")
        .attributes(" transactionId=\"6\" context=\"text\"")])
}

fn case<'a>(group: &'a mut Group, name: &str, description: &str, telegram: &[u8]) -> Draft<'a> {
    group.case(name, description).flag("format").input("xml", file(telegram)).key(&wide_key())
}

fn sessions(group: &mut Group) {
    let end = Isa::end();
    case(group, "end", "The telegram at the end of a session.", &end.sml()).valid(1).proven(ENERGY).findings(&USUAL).warned();
    let named = |last: u8, value: i64| {
        let mut telegram = Isa::end();
        telegram.list_name[4] = last;
        telegram.current.4 = value;
        telegram.sml()
    };
    case(group, "begin", "The telegram right after the begin: genuine, and no bill.", &named(0, 125_396))
        .valid(1)
        .no_energy()
        .findings(&["CON011", "TXN002"])
        .failed();
    case(group, "update", "A telegram during the session: genuine, and no bill.", &named(1, 150_000))
        .valid(1)
        .no_energy()
        .findings(&["CON011", "TXN002"])
        .failed();
    let of_page = |page: u32, last: u8, minutes: u32, value: i64| {
        let mut telegram = Isa { page, ..Isa::end() };
        telegram.list_name[4] = last;
        telegram.current.0 = telegram.start.0 + 60 * minutes;
        telegram.current.4 = value;
        telegram
    };
    let many = |telegrams: &[Isa]| {
        let value =
            |telegram: &Isa| Value::new(&hex::encode(telegram.sml())).data_attributes(" format=\"ISA_EDL_40_P\" encoding=\"plain\"");
        let values: Vec<Value> = telegrams.iter().map(|telegram| value(telegram).attributes(" transactionId=\"6\"")).collect();
        xml::file(&values)
    };
    let series = [of_page(21, 0, 1, 125_396), of_page(22, 1, 30, 150_000), of_page(23, 2, 60, 181_396)];
    group
        .case("series", "Begin, update and end of one session, each telling the begin again.")
        .flag("format")
        .input("xml", many(&series))
        .key(&wide_key())
        .valid(3)
        .proven(ENERGY)
        .findings(&USUAL)
        .warned();
    group
        .case("series-without-end", "Begin and update of one session.")
        .flag("format")
        .input("xml", many(&series[..2]))
        .key(&wide_key())
        .valid(2)
        .no_energy()
        .findings(&["CON011", "TXN002"])
        .failed();
    let mut other_begin = series.clone();
    other_begin[2].start.4 -= 1000;
    group
        .case("series-other-begin", "The end tells another begin than the telegrams before it.")
        .flag("format")
        .input("xml", many(&other_begin))
        .key(&wide_key())
        .valid(3)
        .no_energy()
        .proven("5700.0 Wh")
        .findings(&USUAL)
        .findings(&["TXN002"])
        .failed();
    let mut falling = series;
    falling[1].current.4 = 190_000;
    group
        .case("series-falling", "The register of the update lies above the end.")
        .flag("format")
        .input("xml", many(&falling))
        .key(&wide_key())
        .valid(3)
        .stated(ENERGY)
        .findings(&USUAL)
        .findings(&["VAL008"])
        .failed();
    let (inner, other) = (end.inner(), sign(&wide_key(), b"something else", [0, 0xA4]));
    case(
        group,
        "inner-signature",
        "The outer signature holds, the inner one is of something else.",
        &end.telegram(&other, &end.outer(&other)),
    )
    .valid(1)
    .proven(ENERGY)
    .findings(&USUAL)
    .findings(&["SIG015"])
    .warned();
    case(group, "swapped", "The two signatures changed places.", &end.telegram(&end.outer(&inner), &inner))
        .invalid("mismatch")
        .stated(ENERGY)
        .findings(&USUAL)
        .findings(&["SIG001"])
        .failed();
    let logbooks = Isa { inner_logbook: [0, 0xA5], ..end.clone() };
    case(group, "logbooks", "The two signatures end in different states of the log book.", &logbooks.sml())
        .valid(1)
        .proven(ENERGY)
        .findings(&USUAL)
        .findings(&["FMT017"])
        .warned();
    let mut fault = end.clone();
    fault.start.1 |= 1;
    case(group, "meter-error", "The status of the begin tells of an error.", &fault.sml())
        .valid(1)
        .stated(ENERGY)
        .findings(&USUAL)
        .findings(&["MTR003"])
        .failed();
}

fn altered(group: &mut Group) {
    let fields: [(&str, &str, fn(&mut Isa)); 15] = [
        ("server-id", "The number of the meter.", |t| t.server[9] ^= 1),
        ("time", "The time of the present reading.", |t| t.current.0 -= 60),
        ("status", "The status of the present reading.", |t| t.current.1 ^= 0x10),
        ("unit", "The unit of the present reading.", |t| t.current.2 = 29),
        ("scaler", "The scaler of the present reading.", |t| t.current.3 = 0),
        ("value", "The value of the present reading.", |t| t.current.4 += 1),
        ("contract", "The contract.", |t| t.contract[0] ^= 1),
        ("start-time", "The time of the begin.", |t| t.start.0 -= 60),
        ("start-status", "The status of the begin.", |t| t.start.1 ^= 0x10),
        ("start-unit", "The unit of the begin.", |t| t.start.2 = 29),
        ("start-scaler", "The scaler of the begin.", |t| t.start.3 = -2),
        ("start-value", "The value of the begin.", |t| t.start.4 -= 1),
        ("esth", "The field of twenty bytes.", |t| t.esth[0] ^= 1),
        ("list-name", "The name of the list: an update became an end.", |t| t.list_name[4] = 2),
        ("pagination", "The pagination.", |t| t.page += 1),
    ];
    for (name, what, change) in fields {
        let mut genuine = Isa::end();
        if name == "list-name" {
            genuine.list_name[4] = 1;
        }
        let mut altered = genuine.clone();
        change(&mut altered);
        let inner = genuine.inner();
        let telegram = altered.telegram(&inner, &genuine.outer(&inner));
        let draft = group.case(&format!("altered/{name}"), what).flag("tampering").altered("isa-edl40/end", what);
        let draft = draft.input("xml", file(&telegram)).key(&wide_key()).invalid("mismatch").findings(&["CON011", "SIG001"]);
        let draft = match name {
            "unit" | "start-unit" => draft.no_energy().findings(&["OBI006", "TIM002"]),
            "scaler" => draft.stated("168856.4 Wh").findings(&["TIM002"]),
            "value" | "start-value" => draft.stated("5600.1 Wh").findings(&["TIM002"]),
            "start-scaler" => draft.stated("16885.64 Wh").findings(&["TIM002"]),
            _ => draft.stated(ENERGY).findings(&["TIM002"]),
        };
        draft.failed();
    }
    let genuine = Isa::end();
    let inner = genuine.inner();
    for (name, at) in [("inner-signature", 5), ("inner-logbook", 65)] {
        let mut other = inner.clone();
        other[at] ^= 1;
        let what = "A byte of the inner signature, which the outer one covers.";
        let telegram = genuine.telegram(&other, &genuine.outer(&inner));
        let draft = group.case(&format!("altered/{name}"), what).flag("tampering").altered("isa-edl40/end", what);
        let draft =
            draft.input("xml", file(&telegram)).key(&wide_key()).invalid("mismatch").stated(ENERGY).findings(&USUAL).findings(&["SIG001"]);
        if name == "inner-logbook" { draft.findings(&["FMT017"]).failed() } else { draft.failed() }
    }
    let mut upper = genuine.clone();
    upper.current.1 |= 0x0000_0FFF_0000_0000;
    let what = "The upper bytes of the status word are not signed.";
    group
        .case("unsigned/status-word", what)
        .flag("tampering")
        .altered("isa-edl40/end", what)
        .input("xml", file(&upper.telegram(&inner, &genuine.outer(&inner))))
        .key(&wide_key())
        .valid(1)
        .proven(ENERGY)
        .findings(&USUAL)
        .warned();
}

fn broken(group: &mut Group) {
    let genuine = Isa::end();
    let (inner, outer) = (genuine.inner(), genuine.outer(&genuine.inner()));
    let mut bad = |name: &str, what: &str, telegram: &[u8]| {
        group
            .case(&format!("broken/{name}"), what)
            .flag("malformed")
            .input("xml", file(telegram))
            .key(&wide_key())
            .not_checked("record-unreadable")
            .findings(&["CON011"])
            .errors(&["record-unreadable"])
            .unchecked();
    };
    let entries = genuine.entries(&inner);
    let with = |entries: Vec<Vec<u8>>| telegram(b"PCstation", &genuine.server, &genuine.list_name, &entries, &outer);
    for (name, obis) in [("contract", CONTRACT), ("esth", ISA_ESTH), ("current", ISA_CURRENT)] {
        let rest = entries.iter().filter(|(known, _)| *known != obis).map(|(_, bytes)| bytes.clone()).collect();
        bad(&format!("no-{name}"), "An entry is missing.", &with(rest));
    }
    for (name, obis) in [("start", ISA_START), ("pagination", ISA_PAGE)] {
        let all = entries.iter().map(|(_, bytes)| bytes.clone());
        let again = entries.iter().filter(|(known, _)| *known == obis).map(|(_, bytes)| bytes.clone());
        bad(&format!("two-{name}"), "An entry stands twice.", &with(all.chain(again).collect()));
    }
    bad("short-inner", "The inner signature has no log book behind it.", &genuine.telegram(&inner[..64], &outer));
    bad("no-inner", "There is no inner signature.", &genuine.telegram(&[], &outer));
    bad("short-outer", "The signature has no log book behind it.", &genuine.telegram(&inner, &outer[..64]));
    bad(
        "list-name",
        "The name of the list is none of the three.",
        &Isa { list_name: vec![0x81, 0x80, 0x81, 0x62, 3, 0xFF], ..genuine.clone() }.telegram(&inner, &outer),
    );
    bad("short-esth", "The field of twenty bytes has nineteen.", &Isa { esth: vec![1; 19], ..genuine.clone() }.telegram(&inner, &outer));
    // One byte renames an entry; somebody repaired the checksum of the frame.
    let mut renamed = payload(&genuine.sml());
    let at = renamed.windows(6).position(|window| window == ISA_ESTH).unwrap();
    renamed[at + 4] = 2;
    bad("renamed", "A byte of a name is altered and the checksum of the frame repaired.", &frame(&renamed));
}
