//! Registers of keys: what is asked of them and what they answer.
//!
//! A register says which key belongs to which charging point or meter. It is asked with the identifications a
//! record states, signed or not, and with the date of its session, for keys change when meters do.

use std::fmt;

use jiff::civil::Date;

use crate::{Curve, KeyKind, KeyProblem, Provenance};

/// A collection of registered keys, such as a store of imported registers.
///
/// Answers depend on the arguments and on what is in the store, never on the present. One directory serves many
/// threads at once.
pub trait KeyDirectory: fmt::Debug + Send + Sync {
    /// What is registered for an identification, as seen from a date. Without a date the newest state answers.
    ///
    /// # Errors
    /// When the store cannot be read. That nothing is registered is no error.
    fn registered_for(&self, kind: IdentifierKind, normalised: &str, at: Option<Date>) -> Result<Vec<Registration>, DirectoryError>;

    /// Under what a key is registered, as seen from a date. Entries whose text fits several curves are found by the
    /// fingerprint of each of them.
    ///
    /// # Errors
    /// When the store cannot be read.
    fn registered_as(&self, fingerprint: &str, at: Option<Date>) -> Result<Vec<Registration>, DirectoryError>;
}

/// Why a directory could not answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DirectoryError {
    /// Short detail in the words of the library.
    pub detail: String,
}

/// What an identification names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum IdentifierKind {
    /// A charging point: EVSE-ID, or the operator's own number of it.
    ChargePoint,
    /// A meter, by its serial number or server id.
    Meter,
    /// A signing component, by its serial number.
    Gateway,
}

impl IdentifierKind {
    /// The word of reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ChargePoint => "charge-point",
            Self::Meter => "meter",
            Self::Gateway => "gateway",
        }
    }

    /// The spelling that is compared: two texts with the same one name the same thing.
    ///
    /// Of EVSE-IDs the separators are optional (ISO 15118, DIN SPEC 91286), so they go with all blanks, and letters
    /// count in any case; `0049` and a leading `49*` are the old `+49`. Of serial numbers only blanks and case go.
    /// Digits and letters are never exchanged for one another: an O is no zero.
    #[must_use]
    pub fn normalised(self, text: &str) -> String {
        let kept = |c: &char| !c.is_whitespace() && !c.is_control() && !matches!(c, '\u{200b}'..='\u{200d}' | '\u{feff}');
        let plain: String = text.chars().filter(kept).flat_map(char::to_uppercase).collect();
        match self {
            Self::Meter | Self::Gateway => plain,
            Self::ChargePoint => {
                let old = plain.strip_prefix("0049").or_else(|| plain.strip_prefix("49").filter(|rest| rest.starts_with(['*', '-'])));
                let plain = old.map_or(plain.clone(), |rest| format!("+49{rest}"));
                plain.chars().filter(|c| !matches!(c, '*' | '-' | '_' | '.' | '·' | '–' | '∗')).collect()
            }
        }
    }
}

/// Whether a normalised text has the form of an EVSE-ID: `DEABCE…` as in ISO 15118 and eMI3, or `+49…` as in
/// DIN SPEC 91286. Only such ids are the same everywhere; others mean something to one operator.
#[must_use]
pub fn is_evse_id(normalised: &str) -> bool {
    let bytes = normalised.as_bytes();
    let digits = |bytes: &[u8]| bytes.iter().all(u8::is_ascii_digit);
    match bytes {
        [b'+', rest @ ..] => rest.len() >= 6 && digits(rest),
        [a, b, o1, o2, o3, b'E', rest @ ..] => {
            let operator = [o1, o2, o3].iter().all(|byte| byte.is_ascii_alphanumeric());
            let id = !rest.is_empty() && rest.len() <= 30 && rest.iter().all(u8::is_ascii_alphanumeric);
            a.is_ascii_uppercase() && b.is_ascii_uppercase() && operator && id
        }
        _ => false,
    }
}

/// One identification of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identifier {
    /// What it names.
    pub kind: IdentifierKind,
    /// As received.
    pub text: String,
    /// Whether the signature covers it. What is not signed is a claim of whoever wrote the file.
    pub provenance: Provenance,
}

impl Identifier {
    /// The spelling that is compared.
    #[must_use]
    pub fn normalised(&self) -> String {
        self.kind.normalised(&self.text)
    }

    /// Whether the signature covers it.
    #[must_use]
    pub fn is_signed(&self) -> bool {
        self.provenance == Provenance::Signed
    }
}

/// An entry of a register, seen from the date that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registration {
    /// Where the entry stands.
    pub source: RegisterSource,
    /// Whether it holds at the date.
    pub standing: Standing,
    /// Charging point, as spelt there.
    pub charge_point: Option<String>,
    /// Number of the charging station in the register.
    pub station: Option<String>,
    /// Serial number of the meter, as spelt there.
    pub meter: Option<String>,
    /// Serial number of the signing component, as spelt there.
    pub gateway: Option<String>,
    /// Who runs the station.
    pub operator: Option<String>,
    /// Address, in a line.
    pub place: Option<String>,
    /// The key.
    pub key: RegisteredKey,
    /// First day on which the key is valid, where the entry says so.
    pub valid_from: Option<Date>,
    /// Last day on which the key is valid, where the entry says so.
    pub valid_to: Option<Date>,
    /// Date of the first state of the register that has the entry; of a pinned key the day it was pinned.
    pub first_seen: Option<Date>,
    /// Date of the last state of the register that has the entry.
    pub last_seen: Option<Date>,
}

impl Registration {
    /// What the entry says of this kind, as spelt there.
    #[must_use]
    pub fn text(&self, kind: IdentifierKind) -> Option<&str> {
        match kind {
            IdentifierKind::ChargePoint => self.charge_point.as_deref(),
            IdentifierKind::Meter => self.meter.as_deref(),
            IdentifierKind::Gateway => self.gateway.as_deref(),
        }
    }
}

/// Where registered keys come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterSource {
    /// What it is.
    pub kind: SourceKind,
    /// Its name, such as that of the authority or operator.
    pub name: String,
    /// Date of the state the answer is from; `None` for pinned keys.
    pub date: Option<Date>,
}

/// Kinds of [`RegisterSource`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SourceKind {
    /// An official register.
    Register,
    /// A list of an operator.
    List,
    /// Keys the user pinned one by one.
    Pin,
}

impl SourceKind {
    /// The word of reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Register => "register",
            Self::List => "list",
            Self::Pin => "pin",
        }
    }
}

/// How an entry stands at the date of a session. Best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Standing {
    /// The state of the register at that date has it, and its own period covers the date.
    InForce,
    /// It appears in the next state only; when it began to hold lies somewhere between both.
    Between,
    /// Every state of the register is younger than the session; the oldest one has it.
    RegisterYounger,
    /// It is known for another period only.
    OtherPeriod,
}

impl Standing {
    /// The word of reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::InForce => "in-force",
            Self::Between => "between",
            Self::RegisterYounger => "register-younger",
            Self::OtherPeriod => "other-period",
        }
    }
}

/// The key of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RegisteredKey {
    /// There is none.
    Missing,
    /// One key beyond doubt.
    Key {
        /// Its kind.
        kind: KeyKind,
        /// SHA-256 of the SubjectPublicKeyInfo, hex.
        fingerprint: String,
        /// The SubjectPublicKeyInfo in DER.
        spki: Vec<u8>,
    },
    /// A point that fits several curves; it is none of them until a record names its curve.
    Ambiguous {
        /// The text of the entry.
        text: String,
        /// The curves.
        curves: Vec<Curve>,
        /// The fingerprints of the keys it may be, in the order of `curves`.
        fingerprints: Vec<String>,
    },
    /// A text that is no key.
    Unreadable {
        /// The text of the entry.
        text: String,
        /// Why it is none.
        problem: KeyProblem,
    },
}

impl RegisteredKey {
    /// Whether it is, or may be, the key of this fingerprint.
    #[must_use]
    pub fn fits(&self, fingerprint: &str) -> bool {
        match self {
            Self::Key { fingerprint: own, .. } => own == fingerprint,
            Self::Ambiguous { fingerprints, .. } => fingerprints.iter().any(|own| own == fingerprint),
            Self::Missing | Self::Unreadable { .. } => false,
        }
    }

    /// Whether there is a key in it, if perhaps of more than one curve.
    #[must_use]
    pub fn is_readable(&self) -> bool {
        matches!(self, Self::Key { .. } | Self::Ambiguous { .. })
    }
}

/// What led to the registered key that was used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FoundBy {
    /// An identification in the signed part of the record.
    Signed(IdentifierKind),
    /// An identification that only the file around the record states.
    Claimed(IdentifierKind),
    /// Nothing but the key itself, which the register knows.
    Key,
}

impl FoundBy {
    /// The word of reports.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Signed(_) => "signed",
            Self::Claimed(_) => "claimed",
            Self::Key => "key",
        }
    }
}

/// The entry a used key was found under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisteredUse {
    /// The entry.
    pub entry: Registration,
    /// What led to it.
    pub found_by: FoundBy,
}

/// What the registers had to say about a record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RegisterFacts {
    /// Date of the session, if the record has one.
    pub date: Option<Date>,
    /// Each identification with what is registered for it.
    pub asked: Vec<(Identifier, Vec<Registration>)>,
    /// Under what the key that was used is registered, whatever the record says of itself.
    pub of_key: Vec<Registration>,
}

/// What an import of a register found. The numbers count what stands in the file, not what was new.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportSummary {
    /// What was imported.
    pub kind: SourceKind,
    /// Name of the register or list.
    pub source: String,
    /// Date of this state of it.
    pub date: Date,
    /// Where the date is from.
    pub date_from: DateFrom,
    /// The very same file was imported before: nothing was changed.
    pub known: bool,
    /// Rows below the header.
    pub rows: usize,
    /// Charging points or meters with an identification or a key.
    pub entries: usize,
    /// Cells with a text where a key belongs.
    pub key_cells: usize,
    /// How many of them are a key beyond doubt, by its kind, in the order of the kinds.
    pub decoded: Vec<(KeyKind, usize)>,
    /// How many fit several curves.
    pub ambiguous: usize,
    /// The others.
    pub bad_cells: Vec<BadCell>,
    /// Keys that stand at more than one charging station.
    pub shared_keys: usize,
    /// Entries that no earlier state of this register had.
    pub new_entries: usize,
    /// Entries of the state before this one that are gone.
    pub gone_entries: usize,
}

impl ImportSummary {
    /// Cells from which a key was read, ambiguous ones included.
    #[must_use]
    pub fn readable(&self) -> usize {
        self.decoded.iter().map(|(_, count)| count).sum::<usize>() + self.ambiguous
    }
}

/// Where the date of an imported register is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateFrom {
    /// The user said so.
    User,
    /// The text of the file.
    Text,
    /// The name of the file.
    Name,
}

/// A cell that should hold something of this kind and does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadCell {
    /// Row in the table, counted from 1 with everything above the header.
    pub row: u64,
    /// Title of its column.
    pub column: String,
    /// What else the row says of the charging point.
    pub charge_point: Option<String>,
    /// The text in the cell, as received.
    pub text: String,
    /// Why it cannot be used.
    pub problem: CellProblem,
}

/// See [`BadCell::problem`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CellProblem {
    /// It is no key.
    Key(KeyProblem),
    /// It is no date.
    Date,
}

/// One state of a register in a store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredRegister {
    /// What it is; never [`SourceKind::Pin`].
    pub kind: SourceKind,
    /// Its name.
    pub name: String,
    /// Date of the state.
    pub date: Date,
    /// Name of the file it was imported from.
    pub file: String,
    /// SHA-256 of that file, hex.
    pub sha256: String,
    /// Day of the import.
    pub imported: Date,
    /// Entries in it.
    pub entries: usize,
    /// Entries with a readable key.
    pub keys: usize,
}

impl RegisterFacts {
    /// Whether an entry speaks of another thing of the same kind than the identification does. Charging points are
    /// held against each other only by EVSE-IDs, since other ids mean something to one operator only.
    #[must_use]
    pub fn contradicts(&self, identifier: &Identifier, entry: &Registration) -> bool {
        let Some(text) = entry.text(identifier.kind) else { return false };
        let (ours, theirs) = (identifier.normalised(), identifier.kind.normalised(text));
        let comparable = identifier.kind != IdentifierKind::ChargePoint || (is_evse_id(&ours) && is_evse_id(&theirs));
        comparable && !theirs.is_empty() && ours != theirs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_charging_point() {
        let normalised = |text: &str| IdentifierKind::ChargePoint.normalised(text);
        for text in [
            "DE*ABC*E123*1",
            "DEABCE1231",
            "de*abc*e123*1",
            " DE-ABC-E123-1\r\n",
            "DE ABC E123 1",
            "DE*ABC*E123_1",
            "\u{feff}DE*ABC*E12\u{200b}3*1\t",
        ] {
            assert_eq!(normalised(text), "DEABCE1231", "{text:?}");
        }
        for text in ["+49*810*000*438", "+49810000438", "0049*810*000*438", "49*810*000*438", "+49 810 000 438"] {
            assert_eq!(normalised(text), "+49810000438", "{text:?}");
        }
        assert_eq!(normalised("4981000"), "4981000", "a bare number is no country code");
        assert_ne!(normalised("DE*ABC*EO1"), normalised("DE*ABC*E01"));
        assert_eq!(IdentifierKind::Meter.normalised(" 1emh 0009-4 "), "1EMH0009-4");
    }

    #[test]
    fn forms_of_evse_ids() {
        for text in ["DEABCE1231", "DE810E1", "+49810000438"] {
            assert!(is_evse_id(text), "{text}");
        }
        for text in ["", "DEABC", "DEABCX1", "1234567", "+49", "ABCDEFGH", "DEABCE12Ä"] {
            assert!(!is_evse_id(text), "{text}");
        }
    }
}
