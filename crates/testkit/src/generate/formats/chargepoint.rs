//! Sessions of ChargePoint stations: a JSON file and its signature beside it in an archive.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use eichrecht_model::{Curve, Hash, KeyKind};

use super::super::archive::{self, Member};
use super::super::book::{Draft, Group};
use super::super::der::{self, Spelling};
use super::super::keys::{Key, METER, OTHER, of_curve};

const ENERGY: &str = "5.60 kWh";
/// The record names no register, so the only one there is counts; the clock is for information.
const USUAL: [&str; 2] = ["OBI002", "TIM002"];
const GENUINE: &str = "chargepoint/session";

const SESSION: &str = r#"{
 "outlet": 2,
 "session_id": 7,
 "station_mac": "00aa00bb00cc00dd",
 "driver_info": "00112233445566778899aabbccddeeff",
 "meter_serial": "100001T",
 "meter_startreading": 1200.50,
 "meter_endreading": 1206.10,
 "total_energy": 5.6,
 "energy_units": "kWh",
 "start_time": 1767261600,
 "end_time": 1767265200
}"#;

const INVOICE: &str = r#"{
 "additional_info": {
  "currency_code": "EUR",
  "driver_info": "urn:example:card:1",
  "energy_units": "Wh",
  "meter_endreading": 1206100,
  "meter_serial": "100001T",
  "meter_startreading": 1200500,
  "outlet": 2,
  "session_id": 8,
  "station_mac": "00aa:00bb:00cc:00dd"
 },
 "company_name": "Test&#32;Power",
 "display_unit": 3600,
 "energy": [
  {
   "active_charging": 0,
   "duration": 3600,
   "end_time_utc": 1767265200,
   "line_item_cost": 1.6799999999999999,
   "seq_num": 1,
   "start_time_utc": 1767261600,
   "type": "ENERGY",
   "unit_price": "0.30000",
   "units": 5.5999999999999996
  },
  {
   "duration": 3600,
   "energy_subtotal": 1.6799999999999999,
   "seq_num": "SUBTOTAL",
   "type": "ENERGY",
   "units": 5.5999999999999996
  }
 ],
 "minMaxAdj": [],
 "parking": [
  {
   "end_time_utc": 1767265500,
   "start_time_utc": 1767261600,
   "type": "PARKING",
   "units": 3900
  }
 ],
 "subtotal": 1.6799999999999999,
 "subtotal_before_adjustment": 1.6799999999999999,
 "totalAmount": 2
}"#;

/// The key of stations.
fn station() -> Key {
    of_curve(Curve::Secp224k1)
}

fn sign(key: &Key, text: &[u8]) -> Vec<u8> {
    let KeyKind::Ec(curve) = key.kind else { panic!("{} is no curve key", key.name) };
    der::signature(&key.sign_pair(Hash::Sha256, text), Spelling::Strict, curve.order_bytes())
}

fn pair(text: impl AsRef<[u8]>, signature: impl AsRef<[u8]>) -> Vec<u8> {
    archive::tar(&[Member::new("secrrct.sign", signature), Member::new("secrrct", text)])
}

fn signed(text: &str) -> Vec<u8> {
    pair(text, sign(&station(), text.as_bytes()))
}

fn one<'a>(group: &'a mut Group, name: &str, description: &str, content: impl AsRef<[u8]>) -> Draft<'a> {
    group.case(name, description).flag("chargepoint").input("tar", content).key(&station())
}

/// The group.
#[must_use]
pub fn group() -> Group {
    let mut group = Group::of_format("chargepoint", "ChargePoint sessions: archives, keys, forms, alterations.");
    good(&mut group);
    keys(&mut group);
    deviations(&mut group);
    altered(&mut group);
    broken(&mut group);
    loose(&mut group);
    group
}

fn good(group: &mut Group) {
    one(group, "session", "The session with its signature beside it.", signed(SESSION)).valid(1).proven(ENERGY).findings(&USUAL).warned();
    one(group, "invoice", "The older form, an invoice with the session inside.", signed(INVOICE))
        .valid(1)
        .proven("5600 Wh")
        .findings(&USUAL)
        .warned();
    for (name, text) in
        [("hex", hex::encode(sign(&station(), SESSION.as_bytes()))), ("base64", STANDARD.encode(sign(&station(), SESSION.as_bytes())))]
    {
        one(group, &format!("signature-{name}"), "The signature is text.", pair(SESSION, text + "\n"))
            .valid(1)
            .proven(ENERGY)
            .findings(&USUAL)
            .findings(&["CON011"])
            .warned();
    }
    let mut folders = Vec::new();
    for (folder, text) in [("a", SESSION), ("b", INVOICE)] {
        folders.push(Member::new(&format!("{folder}/secrrct"), text));
        folders.push(Member::new(&format!("{folder}/secrrct.sign"), sign(&station(), text.as_bytes())));
    }
    one(group, "folders", "Two sessions in folders of one archive.", archive::tar(&folders))
        .valid(2)
        .proven(ENERGY)
        .proven("5600 Wh")
        .findings(&USUAL)
        .warned();
}

fn keys(group: &mut Group) {
    let p256 = pair(SESSION, sign(&METER, SESSION.as_bytes()));
    group
        .case("session-256", "Signed on secp256r1: the key decides on the curve.")
        .flag("chargepoint")
        .input("tar", &p256)
        .key(&METER)
        .valid(1)
        .proven(ENERGY)
        .findings(&USUAL)
        .warned();
    let zip = |tar: &[u8], keys: &[(&str, &Key)]| {
        let mut members: Vec<Member> = keys.iter().map(|(name, key)| Member::new(name, key.pem())).collect();
        members.push(Member::new("00aa00bb00cc00dd_2_1_payload.tar", tar));
        archive::zip(&members)
    };
    group
        .case("key-beside", "The key lies beside the session in an archive around both.")
        .flag("chargepoint")
        .input("zip", zip(&signed(SESSION), &[("00aa00bb00cc00dd_2.pem", &station())]))
        .valid(1)
        .proven(ENERGY)
        .findings(&USUAL)
        .findings(&["KEY004"])
        .warned();
    group
        .case("keys-beside", "Two keys lie beside the session: found by trial.")
        .flag("chargepoint")
        .input("zip", zip(&signed(SESSION), &[("00aa00bb00cc00dd_1.pem", &OTHER), ("00aa00bb00cc00dd_2.pem", &station())]))
        .valid(1)
        .proven(ENERGY)
        .findings(&USUAL)
        .findings(&["KEY004", "KEY010"])
        .warned();
    group
        .case("no-key", "There is no key.")
        .flag("chargepoint")
        .input("tar", signed(SESSION))
        .not_checked("no-key")
        .stated(ENERGY)
        .findings(&USUAL)
        .findings(&["KEY001"])
        .unchecked();
    group
        .case("other-key", "The key is that of another station.")
        .flag("chargepoint")
        .input("tar", signed(SESSION))
        .key(&OTHER)
        .invalid("mismatch")
        .stated(ENERGY)
        .findings(&USUAL)
        .findings(&["SIG001"])
        .failed();
}

/// A session that is signed with something changed.
fn with<'a>(group: &'a mut Group, name: &str, description: &str, (from, to): (&str, &str), codes: &[&str]) -> Draft<'a> {
    let text = SESSION.replace(from, to);
    assert_ne!(text, SESSION, "{name}");
    one(group, name, description, signed(&text)).valid(1).findings(&["TIM002"]).findings(codes)
}

/// What is signed and not as it should be.
fn deviations(group: &mut Group) {
    let total = ("5.6,", "5.7,");
    with(group, "total-differs", "The total is not the difference.", total, &["FMT017", "OBI002"]).proven(ENERGY).warned();
    let quoted = ("1206.10", "\"1206.10\"");
    with(group, "number-as-text", "A reading stands between quotes.", quoted, &["FMT014", "OBI002"]).proven(ENERGY).warned();
    let nobody = ("00112233445566778899aabbccddeeff", "");
    with(group, "driver-missing", "Nobody is named.", nobody, &["OBI002"]).proven(ENERGY).warned();
    let outlet = (" \"outlet\": 2,\n", "");
    with(group, "outlet-missing", "The outlet is missing.", outlet, &["FMT009", "OBI002"]).proven(ENERGY).warned();
    let falls = ("1206.10", "1106.10");
    with(group, "falls", "The end is below the begin.", falls, &["FMT017", "OBI002", "VAL001"]).stated("-94.40 kWh").failed();
    // Without a unit of energy there is no register to bill, so nothing is said of the time of its readings.
    let unit = one(group, "unit", "Nobody knows the unit.", signed(&SESSION.replace("kWh", "MWh")));
    unit.valid(1).no_energy().findings(&["OBI007", "TXN006"]).failed();
    let twice = ("\"outlet\": 2", "\"meter_endreading\": 9999.0");
    with(group, "twice", "The end stands twice.", twice, &["FMT001", "FMT009", "OBI002", "VAL002"]).no_energy().failed();
    let in_front = ("1767265200", "1767261000");
    with(group, "end-in-front", "The end lies before the begin.", in_front, &["OBI002", "TIM003"]).stated(ENERGY).failed();
}

/// Record and signature as two inputs.
fn loose(group: &mut Group) {
    two_files(group, "loose", "Session and signature are two files.", SESSION, "loose/secrrct.sign")
        .valid(1)
        .proven(ENERGY)
        .findings(&USUAL)
        .warned();
    let altered = SESSION.replace("ddeeff", "ddeefe");
    two_files(group, "loose-altered", "Two files, and the session is altered.", &altered, "loose-altered/secrrct.sign")
        .altered(GENUINE, "driver")
        .invalid("mismatch")
        .stated(ENERGY)
        .findings(&USUAL)
        .findings(&["SIG001"])
        .failed();
    let description = "The signature is in another folder: nobody can tell whose it is.";
    two_files(group, "loose-elsewhere", description, SESSION, "loose-elsewhere/b/secrrct.sign")
        .not_checked("signature-unreadable")
        .stated(ENERGY)
        .findings(&USUAL)
        .findings(&["SIG003"])
        .errors(&["unknown-content"])
        .unchecked();
}

fn two_files<'a>(group: &'a mut Group, name: &str, description: &str, text: &str, signature: &str) -> Draft<'a> {
    group
        .case(name, description)
        .flag("chargepoint")
        .file(signature, sign(&station(), SESSION.as_bytes()))
        .file(&format!("{name}/secrrct"), text)
        .key(&station())
}

/// Every field altered once, behind the signature.
fn altered(group: &mut Group) {
    let changes = [
        ("outlet", "\"outlet\": 2", "\"outlet\": 1", ENERGY),
        ("session", "\"session_id\": 7", "\"session_id\": 8", ENERGY),
        ("station", "00cc00dd\"", "00cc00de\"", ENERGY),
        ("driver", "ddeeff", "ddeefe", ENERGY),
        ("meter", "100001T", "100002T", ENERGY),
        ("begin", "1200.50", "1200.40", "5.70 kWh"),
        ("end", "1206.10", "1206.20", "5.70 kWh"),
        ("total", "\"total_energy\": 5.6", "\"total_energy\": 5.60", ENERGY),
        ("begin-time", "1767261600", "1767261601", ENERGY),
        ("end-time", "1767265200", "1767265201", ENERGY),
        ("unit", "\"kWh\"", "\"Wh\"", "5.60 Wh"),
        ("zero", "1206.10", "1206.1", "5.60 kWh"),
        ("blank", "\"outlet\": 2", "\"outlet\":2", ENERGY),
        ("line-end", "\n}", "\n}\n", ENERGY),
        ("carriage-returns", "\n", "\r\n", ENERGY),
        ("byte-order-mark", "{", "\u{feff}{", ENERGY),
        ("added", "\"outlet\": 2,", "\"outlet\": 2, \"more\": 1,", ENERGY),
    ];
    let signature = sign(&station(), SESSION.as_bytes());
    for (name, from, to, energy) in changes {
        let text = SESSION.replace(from, to);
        assert_ne!(text, SESSION, "{name}");
        let differs: &[&str] = if matches!(name, "begin" | "end") { &["FMT017"] } else { &[] };
        one(group, &format!("altered/{name}"), "Altered behind the signature.", pair(&text, &signature))
            .altered(GENUINE, name)
            .invalid("mismatch")
            .stated(energy)
            .findings(&USUAL)
            .findings(differs)
            .findings(&["SIG001"])
            .failed();
    }
    let mut other = signature.clone();
    *other.last_mut().unwrap() ^= 1;
    one(group, "altered/signature", "One bit of the signature is altered.", pair(SESSION, &other))
        .altered(GENUINE, "signature")
        .invalid("mismatch")
        .stated(ENERGY)
        .findings(&USUAL)
        .findings(&["SIG001"])
        .failed();
    one(group, "altered/zeros", "Zeros in place of the signature.", pair(SESSION, [0; 20]))
        .altered(GENUINE, "signature")
        .invalid("malformed")
        .stated(ENERGY)
        .findings(&USUAL)
        .findings(&["SIG001"])
        .failed();
}

fn broken(group: &mut Group) {
    let alone = archive::tar(&[Member::new("secrrct", SESSION)]);
    one(group, "signature-missing", "The signature is not in the archive.", alone)
        .not_checked("signature-unreadable")
        .stated(ENERGY)
        .findings(&USUAL)
        .findings(&["SIG003"])
        .unchecked();
    let cut = &SESSION[..SESSION.len() - 2];
    one(group, "cut", "The file ends in the middle.", pair(cut, sign(&station(), cut.as_bytes())))
        .not_checked("record-unreadable")
        .errors(&["record-unreadable"])
        .unchecked();
}
