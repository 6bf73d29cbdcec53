//! OCMF records with every spelling under control: values are written literally, as JSON.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use eichrecht_model::{Algorithm, Curve, Hash, KeyKind};

use super::der::{self, Spelling};
use super::ecdsa::Pair;
use super::keys::{Key, METER};

/// Members of a JSON object in order: key and literal value.
#[derive(Clone, Debug, Default)]
pub struct Members(Vec<(String, String)>);

impl Members {
    fn of(members: &[(&str, &str)]) -> Self {
        Self(members.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect())
    }

    fn set(&mut self, key: &str, literal: &str) {
        match self.0.iter_mut().find(|(known, _)| known == key) {
            Some((_, value)) => literal.clone_into(value),
            None => self.0.push((key.to_owned(), literal.to_owned())),
        }
    }

    fn remove(&mut self, key: &str) {
        let before = self.0.len();
        self.0.retain(|(known, _)| known != key);
        assert!(self.0.len() < before, "there is no {key} to remove");
    }

    fn json(&self) -> String {
        let members: Vec<String> = self.0.iter().map(|(key, value)| format!("\"{key}\":{value}")).collect();
        format!("{{{}}}", members.join(","))
    }
}

/// A payload: the signed part of a record.
#[derive(Clone, Debug)]
pub struct Payload {
    head: Members,
    readings: Vec<Members>,
}

/// Begin of the usual session.
pub const BEGIN: &str = "2026-03-29T01:58:00,000+0100 S";
/// A time within the usual session.
pub const INNER: &str = "2026-03-29T03:10:00,000+0200 S";
/// End of the usual session: 27 minutes after its begin, although the clocks were put forward.
pub const END: &str = "2026-03-29T03:25:00,000+0200 S";
/// What the usual session consumed.
pub const ENERGY: &str = "5.60 kWh";

impl Payload {
    /// A payload without readings that no rule has anything to say about.
    #[must_use]
    pub fn bare() -> Self {
        let head = Members::of(&[
            ("FV", "\"1.4\""),
            ("GI", "\"TEST GATEWAY\""),
            ("GS", "\"GW-7\""),
            ("GV", "\"1.0\""),
            ("PG", "\"T1\""),
            ("MV", "\"TEST\""),
            ("MM", "\"M1\""),
            ("MS", "\"1TST0000000042\""),
            ("MF", "\"1.0\""),
            ("IS", "true"),
            ("IL", "\"VERIFIED\""),
            ("IF", "[\"RFID_PLAIN\",\"OCPP_AUTH_TLS\"]"),
            ("IT", "\"ISO14443\""),
            ("ID", "\"04A1B2C3\""),
            ("CT", "\"EVSEID\""),
            ("CI", "\"DE*TST*E1*1\""),
        ]);
        Self { head, readings: Vec::new() }
    }

    /// A whole session in one record: begin and end.
    #[must_use]
    pub fn whole() -> Self {
        Self::bare().reading("B", BEGIN, "1200.50").reading("E", END, "1206.10")
    }

    /// The record of the begin alone, pagination T1.
    #[must_use]
    pub fn begin() -> Self {
        Self::bare().reading("B", BEGIN, "1200.50")
    }

    /// The record of the end alone, pagination T2.
    #[must_use]
    pub fn end() -> Self {
        Self::bare().text("PG", "T2").reading("E", END, "1206.10")
    }

    /// Another whole session an hour later that goes on where the usual one ended, pagination T2.
    #[must_use]
    pub fn later() -> Self {
        Self::bare().text("PG", "T2").reading("B", "2026-03-29T04:30:00,000+0200 S", "1206.10").reading(
            "E",
            "2026-03-29T05:00:00,000+0200 S",
            "1208.35",
        )
    }

    /// Adds a reading of the import register.
    #[must_use]
    pub fn reading(self, reason: &str, time: &str, value: &str) -> Self {
        self.register(reason, time, value, "1-0:1.8.0", "kWh")
    }

    /// Adds a reading of any register.
    #[must_use]
    pub fn register(mut self, reason: &str, time: &str, value: &str, obis: &str, unit: &str) -> Self {
        self.readings.push(Members::of(&[
            ("TM", &quoted(time)),
            ("TX", &quoted(reason)),
            ("RV", value),
            ("RI", &quoted(obis)),
            ("RU", &quoted(unit)),
            ("RT", "\"DC\""),
            ("EF", "\"\""),
            ("ST", "\"G\""),
        ]));
        self
    }

    /// Adds a reading with nothing but these fields.
    #[must_use]
    pub fn short(mut self, members: &[(&str, &str)]) -> Self {
        self.readings.push(Members::of(members));
        self
    }

    /// Sets a field to a literal.
    #[must_use]
    pub fn set(mut self, key: &str, literal: &str) -> Self {
        self.head.set(key, literal);
        self
    }

    /// Sets a field to a text that needs no escaping.
    #[must_use]
    pub fn text(self, key: &str, text: &str) -> Self {
        self.set(key, &quoted(text))
    }

    /// Removes a field.
    #[must_use]
    pub fn without(mut self, key: &str) -> Self {
        self.head.remove(key);
        self
    }

    /// Sets a field of a reading to a literal.
    #[must_use]
    pub fn at(mut self, reading: usize, key: &str, literal: &str) -> Self {
        self.readings[reading].set(key, literal);
        self
    }

    /// Sets a field of every reading to a literal.
    #[must_use]
    pub fn each(mut self, key: &str, literal: &str) -> Self {
        self.readings.iter_mut().for_each(|reading| reading.set(key, literal));
        self
    }

    /// Sets a field of a reading to a text that needs no escaping.
    #[must_use]
    pub fn text_at(self, reading: usize, key: &str, text: &str) -> Self {
        self.at(reading, key, &quoted(text))
    }

    /// Removes a field of a reading.
    #[must_use]
    pub fn without_at(mut self, reading: usize, key: &str) -> Self {
        self.readings[reading].remove(key);
        self
    }

    /// The payload as JSON without blanks.
    #[must_use]
    pub fn json(&self) -> String {
        let readings: Vec<String> = self.readings.iter().map(Members::json).collect();
        let mut all = self.head.clone();
        all.set("RD", &format!("[{}]", readings.join(",")));
        all.json()
    }

    /// The record, signed by the usual key in the usual way.
    #[must_use]
    pub fn record(&self) -> String {
        Seal::new().record(&self.json())
    }
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

/// How a payload is signed and how that is written down.
#[derive(Clone, Debug)]
pub struct Seal {
    key: Key,
    algorithm: Algorithm,
    /// The signature section; `SD` stands last.
    members: Members,
    base64: bool,
    spelling: Spelling,
}

impl Default for Seal {
    fn default() -> Self {
        Self::new()
    }
}

impl Seal {
    /// P-256 with SHA-256, DER, hex.
    #[must_use]
    pub fn new() -> Self {
        Self::by(&METER)
    }

    /// Signed by a key in the way that is usual for it.
    #[must_use]
    pub fn by(key: &Key) -> Self {
        Self::with(key, key.usual_algorithm())
    }

    /// Signed by a curve key with this hash.
    #[must_use]
    pub fn hashed(key: &Key, hash: Hash) -> Self {
        let KeyKind::Ec(curve) = key.kind else { panic!("{} hashes nothing", key.name) };
        Self::with(key, Algorithm::Ecdsa(curve, hash))
    }

    fn with(key: &Key, algorithm: Algorithm) -> Self {
        let mut members = Members::of(&[("SA", &quoted(&name(algorithm)))]);
        if !matches!(algorithm, Algorithm::Ecdsa(..)) {
            members.set("SM", "\"application/octet-stream\"");
        }
        Self { key: key.clone(), algorithm, members, base64: false, spelling: Spelling::Strict }
    }

    /// Sets a field of the signature section to a literal; the signature itself stays as it is.
    #[must_use]
    pub fn set(mut self, key: &str, literal: &str) -> Self {
        self.members.set(key, literal);
        self
    }

    /// Removes a field.
    #[must_use]
    pub fn without(mut self, key: &str) -> Self {
        self.members.remove(key);
        self
    }

    /// Writes the signature in Base64.
    #[must_use]
    pub fn base64(mut self) -> Self {
        self.base64 = true;
        self.members.set("SE", "\"base64\"");
        self
    }

    /// Writes the numbers otherwise.
    #[must_use]
    pub fn spelled(mut self, spelling: Spelling) -> Self {
        self.spelling = spelling;
        self
    }

    /// The numbers of the signature over a text.
    #[must_use]
    pub fn pair(&self, payload: &str) -> Pair {
        let Algorithm::Ecdsa(_, hash) = self.algorithm else { panic!("no numbers in {}", self.algorithm) };
        self.key.sign_pair(hash, payload.as_bytes())
    }

    /// The bytes of the signature over a text.
    #[must_use]
    pub fn signature(&self, payload: &str) -> Vec<u8> {
        match self.algorithm {
            Algorithm::Ecdsa(curve, _) => der::signature(&self.pair(payload), self.spelling, curve.order_bytes()),
            _ => self.key.sign_native(payload.as_bytes()),
        }
    }

    /// The signature section with these signature bytes.
    #[must_use]
    pub fn section(&self, signature: &[u8]) -> String {
        let text = if self.base64 { STANDARD.encode(signature) } else { hex::encode_upper(signature) };
        let mut members = self.members.clone();
        members.set("SD", &quoted(&text));
        members.json()
    }

    /// A record: shows `payload`, signs `payload`.
    #[must_use]
    pub fn record(&self, payload: &str) -> String {
        self.forged(payload, payload)
    }

    /// A record that shows one text and carries the signature of another.
    #[must_use]
    pub fn forged(&self, shown: &str, signed: &str) -> String {
        format!("OCMF|{shown}|{}", self.section(&self.signature(signed)))
    }
}

/// The name of an algorithm as OCMF spells it: its list leaves the P of the Brainpool curves out.
fn name(algorithm: Algorithm) -> String {
    match algorithm {
        Algorithm::Ecdsa(Curve::BrainpoolP256r1, hash) => format!("ECDSA-brainpool256r1-{hash}"),
        Algorithm::Ecdsa(Curve::BrainpoolP384r1, hash) => format!("ECDSA-brainpool384r1-{hash}"),
        Algorithm::Ecdsa(Curve::BrainpoolP512r1, hash) => format!("ECDSA-brainpool512r1-{hash}"),
        other => other.to_string(),
    }
}
