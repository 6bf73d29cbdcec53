//! Which keys a record may be checked with, and in which order.

use std::borrow::Cow;

use eichrecht_crypto::{DecodedKey, PublicKey, decode_key};
use eichrecht_model::{KeyChoice, KeyKind, KeyOrigin, KeyProblem, KeyText, Limits, Location, Note, UsedKey};

use crate::key_cache::KeyCache;
use crate::registered::{Register, RegisteredKeys};

/// A key text with the way it came.
#[derive(Clone, Debug)]
pub(crate) struct OfferedKey {
    pub(crate) origin: KeyOrigin,
    pub(crate) text: KeyText,
}

impl OfferedKey {
    fn offer(&self) -> Offer<'_> {
        Offer { origin: self.origin, text: &self.text }
    }
}

/// The same, looked at where it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Offer<'a> {
    pub(crate) origin: KeyOrigin,
    pub(crate) text: &'a KeyText,
}

/// A key that may be tried.
#[derive(Clone)]
pub(crate) struct Candidate {
    pub(crate) key: PublicKey,
    pub(crate) used: UsedKey,
    pub(crate) notes: Vec<Note>,
}

/// The keys for one record.
#[derive(Default)]
pub(crate) struct Candidates {
    /// Keys a register has for what the record signs about itself.
    pub(crate) registered: Vec<Candidate>,
    /// Keys the user gave.
    pub(crate) given: Vec<Candidate>,
    /// Keys a register has for what only the container says.
    pub(crate) claimed: Vec<Candidate>,
    /// Keys that came in or beside the record.
    pub(crate) carried: Vec<Candidate>,
    /// Keys that lay loose among the inputs; looked at only when none is carried.
    pub(crate) loose: Vec<Candidate>,
    /// Keys a register has for another time than that of the record. That one of them does not fit says nothing.
    pub(crate) other_period: Vec<Candidate>,
    /// Key texts without a readable key.
    pub(crate) unreadable: Vec<(Location, KeyProblem)>,
    /// More keys were offered than may be tried.
    pub(crate) too_many: bool,
}

/// Decodes each key text once: a file of 100,000 records mostly repeats a single key.
pub(crate) struct KeyReader<'a> {
    limits: &'a Limits,
    seen: Cow<'a, KeyCache>,
}

impl<'a> KeyReader<'a> {
    /// Reads keys, and remembers them in `cache` where there is one, else as long as the reader lives.
    pub(crate) fn new(limits: &'a Limits, cache: Option<&'a KeyCache>) -> Self {
        Self { limits, seen: cache.map_or_else(|| Cow::Owned(KeyCache::new(usize::MAX)), Cow::Borrowed) }
    }

    /// The key in a text, or why there is none. `hint` is what the record's algorithm asks for.
    pub(crate) fn read(&mut self, text: &KeyText, hint: Option<KeyKind>) -> Result<DecodedKey, KeyProblem> {
        let encoding = text.declared_encoding.as_deref();
        self.seen.get_or_decode(&text.bytes, encoding, hint, || decode_key(&text.bytes, encoding, hint, self.limits))
    }

    /// Sorts out the keys for one record.
    pub(crate) fn candidates(
        &mut self,
        hint: Option<KeyKind>,
        carried: &[Offer<'_>],
        loose: &[OfferedKey],
        given: &[OfferedKey],
        record_location: &Location,
    ) -> Candidates {
        let mut found = Candidates::default();
        let limit = self.limits.keys_per_record;
        for offered in carried {
            found.carried.extend(self.add(hint, *offered, KeyChoice::Carried, &mut found.unreadable));
        }
        if found.carried.is_empty() {
            let paired: Vec<&OfferedKey> = loose.iter().filter(|key| names_pair(record_location, &key.text.location)).collect();
            let (chosen, choice) = match (paired.as_slice(), loose) {
                ([one], _) => (vec![*one], KeyChoice::PairedByName),
                (_, [one]) => (vec![one], KeyChoice::OnlyKey),
                _ => (loose.iter().collect(), KeyChoice::Trial),
            };
            for offered in chosen.into_iter().take(limit) {
                found.loose.extend(self.add(hint, offered.offer(), choice, &mut found.unreadable));
            }
            found.too_many |= choice == KeyChoice::Trial && loose.len() > limit;
        }
        let choice = if given.len() == 1 { KeyChoice::OnlyKey } else { KeyChoice::Trial };
        for offered in given {
            found.given.extend(self.add(hint, offered.offer(), choice, &mut found.unreadable));
        }
        // A key of another kind can never fit: it must not use up the tries.
        if found.given.len() > limit {
            let fits = |candidate: &Candidate| hint.is_none_or(|kind| candidate.key.kind() == kind);
            found.given.sort_by_key(|candidate| !fits(candidate));
            found.too_many |= found.given.iter().filter(|candidate| fits(candidate)).count() > limit;
            found.given.truncate(limit);
        }
        found
    }

    /// Adds the keys a register has. What is wrong with one of them is a matter of the register's facts, not of the
    /// record's key texts.
    pub(crate) fn add_registered(&self, register: &Register, hint: Option<KeyKind>, keys: &RegisteredKeys, found: &mut Candidates) {
        let limit = self.limits.keys_per_record;
        let decode = |offered: &OfferedKey| {
            let decoded = register.decode(&offered.text, hint, self.limits)?;
            Some(candidate(decoded, offered.offer(), KeyChoice::Registered))
        };
        let read = |offered: &[OfferedKey]| -> Vec<Candidate> { offered.iter().filter_map(decode).take(limit + 1).collect() };
        found.registered = read(&keys.signed);
        found.claimed = read(&keys.claimed);
        found.other_period = read(&keys.other_period);
        for list in [&mut found.registered, &mut found.claimed, &mut found.other_period] {
            found.too_many |= list.len() > limit;
            list.truncate(limit);
        }
    }

    fn add(
        &mut self,
        hint: Option<KeyKind>,
        offered: Offer<'_>,
        choice: KeyChoice,
        unreadable: &mut Vec<(Location, KeyProblem)>,
    ) -> Option<Candidate> {
        match self.read(offered.text, hint) {
            Ok(decoded) => Some(candidate(decoded, offered, choice)),
            Err(problem) => {
                unreadable.push((offered.text.location.clone(), problem));
                None
            }
        }
    }
}

fn candidate(DecodedKey { key, notes }: DecodedKey, offered: Offer<'_>, choice: KeyChoice) -> Candidate {
    let used = UsedKey {
        origin: offered.origin,
        choice,
        kind: key.kind(),
        fingerprint: key.fingerprint().to_owned(),
        spki: key.spki_der().to_vec(),
        location: offered.text.location.clone(),
        registered: None,
    };
    Candidate { key, used, notes }
}

/// Whether a key file belongs to a data file by its name: `session.ocmf` and `session_publicKey.txt`.
fn names_pair(record: &Location, key: &Location) -> bool {
    match (stem(record), stem(key)) {
        (Some(record), Some(key)) => !record.is_empty() && record == key,
        _ => false,
    }
}

/// Name of the innermost file up to its first dot, in lower case, without the words "public key".
fn stem(location: &Location) -> Option<String> {
    let file = location.file()?.rsplit(['/', '\\']).next()?;
    let stem = file.split('.').next()?.to_lowercase();
    let marks = ["publickey", "public-key", "public_key"];
    let cut = marks.iter().find_map(|mark| stem.find(mark).map(|at| (at, at + mark.len())));
    Some(match cut {
        Some((from, to)) => {
            let before = stem.get(..from).unwrap_or_default().trim_end_matches(['-', '_', '.']);
            let after = stem.get(to..).unwrap_or_default();
            format!("{before}{after}")
        }
        None => stem,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn key_files_pair_by_their_name() {
        let at = |name: &str| Location::input(name);
        assert!(names_pair(&at("OCMF-Testdata-01.ocmf").inside("record[1]"), &at("dir/OCMF-Testdata-01_publicKey.txt")));
        assert!(names_pair(&at("a/b.xml"), &at("b-public-key.pem")));
        assert!(!names_pair(&at("a.xml"), &at("b_publicKey.pem")));
        // In an archive the names of the members count, and what stands inside a file is no file.
        let member = |name: &str| at("all.zip").inside_file(name);
        assert!(names_pair(&member("x/a.ocmf").inside("record[2]"), &member("y/a_publicKey.pem").inside("key[1]")));
        assert!(!names_pair(&member("a.ocmf"), &member("b_publicKey.pem")));
        assert!(names_pair(&at("a.zip").inside_file("a.tar").inside_file("c.ocmf"), &at("c.pem")));
        assert!(!names_pair(&at("a.xml"), &at("publicKey.pem")));
    }
}
