//! EMH readings: blocks of 320 bytes told field by field in JSON.

use eichrecht_model::Hash;

use super::super::book::{Draft, Group};
use super::super::ecdsa::octets;
use super::super::keys::{Key, OTHER};
use super::bsm_snapshot::container;
use super::edl40::{bare, small_key};

const ENERGY: &str = "5600.0 Wh";
/// What every such session gives rise to.
const USUAL: [&str; 5] = ["CON012", "CON016", "KEY004", "SIG007", "TIM002"];
const GENUINE: &str = "emh/session";

/// A reading, every signed field open.
#[derive(Clone, Debug)]
pub struct Reading {
    server: [u8; 10],
    time: u32,
    status: u8,
    index: u32,
    page: u32,
    obis: [u8; 6],
    unit: u8,
    scaler: i8,
    value: u64,
    logbook: [u8; 2],
    contract: String,
    contract_time: u32,
}

impl Reading {
    /// Begin of the usual session.
    #[must_use]
    pub fn begin() -> Self {
        Self {
            server: [9, 1, b'T', b'S', b'T', 0, 0, 0, 0, 42],
            time: 1_780_034_400,
            status: 0x08,
            index: 708_469,
            page: 0xDD,
            obis: [1, 0, 1, 0x11, 0, 0xFF],
            unit: 30,
            scaler: -1,
            value: 125_396,
            logbook: [0, 4],
            contract: "1A2B3C4D".to_owned(),
            contract_time: 1_780_034_400,
        }
    }

    /// Its end, half an hour and 5.6 kWh later.
    #[must_use]
    pub fn end() -> Self {
        Self { time: 1_780_036_200, index: 710_269, page: 0xDE, value: 181_396, ..Self::begin() }
    }

    fn bytes(&self) -> Vec<u8> {
        let mut bytes = self.server.to_vec();
        bytes.extend((self.time + 7200).to_le_bytes());
        bytes.push(self.status);
        bytes.extend(self.index.to_le_bytes());
        bytes.extend(self.page.to_le_bytes());
        bytes.extend(self.obis);
        bytes.push(self.unit);
        bytes.extend(self.scaler.to_le_bytes());
        bytes.extend(self.value.to_le_bytes());
        bytes.extend(self.logbook);
        bytes.extend(self.contract.bytes());
        bytes.resize(169, 0);
        bytes.extend((self.contract_time + 7200).to_le_bytes());
        bytes.resize(320, 0);
        bytes
    }

    /// The reading in JSON, signed by the usual key.
    #[must_use]
    pub fn json(&self) -> String {
        self.signed_as(self, &small_key())
    }

    /// It shows one reading and carries the signature of another.
    fn signed_as(&self, other: &Self, key: &Key) -> String {
        // Meters of this make sign on the small curve.
        let message = other.bytes();
        let pair = key.sign_pair(Hash::Sha256, &message);
        let signature = [octets(&pair.r, 24), octets(&pair.s, 24)].concat();
        let clock = |time: u32| format!("{{\"timestamp\": {time}, \"localOffset\": 60, \"seasonOffset\": 60}}");
        format!(
            "{{\"timestamp\": 1780041600,\n  \"meterInfo\": {{\"meterId\": \"{}\", \"publicKey\": \"{}\", \"type\": \"eHZ\"}},\n  \"transactionId\": \
             \"42:7\",\n  \"contract\": {{\"id\": \"{}\", \"type\": \"RFID_TAG_ID\", \"timestampLocal\": {}}},\n  \"measurementId\": \
             \"{:08X}\",\n  \"measuredValue\": {{\"timestampLocal\": {}, \"value\": \"{}\", \"unit\": \"WATT_HOUR\", \"scale\": {}, \
             \"valueType\": \"Integer64\", \"unitEncoded\": {}}},\n  \"measurand\": {{\"id\": \"{}\", \"name\": \"ENERGY_TOTAL\"}},\n  \
             \"additionalInfo\": {{\"indexes\": {{\"timer\": {}, \"logBook\": \"{}\"}}, \"status\": \"{:02x}\"}},\n  \"signature\": \"{}\"}}",
            hex::encode_upper(self.server),
            hex::encode_upper(bare(&small_key())),
            self.contract,
            clock(self.contract_time),
            self.page,
            clock(self.time),
            self.value,
            self.scaler,
            self.unit,
            hex::encode_upper(self.obis),
            self.index,
            hex::encode_upper(self.logbook),
            self.status,
            hex::encode_upper(signature),
        )
    }
}

/// The group.
#[must_use]
pub fn group() -> Group {
    let mut group = Group::of_format("emh", "EMH readings in JSON: signed fields, fields beside them, malformed ones.");
    case(&mut group, "session", "Begin and end.", &Reading::end().json()).valid(2).proven(ENERGY).findings(&USUAL).warned();
    beside(&mut group);
    signed(&mut group);
    meanings(&mut group);
    broken(&mut group);
    group
}

fn case<'a>(group: &'a mut Group, name: &str, description: &str, end: &str) -> Draft<'a> {
    group.case(name, description).flag("format").input("chargy", container(&[Reading::begin().json(), end.to_owned()]))
}

fn beside(group: &mut Group) {
    let end = Reading::end().json();
    let mut same = |name: &str, what: &str, from: &str, to: &str| {
        let text = end.replacen(from, to, 1);
        assert_ne!(text, end, "{name}");
        let draft = case(group, name, &format!("{what}."), &text).altered(GENUINE, what);
        draft.valid(2).proven(ENERGY).findings(&USUAL).warned();
    };
    same("time-beside", "The time that is not signed is another", "1780041600", "1");
    same("kind-of-contract", "The kind of the contract is another", "RFID_TAG_ID", "UNKNOWN");
    same("type-of-meter", "The type of the meter is another", "eHZ", "other");
    same("name-of-register", "The word for the register is another", "ENERGY_TOTAL", "ENERGY");
    same("zone", "The offsets are told as one", "\"localOffset\": 60, \"seasonOffset\": 60", "\"localOffset\": 120, \"seasonOffset\": 0");
    same("short-number", "The number of the reading has no leading zeros", "000000DE", "DE");
    let draft = case(group, "word-of-unit", "The word for the unit is another.", &end.replacen("WATT_HOUR", "JOULE", 1));
    let draft = draft.altered(GENUINE, "The word for the unit is another");
    draft.valid(2).stated(ENERGY).findings(&USUAL).findings(&["CON018"]).failed();
    let draft = case(group, "value-as-number", "The value is a number of JSON.", &end.replacen("\"181396\"", "181396", 1));
    draft.valid(2).proven(ENERGY).findings(&USUAL).findings(&["FMT011"]).warned();
    let draft = case(group, "transaction", "The numbers of the transactions differ.", &end.replacen("42:7", "42:8", 1));
    draft
        .altered(GENUINE, "The number of the transaction is another")
        .valid(2)
        .findings(&["CON012", "KEY004", "SIG007", "TXN007"])
        .unchecked();
}

/// Each signed field altered once after signing.
fn signed(group: &mut Group) {
    let end = Reading::end();
    let changes: [(&str, Reading); 12] = [
        ("meter", Reading { server: [9, 1, b'T', b'S', b'T', 0, 0, 0, 0, 43], ..end.clone() }),
        ("time", Reading { time: end.time + 1, ..end.clone() }),
        ("status", Reading { status: 0x88, ..end.clone() }),
        ("index", Reading { index: end.index + 1, ..end.clone() }),
        ("page", Reading { page: end.page + 1, ..end.clone() }),
        ("register", Reading { obis: [1, 0, 1, 8, 0, 0xFF], ..end.clone() }),
        ("unit", Reading { unit: 27, ..end.clone() }),
        ("scaler", Reading { scaler: 0, ..end.clone() }),
        ("value", Reading { value: end.value + 1, ..end.clone() }),
        ("logbook", Reading { logbook: [0, 5], ..end.clone() }),
        ("contract", Reading { contract: "1a2b3c4d".to_owned(), ..end.clone() }),
        ("contract-time", Reading { contract_time: end.contract_time + 1, ..end.clone() }),
    ];
    for (name, shown) in changes {
        let text = shown.signed_as(&end, &small_key());
        let what = format!("The field {name} was altered after signing");
        let draft =
            case(group, &format!("altered-{name}"), &format!("{what}."), &text).altered(GENUINE, &what).valid(1).invalid("mismatch");
        let draft = draft.findings(&["CON012", "KEY004", "SIG001", "SIG007"]);
        let draft = match name {
            "meter" => draft.findings(&["TXN004", "TXN007"]),
            "page" => draft.stated(ENERGY).findings(&["CON016", "PAG001", "TIM002"]),
            "logbook" => draft.stated(ENERGY).findings(&["CON016", "MTR008", "TIM002"]),
            "contract" => draft.stated(ENERGY).findings(&["CON016", "IDN004", "TIM002"]),
            "register" => draft.no_energy().findings(&["OBI001", "TXN006"]),
            "unit" => draft.no_energy().findings(&["CON016", "CON018", "OBI006", "TIM002"]),
            "scaler" => draft.stated("168856.4 Wh").findings(&["CON016", "TIM002"]),
            "value" => draft.stated("5600.1 Wh").findings(&["CON016", "TIM002"]),
            _ => draft.stated(ENERGY).findings(&["CON016", "TIM002"]),
        };
        draft.failed();
    }
    let key = Key { name: OTHER.name, ..small_key() };
    let draft =
        case(group, "other-meter", "Another meter signed the end.", &end.signed_as(&end, &key)).altered(GENUINE, "Signed by another key");
    draft.valid(1).invalid("mismatch").stated(ENERGY).findings(&USUAL).findings(&["SIG001"]).failed();
}

fn meanings(group: &mut Group) {
    let mut end = |name: &str, description: &str, reading: Reading, energy: &str, codes: &[&str], fails: bool| {
        let draft = case(group, name, description, &reading.json()).valid(2).findings(&USUAL).findings(codes);
        if fails { draft.stated(energy).failed() } else { draft.proven(energy).warned() }
    };
    let usual = Reading::end();
    end("magnet", "The meter felt a magnet.", Reading { status: 0x48, ..usual.clone() }, ENERGY, &["MTR003"], true);
    end("fault", "The meter reports an error.", Reading { status: 0x09, ..usual.clone() }, ENERGY, &["MTR003"], true);
    end("logbook", "Something was entered into the log book.", Reading { logbook: [0, 5], ..usual.clone() }, ENERGY, &["MTR008"], true);
    end("falls", "The register falls.", Reading { value: 125_395, ..usual.clone() }, "-0.1 Wh", &["VAL001"], true);
    end("gap", "Readings between the two are missing.", Reading { page: 0xE0, ..usual.clone() }, ENERGY, &["PAG001"], false);
    end("customer", "The customer changes.", Reading { contract: "5E6F".to_owned(), ..usual }, ENERGY, &["IDN004"], false);
}

fn broken(group: &mut Group) {
    let end = Reading::end().json();
    let mut broken = |name: &str, description: &str, from: &str, to: &str| {
        let text = end.replacen(from, to, 1);
        assert_ne!(text, end, "{name}");
        case(group, name, description, &text)
            .valid(1)
            .not_checked("record-unreadable")
            .findings(&["CON012", "KEY004", "SIG007", "TXN007"])
            .errors(&["record-unreadable"])
            .unchecked();
    };
    broken("status-missing", "The status is missing.", "\"status\"", "\"state\"");
    broken("value-fraction", "The value has a fraction.", "\"181396\"", "\"18139.6\"");
    broken("value-too-large", "The value exceeds 64 bits.", "\"181396\"", "\"18446744073709551616\"");
    broken("scale-too-large", "The power of ten exceeds a byte.", "\"scale\": -1", "\"scale\": 128");
    broken("meter-short", "The number of the meter has nine bytes.", "090154535400", "0901545354");
    broken("field-twice", "The value stands twice.", "\"value\": ", "\"value\": \"1\", \"value\": ");
    let cut = end.replace("\"signature\": \"", "\"signature\": \"zz");
    case(group, "signature-unreadable", "The signature is no hex.", &cut)
        .valid(1)
        .not_checked("signature-unreadable")
        .findings(&["CON012", "KEY004", "SIG003", "SIG007", "TXN007"])
        .unchecked();
}
