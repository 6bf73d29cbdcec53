//! Asking a register: which keys it has for a record, and how much their origin is worth.
//!
//! Trust follows the weaker of two links: where the key is from, and what led to it. A key of the register that
//! a *signed* identification led to counts as registered. Where only the container names the charging point, a
//! forger may name any station whose key is in the register and, if one of them is his own, sign with it: there
//! the key counts no more than one that came with the data. A key registered for another time than that of the
//! session is vouched for by the owner of the store alone.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use eichrecht_crypto::{DecodedKey, decode_key};
use eichrecht_model::{
    Declared, DirectoryError, FoundBy, Identifier, IdentifierKind, KeyDirectory, KeyKind, KeyOrigin, KeyText, Limits, Location,
    ParsedRecord, Provenance, RegisterFacts, RegisteredKey, RegisteredUse, Registration, Standing, UsedKey,
};
use jiff::civil::Date;

use crate::keys::OfferedKey;

/// Shorter identifications say too little to be looked up: `0`, `-`, `n/a` without its stroke.
const SHORTEST: usize = 3;
/// Answers that are kept; the same few meters fill most files.
const KEPT: usize = 4_096;

/// A question: what is asked for, its normalised spelling or a fingerprint, and the date.
type Question = (Option<IdentifierKind>, String, Option<Date>);

/// Keys read from texts, for a kind where the record names one; none where there was no key in the text.
type Decoded = HashMap<(Vec<u8>, Option<KeyKind>), Option<DecodedKey>>;

/// A directory with its answers kept, for all threads that share a verifier.
#[derive(Clone, Debug)]
pub(crate) struct Register {
    directory: Arc<dyn KeyDirectory>,
    answers: Arc<Mutex<HashMap<Question, Arc<[Registration]>>>>,
    decoded: Arc<Mutex<Decoded>>,
}

/// What is registered for the identifications of a record.
#[derive(Clone, Debug, Default)]
pub(crate) struct Consulted {
    date: Option<Date>,
    asked: Vec<(Identifier, Arc<[Registration]>)>,
}

/// Registered keys to try, by how much they are worth.
#[derive(Default)]
pub(crate) struct RegisteredKeys {
    /// A signed identification led to them.
    pub(crate) signed: Vec<OfferedKey>,
    /// Only the container's word led to them.
    pub(crate) claimed: Vec<OfferedKey>,
    /// They are registered for another time.
    pub(crate) other_period: Vec<OfferedKey>,
}

impl Register {
    pub(crate) fn new(directory: Arc<dyn KeyDirectory>) -> Self {
        Self { directory, answers: Arc::default(), decoded: Arc::default() }
    }

    /// Asks for everything the record calls itself.
    pub(crate) fn consult(&self, record: &ParsedRecord, declared: &Declared) -> Result<Consulted, DirectoryError> {
        let date = date(record);
        let mut asked = Vec::new();
        for identifier in identifiers(record, declared) {
            let question = (Some(identifier.kind), identifier.normalised(), date);
            let found = self.ask(question, |(_, text, date)| self.directory.registered_for(identifier.kind, text, *date))?;
            asked.push((identifier, found));
        }
        Ok(Consulted { date, asked })
    }

    /// What the register knows of the key that was used.
    pub(crate) fn of_key(&self, fingerprint: &str, consulted: &Consulted) -> Result<Arc<[Registration]>, DirectoryError> {
        let question = (None, fingerprint.to_owned(), consulted.date);
        self.ask(question, |(_, text, date)| self.directory.registered_as(text, *date))
    }

    fn ask(
        &self,
        question: Question,
        look: impl FnOnce(&Question) -> Result<Vec<Registration>, DirectoryError>,
    ) -> Result<Arc<[Registration]>, DirectoryError> {
        if let Some(known) = open(&self.answers).get(&question) {
            return Ok(Arc::clone(known));
        }
        let found: Arc<[Registration]> = look(&question)?.into();
        keep(&self.answers, question, Arc::clone(&found));
        Ok(found)
    }

    /// The key in a registered text; `None` when none can be read from it with this hint.
    pub(crate) fn decode(&self, text: &KeyText, hint: Option<KeyKind>, limits: &Limits) -> Option<DecodedKey> {
        let id = (text.bytes.clone(), hint);
        if let Some(known) = open(&self.decoded).get(&id) {
            return known.clone();
        }
        let key = decode_key(&text.bytes, None, hint, limits).ok();
        keep(&self.decoded, id, key.clone());
        key
    }
}

/// A thread that panicked while it held a lock left nothing half done: entries are put in as a whole.
fn open<K, V>(map: &Mutex<HashMap<K, V>>) -> MutexGuard<'_, HashMap<K, V>> {
    map.lock().unwrap_or_else(PoisonError::into_inner)
}

fn keep<K: Eq + Hash, V>(map: &Mutex<HashMap<K, V>>, key: K, value: V) {
    let mut map = open(map);
    if map.len() >= KEPT {
        map.clear();
    }
    map.insert(key, value);
}

impl Consulted {
    /// The registered keys, each under the best way that leads to it.
    pub(crate) fn keys(&self) -> RegisteredKeys {
        let mut keys = RegisteredKeys::default();
        let mut ways: Vec<(&Identifier, &Registration)> =
            self.asked.iter().flat_map(|(identifier, found)| found.iter().map(move |entry| (identifier, entry))).collect();
        ways.sort_by_key(|(identifier, entry)| (entry.standing == Standing::OtherPeriod, !identifier.is_signed()));
        let mut seen: Vec<&RegisteredKey> = Vec::new();
        for (identifier, entry) in ways {
            if seen.contains(&&entry.key) {
                continue;
            }
            let Some(text) = key_text(entry) else { continue };
            seen.push(&entry.key);
            let (list, origin) = match (entry.standing, identifier.is_signed()) {
                (Standing::OtherPeriod, true) => (&mut keys.other_period, KeyOrigin::User),
                (Standing::OtherPeriod, false) => (&mut keys.other_period, KeyOrigin::Container),
                (_, true) => (&mut keys.signed, KeyOrigin::Register),
                (_, false) => (&mut keys.claimed, KeyOrigin::Container),
            };
            list.push(OfferedKey { origin, text });
        }
        keys
    }

    /// Puts together what the register says of the record and of the key that was used, and ties the entry to the key.
    pub(crate) fn facts(self, used: Option<&mut UsedKey>, of_key: &[Registration]) -> RegisterFacts {
        let asked: Vec<(Identifier, Vec<Registration>)> = self.asked.into_iter().map(|(id, found)| (id, found.to_vec())).collect();
        let facts = RegisterFacts { date: self.date, asked, of_key: of_key.to_vec() };
        if let Some(used) = used {
            used.registered = registered_use(&facts, &used.fingerprint).map(Box::new);
        }
        facts
    }
}

/// The entry the key was found under: by a signed identification if possible, then by a claimed one, and else by
/// the key alone, if nothing in the record names another charging point or meter than the entry.
fn registered_use(facts: &RegisterFacts, fingerprint: &str) -> Option<RegisteredUse> {
    let ways = facts.asked.iter().flat_map(|(identifier, found)| found.iter().map(move |entry| (identifier, entry)));
    let led = ways.filter(|(_, entry)| entry.key.fits(fingerprint));
    if let Some((identifier, entry)) = led.min_by_key(|(identifier, entry)| (entry.standing, !identifier.is_signed(), entry.source.kind)) {
        let found_by = if identifier.is_signed() { FoundBy::Signed(identifier.kind) } else { FoundBy::Claimed(identifier.kind) };
        return Some(RegisteredUse { entry: entry.clone(), found_by });
    }
    let free = |entry: &&Registration| !facts.asked.iter().any(|(identifier, _)| facts.contradicts(identifier, entry));
    let entry = facts.of_key.iter().filter(free).min_by_key(|entry| (entry.standing, entry.source.kind))?;
    Some(RegisteredUse { entry: entry.clone(), found_by: FoundBy::Key })
}

/// Everything the record calls its charging point, meter and signing component.
fn identifiers(record: &ParsedRecord, declared: &Declared) -> Vec<Identifier> {
    use IdentifierKind::{ChargePoint, Gateway, Meter};
    use Provenance::{Signed, Unsigned};
    let texts = [
        (ChargePoint, record.charge_point.id.as_deref(), Signed),
        (Meter, record.meter.serial.as_deref(), Signed),
        (Gateway, record.gateway.serial.as_deref(), Signed),
        (ChargePoint, declared.charge_point.as_deref(), Unsigned),
    ];
    let mut found: Vec<Identifier> = Vec::new();
    for (kind, text, provenance) in texts {
        let Some(text) = text else { continue };
        let identifier = Identifier { kind, text: text.to_owned(), provenance };
        let normalised = identifier.normalised();
        let known = found.iter().any(|other| other.kind == kind && other.normalised() == normalised);
        if normalised.chars().count() >= SHORTEST && !known {
            found.push(identifier);
        }
    }
    found
}

/// The day of the first reading that tells its time, on the meter's own clock.
fn date(record: &ParsedRecord) -> Option<Date> {
    record.measurements.iter().find_map(|reading| Some(reading.time.as_ref()?.local.date()))
}

/// The key of an entry as a text to read.
fn key_text(entry: &Registration) -> Option<KeyText> {
    let bytes = match &entry.key {
        RegisteredKey::Key { spki, .. } => spki.clone(),
        RegisteredKey::Ambiguous { text, .. } => text.clone().into_bytes(),
        RegisteredKey::Missing | RegisteredKey::Unreadable { .. } => return None,
    };
    Some(KeyText { bytes, declared_encoding: None, location: location(entry) })
}

/// Source and date, as a place to show.
fn location(entry: &Registration) -> Location {
    let source = &entry.source;
    let place = Location::input(&source.name);
    source.date.map_or(place.clone(), |date| place.inside(date.to_string()))
}
