//! What a record comes in.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};

use super::super::book::{Draft, Group};
use super::super::keys::METER;
use super::super::ocmf::{ENERGY, Payload};
use super::super::xml::{self, Value};

/// The group.
#[must_use]
pub fn group() -> Group {
    let mut group = Group::new("carriers", "The same records in everything they come in.");
    texts(&mut group);
    encoded(&mut group);
    misleading(&mut group);
    xml_files(&mut group);
    several_files(&mut group);
    group
}

fn whole<'a>(group: &'a mut Group, name: &str, description: &str, extension: &str, content: impl AsRef<[u8]>) -> Draft<'a> {
    group.case(name, description).flag("carrier").input(extension, content).key(&METER).valid(1).proven(ENERGY)
}

fn texts(group: &mut Group) {
    let record = Payload::whole().record();
    whole(group, "bare", "The bare record.", "ocmf", &record).verified();
    whole(group, "byte-order-mark", "A byte order mark stands in front.", "ocmf", format!("\u{feff}{record}")).verified();
    whole(group, "crlf", "Line ends CR LF stand around the record.", "ocmf", format!("\r\n{record}\r\n\r\n")).verified();
    let spread = record.replacen("OCMF|{", "OCMF |\n{", 1).replacen("}|{", "}\n|\n{", 1);
    whole(group, "blanks-around-pipes", "Line ends stand around the separators.", "ocmf", spread).findings(&["SIG013"]).warned();
    let mut two = |name: &str, description: &str, between: &str| {
        let text = format!("{record}{between}{}", Payload::later().record());
        group.case(name, description).flag("carrier").ocmf(text).key(&METER).valid(2).proven(ENERGY).proven("2.25 kWh").verified();
    };
    two("two-lines", "Two records, a line each.", "\n");
    two("two-without-gap", "Two records with nothing between them.", "");
    two("two-blank-lines", "Two records with empty lines between them.", "\r\n\r\n\r\n");
    let letter = format!("Dear customer,\n\nthis was signed:\n{record}\n\nYours\n");
    whole(group, "letter", "The record stands in a letter.", "txt", letter).findings(&["CON003"]).warned();
}

/// Texts inside the signed part that look like an encoding and must be left alone.
fn misleading(group: &mut Group) {
    let inner = Payload::later().record();
    let texts = [
        (
            "inside-entities",
            "The tariff text holds entities of HTML, signed as they stand there.",
            "Tom &amp; Jerry &quot;39 ct&quot; &#x41;".to_owned(),
        ),
        ("inside-hex", "The tariff text holds the hex digits of the beginning of a record.", hex::encode("OCMF|{}|{}")),
        ("inside-base64", "The tariff text holds the beginning of a record in Base64.", STANDARD.encode("OCMF|{\"FV\":\"1.0\"}|{}")),
        ("inside-xml", "The tariff text holds tags.", "<values><value><signedData>x</signedData></value></values>".to_owned()),
        ("inside-percent", "The tariff text holds escapes of addresses.", "39%20ct%7B".to_owned()),
    ];
    for (name, description, text) in texts {
        let payload = Payload::whole().text("TT", &text);
        whole(group, name, description, "ocmf", payload.record()).flag("misleading").verified();
        let value = Value::new(&payload.record());
        whole(group, &format!("{name}-xml"), &format!("{description} In XML."), "xml", xml::file(&[value])).flag("misleading").verified();
    }
    let nested = Payload::whole().set("XA", &serde_json::to_string(&inner).unwrap());
    whole(
        group,
        "inside-record",
        "A field of the vendor holds a whole record as text: it is part of the outer one, and no record of its own.",
        "ocmf",
        nested.record(),
    )
    .flag("misleading")
    .findings(&["FMT003"])
    .warned();
}

fn encoded(group: &mut Group) {
    let record = Payload::whole().record();
    let hex = hex::encode_upper(&record);
    let as_json = serde_json::to_string(&record).unwrap();
    let html = record.replace('&', "&amp;").replace('"', "&quot;");
    let mut wrapped = |name: &str, description: &str, content: String| {
        whole(group, name, description, "txt", content).findings(&["CON011"]).verified();
    };
    wrapped("hex", "Hex with capitals.", hex.clone());
    wrapped("hex-small", "Hex with small letters.", hex.to_lowercase());
    wrapped("base64", "Base64.", STANDARD.encode(&record));
    wrapped("base64-line", "Base64 with a line end behind it.", STANDARD.encode(&record) + "\n");
    wrapped("base64url", "Base64 for addresses, without padding.", URL_SAFE_NO_PAD.encode(&record));
    wrapped("hex-in-base64", "Hex in Base64.", STANDARD.encode(&hex));
    wrapped("json-text", "A text in JSON.", as_json.clone());
    wrapped("json-text-bare", "A text in JSON without its quotes.", as_json.trim_matches('"').to_owned());
    wrapped("json-text-twice", "A text in JSON in a text in JSON.", serde_json::to_string(&as_json).unwrap());
    wrapped("html", "With entities of HTML.", html);
}

/// Begin and end in XML with the key beside them.
fn pair(begin: Value, end: Value) -> [Value; 2] {
    [begin.key(&METER), end.key(&METER)]
}

fn begin() -> Value {
    Value::new(&Payload::begin().record()).role("9850", "Transaction.Begin")
}

fn end() -> Value {
    Value::new(&Payload::end().record()).role("9850", "Transaction.End")
}

fn xml_files(group: &mut Group) {
    let mut both = |name: &str, description: &str, text: String, findings: &[&str]| {
        let draft = group.case(name, description).flag("carrier").flag("safe-xml").input("xml", text).valid(2).proven(ENERGY);
        draft.findings(&["KEY004"]).findings(findings).warned();
    };
    both("xml", "SAFE XML without namespace.", xml::file(&pair(begin(), end())), &[]);
    both("xml-empty-namespace", "SAFE XML with the empty namespace.", xml::with_root(" xmlns=\"\"", "", &pair(begin(), end())), &[]);
    let safe = " xmlns=\"http://transparenz.software/schema/2018/07\"";
    both("xml-safe-namespace", "SAFE XML with the namespace of its schema.", xml::with_root(safe, "", &pair(begin(), end())), &[]);
    let text = xml::with_root(&safe.replace("xmlns", "xmlns:s"), "", &pair(begin(), end()));
    let prefixed = ["values", "value", "signedData", "publicKey"].iter().fold(text, |text, name| {
        let starts = [" ", ">"].iter().fold(text, |text, after| text.replace(&format!("<{name}{after}"), &format!("<s:{name}{after}")));
        starts.replace(&format!("</{name}>"), &format!("</s:{name}>"))
    });
    both("xml-prefix", "SAFE XML with a prefix for the namespace of its schema.", prefixed, &[]);
    both("xml-end-first", "The end stands in front of the begin.", xml::file(&pair(end(), begin())), &[]);
    both("xml-key-first", "The key stands in front of the data.", xml::file(&pair(begin(), end()).map(Value::key_first)), &[]);
    let cdata = |value: Value, record: String| value.data(&format!("<![CDATA[{record}]]>"));
    let in_cdata = pair(cdata(begin(), Payload::begin().record()), cdata(end(), Payload::end().record()));
    both("xml-cdata", "The data stands in CDATA.", xml::file(&in_cdata), &[]);
    let indented = |value: Value, record: String| value.data(&format!("\n      {}\n    ", xml::escape(&record)));
    let spread = pair(indented(begin(), Payload::begin().record()), indented(end(), Payload::end().record()));
    both("xml-indented", "Line ends and blanks stand around the data.", xml::file(&spread), &[]);
    let crlf = format!("\u{feff}{}", xml::file(&pair(begin(), end())).replace('\n', "\r\n"));
    both("xml-byte-order-mark-crlf", "A byte order mark and line ends CR LF.", crlf, &[]);
    let entities = |value: Value, record: String| value.data(&record.replace('"', "&#34;").replace('{', "&#x7B;"));
    let numeric = pair(entities(begin(), Payload::begin().record()), entities(end(), Payload::end().record()));
    both("xml-numeric-entities", "Quotes and braces are written as numbers.", xml::file(&numeric), &[]);
    let hex = |value: Value, record: String| value.data(&hex::encode(record)).data_attributes(" format=\"OCMF\" encoding=\"hex\"");
    let in_hex = pair(hex(begin(), Payload::begin().record()), hex(end(), Payload::end().record()));
    both("xml-hex", "The data is in hex, and says so.", xml::file(&in_hex), &["CON011"]);
    let base64 =
        |value: Value, record: String| value.data(&STANDARD.encode(record)).data_attributes(" format=\"OCMF\" encoding=\"base64\"");
    let in_base64 = pair(base64(begin(), Payload::begin().record()), base64(end(), Payload::end().record()));
    both("xml-base64", "The data is in Base64, and says so.", xml::file(&in_base64), &["CON011"]);

    let rootless: String = [Payload::begin(), Payload::end()]
        .iter()
        .map(|payload| format!("<signedData format=\"OCMF\" encoding=\"plain\">{}</signedData>\n", xml::escape(&payload.record())))
        .collect();
    group
        .case("xml-without-root", "Elements signedData one behind the other: read, but no whole document.")
        .flag("carrier")
        .input("xml", rootless)
        .key(&METER)
        .valid(2)
        .proven(ENERGY)
        .errors(&["xml-root"])
        .unchecked();
}

fn several_files(group: &mut Group) {
    group
        .case("key-beside", "The key lies beside the record as a file.")
        .flag("carrier")
        .file("key-beside.ocmf", Payload::whole().record())
        .file("key-beside-publicKey.pem", METER.pem())
        .valid(1)
        .proven(ENERGY)
        .findings(&["KEY004"])
        .warned();
    group
        .case("key-in-front", "The key lies in front of the record as a file of hex digits with another name.")
        .flag("carrier")
        .file("key-in-front-of-it.txt", METER.hex() + "\n")
        .file("session.ocmf", Payload::whole().record())
        .valid(1)
        .proven(ENERGY)
        .findings(&["KEY004"])
        .warned();
    group
        .case("begin-and-end-files", "Begin and end lie in two files.")
        .flag("carrier")
        .file("two-files-begin.ocmf", Payload::begin().record())
        .file("two-files-end.ocmf", Payload::end().record())
        .key(&METER)
        .valid(2)
        .proven(ENERGY)
        .verified();
}
