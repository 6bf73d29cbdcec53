//! Records of the Porsche Charging Data Format: genuine, oddly wrapped, outside their form, altered.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::super::book::{Draft, Group};
use super::super::der::Spelling;
use super::super::keys::{METER, OTHER};
use super::super::xml::{self, Value};
use super::pcdf_record::{ENERGY, Session};

/// The group.
#[must_use]
pub fn group() -> Group {
    let mut group = Group::of_format("pcdf", "Porsche Charging Data Format: sessions, wrappers, field rules, alterations.");
    wrappers(&mut group);
    containers(&mut group);
    keys(&mut group);
    verdicts_of_the_meter(&mut group);
    forms(&mut group);
    order(&mut group);
    signed_fields(&mut group);
    signatures(&mut group);
    malformed(&mut group);
    group
}

const GENUINE: &str = "pcdf/session";

/// One valid record, checked with the meter's key.
fn one<'a>(group: &'a mut Group, name: &str, description: &str, content: impl AsRef<[u8]>) -> Draft<'a> {
    group.case(name, description).flag("pcdf").input("pcdf", content).key(&METER).valid(1)
}

fn wrappers(group: &mut Group) {
    let record = Session::usual().record();
    let mut same = |name: &str, description: &str, content: String| one(group, name, description, content).proven(ENERGY).verified();
    same("session", "The bare record.", record.clone());
    same("line-end", "A line end stands behind the record.", format!("{record}\n"));
    same("frame", "STX and ETX stand around the record.", format!("\u{2}{record}\u{3}\n"));
    same("frame-spelled", "STX and ETX stand around the record as JSON spells them.", format!("\\u0002{record}\\u0003"));
    same("byte-order-mark", "A byte order mark and blanks stand in front.", format!("\u{feff}\r\n {record}\r\n"));
    same("quotes", "Quotation marks stand around the record.", format!("\"{record}\""));
    let mut odd = |name: &str, description: &str, content: String, code: &str| {
        one(group, name, description, content).proven(ENERGY).findings(&[code]).warned();
    };
    odd("half-frame-begin", "STX stands in front and no ETX behind.", format!("\u{2}{record}\n"), "CON003");
    odd("half-frame-end", "ETX stands behind and no STX in front.", format!("{record}\u{3}\n"), "CON003");
    odd("letter", "The record stands in a letter.", format!("Dear customer,\n{record}\n(see above)\n"), "CON003");
    let wrapped: Vec<&str> = record.as_bytes().chunks(72).map(|part| std::str::from_utf8(part).unwrap()).collect();
    odd("wrapped", "A mail program wrapped the line.", wrapped.join("\r\n"), "SIG011");
    let hex = hex::encode(format!("\u{2}{record}\u{3}"));
    one(group, "hex", "The framed record in hex.", hex).proven(ENERGY).findings(&["CON011"]).verified();
    let later = Session::usual().set("ST", "260329040000").set("CT", "260329042700").set("CSC", "8").set("RV", "0001.000*kWh");
    let two = format!("{record}\n{}\n", later.record());
    let draft = group.case("two", "Two sessions in one file.").flag("pcdf").input("pcdf", two).key(&METER);
    draft.valid(2).proven(ENERGY).proven("1.000 kWh").verified();
    // A text in the record that looks like the prefix, as other readers cut it out.
    let trap = Session::usual().set("ST", "260128180000").set("CT", "260128182700").set("SI", "128.8.0*1*x");
    one(group, "prefix-inside", "Digits like the prefix stand in the values.", trap.record()).proven(ENERGY).verified();
}

fn in_xml<'a>(group: &'a mut Group, name: &str, description: &str, session: &Session) -> Draft<'a> {
    let file = xml::file(&[Value::new(&session.record()).data_attributes(" format=\"PCDF\" encoding=\"plain\"")]);
    group.case(name, description).flag("pcdf").flag("container").input("xml", file).key(&METER).valid(1)
}

fn containers(group: &mut Group) {
    let usual = Session::usual();
    in_xml(group, "xml", "SAFE XML.", &usual).proven(ENERGY).verified();
    in_xml(group, "xml-not-billable", "SAFE XML with a record the meter calls not billable.", &usual.clone().set("BV", "0"))
        .stated(ENERGY)
        .findings(&["MTR005"])
        .failed();
    in_xml(group, "xml-stop-3", "SAFE XML with a flag outside its form.", &usual.set("SP", "3"))
        .no_energy()
        .findings(&["FMT016", "TXN002"])
        .failed();
}

fn keys(group: &mut Group) {
    let record = Session::usual().record();
    let draft = group.case("no-key", "Nobody gives a key: the one inside proves no more than that the record is unaltered.");
    draft.flag("pcdf").flag("key").input("pcdf", &record).valid(1).proven(ENERGY).findings(&["KEY004"]).warned();
    let draft = group.case("given-key-differs", "The user gives another key than the record carries.").flag("pcdf").flag("key");
    draft.input("pcdf", &record).key(&OTHER).valid(1).stated(ENERGY).findings(&["KEY004", "KEY006"]).failed();
    let foreign = Session::usual().set("PK", &hex::encode(OTHER.public_bytes())).record();
    let draft = one(group, "carried-key-differs", "The record carries another key than the one it was signed with.", foreign);
    draft.flag("key").stated(ENERGY).findings(&["KEY005"]).failed();
    let long = Session::usual().set("PK", &METER.hex().to_lowercase()).record();
    one(group, "key-with-header", "The key inside is written as SubjectPublicKeyInfo.", long).flag("key").proven(ENERGY).verified();
    let point = hex::encode(METER.public_bytes());
    let off = format!("{}{}", &point[..point.len() - 1], if point.ends_with('0') { '1' } else { '0' });
    let off = Session::usual().set("PK", &off).record();
    one(group, "key-not-on-curve", "The key inside is no point of the curve.", off)
        .flag("key")
        .stated(ENERGY)
        .findings(&["KEY003"])
        .failed();
    let forged = Session::usual().set("RV", "0009.600*kWh").set("PK", &hex::encode(OTHER.public_bytes())).by(&OTHER);
    let draft = group.case("signed-anew", "The record was altered and signed anew, with the forger's key in it.").flag("pcdf");
    let draft = draft.flag("tampering").altered(GENUINE, "RV, PK and SG").input("pcdf", forged).key(&METER);
    draft.valid(1).stated("9.600 kWh").findings(&["KEY004", "KEY006"]).failed();
}

/// The usual session with one value set, under a good signature.
fn with<'a>(group: &'a mut Group, name: &str, description: &str, field: &str, value: &str) -> Draft<'a> {
    one(group, name, description, Session::usual().set(field, value).record()).flag("field-rule")
}

/// Flags of the meter itself, under a good signature.
fn verdicts_of_the_meter(group: &mut Group) {
    with(group, "not-billable", "BV is 0: the meter calls the session not billable.", "BV", "0")
        .stated(ENERGY)
        .findings(&["MTR005"])
        .failed();
    with(group, "billable-2", "BV is 2.", "BV", "2").stated(ENERGY).findings(&["FMT016", "MTR005"]).failed();
    with(group, "no-stop", "SP is 0: the session goes on.", "SP", "0").no_energy().findings(&["TXN002"]).failed();
    with(group, "stop-3", "SP is 3.", "SP", "3").no_energy().findings(&["FMT016", "TXN002"]).failed();
    with(group, "time-invalid", "TV is 0: the clock is not valid.", "TV", "0").proven(ENERGY).findings(&["TIM002", "TIM009"]).warned();
    with(group, "time-2", "TV is 2.", "TV", "2").stated(ENERGY).findings(&["FMT016", "TIM002", "TIM009"]).failed();
}

/// Values outside the form of their field, under a good signature.
fn forms(group: &mut Group) {
    let mut bad = |name: &str, field: &str, value: &str, energy: Option<&str>, codes: &[&str]| {
        let content = Session::usual().set(field, value).record();
        let draft = one(group, name, &format!("{field} is “{value}”."), content).flag("field-rule");
        let draft = match energy {
            Some(energy) => draft.stated(energy),
            None => draft.no_energy(),
        };
        draft.findings(codes).failed();
    };
    for (number, value) in
        ["5.600*kWh", "-005.600*kWh", "001.2e+3*kWh", "0005,600*kWh", "0005.600*Wh", "0005.600", "0005.6000*kWh"].iter().enumerate()
    {
        bad(&format!("energy-form-{}", number + 1), "RV", value, None, &["VAL002"]);
    }
    for (number, value) in ["26032902250", "261329022500", "260229022500", "260329242500", "tomorrow"].iter().enumerate() {
        bad(&format!("time-form-{}", number + 1), "CT", value, Some(ENERGY), &["TIM001", "TIM002"]);
    }
    let stated = Some(ENERGY);
    bad("end-before-begin", "CT", "260329015000", stated, &["TIM003", "TIM012"]);
    bad("duration-minutes", "CD", "006000", stated, &["FMT016"]);
    bad("duration-short", "CD", "2700", stated, &["FMT016"]);
    bad("counter-letters", "CSC", "7a", stated, &["FMT016"]);
    bad("counter-sign", "CSC", "+7", stated, &["FMT016"]);
    bad("session-two-parts", "SI", "04A1B2C3*1", stated, &["FMT016"]);
    bad("session-four-parts", "SI", "DE*TST*1*tx", stated, &["FMT016"]);
    bad("session-id-empty", "SI", "*1*tx", stated, &["FMT016"]);
    bad("session-id-long", "SI", &format!("{}*1*tx", "A".repeat(37)), stated, &["FMT016"]);
    bad("checksum-short", "CS", "0a1b2c3", stated, &["FMT016"]);
    bad("checksum-letters", "CS", "0a1b2c3z", stated, &["FMT016"]);
    bad("serial-short", "HW", "TST0000042", stated, &["FMT016"]);
    bad("serial-empty", "HW", "", stated, &["FMT016", "MTR001"]);
    bad("meter-type-letter", "DT", "A", stated, &["FMT016"]);
    bad("hidden-characters", "SI", "04A1\u{202e}B2C3*1*tx", stated, &["FMT002"]);
    let mut odd = |name: &str, field: &str, value: &str, codes: &[&str]| {
        let content = Session::usual().set(field, value).record();
        let draft = one(group, name, &format!("{field} is “{value}”."), content).flag("field-rule").proven(ENERGY).findings(codes);
        if codes.is_empty() { draft.verified() } else { draft.warned() }
    };
    odd("session-kind-9", "SI", "04A1B2C3*9*tx", &["FMT010"]);
    odd("session-colon", "SI", "a:b*1*tx", &[]);
    odd("duration-differs", "CD", "003700", &["TIM012"]);
    odd("meter-type-1", "DT", "1", &[]);
}

fn case<'a>(group: &'a mut Group, name: &str, description: &str, session: &Session) -> Draft<'a> {
    one(group, name, description, session.record()).flag("field-rule")
}

/// What concerns the groups as such, under a good signature.
fn order(group: &mut Group) {
    let usual = Session::usual;
    case(group, "order", "Two groups changed places.", &usual().swapped("RV", "SP")).stated(ENERGY).findings(&["FMT016"]).failed();
    case(group, "unknown-group", "A group nobody knows.", &usual().add_behind("DT", "XX", "a:b"))
        .proven(ENERGY)
        .findings(&["FMT013"])
        .warned();
    case(group, "energy-twice", "RV stands twice.", &usual().add_behind("RV", "RV", "0001.000*kWh"))
        .no_energy()
        .findings(&["FMT001", "VAL002"])
        .failed();
    case(group, "billable-twice", "BV stands twice.", &usual().set("BV", "0").add_behind("BV", "BV", "1"))
        .stated(ENERGY)
        .findings(&["FMT001", "MTR005"])
        .failed();
    let twice = usual().add_behind("PK", "SG", "00");
    let draft = group.case("signature-twice", "SG stands twice.").flag("pcdf").flag("field-rule").input("pcdf", twice.record()).key(&METER);
    draft.not_checked("signature-unreadable").stated(ENERGY).findings(&["FMT001", "SIG003"]).failed();
}

/// Each signed field altered, the signature left.
fn signed_fields(group: &mut Group) {
    let mut altered = |field: &str, value: &str, energy: Option<&str>, codes: &[&str]| {
        let content = Session::usual().set(field, value).signed_as(&Session::usual());
        let draft = group.case(&format!("altered-{field}"), "A signed field was altered.").flag("pcdf").flag("tampering");
        let draft = draft.altered(GENUINE, &format!("{field} became {value}")).input("pcdf", content).key(&METER).invalid("mismatch");
        let draft = match energy {
            Some(energy) => draft.stated(energy),
            None => draft.no_energy(),
        };
        draft.findings(&["SIG001"]).findings(codes).failed();
    };
    let same = Some(ENERGY);
    altered("ST", "260329015801", same, &[]);
    altered("CT", "260329022501", same, &[]);
    altered("CD", "002701", same, &[]);
    altered("TV", "0", same, &["TIM002", "TIM009"]);
    altered("BV", "0", same, &["MTR005"]);
    altered("CSC", "8", same, &[]);
    altered("SP", "0", None, &["TXN002"]);
    altered("RV", "0004.600*kWh", Some("4.600 kWh"), &[]);
    altered("SI", "04A1B2C3*1*tx-0008", same, &[]);
    altered("CS", "0a1b2c3e", same, &[]);
    altered("HW", "TST00000043", same, &[]);
    altered("DT", "1", same, &[]);
    altered("PK", &hex::encode(OTHER.public_bytes()), same, &["KEY005"]);
}

fn signatures(group: &mut Group) {
    let usual = Session::usual();
    let spelled = |spelling| usual.spelled(&METER, spelling);
    let record = usual.record();
    let (signed, signature) = record.split_once("(SG:").unwrap();
    let capitals = format!("{signed}(SG:{}", signature.to_uppercase());
    one(group, "signature-capitals", "The signature in capital hex.", capitals).proven(ENERGY).verified();
    one(group, "signature-non-minimal", "The numbers have zeros in front.", spelled(Spelling::NonMinimal))
        .proven(ENERGY)
        .findings(&["SIG004"])
        .warned();
    one(group, "signature-raw", "The numbers stand without structure.", spelled(Spelling::Raw))
        .proven(ENERGY)
        .findings(&["SIG005"])
        .warned();
    let mut broken = |name: &str, alteration: &str, content: String, reason: &str, code: &str| {
        let draft = group.case(name, "The signature was altered.").flag("pcdf").flag("tampering").altered(GENUINE, alteration);
        draft.input("pcdf", content).key(&METER).invalid(reason).stated(ENERGY).findings(&[code]).failed();
    };
    let other = Session::usual().set("CSC", "9");
    broken("signature-of-another", "SG is that of another record", usual.signed_as(&other), "mismatch", "SIG001");
    broken("signature-zero", "SG became 64 zero bytes", usual.sealed(&"00".repeat(64)), "out-of-range", "SIG014");
    broken("signature-cut", "SG lost its last byte", usual.sealed("3003020101"), "malformed", "SIG001");
    let mut unreadable = |name: &str, alteration: &str, signature: &str| {
        let draft = group.case(name, "The signature cannot be read.").flag("pcdf").flag("tampering").altered(GENUINE, alteration);
        let draft = draft.input("pcdf", usual.sealed(signature)).key(&METER);
        draft.not_checked("signature-unreadable").stated(ENERGY).findings(&["SIG003"]).unchecked();
    };
    unreadable("signature-base64", "SG was written in Base64", &STANDARD.encode([1, 2, 3, 4, 5]));
    unreadable("signature-odd", "SG became an odd number of digits", "300");
    unreadable("signature-empty", "SG was emptied", "");
}

fn malformed(group: &mut Group) {
    let usual = Session::usual;
    let mut unreadable = |name: &str, description: &str, content: String| {
        let draft = group.case(name, description).flag("pcdf").flag("malformed").input("pcdf", content).key(&METER);
        draft.not_checked("record-unreadable").errors(&["record-unreadable"]).unchecked();
    };
    for field in ["ST", "CT", "CD", "TV", "BV", "CSC", "SP", "RV", "SI", "CS", "HW", "DT", "PK"] {
        unreadable(&format!("missing-{field}"), &format!("{field} is missing."), usual().without(field).record());
    }
    unreadable("missing-SG", "SG is missing.", usual().text());
    unreadable("cut", "The record ends within a group.", usual().record()[..150].to_owned());
    unreadable("bracket-inside", "A bracket stands in a value.", usual().set("SI", "a(b*1*tx").record());
    unreadable("name-small", "A name has small letters.", usual().record().replacen("(ST:", "(st:", 1));
    unreadable("no-colon", "A group has no colon.", usual().record().replacen("(TV:1)", "(TV1)", 1));
    let moved = usual().record();
    let (signed, signature) = moved.split_once("(SG:").unwrap();
    unreadable("group-behind-signature", "A group stands behind the signature.", format!("{signed}(SG:{signature}(XX:1)"));
    let draft = group.case("prefix", "The prefix is another.").flag("pcdf").flag("malformed");
    draft.input("pcdf", usual().record().replacen("128.8.0", "128.8.1", 1)).key(&METER).errors(&["nothing-found"]).unchecked();
}
