//! Snapshots of BSM-WS36A meters, signed as the meter does it and retold in JSON.

use super::super::der::{self, Spelling};
use super::super::keys::{Key, METER};
use eichrecht_model::Hash;

/// A data point.
#[derive(Clone, Debug)]
pub enum Point {
    /// Value, power of ten, number of the unit.
    Number(i64, i8, u8),
    /// A text.
    Text(String),
}

/// A snapshot, every signed value open.
#[derive(Clone, Debug)]
pub struct Snapshot(pub Vec<(&'static str, Point)>);

/// Context of the snapshots.
const CONTEXT: &str = "https://www.chargeit-mobility.com/contexts/bsm-ws36a-json-v1";

impl Snapshot {
    /// Begin of the usual session: the session register is at zero, the total at 15.3 kWh.
    #[must_use]
    pub fn begin() -> Self {
        let text = |text: &str| Point::Text(text.to_owned());
        Self(vec![
            ("Typ", Point::Number(1, 0, 255)),
            ("RCR", Point::Number(0, 1, 30)),
            ("TotWhImp", Point::Number(1530, 1, 30)),
            ("W", Point::Number(0, 1, 27)),
            ("MA1", text("001TST0000000042")),
            ("RCnt", Point::Number(305, 0, 255)),
            ("OS", Point::Number(5_350_000, 0, 7)),
            ("Epoch", Point::Number(1_780_034_400, 0, 7)),
            ("TZO", Point::Number(120, 0, 6)),
            ("EpochSetCnt", Point::Number(110, 0, 255)),
            ("EpochSetOS", Point::Number(5_349_000, 0, 7)),
            ("DI", Point::Number(1, 0, 255)),
            ("DO", Point::Number(0, 0, 255)),
            ("Meta1", text("contract-id: rfid:1a2b3c4d")),
            ("Meta2", text("evse-id: DE*TST*E42")),
            ("Meta3", text("csc-sw-version: v1.2.34")),
            ("Evt", Point::Number(0, 0, 255)),
        ])
    }

    /// Its end, half an hour and 5.6 kWh later.
    #[must_use]
    pub fn end() -> Self {
        Self::begin()
            .number("Typ", 2)
            .number("RCR", 560)
            .number("TotWhImp", 2090)
            .number("RCnt", 306)
            .number("OS", 5_351_800)
            .number("Epoch", 1_780_036_200)
    }

    fn replaced(mut self, name: &str, with: impl FnOnce(&mut Point)) -> Self {
        with(&mut self.0.iter_mut().find(|(point, _)| *point == name).unwrap().1);
        self
    }

    /// Another value.
    #[must_use]
    pub fn number(self, name: &str, number: i64) -> Self {
        self.replaced(name, |point| match point {
            Point::Number(value, ..) => *value = number,
            Point::Text(_) => panic!("{name} is a text"),
        })
    }

    /// Another number of the unit.
    #[must_use]
    pub fn unit(self, name: &str, number: u8) -> Self {
        self.replaced(name, |point| match point {
            Point::Number(_, _, unit) => *unit = number,
            Point::Text(_) => panic!("{name} is a text"),
        })
    }

    /// Another text.
    #[must_use]
    pub fn text(self, name: &str, text: &str) -> Self {
        self.replaced(name, |point| *point = Point::Text(text.to_owned()))
    }

    /// What the meter signs.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for (_, point) in &self.0 {
            match point {
                Point::Number(value, scale, unit) => {
                    bytes.extend((value & 0xFFFF_FFFF).to_be_bytes().into_iter().skip(4));
                    bytes.extend(scale.to_be_bytes());
                    bytes.push(*unit);
                }
                Point::Text(text) => {
                    bytes.extend(u32::try_from(text.len()).unwrap().to_be_bytes());
                    bytes.extend(text.bytes());
                }
            }
        }
        bytes
    }

    fn get(&self, name: &str) -> &Point {
        &self.0.iter().find(|(point, _)| *point == name).unwrap().1
    }

    /// The number of a data point.
    #[must_use]
    pub fn shown_number(&self, name: &str) -> i64 {
        match self.get(name) {
            Point::Number(value, ..) => *value,
            Point::Text(_) => panic!("{name} is a text"),
        }
    }

    fn shown(&self, name: &str) -> String {
        match self.get(name) {
            Point::Number(value, ..) => value.to_string(),
            Point::Text(text) => text.clone(),
        }
    }

    /// An entry of the list.
    #[must_use]
    pub fn entry(&self, name: &str) -> String {
        let id = match name {
            "RCR" => ", \"id\": \"1-0:1.8.0*198\"",
            "TotWhImp" => ", \"id\": \"1-0:1.8.0*255\"",
            _ => "",
        };
        let value = match self.get(name) {
            Point::Number(value, scale, unit) => {
                let word = [(30, "WATT_HOUR"), (27, "WATT"), (7, "SECOND"), (6, "MIN")].iter().find(|(number, _)| number == unit);
                let word = word.map_or("UNITLESS", |(_, word)| word);
                let kind = if ["W", "TZO"].contains(&name) { "Integer32" } else { "UnsignedInteger32" };
                format!("\"value\": {value}, \"scale\": {scale}, \"unitEncoded\": {unit}, \"unit\": \"{word}\", \"valueType\": \"{kind}\"")
            }
            Point::Text(text) => format!("\"value\": \"{text}\", \"valueType\": \"String\", \"valueEncoding\": \"UTF-8\""),
        };
        format!("{{\"measurand\": {{\"name\": \"{name}\"{id}}}, \"measuredValue\": {{{value}}}}}")
    }

    /// The snapshot in JSON, signed by the usual key.
    #[must_use]
    pub fn json(&self) -> String {
        self.signed_as(self, &METER)
    }

    /// It shows one snapshot and carries the signature of another.
    #[must_use]
    pub fn signed_as(&self, other: &Self, key: &Key) -> String {
        let pair = key.sign_pair(Hash::Sha256, &other.bytes());
        let (meter, count) = (self.shown("MA1"), self.shown("RCnt"));
        let time = if count == "305" { "2026-05-29T08:00:00+02:00" } else { "2026-05-29T08:30:00+02:00" };
        let list: Vec<String> = self.0.iter().map(|(name, _)| format!("    {}", self.entry(name))).collect();
        format!(
            "{{\n  \"@context\": \"{CONTEXT}\",\n  \"@id\": \"{meter}-{count}\",\n  \"time\": \"{time}\",\n  \"meterInfo\": {{\"meterId\": \
             \"{meter}\", \"publicKey\": \"{}\", \"type\": \"BSM-WS36A\"}},\n  \"contract\": {{\"id\": \"1a2b3c4d\", \"type\": \"rfid\"}},\n  \
             \"measurementId\": {count},\n  \"value\": {},\n  \"additionalValues\": [\n{}\n  ],\n  \"signature\": \"{}\"\n}}",
            hex::encode(METER.spki()),
            self.entry("RCR"),
            list.join(",\n"),
            hex::encode(der::signature(&pair, Spelling::Strict, 32)),
        )
    }
}

/// A container of chargeIT with these values, old style.
#[must_use]
pub fn container(values: &[String]) -> String {
    format!(
        "{{\"placeInfo\": {{\"evseId\": \"DE*TST*E42\", \"address\": {{\"town\": \"Testdorf\"}}}},\n\"signedMeterValues\": [{}]}}\n",
        values.join(",\n")
    )
}
