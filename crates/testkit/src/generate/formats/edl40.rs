//! Meters that sign blocks of 320 bytes: their telegrams in SML, and the blocks in XML.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use eichrecht_model::{Curve, Hash, KeyKind};

use super::super::ecdsa::octets;
use super::super::keys::{Key, METER, of_curve};

/// A register name.
pub type Obis = [u8; 6];

/// The signed register of the usual telegrams.
pub const SIGNED: Obis = [1, 0, 1, 0x11, 0, 0xFF];
/// The contract of the customer.
pub const CONTRACT: Obis = [0x81, 0x82, 0x81, 0x54, 1, 0xFF];
/// The seconds index.
pub const INDEX: Obis = [0x81, 0, 0x60, 8, 0, 1];
/// The pagination.
pub const PAGE: Obis = [0x81, 0x80, 0x81, 0x71, 1, 0xFF];

/// The key of meters with 192 bits.
#[must_use]
pub fn small_key() -> Key {
    of_curve(Curve::Secp192r1)
}

/// The key of meters with 256 bits.
#[must_use]
pub fn wide_key() -> Key {
    METER
}

/// The bare point, X and Y, as such meters show it.
#[must_use]
pub fn bare(key: &Key) -> Vec<u8> {
    key.public_bytes().split_off(1)
}

/// Both numbers of a signature as bare bytes, and the log book behind them.
#[must_use]
pub fn sign(key: &Key, message: &[u8], logbook: [u8; 2]) -> Vec<u8> {
    let KeyKind::Ec(curve) = key.kind else { panic!("{} is no curve key", key.name) };
    let pair = key.sign_pair(Hash::Sha256, message);
    let length = curve.order_bytes();
    [octets(&pair.r, length), octets(&pair.s, length), logbook.to_vec()].concat()
}

/// One reading of the usual layout, every field open.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Server id, ten bytes.
    pub server: Vec<u8>,
    /// UTC, and zone and season in minutes.
    pub time: (u32, i16, i16),
    /// Status word.
    pub status: u64,
    /// Seconds index.
    pub index: u32,
    /// Pagination.
    pub page: u32,
    /// Name of the register.
    pub obis: Obis,
    /// Number of the unit; 30 is watt hour.
    pub unit: u8,
    /// Power of ten.
    pub scaler: i8,
    /// Value.
    pub value: i64,
    /// State of the log book.
    pub logbook: [u8; 2],
    /// Contract of the customer.
    pub contract: Vec<u8>,
    /// When it was set, as the time.
    pub contract_time: (u32, i16, i16),
    /// Historical and compensated register, line resistance, stopwatch, price: of meters with 256 bits.
    pub extras: Option<[u64; 5]>,
    /// Beside the signature.
    pub client: Vec<u8>,
    /// Beside the signature.
    pub list_name: Vec<u8>,
}

impl Reading {
    /// The begin of a session: 12,539.6 Wh on 29 May 2026 at 8:00 in Berlin, page 221.
    #[must_use]
    pub fn begin() -> Self {
        Self {
            server: hex::decode("0901545354000000002a").unwrap(),
            time: (1_780_034_400, 60, 60),
            status: 0x08,
            index: 708_469,
            page: 221,
            obis: SIGNED,
            unit: 30,
            scaler: -1,
            value: 125_396,
            logbook: [1, 0x10],
            contract: b"DE-TST-C0001".to_vec(),
            contract_time: (1_780_034_390, 60, 60),
            extras: None,
            client: b"TEST".to_vec(),
            list_name: vec![0x81, 0x80, 0x81, 0x71, 3, 0xFF],
        }
    }

    /// The end of that session, an hour and 5,600.0 Wh later.
    #[must_use]
    pub fn end() -> Self {
        let begin = Self::begin();
        Self { time: (begin.time.0 + 3600, 60, 60), status: 0x88, index: begin.index + 3600, page: 222, value: 181_396, ..begin }
    }

    /// The same of a meter with 256 bits: its status word, and 1,000 Wh less in the compensated register.
    #[must_use]
    pub fn wide(mut self) -> Self {
        self.server[0] = 0x0A;
        self.status = if self.status == 0x08 { 0x8004_0004 } else { 0x8004_0104 };
        let less = u64::try_from(self.value).unwrap() - 10_000;
        self.extras = Some([less, less, 1000, 0, 0]);
        self
    }

    /// The key of the meter.
    #[must_use]
    pub fn key(&self) -> Key {
        if self.extras.is_some() { wide_key() } else { small_key() }
    }

    fn local((utc, zone, season): (u32, i16, i16)) -> [u8; 4] {
        u32::try_from((i64::from(utc) + 60 * (i64::from(zone) + i64::from(season))).rem_euclid(1 << 32)).unwrap().to_le_bytes()
    }

    /// The byte that is signed for the status.
    fn status_byte(&self) -> u8 {
        if self.extras.is_none() {
            return self.status.to_le_bytes()[0];
        }
        let moved = [(17, 0), (31, 3), (16, 4), (11, 5), (9, 6), (8, 7)];
        moved.iter().map(|(from, to)| u8::try_from((self.status >> from) & 1).unwrap() << to).sum()
    }

    /// The 320 bytes that are signed.
    #[must_use]
    pub fn block(&self) -> Vec<u8> {
        let mut block = self.server.clone();
        block.extend(Self::local(self.time));
        block.push(self.status_byte());
        block.extend(self.index.to_le_bytes());
        block.extend(self.page.to_le_bytes());
        block.extend(self.obis);
        block.push(self.unit);
        block.extend(self.scaler.to_le_bytes());
        block.extend(self.value.to_le_bytes());
        block.extend(self.logbook);
        block.extend(padded(&self.contract, 128));
        block.extend(Self::local(self.contract_time));
        if let Some([historical, compensated, resistance, stopwatch, price]) = self.extras {
            block.extend(historical.to_le_bytes());
            block.extend(compensated.to_le_bytes());
            block.extend(&resistance.to_le_bytes()[..2]);
            block.extend(&stopwatch.to_le_bytes()[..4]);
            block.extend(&price.to_be_bytes()[6..]);
        }
        padded(&block, 320)
    }

    /// The signature of the block.
    #[must_use]
    pub fn signature(&self) -> Vec<u8> {
        sign(&self.key(), &self.block(), self.logbook)
    }

    /// The entries of the list, by register name.
    #[must_use]
    pub fn entries(&self) -> Vec<(Obis, Vec<u8>)> {
        let own = |status: Vec<u8>, time: Vec<u8>, value: Vec<u8>| {
            entry(self.obis, &[status, time, unsigned(1, self.unit.into()), signed(1, self.scaler.into()), value, octet_string(&[])])
        };
        let absent = || octet_string(&[]);
        let mut entries = vec![
            (
                CONTRACT,
                entry(CONTRACT, &[absent(), local_time(self.contract_time), absent(), absent(), octet_string(&self.contract), absent()]),
            ),
            (self.obis, own(unsigned(4, self.status), local_time(self.time), signed(8, self.value))),
        ];
        if let Some([historical, compensated, resistance, stopwatch, price]) = self.extras {
            let mut extra = |obis: Obis, unit: u8, scaler: i64, value: Vec<u8>| {
                entries.push((obis, entry(obis, &[absent(), absent(), unsigned(1, unit.into()), signed(1, scaler), value, absent()])));
            };
            extra([1, 0, 1, 0x11, 0, 0x64], self.unit, self.scaler.into(), unsigned(3, historical));
            extra([1, 0, 1, 0x11, 0, 0xC8], self.unit, self.scaler.into(), unsigned(3, compensated));
            extra([0, 0xAF, 0x6C, 0x6C, 0x72, 0xFF], 38, -3, unsigned(2, resistance));
            extra([0, 0xAF, 0x64, 0x75, 0x72, 0xFF], 7, 0, unsigned(4, stopwatch));
            extra([0, 0xAF, 0x70, 0x72, 0x63, 0xFF], 10, -3, unsigned(2, price));
        }
        let index = list(&[unsigned(1, 1), list(&[unsigned(1, 1), unsigned(4, self.index.into())])]);
        entries.push((INDEX, entry(INDEX, &[absent(), absent(), absent(), absent(), index, absent()])));
        entries.push((PAGE, entry(PAGE, &[absent(), absent(), absent(), absent(), unsigned(4, self.page.into()), absent()])));
        entries
    }

    /// The telegram with this signature.
    #[must_use]
    pub fn telegram(&self, signature: &[u8]) -> Vec<u8> {
        let entries: Vec<Vec<u8>> = self.entries().into_iter().map(|(_, bytes)| bytes).collect();
        telegram(&self.client, &self.server, &self.list_name, &entries, signature)
    }

    /// The telegram as the meter sends it.
    #[must_use]
    pub fn sml(&self) -> Vec<u8> {
        self.telegram(&self.signature())
    }

    /// The telegram of the layout of 2018: no counters, and the reading signed by itself first.
    #[must_use]
    pub fn old(&self) -> Vec<u8> {
        let front = [
            self.server.clone(),
            Self::local(self.time).to_vec(),
            vec![self.status_byte()],
            self.obis.to_vec(),
            vec![self.unit],
            self.scaler.to_le_bytes().to_vec(),
            self.value.to_le_bytes().to_vec(),
            self.logbook.to_vec(),
        ]
        .concat();
        let inner = sign(&self.key(), &padded(&front, 48), self.logbook);
        self.old_with(&front, &inner)
    }

    /// The same with another inner signature.
    #[must_use]
    pub fn old_with(&self, front: &[u8], inner: &[u8]) -> Vec<u8> {
        let block = [front, inner, &padded(&self.contract, 128), &Self::local(self.contract_time)].concat();
        let outer = sign(&self.key(), &padded(&block, 320), self.logbook);
        let absent = || octet_string(&[]);
        let reading = [
            unsigned(2, self.status),
            local_time(self.time),
            unsigned(1, self.unit.into()),
            signed(1, self.scaler.into()),
            signed(8, self.value),
            octet_string(inner),
        ];
        let contract = [absent(), local_time(self.contract_time), absent(), absent(), octet_string(&self.contract), absent()];
        let entries = [entry(CONTRACT, &contract), entry(self.obis, &reading)];
        telegram(&self.client, &self.server, &[0x81, 0x80, 0x81, 0x62, 2, 0xFF], &entries, &outer)
    }

    /// The block in its XML document, with the key.
    #[must_use]
    pub fn xml(&self) -> String {
        Xml::of(self).text()
    }
}

/// The document around a block, every part open.
#[derive(Clone, Debug)]
pub struct Xml {
    /// The block.
    pub block: Vec<u8>,
    /// The signature and the log book.
    pub signature: Vec<u8>,
    /// Name of the method.
    pub method: String,
    /// The bare point of the key.
    pub key: Option<Vec<u8>>,
    /// Elements behind the block.
    pub more: String,
}

impl Xml {
    /// As the station sends it.
    #[must_use]
    pub fn of(reading: &Reading) -> Self {
        let method = if reading.extras.is_some() { "ECDSA256SHA256" } else { "ECDSA192SHA256" };
        Self {
            block: reading.block(),
            signature: reading.signature(),
            method: method.to_owned(),
            key: Some(bare(&reading.key())),
            more: "<encodingMethod>EDL</encodingMethod>".to_owned(),
        }
    }

    /// The document.
    #[must_use]
    pub fn text(&self) -> String {
        let element = |name: &str, bytes: &[u8]| format!("<{name} encoding=\"base64\">{}</{name}>", STANDARD.encode(bytes));
        let key = self.key.as_ref().map(|key| element("publicKey", key)).unwrap_or_default();
        let signature = element("meterValueSignature", &self.signature);
        let block = element("encodedMeterValue", &self.block);
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" ?><signedMeterValue>{key}{signature}<signatureMethod>{}</signatureMethod>{block}{}</signedMeterValue>",
            self.method, self.more
        )
    }
}

/// Local seconds, status, unit, scaler, value.
pub type IsaReading = (u32, u64, u8, i8, i64);

/// A session of an Isabellenhütte meter in one telegram.
#[derive(Clone, Debug)]
pub struct Isa {
    /// Server id, ten bytes.
    pub server: Vec<u8>,
    /// Reading at the begin: local seconds, status, unit, scaler, value.
    pub start: IsaReading,
    /// Present reading.
    pub current: IsaReading,
    /// Contract of the customer.
    pub contract: Vec<u8>,
    /// Twenty bytes of unknown meaning.
    pub esth: Vec<u8>,
    /// Name of the list: begin, update or end.
    pub list_name: Vec<u8>,
    /// Pagination.
    pub page: u32,
    /// State of the log book behind the outer signature.
    pub logbook: [u8; 2],
    /// The same behind the inner one.
    pub inner_logbook: [u8; 2],
}

/// Register of these telegrams, at the begin.
pub const ISA_START: Obis = [1, 0, 1, 8, 0, 0x80];
/// The same at present.
pub const ISA_CURRENT: Obis = [1, 0, 1, 8, 0, 0xFF];
/// Their pagination.
pub const ISA_PAGE: Obis = [0x81, 0x80, 0xC7, 0xF0, 0x40, 0xFF];
/// Their field of twenty bytes.
pub const ISA_ESTH: Obis = [0x81, 0x80, 0x81, 0x61, 1, 0xFF];

impl Isa {
    /// The telegram at the end of a session of 5,600.0 Wh.
    #[must_use]
    pub fn end() -> Self {
        Self {
            server: hex::decode("0901545354000000002b").unwrap(),
            start: (1_780_041_600, 0x0000_0400_0000_0018, 30, -1, 125_396),
            current: (1_780_045_200, 0x0000_04C0_0000_0018, 30, -1, 181_396),
            contract: b"DE-TST-C0001".to_vec(),
            esth: (0..20).collect(),
            list_name: vec![0x81, 0x80, 0x81, 0x62, 2, 0xFF],
            page: 24,
            logbook: [0, 0xA4],
            inner_logbook: [0, 0xA4],
        }
    }

    fn reading((time, status, unit, scaler, value): IsaReading, obis: Obis) -> (Vec<u8>, Vec<u8>) {
        let rest = [&[status.to_le_bytes()[0]][..], &obis, &[unit], &scaler.to_le_bytes(), &value.to_le_bytes()].concat();
        (time.to_le_bytes().to_vec(), rest)
    }

    /// The signature of the present reading alone.
    #[must_use]
    pub fn inner(&self) -> Vec<u8> {
        let (time, rest) = Self::reading(self.current, SIGNED);
        let message = [self.server.as_slice(), &time, &rest, &self.inner_logbook].concat();
        sign(&wide_key(), &padded(&message, 48), self.inner_logbook)
    }

    /// The signature of the whole with this inner one.
    #[must_use]
    pub fn outer(&self, inner: &[u8]) -> Vec<u8> {
        let (time, rest) = Self::reading(self.current, ISA_CURRENT);
        let (start_time, start) = Self::reading(self.start, ISA_START);
        let block = [
            self.server.as_slice(),
            &time,
            &rest,
            &self.logbook,
            inner,
            &padded(&self.contract, 128),
            &start_time,
            &self.esth,
            &start,
            &self.list_name,
            &self.page.to_le_bytes(),
        ];
        sign(&wide_key(), &padded(&block.concat(), 320), self.logbook)
    }

    /// The entries of the list, by register name.
    #[must_use]
    pub fn entries(&self, inner: &[u8]) -> Vec<(Obis, Vec<u8>)> {
        let absent = || octet_string(&[]);
        let reading = |obis, (time, status, unit, scaler, value): IsaReading, signature: &[u8]| {
            let time = list(&[unsigned(1, 2), unsigned(4, time.into())]);
            let parts =
                [unsigned(8, status), time, unsigned(1, unit.into()), signed(1, scaler.into()), signed(8, value), octet_string(signature)];
            (obis, entry(obis, &parts))
        };
        let plain = |obis, value| (obis, entry(obis, &[absent(), absent(), absent(), absent(), value, absent()]));
        let set = local_time((self.start.0 - 7200, 60, 60));
        vec![
            (CONTRACT, entry(CONTRACT, &[absent(), set, absent(), absent(), octet_string(&self.contract), absent()])),
            reading(ISA_START, self.start, &[]),
            plain(ISA_PAGE, unsigned(4, self.page.into())),
            plain(ISA_ESTH, octet_string(&self.esth)),
            reading(ISA_CURRENT, self.current, inner),
        ]
    }

    /// The telegram with these signatures.
    #[must_use]
    pub fn telegram(&self, inner: &[u8], outer: &[u8]) -> Vec<u8> {
        let entries: Vec<Vec<u8>> = self.entries(inner).into_iter().map(|(_, bytes)| bytes).collect();
        telegram(b"PCstation", &self.server, &self.list_name, &entries, outer)
    }

    /// The telegram as the meter sends it.
    #[must_use]
    pub fn sml(&self) -> Vec<u8> {
        let inner = self.inner();
        let outer = self.outer(&inner);
        self.telegram(&inner, &outer)
    }
}

/// Bytes filled up with zeros.
#[must_use]
pub fn padded(bytes: &[u8], length: usize) -> Vec<u8> {
    let mut padded = bytes.to_vec();
    assert!(padded.len() <= length, "{} bytes do not fit in {length}", padded.len());
    padded.resize(length, 0);
    padded
}

/// A telegram of three messages in its frame.
#[must_use]
pub fn telegram(client: &[u8], server: &[u8], name: &[u8], entries: &[Vec<u8>], signature: &[u8]) -> Vec<u8> {
    let read_out = list(&[unsigned(1, 1), unsigned(4, 708_500)]);
    let body = [
        octet_string(client),
        octet_string(server),
        octet_string(name),
        read_out,
        list(entries),
        octet_string(signature),
        octet_string(&[]),
    ];
    let absent = || octet_string(&[]);
    let open = list(&[absent(), absent(), octet_string(b"1"), octet_string(server), absent(), absent()]);
    frame(&[message(0x0101, &open), message(0x0701, &list(&body)), message(0x0201, &list(&[absent()]))].concat())
}

/// A message with its checksum.
#[must_use]
pub fn message(tag: u64, body: &[u8]) -> Vec<u8> {
    let mut bytes = vec![0x76];
    let parts = [octet_string(&[0, 0, 0, 1]), unsigned(1, 0), unsigned(1, 0), list(&[unsigned(4, tag), body.to_vec()])];
    parts.iter().for_each(|part| bytes.extend(part));
    let [low, high] = crc(&bytes).to_le_bytes();
    bytes.extend([0x63, low, high, 0x00]);
    bytes
}

/// A payload in its frame.
#[must_use]
pub fn frame(payload: &[u8]) -> Vec<u8> {
    let mut bytes = hex::decode("1b1b1b1b01010101").unwrap();
    let mut rest = payload;
    while !rest.is_empty() {
        let escapes = rest.starts_with(&[0x1B; 4]);
        let (part, behind) = rest.split_at(if escapes { 4 } else { 1 });
        bytes.extend(part);
        if escapes {
            bytes.extend(part);
        }
        rest = behind;
    }
    let fill = (4 - bytes.len() % 4) % 4;
    bytes.extend(vec![0; fill]);
    bytes.extend([0x1B, 0x1B, 0x1B, 0x1B, 0x1A, u8::try_from(fill).unwrap()]);
    bytes.extend(crc(&bytes).to_le_bytes());
    bytes
}

/// Takes a frame apart again: its payload, if nothing in it is escaped.
#[must_use]
pub fn payload(frame: &[u8]) -> Vec<u8> {
    let fill = usize::from(frame[frame.len() - 3]);
    frame[8..frame.len() - 8 - fill].to_vec()
}

/// CRC-16/X-25, bit by bit from its polynomial.
#[must_use]
pub fn crc(bytes: &[u8]) -> u16 {
    let mut remainder: u16 = 0xFFFF;
    for bit in bytes.iter().flat_map(|byte| (0..8).map(move |shift| u16::from((byte >> shift) & 1))) {
        let carry = (remainder ^ bit) & 1;
        remainder >>= 1;
        if carry == 1 {
            // 0x1021 with its bits in reverse order.
            remainder ^= 0x1021_u16.reverse_bits();
        }
    }
    remainder ^ 0xFFFF
}

/// Type and length, in as many bytes as it takes.
fn head(kind: u8, data: usize, counts_itself: bool) -> Vec<u8> {
    for bytes in 1..=3u32 {
        let length = if counts_itself { data + bytes as usize } else { data };
        if length < 1 << (4 * bytes) {
            let nibble = |at: u32| u8::try_from((length >> (4 * at)) & 0xF).unwrap();
            let more = |at: u32| if at == 0 { 0 } else { 0x80 };
            let first = (kind << 4) | more(bytes - 1) | nibble(bytes - 1);
            return std::iter::once(first).chain((0..bytes - 1).rev().map(|at| more(at) | nibble(at))).collect();
        }
    }
    panic!("{data} bytes are too many")
}

/// An octet string.
#[must_use]
pub fn octet_string(bytes: &[u8]) -> Vec<u8> {
    [head(0, bytes.len(), true), bytes.to_vec()].concat()
}

/// An unsigned number of so many bytes.
#[must_use]
pub fn unsigned(bytes: usize, number: u64) -> Vec<u8> {
    [head(6, bytes, true), number.to_be_bytes()[8 - bytes..].to_vec()].concat()
}

/// A signed number of so many bytes.
#[must_use]
pub fn signed(bytes: usize, number: i64) -> Vec<u8> {
    [head(5, bytes, true), number.to_be_bytes()[8 - bytes..].to_vec()].concat()
}

/// A list.
#[must_use]
pub fn list(parts: &[Vec<u8>]) -> Vec<u8> {
    [head(7, parts.len(), false), parts.concat()].concat()
}

/// An entry: name, then status, time, unit, scaler, value, signature.
#[must_use]
pub fn entry(obis: Obis, parts: &[Vec<u8>; 6]) -> Vec<u8> {
    list(&[vec![octet_string(&obis)], parts.to_vec()].concat())
}

/// A time in UTC with its offsets.
#[must_use]
pub fn local_time((utc, zone, season): (u32, i16, i16)) -> Vec<u8> {
    list(&[unsigned(1, 3), list(&[unsigned(4, utc.into()), signed(2, zone.into()), signed(2, season.into())])])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The message of SML's own documentation of its checksum, and a frame with escapes and fill bytes.
    #[test]
    fn checksums_and_escapes_come_out_as_known() {
        assert_eq!(crc(b"123456789"), 0x906E);
        assert_eq!(crc(&hex::decode("76050000000362006200726302017101").unwrap()), 0xE6A8);
        let escaped = frame(&hex::decode("051b1b1b1b").unwrap());
        assert_eq!(hex::encode(escaped), "1b1b1b1b01010101051b1b1b1b1b1b1b1b0000001b1b1b1b1a03a629");
    }

    #[test]
    fn heads_grow_with_the_length() {
        assert_eq!(octet_string(&[]), [0x01]);
        assert_eq!(octet_string(&[9; 50])[..2], [0x83, 0x04]);
        assert_eq!(octet_string(&[9; 128])[..2], [0x88, 0x02]);
        assert_eq!(list(&vec![octet_string(&[]); 16])[..2], [0xF1, 0x00]);
    }
}
