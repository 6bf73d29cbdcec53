//! What was genuinely signed with the test keys: everything of that kind the test vectors hold.
//!
//! A fuzzer has none of the private keys. Whatever it finds to be valid must therefore stand here, to the byte, and
//! must say what it says here, however the file around it was changed.

use std::collections::HashMap;
use std::sync::LazyLock;

use eichrecht::{Input, Verifier};
use eichrecht_model::{Assessment, CheckedRecord, KeyOrigin, Record};
use sha2::{Digest, Sha256};

use crate::generate::keys::METER;
use crate::generate::ocmf::Payload;
use crate::generate::paths_below;
use crate::{run, vectors_folder};

/// Key and signed bytes.
type Signed = (String, [u8; 32]);

/// The signed bytes of the vectors, by the key that fits them, with what they say.
#[derive(Default)]
pub struct Truth(HashMap<Signed, Said>);

/// Everything a record tells as signed, by what it is. Not the format: a block of EDL40 comes in several.
type Said = [(&'static str, String); 12];

/// That of all vectors, and of the two neighbours.
pub static TRUTH: LazyLock<Truth> = LazyLock::new(|| {
    let mut truth = Truth::of_vectors();
    let verifier = Verifier::new().key(KeyOrigin::User, METER.name, METER.hex());
    truth.learn(&verifier.verify(vec![Input::new("in", NEIGHBOURS.concat())]));
    truth
});

/// Two records to stand beside what is fuzzed, which must not suffer by it.
pub static NEIGHBOURS: LazyLock<[String; 2]> = LazyLock::new(|| [Payload::whole().record(), Payload::whole().text("PG", "T900").record()]);

impl Truth {
    /// Reads all vectors.
    ///
    /// # Panics
    /// When the same signed bytes say one thing in one vector and another in the next.
    #[must_use]
    pub fn of_vectors() -> Self {
        let root = vectors_folder();
        let mut truth = Self::default();
        let mut contradictions = Vec::new();
        for case in run::load(&root).iter().flat_map(|file| &file.cases) {
            let found = truth.learn(&run::assess(&root, case));
            contradictions.extend(found.into_iter().map(|what| format!("{}: {what}", case.id)));
        }
        // Files for the history of a meter belong to several cases at once and are listed apart.
        for path in paths_below(&root.join("ledger")).expect("the folder of vectors can be read") {
            let bytes = std::fs::read(root.join("ledger").join(&path)).expect("a file of the vectors can be read");
            let found = truth.learn(&Verifier::new().verify(vec![Input::new(path.as_str(), bytes)]));
            contradictions.extend(found.into_iter().map(|what| format!("{path}: {what}")));
        }
        assert!(contradictions.is_empty(), "the same signed bytes say something else:\n{}", contradictions.join("\n"));
        truth
    }

    /// Takes what is valid; gives what contradicts something that was taken before.
    fn learn(&mut self, assessment: &Assessment) -> Vec<String> {
        let mut contradictions = Vec::new();
        for entry in &assessment.records {
            let Ok(record) = &entry.content else { continue };
            if record.signature().is_valid() {
                let says = says(record);
                let known = self.0.entry(signed(record, &entry.source)).or_insert_with(|| says.clone());
                contradictions.extend(differences(known, &says));
            }
        }
        contradictions
    }

    /// Whether somebody with a test key signed what a valid record says.
    ///
    /// # Panics
    /// When nobody did.
    pub fn confirms(&self, record: &CheckedRecord, source: &Record) {
        let known = self.0.get(&signed(record, source)).unwrap_or_else(|| panic!("valid, and nobody signed it: {record:?}"));
        let differences = differences(known, &says(record));
        assert!(differences.is_empty(), "valid, and not what was signed:\n{}", differences.join("\n"));
    }
}

fn signed(record: &CheckedRecord, source: &Record) -> Signed {
    let content = record.content();
    let matched = content.signed_bytes.iter().find(|signed| Some(signed.reading) == record.matched());
    let bytes = matched.expect("a valid record says which of its readings matched").bytes(&source.bytes);
    let key = record.keys().used.as_ref().expect("a valid record names its key");
    (key.fingerprint.clone(), Sha256::digest(bytes).into())
}

fn says(record: &CheckedRecord) -> Said {
    let it = record.content();
    let told = |what: &dyn std::fmt::Debug| format!("{what:?}");
    [
        ("meter", told(&it.meter)),
        ("gateway", told(&it.gateway)),
        ("pagination", told(&it.pagination)),
        ("seconds index", told(&it.seconds_index)),
        ("session", told(&it.session)),
        ("counted seconds", told(&(it.begin_retold, it.counted_seconds))),
        ("user", told(&it.user)),
        ("charge point", told(&it.charge_point)),
        ("tariff", told(&it.tariff)),
        ("loss", told(&it.loss)),
        ("measurements", told(&it.measurements)),
        ("extensions", told(&it.extensions)),
    ]
}

fn differences(known: &Said, says: &Said) -> Vec<String> {
    let pairs = known.iter().zip(says).filter(|(known, says)| known != says);
    pairs.map(|((name, known), (_, says))| format!("{name}: {known} became {says}")).collect()
}
