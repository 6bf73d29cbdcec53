//! Telegrams in SML with one reading each.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::super::book::{Draft, Group};
use super::super::xml::{self, Value};
use super::edl40::{CONTRACT, INDEX, PAGE, Reading, SIGNED, bare, frame, message, payload, small_key, telegram, unsigned, wide_key};

/// What every good session of meters with 192 bits gives rise to.
const USUAL: [&str; 4] = ["CON011", "CON016", "SIG007", "TIM002"];
/// Energy of the usual session.
const ENERGY: &str = "5600.0 Wh";

/// The group.
#[must_use]
pub fn group() -> Group {
    let mut group = Group::of_format("sml-edl40", "EDL40 meter telegrams in SML, one reading each.");
    good(&mut group);
    spellings(&mut group);
    pairing(&mut group);
    oddities(&mut group);
    altered(&mut group);
    beside(&mut group);
    broken(&mut group);
    group
}

/// A `value` with a telegram in hex.
fn value(telegram: &[u8], transaction: &str, role: &str) -> Value {
    Value::new(&hex::encode(telegram)).data_attributes(" format=\"EDL_40_P\" encoding=\"plain\"").role(transaction, role)
}

/// A container with a begin and an end.
fn session(begin: &[u8], end: &[u8]) -> String {
    xml::file(&[value(begin, "7", "Transaction.Begin"), value(end, "7", "Transaction.End")])
}

fn case<'a>(group: &'a mut Group, name: &str, description: &str, begin: &Reading, end: &Reading) -> Draft<'a> {
    group.case(name, description).flag("format").input("xml", session(&begin.sml(), &end.sml())).key(&begin.key())
}

fn good(group: &mut Group) {
    let (begin, end) = (Reading::begin(), Reading::end());
    case(group, "session", "Begin and end of a meter with 192 bits.", &begin, &end).valid(2).proven(ENERGY).findings(&USUAL).warned();
    case(
        group,
        "session-256",
        "Begin and end of a meter with 256 bits; the compensated register counts.",
        &begin.clone().wide(),
        &end.clone().wide(),
    )
    .valid(2)
    .proven(ENERGY)
    .findings(&["CON011", "CON016", "TIM002"])
    .warned();
    let keyed =
        |reading: &Reading, role: &str| value(&reading.sml(), "7", role).key_text(" encoding=\"plain\"", &hex::encode(bare(&small_key())));
    group
        .case("key-beside", "The key stands beside each telegram as a bare point.")
        .flag("format")
        .input("xml", xml::file(&[keyed(&begin, "Transaction.Begin"), keyed(&end, "Transaction.End")]))
        .valid(2)
        .proven(ENERGY)
        .findings(&USUAL)
        .findings(&["KEY004"])
        .warned();
    let old = |reading: &Reading| Reading { status: reading.status | 0x0001_0100, ..reading.clone() }.old();
    group
        .case("layout-2018", "The layout of 2018, whose reading is signed by itself first.")
        .flag("format")
        .input("xml", session(&old(&begin), &old(&end)))
        .key(&small_key())
        .valid(2)
        .proven(ENERGY)
        .findings(&USUAL)
        .warned();
    let priced = |reading: &Reading| Reading { extras: reading.extras.map(|[a, b, c, d, _]| [a, b, c, d, 0x0102]), ..reading.clone() };
    case(group, "price", "A price is signed as well.", &priced(&begin.clone().wide()), &priced(&end.clone().wide()))
        .valid(2)
        .proven(ENERGY)
        .findings(&["CON011", "CON016", "TIM002"])
        .warned();
}

fn spellings(group: &mut Group) {
    let (begin, end) = (Reading::begin().sml(), Reading::end().sml());
    let based = |telegram: &[u8], role: &str| {
        Value::new(&STANDARD.encode(telegram)).data_attributes(" format=\"SML_EDL40_P\" encoding=\"base64\"").role("7", role)
    };
    group
        .case("base64", "The telegrams are written in Base64, the format by its other name.")
        .flag("format")
        .input("xml", xml::file(&[based(&begin, "Transaction.Begin"), based(&end, "Transaction.End")]))
        .key(&small_key())
        .valid(2)
        .proven(ENERGY)
        .findings(&USUAL)
        .warned();
    let grouped: Vec<String> = begin.chunks(16).map(|line| line.iter().map(|byte| format!("{byte:02X} ")).collect()).collect();
    group
        .case("grouped-hex", "One telegram as upper-case hex in lines, without container: a reading is no session.")
        .flag("format")
        .input("txt", grouped.join("\n"))
        .key(&small_key())
        .valid(1)
        .findings(&["CON011", "SIG007", "TXN007"])
        .unchecked();
    group
        .case("binary", "Both telegrams as bytes, one behind the other: nobody says which is the begin.")
        .flag("format")
        .input("sml", [begin, end].concat())
        .key(&small_key())
        .valid(2)
        .findings(&["SIG007", "TXN007"])
        .unchecked();
}

fn pairing(group: &mut Group) {
    let (begin, end) = (Reading::begin(), Reading::end());
    group
        .case("lone-begin", "Only a begin is there.")
        .flag("format")
        .input("xml", xml::file(&[value(&begin.sml(), "7", "Transaction.Begin")]))
        .key(&small_key())
        .valid(1)
        .findings(&["CON011", "SIG007", "TXN007"])
        .unchecked();
    group
        .case("other-number", "Begin and end stand under different transaction numbers.")
        .flag("format")
        .input("xml", xml::file(&[value(&begin.sml(), "7", "Transaction.Begin"), value(&end.sml(), "8", "Transaction.End")]))
        .key(&small_key())
        .valid(2)
        .findings(&["CON011", "SIG007", "TXN007"])
        .unchecked();
    group
        .case("two-ends", "One number has a begin and two ends: nothing tells which of them counts.")
        .flag("format")
        .input(
            "xml",
            xml::file(&[
                value(&begin.sml(), "7", "Transaction.Begin"),
                value(&end.sml(), "7", "Transaction.End"),
                value(&Reading { page: 223, value: 191_396, ..end.clone() }.sml(), "7", "Transaction.End"),
            ]),
        )
        .key(&small_key())
        .valid(3)
        .findings(&["CON011", "SIG007", "TXN007"])
        .unchecked();
    group
        .case("two-files", "Begin and end lie in a file each.")
        .flag("format")
        .file("two-files-1.xml", xml::file(&[value(&begin.sml(), "7", "Transaction.Begin")]))
        .file("two-files-2.xml", xml::file(&[value(&end.sml(), "7", "Transaction.End")]))
        .key(&small_key())
        .valid(2)
        .proven(ENERGY)
        .findings(&USUAL)
        .warned();
    group
        .case("two-meters", "The container calls readings of two meters one session.")
        .flag("format")
        .input("xml", session(&begin.sml(), &Reading { server: hex::decode("0901545354000000002b").unwrap(), ..end.clone() }.sml()))
        .key(&small_key())
        .valid(2)
        .findings(&["CON011", "KEY007", "SIG007", "TXN004", "TXN007"])
        .failed();
    case(group, "roles-swapped", "The container calls the later reading the begin.", &end, &begin)
        .valid(2)
        .stated("-5600.0 Wh")
        .findings(&USUAL)
        .findings(&["PAG003", "TIM003", "TIM012", "VAL001"])
        .failed();
    let at = |page: u32, value: i64| {
        let later = (page - 221) * 600;
        Reading { page, value, time: (begin.time.0 + later, 60, 60), index: begin.index + later, ..begin.clone() }.sml()
    };
    group
        .case("nested", "One session of a meter lies inside another.")
        .flag("format")
        .input(
            "xml",
            xml::file(&[
                value(&at(221, 125_396), "7", "Transaction.Begin"),
                value(&at(222, 126_396), "8", "Transaction.Begin"),
                value(&at(223, 127_396), "8", "Transaction.End"),
                value(&at(224, 128_396), "7", "Transaction.End"),
            ]),
        )
        .key(&small_key())
        .valid(4)
        .stated("300.0 Wh")
        .proven("100.0 Wh")
        .findings(&USUAL)
        .findings(&["PAG005"])
        .failed();
}

/// Genuine telegrams with something to tell.
fn oddities(group: &mut Group) {
    let begin = Reading::begin();
    let mut odd = |name: &str, description: &str, change: &dyn Fn(&mut Reading), more: &[&str], fails: bool| {
        let mut end = Reading::end();
        change(&mut end);
        let draft = case(group, name, description, &begin, &end).valid(2).findings(&USUAL).findings(more);
        if fails { draft.stated(ENERGY).failed() } else { draft.proven(ENERGY).warned() }
    };
    odd("meter-error", "The status tells of an error.", &|end| end.status |= 0x01, &["MTR003"], true);
    odd("magnet", "The status tells of a magnet.", &|end| end.status |= 0x40, &["MTR003"], true);
    odd("flows-back", "The status tells that energy flows back.", &|end| end.status |= 0x20, &["MTR012"], false);
    odd("clock-lost", "The status tells that the clock is not synchronous.", &|end| end.status &= !0x08, &["TIM006"], false);
    odd("logbook", "The log book has a new entry at the end.", &|end| end.logbook = [1, 0x11], &["MTR008"], true);
    odd("gap", "A reading between begin and end is not shown.", &|end| end.page = 223, &["PAG001"], false);
    odd("fork", "Begin and end have the same page.", &|end| end.page = 221, &["PAG004"], true);
    odd("other-contract", "The contract changes during the session.", &|end| end.contract = vec![1, 2, 3], &["IDN004"], false);
    odd("index-differs", "The seconds index goes on for half the time only.", &|end| end.index -= 1800, &["TIM012"], false);
    let mut unit = Reading::end();
    unit.unit = 27;
    case(group, "unit", "The unit is watt.", &begin, &unit).valid(2).no_energy().findings(&USUAL).findings(&["OBI006"]).failed();
    let falling = Reading { value: 125_000, ..Reading::end() };
    case(group, "falls", "The register falls.", &begin, &falling)
        .valid(2)
        .stated("-39.6 Wh")
        .findings(&USUAL)
        .findings(&["VAL001"])
        .failed();
    let unset = |page: u32, value: i64, index: u32| Reading { time: (u32::MAX, 0, 0), status: 0, page, value, index, ..begin.clone() };
    case(
        group,
        "clock-unset",
        "The clock was never set; the seconds index tells the duration.",
        &unset(221, 125_396, 100),
        &unset(222, 181_396, 3700),
    )
    .valid(2)
    .proven(ENERGY)
    .findings(&USUAL)
    .findings(&["TIM012"])
    .warned();
    let front = |reading: &Reading| {
        let block = reading.block();
        [&block[..15], &block[23..41]].concat()
    };
    let swapped = Reading::end().old_with(&front(&Reading::end()), &super::edl40::sign(&small_key(), b"something else", [1, 0x10]));
    group
        .case("inner-signature", "The outer signature holds, the inner one is of something else.")
        .flag("format")
        .input("xml", session(&Reading::begin().old(), &swapped))
        .key(&small_key())
        .valid(2)
        .proven(ENERGY)
        .findings(&USUAL)
        .findings(&["SIG015"])
        .warned();
}

/// Every signed field altered once, behind the meter's back: checksums fit, the signature does not.
fn altered(group: &mut Group) {
    let fields: [(&str, &str, fn(&mut Reading)); 13] = [
        ("server-id", "The number of the meter.", |r| r.server[9] ^= 1),
        ("time", "The time of the reading.", |r| r.time.0 -= 60),
        ("status", "The status.", |r| r.status ^= 0x10),
        ("seconds-index", "The seconds index.", |r| r.index += 1),
        ("pagination", "The pagination.", |r| r.page += 1),
        ("register", "The name of the register.", |r| r.obis[3] = 8),
        ("unit", "The unit.", |r| r.unit = 29),
        ("scaler", "The scaler.", |r| r.scaler = 0),
        ("value", "The value.", |r| r.value += 1),
        ("logbook", "The log book behind the signature.", |r| r.logbook[1] ^= 1),
        ("contract", "The contract.", |r| r.contract[0] ^= 1),
        ("contract-length", "A byte behind the contract.", |r| r.contract.push(b'1')),
        ("contract-time", "The time the contract was set.", |r| r.contract_time.0 -= 60),
    ];
    for (name, what, change) in fields {
        alone(group, name, what, Reading::end(), change);
    }
    let wide: [(&str, &str, fn(&mut Reading)); 7] = [
        ("256-value", "The value, of a meter with 256 bits.", |r| r.value += 1),
        ("256-status", "A bit of the status word that is signed.", |r| r.status ^= 1 << 11),
        ("historical", "The historical register.", |r| r.extras.as_mut().unwrap()[0] += 1),
        ("compensated", "The compensated register.", |r| r.extras.as_mut().unwrap()[1] += 1),
        ("resistance", "The resistance of the cable.", |r| r.extras.as_mut().unwrap()[2] += 1),
        ("stopwatch", "The stopwatch.", |r| r.extras.as_mut().unwrap()[3] += 1),
        ("price", "The price.", |r| r.extras.as_mut().unwrap()[4] += 0x0102),
    ];
    for (name, what, change) in wide {
        alone(group, name, what, Reading::end().wide(), change);
    }
}

/// A single reading that was altered: it must not be valid, whatever else is to be said.
fn alone(group: &mut Group, name: &str, what: &str, genuine: Reading, change: fn(&mut Reading)) {
    let mut altered = genuine.clone();
    change(&mut altered);
    let mut signature = genuine.signature();
    let tail = signature.len() - 2;
    signature[tail..].copy_from_slice(&altered.logbook);
    let derived = if genuine.extras.is_some() { "sml-edl40/session-256" } else { "sml-edl40/session" };
    let file = xml::file(&[value(&altered.telegram(&signature), "7", "Transaction.End")]);
    let draft =
        group.case(&format!("altered/{name}"), what).flag("tampering").altered(derived, what).input("xml", file).key(&genuine.key());
    let draft = draft.invalid("mismatch").findings(&["CON011", "SIG001", "TXN007"]);
    let draft = if genuine.extras.is_some() { draft } else { draft.findings(&["SIG007"]) };
    let draft = if name == "unit" { draft.findings(&["OBI007"]) } else { draft };
    let draft = if name == "256-status" { draft.findings(&["MTR012"]) } else { draft };
    draft.failed();
}

/// Unsigned fields: what is said beside the block may change without a trace.
fn beside(group: &mut Group) {
    let fields: [(&str, &str, fn(&mut Reading)); 4] = [
        ("time-split", "An hour was moved from the timestamp to its offset: the same local time.", |r| r.time = (r.time.0 - 3600, 120, 60)),
        ("status-word", "The upper bytes of the status word are not signed.", |r| r.status |= 0x0001_0100),
        ("client", "The client id is not signed.", |r| r.client = b"OTHER".to_vec()),
        ("list-name", "The name of the list is not signed.", |r| r.list_name[3] = 0x62),
    ];
    for (name, what, change) in fields {
        let mut end = Reading::end();
        change(&mut end);
        let file = session(&Reading::begin().sml(), &end.telegram(&Reading::end().signature()));
        group
            .case(&format!("unsigned/{name}"), what)
            .flag("tampering")
            .altered("sml-edl40/session", what)
            .input("xml", file)
            .key(&small_key())
            .valid(2)
            .proven(ENERGY)
            .findings(&USUAL)
            .warned();
    }
}

/// Telegrams that cannot be read.
fn broken(group: &mut Group) {
    let reading = Reading::end();
    let genuine = reading.sml();
    let mut bad = |name: &str, what: &str, telegram: Vec<u8>| {
        let file = xml::file(&[value(&telegram, "7", "Transaction.End")]);
        group
            .case(&format!("broken/{name}"), what)
            .flag("malformed")
            .input("xml", file)
            .key(&small_key())
            .not_checked("record-unreadable")
            .findings(&["CON011"])
            .errors(&["record-unreadable"])
            .unchecked();
    };
    let flipped = |at: usize| {
        let mut bytes = genuine.clone();
        bytes[at] ^= 1;
        bytes
    };
    bad("frame-checksum", "The checksum of the frame is altered.", flipped(genuine.len() - 1));
    bad("byte", "A byte of the value is altered and no checksum repaired.", flipped(genuine.len() / 2));
    let mut content = payload(&genuine);
    let at = content.len() / 2;
    content[at] ^= 1;
    bad("message-checksum", "Only the checksum of the frame was repaired.", frame(&content));
    bad("cut", "The telegram ends in the middle.", genuine[..genuine.len() / 2].to_vec());
    let mut fill = payload(&genuine);
    fill.push(0x01);
    bad("behind-the-last-message", "A byte stands behind the last message.", frame(&fill));
    bad("no-list", "There is no list in the telegram.", frame(&message(0x0201, &super::edl40::list(&[vec![0x01]]))));
    let twice = [payload(&genuine), payload(&genuine)].concat();
    bad("two-lists", "There are two lists in one telegram.", frame(&twice));
    bad("nested", "Lists are nested a hundred deep.", frame(&[0x71; 100]));
    bad("long", "A list claims more elements than there are bytes.", frame(&[0x76, 0x8F, 0x8F, 0x8F, 0x0F]));

    let entries = reading.entries();
    let with =
        |entries: Vec<Vec<u8>>, signature: &[u8]| telegram(&reading.client, &reading.server, &reading.list_name, &entries, signature);
    let signature = reading.signature();
    for (name, obis) in [("reading", SIGNED), ("contract", CONTRACT), ("seconds-index", INDEX), ("pagination", PAGE)] {
        let rest = entries.iter().filter(|(known, _)| *known != obis).map(|(_, bytes)| bytes.clone()).collect();
        bad(&format!("no-{name}"), &format!("The entry of the {name} is missing."), with(rest, &signature));
        let all = entries.iter().map(|(_, bytes)| bytes.clone());
        let again = entries.iter().filter(|(known, _)| *known == obis).map(|(_, bytes)| bytes.clone());
        bad(&format!("two-{name}"), &format!("The entry of the {name} stands twice."), with(all.chain(again).collect(), &signature));
    }
    let all: Vec<Vec<u8>> = entries.iter().map(|(_, bytes)| bytes.clone()).collect();
    bad("no-signature", "The telegram of an ordinary meter, without signature.", with(all.clone(), &[]));
    bad("short-signature", "The signature has no log book behind it.", with(all.clone(), &signature[..48]));
    bad("server-id", "The server id has nine bytes.", telegram(&[], &reading.server[..9], &[], &all, &signature));
    let replaced = |obis, parts: [Vec<u8>; 6]| {
        let mut changed: Vec<Vec<u8>> = entries.iter().filter(|(known, _)| *known != obis).map(|(_, bytes)| bytes.clone()).collect();
        changed.push(super::edl40::entry(obis, &parts));
        with(changed, &signature)
    };
    let time = super::edl40::local_time(reading.time);
    let own = |status: Vec<u8>, time: Vec<u8>, scaler: Vec<u8>, value: Vec<u8>| [status, time, unsigned(1, 30), scaler, value, vec![0x01]];
    let (status, scaler, number) = (unsigned(4, 8), super::edl40::signed(1, -1), super::edl40::signed(8, 1));
    bad("no-status", "The reading has no status.", replaced(SIGNED, own(vec![0x01], time.clone(), scaler.clone(), number.clone())));
    bad("no-time", "The reading has no time.", replaced(SIGNED, own(status.clone(), vec![0x01], scaler, number.clone())));
    bad(
        "wide-scaler",
        "The scaler does not fit a byte.",
        replaced(SIGNED, own(status.clone(), time.clone(), super::edl40::signed(2, 300), number)),
    );
    let text = super::edl40::octet_string(b"12345678");
    bad("text-value", "The value is an octet string.", replaced(SIGNED, own(status, time.clone(), super::edl40::signed(1, -1), text)));
    let contract =
        |bytes: usize| [vec![0x01], time.clone(), vec![0x01], vec![0x01], super::edl40::octet_string(&vec![7; bytes]), vec![0x01]];
    bad("long-contract", "The contract has 129 bytes.", replaced(CONTRACT, contract(129)));
    let index = [vec![0x01], vec![0x01], vec![0x01], vec![0x01], unsigned(4, 708_469), vec![0x01]];
    bad("index-number", "The seconds index is a plain number.", replaced(INDEX, index));

    // A meter with 256 bits whose compensated register is in another unit than the reading.
    let wide = Reading::end().wide();
    let odd: Vec<Vec<u8>> = Reading { scaler: 0, ..wide.clone() }
        .entries()
        .into_iter()
        .map(|(obis, bytes)| if obis == SIGNED { wide.entries().into_iter().find(|(known, _)| *known == SIGNED).unwrap().1 } else { bytes })
        .collect();
    let file = xml::file(&[value(&telegram(&wide.client, &wide.server, &wide.list_name, &odd, &wide.signature()), "7", "Transaction.End")]);
    group
        .case("broken/compensated-scaler", "The compensated register has another scaler than the reading, which nobody signs.")
        .flag("malformed")
        .input("xml", file)
        .key(&wide_key())
        .not_checked("record-unreadable")
        .findings(&["CON011"])
        .errors(&["record-unreadable"])
        .unchecked();
}
