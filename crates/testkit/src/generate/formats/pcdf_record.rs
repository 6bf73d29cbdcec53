//! PCDF records with every character under control.

use eichrecht_model::Hash;

use super::super::der::{self, Spelling};
use super::super::keys::{Key, METER};

/// What the usual session consumed.
pub const ENERGY: &str = "5.600 kWh";

/// Groups in order: name and value, both literal. The signature is no part of them.
#[derive(Clone, Debug)]
pub struct Session(Vec<(String, String)>);

impl Session {
    /// The usual session, signed by the usual key.
    #[must_use]
    pub fn usual() -> Self {
        let key = hex::encode(METER.public_bytes());
        let groups = [
            ("ST", "260329015800"),
            ("CT", "260329022500"),
            ("CD", "002700"),
            ("TV", "1"),
            ("BV", "1"),
            ("CSC", "7"),
            ("SP", "1"),
            ("RV", "0005.600*kWh"),
            ("SI", "04A1B2C3*1*tx-0007"),
            ("CS", "0a1b2c3d"),
            ("HW", "TST00000042"),
            ("DT", "0"),
            ("PK", &key),
        ];
        Self(groups.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec())
    }

    /// Sets a value.
    #[must_use]
    pub fn set(mut self, name: &str, value: &str) -> Self {
        let group = self.0.iter_mut().find(|(known, _)| known == name).unwrap();
        value.clone_into(&mut group.1);
        self
    }

    /// Adds a group behind another one.
    #[must_use]
    pub fn add_behind(mut self, before: &str, name: &str, value: &str) -> Self {
        let at = self.0.iter().position(|(known, _)| known == before).unwrap();
        self.0.insert(at + 1, (name.to_owned(), value.to_owned()));
        self
    }

    /// Removes a group.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.0.retain(|(known, _)| known != name);
        self
    }

    /// Lets two groups change places.
    #[must_use]
    pub fn swapped(mut self, one: &str, other: &str) -> Self {
        let at = |name: &str| self.0.iter().position(|(known, _)| known == name).unwrap();
        let (one, other) = (at(one), at(other));
        self.0.swap(one, other);
        self
    }

    /// The signed text.
    #[must_use]
    pub fn text(&self) -> String {
        let groups: String = self.0.iter().map(|(name, value)| format!("({name}:{value})")).collect();
        format!("128.8.0{groups}")
    }

    /// The record, signed by the usual key.
    #[must_use]
    pub fn record(&self) -> String {
        self.by(&METER)
    }

    /// The record, signed by a key; which key it carries is for [`Self::set`] to say.
    #[must_use]
    pub fn by(&self, key: &Key) -> String {
        self.spelled(key, Spelling::Strict)
    }

    /// The record with its signature written otherwise.
    #[must_use]
    pub fn spelled(&self, key: &Key, spelling: Spelling) -> String {
        self.sealed(&hex::encode(signature(key, &self.text(), spelling)))
    }

    /// The record with the signature of another one.
    #[must_use]
    pub fn signed_as(&self, other: &Self) -> String {
        self.sealed(&hex::encode(signature(&METER, &other.text(), Spelling::Strict)))
    }

    /// The record with this text as its signature.
    #[must_use]
    pub fn sealed(&self, signature: &str) -> String {
        format!("{}(SG:{signature})", self.text())
    }
}

fn signature(key: &Key, text: &str, spelling: Spelling) -> Vec<u8> {
    der::signature(&key.sign_pair(Hash::Sha256, text.as_bytes()), spelling, 32)
}
