//! Keys that were decoded before, for as long as a verifier lives.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use eichrecht_crypto::DecodedKey;
use eichrecht_model::{KeyKind, KeyProblem};

/// Decoded keys by the text they were decoded from. Clones share what they hold; any number of threads may
/// use it at a time.
///
/// It is bounded: two generations of `capacity` texts each, of [`MOST_BYTES`] together. What was asked for lately stays.
#[derive(Clone, Debug)]
pub(crate) struct KeyCache {
    capacity: usize,
    generations: Arc<RwLock<Generations>>,
}

/// Bytes of the texts of one generation.
const MOST_BYTES: usize = 4 << 20;

#[derive(Debug, Default)]
struct Generations {
    young: HashMap<Box<[u8]>, Vec<Entry>>,
    /// Bytes of all texts in it, those counted twice that were asked about in two ways.
    young_bytes: usize,
    old: HashMap<Box<[u8]>, Vec<Entry>>,
}

/// One way to ask about a text and the answer. The answer depends on all of it: a bare point is on one curve
/// for one record and on another for the next.
#[derive(Clone, Debug)]
struct Entry {
    encoding: Option<Box<str>>,
    hint: Option<KeyKind>,
    answer: Result<DecodedKey, KeyProblem>,
}

impl KeyCache {
    pub(crate) fn new(capacity: usize) -> Self {
        Self { capacity, generations: Arc::default() }
    }

    /// An empty one of the same size.
    pub(crate) fn emptied(&self) -> Self {
        Self::new(self.capacity)
    }

    /// The answer given before, or the one that `decode` gives now.
    pub(crate) fn get_or_decode(
        &self,
        text: &[u8],
        encoding: Option<&str>,
        hint: Option<KeyKind>,
        decode: impl FnOnce() -> Result<DecodedKey, KeyProblem>,
    ) -> Result<DecodedKey, KeyProblem> {
        let find = |map: &HashMap<Box<[u8]>, Vec<Entry>>| {
            let known = map.get(text)?.iter().find(|entry| entry.hint == hint && entry.encoding.as_deref() == encoding)?;
            Some(known.answer.clone())
        };
        // A thread that panicked elsewhere left the maps whole: each change is one insertion.
        let held = self.generations.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(answer) = find(&held.young) {
            return answer;
        }
        let older = find(&held.old);
        drop(held);
        let answer = older.unwrap_or_else(decode);
        let mut held = self.generations.write().unwrap_or_else(PoisonError::into_inner);
        if held.young.len() >= self.capacity || held.young_bytes >= MOST_BYTES {
            held.old = std::mem::take(&mut held.young);
            held.young_bytes = 0;
        }
        // Another thread may have been quicker.
        if find(&held.young).is_none() {
            let entry = Entry { encoding: encoding.map(Box::from), hint, answer: answer.clone() };
            held.young.entry(text.into()).or_default().push(entry);
            held.young_bytes = held.young_bytes.saturating_add(text.len());
        }
        answer
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::Curve;

    use super::*;

    fn ask(cache: &KeyCache, text: &[u8], hint: Option<KeyKind>) -> bool {
        let mut decoded = false;
        let answer = cache.get_or_decode(text, Some("hex"), hint, || {
            decoded = true;
            Err(KeyProblem::UnsupportedAlgorithm(format!("{text:?} {hint:?}")))
        });
        assert_eq!(answer.unwrap_err(), KeyProblem::UnsupportedAlgorithm(format!("{text:?} {hint:?}")));
        decoded
    }

    #[test]
    fn a_text_is_decoded_once_for_each_way_to_ask() {
        let cache = KeyCache::new(10);
        let hint = Some(KeyKind::Ec(Curve::Secp256r1));
        assert!(ask(&cache, b"a", None));
        assert!(!ask(&cache.clone(), b"a", None));
        assert!(ask(&cache, b"a", hint));
        assert!(!ask(&cache, b"a", hint));
        assert!(ask(&cache, b"b", hint));
        assert!(cache.get_or_decode(b"b", None, hint, || Err(KeyProblem::Empty)).is_err_and(|problem| problem == KeyProblem::Empty));
    }

    #[test]
    fn what_is_not_asked_for_is_forgotten_and_what_is_stays() {
        let cache = KeyCache::new(4);
        assert!(ask(&cache, b"kept", None));
        for number in 0..100u8 {
            assert!(ask(&cache, &[number], None));
            assert!(!ask(&cache, b"kept", None), "after {number}");
        }
        assert!(ask(&cache, &[0], None));
        let held = cache.generations.read().unwrap();
        assert!(held.young.len() + held.old.len() <= 8);
    }

    #[test]
    fn long_texts_are_forgotten_sooner() {
        let cache = KeyCache::new(usize::MAX);
        for number in 0..100u8 {
            assert!(ask(&cache, &[number; 100_000], None));
        }
        assert!(!ask(&cache, &[99; 100_000], None));
        let held = cache.generations.read().unwrap();
        assert!((held.young.len() + held.old.len()) * 100_000 <= 2 * (MOST_BYTES + 100_000));
    }
}
