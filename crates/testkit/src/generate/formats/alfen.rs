//! Lines of Alfen stations: genuine, oddly written, altered.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::super::book::{Draft, Group};
use super::super::keys::{Key, METER, of_curve};
use super::super::xml::{self, Value};
use super::alfen_line::{ALWAYS, ENERGY, Line, key, session};

/// The group.
#[must_use]
pub fn group() -> Group {
    let mut group = Group::of_format("alfen", "Lines of Alfen stations: sessions, spellings, status bits, alterations.");
    sessions(&mut group);
    spellings(&mut group);
    containers(&mut group);
    keys(&mut group);
    status(&mut group);
    oddities(&mut group);
    pairs(&mut group);
    signed_fields(&mut group);
    unsigned_fields(&mut group);
    signatures(&mut group);
    malformed(&mut group);
    group
}

const GENUINE: &str = "alfen/session";

fn usual() -> String {
    session(&Line::begin(), &Line::end())
}

/// A session of two valid lines, checked with the adapter's key.
fn pair<'a>(group: &'a mut Group, name: &str, description: &str, content: impl AsRef<[u8]>) -> Draft<'a> {
    group.case(name, description).flag("alfen").input("txt", content).key(&key()).valid(2).findings(&ALWAYS)
}

fn sessions(group: &mut Group) {
    pair(group, "session", "Begin and end, a line each.", usual()).proven(ENERGY).warned();
    let three = [Line::begin(), Line::between(), Line::end().with(|end| end.paging += 1)].map(|line| line.text() + "\n").concat();
    let draft = group.case("between", "A reading in between.").flag("alfen").input("txt", three).key(&key());
    draft.valid(3).proven(ENERGY).findings(&ALWAYS).warned();
    let scaled = |line: Line| line.with(|line| (line.scaler, line.value) = (-1, line.value * 10));
    let tenths = session(&scaled(Line::begin()), &scaled(Line::end()));
    pair(group, "scaler-negative", "Values in tenths of a watt hour.", tenths).proven("5600.0 Wh").warned();
    let hundreds = |line: Line| line.with(|line| (line.scaler, line.value) = (2, line.value / 100));
    let hundreds = session(&hundreds(Line::begin()), &hundreds(Line::end()));
    pair(group, "scaler-positive", "Values in hundreds of watt hours.", hundreds).proven(ENERGY).warned();
    let backwards = format!("{}\n{}\n", Line::end().text(), Line::begin().text());
    pair(group, "end-first", "The end stands before the begin.", backwards).proven(ENERGY).warned();
}

fn spellings(group: &mut Group) {
    let lines = usual();
    let mut same = |name: &str, description: &str, content: String| pair(group, name, description, content).proven(ENERGY).warned();
    same("no-last-separator", "No separator stands behind the signature.", lines.replace(";\n", "\n"));
    same("more-separators", "Several separators stand behind the signature.", lines.replace(";\n", ";;;\n"));
    same("no-padding", "Base32 without padding.", lines.replace('=', ""));
    same("small-letters", "Base32 in small letters.", lines.to_lowercase().replace("ap;", "AP;"));
    same("crlf", "Line ends CR LF, blank lines, a byte order mark.", format!("\u{feff}\r\n{}", lines.replace('\n', "\r\n\r\n")));
    same("joined", "Both lines in one.", lines.replace('\n', ""));
    let wrapped = lines.split_inclusive('\n').map(|line| {
        let (head, fields) = line.split_at(7);
        let parts: Vec<&str> = fields.as_bytes().chunks(72).map(|part| std::str::from_utf8(part).unwrap()).collect();
        format!("{head}{}", parts.join("\r\n"))
    });
    same("wrapped", "A mail program wrapped the lines.", wrapped.collect());
    same("blanks", "Blanks stand inside the fields.", lines.replace("AAAA", "AA AA"));
    // The last letter of a signature holds one bit too many: it is none of the 384.
    let mut signature = lines.lines().next().unwrap().trim_end_matches(';').trim_end_matches('=').to_owned();
    let last = signature.pop().unwrap();
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let position = alphabet.find(last).unwrap();
    let other = alphabet.as_bytes()[position ^ 1] as char;
    same(
        "unused-bit",
        "The bit of the last letter that means nothing is set.",
        format!("{signature}{other}===;\n{}\n", Line::end().text()),
    );
    let quoted = format!("\"{}\"\n", lines.trim_end());
    pair(group, "quotes", "Quotation marks stand around the text.", quoted).proven(ENERGY).warned();
    pair(group, "letter", "The lines stand in a letter.", format!("Dear customer,\n{lines}Yours\n"))
        .proven(ENERGY)
        .findings(&["CON003"])
        .warned();
    let hex = hex::encode(&lines);
    pair(group, "hex", "The text in hex.", hex).proven(ENERGY).findings(&["CON011"]).warned();
}

fn containers(group: &mut Group) {
    let value = |line: &Line| Value::new(&line.text()).data_attributes(" format=\"ALFEN\" encoding=\"plain\"");
    let mut file = |name: &str, description: &str, values: &[Value], codes: &[&str]| {
        let draft = group.case(name, description).flag("alfen").flag("container").input("xml", xml::file(values)).key(&key());
        draft.valid(2).proven(ENERGY).findings(&ALWAYS).findings(codes).warned();
    };
    let (begin, end) = (Line::begin(), Line::end());
    let roles = [value(&begin).role("7", "Transaction.Begin"), value(&end).role("7", "Transaction.End")];
    file("xml", "SAFE XML with roles.", &roles, &[]);
    file("xml-bare", "SAFE XML without roles and numbers.", &[value(&begin), value(&end)], &["CON007"]);
    let keyed = |line, role| value(line).role("7", role).key_text(" encoding=\"hex\"", &hex::encode(key().compressed()));
    let keyed = [keyed(&begin, "Transaction.Begin"), keyed(&end, "Transaction.End")];
    file("xml-key", "SAFE XML with the same key beside the lines.", &keyed, &[]);
    let both = Value::new(&usual()).data_attributes(" format=\"ALFEN\" encoding=\"plain\"");
    file("xml-two-in-one", "SAFE XML with both lines in one value.", &[both], &[]);
    let foreign = |line, role| value(line).role("7", role).key(&of_curve(eichrecht_model::Curve::Secp192k1));
    let values = [foreign(&begin, "Transaction.Begin"), foreign(&end, "Transaction.End")];
    group
        .case("xml-other-key", "SAFE XML with another key beside the lines.")
        .flag("alfen")
        .flag("key")
        .input("xml", xml::file(&values))
        .valid(2)
        .stated(ENERGY)
        .findings(&ALWAYS)
        .findings(&["KEY004", "KEY005"])
        .failed();
}

fn keys(group: &mut Group) {
    let draft = group.case("no-key", "Nobody gives a key: the one in the lines proves no more than that they are unaltered.");
    draft.flag("alfen").flag("key").input("txt", usual()).valid(2).proven(ENERGY).findings(&ALWAYS).findings(&["KEY004"]).warned();
    let draft = group.case("no-key-required", "A key of the user is demanded, and there is none.").require("user");
    let draft = draft.flag("alfen").flag("key").input("txt", usual()).valid(2).stated(ENERGY);
    draft.findings(&ALWAYS).findings(&["KEY004", "KEY009"]).unchecked();
    let mut given = |name: &str, description: &str, text: String| {
        let draft = group.case(name, description).flag("alfen").flag("key").input("txt", usual()).key_text(text);
        draft.valid(2).proven(ENERGY).findings(&ALWAYS).warned();
    };
    given("key-compressed-hex", "The key as it stands in the lines, in hex.", hex::encode(key().compressed()));
    given("key-compressed-base64", "The same in Base64.", STANDARD.encode(key().compressed()));
    given("key-uncompressed", "The whole point in hex.", hex::encode(key().public_bytes()));
    let mut other = |name: &str, description: &str, key: &Key| {
        let draft = group.case(name, description).flag("alfen").flag("key").input("txt", usual()).key(key);
        draft.valid(2).stated(ENERGY).findings(&ALWAYS).findings(&["KEY004", "KEY006"]).failed();
    };
    other("given-key-differs", "The user gives another key than the lines carry.", &of_curve(eichrecht_model::Curve::Secp192k1));
    other("given-key-of-other-curve", "The user gives a key of another curve.", &METER);
}

/// Every bit of the status word of the begin.
fn status(group: &mut Group) {
    for bit in 0..32_u32 {
        let begin = Line::begin().with(|line| line.status |= 1 << bit);
        let (name, description) = (format!("status-bit-{bit:02}"), format!("Bit {bit} of the status is set at the begin."));
        let content = session(&begin, &Line::end());
        if matches!(bit, 27 | 28) {
            // Two commands at once are no role: the begin is lost.
            let draft = group.case(&name, &description).flag("alfen").input("txt", content).key(&key()).valid(2);
            draft.no_energy().findings(&["FMT016", "SIG007", "TXN001", "TXN007"]).failed();
            continue;
        }
        let draft = pair(group, &name, &description, content);
        match bit {
            29 => draft.proven(ENERGY).warned(),
            0 => draft.proven(ENERGY).findings(&["TIM006", "TIM009"]).warned(),
            26 => draft.proven(ENERGY).findings(&["VAL009"]).warned(),
            1 | 2 | 16 | 30 | 31 => draft.stated(ENERGY).findings(&["MTR003"]).failed(),
            _ => draft.proven(ENERGY).findings(&["MTR010"]).warned(),
        }
    }
}

fn oddities(group: &mut Group) {
    let both = |change: fn(&mut Line)| session(&Line::begin().with(change), &Line::end().with(change));
    pair(group, "uid-empty", "No user.", both(|line| line.uid = [0; 20])).proven(ENERGY).warned();
    pair(group, "uid-rest", "Bytes behind the end of the user.", both(|line| line.uid[15] = 1)).proven(ENERGY).warned();
    pair(group, "uid-binary", "The user is no text.", both(|line| line.uid[0] = 0x80)).proven(ENERGY).findings(&["IDN005"]).warned();
    pair(group, "ids-of-other-shape", "Adapter and meter have names of another shape.", both(|line| line.meter = *b"METER-0042"))
        .proven(ENERGY)
        .warned();
    let export = both(|line| line.obis[2] = 2);
    let draft = group.case("export", "The register counts export.").flag("alfen").input("txt", export).key(&key());
    draft.valid(2).no_energy().findings(&["OBI005", "SIG007", "TXN006"]).failed();
    pair(group, "unit-kw", "The unit is that of a power.", both(|line| line.unit = 0x1B)).no_energy().findings(&["OBI006"]).failed();
    pair(group, "scaler-huge", "A power of ten beyond all meters.", both(|line| line.scaler = 100))
        .no_energy()
        .findings(&["VAL002"])
        .failed();
    let negative = both(|line| line.value -= 2_000_000);
    pair(group, "value-negative", "The register is negative.", negative).stated(ENERGY).findings(&["VAL002"]).failed();
    let lost = Line::end().with(|end| (end.time, end.status) = (18, end.status | 1));
    pair(group, "clock-lost", "The clock was lost before the end.", session(&Line::begin(), &lost))
        .proven(ENERGY)
        .findings(&["TIM006", "TIM007", "TIM009", "TIM012"])
        .warned();
    let index_falls = session(&Line::begin(), &Line::end().with(|end| end.index = 3));
    pair(group, "seconds-fall", "The counted seconds fall.", index_falls).proven(ENERGY).findings(&["TIM012"]).warned();
    let huge = session(&Line::begin(), &Line::end().with(|end| end.value += 2_000_000));
    pair(group, "two-megawatt-hours", "More than any battery holds, in half an hour.", huge)
        .proven("2005600 Wh")
        .findings(&["VAL005", "VAL010"])
        .warned();
}

/// Lines that are genuine each and do not make a session.
fn pairs(group: &mut Group) {
    let end = |change: fn(&mut Line)| session(&Line::begin(), &Line::end().with(change));
    let mut alone = |name: &str, description: &str, line: Line, code: &str| {
        let draft = group.case(name, description).flag("alfen").flag("pair").input("txt", line.text()).key(&key());
        draft.valid(1).no_energy().findings(&["SIG007", code]).failed();
    };
    alone("begin-alone", "A begin without an end.", Line::begin(), "TXN002");
    alone("end-alone", "An end without a begin.", Line::end(), "TXN001");
    let twice = session(&Line::begin(), &Line::begin());
    let draft = group.case("begin-twice", "The same begin twice.").flag("alfen").flag("pair").input("txt", twice).key(&key());
    draft.valid(2).no_energy().findings(&["CON010", "SIG007", "TXN002"]).failed();
    let mut split = |name: &str, description: &str, content: String| {
        let draft = group.case(name, description).flag("alfen").flag("pair").input("txt", content).key(&key());
        draft.valid(2).no_energy().no_energy().findings(&["SIG007", "TXN001", "TXN002", "TXN004"]).failed();
    };
    split("other-meter", "The end is that of another meter.", end(|end| end.meter[9] = 7));
    split("other-adapter", "The end is that of another adapter.", end(|end| end.adapter[9] = 7));
    pair(group, "other-session", "The end is that of another session.", end(|end| end.session = 8))
        .stated(ENERGY)
        .findings(&["TXN008"])
        .failed();
    pair(group, "other-user", "The end names another user.", end(|end| end.uid[0] = b'9')).proven(ENERGY).findings(&["IDN004"]).warned();
    pair(group, "other-firmware", "The end was signed by other firmware.", end(|end| end.firmware[3] = b'7'))
        .proven(ENERGY)
        .findings(&["MTR011"])
        .warned();
    pair(group, "paging-gap", "A record between begin and end is missing.", end(|end| end.paging = 16))
        .proven(ENERGY)
        .findings(&["PAG001"])
        .warned();
    pair(group, "register-falls", "The register falls.", end(|end| end.value = 1_200_000)).stated("-500 Wh").findings(&["VAL001"]).failed();
}

/// Each signed field of the end altered, the signature left.
fn signed_fields(group: &mut Group) {
    let genuine = Line::end();
    let mut altered = |name: &str, change: fn(&mut Line), energy: Option<&str>, codes: &[&str]| {
        let end = Line::end().with(change).signed_as(&genuine);
        let content = format!("{}\n{end}\n", Line::begin().text());
        let draft = group.case(&format!("altered-{name}"), "A signed field of the end was altered.").flag("alfen").flag("tampering");
        let draft = draft.altered(GENUINE, &format!("{name} of the end")).input("txt", content).key(&key()).valid(1).invalid("mismatch");
        let draft = match energy {
            Some(energy) => draft.stated(energy),
            None => draft.no_energy(),
        };
        draft.findings(&["SIG001", "SIG007"]).findings(codes).failed();
    };
    let same = Some(ENERGY);
    altered("firmware", |end| end.firmware[3] ^= 1, same, &["MTR011", "TIM002"]);
    altered("firmware-checksum", |end| end.checksum[0] ^= 1, same, &["TIM002"]);
    altered("status", |end| end.status |= 1 << 8, same, &["MTR010", "TIM002"]);
    altered("second-index", |end| end.index += 1, same, &["TIM002"]);
    altered("timestamp", |end| end.time += 1, same, &["TIM002"]);
    altered("unit", |end| end.unit = 0x1B, None, &["OBI006", "TIM002"]);
    altered("scaler", |end| end.scaler = 1, Some("10860500 Wh"), &["TIM002", "VAL005", "VAL010"]);
    altered("value", |end| end.value += 1, Some("5601 Wh"), &["TIM002"]);
    altered("uid", |end| end.uid[0] = b'9', same, &["IDN004", "TIM002"]);
    altered("session", |end| end.session += 1, same, &["TIM002", "TXN008"]);
    altered("paging", |end| end.paging += 1, same, &["PAG001", "TIM002"]);
    altered("obis", |end| end.obis[4] = 1, None, &["OBI001", "TXN006"]);
    let mut apart = |name: &str, change: fn(&mut Line)| {
        let content = format!("{}\n{}\n", Line::begin().text(), Line::end().with(change).signed_as(&Line::end()));
        let draft = group.case(&format!("altered-{name}"), "A signed field of the end was altered.").flag("alfen").flag("tampering");
        let draft = draft.altered(GENUINE, &format!("{name} of the end")).input("txt", content).key(&key()).valid(1).invalid("mismatch");
        draft.no_energy().no_energy().findings(&["SIG001", "SIG007", "TXN001", "TXN002", "TXN004"]).failed();
    };
    apart("adapter-id", |end| end.adapter[9] ^= 1);
    apart("meter-id", |end| end.meter[9] ^= 1);
}

/// What stands beside the signed bytes can be altered, and it shows.
fn unsigned_fields(group: &mut Group) {
    let mut altered = |name: &str, alteration: &str, change: fn(&mut Line), code: &str| {
        let content = session(&Line::begin(), &Line::end().with(change));
        let draft = pair(group, name, "A field outside the signature was altered.", content).flag("unsigned").altered(GENUINE, alteration);
        draft.proven(ENERGY).findings(&[code]).warned();
    };
    altered("type-begin", "type of the end: 1 became 0", |end| end.kind = '0', "CON015");
    altered("type-between", "type of the end: 1 became 2", |end| end.kind = '2', "CON015");
    altered("type-unknown", "type of the end: 1 became 7", |end| end.kind = '7', "FMT010");
    altered("version", "version of the end: 3 became 4", |end| end.version = '4', "FMT006");
}

fn signatures(group: &mut Group) {
    let end = Line::end();
    let genuine = end.signature(&key());
    let mut broken = |name: &str, alteration: &str, signature: &[u8], reason: &str, code: &str| {
        let content = format!("{}\n{}\n", Line::begin().text(), end.parts(&key().compressed(), &end.bytes(), signature));
        let draft = group.case(name, "The signature of the end was altered.").flag("alfen").flag("tampering").altered(GENUINE, alteration);
        let draft = draft.input("txt", content).key(&key()).valid(1).invalid(reason).stated(ENERGY);
        draft.findings(&["SIG007", "TIM002", code]).failed();
    };
    let mut flipped = genuine.clone();
    flipped[5] ^= 1;
    broken("signature-altered", "A bit of r was flipped", &flipped, "mismatch", "SIG001");
    broken("signature-zero", "The signature became 48 zero bytes", &[0; 48], "out-of-range", "SIG014");
    broken("signature-ones", "The signature became 48 bytes FF", &[0xFF; 48], "out-of-range", "SIG014");
    broken("signature-short", "A byte of the signature was removed", &genuine[..47], "malformed", "SIG001");
    broken("signature-long", "A byte was added to the signature", &[genuine.as_slice(), &[0]].concat(), "malformed", "SIG001");
    let content = format!("{}\n{}\n", Line::begin().text(), end.parts(&key().compressed(), &end.bytes(), &[]));
    let draft = group.case("signature-removed", "The end has no signature.").flag("alfen").flag("tampering");
    let draft = draft.altered(GENUINE, "The signature of the end was removed").input("txt", content).key(&key());
    draft.valid(1).not_checked("signature-unreadable").no_energy().no_energy().findings(&["SIG003", "SIG007", "TXN001", "TXN002"]).failed();
    // Whoever has no key of the adapter signs with his own.
    let forger = Key { name: "forger on secp192r1", ..key() };
    let forged = Line::end().with(|end| end.value += 10_000).by(&forger);
    let draft = group.case("signed-anew", "The end was altered and signed anew, with the forger's key in the line.");
    let draft = draft.flag("alfen").flag("tampering").altered(GENUINE, "value, key and signature of the end");
    let draft = draft.input("txt", format!("{}\n{forged}\n", Line::begin().text())).key(&key());
    draft.valid(2).no_energy().no_energy().findings(&["KEY004", "KEY006", "SIG007", "TXN001", "TXN002", "TXN004"]).failed();
}

fn malformed(group: &mut Group) {
    let line = Line::begin();
    let data = line.bytes();
    let of_data = |data: &[u8]| line.parts(&key().compressed(), data, &line.signature(&key()));
    let mut unreadable = |name: &str, description: &str, content: String| {
        let draft = group.case(name, description).flag("alfen").flag("malformed").input("txt", content).key(&key());
        draft.not_checked("record-unreadable").errors(&["record-unreadable"]).unchecked();
    };
    unreadable("data-short", "The data set lacks a byte.", of_data(&data[..81]));
    unreadable("data-long", "The data set has a byte too many.", of_data(&[data.as_slice(), &[0]].concat()));
    unreadable("data-empty", "The data set is empty.", of_data(&[]));
    let text = line.text();
    let (head, tail) = text.split_at(60);
    unreadable("data-no-base32", "A letter of the data set is none of Base32.", format!("{head}1{}", &tail[1..]));
    unreadable("cut-behind-key", "The line ends behind the key.", line.text()[..48].to_owned());
    unreadable("cut-in-header", "The line ends behind its header.", "AP;0;3;".to_owned());
    let mut nothing = |name: &str, description: &str, content: String| {
        let draft = group.case(name, description).flag("alfen").flag("malformed").input("txt", content).key(&key());
        draft.errors(&["nothing-found"]).unchecked();
    };
    nothing("tag", "The tag is another.", line.text().replacen("AP;", "AQ;", 1));
    nothing("type-long", "The type has two characters.", line.text().replacen("AP;0;", "AP;00;", 1));
    let draft = group.case("key-unreadable", "The key in the line is no point of the curve.").flag("alfen").flag("malformed");
    let content = line.parts(&[0xFF; 25], &data, &line.signature(&key()));
    draft.input("txt", content).key(&key()).valid(1).no_energy().findings(&["KEY002", "SIG007", "TXN002"]).failed();
}
