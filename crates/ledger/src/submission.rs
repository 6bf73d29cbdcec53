//! What is handed to a ledger: the records of one input.

use eichrecht_model::{Assessment, KeyedMeter, PastRecord, UnprovenRecord};

use crate::gather;

/// Everything of one input that a ledger keeps. Made from an [`Assessment`] or a report, never by hand.
#[derive(Clone, Debug)]
pub struct Submission {
    pub(crate) source: Source,
    pub(crate) evidence: Vec<Evidence>,
    pub(crate) unproven: Vec<UnprovenRecord>,
}

/// The input.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    /// SHA-256 of its bytes, hex.
    pub(crate) sha256: String,
    pub(crate) name: String,
    pub(crate) size: u64,
}

impl Source {
    /// How claims name it: enough to find it, short enough for millions.
    pub(crate) fn short(&self) -> &str {
        self.sha256.get(..16).unwrap_or(&self.sha256)
    }
}

/// A record with a valid signature, and the meter that signed it.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// The meter.
    pub meter: KeyedMeter,
    /// The record.
    pub record: PastRecord,
}

impl Submission {
    /// One submission for each input of an assessment that was read. Keys among the inputs give none.
    ///
    /// Sessions over several inputs are put together by the ledger itself, so that it does not matter which inputs were
    /// verified together.
    #[must_use]
    pub fn all(assessment: &Assessment) -> Vec<Self> {
        gather::submissions(assessment)
    }

    /// How many of its records are evidence, and how many are not.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        (self.evidence.len(), self.unproven.len())
    }

    /// The records that are no evidence.
    #[must_use]
    pub fn unproven(&self) -> &[UnprovenRecord] {
        &self.unproven
    }

    /// An input with records that nobody has checked, for tests with more records than anybody would like to sign.
    #[cfg(feature = "testing")]
    #[must_use]
    pub fn without_signature_check(name: &str, evidence: Vec<Evidence>) -> Self {
        use sha2::{Digest, Sha256};
        let source = Source { sha256: hex::encode(Sha256::digest(name)), name: name.to_owned(), size: 0 };
        Self { source, evidence, unproven: Vec::new() }
    }
}
