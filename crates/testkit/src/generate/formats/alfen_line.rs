//! Lines of Alfen stations with every byte under control.

use data_encoding::BASE32;
use eichrecht_model::{Curve, Hash};

use super::super::ecdsa::octets;
use super::super::keys::{Key, of_curve};

/// 2026-03-29 00:58 in universal time.
pub const BEGIN: u32 = 1_774_745_880;
/// Seconds the usual session lasts.
pub const LASTS: u32 = 27 * 60;
/// What the usual session consumed.
pub const ENERGY: &str = "5600 Wh";
/// What is found about every session by design: the curve is weak, the clock for information.
pub const ALWAYS: [&str; 2] = ["SIG007", "TIM002"];

/// The key of the adapter.
#[must_use]
pub fn key() -> Key {
    of_curve(Curve::Secp192r1)
}

/// A line with its fields.
#[derive(Clone, Debug)]
pub struct Line {
    /// Field 1, unsigned.
    pub kind: char,
    /// Field 2, unsigned.
    pub version: char,
    /// Identity of the adapter.
    pub adapter: [u8; 10],
    /// Firmware of the adapter.
    pub firmware: [u8; 4],
    /// Checksum of the firmware.
    pub checksum: [u8; 2],
    /// Identity of the meter.
    pub meter: [u8; 10],
    /// Status word.
    pub status: u32,
    /// Seconds counted.
    pub index: u32,
    /// Unix seconds.
    pub time: u32,
    /// Register.
    pub obis: [u8; 6],
    /// Unit code.
    pub unit: u8,
    /// Power of ten.
    pub scaler: i8,
    /// Register value.
    pub value: i64,
    /// User.
    pub uid: [u8; 20],
    /// Session counter.
    pub session: u32,
    /// Record counter.
    pub paging: u32,
}

impl Line {
    /// The begin of the usual session.
    #[must_use]
    pub fn begin() -> Self {
        Self {
            kind: '0',
            version: '3',
            adapter: *b"\x0a\x0eTST\x00\x01\xab\x66\x92",
            firmware: *b"v016",
            checksum: [0xC0, 0xDE],
            meter: *b"\x0a\x01TST\x00\x33\x00\x85\x06",
            status: 1 << 29,
            index: 500_000,
            time: BEGIN,
            obis: [1, 0, 1, 8, 0, 255],
            unit: 0x1E,
            scaler: 0,
            value: 1_200_500,
            uid: *b"04A1B2C3\0\0\0\0\0\0\0\0\0\0\0\0",
            session: 7,
            paging: 14,
        }
    }

    /// Its end.
    #[must_use]
    pub fn end() -> Self {
        let begin = Self::begin();
        Self {
            kind: '1',
            status: 1 << 28,
            index: begin.index + LASTS,
            time: begin.time + LASTS,
            value: begin.value + 5600,
            paging: begin.paging + 1,
            ..begin
        }
    }

    /// A reading in between.
    #[must_use]
    pub fn between() -> Self {
        let begin = Self::begin();
        Self {
            kind: '2',
            status: 1 << 27,
            index: begin.index + 600,
            time: begin.time + 600,
            value: begin.value + 2000,
            paging: begin.paging + 1,
            ..begin
        }
    }

    /// The line with something changed.
    #[must_use]
    pub fn with(mut self, change: impl FnOnce(&mut Self)) -> Self {
        change(&mut self);
        self
    }

    /// The signed bytes.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        [
            self.adapter.as_slice(),
            &self.firmware,
            &self.checksum,
            &self.meter,
            &self.status.to_le_bytes(),
            &self.index.to_le_bytes(),
            &self.time.to_le_bytes(),
            &self.obis,
            &[self.unit],
            &self.scaler.to_le_bytes(),
            &self.value.to_le_bytes(),
            &self.uid,
            &self.session.to_le_bytes(),
            &self.paging.to_le_bytes(),
        ]
        .concat()
    }

    /// The signature over these bytes.
    #[must_use]
    pub fn signature(&self, by: &Key) -> Vec<u8> {
        let pair = by.sign_pair(Hash::Sha256, &self.bytes());
        [octets(&pair.r, 24), octets(&pair.s, 24)].concat()
    }

    /// The line, signed by the usual key.
    #[must_use]
    pub fn text(&self) -> String {
        self.by(&key())
    }

    /// The line, signed by a key which it carries.
    #[must_use]
    pub fn by(&self, key: &Key) -> String {
        self.parts(&key.compressed(), &self.bytes(), &self.signature(key))
    }

    /// The line with the signature of another one.
    #[must_use]
    pub fn signed_as(&self, other: &Self) -> String {
        self.parts(&key().compressed(), &self.bytes(), &other.signature(&key()))
    }

    /// The line with these bytes in it.
    #[must_use]
    pub fn parts(&self, key: &[u8], data: &[u8], signature: &[u8]) -> String {
        let [key, data, signature] = [key, data, signature].map(|bytes| BASE32.encode(bytes));
        format!("AP;{};{};{key};{data};{signature};", self.kind, self.version)
    }
}

/// Begin and end, a line each.
#[must_use]
pub fn session(begin: &Line, end: &Line) -> String {
    format!("{}\n{}\n", begin.text(), end.text())
}
