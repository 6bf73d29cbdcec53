//! One input, one call of the verifier, one row.

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use eichrecht::model::{Assessment, KeyOrigin};
use eichrecht::{Input, Verifier};
use eichrecht_report::InputRow;

use crate::{Item, Row, Unread};

/// Verifies inputs one by one. May be used by any number of threads at a time.
#[derive(Clone, Debug)]
pub struct Engine {
    verifier: Verifier,
    key_origin: KeyOrigin,
    keeper: Option<Arc<dyn Keeper>>,
}

/// Gets everything that is found about each input, for what a row does not tell: a ledger, say. Called from all
/// threads that verify, in no particular order; after an interruption some inputs come once more.
pub trait Keeper: fmt::Debug + Send + Sync {
    /// Takes what was found about one input. What goes wrong is told by [`Self::commit`].
    fn keep(&self, assessment: &Assessment);

    /// Waits until everything taken so far is kept for good. Rows count as done only then.
    ///
    /// # Errors
    /// A sentence that says why it could not be kept.
    fn commit(&self) -> Result<(), String>;
}

/// Key texts that are remembered: those of the last so many, and up to as many more. A night of sessions has some
/// thousand meters at work at a time.
const REMEMBERED_KEYS: usize = 4096;

impl Engine {
    /// An engine that verifies by the given verifier: its keys, its limits, its present.
    #[must_use]
    pub fn new(verifier: Verifier) -> Self {
        Self { verifier: verifier.remember_keys(REMEMBERED_KEYS), key_origin: KeyOrigin::Container, keeper: None }
    }

    /// What a key that stands beside the signed data in a table is worth. Default [`KeyOrigin::Container`]: it came
    /// with the data. [`KeyOrigin::User`] where the caller put it there from a source of his own.
    #[must_use]
    pub fn key_origin(mut self, origin: KeyOrigin) -> Self {
        self.key_origin = origin;
        self
    }

    /// Hands everything that is found to a keeper as well.
    #[must_use]
    pub fn keeper(mut self, keeper: Arc<dyn Keeper>) -> Self {
        self.keeper = Some(keeper);
        self
    }

    pub(crate) fn commit(&self) -> Result<(), String> {
        self.keeper.as_ref().map_or(Ok(()), |keeper| keeper.commit())
    }

    /// Verifies one input. The key of an input serves this input and no other.
    ///
    /// Never panics: a fault of the verifier is a row with the error `fault`, which is not checked.
    #[must_use]
    pub fn verify(&self, number: u64, item: Item) -> Row {
        let Item { input, position, payload, key, session, evse } = item;
        let outcome = match payload {
            Err(why) => unread(&why),
            Ok(payloads) => {
                catch_unwind(AssertUnwindSafe(|| self.outcome(&input, payloads, key))).unwrap_or_else(|_| unread(&Unread::fault()))
            }
        };
        Row { number, input, position, session_ref: session, evse_ref: evse, outcome }
    }

    fn outcome(&self, name: &str, payloads: Vec<Vec<u8>>, key: Option<Vec<u8>>) -> InputRow {
        let mut inputs: Vec<Input> = payloads.into_iter().map(|bytes| Input::new(name, bytes)).collect();
        if let Some(key) = key
            && let Some(last) = inputs.pop()
        {
            inputs.push(last.with_key(self.key_origin, KEY_NAME, key));
        }
        let assessment = self.verifier.verify(inputs);
        if let Some(keeper) = &self.keeper {
            keeper.keep(&assessment);
        }
        InputRow::new(&assessment)
    }
}

fn unread(why: &Unread) -> InputRow {
    InputRow::unread(why.kind, &why.detail)
}

/// Where the key of a row stood, as it is named in findings. No name of a file: nothing may pair with it.
const KEY_NAME: &str = "(key column)";

/// The error of a row at which the program failed.
pub(crate) const FAULT: &str = "fault";
