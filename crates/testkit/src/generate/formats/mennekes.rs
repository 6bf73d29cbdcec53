//! Charging processes of Mennekes stations: two signed readings told in XML.

use super::super::book::{Draft, Group};
use super::super::xml::{self, Value};
use super::edl40::{Reading, bare, small_key};

const ENERGY: &str = "5600.0 Wh";
/// What every such process gives rise to.
const USUAL: [&str; 4] = ["CON016", "KEY004", "SIG007", "TIM002"];
const GENUINE: &str = "mennekes/billing";

/// The group.
#[must_use]
pub fn group() -> Group {
    let mut group =
        Group::of_format("mennekes", "Mennekes charging processes in XML: carriers, signed fields, fields beside them, malformed ones.");
    carriers(&mut group);
    signed(&mut group);
    beside(&mut group);
    meanings(&mut group);
    broken(&mut group);
    group
}

/// The usual customer, a number of four bytes.
fn of_customer(reading: Reading) -> Reading {
    Reading { contract: vec![4, 0x1A, 0x2B, 0x3C], ..reading }
}

/// Begin and end of the usual process.
fn usual() -> [Reading; 2] {
    [of_customer(Reading::begin()), of_customer(Reading::end())]
}

/// Clock of Berlin in summer, on the one day that is used.
fn clock(time: u32) -> String {
    let second = time + 7200 - 1_780_012_800;
    assert!(second < 86_400, "{time} is on another day");
    format!("2026-05-29T{:02}:{:02}:{:02}+02:00", second / 3600, second / 60 % 60, second % 60)
}

fn measurement(name: &str, shown: &Reading, signature: &[u8]) -> String {
    format!(
        "  <{name}>\n    <Timestamp>{}</Timestamp>\n    <Signature>{}</Signature>\n    <EventCounter>{}</EventCounter>\n    \
         <MeterStatus>{}</MeterStatus>\n    <Value>{}</Value>\n    <Scaler>{}</Scaler>\n    <Pagination>{}</Pagination>\n    \
         <SecondIndex>{}</SecondIndex>\n  </{name}>\n",
        clock(shown.time.0),
        hex::encode_upper(signature),
        u16::from_be_bytes(shown.logbook),
        shown.status,
        shown.value,
        shown.scaler,
        shown.page,
        shown.index,
    )
}

/// A process of two readings, with the numbers of a signature alone.
fn process([begin, end]: &[Reading; 2]) -> String {
    let numbers = |reading: &Reading| reading.signature().get(..48).unwrap().to_vec();
    shown([begin, end], [&numbers(begin), &numbers(end)])
}

fn shown([begin, end]: [&Reading; 2], [first, second]: [&[u8]; 2]) -> String {
    format!(
        "<ChargingProcess>\n  <ServerId>{}</ServerId>\n  <PublicKey>{}</PublicKey>\n  <MeteringPoint>DE*TST*E000001*001</MeteringPoint>\n  \
         <SiteAddress><ZipCode>00000</ZipCode><Street>Test 1</Street><Town>Teststadt</Town></SiteAddress>\n  \
         <CustomerIdent>{}</CustomerIdent>\n  <TimestampCustomerIdent>{}</TimestampCustomerIdent>\n{}{}  \
         <EventLogItems><EventLogItem><TimeBefore></TimeBefore></EventLogItem></EventLogItems>\n</ChargingProcess>",
        hex::encode_upper(&begin.server),
        hex::encode_upper(bare(&small_key())),
        hex::encode_upper(&begin.contract),
        clock(begin.contract_time.0),
        measurement("MeasurementStart", begin, first),
        measurement("MeasurementEnd", end, second),
    )
}

/// The document around processes.
fn billing(processes: &[String]) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Billing xmlns=\"http://www.mennekes.de/Mennekes.EdlVerification.xsd\">\n<Customer>\
         <Name1><![CDATA[Nobody]]></Name1></Customer>\n<BillingPeriods><BillingPeriod><BillingNo>TEST-1</BillingNo><ObisCode>1.8.0\
         </ObisCode><ChargingProcesses>\n{}\n</ChargingProcesses></BillingPeriod></BillingPeriods>\n</Billing>\n",
        processes.join("\n")
    )
}

fn case<'a>(group: &'a mut Group, name: &str, description: &str, process: &str) -> Draft<'a> {
    group.case(name, description).flag("format").input("xml", billing(&[process.to_owned()]))
}

fn good(draft: Draft<'_>) -> Draft<'_> {
    draft.valid(2).proven(ENERGY).findings(&USUAL)
}

/// A later process of the same meter.
fn later() -> [Reading; 2] {
    usual().map(|reading| Reading {
        time: (reading.time.0 + 7200, 60, 60),
        contract_time: (reading.contract_time.0 + 7200, 60, 60),
        index: reading.index + 7200,
        page: reading.page + 2,
        value: reading.value + 56_000,
        ..reading
    })
}

fn carriers(group: &mut Group) {
    let genuine = process(&usual());
    good(case(group, "billing", "One process in a document.", &genuine)).warned();
    good(group.case("alone", "The process alone.").flag("format").input("xml", &genuine)).warned();
    let value = || Value::new(&genuine).data_attributes(" format=\"EDL_40_MENNEKES\" encoding=\"plain\"");
    good(group.case("safe-xml", "The process as text in the container of the transparency software.").flag("format"))
        .input("xml", xml::file(&[value()]))
        .warned();
    let two = billing(&[genuine.clone(), process(&later())]);
    group
        .case("two", "Two processes in one document.")
        .flag("format")
        .input("xml", &two)
        .valid(4)
        .proven(ENERGY)
        .proven(ENERGY)
        .findings(&USUAL)
        .warned();
    group
        .case("one-of-two", "The value at the end of the second of two processes was altered.")
        .flag("tampering")
        .altered("mennekes/two", "The value at the end of the second process is one more")
        .input("xml", two.replace(">237396<", ">237397<"))
        .valid(3)
        .invalid("mismatch")
        .proven(ENERGY)
        .stated("5600.1 Wh")
        .findings(&USUAL)
        .findings(&["SIG001"])
        .failed();
    good(group.case("twice", "The same process stands twice.").flag("format"))
        .input("xml", billing(&[genuine.clone(), genuine.clone()]))
        .valid(2)
        .findings(&["CON010"])
        .warned();
    group
        .case("given-key", "The key of the meter is given apart from the data.")
        .flag("format")
        .input("xml", billing(std::slice::from_ref(&genuine)))
        .key(&small_key())
        .valid(2)
        .proven(ENERGY)
        .findings(&["CON016", "SIG007", "TIM002"])
        .warned();
    let namespace = billing(std::slice::from_ref(&genuine)).replace("EdlVerification", "Other");
    good(group.case("namespace", "The document has another namespace.").flag("format").input("xml", namespace))
        .findings(&["CON001"])
        .warned();
    let doctype = billing(std::slice::from_ref(&genuine)).replace("<Billing", "<!DOCTYPE Billing []><Billing");
    group.case("doctype", "A document type is declared.").flag("malformed").input("xml", doctype).errors(&["xml-doctype"]).unchecked();
    let empty = billing(&[]);
    group.case("empty", "There is no process.").flag("malformed").input("xml", empty).errors(&["nothing-found"]).unchecked();
    let cut = two.split_once("</BillingPeriods>").unwrap().0.to_owned();
    group
        .case("cut", "The document ends in the middle, behind both processes.")
        .flag("malformed")
        .input("xml", cut)
        .valid(4)
        .proven(ENERGY)
        .proven(ENERGY)
        .findings(&USUAL)
        .errors(&["xml-syntax"])
        .unchecked();
}

/// Each signed field altered once after signing: those of the end, those of the begin, and those that both share.
fn signed(group: &mut Group) {
    let genuine = process(&usual());
    let (head, end) = genuine.split_once("  <MeasurementEnd>").unwrap();
    let fields = [
        ("time", "T09:00:00", "T09:00:01"),
        ("status", "<MeterStatus>136<", "<MeterStatus>8<"),
        ("index", "<SecondIndex>712069<", "<SecondIndex>712070<"),
        ("page", "<Pagination>222<", "<Pagination>223<"),
        ("scaler", "<Scaler>-1<", "<Scaler>0<"),
        ("value", "<Value>181396<", "<Value>181397<"),
        ("counter", "<EventCounter>272<", "<EventCounter>273<"),
    ];
    for (name, from, to) in fields {
        let altered = end.replacen(from, to, 1);
        assert_ne!(altered, end, "{name}");
        let what = format!("The {name} at the end was altered after signing");
        let draft = case(group, &format!("altered/{name}"), &format!("{what}."), &format!("{head}  <MeasurementEnd>{altered}"));
        let draft = draft.flag("tampering").altered(GENUINE, &what).valid(1).invalid("mismatch").findings(&USUAL).findings(&["SIG001"]);
        match name {
            "page" => draft.stated(ENERGY).findings(&["PAG001"]),
            "scaler" => draft.stated("168856.4 Wh"),
            "value" => draft.stated("5600.1 Wh"),
            "counter" => draft.stated(ENERGY).findings(&["MTR008"]),
            _ => draft.stated(ENERGY),
        }
        .failed();
    }
    let (head, tail) = genuine.split_once("  <MeasurementStart>").unwrap();
    let (begin, tail) = tail.split_once("  <MeasurementEnd>").unwrap();
    let fields = [
        ("time", "T08:00:00", "T08:00:01", ENERGY, ""),
        ("status", "<MeterStatus>8<", "<MeterStatus>136<", ENERGY, ""),
        ("index", "<SecondIndex>708469<", "<SecondIndex>708470<", ENERGY, ""),
        ("page", "<Pagination>221<", "<Pagination>220<", ENERGY, "PAG001"),
        ("scaler", "<Scaler>-1<", "<Scaler>-2<", "16885.64 Wh", ""),
        ("value", "<Value>125396<", "<Value>125397<", "5599.9 Wh", ""),
        ("counter", "<EventCounter>272<", "<EventCounter>271<", ENERGY, "MTR008"),
    ];
    for (name, from, to, energy, code) in fields {
        let altered = begin.replacen(from, to, 1);
        assert_ne!(altered, begin, "{name}");
        let what = format!("The {name} at the begin was altered after signing");
        let whole = format!("{head}  <MeasurementStart>{altered}  <MeasurementEnd>{tail}");
        let draft = case(group, &format!("altered/begin-{name}"), &format!("{what}."), &whole);
        let draft = draft.flag("tampering").altered(GENUINE, &what).invalid("mismatch").valid(1).stated(energy);
        let draft = draft.findings(&USUAL).findings(&["SIG001"]);
        if code.is_empty() { draft.failed() } else { draft.findings(&[code]).failed() }
    }
    let shared = [
        ("meter", "0000002A</ServerId>", "0000002B</ServerId>"),
        ("customer", "041A2B3C", "041A2B3D"),
        ("customer-time", "T07:59:50", "T07:59:51"),
    ];
    for (name, from, to) in shared {
        let altered = genuine.replacen(from, to, 1);
        assert_ne!(altered, genuine, "{name}");
        let what = format!("The {name} of both readings was altered after signing");
        let draft = case(group, &format!("altered/{name}"), &format!("{what}."), &altered).flag("tampering").altered(GENUINE, &what);
        draft.invalid("mismatch").invalid("mismatch").stated(ENERGY).findings(&USUAL).findings(&["SIG001"]).failed();
    }
    let [begin, end] = usual();
    let (first, second) = (begin.signature(), end.signature());
    let swapped = shown([&begin, &end], [&second[..48], &first[..48]]);
    let what = "The two signatures changed places";
    case(group, "altered/swapped", &format!("{what}."), &swapped)
        .flag("tampering")
        .altered(GENUINE, what)
        .invalid("mismatch")
        .invalid("mismatch")
        .stated(ENERGY)
        .findings(&USUAL)
        .findings(&["SIG001"])
        .failed();
}

/// What no signature covers.
fn beside(group: &mut Group) {
    let genuine = process(&usual());
    let mut same = |name: &str, what: &str, from: &str, to: &str| {
        let altered = genuine.replace(from, to);
        assert_ne!(altered, genuine, "{name}");
        good(case(group, &format!("unsigned/{name}"), &format!("{what}."), &altered).altered(GENUINE, what)).warned();
    };
    same("offset", "The offsets of the times are others", "+02:00", "+05:00");
    same("status-word", "The upper bytes of the status are others", "<MeterStatus>136<", "<MeterStatus>65928<");
    same("place", "The charging point is another", "E000001*001", "E000001*002");
    same("address", "The town is another", "Teststadt", "Anderswo");
    same("comment", "A comment stands inside", "<ServerId>", "<!-- </ChargingProcess> --><ServerId>");
    same("blanks", "White space stands inside the hex", "041A2B3C", " 041A\n2B3C ");
    let unknown = genuine.replacen("<ServerId>", "<Tariff>1</Tariff><ServerId>", 1);
    good(case(group, "unsigned/unknown", "An element nobody knows.", &unknown)).findings(&["CON002"]).warned();
    let events = genuine.replacen("<TimeBefore></TimeBefore>", "<TimeBefore>1</TimeBefore>", 1);
    good(case(group, "unsigned/events", "An entry of the log of events has content.", &events)).findings(&["CON002"]).warned();
    let [begin, end] = usual();
    let tails = shown([&begin, &end], [&begin.signature(), &end.signature()]);
    good(case(group, "tail", "The event counter stands behind the signatures.", &tails)).warned();
    let what = "The event counter is not the one behind the signature";
    let differs = tails.replace("<EventCounter>272<", "<EventCounter>273<");
    case(group, "tail-differs", &format!("{what}."), &differs)
        .altered("mennekes/tail", what)
        .valid(2)
        .proven(ENERGY)
        .findings(&USUAL)
        .findings(&["FMT017"])
        .warned();
}

fn meanings(group: &mut Group) {
    let [_, end] = usual();
    let mut of_end = |name: &str, description: &str, end: Reading, energy: &str, codes: &[&str], fails: bool| {
        let [begin, _] = usual();
        let draft = case(group, name, description, &process(&[begin, end])).valid(2).findings(&USUAL).findings(codes);
        if fails { draft.stated(energy).failed() } else { draft.proven(energy).warned() }
    };
    of_end("magnet", "The meter felt a magnet.", Reading { status: 0xC8, ..end.clone() }, ENERGY, &["MTR003"], true);
    of_end("fault", "The meter reports an error.", Reading { status: 0x89, ..end.clone() }, ENERGY, &["MTR003"], true);
    of_end("counter", "Something was entered into the log book.", Reading { logbook: [1, 0x11], ..end.clone() }, ENERGY, &["MTR008"], true);
    of_end("falls", "The register falls.", Reading { value: 125_395, ..end.clone() }, "-0.1 Wh", &["VAL001"], true);
    of_end("gap", "Readings between the two are missing.", Reading { page: 224, ..end }, ENERGY, &["PAG001"], false);
    let [begin, end] = usual();
    case(group, "roles", "The end is called the start and the start the end.", &process(&[end, begin]))
        .valid(2)
        .stated("-5600.0 Wh")
        .findings(&USUAL)
        .findings(&["PAG003", "TIM003", "TIM012", "VAL001"])
        .failed();
}

fn broken(group: &mut Group) {
    let genuine = process(&usual());
    let mut both = |name: &str, description: &str, from: &str, to: &str| {
        let altered = genuine.replace(from, to);
        assert_ne!(altered, genuine, "{name}");
        case(group, &format!("broken/{name}"), description, &altered)
            .not_checked("record-unreadable")
            .not_checked("record-unreadable")
            .errors(&["record-unreadable", "record-unreadable"])
            .unchecked();
    };
    both("no-status", "The status is missing.", "MeterStatus>", "Status>");
    both("no-offset", "The times have no offset.", "+02:00", "");
    both("scaler", "The power of ten exceeds a byte.", "<Scaler>-1<", "<Scaler>-129<");
    both("counter", "The event counter exceeds two bytes.", "<EventCounter>272<", "<EventCounter>65808<");
    both("customer", "The customer is no hex.", "041A2B3C", "041A2B3");
    both("server", "The number of the meter has nine bytes.", "0901545354", "09015453");
    both("twice", "The customer stands twice.", "<CustomerIdent>", "<CustomerIdent>00</CustomerIdent><CustomerIdent>");
    both("reference", "A reference that XML does not know.", "Teststadt", "&town;");
    let half = genuine.replacen("<Value>181396<", "<Value>18139.6<", 1);
    case(group, "broken/fraction", "The value at the end has a fraction.", &half)
        .valid(1)
        .not_checked("record-unreadable")
        .findings(&["KEY004", "SIG007", "TXN007"])
        .errors(&["record-unreadable"])
        .unchecked();
}
