//! The bare block of an EDL40 meter in an XML document.

use super::super::book::{Draft, Group};
use super::super::keys::OTHER;
use super::super::xml::{self, Value};
use super::edl40::{Reading, Xml, bare, small_key};

const ENERGY: &str = "5600.0 Wh";
const USUAL: [&str; 4] = ["CON016", "KEY004", "SIG007", "TIM002"];

/// The group.
#[must_use]
pub fn group() -> Group {
    let mut group = Group::of_format("edl40-sig", "EDL40 blocks in XML, with the key inside.");
    good(&mut group);
    oddities(&mut group);
    altered(&mut group);
    broken(&mut group);
    group
}

fn value(document: &str, role: &str) -> Value {
    Value::new(document).data_attributes(" format=\"EDL_40_SIG\"").role("9", role)
}

fn session(begin: &str, end: &str) -> String {
    xml::file(&[value(begin, "Transaction.Begin"), value(end, "Transaction.End")])
}

fn case<'a>(group: &'a mut Group, name: &str, description: &str, end: &Xml) -> Draft<'a> {
    group.case(name, description).flag("format").input("xml", session(&Reading::begin().xml(), &end.text()))
}

fn good(group: &mut Group) {
    let end = Xml::of(&Reading::end());
    case(group, "session", "Begin and end, the key inside each.", &end).valid(2).proven(ENERGY).findings(&USUAL).warned();
    group
        .case("session-256", "Begin and end of a meter with 256 bits.")
        .flag("format")
        .input("xml", session(&Reading::begin().wide().xml(), &Reading::end().wide().xml()))
        .valid(2)
        .proven(ENERGY)
        .findings(&["CON016", "KEY004", "TIM002"])
        .warned();
    group
        .case("stand-alone", "One document by itself: a reading is no session.")
        .flag("format")
        .input("xml", Reading::end().xml())
        .key(&small_key())
        .valid(1)
        .findings(&["SIG007", "TXN007"])
        .unchecked();
    let keyless = |reading: &Reading| Xml { key: None, ..Xml::of(reading) }.text();
    group
        .case("key-given", "No key inside; it is given apart.")
        .flag("format")
        .input("xml", session(&keyless(&Reading::begin()), &keyless(&Reading::end())))
        .key(&small_key())
        .valid(2)
        .proven(ENERGY)
        .findings(&["CON016", "SIG007", "TIM002"])
        .warned();
    group
        .case("no-key", "No key anywhere.")
        .flag("format")
        .input("xml", session(&keyless(&Reading::begin()), &keyless(&Reading::end())))
        .not_checked("no-key")
        .not_checked("no-key")
        .stated(ENERGY)
        .findings(&["CON016", "KEY001", "TIM002"])
        .unchecked();
    let half = end.text().replace('<', "&lt;");
    let literal = Value::new("").data(&half).data_attributes(" format=\"EDL_40_SIG\"").role("9", "Transaction.End");
    group
        .case("half-escaped", "Only the opening brackets are escaped.")
        .flag("format")
        .input("xml", xml::file(&[value(&Reading::begin().xml(), "Transaction.Begin"), literal]))
        .valid(2)
        .proven(ENERGY)
        .findings(&USUAL)
        .warned();
    group
        .case("escaped-twice", "One document is escaped twice.")
        .flag("format")
        .input("xml", session(&Reading::begin().xml(), &xml::escape(&end.text())))
        .valid(2)
        .proven(ENERGY)
        .findings(&USUAL)
        .findings(&["CON011"])
        .warned();
}

fn oddities(group: &mut Group) {
    let end = Xml::of(&Reading::end());
    let mut tail = end.clone();
    tail.signature[49] ^= 1;
    case(group, "tail", "The log book behind the signature is not that of the block.", &tail)
        .valid(2)
        .proven(ENERGY)
        .findings(&USUAL)
        .findings(&["FMT017"])
        .warned();
    let method = |name: &str| Xml { method: name.to_owned(), ..end.clone() };
    case(group, "method-differs", "The method named is that of the other curve.", &method("ECDSA256SHA256"))
        .valid(2)
        .stated(ENERGY)
        .findings(&USUAL)
        .findings(&["SIG012"])
        .failed();
    case(group, "method-unknown", "Nobody knows the method named.", &method("RSA"))
        .valid(1)
        .not_checked("algorithm-unknown")
        .findings(&["KEY004", "SIG002", "SIG007", "TXN007"])
        .unchecked();
    let encoding = Xml { more: "<encodingMethod>OTHER</encodingMethod>".to_owned(), ..end.clone() };
    case(group, "encoding-method", "The encoding method is not EDL.", &encoding)
        .valid(2)
        .proven(ENERGY)
        .findings(&USUAL)
        .findings(&["FMT010"])
        .warned();
    let more = Xml { more: "<comment>text</comment>".to_owned(), ..end.clone() };
    case(group, "more", "There is an element nobody knows.", &more).valid(2).proven(ENERGY).findings(&USUAL).findings(&["CON002"]).warned();
    let signed = |at: usize| {
        let mut block = Reading::end().block();
        block[at] = 1;
        Xml { signature: super::edl40::sign(&small_key(), &block, [1, 0x10]), block, ..end.clone() }
    };
    case(group, "reserved", "A reserved byte is not zero, and signed.", &signed(300))
        .valid(2)
        .proven(ENERGY)
        .findings(&USUAL)
        .findings(&["FMT013"])
        .warned();
    case(group, "stopwatch-192", "A meter with 192 bits fills a field of those with 256.", &signed(191))
        .valid(2)
        .proven(ENERGY)
        .findings(&USUAL)
        .findings(&["FMT013"])
        .warned();
    let keyed = value(&end.text(), "Transaction.End")
        .key_text(" encoding=\"plain\"", &hex::encode(bare(&super::super::keys::of_curve(eichrecht_model::Curve::Secp192k1))));
    group
        .case("keys-differ", "The key beside the document is on another curve than the one inside.")
        .flag("format")
        .input("xml", xml::file(&[value(&Reading::begin().xml(), "Transaction.Begin"), keyed]))
        .valid(2)
        .stated(ENERGY)
        .findings(&USUAL)
        .findings(&["KEY005"])
        .failed();
    let wide = |reading: Reading, role: &str| value(&reading.wide().xml(), role);
    let other = wide(Reading::end(), "Transaction.End").key_text(" encoding=\"plain\"", &hex::encode(bare(&OTHER)));
    group
        .case("other-key", "The key beside the document is another one than that inside.")
        .flag("format")
        .input("xml", xml::file(&[wide(Reading::begin(), "Transaction.Begin"), other]))
        .valid(2)
        .stated(ENERGY)
        .findings(&["CON016", "KEY004", "KEY005", "TIM002"])
        .failed();
}

/// Each part of the block altered once, and a byte of the signature.
fn altered(group: &mut Group) {
    let parts: [(&str, &str, usize); 16] = [
        ("server-id", "The number of the meter.", 9),
        ("time", "The time of the reading.", 10),
        ("status", "The status.", 14),
        ("seconds-index", "The seconds index.", 15),
        ("pagination", "The pagination.", 19),
        ("register", "The name of the register.", 26),
        ("unit", "The unit.", 29),
        ("scaler", "The scaler.", 30),
        ("value", "The value.", 31),
        ("logbook", "The log book in the block.", 40),
        ("contract", "The contract.", 41),
        ("contract-time", "The time the contract was set.", 169),
        ("historical", "The historical register.", 173),
        ("price", "The price.", 196),
        ("reserved", "A reserved byte.", 197),
        ("last", "The last byte.", 319),
    ];
    for (name, what, at) in parts {
        let mut document = Xml::of(&Reading::end());
        // A bit whose meaning raises no rule of its own.
        document.block[at] ^= if name == "status" { 0x10 } else { 1 };
        let draft = single(group, name, what, &document);
        let draft = match name {
            "unit" => draft.findings(&["OBI007"]),
            "logbook" => draft.findings(&["FMT017"]),
            "historical" | "price" | "reserved" | "last" => draft.findings(&["FMT013"]),
            _ => draft,
        };
        draft.failed();
    }
    let mut signature = Xml::of(&Reading::end());
    signature.signature[3] ^= 1;
    single(group, "signature", "The signature.", &signature).failed();
}

fn single<'a>(group: &'a mut Group, name: &str, what: &str, document: &Xml) -> Draft<'a> {
    let draft = group.case(&format!("altered/{name}"), what).flag("tampering").altered("edl40-sig/session", what);
    let draft = draft.input("xml", xml::file(&[value(&document.text(), "Transaction.End")])).invalid("mismatch");
    draft.findings(&["KEY004", "SIG001", "SIG007", "TXN007"])
}

fn broken(group: &mut Group) {
    let end = Xml::of(&Reading::end());
    let text = end.text();
    let mut bad = |name: &str, what: &str, document: &str| {
        group
            .case(&format!("broken/{name}"), what)
            .flag("malformed")
            .input("xml", xml::file(&[value(document, "Transaction.End")]))
            .not_checked("record-unreadable")
            .errors(&["record-unreadable"])
            .unchecked();
    };
    bad("cut", "The closing tag of the root is missing.", &text.replace("</signedMeterValue>", ""));
    bad("no-method", "The method is missing.", &text.replace("<signatureMethod>ECDSA192SHA256</signatureMethod>", ""));
    bad(
        "two-methods",
        "The method stands twice.",
        &text.replace("<signatureMethod>", "<signatureMethod></signatureMethod><signatureMethod>"),
    );
    bad("short-block", "The block has 319 bytes.", &Xml { block: end.block[..319].to_vec(), ..end.clone() }.text());
    bad("long-block", "The block has 321 bytes.", &Xml { block: [end.block.as_slice(), &[0]].concat(), ..end.clone() }.text());
    bad(
        "short-signature",
        "The signature has no log book behind it.",
        &Xml { signature: end.signature[..48].to_vec(), ..end.clone() }.text(),
    );
    bad(
        "encoding",
        "The encoding of the block is unknown.",
        &text.replace("encodedMeterValue encoding=\"base64\"", "encodedMeterValue encoding=\"rot13\""),
    );
    bad("padding", "The padding of Base64 is missing.", &text.replace("=</", "</"));
    bad(
        "comment",
        "A comment tears the block apart.",
        &text
            .replace("AAAA</encodedMeterValue>", "<!-- -->AAAA</encodedMeterValue>")
            .replace("AAA=</encodedMeterValue>", "<!-- -->AAA=</encodedMeterValue>"),
    );
    bad("nested", "An element stands inside the block.", &text.replace("</encodedMeterValue>", "<x/></encodedMeterValue>"));
}
